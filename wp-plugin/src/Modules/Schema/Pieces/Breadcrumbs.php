<?php
/**
 * The way from the home page to this one.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema\Pieces;

use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\Piece;

/**
 * The trail is seo-meta's, which prints the visible one too; without that module the shortest true one: home, parents, page.
 */
final class Breadcrumbs implements Piece {

	public function is_needed( Page $page ): bool {
		return ! $page->subject->is_front();
	}

	public function piece( Page $page ): array {
		$seo   = $page->plugin->module( 'seo-meta' );
		$trail = null === $seo ? $this->trail( $page ) : $seo->breadcrumbs( $page->subject );
		$items = array();
		foreach ( array_values( $trail ) as $index => $crumb ) {
			$is_last = count( $trail ) - 1 === $index;
			$items[] = array(
				'@type'    => 'ListItem',
				'position' => $index + 1,
				'name'     => Page::text( (string) $crumb['title'], 500 ),
				'item'     => $is_last ? '' : (string) ( $crumb['url'] ?? '' ), // Google: the last one is the page itself.
			);
		}
		return count( $items ) < 2 ? array() : array(
			'@type'           => 'BreadcrumbList',
			'@id'             => $page->id( 'breadcrumb' ),
			'itemListElement' => $items,
		);
	}

	/**
	 * @return list<array{title: string, url: string}>
	 */
	private function trail( Page $page ): array {
		$trail  = array( array( 'title' => get_bloginfo( 'name' ), 'url' => home_url( '/' ) ) );
		$object = $page->subject->object();
		$ids    = match ( true ) {
			$object instanceof \WP_Post => array_reverse( get_post_ancestors( $object ) ),
			$object instanceof \WP_Term => array_reverse( get_ancestors( $object->term_id, $object->taxonomy, 'taxonomy' ) ),
			default                     => array(),
		};
		foreach ( $ids as $id ) {
			$url     = $object instanceof \WP_Term ? get_term_link( $id, $object->taxonomy ) : get_permalink( $id );
			$name    = $object instanceof \WP_Term ? get_term_field( 'name', $id, $object->taxonomy ) : get_the_title( $id );
			$trail[] = array( 'title' => is_string( $name ) ? $name : '', 'url' => is_string( $url ) ? $url : '' );
		}
		$trail[] = array( 'title' => null === $object ? $page->title() : $page->name(), 'url' => $page->url() );
		return array_values( array_filter( $trail, static fn( array $crumb ) => '' !== trim( $crumb['title'] ) ) );
	}
}
