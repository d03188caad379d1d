<?php
/**
 * Checks the graphs of all published posts, step by step, and remembers which pages have errors.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

use Igny8\Seo\Subject;

/**
 * The option `igny8_schema_check` holds where the check stands; a finished one is begun anew by the next call.
 */
final class SiteCheck {

	public const OPTION = 'igny8_schema_check';

	private const BATCH       = 100; // Posts a query: their meta and terms are read at once.
	private const STEP_S      = 4;   // Below what a browser's progress bar may stand still.
	private const MOST_LISTED = 200; // Pages with errors that are remembered: whoever has more has one cause for all.

	public function __construct( private readonly Module $module ) {}

	/**
	 * @return array{done: int, total: int, remaining: int, with_errors: int, with_hints: int, pages: list<array<string, mixed>>, finished_at: string}
	 */
	public function step(): array {
		$state = (array) get_option( self::OPTION, array() );
		if ( array() === $state || 0 === $state['remaining'] ) {
			$total = $this->count();
			$state = array( 'after' => 0, 'done' => 0, 'total' => $total, 'remaining' => $total, 'with_errors' => 0, 'with_hints' => 0, 'pages' => array(), 'finished_at' => '' );
		}
		$until = microtime( true ) + self::STEP_S;
		$fresh = array( 'with_errors' => 0, 'with_hints' => 0 );
		do {
			$posts = $this->posts( $state['after'] );
			foreach ( $posts as $post ) {
				$this->take( $post, $state, $fresh );
			}
			wp_cache_supports( 'flush_runtime' ) && wp_cache_flush_runtime(); // WP-CLI calls step after step in one process.
		} while ( count( $posts ) === self::BATCH && microtime( true ) < $until );
		$is_over              = count( $posts ) < self::BATCH;
		$state['total']       = $is_over ? $state['done'] : max( $state['total'], $state['done'] + 1 ); // Posts may have come since it began.
		$state['remaining']   = $state['total'] - $state['done'];
		$state['finished_at'] = $is_over ? gmdate( 'Y-m-d\TH:i:s\Z' ) : '';
		update_option( self::OPTION, $state, false );
		return $fresh + array_diff_key( $state, array( 'after' => 0 ) ); // Callers add up the counts of the steps.
	}

	/**
	 * @param array<string, mixed> $state
	 * @param array<string, int>   $fresh What this step has found.
	 */
	private function take( \WP_Post $post, array &$state, array &$fresh ): void {
		$found   = $this->module->check( Subject::post( $post ) );
		$errors  = array_values( array_filter( $found['messages'], static fn( array $message ) => 'error' === $message['level'] ) );
		$counted = $errors ? 'with_errors' : ( $found['hints'] > 0 ? 'with_hints' : '' );
		++$state['done'];
		$state['after'] = $post->ID;
		if ( '' !== $counted ) {
			++$state[ $counted ];
			++$fresh[ $counted ];
		}
		if ( $errors && count( $state['pages'] ) < self::MOST_LISTED ) {
			$state['pages'][] = array( 'id' => $post->ID, 'title' => Page::text( get_the_title( $post ), 200 ), 'errors' => count( $errors ), 'message' => $errors[0]['message'], 'edit_url' => (string) get_edit_post_link( $post, 'raw' ) );
		}
	}

	/**
	 * @return list<\WP_Post>
	 */
	private function posts( int $after ): array {
		global $wpdb;
		$where = static fn( string $sql ) => $sql . $wpdb->prepare( " AND {$wpdb->posts}.ID > %d", $after );
		add_filter( 'posts_where', $where );
		$query = new \WP_Query( array( 'post_type' => $this->types(), 'post_status' => 'publish', 'posts_per_page' => self::BATCH, 'orderby' => 'ID', 'order' => 'ASC', 'no_found_rows' => true, 'ignore_sticky_posts' => true ) );
		remove_filter( 'posts_where', $where );
		return $query->posts;
	}

	private function count(): int {
		return array_sum( array_map( static fn( string $type ) => (int) wp_count_posts( $type )->publish, $this->types() ) );
	}

	/**
	 * @return list<string>
	 */
	private function types(): array {
		return array_values( array_diff( get_post_types( array( 'public' => true ) ), array( 'attachment' ) ) );
	}
}
