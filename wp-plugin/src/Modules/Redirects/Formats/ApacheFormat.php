<?php
/**
 * Rules as directives of Apache: Redirect, RedirectMatch and RewriteRule, as they stand in .htaccess files.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects\Formats;

/**
 * By the documentation of mod_alias and mod_rewrite. Directives that redirect nobody (Options, RewriteEngine, comments,
 * WordPress' own block) are passed over; what redirects in a way we cannot is reported with its line.
 */
final class ApacheFormat {

	private const CODES = array( 'permanent' => 301, 'temp' => 302, 'seeother' => 302, 'gone' => 410, '303' => 302 );

	private const SILENT = '/^(?:#|<|RewriteEngine\b|RewriteBase\b|RewriteOptions\b|RewriteMap\b|Options\b|AddType\b|AddDefaultCharset\b|Header\b|Expires\w*\b|ErrorDocument\b|DirectoryIndex\b|Order\b|Deny\b|Allow\b|Require\b|php_\w+\b|SetEnv\w*\b|AddOutputFilterByType\b|FileETag\b|ServerSignature\b|Auth\w+\b|AddHandler\b|AddEncoding\b|DefaultType\b)/i';

	/**
	 * What a RewriteCond may look at → our condition.
	 */
	private const CONDITIONS = array( 'HTTP_USER_AGENT' => 'user_agent', 'HTTP_REFERER' => 'referrer' );

	/**
	 * @return array{rules: array<int, array<string, mixed>>, problems: list<array{line: int, text: string, reason: string}>}
	 */
	public static function read( string $text ): array {
		$rules      = array();
		$problems   = array();
		$conditions = array();
		$base       = '/';
		$is_core    = false;
		foreach ( preg_split( '/\R/', $text ) as $at => $line ) {
			$line    = trim( $line );
			$is_core = str_contains( $line, '# BEGIN WordPress' ) || ( $is_core && ! str_contains( $line, '# END WordPress' ) );
			if ( '' === $line || $is_core || preg_match( self::SILENT, $line ) ) {
				$base = preg_match( '/^RewriteBase\s+(\S+)/i', $line, $found ) && ! $is_core ? trailingslashit( $found[1] ) : $base;
				continue;
			}
			if ( preg_match( '/^RewriteCond\s+(.*)$/i', $line, $found ) ) {
				$conditions[] = self::words( $found[1] );
				continue;
			}
			$rule = self::line( $line, $conditions, $base );
			if ( is_array( $rule ) ) {
				$rules[ $at + 1 ] = $rule;
			} else {
				$problems[] = array( 'line' => $at + 1, 'text' => mb_substr( $line, 0, 200 ), 'reason' => $rule );
			}
			$conditions = array(); // They belong to the next rule only.
		}
		return array( 'rules' => $rules, 'problems' => $problems );
	}

	/**
	 * @param list<array<string, mixed>> $rules
	 */
	public static function write( array $rules ): string {
		$lines = array( '# Redirects of IGNY8. Needs mod_alias and mod_rewrite.', 'RewriteEngine On' );
		foreach ( $rules as $rule ) {
			if ( ! $rule['is_on'] || ! $rule['group_on'] ) {
				continue;
			}
			if ( array() !== (array) $rule['conditions'] ) {
				$lines[] = "# Left out, has conditions: {$rule['source']}";
				continue;
			}
			array_push( $lines, ...self::lines( $rule ) );
		}
		return implode( "\n", $lines ) . "\n";
	}

	/**
	 * @param list<list<string>> $conditions
	 * @return array<string, mixed>|string Or why it is no rule of ours.
	 */
	private static function line( string $line, array $conditions, string $base ): array|string {
		$words = self::words( $line );
		$name  = strtolower( (string) array_shift( $words ) );
		return match ( $name ) {
			'redirect', 'redirectmatch'  => self::redirect( $words, 'redirectmatch' === $name ),
			'redirectpermanent'          => self::redirect( array( '301', ...$words ), false ),
			'redirecttemp'               => self::redirect( array( '302', ...$words ), false ),
			'rewriterule'                => self::rewrite( $words, $conditions, $base ),
			default                      => __( 'Not a directive that redirects.', 'igny8' ),
		};
	}

	/**
	 * @param list<string> $words
	 * @return array<string, mixed>|string
	 */
	private static function redirect( array $words, bool $is_pattern ): array|string {
		$code = 302; // Apache's default.
		if ( isset( $words[0] ) && ( ctype_digit( $words[0] ) || isset( self::CODES[ strtolower( $words[0] ) ] ) ) ) {
			$word = strtolower( (string) array_shift( $words ) );
			$code = self::CODES[ $word ] ?? (int) $word;
		}
		if ( ! isset( $words[0] ) || ( $code < 400 && ! isset( $words[1] ) ) ) {
			return __( 'The old or the new address is missing.', 'igny8' );
		}
		$rule = array( 'source' => $words[0], 'target' => $words[1] ?? '', 'code' => $code );
		return $is_pattern ? Formats::simplified( array( 'ignore_case' => str_starts_with( $words[0], '(?i)' ), 'source' => (string) preg_replace( '/^\(\?i\)/', '', $words[0] ) ) + $rule ) : array( 'match' => 'prefix', 'ignore_case' => false ) + $rule;
	}

