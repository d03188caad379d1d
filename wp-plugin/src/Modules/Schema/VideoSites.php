<?php
/**
 * Asks YouTube and Vimeo what a video is called, when it was uploaded and how long it is.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

/**
 * Only in the background, after a post with the video was saved, and only the two sites that its visitors' browsers talk to
 * anyway. Their addresses are fixed here; nothing typed decides where a request goes.
 */
final class VideoSites {

	private const TIMEOUT_S = 8;
	private const MOST      = 1500000; // Bytes of an answer: YouTube's page of a video has its dates within the first 1.2 MB.

	/**
	 * A post's videos of which something is missing are asked for, each once.
	 *
	 * @return int How many are complete now that were not before.
	 */
	public static function complete( int $post_id ): int {
		$completed = 0;
		$videos    = VideoFacts::stored( $post_id );
		foreach ( $videos as $index => $video ) {
			if ( VideoFacts::is_open( $video ) ) {
				$videos[ $index ] = array_filter( 'vimeo' === $video['provider'] ? self::vimeo( $video['embed'] ) : self::youtube( $video['embed'], $video ) ) + array( 'asked' => gmdate( 'Y-m-d' ) ) + $video;
				$completed       += VideoFacts::is_complete( $videos[ $index ] ) ? 1 : 0;
			}
		}
		VideoFacts::store( $post_id, $videos );
		return $completed;
	}

	/**
	 * Its oEmbed answer has everything.
	 *
	 * @return array<string, string>
	 */
	private static function vimeo( string $player ): array {
		$answer = json_decode( self::get( 'https://vimeo.com/api/oembed.json?url=' . rawurlencode( 'https://vimeo.com/' . basename( $player ) ) ), true );
		$text   = static fn( string $name ) => is_scalar( $answer[ $name ] ?? null ) ? (string) $answer[ $name ] : '';
		return ! is_array( $answer ) ? array() : array(
			'name'        => Page::text( $text( 'title' ), 500 ),
			'description' => Page::text( $text( 'description' ), 2000 ),
			'thumbnail'   => self::address( $text( 'thumbnail_url' ) ),
			'uploaded'    => self::day( $text( 'upload_date' ) ),
			'duration'    => VideoFacts::duration( (int) $text( 'duration' ) ),
		);
	}

	/**
	 * Its oEmbed answer has no date, so the page of the video is read for its `<meta itemprop>`.
	 *
	 * @param array<string, string> $video
	 * @return array<string, string>
	 */
	private static function youtube( string $player, array $video ): array {
		$watch  = 'https://www.youtube.com/watch?v=' . basename( $player );
		$answer = '' === ( $video['name'] ?? '' ) ? json_decode( self::get( 'https://www.youtube.com/oembed?format=json&url=' . rawurlencode( $watch ) ), true ) : null;
		$page   = self::get( $watch );
		$meta   = static fn( string $name ) => preg_match( "#<meta itemprop=\"{$name}\" content=\"([^\"]{1,2000})\"#", $page, $found ) ? Page::text( $found[1], 2000 ) : '';
		$length = $meta( 'duration' );
		return array(
			'name'        => is_string( $answer['title'] ?? null ) ? Page::text( $answer['title'], 500 ) : $meta( 'name' ),
			'description' => $meta( 'description' ),
			'uploaded'    => self::day( $meta( 'uploadDate' ) ?: $meta( 'datePublished' ) ),
			'duration'    => preg_match( '/^PT(\d+)M(\d+)S$/', $length, $time ) ? VideoFacts::duration( 60 * (int) $time[1] + (int) $time[2] ) : '',
		);
	}

	/**
	 * The day, or the moment when it comes with its zone.
	 */
	private static function day( string $date ): string {
		return preg_match( '/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d))?/', $date, $found ) ? $found[0] : '';
	}

	private static function address( string $url ): string {
		return preg_match( '#^https://[^\s<>"]+$#', $url ) ? $url : '';
	}

	/**
	 * @return string '' when the site did not answer as hoped.
	 */
	private static function get( string $url ): string {
		$answer = wp_safe_remote_get( $url, array( 'timeout' => self::TIMEOUT_S, 'redirection' => 2, 'limit_response_size' => self::MOST ) );
		return is_wp_error( $answer ) || 200 !== wp_remote_retrieve_response_code( $answer ) ? '' : wp_remote_retrieve_body( $answer );
	}
}
