<?php
/**
 * Finds the trades that an owner's words mean, among the engine's sectors and the site's own.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

use Igny8\Plugin;

final class SectorMatch {

	private const TITLES = 50; // Page titles sent along: enough to tell a trade, and no more.

	private const FEWEST_TITLES = 5; // Below, they are WordPress' own "Sample Page" and "Hello world!".

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @param string $text Empty: what the site says of itself.
	 * @return array{matches: list<array{sector: string, name: string, industry: string, score: float}>}|\WP_Error Best first.
	 */
	public function find( string $text, int $limit ): array|\WP_Error {
		$question = '' === trim( $text ) ? $this->of_site() : array( 'text' => trim( $text ) );
		if ( array() === $question ) {
			return array( 'matches' => array() );
		}
		$answer = $this->plugin->jobs()->ask( 'sag.match_sectors', $question + array( 'limit' => $limit ) );
		return is_wp_error( $answer ) ? $answer : array( 'matches' => $answer['matches'] );
	}

	/**
	 * @return array{text?: string, titles?: list<string>}
	 */
	private function of_site(): array {
		$tagline = html_entity_decode( (string) get_option( 'blogdescription' ), ENT_QUOTES );
		$posts   = get_posts(
			array(
				'post_type'      => array( 'page', 'post', 'product' ),
				'post_status'    => 'publish',
				'posts_per_page' => self::TITLES,
				'orderby'        => 'comment_count date',
			)
		);
		$titles  = array_values( array_unique( array_filter( array_map( static fn( \WP_Post $post ) => mb_substr( wp_strip_all_tags( $post->post_title ), 0, 200 ), $posts ) ) ) );
		return array_filter(
			array(
				'text'   => trim( Create::site_name() . '. ' . $tagline ),
				'titles' => count( $titles ) < self::FEWEST_TITLES ? array() : $titles,
			)
		);
	}
}
