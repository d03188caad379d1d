<?php
/**
 * Reads a robots.txt and says what a crawler may fetch by it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

/**
 * By RFC 9309, with Google's note that equal rules allow (developers.google.com/crawling/docs/robots-txt/robots-txt-spec).
 *
 * @phpstan-type Rule array{line: int, allows: bool, path: string}
 */
final class RobotsRules {

	public const LARGEST_B = 512000; // Crawlers need not read more (RFC 9309, 2.5: at least 500 KiB).

	/**
	 * @var list<array{agents: list<string>, rules: list<array{line: int, allows: bool, path: string}>}>
	 */
	public readonly array $groups;

	public function __construct( string $text ) {
		$groups    = array();
		$is_naming = false;
		foreach ( self::lines( substr( $text, 0, self::LARGEST_B ) ) as $line => list( $name, $value ) ) {
			if ( 'user-agent' === $name ) {
				$is_naming || $groups[]                        = array( 'agents' => array(), 'rules' => array() );
				$groups[ count( $groups ) - 1 ]['agents'][] = strtolower( $value );
				$is_naming                                     = true;
			} elseif ( in_array( $name, array( 'allow', 'disallow' ), true ) ) {
				$is_naming = false;
				if ( '' !== $value && array() !== $groups ) { // An empty rule says nothing; a rule before any crawler is nobody's.
					$groups[ count( $groups ) - 1 ]['rules'][] = array( 'line' => $line, 'allows' => 'allow' === $name, 'path' => $value );
				}
			}
		}
		$this->groups = $groups;
	}

	/**
	 * What each line says, without comments and empty lines.
	 *
	 * @return \Generator<int, array{string, string}> Line from 1 → name in lower case, value. A line without colon has the name ''.
	 */
	public static function lines( string $text ): \Generator {
		$text = preg_replace( '/^\xEF\xBB\xBF/', '', $text );
		foreach ( preg_split( '/\r\n|\r|\n/', (string) $text ) as $index => $line ) {
			$line = trim( explode( '#', $line, 2 )[0] );
			if ( '' !== $line ) {
				$parts = explode( ':', $line, 2 );
				yield $index + 1 => isset( $parts[1] ) ? array( strtolower( trim( $parts[0] ) ), trim( $parts[1] ) ) : array( '', $line );
			}
		}
	}

	/**
	 * Whether a crawler may fetch an address, and by which rule.
	 *
	 * @param string $agent Product token such as Googlebot, or the whole header.
	 * @param string $path  Path with query, as in the request.
	 * @return array{allowed: bool, line: int, rule: string, agent: string} `line` 0 and `rule` '' when nothing matches; `agent` of the group that applies, '' for none.
	 */
	public function ask( string $agent, string $path ): array {
		$applies = $this->applying( $agent );
		$none    = array( 'allowed' => true, 'line' => 0, 'rule' => '', 'agent' => $applies['agent'] );
		$path    = self::normal( '' === $path ? '/' : $path );
		if ( '/robots.txt' === $path ) {
			return $none;
		}
		$best = null;
		foreach ( $applies['rules'] as $rule ) {
			$length = strlen( self::normal( $rule['path'] ) );
			if ( self::matches( $rule['path'], $path ) && ( null === $best || $length > $best['length'] || ( $length === $best['length'] && $rule['allows'] ) ) ) {
				$best = $rule + array( 'length' => $length );
			}
		}
		return null === $best ? $none : array(
			'allowed' => $best['allows'],
			'line'    => $best['line'],
			'rule'    => ( $best['allows'] ? 'Allow: ' : 'Disallow: ' ) . $best['path'],
			'agent'   => $applies['agent'],
		);
	}

	/**
	 * Rules of all groups that name the crawler most exactly; without any, those of `*` (RFC 9309, 2.2.1).
	 *
	 * @return array{agent: string, rules: list<array{line: int, allows: bool, path: string}>}
	 */
	private function applying( string $agent ): array {
		preg_match( '/^[a-z_-]+/i', trim( $agent ), $found );
		$token = strtolower( $found[0] ?? '' );
		$named = '' === $token ? array() : array_filter( $this->groups, static fn( array $group ) => in_array( $token, array_map( array( self::class, 'token' ), $group['agents'] ), true ) );
		$name  = array() === $named ? '*' : $token;
		$named = array() === $named ? array_filter( $this->groups, static fn( array $group ) => in_array( '*', $group['agents'], true ) ) : $named;
		return array( 'agent' => array() === $named ? '' : $name, 'rules' => array_merge( array(), ...array_column( $named, 'rules' ) ) );
	}

	/**
	 * A crawler as a group names it: `Googlebot/2.1` means Googlebot.
	 */
	private static function token( string $agent ): string {
		return preg_match( '/^[a-z_-]+/', $agent, $found ) ? $found[0] : $agent;
	}

	/**
	 * `*` stands for anything, `$` at the end for the end, everything else for itself from the beginning.
	 */
	private static function matches( string $pattern, string $path ): bool {
		$pattern = self::normal( $pattern );
		$is_end  = str_ends_with( $pattern, '$' );
		$parts   = explode( '*', $is_end ? substr( $pattern, 0, -1 ) : $pattern );
		if ( ! str_starts_with( $path, $parts[0] ) ) {
			return false;
		}
		$at   = strlen( $parts[0] );
		$last = count( $parts ) - 1;
		for ( $index = 1; $index <= $last; $index++ ) { // Leftmost finds: no backtracking, however many stars.
			if ( $is_end && $index === $last ) {
				return strlen( $path ) - strlen( $parts[ $index ] ) >= $at && str_ends_with( $path, $parts[ $index ] );
			}
			$found = '' === $parts[ $index ] ? $at : strpos( $path, $parts[ $index ], $at );
			if ( false === $found ) {
				return false;
			}
			$at = $found + strlen( $parts[ $index ] );
		}
		return ! $is_end || strlen( $path ) === $at;
	}

	/**
	 * Percent-encoding on both sides alike (RFC 9309, 2.2.2): unreserved characters plain, everything beyond ASCII encoded.
	 */
	private static function normal( string $path ): string {
		$path = preg_replace_callback( '/%([0-9a-f]{2})/i', static fn( array $found ) => preg_match( '/[A-Za-z0-9\-._~]/', chr( (int) hexdec( $found[1] ) ) ) ? chr( (int) hexdec( $found[1] ) ) : strtoupper( $found[0] ), $path );
		return (string) preg_replace_callback( '/[^\x21-\x7E]/', static fn( array $found ) => rawurlencode( $found[0] ), (string) $path );
	}
}
