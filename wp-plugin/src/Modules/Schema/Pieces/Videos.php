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
		$content = strtr( $page->content(), array( '\u0026' => '&', '&amp;' => '&', '\/' => '/' ) );
		$typed   = (array) $page->choice( 'videos' );
		$known   = array();
		foreach ( null === $page->post ? array() : VideoFacts::stored( $page->post->ID ) as $video ) {
			$video = array_filter( (array) ( $typed[ $video['url'] ] ?? array() ), 'is_string' ) + $video;
			if ( VideoFacts::is_complete( $video ) && str_contains( $content, $video['url'] ) ) {
				$known[] = $video;
			}
		}
		return $known;
	}
}
