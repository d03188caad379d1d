<?php
/**
 * Works off the tasks in bounded steps: has each page written by the engine and kept as a draft.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

use Igny8\Engine;
use Igny8\Lock;
use Igny8\Plugin;

/**
 * One request at a time works, which a lock sees to. Killed anywhere, the next step goes on: a task found `in_progress`
 * without a job was interrupted, and the post it may have left behind is found again by its page id.
 */
final class Run {

	private const STEP_S     = 8;   // Of a browser's request: below the 30 s that most hosts allow, and often enough for a progress bar.
	private const CLI_WAIT_S = 330; // The command line may wait for prose: longer than the engine lets one draft take (300 s).
	private const LEASE_S    = 20;  // Renewed with every page; longer than one page takes, with a request to the engine (15 s).
	private const LOCK_S     = 22;  // A second caller waits longer than a dead one's lease, so that its work is taken over.
	private const IN_FLIGHT  = 4;   // Drafts at the engine at once: enough for its workers, few enough to cancel.
	private const BUSY_S     = 2;   // The engine's rate limit refills every second.

	private int $drafted     = 0;
	private int $failed      = 0;
	private ?bool $has_prose = null;

	/**
	 * @param list<string> $page_ids Only these pages; empty: all that wait.
	 */
	public function __construct(
		private readonly Plugin $plugin,
		private readonly TasksTable $tasks,
		private readonly array $page_ids = array(),
	) {}

	/**
	 * One step.
	 *
	 * @return array<string, mixed>|\WP_Error done, total, remaining, pages_drafted and pages_failed of this step, is_cancelled.
	 */
	public function step(): array|\WP_Error {
		if ( RunState::take_cancellation() ) {
			return array( 'remaining' => 0, 'is_cancelled' => true ) + $this->progress();
		}
		$lock = Lock::take( 'content_run', self::LEASE_S, self::LOCK_S );
		if ( null === $lock ) {
			return $this->progress();
		}
		try {
			RunState::change( array( 'stepped_at' => time(), 'pages' => $this->page_ids ) + ( RunState::is_alive() ? array() : array( 'has_prose' => null ) ) );
			$error = $this->work( $lock );
		} finally {
			$lock->release();
		}
		$progress = $this->progress();
		if ( is_wp_error( $error ) && 0 === $this->drafted + $this->failed ) {
			return $error;
		}
		if ( 0 === $progress['remaining'] ) {
			RunState::change( array( 'stepped_at' => 0 ) );
		}
		return is_wp_error( $error ) ? array( 'message' => $error->get_error_message() ) + $progress : $progress;
	}

	/**
	 * What a step would do first, without doing it.
	 *
	 * @return array<string, mixed>
	 */
	public function preview(): array {
		return array( 'tasks' => array_map( array( $this, 'row' ), $this->tasks->select( $this->of( 'queued', 'in_progress' ), 'position', TasksTable::ALL ) ) ) + $this->progress();
	}

	/**
	 * Until time is up, nothing remains, somebody cancels, or the engine is away.
	 */
	private function work( Lock $lock ): ?\WP_Error {
		$started = time();
		$until   = $started + self::STEP_S;
		$patient = $started + ( defined( 'WP_CLI' ) && \WP_CLI ? self::CLI_WAIT_S : self::STEP_S );
		$this->requeue_interrupted();
		while ( RunState::get()['cancelled_at'] < $started && $lock->renew() ) {
			$in_flight = $this->collect();
			$error     = $this->start_next( $in_flight, $until, $lock );
			$is_moving = $this->drafted + $this->failed > 0;
			if ( is_wp_error( $error ) ) {
				return $error;
			}
			if ( 0 === $this->tasks->count( $this->of( 'in_progress' ) ) || time() >= ( $is_moving ? $until : $patient ) ) {
				return null;
			}
			sleep( 1 );
		}
		return null;
	}

