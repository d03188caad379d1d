<?php
/**
 * Runs an operation to its end on the command line, with a progress bar where it takes long.
 *
 * @package Igny8
 */

namespace Igny8\Cli;

use Igny8\Operation;
use Igny8\Plugin;

/**
 * Jobs are waited for; operations that work in steps are called until nothing remains.
 */
final class Execution {

	private const STALLED_CALLS = 3; // Calls in a row without headway before we stop: something refuses for good.

	private const STATES = array( 'done', 'total', 'remaining', 'version', 'batch' ); // Of the whole work; every other integer counts what one call did.

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\WP_Error Result of the operation; of a job, what its save callback returned; of
	 *                                       steps, the last one's with its counts added up over all.
	 */
	public function complete( Operation $operation, array $input ): array|\WP_Error {
		$progress = new Progress( $operation->label );
		$result   = match ( true ) {
			$operation->is_job()     => $this->wait( $operation, $input, $progress ),
			$operation->has_progress => $this->repeat( $operation, $input, $progress ),
			default                  => $this->plugin->serve( $operation, $input ),
		};
		$progress->finish();
		return $result;
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\WP_Error
	 */
	private function wait( Operation $operation, array $input, Progress $progress ): array|\WP_Error {
		$job = $this->plugin->serve( $operation, $input );
		if ( is_wp_error( $job ) ) {
			return $job;
		}
		$job = $this->plugin->jobs()->wait( $job['id'], static fn( array $job ) => $progress->show( (int) ( $job['progress']['done'] ?? 0 ), (int) ( $job['progress']['total'] ?? 0 ) ) );
		return is_wp_error( $job ) ? $job : (array) $job['result'];
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\WP_Error
	 */
	private function repeat( Operation $operation, array $input, Progress $progress ): array|\WP_Error {
		$stalled = 0;
		$before  = PHP_INT_MAX;
		$counts  = array();
		do {
			$result = $this->plugin->serve( $operation, $input );
			if ( is_wp_error( $result ) ) {
				return $result;
			}
			foreach ( array_diff_key( array_filter( $result, 'is_int' ), array_flip( self::STATES ) ) as $name => $count ) {
				$counts[ $name ] = ( $counts[ $name ] ?? 0 ) + $count;
			}
			$remaining = (int) ( $result['remaining'] ?? 0 );
			$stalled   = $remaining < $before ? 0 : $stalled + 1;
			$before    = $remaining;
			$progress->show( (int) ( $result['done'] ?? 0 ), (int) ( $result['total'] ?? 0 ) );
			if ( $remaining > 0 && $stalled >= self::STALLED_CALLS ) {
				/* translators: %d: how many items. */
				return new \WP_Error( 'no_headway', sprintf( __( '%d remain and none of them gets done. Look at the list for their errors.', 'igny8' ), $remaining ) );
			}
			wp_cache_flush_runtime(); // A long run must not hold every post it touched in memory.
		} while ( $remaining > 0 && empty( $input['dry_run'] ) );
		return array_merge( $result, $counts );
	}
}
