<?php
/**
 * A job as REST, WP-CLI and other modules see it, and errors as its row keeps them.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * `{id, operation, status, progress: {done, total, message}, error: {code, message, fields?}|null, result, attempts,
 * created_at, finished_at}`. `error` on an open job is the last trouble in reaching the engine.
 */
final class Job {

	private const SHOWN = array( 'id', 'operation', 'status', 'progress', 'error', 'result', 'attempts', 'created_at', 'finished_at' );

	/**
	 * @param array<string, mixed> $row Of JobsTable.
	 * @return array<string, mixed>
	 */
	public static function show( array $row ): array {
		$job             = array_intersect_key( $row, array_flip( self::SHOWN ) );
		$job['progress'] = $row['progress'] ?? array( 'done' => 0, 'total' => 0, 'message' => '' );
		foreach ( array( 'created_at', 'finished_at' ) as $time ) {
			$job[ $time ] = null === $row[ $time ] ? null : strtr( $row[ $time ], ' ', 'T' ) . 'Z';
		}
		return $job;
	}

	/**
	 * Why a job ended without a result.
	 *
	 * @param array<string, mixed> $job A failed or cancelled job.
	 */
	public static function error( array $job ): \WP_Error {
		$error = $job['error'] ?? array( 'code' => 'job_cancelled', 'message' => __( 'The job was cancelled.', 'igny8' ) );
		return new \WP_Error( $error['code'], $error['message'], array( 'status' => 502, 'job_id' => $job['id'], 'fields' => $error['fields'] ?? array() ) );
	}

	/**
	 * An error as a row keeps it.
	 *
	 * @return array{code: string, message: string, fields?: array<string, string>}
	 */
	public static function plain_error( \WP_Error $error ): array {
		$data = (array) $error->get_error_data();
		return array_filter( array( 'code' => (string) $error->get_error_code(), 'message' => $error->get_error_message(), 'fields' => $data['fields'] ?? array() ) );
	}
}
