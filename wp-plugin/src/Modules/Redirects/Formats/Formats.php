<?php
/**
 * The list of files that rules can be read from and written to.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects\Formats;

/**
 * A format has `read( string $text )` and `write( list of rules as RuleView shows them )`. Reading gives rules by the
 * number of their line, and every line that is no rule with the reason: nothing is dropped silently.
 *
 * @phpstan-type Parsed array{rules: array<int, array<string, mixed>>, problems: list<array{line: int, text: string, reason: string}>}
 */
final class Formats {

	/**
	 * @var array<string, array{class: class-string, file: string}>
	 */
	public const ALL = array(
		'csv'    => array( 'class' => CsvFormat::class, 'file' => 'redirects.csv' ),
		'apache' => array( 'class' => ApacheFormat::class, 'file' => 'redirects.htaccess' ),
		'nginx'  => array( 'class' => NginxFormat::class, 'file' => 'redirects.nginx.conf' ),
		'json'   => array( 'class' => RedirectionJson::class, 'file' => 'redirects.json' ),
	);

	/**
	 * @return array{rules: array<int, array<string, mixed>>, problems: list<array{line: int, text: string, reason: string}>}
	 */
	public static function read( string $format, string $text ): array {
		$text = str_starts_with( $text, "\xEF\xBB\xBF" ) ? substr( $text, 3 ) : $text;
		return ( self::ALL[ 'auto' === $format ? self::guess( $text ) : $format ]['class'] )::read( $text );
	}

	/**
	 * @param list<array<string, mixed>> $rules
	 */
	public static function write( string $format, array $rules ): string {
		return ( self::ALL[ $format ]['class'] )::write( $rules );
	}

	public static function guess( string $text ): string {
		return match ( true ) {
			1 === preg_match( '/^\s*[{\[]/', $text )                                                                => 'json',
			1 === preg_match( '/^\s*(?:Redirect(?:Match|Permanent|Temp)?|Rewrite(?:Rule|Engine|Cond|Base)|<IfModule)\b/mi', $text ) => 'apache',
			1 === preg_match( '/^\s*(?:location\b.*\{|rewrite\s.*;|map\s.*\{|server\s*\{|if\s*\()/m', $text )          => 'nginx',
			default                                                                                                  => 'csv',
		};
	}

	/**
	 * A rule of a regular expression, or the simpler rule that means the same: `^/old/?$` is an address, and
	 * `^/old/(.*)$` to `/new/$1` everything below one.
	 *
	 * @param array<string, mixed> $rule With `source` and `target`.
	 * @return array<string, mixed>
	 */
	public static function simplified( array $rule ): array {
		$source  = str_replace( '\/', '/', $rule['source'] );
		$target  = $rule['target'] ?? '';
		$literal = '(/?(?:[^\\\\^$.|?*+()\[\]{}]|\\\\[^A-Za-z0-9])*?)';
		if ( preg_match( "~^\^{$literal}(/\?)?\\$$~u", $source, $found ) && '' !== $found[1] ) {
			return array( 'match' => 'exact', 'source' => self::plain( $found[1] ), 'ignore_slash' => isset( $found[2] ) ) + $rule;
		}
		if ( preg_match( "~^\^{$literal}(?:/\(\.\*\)|\(/\.\*\)\?)\\$?$~u", $source, $found ) && '' !== $found[1] && str_ends_with( $target, '$1' ) && 1 === substr_count( $target, '$' ) ) {
			return array( 'match' => 'prefix', 'source' => self::plain( $found[1] ), 'target' => substr( $target, 0, -2 ) ) + $rule;
		}
		return array( 'match' => 'regex' ) + $rule;
	}

	/**
	 * The regular expression that means the same as a rule, with what a server writes in the target for its groups.
	 *
	 * @param array<string, mixed> $rule
	 * @return array{pattern: string, target: string}
	 */
	public static function as_pattern( array $rule ): array {
		$target = self::target( $rule );
		$path   = preg_quote( rtrim( explode( '?', $rule['source'], 2 )[0], '/' ) );
		return match ( $rule['match'] ) {
			'regex'  => array( 'pattern' => $rule['source'], 'target' => $target ),
			'prefix' => array( 'pattern' => "^{$path}(/.*)?$", 'target' => str_contains( $target, '$1' ) ? str_replace( '/$1', '$1', $target ) : rtrim( $target, '/' ) . '$1' ),
			default  => array( 'pattern' => '^' . ( $rule['ignore_slash'] ? "{$path}/?" : preg_quote( explode( '?', $rule['source'], 2 )[0] ) ) . '$', 'target' => $target ),
		};
	}

	/**
	 * Where a rule leads, for another program: groups stay `$1`.
	 *
	 * @param array<string, mixed> $rule
	 */
	public static function target( array $rule ): string {
		return 'url' !== $rule['target_type'] ? $rule['target_url'] : ( str_starts_with( $rule['target'], '/' ) ? untrailingslashit( home_url() ) . $rule['target'] : $rule['target'] );
	}

	/**
	 * A word that a server reads in one piece: a quotation mark as its number, with what backslashes stand before it, because
	 * servers do not agree on how to read `\\"`; no line breaks.
	 */
	public static function without_quotes( string $word ): string {
		$word = (string) preg_replace( '/[\r\n\0]+/', '', $word );
		return (string) preg_replace_callback( '/(\\\\*)"/', static fn( array $found ) => str_repeat( '\\', intdiv( strlen( $found[1] ), 2 ) * 2 ) . '\x22', $word );
	}

	private static function plain( string $literal ): string {
		return '/' . ltrim( stripslashes( $literal ), '/' );
	}
}
