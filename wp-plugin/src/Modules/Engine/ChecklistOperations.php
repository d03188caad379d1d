<?php
/**
 * Show the checklist of the dashboard, skip its steps, put it away.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Engine;

use Igny8\Capabilities;
use Igny8\Operation;
use Igny8\Plugin;

final class ChecklistOperations {

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->show_operation(), $this->save_operation() );
	}

	private function show_operation(): Operation {
		return new Operation(
			name: 'engine.checklist',
			label: __( 'Show the checklist', 'igny8' ),
			description: __( 'The steps after which this site is set up for search engines, and which are done.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: self::schema(),
			run: fn() => ( new Checklist( $this->plugin ) )->read(),
			is_readonly: true,
			rows: 'steps',
			columns: array( 'name', 'state', 'title' ),
		);
	}

	private function save_operation(): Operation {
		$names = array( 'type' => 'array', 'items' => array( 'type' => 'string', 'enum' => Checklist::NAMES ), 'default' => array() );
		return new Operation(
			name: 'engine.save_checklist',
			label: __( 'Change the checklist', 'igny8' ),
			description: __( 'Skips steps of the checklist, takes them up again, or puts the whole list away.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'skip'         => array( 'description' => __( 'Steps to skip.', 'igny8' ) ) + $names,
					'unskip'       => array( 'description' => __( 'Steps to take up again.', 'igny8' ) ) + $names,
					'is_dismissed' => array( 'type' => 'boolean', 'description' => __( 'Whether the dashboard hides the list.', 'igny8' ) ),
				),
			),
			output: self::schema(),
			run: function ( array $input ): array {
				$list = new Checklist( $this->plugin );
				array_map( static fn( string $name ) => $list->skip( $name, true ), $input['skip'] );
				array_map( static fn( string $name ) => $list->skip( $name, false ), $input['unskip'] );
				isset( $input['is_dismissed'] ) && $list->dismiss( $input['is_dismissed'] );
				return $list->read();
			},
			positional: array( 'skip' ),
			rows: 'steps',
			columns: array( 'name', 'state', 'title' ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function schema(): array {
		return array(
			'type'       => 'object',
			'properties' => array(
				'steps'        => array( 'type' => 'array', 'items' => array( 'type' => 'object', 'properties' => array_fill_keys( array( 'name', 'title', 'text', 'state', 'url' ), array( 'type' => 'string' ) ) ) ),
				'done'         => array( 'type' => 'integer' ),
				'total'        => array( 'type' => 'integer' ),
				'is_dismissed' => array( 'type' => 'boolean' ),
			),
		);
	}
}
