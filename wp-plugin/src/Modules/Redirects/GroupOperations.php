<?php
/**
 * Groups of redirects: list, save, order, delete.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

use Igny8\Capabilities;
use Igny8\Operation;

final class GroupOperations {

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->list(), $this->save(), $this->order(), $this->delete() );
	}

	private function list(): Operation {
		return new Operation(
			name: 'redirects.groups',
			label: __( 'List groups of redirects', 'igny8' ),
			description: __( 'The groups in the order in which their redirects are asked.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array( 'type' => 'object', 'properties' => array( 'groups' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ) ) ),
			run: static fn() => self::on_list(),
			is_readonly: true,
			rows: 'groups',
			columns: array( 'id', 'name', 'is_on', 'rules' ),
		);
	}

	private function save(): Operation {
		return new Operation(
			name: 'redirects.save_group',
			label: __( 'Add or change a group', 'igny8' ),
			description: __( 'Names a group and switches all its redirects on or off.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'id'    => array( 'type' => 'integer', 'minimum' => 0, 'default' => 0, 'description' => __( 'Number of the group; 0 for a new one.', 'igny8' ) ),
					'name'  => array( 'type' => 'string', 'minLength' => 1, 'maxLength' => 100, 'description' => __( 'Name of the group.', 'igny8' ) ),
					'is_on' => array( 'type' => 'boolean', 'default' => true, 'description' => __( 'Whether its redirects are in effect.', 'igny8' ) ),
				),
				'required'   => array( 'name' ),
			),
			output: array( 'type' => 'object', 'properties' => array( 'id' => array( 'type' => 'integer' ) ) ),
			run: static fn( array $input ) => self::on_save( $input ),
			positional: array( 'name' ),
		);
	}

	private function order(): Operation {
		return new Operation(
			name: 'redirects.order_groups',
			label: __( 'Order the groups', 'igny8' ),
			description: __( 'Of several redirects that fit, one of an earlier group fires.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array( 'type' => 'object', 'properties' => array( 'ids' => Schemas::ids( __( 'Numbers of the groups in their new order.', 'igny8' ) ) ), 'required' => array( 'ids' ) ),
			output: array( 'type' => 'object', 'properties' => array( 'changed' => array( 'type' => 'integer' ) ) ),
			run: static fn( array $input ) => self::on_order( $input['ids'] ),
			positional: array( 'ids' ),
		);
	}

	private function delete(): Operation {
		return new Operation(
			name: 'redirects.delete_group',
			label: __( 'Delete a group', 'igny8' ),
			description: __( 'Deletes a group. Its redirects stay, without a group.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array( 'type' => 'object', 'properties' => array( 'id' => array( 'type' => 'integer', 'minimum' => 1, 'description' => __( 'Number of the group.', 'igny8' ) ) ), 'required' => array( 'id' ) ),
			output: array( 'type' => 'object', 'properties' => array( 'deleted' => array( 'type' => 'integer' ) ) ),
			run: static function ( array $input ): array {
				$rules = new Rules();
				$rules->table->follow_group( $input['id'], true, 0 );
				$rules->table->update( array( 'group_id' => 0 ), array( 'group_id' => $input['id'] ) );
				$rules->refresh_always();
				return array( 'deleted' => $rules->groups->delete( array( 'id' => $input['id'] ) ) );
			},
			is_destructive: true,
			positional: array( 'id' ),
		);
	}

	/**
	 * @return array{groups: list<array{id: int, name: string, is_on: bool, rules: int}>}
	 */
	private static function on_list(): array {
		$counts = ( new RulesTable() )->count_by( 'group_id' );
		return array( 'groups' => array_map( static fn( array $group ) => array( 'id' => $group['id'], 'name' => $group['name'], 'is_on' => 1 === $group['is_on'], 'rules' => $counts[ $group['id'] ] ?? 0 ), array_values( ( new GroupsTable() )->all() ) ) );
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array{id: int}|\WP_Error
	 */
	private static function on_save( array $input ): array|\WP_Error {
		$rules = new Rules();
		$name  = sanitize_text_field( $input['name'] );
		$same  = $rules->groups->find( array( 'name' => $name ) );
		if ( '' === $name || ( null !== $same && $same['id'] !== $input['id'] && $input['id'] > 0 ) ) {
			/* translators: %s: name of a group. */
			return new \WP_Error( 'group_exists', sprintf( __( 'There is a group %s already, or the name is empty.', 'igny8' ), $name ), array( 'status' => 409 ) );
		}
		$id    = $input['id'] > 0 ? $input['id'] : $rules->groups->id_of( $name );
		$group = $rules->groups->find( array( 'id' => $id ) );
		if ( null === $group ) {
			/* translators: %d: number of a group. */
			return new \WP_Error( 'group_missing', sprintf( __( 'There is no group number %d.', 'igny8' ), $id ), array( 'status' => 404 ) );
		}
		$rules->groups->update( array( 'name' => $name, 'is_on' => (int) $input['is_on'] ), array( 'id' => $id ) );
		$rules->table->follow_group( $id, $input['is_on'], $group['place'] );
		$rules->refresh_always();
		return array( 'id' => $id );
	}

	/**
	 * @param list<int> $ids
	 * @return array{changed: int}
	 */
	private static function on_order( array $ids ): array {
		$rules  = new Rules();
		$groups = $rules->groups->all();
		$order  = array_values( array_unique( array( ...array_intersect( $ids, array_keys( $groups ) ), ...array_keys( $groups ) ) ) );
		foreach ( $order as $at => $id ) {
			$rules->groups->update( array( 'place' => $at + 1 ), array( 'id' => $id ) );
			$rules->table->follow_group( $id, 1 === $groups[ $id ]['is_on'], $at + 1 );
		}
		return array( 'changed' => count( $order ) );
	}
}
