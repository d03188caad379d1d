<?php
/**
 * The author's review of a thing, as the block of the content shows it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema\Pieces;

use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\Piece;

/**
 * The rating is only ever taken from the block that shows it.
 */
final class Review implements Piece {

	/**
	 * What Google shows reviews of (Review snippet, "Structured data type definitions"). Not the site's own business: that would be praise of oneself.
	 */
	public const THINGS = array( 'Product', 'Book', 'Course', 'Event', 'Game', 'LocalBusiness', 'MediaObject', 'Movie', 'MusicPlaylist', 'MusicRecording', 'Organization', 'Recipe', 'SoftwareApplication' );

	public function is_needed( Page $page ): bool {
		return $page->has_block( array( 'igny8/review' ) );
	}

	public function piece( Page $page ): array {
		$nodes = array();
		foreach ( $page->blocks( array( 'igny8/review' ) ) as $index => $block ) {
			$review = $block['attrs'];
			$rating = is_numeric( $review['rating'] ?? null ) ? min( 5.0, (float) $review['rating'] ) : 0.0;
			$name   = Page::text( $review['item'] ?? '', 500 );
			if ( $rating <= 0 || '' === $name || '' === trim( wp_strip_all_tags( $block['innerHTML'] ) ) ) {
				continue;
			}
			$nodes[] = array(
				'@type'            => 'Review',
				'@id'              => $page->id( 'review-' . ( $index + 1 ) ),
				'name'             => $page->name(),
				'itemReviewed'     => array( '@type' => in_array( $review['itemType'] ?? '', self::THINGS, true ) ? $review['itemType'] : 'Product', 'name' => $name ),
				'reviewRating'     => array( '@type' => 'Rating', 'ratingValue' => $rating, 'bestRating' => 5, 'worstRating' => 1 ),
				'reviewBody'       => Page::text( $review['summary'] ?? '', 2000 ),
				'positiveNotes'    => self::notes( $review['pros'] ?? '' ),
				'negativeNotes'    => self::notes( $review['cons'] ?? '' ),
				'author'           => $this->author( $page ),
				'publisher'        => array( '@id' => $page->owner_id() ),
				'datePublished'    => Page::date( $page->post ),
				'mainEntityOfPage' => array( '@id' => $page->id( 'webpage' ) ),
			);
		}
		return $nodes;
	}

	/**
	 * A review needs somebody who stands for it; where the theme names no author, the site does.
	 *
	 * @return array<string, string>
	 */
	private function author( Page $page ): array {
		$user = $page->author_id() > 0 ? get_userdata( $page->author_id() ) : false;
		return array( '@id' => $user ? Page::person_id( $user ) : $page->owner_id() );
	}

	/**
	 * @param mixed $lines Text, one a line.
	 * @return array<string, mixed>
	 */
	private static function notes( mixed $lines ): array {
		$notes = array_values( array_filter( array_map( static fn( string $line ) => Page::text( $line, 500 ), preg_split( '#\R|<br\s*/?>|</li>#', is_string( $lines ) ? $lines : '' ) ), 'strlen' ) );
		return array() === $notes ? array() : array(
			'@type'           => 'ItemList',
			'itemListElement' => array_map( static fn( int $index, string $note ) => array( '@type' => 'ListItem', 'position' => $index + 1, 'name' => $note ), array_keys( $notes ), $notes ),
		);
	}
}
