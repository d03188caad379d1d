<?php
/**
 * A small blueprint to test with: two taxonomies, three clusters, a page of every kind. Made by hand, shaped like the engine's.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Blueprint;

use Igny8\Modules\Blueprint\Taxonomies;

final class Sample {

	/**
	 * @param array<string, list<string>> $terms Taxonomy → names of its terms.
	 * @return array<string, mixed>
	 */
	public static function document( array $terms = array( 'material' => array( 'Leather', 'Nylon', 'Wool & felt' ), 'size' => array( 'Small', 'Large' ) ) ): array {
		$taxonomies = array();
		$pages      = self::pages();
		foreach ( $terms as $slug => $names ) {
			$taxonomies[] = self::taxonomy( $slug, $names );
			foreach ( $names as $name ) {
				$term    = sanitize_title( $name );
				$pages[] = self::page( 'term', "term-{$slug}-{$term}", $name, "/{$slug}/{$term}/", null, null, array( 'term' => array( 'taxonomy' => $slug, 'term' => $term ) ) );
			}
		}
		return array(
			'schema_version' => 1,
			'site_name'      => 'Northwind Pets',
			'site_type'      => 'ecommerce',
			'locale'         => 'en_US',
			'sectors'        => array( array( 'slug' => 'dog-supplies', 'name' => 'Dog supplies', 'industry' => 'pets', 'noun' => array( 'singular' => 'dog supply', 'plural' => 'dog supplies' ), 'schema_types' => array() ) ),
			'facts'          => array_fill_keys( array( 'products', 'services', 'brands', 'locations', 'problems' ), array() ),
			'attributes'     => array( self::attribute( 'product-type', array( 'Beds', 'Collars' ) ), self::attribute( 'material', array( 'Leather', 'Nylon' ) ) ),
			'clusters'       => self::clusters(),
			'rejected'       => array(),
			'keywords'       => self::keywords(),
			'taxonomies'     => $taxonomies,
			'pages'          => $pages,
			'links'          => array( array( 'source' => 'article-clean', 'target' => 'hub-collars', 'type' => 'supporting_to_hub', 'anchors' => array( 'dog collars' ) ) ),
			'menu'           => array(
				self::item( 'hub-beds', 'Beds' ),
				self::item( 'hub-collars', 'Collars', array( self::item( 'hub-leather', 'Leather' ), self::item( 'term-material-nylon', 'Nylon' ) ) ),
				self::item( 'contact', 'Contact' ),
			),
			'execution'      => array( array( 'phase' => 1, 'title' => 'Categories', 'pages' => array( 'home', 'hub-beds', 'hub-collars' ) ) ),
			'dropped'        => array(),
		);
	}

	/**
	 * Creates the post of a planned page, as the content module would.
	 */
	public static function publish( string $page_id, string $type = 'page', string $status = 'publish' ): int {
		return wp_insert_post(
			array(
				'post_type'   => $type,
				'post_status' => $status,
				'post_title'  => $page_id,
				'meta_input'  => array( Taxonomies::PAGE_META => $page_id ),
			)
		);
	}

	/**
	 * @param list<string> $names
	 * @return array<string, mixed>
	 */
	public static function taxonomy( string $slug, array $names ): array {
		return array(
			'slug'            => $slug,
			'attribute'       => $slug,
			'singular'        => ucfirst( $slug ),
			'plural'          => ucfirst( $slug ) . 's',
			'is_hierarchical' => false,
			'terms'           => array_map( static fn( string $name ) => array( 'slug' => sanitize_title( $name ), 'name' => $name, 'page' => "term-{$slug}-" . sanitize_title( $name ) ), $names ),
		);
	}

	/**
	 * @param array<string, mixed> $more
	 * @return array<string, mixed>
	 */
	public static function page( string $kind, string $id, string $title, string $path, ?string $cluster, ?string $parent_id = null, array $more = array() ): array {
		return $more + array(
			'id'                => $id,
			'kind'              => $kind,
			'title'             => $title,
			'slug'              => basename( $path ),
			'path'              => $path,
			'parent'            => $parent_id,
			'cluster'           => $cluster,
			'term'              => null,
			'content_type'      => 'page',
			'content_structure' => 'general',
			'phase'             => 1,
			'primary_keyword'   => strtolower( $title ),
			'keywords'          => array(),
			'terms'             => array(),
			'summary'           => '',
		);
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private static function pages(): array {
		return array(
			self::page( 'home', 'home', 'Northwind Pets', '/', null ),
			self::page( 'hub', 'hub-beds', 'Dog beds', '/dog-beds/', 'beds' ),
			self::page( 'hub', 'hub-collars', 'Dog collars', '/dog-collars/', 'collars' ),
			self::page( 'hub', 'hub-leather', 'Leather dog collars', '/dog-collars/leather/', 'leather-collars', 'hub-collars' ),
			self::page( 'article', 'article-clean', 'How to clean dog collars', '/clean-dog-collars/', 'collars', null, array( 'terms' => array( array( 'taxonomy' => 'material', 'term' => 'leather' ) ) ) ),
			self::page( 'article', 'article-fit', 'How to fit dog collars', '/fit-dog-collars/', 'collars' ),
			self::page( 'commercial', 'contact', 'Contact', '/contact/', null ),
		);
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private static function clusters(): array {
		return array(
			self::cluster( 'beds', 'Dog beds', 'product_service_category', 1, array( 'Beds' ) ),
			self::cluster( 'collars', 'Dog collars', 'product_service_category', 1, array( 'Collars' ) ),
			self::cluster( 'leather-collars', 'Leather dog collars', 'feature', 2, array( 'Collars', 'Leather' ), 'collars' ),
		);
	}

	/**
	 * @param list<string> $values
	 * @return array<string, mixed>
	 */
	private static function cluster( string $id, string $title, string $type, int $phase, array $values, ?string $parent_id = null ): array {
		return array(
			'id'            => $id,
			'slug'          => $id,
			'type'          => $type,
			'title'         => $title,
			'sector'        => 'dog-supplies',
			'values'        => array_map( static fn( string $label ) => array( 'attribute' => 'Leather' === $label ? 'material' : 'product-type', 'value' => strtolower( $label ), 'label' => $label ), $values ),
			'parent'        => $parent_id,
			'related'       => array(),
			'hub_structure' => 'category_overview',
			'phase'         => $phase,
			'viability'     => array( 'score' => 90 - 10 * $phase, 'size' => 0.5, 'coherence' => 0.5, 'distinctness' => 0.5, 'demand' => 0.5 ),
			'reason'        => 'A category of its own.',
			'term'          => null,
		);
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private static function keywords(): array {
		$phrases = array(
			array( 'dog beds', 'beds', 'transactional', 'decision', true ),
			array( 'best dog beds', 'beds', 'commercial', 'consideration', false ),
			array( 'how to fit dog collars', 'collars', 'informational', 'awareness', false ),
			array( 'dog collars', 'collars', 'transactional', 'decision', true ),
			array( 'leather dog collars', 'leather-collars', 'transactional', 'decision', true ),
		);
		return array_map(
			static fn( array $row ) => array( 'phrase' => $row[0], 'cluster' => $row[1], 'intent' => $row[2], 'stage' => $row[3], 'pattern' => 'head', 'source' => 'template', 'is_primary' => $row[4], 'volume' => null, 'difficulty' => null ),
			$phrases
		);
	}

	/**
	 * @param list<string> $labels
	 * @return array<string, mixed>
	 */
	private static function attribute( string $slug, array $labels ): array {
		return array(
			'slug'    => $slug,
			'name'    => ucfirst( $slug ),
			'level'   => 'primary',
			'role'    => 'category',
			'joint'   => 'head',
			'values'  => array_map( static fn( string $label ) => array( 'slug' => strtolower( $label ), 'label' => $label, 'phrase' => strtolower( $label ), 'singular' => '', 'joint' => 'head', 'synonyms' => array(), 'description' => '', 'source' => 'template' ), $labels ),
			'sectors' => array( 'dog-supplies' ),
		);
	}

	/**
	 * @param list<array<string, mixed>> $children
	 * @return array<string, mixed>
	 */
	public static function item( string $page, string $label, array $children = array() ): array {
		return array( 'page' => $page, 'label' => $label, 'children' => $children );
	}
}
