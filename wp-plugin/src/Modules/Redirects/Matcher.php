<?php
/**
 * Finds the rule that an address and a visitor meet: one query, then the few rows it found are compared in full.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

/**
 * Order: place of the group, priority (low first), exact before prefix before regex, the longest source, the oldest rule.
 */
final class Matcher {

	private const KINDS = array( 'exact' => 0, 'prefix' => 1, 'regex' => 2 );

	/**
	 * @param list<string> $ignored Query parameters that no rule looks at: utm_* and the like.
	 */
	public function __construct( private readonly RulesTable $rules, private readonly array $ignored = array() ) {}

	/**
	 * The rule that fires, with what its pattern or prefix left over, or null.
	 *
	 * @return array{rule: array<string, mixed>, groups: list<string>, rest: string}|null
	 */
	public function find( Visit $visit, bool $only_always = false ): ?array {
		if ( $visit->address->is_protected() ) {
			return null;
		}
		foreach ( $this->candidates( $visit->address ) as $rule ) {
			if ( $only_always && 1 !== (int) $rule['is_always'] ) {
				continue;
			}
			$match = $this->compare( $rule, $visit );
			if ( is_array( $match ) ) {
				return array( 'rule' => $rule ) + $match;
			}
		}
		return null;
	}

	/**
	 * Every rule that was considered, in order, with '' or why it does not fire: for the test box.
	 *
	 * @return list<array{rule: array<string, mixed>, reason: string}> reason: case, slash, path, pattern, limit, query, or the name of a condition.
	 */
	public function explain( Visit $visit ): array {
		return array_map(
			function ( array $rule ) use ( $visit ): array {
				$match = $this->compare( $rule, $visit );
				return array( 'rule' => $rule, 'reason' => is_string( $match ) ? $match : '' );
			},
			$this->candidates( $visit->address, true )
		);
	}

	/**
	 * Every rule that some visitor of an address meets, in order: for following chains before anybody visits.
	 *
	 * @return list<array{rule: array<string, mixed>, groups: list<string>, rest: string, is_conditional: bool}>
	 */
	public function at( Path $address ): array {
		$met = array();
		foreach ( $address->is_protected() ? array() : $this->candidates( $address ) as $rule ) {
			$match = $this->fits( $rule, $address );
			if ( is_array( $match ) ) {
				$met[] = array( 'rule' => $rule, 'is_conditional' => array() !== self::conditions( $rule ) ) + $match;
			}
		}
		return $met;
	}

	/**
	 * What a rule, saved or not, makes of an address; null when the address is not its.
	 *
	 * @param array<string, mixed> $rule
	 * @return array{groups: list<string>, rest: string}|null
	 */
	public function meets( array $rule, Path $address ): ?array {
		$match = $this->fits( $rule, $address );
		return is_array( $match ) ? $match : null;
	}

	/**
	 * @param bool $with_all Expressions that do not fit as well: for explaining.
	 * @return list<array<string, mixed>> In the order to ask.
	 */
	private function candidates( Path $address, bool $with_all = false ): array {
		$anywhere = Path::hash( 'regex', '' );
		$hashes   = $address->hashes( $address->without( $this->ignored ) );
		$found    = $this->rules->candidates( $with_all ? $hashes : array_values( array_diff( $hashes, array( $anywhere ) ) ) );
		if ( ! $with_all && isset( ( get_option( Rules::ALWAYS ) ?: array() )['patterns'] ) ) {
			array_push( $found, ...$this->rules->of_ids( $this->fitting_patterns( $address ) ) );
		}
		if ( count( $found ) < 2 ) {
			return $found;
		}
		$order = array_map( array( self::class, 'order' ), $found );
		asort( $order ); // Lists of numbers, compared in C: half the time of a comparing function.
		return array_map( static fn( int $at ) => $found[ $at ], array_keys( $order ) );
	}

	/**
	 * Ids of the expressions that may match anywhere and do match here.
	 *
	 * @return list<int>
	 */
	private function fitting_patterns( Path $address ): array {
		$ids = array();
		foreach ( (array) get_option( Rules::PATTERNS, array() ) as list( $id, $source, $ignore_case, $ignore_slash ) ) {
			if ( is_array( $this->by_pattern( array( 'source' => $source, 'ignore_case' => $ignore_case, 'ignore_slash' => $ignore_slash ), $address ) ) ) {
				$ids[] = $id;
			}
		}
		return $ids;
	}

