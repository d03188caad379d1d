<?php
/**
 * Starts jobs of the engine, collects their answers and has them saved: the only caller of Engine for work.
 *
 * @package Igny8
 */

namespace Igny8;

use Igny8\Modules\Engine\JobsTable;
use Igny8\Modules\Engine\Module as EngineModule;

/**
 * Any number of tabs, cron runs and commands may collect the same job: its answer is saved once (JobCourier). A row
 * survives an engine that is away; only the engine's own verdict, an answer that breaks the contract, or a day of
 * silence ends it, and even then it can be retried. What a job looks like: Job.
 */
final class Jobs {

	private const RESEND_S      = 45;    // Three request timeouts: by then whoever was sending the job is gone.
	private const SILENCE_S     = 86400; // A job the engine has said nothing about for a day is given up.
	private const SWEEP_DELAY_S = 60;    // WP-Cron's practical resolution.
	private const SWEEP_JOBS    = 50;    // A sweep's share; the rest waits for the next one.
	private const KEEP          = 500;   // Finished rows kept; the owner's history, not a ledger.
	private const ASK_S         = 45;    // Below the minute that web servers allow; a tenth of a second is usual, a structure of 10,000 keywords takes some.

	private readonly JobsTable $table;

	private readonly JobCourier $courier;

	public function __construct( private readonly Plugin $plugin ) {
		$this->table   = new JobsTable();
		$this->courier = new JobCourier( $plugin, $this->table );
	}

	/**
	 * Starts a job, or joins the open one that is equal.
	 *
	 * @param array<string, mixed> $input Validated input of the operation.
	 * @return array<string, mixed>|\WP_Error The job. On an engine that is away: an error with `data.job_id`, which can be retried.
	 */
	public function start( Operation $operation, array $input ): array|\WP_Error {
		$connection = Connection::stored();
		if ( is_wp_error( $connection ) ) {
			return $connection;
		}
		$prepared = $this->courier->prepare( $operation, $input );
		if ( is_wp_error( $prepared ) && ! Engine::is_temporary( $prepared ) ) {
			return $prepared; // Nothing is stored for what can never be sent.
		}
		$row = array(
			'operation'  => $operation->name,
			'status'     => 'queued',
			'dedupe'     => $this->dedupe( $operation->name, $input ),
			'request_id' => wp_generate_uuid4(),
			'user_id'    => get_current_user_id(),
			'input'      => $input,
			'created_at' => Table::now(),
			'updated_at' => Table::now(),
		);
		$id  = $this->table->insert_ignore( $row );
		if ( 0 === $id ) {
			$open = $this->table->find( array( 'dedupe' => $row['dedupe'] ) );
			return null === $open ? $this->start( $operation, $input ) : Job::show( $open );
		}
		$this->schedule_sweep();
		return $this->courier->send( $this->row( $id ), true, $prepared );
	}

	/**
	 * Asks the engine a quick question and waits for the answer: no job is kept here, nothing is stored.
	 *
	 * @param string               $engine_operation Name of the engine's operation, one that takes well under a second.
	 * @param array<string, mixed> $input            Held against the contract, as the answer is.
	 * @return array<string, mixed>|\WP_Error The engine's output; its own refusal, with `data.fields`; engine_timeout when it is too busy.
	 */
	public function ask( string $engine_operation, array $input ): array|\WP_Error {
		$prepared = Contract::input( $engine_operation, $input );
		if ( is_wp_error( $prepared ) ) {
			return $prepared;
		}
		$engine  = $this->plugin->engine();
		$id      = wp_generate_uuid4();
		$job     = $engine->start( $engine_operation, $prepared, $id, $id );
		$until   = microtime( true ) + self::ASK_S;
		$pause_s = 0.05;
		while ( is_array( $job ) && in_array( $job['status'] ?? '', JobsTable::OPEN, true ) ) {
			if ( microtime( true ) > $until ) {
				$engine->cancel( (string) $job['id'], $id );
				return new \WP_Error( 'engine_timeout', __( 'The engine is busy with other work. Try again in a minute.', 'igny8' ), array( 'status' => 504 ) );
			}
			usleep( (int) ( $pause_s * 1e6 ) );
			$pause_s = min( 1.0, $pause_s * 1.5 );
			$job     = $engine->job( (string) $job['id'], $id );
		}
		if ( is_wp_error( $job ) ) {
			return $job;
		}
		if ( 'done' === ( $job['status'] ?? '' ) ) {
			return Contract::output( $engine_operation, $job['output'] ?? null );
		}
		$error = is_array( $job['error'] ?? null ) ? $job['error'] : array();
		return new \WP_Error( (string) ( $error['code'] ?? 'engine_garbled' ), (string) ( $error['message'] ?? __( 'The engine could not answer this.', 'igny8' ) ), array( 'status' => 422, 'fields' => (array) ( $error['fields'] ?? array() ) ) );
	}

