<?php
/**
 * Videos that stand in the content: embeds of YouTube and Vimeo, and files of the media library.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema\Pieces;

use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\Piece;
use Igny8\Modules\Schema\VideoFacts;

/**
 * Name, thumbnail and date of upload are required by Google; a video of which one is unknown is left out. They are kept in
 * the post's meta when it is saved, so a page view asks nobody.
 */
final class Videos implements Piece {

	public function is_needed( Page $page ): bool {
		return array() !== $this->known( $page );
	}

	public function piece( Page $page ): array {
		$nodes = array();
		foreach ( $this->known( $page ) as $index => $video ) {
			$nodes[] = array(
				'@type'            => 'VideoObject',
				'@id'              => $page->id( 'video-' . ( $index + 1 ) ),
				'name'             => $video['name'],
				'description'      => ( $video['description'] ?? '' ) ?: $page->description() ?: $video['name'],
				'thumbnailUrl'     => $video['thumbnail'],
				'uploadDate'       => $video['uploaded'],
				'duration'         => $video['duration'] ?? '',
				'embedUrl'         => $video['embed'] ?? '',
				'contentUrl'       => $video['file'] ?? '',
				'isPartOf'         => array( '@id' => $page->id( 'webpage' ) ),
			);
		}
		return $nodes;
	}

	/**
	 * @return list<array<string, string>> Those that still stand in the content and of which everything required is known.
	 */
	private function known( Page $page ): array {
		$facts = null === $page->post ? array() : (array) ( get_post_meta( $page->post->ID, VideoFacts::META, true ) ?: array() );
		$known = array();
		foreach ( $facts as $video ) {
			$is_whole = is_array( $video ) && '' !== ( $video['name'] ?? '' ) && '' !== ( $video['thumbnail'] ?? '' ) && '' !== ( $video['uploaded'] ?? '' );
			if ( $is_whole && str_contains( strtr( $page->content(), array( '\u0026' => '&', '&amp;' => '&', '\/' => '/' ) ), $video['url'] ) ) {
				$known[] = $video;
			}
		}
		return $known;
	}
}