	/**
	 * @param array<string, mixed> $rule
	 * @return list<int>
	 */
	private static function order( array $rule ): array {
		return array( (int) $rule['place'], (int) $rule['priority'], self::KINDS[ $rule['match_type'] ], 'regex' === $rule['match_type'] ? 0 : -strlen( $rule['source'] ), '' === $rule['source_query'] ? 1 : 0, (int) $rule['id'] );
	}

	/**
	 * @param array<string, mixed> $rule
	 * @return array{groups: list<string>, rest: string}|string Or why it does not fire.
	 */
	private function compare( array $rule, Visit $visit ): array|string {
		$match = $this->fits( $rule, $visit->address );
		$unmet = is_string( $match ) ? '' : Conditions::unmet( self::conditions( $rule ), $visit );
		return '' === $unmet ? $match : $unmet;
	}

	/**
	 * @param array<string, mixed> $rule
	 * @return array{groups: list<string>, rest: string}|string
	 */
	private function fits( array $rule, Path $address ): array|string {
		$match = 'regex' === $rule['match_type'] ? $this->by_pattern( $rule, $address ) : self::by_path( $rule, $address->path );
		return is_array( $match ) && ! $this->has_query( $rule, $address ) ? 'query' : $match;
	}

	/**
	 * @param array<string, mixed> $rule Of a table: JSON as text or already read.
	 * @return array<string, mixed>
	 */
	private static function conditions( array $rule ): array {
		return is_array( $rule['conditions'] ) ? $rule['conditions'] : ( '[]' === $rule['conditions'] ? array() : (array) json_decode( $rule['conditions'], true ) );
	}

	/**
	 * @param array<string, mixed> $rule
	 * @return array{groups: list<string>, rest: string}|string
	 */
	private static function by_path( array $rule, string $path ): array|string {
		$source  = $rule['source'];
		$is_same = 1 === (int) $rule['ignore_case'] ? static fn( string $a, string $b ) => mb_strtolower( $a ) === mb_strtolower( $b ) : static fn( string $a, string $b ) => $a === $b;
		if ( 'prefix' === $rule['match_type'] ) {
			$source = rtrim( $source, '/' );
			$length = mb_strlen( $source );
			$rest   = mb_substr( $path, $length );
			if ( ! $is_same( $source, mb_substr( $path, 0, $length ) ) || ( '' !== $rest && '/' !== $rest[0] ) ) {
				return Path::key( $source ) === Path::key( mb_substr( $path, 0, $length ) ) ? 'case' : 'path';
			}
			return array( 'groups' => array(), 'rest' => ltrim( $rest, '/' ) );
		}
		if ( 1 === (int) $rule['ignore_slash'] ) {
			$source = rtrim( $source, '/' );
			$path   = rtrim( $path, '/' );
		} elseif ( str_ends_with( $source, '/' ) !== str_ends_with( $path, '/' ) ) {
			return 'slash';
		}
		if ( $is_same( $source, $path ) ) {
			return array( 'groups' => array(), 'rest' => '' );
		}
		return Path::key( $source ) === Path::key( $path ) ? 'case' : 'path';
	}

	/**
	 * @param array<string, mixed> $rule
	 * @return array{groups: list<string>, rest: string}|string
	 */
	private function by_pattern( array $rule, Path $address ): array|string {
		$text   = str_contains( $rule['source'], '\?' ) && '' !== $address->raw_query ? "{$address->path}?{$address->raw_query}" : $address->path;
		$groups = Pattern::match( $rule['source'], 1 === (int) $rule['ignore_case'], $text );
		$minds_slash = str_ends_with( $rule['source'], '/' ) || ( str_ends_with( $rule['source'], '$' ) && ! str_ends_with( $rule['source'], '/?$' ) );
		if ( null === $groups && $minds_slash && 1 === (int) $rule['ignore_slash'] && '/' !== $text ) {
			$groups = Pattern::match( $rule['source'], 1 === (int) $rule['ignore_case'], str_ends_with( $text, '/' ) ? rtrim( $text, '/' ) : "{$text}/" );
		}
		return null === $groups ? ( PREG_NO_ERROR === preg_last_error() ? 'pattern' : 'limit' ) : array( 'groups' => $groups, 'rest' => '' );
	}

	/**
	 * @param array<string, mixed> $rule
	 */
	private function has_query( array $rule, Path $address ): bool {
		if ( 'exact' !== $rule['query_mode'] ) {
			return true;
		}
		if ( 'regex' === $rule['match_type'] ) {
			return true; // The pattern itself says what it wants of the query.
		}
		return $rule['source_query'] === $address->query || $rule['source_query'] === $address->without( $this->ignored )->query;
	}
}
