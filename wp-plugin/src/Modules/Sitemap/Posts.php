<?php
/**
 * Posts, pages and every other public type in the sitemap, with their images and videos.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

final class Posts implements Source {

	/**
	 * Rows read at once: a thousand posts' content would be tens of megabytes on some sites.
	 */
	private const BATCH = 250;

	private readonly PostRows $rows;

	/**
	 * Page that lists the posts, 0 for none.
	 */
	private readonly int $posts_page;

	public function __construct( private readonly Listing $listing ) {
		$front            = 'page' === get_option( 'show_on_front' ) && ! $listing->is_indexed( 'home' ) ? array( (int) get_option( 'page_on_front' ) ) : array();
		$this->rows       = new PostRows( array( ...$listing->setting( 'excluded_posts' ), ...$front ) );
		$this->posts_page = 'page' === get_option( 'show_on_front' ) ? (int) get_option( 'page_for_posts' ) : 0;
	}

	public function subtypes(): array {
		return $this->listing->post_types();
	}

	public function tally( string $subtype, int $first_id, int $last_id, int $limit ): array {
		return $this->rows->tally( $subtype, $first_id, $last_id, $limit );
	}

	public function entries( string $subtype, int $first_id, int $last_id, int $limit ): array {
		$links   = new Permalinks( $subtype, $this->rows );
		$media   = $this->media();
		$entries = array();
		do {
			$size = min( self::BATCH, $limit - count( $entries ) );
			$rows = $this->rows->rows( $subtype, $first_id, $last_id, $size, null !== $media );
			$urls = $links->of( $rows );
			$seen = $media?->of( $rows, $urls ) ?? array();
			foreach ( $rows as $index => $row ) {
				$id        = (int) $row['ID'];
				$entries[] = array( 'id' => $id, 'loc' => $urls[ $index ], 'lastmod' => $this->lastmod( $id, $row['post_modified_gmt'] ) ) + ( $seen[ $id ] ?? array() );
			}
			$first_id = (int) ( $row['ID'] ?? 0 ) + 1;
		} while ( count( $rows ) === $size && count( $entries ) < $limit );
		return $entries;
	}

	/**
	 * The page that lists the posts changes when they do.
	 */
	private function lastmod( int $id, string $modified ): string {
		return 0 !== $this->posts_page && $id === $this->posts_page ? max( $modified, ( new PagesTable() )->newest( 'posts', 'post' ) ) : $modified;
	}

	private function media(): ?Media {
		$images = $this->listing->setting( 'images' );
		$videos = $this->listing->setting( 'videos' );
		return $images || $videos ? new Media( $this->rows, $images, $videos ) : null;
	}
}
