<?php
/**
 * Plan the content, have it written, stop that, and try failed pages again.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

use Igny8\Continuation;
use Igny8\Operation;
use Igny8\Plugin;

final class RunOperations {

	public function __construct(
		private readonly Plugin $plugin,
		private readonly TasksTable $tasks,
	) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->plan(), $this->run(), $this->cancel(), $this->retry() );
	}

	private function plan(): Operation {
		return new Operation(
			name: 'content.plan',
			label: __( 'Plan the content', 'igny8' ),
			description: __( 'Makes one task of every page of the active blueprint. Can be repeated: what is written stays.', 'igny8' ),
			capability: 'edit_others_posts',
			input: self::dry_run_schema(),
			output: self::counts_schema( array( 'version', 'total', 'tasks_created', 'tasks_updated', 'tasks_removed' ) ),
			run: fn( array $input ) => $this->on_plan( $input['dry_run'] ),
		);
	}

	private function run(): Operation {
		return new Operation(
			name: 'content.run',
			label: __( 'Write the planned pages', 'igny8' ),
			description: __( 'Has the engine write the queued pages and keeps them as drafts: pages composed, articles as briefs, or as prose where the engine has a language model. Failed ones are queued by a retry first. One call is one step of a few seconds.', 'igny8' ),
			capability: 'edit_others_posts',
			input: array_replace_recursive( array( 'properties' => array( 'pages' => ListOperations::pages_schema( __( 'Ids of the pages; all queued ones if empty.', 'igny8' ) ) ) ), self::dry_run_schema() ),
			output: self::counts_schema(
				array( 'done', 'total', 'remaining', 'pages_drafted', 'pages_failed' ),
				array(
					'is_cancelled' => array( 'type' => 'boolean' ),
					'message'      => array( 'type' => 'string' ),
					'tasks'        => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
				)
			),
			run: fn( array $input ) => $this->on_run( $input['pages'], $input['dry_run'] ),
			positional: array( 'pages' ),
			has_progress: true,
		);
	}

	private function cancel(): Operation {
		return new Operation(
			name: 'content.cancel',
			label: __( 'Stop writing', 'igny8' ),
			description: __( 'Stops the run after the page in hand and cancels what the engine is writing. What is written stays.', 'igny8' ),
			capability: 'edit_others_posts',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: self::counts_schema( array( 'remaining', 'jobs_cancelled' ) ),
			run: fn() => $this->on_cancel(),
		);
	}

	private function retry(): Operation {
		return new Operation(
			name: 'content.retry',
			label: __( 'Retry failed pages', 'igny8' ),
			description: __( 'Queues failed pages again; the next run writes them.', 'igny8' ),
			capability: 'edit_others_posts',
			input: array(
				'type'       => 'object',
				'properties' => array( 'pages' => ListOperations::pages_schema( __( 'Ids of the pages; all failed ones if empty.', 'igny8' ) ) ),
			),
			output: self::counts_schema( array( 'queued' ) ),
			run: fn( array $input ) => $this->on_retry( $input['pages'] ),
			positional: array( 'pages' ),
		);
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_plan( bool $is_dry ): array|\WP_Error {
		$blueprint = $this->plugin->module( 'blueprint' );
		$version   = $blueprint?->active_version() ?? 0;
		$document  = $version > 0 ? $blueprint->reader( $version ) : null;
		if ( null === $document ) {
			return new \WP_Error( 'no_blueprint', __( 'There is no active blueprint. Create one and apply it first.', 'igny8' ), array( 'status' => 409 ) );
		}
		return ( new Planner( $this->tasks ) )->plan( $version, $document, $is_dry );
	}

	/**
	 * A blueprint applied since the last plan is planned first.
	 *
	 * @param list<string> $page_ids
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_run( array $page_ids, bool $is_dry ): array|\WP_Error {
		$version = $this->plugin->module( 'blueprint' )?->active_version() ?? 0;
		$planned = $this->tasks->select( order_by: 'blueprint_version DESC', limit: 1, fields: 'blueprint_version' )[0]['blueprint_version'] ?? 0;
		if ( 0 === $planned || $planned !== $version ) {
			$plan = $this->on_plan( $is_dry );
			if ( is_wp_error( $plan ) ) {
				return $plan;
			}
		}
		$unknown = array_diff( $page_ids, array_column( $this->tasks->select( array( 'page_id' => $page_ids ), limit: TasksTable::ALL, fields: 'page_id' ), 'page_id' ) );
		if ( array() !== $unknown ) {
			/* translators: %s: ids of pages. */
			return new \WP_Error( 'page_not_planned', sprintf( __( 'Not planned: %s', 'igny8' ), implode( ', ', array_slice( $unknown, 0, 5 ) ) ), array( 'status' => 404 ) );
		}
		$run = new Run( $this->plugin, $this->tasks, $page_ids );
		return $is_dry ? $run->preview() : $run->step();
	}

	/**
	 * @return array<string, mixed>
	 */
	private function on_cancel(): array {
		if ( RunState::is_alive() ) {
			RunState::change( array( 'cancelled_at' => time() ) );
		}
		Continuation::forget( 'content.run' );
		$cancelled = 0;
		foreach ( $this->tasks->select( array( 'status' => 'in_progress' ), limit: TasksTable::ALL ) as $task ) {
			$job = $task['job_id'] > 0 ? $this->plugin->jobs()->cancel( $task['job_id'] ) : null;
			if ( is_array( $job ) && 'cancelled' === $job['status'] ) {
				$this->tasks->change( $task['page_id'], array( 'status' => 'queued', 'job_id' => 0 ) );
				++$cancelled;
			}
		}
		return array(
			'remaining'      => $this->tasks->count( array( 'status' => array( 'queued', 'in_progress' ) ) ),
			'jobs_cancelled' => $cancelled,
		);
	}

	/**
	 * @param list<string> $page_ids
	 * @return array{queued: int}
	 */
	private function on_retry( array $page_ids ): array {
		$failed = $this->tasks->select( array( 'status' => 'failed' ) + ( array() === $page_ids ? array() : array( 'page_id' => $page_ids ) ), limit: TasksTable::ALL );
		foreach ( $failed as $task ) {
			$this->tasks->change( $task['page_id'], array( 'status' => 'queued', 'error' => null ) );
		}
		return array( 'queued' => count( $failed ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function dry_run_schema(): array {
		return array(
			'type'       => 'object',
			'properties' => array(
				'dry_run' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Only tell what would be done.', 'igny8' ) ),
			),
		);
	}

	/**
	 * @param list<string>         $counts
	 * @param array<string, mixed> $more
	 * @return array<string, mixed>
	 */
	private static function counts_schema( array $counts, array $more = array() ): array {
		return array(
			'type'       => 'object',
			'properties' => array_fill_keys( $counts, array( 'type' => 'integer' ) ) + $more,
		);
	}
}
