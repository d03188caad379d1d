<?php
/**
 * Carries one job between its row, the engine and the module that asked: sends it, follows it, has its answer saved.
 *
 * @package Igny8
 */

namespace Igny8;

use Igny8\Modules\Engine\JobsTable;

/**
 * Every change of a row is a compare-and-swap on its old state, so any number of requests may carry the same job.
 */
final class JobCourier {

	private const LEASE_S = 60; // Longer than any save callback takes (a blueprint: 2 s); a request that died while saving frees the job then.

	public function __construct( private readonly Plugin $plugin, private readonly JobsTable $table ) {}

	/**
	 * What the engine gets for our input: the module's prepare callback, held against the contract.
	 *
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\stdClass|\WP_Error
	 */
	public function prepare( Operation $operation, array $input ): array|\stdClass|\WP_Error {
		$prepared = $this->guarded( static fn() => ( $operation->prepare )( $input ) );
		return is_wp_error( $prepared ) ? $prepared : Contract::input( $operation->engine_operation, $prepared );
	}

	/**
	 * Hands a job to the engine. Sending twice is safe: equal key and input are one job over there.
	 *
	 * @param array<string, mixed>                          $row
	 * @param bool                                          $is_asked_for Somebody waits: an engine that is away is an error, not a note.
	 * @param array<string, mixed>|\stdClass|\WP_Error|null $input        What prepare() gave, if it was called already.
	 * @return array<string, mixed>|\WP_Error
	 */
	public function send( array $row, bool $is_asked_for = false, array|\stdClass|\WP_Error|null $input = null ): array|\WP_Error {
		$operation = $this->operation( $row );
		$input   ??= is_wp_error( $operation ) ? $operation : $this->prepare( $operation, $row['input'] );
		$key       = substr( hash( 'sha256', $row['request_id'] . wp_json_encode( $input ) ), 0, 40 );
		$job       = is_wp_error( $input ) ? $input : $this->plugin->engine()->start( $operation->engine_operation, $input, $key, $row['request_id'] );
		if ( ! is_wp_error( $job ) ) {
			$row['engine_id'] = (string) ( $job['id'] ?? '' );
			$this->table->update( array( 'engine_id' => $row['engine_id'], 'updated_at' => Table::now() ), array( 'id' => $row['id'] ) );
			return $this->follow( $row, $job );
		}
		if ( ! $is_asked_for ) {
			return Engine::is_temporary( $job ) ? $this->note( $row, $job ) : $this->fail( $row, $job );
		}
		$this->fail( $row, $job );
		return new \WP_Error( $job->get_error_code(), $job->get_error_message(), array( 'job_id' => $row['id'] ) + (array) $job->get_error_data() );
	}

	/**
	 * Takes over what the engine says about a job.
	 *
	 * @param array<string, mixed> $row
	 * @param array<string, mixed> $job
	 * @return array<string, mixed>
	 */
	public function follow( array $row, array $job ): array {
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
				return Job::show( $this->row( $row ) );
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
	private function save( array $row, mixed $output ): array {
		$row       = $this->row( $row );
		$expiry    = (int) $row['lease'];
		$lease     = ( time() + self::LEASE_S ) . ':' . wp_generate_uuid4();
		$is_locked = $expiry > time() || 0 === $this->table->update( array( 'lease' => $lease ), array( 'id' => $row['id'], 'lease' => $row['lease'], 'status' => $row['status'] ) );
		if ( $is_locked || ! in_array( $row['status'], JobsTable::OPEN, true ) ) {
			return Job::show( $this->row( $row ) );
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
	public function note( array $row, \WP_Error $error ): array {
		if ( self::is_gone( $error ) ) {
			return $this->fail( $row, new \WP_Error( 'job_lost', __( 'The engine does not know this job any more. Retry it.', 'igny8' ) ) );
		}
		// updated_at stays: it tells when the engine was last heard of.
		$this->table->update( array( 'error' => Job::plain_error( $error ) ), array( 'id' => $row['id'], 'status' => $row['status'] ) );
		return Job::show( $this->row( $row ) );
	}

	/**
	 * @param array<string, mixed> $row
	 * @return array<string, mixed>|\WP_Error
	 */
	public function fail( array $row, \WP_Error $error ): array {
		return $this->finish( $row, array( 'status' => 'failed', 'error' => Job::plain_error( $error ) ) );
	}

	/**
	 * @param array<string, mixed> $row
	 * @param array<string, mixed> $change
	 * @return array<string, mixed>|\WP_Error
	 */
	public function finish( array $row, array $change ): array {
		$change += array(
			'dedupe'      => null,
			'lease'       => '',
			'updated_at'  => Table::now(),
			'finished_at' => Table::now(),
		);
		foreach ( JobsTable::OPEN as $status ) {
			$this->table->update( $change, array( 'id' => $row['id'], 'status' => $status ) );
		}
		return Job::show( $this->row( $row ) );
	}

	/**
	 * @param array<string, mixed> $row
	 */
	private function operation( array $row ): Operation|\WP_Error {
		return $this->plugin->operations()[ $row['operation'] ] ?? new \WP_Error( 'module_off', __( 'The module this job belongs to is switched off. Switch it on under IGNY8 → Settings → Modules, then retry.', 'igny8' ) );
	}

	/**
	 * A row as it stands now.
	 *
	 * @param array<string, mixed> $row
	 * @return array<string, mixed>
	 */
	private function row( array $row ): array {
		return $this->table->find( array( 'id' => $row['id'] ) ) ?? $row;
	}

	/**
	 * Whether the engine answered that it does not know a job.
	 */
	public static function is_gone( \WP_Error $error ): bool {
		$data = (array) $error->get_error_data();
		return 'engine_refused' === $error->get_error_code() && 404 === ( $data['engine_status'] ?? 0 );
	}
}
