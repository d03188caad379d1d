<?php
/**
 * Add, change, delete rules, and undo that.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

use Igny8\Capabilities;
use Igny8\Operation;

final class RuleOperations {

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->add(), $this->edit(), $this->set(), $this->delete(), $this->undo(), $this->changes() );
	}

	private function add(): Operation {
		return new Operation(
			name: 'redirects.add',
			label: __( 'Add a redirect', 'igny8' ),
			description: __( 'Redirects an address of this site. Circles are refused, chains are made one step.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array( 'type' => 'object', 'properties' => Schemas::rule() + array( 'dry_run' => Schemas::dry_run() ), 'required' => array( 'source' ) ),
			output: self::saved(),
			run: static fn( array $input ) => self::answer( ( new Rules() )->save( $input, 0, $input['dry_run'] ) ),
			positional: array( 'source', 'target' ),
		);
	}

	private function edit(): Operation {
		$properties = array_map( static fn( array $property ) => array_diff_key( $property, array( 'default' => 0 ) ), Schemas::rule() );
		return new Operation(
			name: 'redirects.edit',
			label: __( 'Change a redirect', 'igny8' ),
			description: __( 'Changes what is given of a redirect; the rest stays.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array( 'type' => 'object', 'properties' => array( 'id' => array( 'type' => 'integer', 'minimum' => 1, 'description' => __( 'Number of the redirect.', 'igny8' ) ) ) + $properties + array( 'dry_run' => Schemas::dry_run() ), 'required' => array( 'id' ) ),
			output: self::saved(),
			run: static function ( array $input ): array|\WP_Error {
				$rules = new Rules();
				$old   = $rules->table->find( array( 'id' => $input['id'] ) );
				$whole = null === $old ? $input : $input + ( new RuleView( $rules->groups ) )->one( $old );
				$whole = array( 'conditions' => (array) ( $whole['conditions'] ?? array() ) ) + $whole;
				return self::answer( $rules->save( $whole, $input['id'], $input['dry_run'] ) );
			},
			positional: array( 'id' ),
		);
	}

	private function set(): Operation {
		return new Operation(
			name: 'redirects.set',
			label: __( 'Change several redirects', 'igny8' ),
			description: __( 'Switches redirects on or off, moves them to a group, sets their priority.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array(
				'type'       => 'object',
				'properties' => array( 'ids' => Schemas::ids( __( 'Numbers of the redirects.', 'igny8' ) ) ) + array_map( static fn( array $property ) => array_diff_key( $property, array( 'default' => 0 ) ), array_intersect_key( Schemas::rule(), array_flip( array( 'is_on', 'group', 'priority' ) ) ) ),
				'required'   => array( 'ids' ),
			),
			output: Schemas::change( array( 'changed' => array( 'type' => 'integer' ) ) ),
			run: static fn( array $input ) => ( new Rules() )->set( $input['ids'], $input ),
			positional: array( 'ids' ),
		);
	}

	private function delete(): Operation {
		return new Operation(
			name: 'redirects.delete',
			label: __( 'Delete redirects', 'igny8' ),
			description: __( 'Deletes redirects. It can be undone.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array( 'type' => 'object', 'properties' => array( 'ids' => Schemas::ids( __( 'Numbers of the redirects.', 'igny8' ) ), 'dry_run' => Schemas::dry_run() ), 'required' => array( 'ids' ) ),
			output: Schemas::change( array( 'deleted' => array( 'type' => 'integer' ) ) ),
			run: static fn( array $input ) => $input['dry_run'] ? array( 'deleted' => ( new RulesTable() )->count( array( 'id' => $input['ids'] ) ), 'batch' => '' ) : ( new Rules() )->delete( $input['ids'] ),
			is_destructive: true,
			positional: array( 'ids' ),
		);
	}

	private function undo(): Operation {
		return new Operation(
			name: 'redirects.undo',
			label: __( 'Undo a change of redirects', 'igny8' ),
			description: __( 'Takes back an addition, a change, a deletion or an import, in steps.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array( 'type' => 'object', 'properties' => array( 'batch' => array( 'type' => 'string', 'minLength' => 1, 'maxLength' => 64, 'description' => __( 'What redirects.changes or the change itself called it.', 'igny8' ) ) ), 'required' => array( 'batch' ) ),
			output: array( 'type' => 'object', 'properties' => array( 'restored' => array( 'type' => 'integer' ), 'removed' => array( 'type' => 'integer' ) ) + Schemas::steps() ),
			run: static function ( array $input ): array|\WP_Error {
				$step = ( new Rules() )->undo( $input['batch'] );
				return is_wp_error( $step ) ? $step : $step + array( 'done' => $step['restored'] + $step['removed'], 'total' => $step['restored'] + $step['removed'] + $step['remaining'] );
			},
			positional: array( 'batch' ),
			has_progress: true,
		);
	}

	private function changes(): Operation {
		return new Operation(
			name: 'redirects.changes',
			label: __( 'List changes of redirects', 'igny8' ),
			description: __( 'What was changed last and can be undone.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array( 'type' => 'object', 'properties' => array( 'limit' => array( 'type' => 'integer', 'minimum' => 1, 'maximum' => 100, 'default' => 20, 'description' => __( 'How many.', 'igny8' ) ) ) ),
			output: array( 'type' => 'object', 'properties' => array( 'changes' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ) ) ),
			run: static fn( array $input ) => array( 'changes' => ( new ChangesTable() )->latest( $input['limit'] ) ),
			is_readonly: true,
			rows: 'changes',
			columns: array( 'batch', 'kind', 'summary', 'rules', 'created_at' ),
		);
	}

	/**
	 * @param array{rule: array<string, mixed>, notes: list<string>, batch: string}|\WP_Error $saved
	 * @return array<string, mixed>|\WP_Error
	 */
	private static function answer( array|\WP_Error $saved ): array|\WP_Error {
		return is_wp_error( $saved ) ? $saved : array( 'rule' => ( new RuleView( new GroupsTable() ) )->one( $saved['rule'] ) ) + $saved;
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function saved(): array {
		return Schemas::change( array( 'rule' => Schemas::row(), 'notes' => array( 'type' => 'array', 'items' => array( 'type' => 'string' ), 'description' => __( 'What the owner should know about it.', 'igny8' ) ) ) );
	}
}
