<?php
/**
 * Where a rule leads: checked when it is saved, filled in when it fires.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

/**
 * A path of this site is kept without the host, so that it survives a move. `$1`…`$9` stand for groups of a regular
 * expression, `$0` for the whole; what a prefix left over is put at the end, or where `$1` stands. Scheme and host must
 * be written out: no visitor can make us redirect to a host that the owner did not name.
 */
final class Target {

	/**
	 * An owner's target in its normal form.
	 *
	 * @return array{target: string, error: string} error: why it is refused, or ''.
	 */
	public static function checked( string $target ): array {
		$target = trim( (string) preg_replace( '/[\x00-\x1F\x7F]+/', '', $target ) );
		if ( '' === $target || mb_strlen( $target ) > Path::LONGEST ) {
			return self::refused( __( 'Say where to redirect to: a path such as /new-page, or a whole address.', 'igny8' ) );
		}
		if ( ! preg_match( '~^(?:([a-z][a-z0-9+.-]*):)?//([^/?#]*)(.*)$~is', $target, $parts ) ) {
			return preg_match( '~^[a-z][a-z0-9+.-]*:~i', $target )
				? self::refused( __( 'A redirect can only lead to an http or https address.', 'igny8' ) )
				: array( 'target' => self::encoded( '/' . ltrim( str_replace( '\\', '/', $target ), '/' ) ), 'error' => '' );
		}
		list( , $scheme, $host, $rest ) = $parts;
		if ( ! in_array( strtolower( $scheme ), array( '', 'http', 'https' ), true ) ) {
			return self::refused( __( 'A redirect can only lead to an http or https address.', 'igny8' ) );
		}
		$host = Path::ascii_host( $host );
		if ( ! preg_match( '/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.?)+(?::\d{1,5})?$/', $host ) ) {
			return self::refused( __( 'The name of the host must be written out, without a user name or a part of the old address in it.', 'igny8' ) );
		}
		$home   = Path::home();
		$is_own = Path::is_own_host( $host ) && ( '' === $home || $rest === $home || str_starts_with( $rest, "{$home}/" ) );
		$rest   = $is_own ? substr( $rest, strlen( $home ) ) : $rest;
		$rest   = '' === $rest || '/' !== $rest[0] ? "/{$rest}" : $rest;
		return array( 'target' => self::encoded( $is_own ? $rest : ( '' === $scheme ? 'https' : strtolower( $scheme ) ) . "://{$host}{$rest}" ), 'error' => '' );
	}

	/**
	 * The whole address a rule leads to for one visit; '' when there is none: the post is gone, or what was filled in
	 * would lead elsewhere.
	 *
	 * @param array<string, mixed>                          $rule
	 * @param array{groups: list<string>, rest: string}     $match
	 */
	public static function of( array $rule, array $match, Path $address ): string {
		$url = self::base( $rule );
		if ( '' === $url ) {
			return '';
		}
		$url = 'regex' === $rule['match_type'] ? self::with_groups( $url, $match['groups'] ) : self::with_rest( $url, 'url' === $rule['target_type'] || '' === $match['rest'] ? $match['rest'] : user_trailingslashit( $match['rest'] ) ); // As WordPress writes addresses, so that it does not redirect once more.
		$url = self::with_query( $url, $rule, $address );
		return self::leads_to_host_of( $url, self::base( $rule ) ) ? $url : '';
	}

	/**
	 * The path of a target within this site, or null when it leads elsewhere.
	 */
	public static function local( string $url ): ?Path {
		return Path::of( $url );
	}

	/**
	 * Absolute address of the target as written, with `$1` still in it.
	 *
	 * @param array<string, mixed> $rule
	 */
	private static function base( array $rule ): string {
		$url = match ( $rule['target_type'] ) {
			'post'  => 'publish' === get_post_status( (int) $rule['target_id'] ) ? get_permalink( (int) $rule['target_id'] ) : '',
			'term'  => get_term_link( (int) $rule['target_id'] ),
			default => str_starts_with( $rule['target'], '/' ) ? untrailingslashit( home_url() ) . $rule['target'] : $rule['target'],
		};
		return is_string( $url ) ? $url : '';
	}

	/**
	 * @param list<string> $groups
	 */
	private static function with_groups( string $url, array $groups ): string {
		$url = (string) preg_replace_callback( '/\$([0-9])/', static fn( array $found ) => self::part( $groups[ (int) $found[1] ] ?? '' ), $url );
		list( $path, $tail ) = self::split( $url );
		return preg_replace( '~(?<!:)/{2,}~', '/', $path ) . $tail;
	}

	private static function with_rest( string $url, string $rest ): string {
		if ( str_contains( $url, '$1' ) ) {
			return str_replace( '$1', self::part( $rest ), $url );
		}
		if ( '' === $rest ) {
			return $url;
		}
		list( $path, $tail ) = self::split( $url );
		return trailingslashit( $path ) . self::part( $rest ) . $tail;
	}

	/**
	 * Query of the visitor: passed on when the rule says so; tracking parameters always are.
	 *
	 * @param array<string, mixed> $rule
	 */
	private static function with_query( string $url, array $rule, Path $address ): string {
		$passed = 'pass' === $rule['query_mode'] ? $address->raw_query : ( 'exact' === $rule['query_mode'] ? self::difference( $address->query, $rule['source_query'] ) : '' );
		if ( '' === $passed || ( 'regex' === $rule['match_type'] && str_contains( $rule['source'], '\?' ) ) ) {
			return $url;
		}
		list( $base, $fragment ) = explode( '#', $url, 2 ) + array( '', null );
		return $base . ( str_contains( $base, '?' ) ? '&' : '?' ) . self::encoded( $passed ) . ( null === $fragment ? '' : "#{$fragment}" );
	}

	private static function difference( string $query, string $less ): string {
		return implode( '&', array_diff( explode( '&', $query ), explode( '&', $less ) ) );
	}

	/**
	 * A piece of a visitor's address, made safe: it stays a path, encoded, without a step up or a line break.
	 */
	private static function part( string $text ): string {
		$text = (string) preg_replace( '/[\x00-\x1F\x7F]+/', '', $text );
		$text = (string) preg_replace( '~(^|/)\.\.?(?=/|$)~', '$1', $text );
		return implode( '/', array_map( 'rawurlencode', explode( '/', $text ) ) );
	}

	/**
	 * Encodes what an address may not hold; what is encoded already stays.
	 */
	private static function encoded( string $url ): string {
		return (string) preg_replace_callback( '/[^A-Za-z0-9\-._~:\/?#\[\]@!$&\'()*+,;=%]+/', static fn( array $found ) => rawurlencode( $found[0] ), $url );
	}

	/**
	 * @return array{string, string} Address up to the path, and query with fragment.
	 */
	private static function split( string $url ): array {
		$at = strcspn( $url, '?#' );
		return array( substr( $url, 0, $at ), substr( $url, $at ) );
	}

	private static function leads_to_host_of( string $url, string $template ): bool {
		$host = static fn( string $address ) => preg_match( '~^(https?://[^/?#\\\\]+)(?:[/?#]|$)~', $address, $found ) ? strtolower( $found[1] ) : null;
		return null !== $host( $url ) && $host( $url ) === $host( $template );
	}

	/**
	 * @return array{target: string, error: string}
	 */
	private static function refused( string $why ): array {
		return array( 'target' => '', 'error' => $why );
	}
}
