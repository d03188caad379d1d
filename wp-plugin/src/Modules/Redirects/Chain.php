<?php
/**
 * Follows rules from one to the next, so that a visitor is sent once and never round in a circle.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

/**
 * A rule fires only where no page is, unless it is an "always" rule; a page may have a redirect of its own (field
 * `redirect`). Both are steps of a chain.
 */
final class Chain {

	public const LONGEST = 10; // Steps; browsers give up after 20.

	/**
	 * @param bool $looks_at_pages Whether the field `redirect` of pages on the way counts: true where rules are saved, tested or checked; a visitor's request leaves that to the page itself, as it takes some queries.
	 */
	public function __construct( private readonly Matcher $matcher, private readonly bool $looks_at_pages = true ) {}

	/**
	 * Where a visitor finally arrives who was sent to an address of this site.
	 *
	 * @param string       $url     Where the first rule leads.
	 * @param list<string> $visited Paths behind us, as Path::full() gives them.
	 * @return array{url: string, code: int, steps: list<array{url: string, rule: int}>}|null Null: round in a circle. code: 410 or 451 when it ends there, otherwise 0.
	 */
	public function end( string $url, Visit $visit, array $visited ): ?array {
		$steps = array();
		while ( count( $steps ) < self::LONGEST ) {
			$address = Target::local( $url );
			if ( null === $address ) {
				return array( 'url' => $url, 'code' => 0, 'steps' => $steps );
			}
			if ( in_array( $address->full(), $visited, true ) ) {
				return null;
			}
			$visited[] = $address->full();
			$next      = $this->next( $visit->at( $address ) );
			if ( null === $next || $next['code'] >= 400 ) {
				return array( 'url' => $url, 'code' => $next['code'] ?? 0, 'steps' => $steps );
			}
			$url     = $next['url'];
			$steps[] = array( 'url' => $url, 'rule' => $next['rule'] );
		}
		return null;
	}

	/**
	 * Whether rules lead from an address back to a rule's own source, for any visitor.
	 *
	 * @param array<string, mixed> $rule    The rule about to be saved.
	 * @param list<string>         $visited
	 * @return list<string>|null The addresses of the circle.
	 */
	public function circle( array $rule, Path $address, array $visited = array() ): ?array {
		if ( in_array( $address->full(), $visited, true ) || count( $visited ) >= self::LONGEST ) {
			return null; // A circle of others, which this rule only enters: told by the check.
		}
		$visited[] = $address->full();
		if ( $this->is_source( $rule, $address ) && ( 1 === (int) $rule['is_always'] || null === PageAt::find( $address ) ) ) {
			return $visited;
		}
		foreach ( $this->targets( $address, (int) ( $rule['id'] ?? 0 ) ) as $url ) {
			$next  = Target::local( $url );
			$found = null === $next ? null : $this->circle( $rule, $next, $visited );
			if ( null !== $found ) {
				return $found;
			}
		}
		return null;
	}

	/**
	 * The one step every visitor of an address takes: for flattening. Null when there is none, or visitors differ.
	 *
	 * @return array{url: string, rule: int}|null
	 */
	public function certain( Path $address, int $except ): ?array {
		$page = PageAt::find( $address );
		foreach ( $this->matcher->at( $address ) as $met ) {
			if ( (int) $met['rule']['id'] === $except || ( null !== $page && 1 !== (int) $met['rule']['is_always'] ) ) {
				continue;
			}
			if ( $met['is_conditional'] || (int) $met['rule']['code'] >= 400 ) {
				return null;
			}
			$url = Target::of( $met['rule'], $met, $address );
			return '' === $url ? null : array( 'url' => $url, 'rule' => (int) $met['rule']['id'] );
		}
		$own = null === $page ? '' : PageAt::redirect( $page );
		return '' === $own ? null : array( 'url' => $own, 'rule' => 0 );
	}

	/**
	 * @return array{url: string, code: int, rule: int}|null
	 */
	private function next( Visit $visit ): ?array {
		$found = $this->matcher->find( $visit );
		$page  = null === $found && $this->looks_at_pages ? PageAt::find( $visit->address ) : null;
		if ( null !== $found && 1 !== (int) $found['rule']['is_always'] ) {
			$page  = PageAt::find( $visit->address );
			$found = null === $page ? $found : $this->matcher->find( $visit, true );
		}
		if ( null !== $found ) {
			$url = (int) $found['rule']['code'] >= 400 ? '-' : Target::of( $found['rule'], $found, $visit->address );
			return '' === $url ? null : array( 'url' => $url, 'code' => (int) $found['rule']['code'], 'rule' => (int) $found['rule']['id'] );
		}
		$own = null === $page ? '' : PageAt::redirect( $page );
		return '' === $own ? null : array( 'url' => $own, 'code' => 301, 'rule' => 0 );
	}

	/**
	 * @return list<string>
	 */
	private function targets( Path $address, int $except ): array {
		$page = PageAt::find( $address );
		$urls = array( null === $page ? '' : PageAt::redirect( $page ) );
		foreach ( $this->matcher->at( $address ) as $met ) {
			if ( (int) $met['rule']['id'] !== $except && (int) $met['rule']['code'] < 400 && ( null === $page || 1 === (int) $met['rule']['is_always'] ) ) {
				$urls[] = Target::of( $met['rule'], $met, $address );
			}
		}
		return array_values( array_filter( $urls ) );
	}

	/**
	 * @param array<string, mixed> $rule
	 */
	private function is_source( array $rule, Path $address ): bool {
		return null !== $this->matcher->meets( $rule, $address );
	}
}
