<?php
/**
 * The posts that an archive lists, in their order.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema\Pieces;

use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\Piece;

final class Items implements Piece {

	private const MOST = 50; // A list of products with 500 a page would weigh more than the page.

	public function is_needed( Page $page ): bool {
		return $page->is_list();
	}

	public function piece( Page $page ): array {
		$posts = $page->is_current() ? $GLOBALS['wp_query']->posts : $this->find( $page );
		$items = array();
		foreach ( array_slice( array_filter( (array) $posts, static fn( $post ) => $post instanceof \WP_Post ), 0, self::MOST ) as $index => $post ) {
			$items[] = array(
				'@type'    => 'ListItem',
				'position' => $index + 1,
				'url'      => (string) get_permalink( $post ),
				'name'     => Page::text( get_the_title( $post ), 500 ),
			);
		}
		return array() === $items ? array() : array(
			'@type'           => 'ItemList',
			'@id'             => $page->id( 'items' ),
			'numberOfItems'   => count( $items ),
			'itemListElement' => $items,
		);
	}

	/**
	 * What the archive's first page would list: REST and WP-CLI have no main query.
	 *
	 * @return list<\WP_Post>
	 */
	private function find( Page $page ): array {
		$query = array(
			'post_status'         => 'publish',
			'posts_per_page'      => min( self::MOST, (int) get_option( 'posts_per_page' ) ),
			'paged'               => $page->subject->page,
			'ignore_sticky_posts' => 'home' !== $page->subject->kind,
			'no_found_rows'       => true,
		);
		$found = match ( $page->subject->kind ) {
			'term'              => array( 'post_type' => 'any', 'tax_query' => array( array( 'taxonomy' => $page->subject->subtype, 'terms' => $page->subject->id ) ) ), // phpcs:ignore WordPress.DB.SlowDBQuery -- The archive's own query.
			'post_type_archive' => array( 'post_type' => $page->subject->subtype ),
			'date'              => array( 'post__in' => array( 0 ) ), // A date without a request names no day.
			default             => array( 'post_type' => 'page' === $page->subject->subtype && ! $page->subject->is_posts_page() ? 'product' : 'post' ),
		};
		return ( new \WP_Query( $found + $query ) )->posts;
	}
}