	/**
	 * @param list<string>       $words
	 * @param list<list<string>> $conditions
	 * @return array<string, mixed>|string
	 */
	private static function rewrite( array $words, array $conditions, string $base ): array|string {
		list( $pattern, $target, $flags ) = $words + array( '', '', '' );
		$flags                            = array_map( 'trim', explode( ',', strtoupper( trim( $flags, '[]' ) ) ) );
		$code                             = 0;
		foreach ( $flags as $flag ) {
			if ( 'G' === $flag || 'GONE' === $flag ) {
				$code = 410;
			} elseif ( preg_match( '/^R(?:EDIRECT)?(?:=(\w+))?$/', $flag, $found ) ) {
				$word = strtolower( $found[1] ?? '302' );
				$code = self::CODES[ $word ] ?? (int) $word;
			}
		}
		if ( 0 === $code || '' === $pattern ) {
			return __( 'It rewrites inside the server and redirects nobody.', 'igny8' );
		}
		if ( str_contains( $target, '%{' ) || preg_match( '/%[0-9]/', $target ) || str_starts_with( $pattern, '!' ) ) {
			return __( 'It uses variables of the server, or “not” in front of the pattern.', 'igny8' );
		}
		$source = str_starts_with( $pattern, '^' ) ? '^' . ( str_starts_with( $pattern, '^/' ) ? substr( $pattern, 1 ) : preg_quote( $base ) . substr( $pattern, 1 ) ) : $pattern;
		$rule   = array( 'source' => $source, 'target' => '-' === $target ? '' : rtrim( $target, '?' ), 'code' => $code, 'ignore_case' => array() !== array_intersect( array( 'NC', 'NOCASE' ), $flags ), 'query' => str_contains( $target, '?' ) && ! in_array( 'QSA', $flags, true ) ? 'ignore' : 'pass' );
		return self::with_conditions( Formats::simplified( $rule ), $conditions );
	}

	/**
	 * @param array<string, mixed> $rule
	 * @param list<list<string>>   $conditions
	 * @return array<string, mixed>|string
	 */
	private static function with_conditions( array $rule, array $conditions ): array|string {
		foreach ( $conditions as $words ) {
			list( $subject, $pattern, $flags ) = $words + array( '', '', '' );
			$subject                           = trim( $subject, '%{}' );
			if ( isset( self::CONDITIONS[ $subject ] ) && ! str_contains( strtoupper( $flags ), 'OR' ) ) {
				$rule['conditions'][ self::CONDITIONS[ $subject ] ] = ( str_starts_with( $pattern, '!' ) ? '!' : '' ) . '~' . ltrim( $pattern, '!' );
			} elseif ( 'QUERY_STRING' === $subject && 'exact' === $rule['match'] && preg_match( '/^\^((?:[^\\\\^$.|?*+()\[\]{}]|\\\\[^A-Za-z0-9])+)\$$/', $pattern, $found ) ) {
				$rule['source'] .= '?' . stripslashes( $found[1] );
			} elseif ( in_array( $subject, array( 'REQUEST_FILENAME', 'HTTPS' ), true ) || ( 'HTTP_HOST' === $subject && self::is_own_host( $pattern ) ) ) {
				continue; // Rules here are asked on missing pages of this host only.
			} else {
				/* translators: %s: variable of a web server. */
				return sprintf( __( 'Its condition on %s cannot be kept.', 'igny8' ), $subject );
			}
		}
		return $rule;
	}

	private static function is_own_host( string $pattern ): bool {
		$host = (string) wp_parse_url( home_url(), PHP_URL_HOST );
		return 1 === preg_match( '~' . str_replace( '~', '\~', mb_scrub( $pattern ) ) . '~i', $host ) && ! str_starts_with( $pattern, '!' );
	}

	/**
	 * @param array<string, mixed> $rule
	 * @return list<string>
	 */
	private static function lines( array $rule ): array {
		$as      = Formats::as_pattern( $rule );
		$query   = explode( '?', $rule['source'], 2 )[1] ?? '';
		$pattern = ( $rule['ignore_case'] ? '(?i)' : '' ) . $as['pattern'];
		if ( 'exact' === $rule['query'] && 'exact' === $rule['match'] ) {
			$flags = $rule['code'] >= 400 ? 'G' : "R={$rule['code']},L";
			return array( 'RewriteCond %{QUERY_STRING} ' . self::quoted( '^' . preg_quote( $query ) . '$' ), 'RewriteRule ' . self::quoted( '^' . substr( ltrim( $as['pattern'], '^' ), 1 ) ) . ' ' . ( $rule['code'] >= 400 ? '-' : self::quoted( $as['target'] . '?' ) ) . " [{$flags}" . ( $rule['ignore_case'] ? ',NC' : '' ) . ']' );
		}
		return array( "RedirectMatch {$rule['code']} " . self::quoted( $pattern ) . ( $rule['code'] >= 400 ? '' : ' ' . self::quoted( $as['target'] ) ) );
	}

	private static function quoted( string $word ): string {
		$word = Formats::without_quotes( $word );
		return preg_match( '/\s/', $word ) ? "\"{$word}\"" : $word;
	}

	/**
	 * Words of a directive; quotes hold blanks together.
	 *
	 * @return list<string>
	 */
	private static function words( string $line ): array {
		preg_match_all( '/"((?:[^"\\\\]|\\\\.)*)"|(\S+)/', $line, $found, PREG_SET_ORDER );
		return array_map( static fn( array $word ) => isset( $word[2] ) ? $word[2] : str_replace( '\"', '"', $word[1] ), $found );
	}
}
