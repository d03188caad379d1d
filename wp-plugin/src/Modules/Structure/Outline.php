<?php
/**
 * A version's structure as a tree: groups of attributes, hubs and what is below them, and how the clusters link to each other.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Modules\Blueprint\Document;

/**
 * A cluster stands in the group of the attribute that its topmost parent is first made from.
 */
final class Outline {

	/**
	 * Group of clusters that no value makes: those the owner added from keywords.
	 */
	public const OTHERS = '';

	private const LEVELS = array( 'primary', 'secondary', 'tertiary', 'facet' );

	public function __construct( private readonly Document $document ) {}

	/**
	 * Groups with clusters in them, those that structure most first.
	 *
	 * @return list<array{attribute: string, name: string, level: string, clusters: int}>
	 */
	public function groups(): array {
		$counts = array_count_values( array_map( array( $this, 'group_of' ), array_keys( $this->document->clusters() ) ) );
		$groups = array();
		foreach ( $this->document->data['attributes'] as $attribute ) {
			if ( isset( $counts[ $attribute['slug'] ] ) ) {
				$groups[] = array( 'attribute' => $attribute['slug'], 'name' => $attribute['name'], 'level' => $attribute['level'], 'clusters' => $counts[ $attribute['slug'] ] );
				unset( $counts[ $attribute['slug'] ] );
			}
		}
		usort( $groups, static fn( array $a, array $b ) => array_search( $a['level'], self::LEVELS, true ) <=> array_search( $b['level'], self::LEVELS, true ) );
		if ( array() !== $counts ) {
			$groups[] = array( 'attribute' => self::OTHERS, 'name' => __( 'Your own topics', 'igny8' ), 'level' => '', 'clusters' => array_sum( $counts ) );
		}
		return $groups;
	}

	/**
	 * Slug of the attribute a cluster is grouped by, or OTHERS.
	 */
	public function group_of( string $id ): string {
		$cluster = $this->document->cluster( $id );
		for ( $up = 0; $up < 10 && isset( $cluster['parent'] ) && null !== $this->document->cluster( $cluster['parent'] ); $up++ ) {
			$cluster = $this->document->cluster( $cluster['parent'] );
		}
		$slug = $cluster['values'][0]['attribute'] ?? self::OTHERS;
		return null === $this->document->attribute( $slug ) ? self::OTHERS : $slug;
	}

	/**
	 * Planned links between pages of different clusters, counted.
	 *
	 * @return list<array{source: string, target: string, links: int}> Ids of clusters.
	 */
	public function links(): array {
		$clusters = array_column( $this->document->data['pages'], 'cluster', 'id' );
		$counts   = array();
		foreach ( $this->document->data['links'] as $link ) {
			$source = $clusters[ $link['source'] ] ?? null;
			$target = $clusters[ $link['target'] ] ?? null;
			if ( null !== $source && null !== $target && $source !== $target ) {
				$counts[ $source ][ $target ] = ( $counts[ $source ][ $target ] ?? 0 ) + 1;
			}
		}
		$links = array();
		foreach ( $counts as $source => $targets ) {
			foreach ( $targets as $target => $count ) {
				$links[] = array( 'source' => (string) $source, 'target' => (string) $target, 'links' => $count );
			}
		}
		return $links;
	}

	/**
	 * The menu with the address of each entry: a tree, flat, each row with its depth.
	 *
	 * @return list<array{depth: int, label: string, path: string, page: string}>
	 */
	public function menu(): array {
		$rows = array();
		$walk = function ( array $items, int $depth ) use ( &$rows, &$walk ): void {
			foreach ( $items as $item ) {
				// A group named after nothing of its own only opens: its address is that of one of its entries.
				$is_label = in_array( $item['page'], array_column( $item['children'], 'page' ), true );
				$rows[]   = array( 'depth' => $depth, 'label' => $item['label'], 'path' => $is_label ? '' : $this->document->page( $item['page'] )['path'] ?? '', 'page' => $item['page'] );
				$walk( $item['children'], $depth + 1 );
			}
		};
		$walk( $this->document->data['menu'], 0 );
		return $rows;
	}

	/**
	 * Every planned page in the order of its address, each with how deep it lies.
	 *
	 * @return list<array{depth: int, path: string, title: string, kind: string, cluster: string, page: string}>
	 */
	public function urls(): array {
		$rows = array();
		foreach ( $this->document->pages() as $id => $page ) {
			$rows[] = array(
				'depth'   => count( array_filter( explode( '/', $page['path'] ), 'strlen' ) ),
				'path'    => $page['path'],
				'title'   => $page['title'],
				'kind'    => $page['kind'],
				'cluster' => $this->document->cluster( $page['cluster'] ?? '' )['title'] ?? '',
				'page'    => (string) $id,
			);
		}
		// A slash sorts before every letter, digit and dash, so that what is below an address follows it at once.
		usort( $rows, static fn( array $a, array $b ) => strcmp( strtr( $a['path'], '/', "\t" ), strtr( $b['path'], '/', "\t" ) ) );
		return $rows;
	}

	/**
	 * What decisions came to nothing in this version, and why: reason by the cluster's id, or by the title of one that was to be added.
	 *
	 * @return array<string, string>
	 */
	public static function skipped( ?Document $document ): array {
		$dropped = array_filter( $document->data['dropped'] ?? array(), static fn( array $row ) => 'decision' === $row['kind'] );
		return array_column( $dropped, 'reason', 'name' );
	}

	/**
	 * What a decision is reported under in skipped().
	 *
	 * @param array<string, mixed> $decision
	 */
	public static function key( array $decision ): string {
		return $decision['cluster'] ?? $decision['title'] ?? '';
	}
}
