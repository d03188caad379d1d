<?php
/**
 * Offers every operation to the Abilities API: agents, MCP and the command palette.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * `blueprint.create` is the ability `igny8/blueprint-create`.
 */
final class Abilities {

	private const CATEGORY = 'igny8';

	public function __construct( private readonly Plugin $plugin ) {}

	public function register_category(): void {
		wp_register_ability_category(
			self::CATEGORY,
			array(
				'label'       => 'IGNY8',
				'description' => __( 'Designs the structure of this site, creates its pages and links them.', 'igny8' ),
			)
		);
	}

	public function register(): void {
		foreach ( $this->plugin->operations() as $operation ) {
			wp_register_ability(
				"igny8/{$operation->module}-{$operation->verb}",
				array(
					'label'               => $operation->label,
					'description'         => $operation->description,
					'category'            => self::CATEGORY,
					'input_schema'        => $this->input_schema( $operation ),
					'output_schema'       => $operation->is_job() ? self::job_schema() : $operation->output,
					'execute_callback'    => fn( $input = array() ) => $this->plugin->serve( $operation, (array) $input ),
					'permission_callback' => static fn() => current_user_can( $operation->capability ),
					'meta'                => array(
						'show_in_rest' => true,
						'annotations'  => array(
							'readonly'    => $operation->is_readonly,
							'destructive' => $operation->is_destructive,
							'idempotent'  => $operation->is_readonly,
						),
					),
				)
			);
		}
	}

	/**
	 * A call without input is fine where nothing is required.
	 *
	 * @return array<string, mixed>
	 */
	private function input_schema( Operation $operation ): array {
		$needs = is_array( $operation->input['required'] ?? null ) ? $operation->input['required'] : array_filter( $operation->input['properties'] ?? array(), static fn( array $property ) => ! empty( $property['required'] ) );
		$bare  = array() === $needs ? array( 'default' => array() ) : array();
		return $operation->input + $bare + array( 'type' => 'object', 'additionalProperties' => false );
	}

	/**
	 * A job of the engine as every door shows it (Jobs).
	 *
	 * @return array<string, mixed>
	 */
	public static function job_schema(): array {
		return array(
			'type'       => 'object',
			'properties' => array(
				'id'        => array( 'type' => 'integer' ),
				'operation' => array( 'type' => 'string' ),
				'status'    => array( 'type' => 'string', 'enum' => array( 'queued', 'running', 'done', 'failed', 'cancelled' ) ),
				'progress'  => array( 'type' => 'object' ),
				'error'     => array( 'type' => array( 'object', 'null' ) ),
				'result'    => array( 'type' => array( 'object', 'null' ) ),
			),
		);
	}
}
