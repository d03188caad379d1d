<?php
/**
 * List the kinds of page that templates can be set for, with their names and defaults.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Capabilities;
use Igny8\Operation;
use Igny8\Seo\Templates;

final class TemplateOperations {

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->kinds() );
	}

	private function kinds(): Operation {
		$text = array( 'type' => 'string' );
		return new Operation(
			name: 'seo-meta.kinds',
			label: __( 'List kinds of page', 'igny8' ),
			description: __( 'Every kind of page of this site that has a template of its own, with the template that applies and the default.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array(
				'type'       => 'object',
				'properties' => array( 'kinds' => array( 'type' => 'array', 'items' => array( 'type' => 'object', 'properties' => array_fill_keys( array( 'kind', 'label', 'group', 'title', 'description', 'default_title', 'default_description', 'default_robots' ), $text ) + array( 'taxonomies' => array( 'type' => 'array' ) ) ) ) ),
			),
			run: static fn() => array( 'kinds' => array_map( array( self::class, 'row' ), Templates::kinds() ) ),
			is_readonly: true,
			rows: 'kinds',
			columns: array( 'kind', 'label', 'title', 'description' ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function row( string $kind ): array {
		list( $group, $name ) = explode( ':', $kind, 2 ) + array( '', '' );
		return array(
			'kind'                => $kind,
			'label'               => self::label( $group, $name ),
			'group'               => $group,
			'title'               => Templates::get( $kind, 'title' ),
			'description'         => Templates::get( $kind, 'description' ),
			'default_title'       => Templates::default( $kind, 'title' ),
			'default_description' => Templates::default( $kind, 'description' ),
			'default_robots'      => Templates::default( $kind, 'robots' ),
			'taxonomies'          => 'post' === $group ? self::taxonomies( $name ) : array(),
		);
	}

	/**
	 * The taxonomies that can lead to a post type's pages, in breadcrumbs.
	 *
	 * @return list<array{value: string, label: string}>
	 */
	private static function taxonomies( string $post_type ): array {
		$found = array_filter( get_object_taxonomies( $post_type, 'objects' ), static fn( \WP_Taxonomy $taxonomy ) => $taxonomy->public && 'post_format' !== $taxonomy->name );
		return array_values( array_map( static fn( \WP_Taxonomy $taxonomy ) => array( 'value' => $taxonomy->name, 'label' => $taxonomy->labels->name ), $found ) );
	}

	private static function label( string $group, string $name ): string {
		return match ( $group ) {
			'home'      => __( 'Home page', 'igny8' ),
			'post'      => (string) ( get_post_type_object( $name )->labels->name ?? $name ),
			'term'      => (string) ( get_taxonomy( $name )->labels->name ?? $name ),
			/* translators: %s: name of a post type, plural. */
			'archive'   => sprintf( __( 'Archive of %s', 'igny8' ), (string) ( get_post_type_object( $name )->labels->name ?? $name ) ),
			'author'    => __( 'Author pages', 'igny8' ),
			'date'      => __( 'Date archives', 'igny8' ),
			'search'    => __( 'Search results', 'igny8' ),
			default     => __( 'Page not found', 'igny8' ),
		};
	}
}
