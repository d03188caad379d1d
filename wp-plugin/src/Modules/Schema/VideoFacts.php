<?php
/**
 * What is known of the videos in a post: found when it is saved, kept in its meta, so that a page view asks nobody.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

/**
 * Meta `_igny8_videos`: list of {url, provider, name, thumbnail, uploaded, duration, description, embed, file, asked}; `asked`
 * is the day its site was asked, so that one that says nothing is left in peace for a while.
 */
final class VideoFacts {

	public const META = Page::VIDEOS;

	private const MOST = 20; // Videos of a post; a page with more is a list, and each costs two requests once.

	private const PATIENCE_D = 30; // Days until a site that knew nothing is asked again.

	/**
	 * Where the id stands in an address, and the address of the player.
	 */
	private const PROVIDERS = array(
		'youtube' => array( '#^https?://(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com/(?:watch\?(?:.*&)?v=|shorts/|embed/|live/)|youtu\.be/)([\w-]{11})#', 'https://www.youtube.com/embed/%s' ),
		'vimeo'   => array( '#^https?://(?:www\.|player\.)?vimeo\.com/(?:video/|channels/[\w-]+/)?(\d+)#', 'https://player.vimeo.com/video/%s' ),
	);

	/**
	 * Finds the videos of a post anew; what is known of them stays.
	 *
	 * @return list<array<string, string>>
	 */
	public static function read( \WP_Post $post ): array {
		$known = array_column( self::stored( $post->ID ), null, 'url' );
		$found = array_map( static fn( array $video ) => array_filter( $video ) + ( $known[ $video['url'] ] ?? array() ), self::find( $post ) );
		self::store( $post->ID, $found );
		return $found;
	}

	/**
	 * Whether a video's site should be asked.
	 *
	 * @param array<string, string> $video
	 */
	public static function is_open( array $video ): bool {
		return isset( self::PROVIDERS[ $video['provider'] ] ) && ! self::is_complete( $video ) && ( $video['asked'] ?? '' ) < gmdate( 'Y-m-d', time() - self::PATIENCE_D * DAY_IN_SECONDS );
	}

	/**
	 * Whether all is known that Google requires.
	 *
	 * @param array<string, string> $video
	 */
	public static function is_complete( array $video ): bool {
		return '' !== ( $video['name'] ?? '' ) && '' !== ( $video['thumbnail'] ?? '' ) && '' !== ( $video['uploaded'] ?? '' );
	}

	/**
	 * @return list<array<string, string>>
	 */
	public static function stored( int $post_id ): array {
		return array_values( array_filter( (array) ( get_post_meta( $post_id, self::META, true ) ?: array() ), static fn( $video ) => isset( $video['url'], $video['provider'] ) ) );
	}

	/**
	 * @param list<array<string, string>> $videos
	 */
	public static function store( int $post_id, array $videos ): void {
		$videos = array_map( 'array_filter', $videos );
		array() === $videos ? delete_post_meta( $post_id, self::META ) : update_post_meta( $post_id, self::META, wp_slash( $videos ) );
	}

	/**
	 * @return list<array<string, string>>
	 */
	private static function find( \WP_Post $post ): array {
		$videos = array();
		$walk   = static function ( array $blocks ) use ( &$walk, &$videos, $post ): void {
			foreach ( $blocks as $block ) {
				$video = match ( $block['blockName'] ) {
					'core/embed' => self::embed( is_string( $block['attrs']['url'] ?? null ) ? $block['attrs']['url'] : '', $post ),
					'core/video' => self::file( $block ),
					default      => array(),
				};
				$video && $videos[ $video['url'] ] = $video;
				null === $block['blockName'] && self::classic( $block['innerHTML'], $post, $videos );
				$walk( $block['innerBlocks'] );
			}
		};
		$walk( parse_blocks( $post->post_content ) );
		return array_slice( array_values( $videos ), 0, self::MOST );
	}

