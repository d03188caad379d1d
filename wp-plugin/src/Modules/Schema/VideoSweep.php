<?php
/**
 * Reads the videos of posts that were saved before this module was on, step by step.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

/**
 * The option `igny8_schema_videos` holds where the sweep stands; a finished one is begun anew by the next call.
 */
final class VideoSweep {

	public const OPTION = 'igny8_schema_videos';

	private const BATCH  = 50;
	private const STEP_S = 5; // Two slow answers of a video's site end a step; the next call goes on.

	public function __construct( private readonly bool $asks ) {}

	/**
	 * @return array{done: int, total: int, remaining: int, videos_found: int, videos_complete: int}
	 */
	public function step(): array {
		$state = (array) get_option( self::OPTION, array() );
		if ( array() === $state || 0 === $state['remaining'] ) {
			$total = $this->query( 0, true )->found_posts;
			$state = array( 'after' => 0, 'done' => 0, 'total' => $total, 'remaining' => $total );
		}
		$until = microtime( true ) + self::STEP_S;
		$found = array( 'videos_found' => 0, 'videos_complete' => 0 );
		$posts = $this->query( $state['after'], false )->posts;
		$taken = 0;
		foreach ( $posts as $post ) {
			VideoFacts::read( $post );
			$this->asks && VideoSites::complete( $post->ID );
			$videos                    = VideoFacts::stored( $post->ID );
			$found['videos_found']    += count( $videos );
			$found['videos_complete'] += count( array_filter( $videos, array( VideoFacts::class, 'is_complete' ) ) );
			$state['after']            = $post->ID;
			++$state['done'];
			++$taken;
			if ( microtime( true ) > $until ) {
				break;
			}
		}
		$is_over            = $taken === count( $posts ) && $taken < self::BATCH;
		$state['total']     = $is_over ? $state['done'] : max( $state['total'], $state['done'] + 1 );
		$state['remaining'] = $state['total'] - $state['done'];
		update_option( self::OPTION, $state, false );
		return $found + array_diff_key( $state, array( 'after' => 0 ) );
	}

	/**
	 * Published posts whose content names a video, after an id.
	 */
	private function query( int $after, bool $is_count ): \WP_Query {
		global $wpdb;
		$where = static function ( string $sql ) use ( $wpdb, $after ): string {
			$like = static fn( string $part ) => '%' . $wpdb->esc_like( $part ) . '%';
			return $sql . $wpdb->prepare( ' AND %i.ID > %d AND ( %i.post_content LIKE %s OR %i.post_content LIKE %s OR %i.post_content LIKE %s )', $wpdb->posts, $after, $wpdb->posts, $like( 'wp:video' ), $wpdb->posts, $like( 'youtu' ), $wpdb->posts, $like( 'vimeo.com' ) );
		};
		add_filter( 'posts_where', $where );
		$query = new \WP_Query( array( 'post_type' => array_values( get_post_types( array( 'public' => true ) ) ), 'post_status' => 'publish', 'posts_per_page' => $is_count ? 1 : self::BATCH, 'orderby' => 'ID', 'order' => 'ASC', 'no_found_rows' => ! $is_count, 'ignore_sticky_posts' => true ) );
		remove_filter( 'posts_where', $where );
		return $query;
	}
}
