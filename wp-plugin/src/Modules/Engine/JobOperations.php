<?php
/**
 * List, cancel and retry the jobs this site has asked of the engine.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Engine;

use Igny8\Abilities;
use Igny8\Operation;
use Igny8\Plugin;

final class JobOperations {

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array(
			new Operation(
				name: 'engine.jobs',
				label: __( 'List jobs', 'igny8' ),
				description: __( 'The jobs this site has asked of the engine, newest first.', 'igny8' ),
				capability: 'manage_options',
				input: $this->filter_schema(),
				output: array(
					'type'       => 'object',
					'properties' => array(
						'jobs'  => array( 'type' => 'array', 'items' => Abilities::job_schema() ),
						'total' => array( 'type' => 'integer' ),
					),
				),
				run: fn( array $input ) => $this->jobs( $input ),
				is_readonly: true,
				rows: 'jobs',
				columns: array( 'id', 'operation', 'status', 'attempts', 'created_at', 'finished_at', 'error' ),
			),
			$this->step( 'engine.cancel_job', __( 'Cancel a job', 'igny8' ), __( 'Cancels a queued or running job here and on the engine.', 'igny8' ), 'cancel', true ),
			$this->step( 'engine.retry_job', __( 'Retry a job', 'igny8' ), __( 'Starts a failed or cancelled job again with the input it had.', 'igny8' ), 'retry', false ),
		);
	}

	private function step( string $name, string $label, string $description, string $method, bool $is_destructive ): Operation {
		return new Operation(
			name: $name,
			label: $label,
			description: $description,
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array( 'id' => array( 'type' => 'integer', 'minimum' => 1, 'description' => __( 'Number of the job.', 'igny8' ) ) ),
				'required'   => array( 'id' ),
			),
			output: Abilities::job_schema(),
			run: fn( array $input ) => $this->plugin->jobs()->$method( $input['id'] ),
			is_destructive: $is_destructive,
			positional: array( 'id' ),
		);
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array{jobs: list<array<string, mixed>>, total: int}
	 */
	private function jobs( array $input ): array {
		$where = array_filter( array_intersect_key( $input, array( 'status' => 1, 'operation' => 1 ) ) );
		return $this->plugin->jobs()->list( $where, $input['page'], $input['per_page'] );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function filter_schema(): array {
		return array(
			'type'       => 'object',
			'properties' => array(
				'status'    => array(
					'type'        => 'array',
					'items'       => array( 'type' => 'string', 'enum' => array( 'queued', 'running', 'done', 'failed', 'cancelled' ) ),
					'default'     => array(),
					'description' => __( 'Only jobs in one of these states.', 'igny8' ),
				),
				'operation' => array( 'type' => 'string', 'maxLength' => 64, 'default' => '', 'description' => __( 'Only jobs of this operation, such as blueprint.create.', 'igny8' ) ),
				...Operation::paging(),
			),
		);
	}
}