	/**
	 * Asks the engine how a job stands and saves its answer when it is there.
	 *
	 * @return array<string, mixed>|\WP_Error The job; job_not_found.
	 */
	public function collect( int $id ): array|\WP_Error {
		$row = $this->row( $id );
		if ( is_wp_error( $row ) || ! in_array( $row['status'], JobsTable::OPEN, true ) ) {
			return is_wp_error( $row ) ? $row : Job::show( $row );
		}
		if ( '' === $row['engine_id'] ) {
			$is_abandoned = $row['updated_at'] < Table::now( -self::RESEND_S );
			return $is_abandoned ? $this->courier->send( $row ) : Job::show( $row );
		}
		$job = $this->plugin->engine()->job( $row['engine_id'], $row['request_id'] );
		return is_wp_error( $job ) ? $this->courier->note( $row, $job ) : $this->courier->follow( $row, $job );
	}

	/**
	 * Collects until the job is over; for WP-CLI.
	 *
	 * @param callable(array<string, mixed>): void|null $on_progress Gets the job after each look.
	 * @return array<string, mixed>|\WP_Error The finished job; job_failed errors as the job's own; job_still_running after `$timeout_s`.
	 */
	public function wait( int $id, ?callable $on_progress = null, int $timeout_s = 900 ): array|\WP_Error {
		$until   = time() + $timeout_s;
		$pause_s = 0.1;
		while ( true ) {
			$job = $this->collect( $id );
			if ( is_wp_error( $job ) ) {
				return $job;
			}
			$on_progress && $on_progress( $job );
			if ( 'done' === $job['status'] ) {
				return $job;
			}
			if ( in_array( $job['status'], array( 'failed', 'cancelled' ), true ) ) {
				return Job::error( $job );
			}
			if ( time() >= $until ) {
				/* translators: %d: number of the job. */
				$message = $job['error']['message'] ?? sprintf( __( 'Job %d is still running; WordPress goes on watching it. See: wp igny8 engine jobs', 'igny8' ), $id );
				return new \WP_Error( $job['error']['code'] ?? 'job_still_running', $message, array( 'status' => 504, 'job_id' => $id ) );
			}
			usleep( (int) ( $pause_s * 1e6 ) );
			$pause_s = min( 2.0, $pause_s * 1.5 );
		}
	}

	/**
	 * @return array<string, mixed>|\WP_Error The job, cancelled unless it was over already.
	 */
	public function cancel( int $id ): array|\WP_Error {
		$row = $this->row( $id );
		if ( is_wp_error( $row ) || ! in_array( $row['status'], JobsTable::OPEN, true ) ) {
			return is_wp_error( $row ) ? $row : Job::show( $row );
		}
		if ( '' !== $row['engine_id'] ) {
			$answer = $this->plugin->engine()->cancel( $row['engine_id'], $row['request_id'] );
			if ( is_wp_error( $answer ) && ! JobCourier::is_gone( $answer ) ) {
				return $answer;
			}
			if ( is_array( $answer ) && 'done' === ( $answer['status'] ?? '' ) ) {
				return $this->collect( $id );
			}
		}
		return $this->courier->finish( $row, array( 'status' => 'cancelled' ) );
	}

