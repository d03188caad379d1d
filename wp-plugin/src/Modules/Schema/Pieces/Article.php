<?php
/**
 * What a post says as an article: headline, dates, author, publisher, image.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema\Pieces;

use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\Piece;

final class Article implements Piece {

	private const MOST_KEYWORDS = 10; // Tags beyond these describe nothing any more.

	public function is_needed( Page $page ): bool {
		return in_array( $page->main_type(), Page::ARTICLES, true );
	}

	public function piece( Page $page ): array {
		$post   = $page->post;
		$author = $page->author_id() > 0 ? get_userdata( $page->author_id() ) : false;
		return array(
			'@type'            => $page->main_type(),
			'@id'              => $page->main_id(),
			'headline'         => Page::text( $page->property( 'headline' ), 500 ) ?: $page->name(),
			'description'      => $page->description(),
			'mainEntityOfPage' => array( '@id' => $page->id( 'webpage' ) ),
			'isPartOf'         => array( '@id' => $page->id( 'webpage' ) ),
			'author'           => $author ? array( '@id' => Page::person_id( $author ) ) : null,
			'publisher'        => array( '@id' => $page->owner_id() ),
			'image'            => array( '@id' => $page->id( 'image' ) ),
			'datePublished'    => Page::date( $post ),
			'dateModified'     => Page::date( $post, 'modified' ),
			'articleSection'   => $this->terms( $post, 'category', PHP_INT_MAX ),
			'keywords'         => $this->terms( $post, 'post_tag', self::MOST_KEYWORDS ),
			'inLanguage'       => get_bloginfo( 'language' ),
		);
	}

	/**
	 * @return list<string>
	 */
	private function terms( \WP_Post $post, string $taxonomy, int $most ): array {
		$terms = is_object_in_taxonomy( $post->post_type, $taxonomy ) ? get_the_terms( $post, $taxonomy ) : false;
		$names = array_map( static fn( \WP_Term $term ) => Page::text( $term->name, 200 ), is_array( $terms ) ? $terms : array() );
		return array_slice( array_values( $names ), 0, $most );
	}
}
