<?php
/**
 * The site: its name and who publishes it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema\Pieces;

use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\Piece;

/**
 * No SearchAction: Google took the search box out of its results in November 2024 and reads the property no more.
 */
final class WebSite implements Piece {

	public function is_needed( Page $page ): bool {
		return true;
	}

	public function piece( Page $page ): array {
		$organization = (array) $page->setting( 'organization' );
		return array(
			'@type'         => 'WebSite',
			'@id'           => Page::site_id( 'website' ),
			'url'           => home_url( '/' ),
			'name'          => Page::text( get_bloginfo( 'name' ), 500 ) ?: (string) wp_parse_url( home_url(), PHP_URL_HOST ), // Google: the site's name, required for it to be shown.
			'alternateName' => $page->subject->is_front() ? ( $organization['alternate_name'] ?? '' ) : '',
			'description'   => Page::text( get_bloginfo( 'description' ), 500 ),
			'publisher'     => array( '@id' => $page->owner_id() ),
			'inLanguage'    => get_bloginfo( 'language' ),
		);
	}
}
