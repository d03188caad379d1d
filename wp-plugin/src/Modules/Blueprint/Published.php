<?php
/**
 * Finds which planned pages visitors can already reach, and where.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * A post is published when WordPress says so; a term's archive once its content has been.
 */
final class Published {

	/**
	 * Term meta of the content module: `published` once the archive has its content.
	 */
	public const TERM_STATUS = '_igny8_status';

	/**
	 * @param list<string> $page_ids
	 * @return array<string, array{kind: 'post-type'|'taxonomy', type: string, id: int, url: string}> By page id; unpublished ones are absent.
	 */
	public function find( Document $document, array $page_ids ): array {
		$found = $this->posts( $page_ids );
		foreach ( $page_ids as $page_id ) {
			$ref  = $document->page( $page_id )['term'] ?? null;
			$term = null === $ref || isset( $found[ $page_id ] ) ? false : get_term_by( 'slug', $ref['term'], Taxonomies::name( $ref['taxonomy'] ) );
			if ( $term instanceof \WP_Term && 'published' === get_term_meta( $term->term_id, self::TERM_STATUS, true ) ) {
				$found[ $page_id ] = array(
					'kind' => 'taxonomy',
					'type' => $term->taxonomy,
					'id'   => $term->term_id,
					'url'  => get_term_link( $term ),
				);
			}
		}
		return $found;
	}

	/**
	 * @param list<string> $page_ids
	 * @return array<string, array{kind: 'post-type'|'taxonomy', type: string, id: int, url: string}>
	 */
	private function posts( array $page_ids ): array {
		if ( array() === $page_ids ) {
			return array();
		}
		$posts = get_posts(
			array(
				'post_type'      => array_values( get_post_types( array( 'public' => true ) ) ),
				'post_status'    => 'publish',
				'posts_per_page' => count( $page_ids ),
				'orderby'        => 'ID',
				'order'          => 'ASC',
				'meta_query'     => array( // phpcs:ignore WordPress.DB.SlowDBQuery -- An indexed key with few values, never on a page view.
					array(
						'key'     => Taxonomies::PAGE_META,
						'value'   => $page_ids,
						'compare' => 'IN',
					),
				),
			)
		);
		$found = array();
		foreach ( $posts as $post ) {
			$found[ get_post_meta( $post->ID, Taxonomies::PAGE_META, true ) ] ??= array(
				'kind' => 'post-type',
				'type' => $post->post_type,
				'id'   => $post->ID,
				'url'  => get_permalink( $post ),
			);
		}
		return $found;
	}
}
