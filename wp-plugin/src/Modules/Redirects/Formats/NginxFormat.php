<?php
/**
 * Rules as configuration of nginx: return, rewrite and map.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects\Formats;

/**
 * Reads `location … { return … }`, `rewrite … permanent|redirect;` and the entries of `map $uri $variable { … }`.
 * Everything else that is not plainly harmless is reported with its line.
 */
final class NginxFormat {

	private const SILENT = '/^(?:#|\}|server\s*\{|server_name\b|listen\b|root\b|index\b|include\b|default\s|hostnames;|try_files\b|add_header\b|expires\b|access_log\b|error_log\b|error_page\b|charset\b|gzip\w*\b|ssl\w*\b|client_\w+\b|fastcgi_\w+\b|proxy_\w+\b|location\s+[^{]*\{$|if\s*\(\$\w+\s*(?:!=\s*""|)\)\s*\{|return\s+30\d\s+\$\w+;)/i';

	/**
	 * @return array{rules: array<int, array<string, mixed>>, problems: list<array{line: int, text: string, reason: string}>}
	 */
	public static function read( string $text ): array {
		$rules    = array();
		$problems = array();
		$location = null;
		$is_map   = false;
		foreach ( preg_split( '/\R/', $text ) as $at => $line ) {
			$line = trim( (string) preg_replace( '/(?:^|\s)#.*$/', '', $line ) );
			if ( preg_match( '/^map\s+\$(?:request_uri|uri)\s+\$\w+\s*\{/', $line ) ) {
				$is_map = true;
				continue;
			}
			if ( preg_match( '/^location\s+(=|~\*?|\^~)?\s*("[^"]*"|\S+)\s*\{\s*(.*)$/', $line, $found ) ) {
				$location = array( $found[1], trim( $found[2], '"' ) );
				$line     = trim( $found[3] );
			}
			if ( '' !== $line && ! preg_match( self::SILENT, $line ) ) {
				$rule = $is_map ? self::entry( $line ) : self::directive( $line, $location );
				if ( is_array( $rule ) ) {
					$rules[ $at + 1 ] = $rule;
				} else {
					$problems[] = array( 'line' => $at + 1, 'text' => mb_substr( $line, 0, 200 ), 'reason' => $rule );
				}
			}
			if ( str_ends_with( $line, '}' ) ) {
				$location = null;
				$is_map   = false;
			}
		}
		return array( 'rules' => $rules, 'problems' => $problems );
	}

	/**
	 * @param list<array<string, mixed>> $rules
	 */
	public static function write( array $rules ): string {
		$lines = array( '# Redirects of IGNY8, to be included in a server block.' );
		foreach ( $rules as $rule ) {
			if ( ! $rule['is_on'] || ! $rule['group_on'] ) {
				continue;
			}
			if ( array() !== (array) $rule['conditions'] || str_contains( $rule['source'], '?' ) && 'regex' !== $rule['match'] ) {
				$lines[] = "# Left out, has conditions or parameters: {$rule['source']}";
				continue;
			}
			$as      = Formats::as_pattern( $rule );
			$sign    = $rule['ignore_case'] ? '~*' : '~';
			$target  = self::escaped( $as['target'] ) . ( 'pass' === $rule['query'] ? '$is_args$args' : '' );
			$lines[] = "location {$sign} " . self::quoted( $as['pattern'] ) . ' { return ' . $rule['code'] . ( $rule['code'] >= 400 ? '' : ' ' . self::quoted( $target ) ) . '; }';
		}
		return implode( "\n", $lines ) . "\n";
	}

