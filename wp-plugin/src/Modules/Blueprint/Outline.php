<?php
/**
 * A planned structure in short: what somebody wants to see of it while still changing what it is made from.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * A document of half a megabyte becomes some twenty kilobytes: titles, addresses and counts.
 */
final class Outline {

	private const DROPPED = 30; // Left-outs shown; a long keyword list alone can have hundreds.

	/**
	 * @return array<string, mixed>
	 */
	public static function of( Document $document ): array {
		$data   = $document->data;
		$counts = array_count_values( array_column( $data['keywords'], 'cluster' ) );
		return array(
			'counts'     => Create::count( $data ),
			'pages'      => array_count_values( array_column( $data['pages'], 'kind' ) ),
			'attributes' => self::attributes( $data['attributes'] ),
			'clusters'   => array_map( static fn( array $cluster ) => self::cluster( $cluster, $document, $counts[ $cluster['id'] ] ?? 0 ), $data['clusters'] ),
			'menu'       => self::menu( $data['menu'], $document ),
			'taxonomies' => array_map( static fn( array $taxonomy ) => self::taxonomy( $taxonomy ), $data['taxonomies'] ),
			'matched'    => count( array_filter( $data['keywords'], static fn( array $keyword ) => null !== ( $keyword['match'] ?? null ) ) ),
			'proposals'  => array_map( static fn( array $proposal ) => array( 'title' => $proposal['title'], 'keywords' => count( $proposal['keywords'] ), 'volume' => $proposal['volume'] ?? null ), $data['proposals'] ?? array() ),
			'dropped'    => array_slice( array_values( array_filter( $data['dropped'], static fn( array $item ) => 'keyword' !== $item['kind'] ) ), 0, self::DROPPED ),
		);
	}

	/**
	 * @param list<array<string, mixed>> $attributes
	 * @return list<array{slug: string, name: string, level: string, role: string, values: list<array{slug: string, label: string, source: string}>}>
	 */
	public static function attributes( array $attributes ): array {
		$value = static fn( array $value ) => array_intersect_key( $value, array_flip( array( 'slug', 'label', 'source' ) ) );
		return array_map(
			static fn( array $attribute ) => array( 'values' => array_map( $value, $attribute['values'] ) ) + array_intersect_key( $attribute, array_flip( array( 'slug', 'name', 'level', 'role' ) ) ),
			$attributes
		);
	}

	/**
	 * @param array<string, mixed> $cluster
	 * @return array{id: string, title: string, type: string, parent: ?string, phase: int, path: string, keywords: int, articles: int}
	 */
	private static function cluster( array $cluster, Document $document, int $keywords ): array {
		$term = $cluster['term'] ?? null;
		$hub  = $document->hub_of_cluster( $cluster['id'] ) ?? ( null === $term ? null : $document->page_of_term( $term['taxonomy'], $term['term'] ) );
		return array_intersect_key( $cluster, array_flip( array( 'id', 'title', 'type', 'parent', 'phase' ) ) ) + array(
			'path'     => $hub['path'] ?? '',
			'keywords' => $keywords,
			'articles' => count( array_filter( $document->pages_of_cluster( $cluster['id'] ), static fn( array $page ) => 'article' === $page['kind'] ) ),
		);
	}

	/**
	 * @param list<array<string, mixed>> $items
	 * @return list<array{label: string, path: string, children: list<array<string, mixed>>}>
	 */
	private static function menu( array $items, Document $document ): array {
		return array_map(
			static fn( array $item ) => array(
				'page'     => $item['page'],
				'label'    => $item['label'],
				'path'     => $document->page( $item['page'] )['path'] ?? '',
				'children' => self::menu( $item['children'], $document ),
			),
			$items
		);
	}

	/**
	 * @param array<string, mixed> $taxonomy
	 * @return array{slug: string, plural: string, terms: list<string>}
	 */
	private static function taxonomy( array $taxonomy ): array {
		return array( 'slug' => $taxonomy['slug'], 'plural' => $taxonomy['plural'], 'terms' => array_column( $taxonomy['terms'], 'name' ) );
	}
}
