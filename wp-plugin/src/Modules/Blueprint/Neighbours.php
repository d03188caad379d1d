<?php
/**
 * Finds what lies around a planned page, by the rules that the engine's writers were made for.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * Mirrors `select_context()` of `engine/igny8/writing/context.py`, order included: the first pages matter most there.
 */
final class Neighbours {

	/**
	 * `MAX_NEIGHBOURS` of the engine: more would be refused.
	 */
	private const MAX = 40;

	/**
	 * Of those, ways to commercial pages: every page needs some, and they come last.
	 */
	private const MAX_COMMERCIAL = 6;

	public function __construct( private readonly Document $document ) {}

	/**
	 * @param array<string, mixed> $page
	 * @return list<array{relation: string, page: array<string, mixed>}> Each page once, under the first relation that fits.
	 */
	public function of( array $page ): array {
		$cluster = $this->document->cluster( $page['cluster'] ?? '' );
		$groups  = array(
			'home'       => $this->document->pages_of_kind( 'home' ),
			'parent'     => $this->parents( $page, $cluster ),
			'child'      => $this->children( $page, $cluster ),
			'article'    => null === $cluster ? array() : $this->of_kind( $this->document->pages_of_cluster( $cluster['id'] ), array( 'article' ) ),
			'sibling'    => $this->siblings( $page, $cluster ),
			'related'    => $this->hubs( $cluster['related'] ?? array() ),
			'term'       => $this->terms( $page ),
			'commercial' => $this->document->pages_of_kind( 'commercial' ),
		);
		$found   = array();
		foreach ( $groups as $relation => $pages ) {
			foreach ( array_filter( $pages ) as $other ) {
				$found[ $other['id'] ] ??= array(
					'relation' => $relation,
					'page'     => $other,
				);
			}
		}
		unset( $found[ $page['id'] ] );
		return self::cut( array_values( $found ) );
	}

	/**
	 * @param array<string, mixed>      $page
	 * @param array<string, mixed>|null $cluster
	 * @return list<array<string, mixed>|null>
	 */
	private function parents( array $page, ?array $cluster ): array {
		return array(
			$this->document->page( $page['parent'] ?? '' ),
			$this->document->hub_of_cluster( $cluster['parent'] ?? '' ),
			in_array( $page['kind'], array( 'article', 'term' ), true ) ? $this->document->hub_of_cluster( $page['cluster'] ?? '' ) : null,
		);
	}

	/**
	 * @param array<string, mixed>      $page
	 * @param array<string, mixed>|null $cluster
	 * @return list<array<string, mixed>|null>
	 */
	private function children( array $page, ?array $cluster ): array {
		$below = $this->of_kind( $this->document->children( $page['id'] ), array( 'hub', 'term' ) );
		if ( 'home' === $page['kind'] ) {
			$menu = array_map( array( $this->document, 'page' ), $this->document->menu_pages() );
			$top  = array_filter( $this->document->pages_of_kind( 'hub' ), static fn( array $hub ) => in_array( $hub['parent'], array( null, $page['id'] ), true ) );
			usort( $top, static fn( array $a, array $b ) => $a['phase'] <=> $b['phase'] );
			return array( ...$this->of_kind( array( ...array_filter( $menu ), ...$top ), array( 'hub' ) ), ...$below );
		}
		if ( null === $cluster || ! in_array( $page['kind'], array( 'hub', 'term' ), true ) ) {
			return $below;
		}
		$inner = array_filter( $this->document->clusters(), static fn( array $other ) => $other['parent'] === $cluster['id'] );
		return array( ...$below, ...$this->hubs( array_column( $inner, 'id' ) ) );
	}

	/**
	 * @param array<string, mixed>      $page
	 * @param array<string, mixed>|null $cluster
	 * @return list<array<string, mixed>|null>
	 */
	private function siblings( array $page, ?array $cluster ): array {
		$hubs = array();
		if ( null !== $cluster && 'hub' === $page['kind'] ) {
			$axes = array_column( $cluster['values'], 'attribute' );
			$like = array_filter(
				$this->document->clusters(),
				static fn( array $other ) => $other['parent'] === $cluster['parent'] && $other['sector'] === $cluster['sector']
					&& array() !== array_intersect( $axes, array_column( $other['values'], 'attribute' ) )
			);
			$hubs = $this->hubs( array_column( $like, 'id' ) );
		}
		if ( null === $page['term'] ) {
			return $hubs;
		}
		$taxonomy = $page['term']['taxonomy'];
		return array( ...$hubs, ...array_filter( $this->document->pages_of_kind( 'term' ), static fn( array $other ) => ( $other['term']['taxonomy'] ?? '' ) === $taxonomy ) );
	}

	/**
	 * @param array<string, mixed> $page
	 * @return list<array<string, mixed>|null>
	 */
	private function terms( array $page ): array {
		$pages = array_map( fn( array $term ) => $this->document->page_of_term( $term['taxonomy'], $term['term'] ), $page['terms'] );
		$first = 'home' === $page['kind'] ? ( $this->document->taxonomies()[0] ?? null ) : null;
		return array( ...$pages, ...array_map( fn( array $term ) => $this->document->page_of_term( $first['slug'], $term['slug'] ), $first['terms'] ?? array() ) );
	}

	/**
	 * @param list<string> $cluster_ids
	 * @return list<array<string, mixed>|null>
	 */
	private function hubs( array $cluster_ids ): array {
		return array_map( array( $this->document, 'hub_of_cluster' ), $cluster_ids );
	}

	/**
	 * @param array<array<string, mixed>> $pages
	 * @param list<string>                $kinds
	 * @return list<array<string, mixed>>
	 */
	private function of_kind( array $pages, array $kinds ): array {
		return array_values( array_filter( $pages, static fn( array $page ) => in_array( $page['kind'], $kinds, true ) ) );
	}

	/**
	 * @param list<array{relation: string, page: array<string, mixed>}> $found
	 * @return list<array{relation: string, page: array<string, mixed>}>
	 */
	private static function cut( array $found ): array {
		if ( count( $found ) <= self::MAX ) {
			return $found;
		}
		$ways   = array_filter( $found, static fn( array $item ) => 'commercial' === $item['relation'] );
		$ways   = array_slice( $ways, 0, self::MAX_COMMERCIAL );
		$others = array_filter( $found, static fn( array $item ) => 'commercial' !== $item['relation'] );
		return array( ...array_slice( $others, 0, self::MAX - count( $ways ) ), ...$ways );
	}
}
