<?php
/**
 * Images and videos that posts show, for the image and video extensions of a sitemap.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

/**
 * Only what stands in the content or as featured image, read from the text without rendering it. Of a video, Google wants
 * title, description, thumbnail and file or player: one without a thumbnail is left out.
 * Fields: developers.google.com/search/docs/crawling-indexing/sitemaps/{image,video}-sitemaps
 */
final class Media {

	private const MOST_IMAGES = 1000; // A page, by Google's limit.
	private const MOST_VIDEOS = 50;   // A page: beyond that it is a list of videos, not a page about them.

	private const IMAGE   = '/<img\b[^>]*?\ssrc\s*=\s*(["\'])(.*?)\1/is';
	private const FILE    = '/<video\b[^>]*?\ssrc\s*=\s*(["\'])(.*?)\1/is';
	private const YOUTUBE = '~(?:youtube(?:-nocookie)?\.com/(?:watch\?(?:[^"\s<>]*?&(?:amp;)?)?v=|embed/|shorts/|v/)|youtu\.be/)([\w-]{11})~i';
	private const VIMEO   = '~(?:player\.)?vimeo\.com/(?:video/)?(\d{6,12})~i';

	public function __construct(
		private readonly PostRows $rows,
		private readonly bool $with_images,
		private readonly bool $with_videos,
	) {}

	/**
	 * @param list<array<string, string>> $rows With content, excerpt and title.
	 * @param list<string>                $urls Of the rows, in the same order: relative addresses begin there.
	 * @return array<int, array{images?: list<string>, videos?: list<array<string, string>>}> By post id; posts without either are absent.
	 */
	public function of( array $rows, array $urls ): array {
		$featured = $this->featured( array_map( 'intval', array_column( $rows, 'ID' ) ) );
		$found    = array();
		foreach ( $rows as $index => $row ) {
			$id     = (int) $row['ID'];
			$images = $this->with_images ? $this->images( $row['post_content'], $featured[ $id ] ?? '', $urls[ $index ] ) : array();
			$videos = $this->with_videos ? $this->videos( $row, $featured[ $id ] ?? '', $urls[ $index ] ) : array();
			if ( array() !== $images || array() !== $videos ) {
				$found[ $id ] = array( 'images' => $images, 'videos' => $videos );
			}
		}
		return $found;
	}

	/**
	 * @return list<string>
	 */
	private function images( string $content, string $featured, string $base ): array {
		$images = '' === $featured ? array() : array( $featured );
		if ( false !== stripos( $content, '<img' ) && preg_match_all( self::IMAGE, $content, $found ) ) {
			foreach ( $found[2] as $source ) {
				$images[] = self::absolute( $source, $base );
			}
		}
		return array_slice( array_values( array_unique( array_filter( $images ) ) ), 0, self::MOST_IMAGES );
	}

	/**
	 * @param array<string, string> $row
	 * @return list<array<string, string>> thumbnail_loc, title, description, and content_loc or player_loc.
	 */
	private function videos( array $row, string $featured, string $base ): array {
		$content = $row['post_content'];
		$about   = null;
		$videos  = array();
		foreach ( $this->players( $content, $featured, $base ) as $video ) {
			$about  ??= $this->about( $row );
			$videos[] = array( 'thumbnail_loc' => $video['thumbnail_loc'] ) + $about + $video;
		}
		return array_slice( $videos, 0, self::MOST_VIDEOS );
	}