	/**
	 * @param array{string, string}|null $location Sign and address of the block around it.
	 * @return array<string, mixed>|string
	 */
	private static function directive( string $line, ?array $location ): array|string {
		if ( preg_match( '/^rewrite\s+("[^"]*"|\S+)\s+("[^"]*"|\S+)\s*(permanent|redirect)?\s*;/', $line, $found ) ) {
			if ( '' === ( $found[3] ?? '' ) ) {
				return __( 'It rewrites inside the server and redirects nobody.', 'igny8' );
			}
			$drops = str_ends_with( trim( $found[2], '"' ), '?' );
			return self::rule( array( 'source' => trim( $found[1], '"' ), 'target' => rtrim( trim( $found[2], '"' ), '?' ), 'code' => 'permanent' === $found[3] ? 301 : 302, 'query' => $drops ? 'ignore' : 'pass', 'ignore_case' => false ), true );
		}
		if ( ! preg_match( '/^return\s+(\d{3})(?:\s+("[^"]*"|[^;]+?))?\s*;/', $line, $found ) ) {
			return __( 'Not a directive that redirects.', 'igny8' );
		}
		if ( null === $location ) {
			return __( 'This “return” stands outside a location, so it is about every address.', 'igny8' );
		}
		list( $sign, $address ) = $location;
		$target                   = trim( $found[2] ?? '', '"' );
		$passes                   = str_ends_with( $target, '$is_args$args' ) || str_ends_with( $target, '?$args' );
		$rule                     = array( 'source' => $address, 'target' => (string) preg_replace( '/(?:\$is_args|\?)\$args$/', '', $target ), 'code' => (int) $found[1], 'query' => $passes ? 'pass' : 'ignore', 'ignore_case' => '~*' === $sign );
		if ( str_starts_with( $sign, '~' ) ) {
			return self::rule( $rule, true );
		}
		if ( '=' === $sign ) {
			return self::rule( array( 'match' => 'exact', 'ignore_slash' => false ) + $rule, false );
		}
		// A plain location is everything below; without $request_uri all of it leads to one address.
		return str_ends_with( $rule['target'], '$request_uri' )
			? self::rule( array( 'match' => 'prefix', 'target' => substr( $rule['target'], 0, -strlen( '$request_uri' ) ) . $address ) + $rule, false )
			: self::rule( array( 'match' => 'regex', 'source' => '^' . preg_quote( $address ) ) + $rule, false );
	}

	/**
	 * One line of a map: `/old /new;` or `~^/old/(.*) /new/$1;`.
	 *
	 * @return array<string, mixed>|string
	 */
	private static function entry( string $line ): array|string {
		if ( ! preg_match( '/^("[^"]*"|\S+)\s+("[^"]*"|\S+?)\s*;/', $line, $found ) ) {
			return __( 'Not an entry of a map.', 'igny8' );
		}
		$source = trim( $found[1], '"' );
		$rule   = array( 'source' => (string) preg_replace( '/^~\*?/', '', $source ), 'target' => trim( $found[2], '"' ), 'code' => 301, 'query' => 'ignore', 'ignore_case' => str_starts_with( $source, '~*' ) );
		return str_starts_with( $source, '~' ) ? self::rule( $rule, true ) : self::rule( array( 'match' => 'exact', 'ignore_slash' => false ) + $rule, false );
	}

	/**
	 * @param array<string, mixed> $rule
	 * @return array<string, mixed>|string
	 */
	private static function rule( array $rule, bool $is_pattern ): array|string {
		$rule['target'] = str_replace( array( '$scheme://$host', '$scheme://$server_name', 'https://$host', 'http://$host' ), '', $rule['target'] );
		if ( preg_match( '/\$(?![0-9])/', $rule['target'] ) ) {
			return __( 'Its target uses variables of the server.', 'igny8' );
		}
		return $is_pattern ? Formats::simplified( $rule ) : $rule;
	}

	private static function escaped( string $target ): string {
		return (string) preg_replace( '/\$(?![0-9])/', '%24', $target );
	}

	private static function quoted( string $word ): string {
		$word = Formats::without_quotes( $word );
		return preg_match( '/[\s;{}]/', $word ) ? "\"{$word}\"" : $word;
	}
}