	/**
	 * Starts tasks until time is up. Prose is written elsewhere and at most IN_FLIGHT at once; everything else is done
	 * when start() returns.
	 */
	private function start_next( int $in_flight, int $until, Lock $lock ): ?\WP_Error {
		foreach ( $this->tasks->select( $this->of( 'queued' ), 'position', TasksTable::ALL ) as $task ) {
			$is_prose = WriteOperations::DRAFT === $this->operation( $task );
			if ( $is_prose && $in_flight >= self::IN_FLIGHT ) {
				continue;
			}
			if ( time() >= $until || RunState::get()['cancelled_at'] >= $until - self::STEP_S || ! $lock->renew() ) {
				return null;
			}
			$error = $this->start( $task );
			if ( is_wp_error( $error ) ) {
				return $error;
			}
			$in_flight += $is_prose ? 1 : 0;
		}
		return null;
	}

	/**
	 * @param array<string, mixed> $task
	 * @return \WP_Error|null Only what stops the whole run; a task's own error is noted at the task.
	 */
	private function start( array $task ): ?\WP_Error {
		$page_id = $task['page_id'];
		if ( $task['attempts'] > 0 && $this->adopt( $task ) ) {
			return null;
		}
		$this->tasks->change( $page_id, array( 'status' => 'in_progress', 'attempts' => $task['attempts'] + 1 ) );
		$job = $this->ask( $task );
		if ( is_wp_error( $job ) ) {
			return $this->refuse( $page_id, $job );
		}
		$this->tasks->change( $page_id, array( 'job_id' => $job['id'] ) );
		$this->settle( $page_id, $job );
		return null;
	}

	/**
	 * A job that could not be started: the task's own fault, or the engine's, for which the task waits.
	 *
	 * @return \WP_Error|null What stops the whole run.
	 */
	private function refuse( string $page_id, \WP_Error $error ): ?\WP_Error {
		$data       = (array) $error->get_error_data();
		$is_busy    = 'engine_busy' === $error->get_error_code();
		$is_general = Engine::is_temporary( $error ) || in_array( $error->get_error_code(), array( 'engine_not_connected', 'engine_key_unreadable', 'engine_connection_invalid' ), true ) || in_array( $data['engine_status'] ?? 0, array( 401, 403 ), true );
		$this->tasks->fail( $page_id, $error );
		$this->tasks->change( $page_id, array( 'status' => $is_general ? 'queued' : 'failed', 'job_id' => (int) ( $data['job_id'] ?? 0 ) ) );
		if ( $is_busy ) {
			sleep( self::BUSY_S );
			return null;
		}
		$this->failed += $is_general ? 0 : 1;
		return $is_general ? $error : null;
	}

	/**
	 * @param array<string, mixed> $task
	 * @return array<string, mixed>|\WP_Error The job.
	 */
	private function ask( array $task ): array|\WP_Error {
		$operation = $this->plugin->operations()[ $this->operation( $task ) ];
		$old       = $task['job_id'] > 0 ? $this->plugin->jobs()->get( $task['job_id'] ) : null;
		// A job the engine never got is sent again instead of leaving a failed row per attempt.
		$is_same = is_array( $old ) && $old['operation'] === $operation->name && in_array( $old['status'], array( 'failed', 'cancelled' ), true );
		return $is_same ? $this->plugin->jobs()->retry( $task['job_id'] ) : $this->plugin->jobs()->start( $operation, array( 'page' => $task['page_id'] ) );
	}

	/**
	 * Looks after the jobs that are under way.
	 *
	 * @return int How many still are.
	 */
	private function collect(): int {
		$open = 0;
		foreach ( $this->tasks->select( array( 'status' => 'in_progress' ), 'position', TasksTable::ALL ) as $task ) {
			$job = $this->plugin->jobs()->collect( $task['job_id'] );
			if ( is_wp_error( $job ) ) {
				$this->tasks->change( $task['page_id'], array( 'status' => 'queued', 'job_id' => 0 ) );
				continue;
			}
			$open += $this->settle( $task['page_id'], $job ) ? 0 : 1;
		}
		return $open;
	}