	/**
	 * @return list<array<string, string>>
	 */
	private function players( string $content, string $featured, string $base ): array {
		$videos = array();
		if ( false !== stripos( $content, 'youtu' ) && preg_match_all( self::YOUTUBE, $content, $found ) ) {
			foreach ( array_unique( $found[1] ) as $id ) {
				$videos[] = array( 'thumbnail_loc' => "https://i.ytimg.com/vi/{$id}/hqdefault.jpg", 'player_loc' => "https://www.youtube.com/embed/{$id}" );
			}
		}
		if ( '' !== $featured && false !== stripos( $content, 'vimeo.com' ) && preg_match_all( self::VIMEO, $content, $found ) ) {
			foreach ( array_unique( $found[1] ) as $id ) {
				$videos[] = array( 'thumbnail_loc' => $featured, 'player_loc' => "https://player.vimeo.com/video/{$id}" );
			}
		}
		if ( false !== stripos( $content, '<video' ) && preg_match_all( self::FILE, $content, $found ) ) {
			foreach ( $found[2] as $index => $source ) {
				$poster    = preg_match( '/\sposter\s*=\s*(["\'])(.*?)\1/is', self::tag_at( $content, $found[0][ $index ] ), $seen ) ? self::absolute( $seen[2], $base ) : '';
				$thumbnail = '' === $poster ? $featured : $poster;
				$file      = self::absolute( $source, $base );
				'' !== $thumbnail && '' !== $file && $videos[] = array( 'thumbnail_loc' => $thumbnail, 'content_loc' => $file );
			}
		}
		return $videos;
	}

	/**
	 * Title and description of the page stand for its videos: nothing else is known of them.
	 *
	 * @param array<string, string> $row
	 * @return array{title: string, description: string}
	 */
	private function about( array $row ): array {
		$title = trim( html_entity_decode( wp_strip_all_tags( $row['post_title'] ), ENT_QUOTES, 'UTF-8' ) );
		$text  = '' === trim( $row['post_excerpt'] ) ? strip_shortcodes( $row['post_content'] ) : $row['post_excerpt'];
		$words = wp_html_excerpt( html_entity_decode( wp_strip_all_tags( $text, true ), ENT_QUOTES, 'UTF-8' ), 300 );
		return array( 'title' => mb_substr( '' === $title ? $row['post_name'] : $title, 0, 100 ), 'description' => '' === trim( $words ) ? $title : trim( $words ) ); // 100: Google's longest title.
	}

	/**
	 * Addresses of featured images by post id.
	 *
	 * @param list<int> $ids
	 * @return array<int, string>
	 */
	private function featured( array $ids ): array {
		$thumbnails = array_filter( $this->rows->thumbnails( $ids ) );
		if ( array() === $thumbnails ) {
			return array();
		}
		$used = array_values( array_unique( $thumbnails ) );
		if ( has_filter( 'wp_get_attachment_url' ) ) { // Moved to another host, say: ask WordPress.
			_prime_post_caches( $used, false, true );
			$urls = array_combine( $used, array_map( static fn( int $id ) => (string) wp_get_attachment_url( $id ), $used ) );
		} else {
			$folder = wp_get_upload_dir()['baseurl'];
			$urls   = array_map( static fn( string $file ) => preg_match( '~^https?://~i', $file ) ? $file : "{$folder}/{$file}", array_filter( $this->rows->files( $used ) ) );
		}
		return array_filter( array_map( static fn( int $id ) => $urls[ $id ] ?? '', $thumbnails ) );
	}

	/**
	 * The whole tag that begins with a piece of the content.
	 */
	private static function tag_at( string $content, string $start ): string {
		$from = (int) strpos( $content, $start );
		$to   = strpos( $content, '>', $from + strlen( $start ) );
		return substr( $content, $from, ( false === $to ? strlen( $content ) : $to ) - $from );
	}

	/**
	 * '' for what is no file on the web, such as data: and blob:.
	 */
	private static function absolute( string $source, string $base ): string {
		$source = trim( html_entity_decode( $source, ENT_QUOTES, 'UTF-8' ) );
		if ( preg_match( '~^https?://[^\s/]+~i', $source ) ) {
			return $source;
		}
		if ( '' === $source || preg_match( '~^[a-z][a-z0-9+.-]*:~i', $source ) ) {
			return '';
		}
		return \WP_Http::make_absolute_url( $source, $base );
	}
}