	/**
	 * Addresses on a line of their own, which WordPress embeds in classic content.
	 *
	 * @param array<string, array<string, string>> $videos
	 */
	private static function classic( string $html, \WP_Post $post, array &$videos ): void {
		preg_match_all( '#^\s*(?:<p>|\[embed[^\]]*\])?\s*(https?://[^\s<"\[]+)\s*(?:</p>|\[/embed\])?\s*$#m', $html, $lines );
		foreach ( $lines[1] as $url ) {
			$video = self::embed( html_entity_decode( $url ), $post );
			$video && $videos[ $video['url'] ] = $video;
		}
	}

	/**
	 * @return array<string, string> Empty when it is of neither site.
	 */
	private static function embed( string $url, \WP_Post $post ): array {
		foreach ( self::PROVIDERS as $provider => list( $pattern, $player ) ) {
			if ( preg_match( $pattern, $url, $id ) ) {
				return array(
					'url'       => $url,
					'provider'  => $provider,
					'name'      => self::cached_title( $url, $post ),
					'thumbnail' => 'youtube' === $provider ? "https://i.ytimg.com/vi/{$id[1]}/hqdefault.jpg" : '', // YouTube makes one of every video.
					'embed'     => sprintf( $player, $id[1] ),
				);
			}
		}
		return array();
	}

	/**
	 * Title of the player that WordPress has cached with the post.
	 */
	private static function cached_title( string $url, \WP_Post $post ): string {
		foreach ( (array) get_post_meta( $post->ID ) as $key => $values ) {
			$is_embed = str_starts_with( (string) $key, '_oembed_' ) && ! str_starts_with( (string) $key, '_oembed_time_' );
			if ( $is_embed && preg_match( '#title="([^"]+)"#', (string) $values[0], $title ) ) {
				foreach ( self::PROVIDERS as list( $pattern ) ) {
					if ( preg_match( $pattern, $url, $id ) && str_contains( (string) $values[0], $id[1] ) ) {
						return Page::text( $title[1], 500 );
					}
				}
			}
		}
		return '';
	}

	/**
	 * A video of the media library.
	 *
	 * @param array{attrs: array<string, mixed>, innerHTML: string} $block
	 * @return array<string, string>
	 */
	private static function file( array $block ): array {
		$file = get_post( (int) ( $block['attrs']['id'] ?? 0 ) ?: -1 );
		preg_match( '#<video[^>]*\ssrc="([^"]+)"#', $block['innerHTML'], $source );
		if ( ! $file instanceof \WP_Post || ! isset( $source[1] ) ) {
			return array();
		}
		preg_match( '#<video[^>]*\sposter="([^"]+)"#', $block['innerHTML'], $poster );
		$seconds = (int) ( wp_get_attachment_metadata( $file->ID )['length'] ?? 0 );
		return array(
			'url'         => html_entity_decode( $source[1] ),
			'provider'    => 'file',
			'name'        => Page::text( get_the_title( $file ), 500 ),
			'description' => Page::text( $file->post_content ?: $file->post_excerpt, 2000 ),
			'thumbnail'   => isset( $poster[1] ) ? html_entity_decode( $poster[1] ) : (string) get_the_post_thumbnail_url( $file, 'full' ),
			'uploaded'    => Page::date( $file ),
			'duration'    => self::duration( $seconds ),
			'file'        => html_entity_decode( $source[1] ),
		);
	}

	/**
	 * Seconds as ISO 8601 has them.
	 */
	public static function duration( int $seconds ): string {
		return $seconds < 1 ? '' : 'PT' . ( $seconds >= 3600 ? intdiv( $seconds, 3600 ) . 'H' : '' ) . ( $seconds % 3600 >= 60 ? intdiv( $seconds % 3600, 60 ) . 'M' : '' ) . ( $seconds % 60 ? $seconds % 60 . 'S' : '' );
	}
}