	/**
	 * Starts a failed or cancelled job again, with the input it had.
	 *
	 * @return array<string, mixed>|\WP_Error The job, or an equal one that is open by now.
	 */
	public function retry( int $id ): array|\WP_Error {
		$row = $this->row( $id );
		if ( is_wp_error( $row ) || ! in_array( $row['status'], array( 'failed', 'cancelled' ), true ) ) {
			return is_wp_error( $row ) ? $row : Job::show( $row );
		}
		$dedupe = $this->dedupe( $row['operation'], $row['input'] );
		$open   = $this->table->find( array( 'dedupe' => $dedupe ) );
		if ( null !== $open ) {
			return Job::show( $open );
		}
		$change = array(
			'status'      => 'queued',
			'dedupe'      => $dedupe,
			'engine_id'   => '',
			'attempts'    => $row['attempts'] + 1,
			'progress'    => null,
			'error'       => null,
			'finished_at' => null,
			'updated_at'  => Table::now(),
		);
		if ( 'engine_contract' === ( $row['error']['code'] ?? '' ) ) {
			$change['request_id'] = wp_generate_uuid4(); // Under the old key the engine would hand out the same answer.
		}
		if ( 0 === $this->table->update( $change, array( 'id' => $id, 'status' => $row['status'] ) ) ) {
			return Job::show( $this->row( $id ) );
		}
		$this->schedule_sweep();
		return $this->courier->send( $this->row( $id ), true );
	}

	/**
	 * Looks after the jobs nobody watches. Runs by WP-Cron only while there are open ones.
	 */
	public function sweep(): void {
		$user_id = get_current_user_id();
		foreach ( $this->table->select( array( 'status' => JobsTable::OPEN ), 'updated_at', self::SWEEP_JOBS ) as $row ) {
			wp_set_current_user( $row['user_id'] ); // What is saved belongs to who asked, and is filtered by their rights.
			$job = $this->collect( $row['id'] );
			if ( is_array( $job ) && in_array( $job['status'], JobsTable::OPEN, true ) && $row['updated_at'] < Table::now( -self::SILENCE_S ) ) {
				$this->courier->fail( $row, new \WP_Error( 'job_expired', __( 'The engine has said nothing about this job for a day. Check the engine, then retry.', 'igny8' ) ) );
			}
		}
		wp_set_current_user( $user_id );
		$this->table->prune( self::KEEP );
		if ( $this->table->count( array( 'status' => JobsTable::OPEN ) ) > 0 ) {
			$this->schedule_sweep();
		}
	}

	/**
	 * @return array<string, mixed>|\WP_Error The job without asking the engine.
	 */
	public function get( int $id ): array|\WP_Error {
		$row = $this->row( $id );
		return is_wp_error( $row ) ? $row : Job::show( $row );
	}

	/**
	 * Whether a job of this operation is queued or running.
	 */
	public function has_open( string $operation ): bool {
		return 0 < $this->table->count( array( 'operation' => $operation, 'status' => JobsTable::OPEN ) );
	}

	/**
	 * One page of the jobs, newest first.
	 *
	 * @param array<string, mixed> $where Columns to match; a list means any of them.
	 * @return array{jobs: list<array<string, mixed>>, total: int}
	 */
	public function list( array $where, int $page, int $per_page ): array {
		$rows = $this->table->select( $where, 'id DESC', $per_page, ( $page - 1 ) * $per_page );
		return array(
			'jobs'  => array_map( array( Job::class, 'show' ), $rows ),
			'total' => $this->table->count( $where ),
		);
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function row( int $id ): array|\WP_Error {
		/* translators: %d: number of the job. */
		return $this->table->find( array( 'id' => $id ) ) ?? new \WP_Error( 'job_not_found', sprintf( __( 'There is no job %d.', 'igny8' ), $id ), array( 'status' => 404 ) );
	}

	/**
	 * @param array<string, mixed> $input
	 */
	private function dedupe( string $operation, array $input ): string {
		ksort( $input );
		return substr( hash( 'sha256', $operation . wp_json_encode( $input ) ), 0, 64 );
	}

	private function schedule_sweep(): void {
		if ( ! wp_next_scheduled( EngineModule::SWEEP ) ) {
			wp_schedule_single_event( time() + self::SWEEP_DELAY_S, EngineModule::SWEEP );
		}
	}
}
