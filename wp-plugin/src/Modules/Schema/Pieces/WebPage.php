<?php
/**
 * The page itself: title, address, dates, image, and what it is about.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema\Pieces;

use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\Piece;

final class WebPage implements Piece {

	public function is_needed( Page $page ): bool {
		return true;
	}

	public function piece( Page $page ): array {
		$is_profile = 'ProfilePage' === $page->page_type() && 'author' === $page->subject->kind;
		$image      = $page->main_image();
		$node       = array(
			'@type'              => $page->page_type(),
			'@id'                => $page->id( 'webpage' ),
			'url'                => $page->url(),
			'name'               => $page->title(),
			'description'        => $page->description(),
			'isPartOf'           => array( '@id' => Page::site_id( 'website' ) ),
			'about'              => $page->subject->is_front() ? array( '@id' => $page->owner_id() ) : null,
			'breadcrumb'         => array( '@id' => $page->id( 'breadcrumb' ) ),
			'primaryImageOfPage' => $image ? array( '@id' => $image['@id'] ) : null,
			'datePublished'      => null === $page->post ? '' : Page::date( $page->post ),
			'dateModified'       => null === $page->post ? '' : Page::date( $page->post, 'modified' ),
			'mainEntity'         => array( '@id' => $is_profile ? $this->profile_id( $page ) : $this->main_id( $page ) ),
			'inLanguage'         => get_bloginfo( 'language' ),
		);
		return $image ? array( $node, $image ) : $node;
	}

	private function main_id( Page $page ): string {
		return $page->is_list() ? $page->id( 'items' ) : $page->main_id();
	}

	private function profile_id( Page $page ): string {
		$user = get_userdata( $page->author_id() );
		return $user ? Page::person_id( $user ) : '';
	}
}
