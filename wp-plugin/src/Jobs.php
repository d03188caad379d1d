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
 * Every step is a compare-and-swap on the job's row, so any number of tabs, cron runs and commands may collect the
 * same job: its answer is saved once. A row survives an engine that is away; only the engine's own verdict, an
 * answer that breaks the contract, or a day of silence ends it, and even then it can be retried.
 *
 * A job, as REST and WP-CLI show it: `{id, operation, status, progress: {done, total, message}, error: {code, message, fields?}|null,
 * result, attempts, created_at, finished_at}`; `error` on an open job is the last trouble reaching the engine.
 */
final class Jobs {

	private const LEASE_S       = 300;   // Longer than any save callback takes; a request that died while saving frees the job then.
	private const RESEND_S      = 45;    // Three request timeouts: by then whoever was sending the job is gone.
	private const SILENCE_S     = 86400; // A job the engine has said nothing about for a day is given up.
	private const SWEEP_DELAY_S = 60;    // WP-Cron's practical resolution.
	private const SWEEP_JOBS    = 50;    // A sweep's share; the rest waits for the next one.
	private const KEEP          = 500;   // Finished rows kept; the owner's history, not a ledger.

	private readonly JobsTable $table;

	public function __construct( private readonly Plugin $plugin ) {
		$this->table = new JobsTable();
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
			return null === $open ? $this->start( $operation, $input ) : $this->show( $open );
		}
		$this->schedule_sweep();
		return $this->send( $this->row( $id ), true );
	}

	/**
	 * Asks the engine how a job stands and saves its answer when it is there.
	 *
	 * @return array<string, mixed>|\WP_Error The job; job_not_found.
	 */
	public function collect( int $id ): array|\WP_Error {
		$row = $this->row( $id );
		if ( is_wp_error( $row ) || ! in_array( $row['status'], JobsTable::OPEN, true ) ) {
			return is_wp_error( $row ) ? $row : $this->show( $row );
		}
		if ( '' === $row['engine_id'] ) {
			$is_abandoned = $row['updated_at'] < Table::now( -self::RESEND_S );
			return $is_abandoned ? $this->send( $row ) : $this->show( $row );
		}
		$job = $this->plugin->engine()->job( $row['engine_id'], $row['request_id'] );
		return is_wp_error( $job ) ? $this->note( $row, $job ) : $this->follow( $row, $job );
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
				return self::error_of( $job );
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
			return is_wp_error( $row ) ? $row : $this->show( $row );
		}
		if ( '' !== $row['engine_id'] ) {
			$answer = $this->plugin->engine()->cancel( $row['engine_id'], $row['request_id'] );
			if ( is_wp_error( $answer ) && ! self::is_gone( $answer ) ) {
				return $answer;
			}
			if ( is_array( $answer ) && 'done' === ( $answer['status'] ?? '' ) ) {
				return $this->collect( $id );
			}
		}
		return $this->finish( $row, array( 'status' => 'cancelled' ) );
	}

	/**
	 * Starts a failed or cancelled job again, with the input it had.
	 *
	 * @return array<string, mixed>|\WP_Error The job, or an equal one that is open by now.
	 */
	public function retry( int $id ): array|\WP_Error {
		$row = $this->row( $id );
		if ( is_wp_error( $row ) || ! in_array( $row['status'], array( 'failed', 'cancelled' ), true ) ) {
			return is_wp_error( $row ) ? $row : $this->show( $row );
		}
		$dedupe = $this->dedupe( $row['operation'], $row['input'] );
		$open   = $this->table->find( array( 'dedupe' => $dedupe ) );
		if ( null !== $open ) {
			return $this->show( $open );
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
			return $this->show( $this->row( $id ) );
		}
		$this->schedule_sweep();
		return $this->send( $this->row( $id ), true );
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
				$this->fail( $row, new \WP_Error( 'job_expired', __( 'The engine has said nothing about this job for a day. Check the engine, then retry.', 'igny8' ) ) );
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
		return is_wp_error( $row ) ? $row : $this->show( $row );
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
			'jobs'  => array_map( array( $this, 'show' ), $rows ),
			'total' => $this->table->count( $where ),
		);
	}

	/**
	 * @param array<string, mixed> $job A failed or cancelled job.
	 */
	public static function error_of( array $job ): \WP_Error {
		$error = $job['error'] ?? array( 'code' => 'job_cancelled', 'message' => __( 'The job was cancelled.', 'igny8' ) );
		return new \WP_Error( $error['code'], $error['message'], array( 'status' => 502, 'job_id' => $job['id'], 'fields' => $error['fields'] ?? array() ) );
	}

	/**
	 * Hands a job to the engine. Sending twice is safe: equal key and input are one job over there.
	 *
	 * @param array<string, mixed> $row
	 * @param bool                 $is_asked_for Somebody waits: an engine that is away is an error, not a note.
	 * @return array<string, mixed>|\WP_Error
	 */
	private function send( array $row, bool $is_asked_for = false ): array|\WP_Error {
		$operation = $this->operation( $row );
		$input     = is_wp_error( $operation ) ? $operation : $this->guarded( static fn() => ( $operation->prepare )( $row['input'] ) );
		$input     = is_wp_error( $input ) ? $input : Contract::input( $operation->engine_operation, $input );
		if ( is_wp_error( $input ) ) {
			$this->fail( $row, $input );
			return $is_asked_for ? $this->with_job( $input, $row['id'] ) : $this->get( $row['id'] );
		}
		$key = substr( hash( 'sha256', $row['request_id'] . wp_json_encode( $input ) ), 0, 40 );
		$job = $this->plugin->engine()->start( $operation->engine_operation, $input, $key, $row['request_id'] );
		if ( is_wp_error( $job ) ) {
			if ( $is_asked_for || ! Engine::is_temporary( $job ) ) {
				$this->fail( $row, $job );
				return $is_asked_for ? $this->with_job( $job, $row['id'] ) : $this->get( $row['id'] );
			}
			return $this->note( $row, $job );
		}
		$row['engine_id'] = (string) ( $job['id'] ?? '' );
		$this->table->update( array( 'engine_id' => $row['engine_id'], 'engine_key' => $key, 'updated_at' => Table::now() ), array( 'id' => $row['id'] ) );
		return $this->follow( $row, $job );
	}

	/**
	 * Takes over what the engine says about a job.
	 *
	 * @param array<string, mixed> $row
	 * @param array<string, mixed> $job
	 * @return array<string, mixed>|\WP_Error
	 */
	private function follow( array $row, array $job ): array|\WP_Error {
		$status = $job['status'] ?? '';
		switch ( $status ) {
			case 'done':
				return $this->save( $row, $job['output'] ?? null );
			case 'failed':
				$error = is_array( $job['error'] ?? null ) ? $job['error'] : array();
				return $this->fail( $row, new \WP_Error( $error['code'] ?? 'job_failed', $error['message'] ?? __( 'The engine could not do this.', 'igny8' ), array( 'fields' => $error['fields'] ?? array() ) ) );
			case 'cancelled':
				return $this->finish( $row, array( 'status' => 'cancelled' ) );
			case 'queued':
			case 'running':
				$change = array(
					'status'     => $status,
					'progress'   => is_array( $job['progress'] ?? null ) ? $job['progress'] : null,
					'error'      => null,
					'updated_at' => Table::now(),
				);
				$this->table->update( $change, array( 'id' => $row['id'], 'status' => $row['status'] ) );
				return $this->get( $row['id'] );
			default:
				return $this->fail( $row, new \WP_Error( 'engine_contract', __( 'The engine answered with something that is no job, so nothing was saved. Engine and plugin may be of different versions.', 'igny8' ) ) );
		}
	}

	/**
	 * Has the module store an answer, by one request only.
	 *
	 * @param array<string, mixed> $row
	 * @return array<string, mixed>|\WP_Error
	 */
	private function save( array $row, mixed $output ): array|\WP_Error {
		$row       = $this->row( $row['id'] );
		$expiry    = (int) $row['lease'];
		$lease     = ( time() + self::LEASE_S ) . ':' . wp_generate_uuid4();
		$is_locked = $expiry > time() || 0 === $this->table->update( array( 'lease' => $lease ), array( 'id' => $row['id'], 'lease' => $row['lease'], 'status' => $row['status'] ) );
		if ( $is_locked || ! in_array( $row['status'], JobsTable::OPEN, true ) ) {
			return $this->get( $row['id'] );
		}
		$operation = $this->operation( $row );
		$output    = is_wp_error( $operation ) ? $operation : Contract::output( $operation->engine_operation, $output );
		$result    = is_wp_error( $output ) ? $output : $this->guarded( static fn() => ( $operation->save )( $output, $row['input'] ) );
		if ( is_wp_error( $result ) ) {
			return $this->fail( $row, $result );
		}
		$job = $this->finish( $row, array( 'status' => 'done', 'result' => $result, 'error' => null ) );
		/**
		 * Fires after a job's answer has been stored.
		 *
		 * @param array $job The job, with its result.
		 */
		do_action( 'igny8/jobs/saved', $job ); // phpcs:ignore WordPress.NamingConventions.ValidHookName -- Project-wide form igny8/<module>/<past_tense>.
		return $job;
	}

	/**
	 * Runs a module's callback; a bug in it must not leave the job open for ever.
	 *
	 * @param \Closure(): (array<string, mixed>|\WP_Error) $callback
	 * @return array<string, mixed>|\WP_Error
	 */
	private function guarded( \Closure $callback ): array|\WP_Error {
		try {
			return $callback();
		} catch ( \Throwable $error ) {
			/* translators: %s: technical reason. */
			return new \WP_Error( 'job_not_saved', sprintf( __( 'This site could not process the job: %s', 'igny8' ), $error->getMessage() ), array( 'status' => 500 ) );
		}
	}

	/**
	 * Notes trouble on an open job and leaves it open; ends it only when the engine does not know it any more.
	 *
	 * @param array<string, mixed> $row
	 * @return array<string, mixed>|\WP_Error
	 */
	private function note( array $row, \WP_Error $error ): array|\WP_Error {
		if ( self::is_gone( $error ) ) {
			return $this->fail( $row, new \WP_Error( 'job_lost', __( 'The engine does not know this job any more. Retry it.', 'igny8' ) ) );
		}
		// updated_at stays: it tells when the engine was last heard of.
		$this->table->update( array( 'error' => self::plain( $error ) ), array( 'id' => $row['id'], 'status' => $row['status'] ) );
		return $this->get( $row['id'] );
	}

	/**
	 * @param array<string, mixed> $row
	 * @return array<string, mixed>|\WP_Error
	 */
	private function fail( array $row, \WP_Error $error ): array|\WP_Error {
		return $this->finish( $row, array( 'status' => 'failed', 'error' => self::plain( $error ) ) );
	}

	/**
	 * @param array<string, mixed> $row
	 * @param array<string, mixed> $change
	 * @return array<string, mixed>|\WP_Error
	 */
	private function finish( array $row, array $change ): array|\WP_Error {
		$change += array(
			'dedupe'      => null,
			'lease'       => '',
			'updated_at'  => Table::now(),
			'finished_at' => Table::now(),
		);
		foreach ( JobsTable::OPEN as $status ) {
			$this->table->update( $change, array( 'id' => $row['id'], 'status' => $status ) );
		}
		return $this->get( $row['id'] );
	}

	/**
	 * @param array<string, mixed> $row
	 * @return array<string, mixed>
	 */
	private function show( array $row ): array {
		$keys          = array( 'id', 'operation', 'status', 'progress', 'error', 'result', 'attempts', 'created_at', 'finished_at' );
		$job           = array_intersect_key( $row, array_flip( $keys ) );
		$job['result'] = $row['result'] ?? null;
		foreach ( array( 'created_at', 'finished_at' ) as $time ) {
			$job[ $time ] = null === $row[ $time ] ? null : strtr( $row[ $time ], ' ', 'T' ) . 'Z';
		}
		$job['progress'] = $row['progress'] ?? array( 'done' => 0, 'total' => 0, 'message' => '' );
		return $job;
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function row( int $id ): array|\WP_Error {
		/* translators: %d: number of the job. */
		return $this->table->find( array( 'id' => $id ) ) ?? new \WP_Error( 'job_not_found', sprintf( __( 'There is no job %d.', 'igny8' ), $id ), array( 'status' => 404 ) );
	}

	/**
	 * @param array<string, mixed> $row
	 */
	private function operation( array $row ): Operation|\WP_Error {
		return $this->plugin->operations()[ $row['operation'] ] ?? new \WP_Error( 'module_off', __( 'The module this job belongs to is switched off. Switch it on under IGNY8 → Settings → Modules, then retry.', 'igny8' ) );
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

	private function with_job( \WP_Error $error, int $id ): \WP_Error {
		return new \WP_Error( $error->get_error_code(), $error->get_error_message(), array( 'job_id' => $id ) + (array) $error->get_error_data() );
	}

	private static function is_gone( \WP_Error $error ): bool {
		$data = (array) $error->get_error_data();
		return 'engine_refused' === $error->get_error_code() && 404 === ( $data['engine_status'] ?? 0 );
	}

	/**
	 * @return array{code: string, message: string, fields?: array<string, string>}
	 */
	private static function plain( \WP_Error $error ): array {
		$data = (array) $error->get_error_data();
		return array_filter( array( 'code' => (string) $error->get_error_code(), 'message' => $error->get_error_message(), 'fields' => $data['fields'] ?? array() ) );
	}
}