	/**
	 * Takes over how a job ended. What was written is noted by its save callback already.
	 *
	 * @param array<string, mixed> $job
	 * @return bool Whether it ended.
	 */
	private function settle( string $page_id, array $job ): bool {
		if ( 'done' === $job['status'] ) {
			$status = $this->tasks->of_page( $page_id )['status'] ?? '';
			$this->drafted += 'completed' === $status ? 1 : 0;
			if ( 'in_progress' === $status ) {
				$this->tasks->change( $page_id, array( 'status' => 'queued', 'job_id' => 0 ) );
			}
			return true;
		}
		if ( in_array( $job['status'], array( 'failed', 'cancelled' ), true ) ) {
			$this->tasks->fail( $page_id, \Igny8\Job::error( $job ) );
			++$this->failed;
			return true;
		}
		return false;
	}

	/**
	 * After a crash between writing a post and noting it down: takes the post for the task's.
	 *
	 * @param array<string, mixed> $task
	 */
	private function adopt( array $task ): bool {
		$post_id = 'term' === $task['kind'] ? null : PostWriter::find( $task['page_id'] );
		$state   = null === $post_id ? '' : (string) get_post_meta( $post_id, Meta::STATE, true );
		if ( '' === $state ) {
			return false;
		}
		$this->tasks->change( $task['page_id'], array( 'status' => 'completed', 'object_type' => 'post', 'object_id' => $post_id, 'state' => $state, 'content_hash' => md5( get_post( $post_id )->post_content ), 'error' => null ) );
		++$this->drafted;
		return true;
	}

	/**
	 * Under the lock nobody else is at work: a task in progress without a job was interrupted.
	 */
	private function requeue_interrupted(): void {
		$this->tasks->update( array( 'status' => 'queued' ), array( 'status' => 'in_progress', 'job_id' => 0 ) );
	}

	/**
	 * Name of the operation that writes a task's page.
	 *
	 * @param array<string, mixed> $task
	 */
	private function operation( array $task ): string {
		return match ( true ) {
			'article' !== $task['kind'] => WriteOperations::COMPOSE,
			$this->has_prose()          => WriteOperations::DRAFT,
			default                     => WriteOperations::BRIEF,
		};
	}

	/**
	 * Whether articles are written by a model: the owner wants it and the engine has one. Asked once a run.
	 */
	private function has_prose(): bool {
		$this->has_prose ??= RunState::get()['has_prose'];
		if ( null === $this->has_prose ) {
			$is_wanted       = (bool) $this->plugin->settings()->get( 'content', 'prose' );
			$status          = $is_wanted ? $this->plugin->call( $this->plugin->operations()['engine.status'], array() ) : array();
			$this->has_prose = is_array( $status ) && ! empty( $status['model'] );
			RunState::change( array( 'has_prose' => $this->has_prose ) );
		}
		return $this->has_prose;
	}

	/**
	 * Condition for the tasks of this run, those of some statuses only if any are named.
	 *
	 * @return array<string, list<string>>
	 */
	private function of( string ...$statuses ): array {
		return array_filter( array( 'page_id' => $this->page_ids, 'status' => $statuses ) );
	}

	/**
	 * @param array<string, mixed> $task
	 * @return array<string, mixed>
	 */
	private function row( array $task ): array {
		return array_intersect_key( $task, array_flip( array( 'page_id', 'kind', 'phase', 'title', 'status' ) ) ) + array( 'operation' => $this->operation( $task ) );
	}

	/**
	 * @return array{done: int, total: int, remaining: int, pages_drafted: int, pages_failed: int, is_cancelled: bool}
	 */
	private function progress(): array {
		$counts    = $this->tasks->count_by( 'status', $this->of() );
		$remaining = ( $counts['queued'] ?? 0 ) + ( $counts['in_progress'] ?? 0 );
		return array(
			'done'          => array_sum( $counts ) - $remaining,
			'total'         => array_sum( $counts ),
			'remaining'     => $remaining,
			'pages_drafted' => $this->drafted,
			'pages_failed'  => $this->failed,
			'is_cancelled'  => false,
		);
	}
}
