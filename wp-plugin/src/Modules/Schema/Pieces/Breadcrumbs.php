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
 * The trail is the one that the visible breadcrumbs show.
 */
final class Breadcrumbs implements Piece {

	public function is_needed( Page $page ): bool {
		return ! $page->subject->is_front();
	}

	public function piece( Page $page ): array {
		$trail = \Igny8\Seo\Breadcrumbs::trail( $page->subject );
		$items = array();
		foreach ( array_values( $trail ) as $index => $crumb ) {
			$is_last = count( $trail ) - 1 === $index;
			$items[] = array(
				'@type'    => 'ListItem',
				'position' => $index + 1,
				'name'     => Page::text( (string) $crumb['name'], 500 ),
				'item'     => $is_last ? '' : (string) ( $crumb['url'] ?? '' ), // Google: the last one is the page itself.
			);
		}
		return count( $items ) < 2 ? array() : array(
			'@type'           => 'BreadcrumbList',
			'@id'             => $page->id( 'breadcrumb' ),
			'itemListElement' => $items,
		);
	}
}
