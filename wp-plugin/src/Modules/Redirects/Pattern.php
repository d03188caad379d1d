<?php
/**
 * Regular expressions of rules: compiled safely, and indexed by the literal path they begin with.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

/**
 * An owner writes `^/shop/(\d+)$`; delimiters, Unicode mode and limits are ours. A pattern that begins with `^` and whole
 * literal segments is stored under the hash of those, so that it is tried only on addresses below them. Patterns that
 * begin anywhere are tried on every missing page, and limited in number.
 */
final class Pattern {

	public const MOST = 1000; // Rows a lookup reads at most; more cannot come of the limits below.

	public const MOST_ANYWHERE = 200; // Patterns tried on every missing page: 200 take about 0.1 ms.

	private const LONGEST = 500;

	/**
	 * PCRE gives up beyond these steps, on every engine (just-in-time compiled or not): about 1 ms.
	 */
	private const LIMITS = '(*LIMIT_MATCH=20000)(*LIMIT_RECURSION=500)';

	/**
	 * Texts on which careless patterns explode: runs of what classes like \w, \d, [^/] and . accept.
	 */
	private const TRAPS = array( 'a', 'aa/', '0', 'a-', '/', '%', ' ', 'ab', 'é' );

	private const TRAP_LENGTH = 250;

	/**
	 * With delimiters and limits, as preg_match() takes it.
	 */
	public static function compiled( string $pattern, bool $is_ignoring_case ): string {
		return '~' . self::LIMITS . str_replace( '~', '\x7E', self::unescaped( $pattern ) ) . '~u' . ( $is_ignoring_case ? 'i' : '' );
	}

	/**
	 * Groups of a match; null when there is none or the pattern needed too many steps.
	 *
	 * @return list<string>|null
	 */
	public static function match( string $pattern, bool $is_ignoring_case, string $path ): ?array {
		$groups = array();
		return 1 === preg_match( self::compiled( $pattern, $is_ignoring_case ), $path, $groups ) ? array_values( array_filter( $groups, 'is_int', ARRAY_FILTER_USE_KEY ) ) : null;
	}

	/**
	 * Why a pattern cannot be used, or '' when it can.
	 */
	public static function fault( string $pattern ): string {
		if ( '' === $pattern || strlen( $pattern ) > self::LONGEST ) {
			/* translators: %d: number of characters. */
			return sprintf( __( 'A regular expression needs 1 to %d characters.', 'igny8' ), self::LONGEST );
		}
		if ( preg_match( '/\(\*[A-Z]/', $pattern ) || str_contains( $pattern, '(?C' ) ) {
			return __( 'Verbs such as (*…) are not allowed in a regular expression here.', 'igny8' );
		}
		$fault = '';
		// A pattern that does not compile is a warning to PHP and an answer to the owner.
		set_error_handler( // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- Only around one call; put back below.
			static function ( int $number, string $message ) use ( &$fault ): bool {
				$fault = (string) preg_replace( '/^preg_match\(\):\s*/', '', $message );
				return true;
			}
		);
		$result = preg_match( self::compiled( $pattern, true ), '/' );
		restore_error_handler();
		if ( false === $result ) {
			/* translators: %s: technical reason. */
			return sprintf( __( 'This is not a valid regular expression: %s', 'igny8' ), '' === $fault ? preg_last_error_msg() : $fault );
		}
		return self::is_explosive( $pattern ) ? __( 'This regular expression can take very long on some addresses, usually because of one repetition inside another, like (a+)+. Write it without that.', 'igny8' ) : '';
	}

	/**
	 * The literal segments a pattern begins with: `^/shop/item-(\d+)` → `/shop`; '' when it may begin anywhere.
	 */
	public static function head( string $pattern ): string {
		if ( ! str_starts_with( $pattern, '^' ) || self::has_alternatives( $pattern ) ) {
			return '';
		}
		$literal = '';
		$length  = strlen( $pattern );
		for ( $at = 1; $at < $length; $at++ ) {
			$character = $pattern[ $at ];
			if ( '\\' === $character && $at + 1 < $length && ! ctype_alnum( $pattern[ $at + 1 ] ) ) {
				$character = $pattern[ ++$at ];
			} elseif ( false !== strpos( '\\^$.[|()?*+{', $character ) ) {
				break;
			}
			if ( false !== strpos( '?*{', $pattern[ $at + 1 ] ?? ' ' ) ) {
				break; // The character may be missing.
			}
			$literal .= $character;
		}
		if ( in_array( substr( $pattern, $at ), array( '$', '/?$' ), true ) && str_starts_with( $literal, '/' ) ) {
			return rtrim( $literal, '/' ); // The whole pattern is literal.
		}
		$end = strrpos( $literal, '/' );
		return false === $end || '' === $literal || '/' !== $literal[0] ? '' : substr( $literal, 0, $end );
	}

	/**
	 * Number of capturing groups.
	 */
	public static function groups( string $pattern ): int {
		preg_match_all( self::compiled( "(?:{$pattern})|", true ), '', $found );
		return max( 0, count( array_filter( array_keys( $found ), 'is_int' ) ) - 1 );
	}

	private static function is_explosive( string $pattern ): bool {
		// Its own characters too, and all of them at the end: PCRE gives up at once on a text without one that it needs.
		preg_match_all( '/(?<!\\\\)[A-Za-z0-9]/', $pattern, $own );
		foreach ( array( ...self::TRAPS, ...array_slice( array_unique( $own[0] ), 0, 6 ) ) as $trap ) {
			$run = mb_substr( str_repeat( $trap, self::TRAP_LENGTH ), 0, self::TRAP_LENGTH );
			foreach ( array( "/{$run}", "/{$run}\x01" . implode( $own[0] ), self::head( $pattern ) . "/{$run}\x01", self::head( $pattern ) . "/{$run}/!" ) as $text ) {
				preg_match( self::compiled( $pattern, true ), $text );
				if ( in_array( preg_last_error(), array( PREG_BACKTRACK_LIMIT_ERROR, PREG_RECURSION_LIMIT_ERROR, PREG_JIT_STACKLIMIT_ERROR ), true ) ) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Whether a `|` stands outside all groups and classes.
	 */
	private static function has_alternatives( string $pattern ): bool {
		$bare = (string) preg_replace( array( '/\\\\./s', '/\[\^?\]?[^\]]*\]/' ), '', $pattern );
		do {
			$bare = (string) preg_replace( '/\([^()]*\)/', '', $bare, -1, $count );
		} while ( $count > 0 );
		return str_contains( $bare, '|' );
	}

	/**
	 * Slashes need no backslash here; those who bring patterns from elsewhere have them.
	 */
	private static function unescaped( string $pattern ): string {
		return str_replace( '\/', '/', $pattern );
	}
}
