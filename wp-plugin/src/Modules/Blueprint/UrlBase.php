<?php
/**
 * Finds the URL base of a new taxonomy: the planned slug, or that slug with a number where something stands already.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * A taxonomy's rewrite rule takes every address below its base, so a page below the same base would become unreachable.
 */
final class UrlBase {

	/**
	 * @param array<string, string> $chosen  Bases of our own taxonomies, by the blueprint's slug.
	 * @param list<string>          $planned Paths of the planned pages that are not term archives: '/dog-beds/large/'.
	 */
	public function __construct( private array $chosen, private readonly array $planned ) {}

	/**
	 * @return array{base: string, taken_by: string} Why the slug itself is not used, or ''.
	 */
	public function choose( string $slug ): array {
		$taken_by = '';
		$base     = $slug;
		for ( $number = 2; '' !== $this->taken_by( $base, $slug ); $number++ ) {
			$taken_by = '' === $taken_by ? $this->taken_by( $base, $slug ) : $taken_by;
			$base     = "{$slug}-{$number}";
		}
		$this->chosen[ $slug ] = $base;
		return array(
			'base'     => $base,
			'taken_by' => $taken_by,
		);
	}

	private function taken_by( string $base, string $slug ): string {
		$others = array_diff_key( $this->chosen, array( $slug => true ) );
		if ( in_array( $base, $others, true ) ) {
			return __( 'another taxonomy of this blueprint', 'igny8' );
		}
		return $this->rule( $base ) . $this->planned_page( $base ) . $this->existing_page( $base );
	}

	/**
	 * WordPress itself, other taxonomies and post types.
	 */
	private function rule( string $base ): string {
		global $wp_rewrite;
		$reserved = array( 'feed', 'embed', 'wp-admin', 'wp-content', 'wp-includes', rest_get_url_prefix(), $wp_rewrite->author_base, $wp_rewrite->search_base, $wp_rewrite->comments_base, $wp_rewrite->pagination_base );
		if ( in_array( $base, $reserved, true ) ) {
			return __( 'WordPress itself', 'igny8' );
		}
		foreach ( get_taxonomies( array(), 'objects' ) as $taxonomy ) {
			if ( is_array( $taxonomy->rewrite ) && trim( $taxonomy->rewrite['slug'], '/' ) === $base && ! in_array( $taxonomy->name, array_map( array( Taxonomies::class, 'name' ), array_keys( $this->chosen ) ), true ) ) {
				/* translators: %s: name of a taxonomy or post type. */
				return sprintf( __( 'the taxonomy "%s"', 'igny8' ), $taxonomy->label );
			}
		}
		foreach ( get_post_types( array(), 'objects' ) as $type ) {
			$bases = array( is_array( $type->rewrite ) ? trim( $type->rewrite['slug'], '/' ) : '', is_string( $type->has_archive ) ? $type->has_archive : '' );
			if ( in_array( $base, $bases, true ) ) {
				/* translators: %s: name of a taxonomy or post type. */
				return sprintf( __( 'the post type "%s"', 'igny8' ), $type->label );
			}
		}
		return '';
	}

	private function planned_page( string $base ): string {
		foreach ( $this->planned as $path ) {
			if ( str_starts_with( $path, "/{$base}/" ) && "/{$base}/" !== $path ) {
				/* translators: %s: URL path. */
				return sprintf( __( 'the planned page %s', 'igny8' ), $path );
			}
		}
		return '';
	}

	private function existing_page( string $base ): string {
		$page = get_page_by_path( $base, OBJECT, array_values( get_post_types( array( 'public' => true ) ) ) );
		// A page we made from a blueprint is the planned front door of this base: its children were checked above.
		if ( null === $page || '' !== get_post_meta( $page->ID, Taxonomies::PAGE_META, true ) ) {
			return '';
		}
		/* translators: %s: title of a page. */
		return sprintf( __( 'the page "%s"', 'igny8' ), $page->post_title );
	}
}
