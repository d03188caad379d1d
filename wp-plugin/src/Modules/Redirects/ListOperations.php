<?php
/**
 * List redirects and sum them up.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

use Igny8\Capabilities;
use Igny8\Operation;

final class ListOperations {

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->list(), $this->status() );
	}

	private function list(): Operation {
		$any = static fn( array $values, string $type, string $description ) => array( 'type' => 'array', 'items' => array( 'type' => $type ) + ( array() === $values ? array( 'maxLength' => 100 ) : array( 'enum' => $values ) ), 'default' => array(), 'description' => $description );
		return new Operation(
			name: 'redirects.list',
			label: __( 'List redirects', 'igny8' ),
			description: __( 'The redirects of this site with how often they fired.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'search'  => array( 'type' => 'string', 'maxLength' => 200, 'default' => '', 'description' => __( 'Part of the old or new address or the note.', 'igny8' ) ),
					'code'    => $any( RuleInput::CODES, 'integer', __( 'Only with these statuses.', 'igny8' ) ),
					'match'   => $any( array( 'exact', 'prefix', 'regex' ), 'string', __( 'Only of these kinds.', 'igny8' ) ),
					'group'   => $any( array(), 'string', __( 'Only of these groups, by their names.', 'igny8' ) ),
					'origin'  => $any( array(), 'string', __( 'Only from these: auto, or where they were imported from.', 'igny8' ) ),
					'state'   => array( 'type' => 'string', 'enum' => array( '', 'on', 'off' ), 'default' => '', 'description' => __( 'Only those in effect, or not.', 'igny8' ) ),
					'orderby' => array( 'type' => 'string', 'enum' => RulesTable::ORDERS, 'default' => 'id', 'description' => __( 'Sort by this.', 'igny8' ) ),
					'order'   => array( 'type' => 'string', 'enum' => array( 'asc', 'desc' ), 'default' => 'desc', 'description' => __( 'Direction of sorting.', 'igny8' ) ),
					...Operation::paging(),
				),
			),
			output: array( 'type' => 'object', 'properties' => array( 'total' => array( 'type' => 'integer' ), 'rules' => array( 'type' => 'array', 'items' => Schemas::row() ) ) ),
			run: fn( array $input ) => $this->on_list( $input ),
			is_readonly: true,
			rows: 'rules',
			columns: array( 'id', 'source', 'match', 'code', 'target_text', 'group', 'is_on', 'hits', 'last_hit_on' ),
		);
	}

	private function status(): Operation {
		return new Operation(
			name: 'redirects.status',
			label: __( 'Redirects in figures', 'igny8' ),
			description: __( 'How many redirects there are and work, how many addresses are missing, and what changed about permalinks.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array( 'type' => 'object', 'properties' => array( 'rules' => array( 'type' => 'integer' ), 'live' => array( 'type' => 'integer' ), 'hits' => array( 'type' => 'integer' ), 'always' => array( 'type' => 'integer' ), 'misses' => array( 'type' => 'integer' ), 'removed' => array( 'type' => 'integer' ), 'groups' => array( 'type' => 'array', 'items' => array( 'type' => 'string' ) ), 'origins' => array( 'type' => 'array', 'items' => array( 'type' => 'string' ) ), 'permalinks' => array( 'type' => array( 'object', 'null' ) ) ) ),
			run: static fn() => self::on_status(),
			is_readonly: true,
		);
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array{total: int, rules: list<array<string, mixed>>}
	 */
	private function on_list( array $input ): array {
		$rules  = new RulesTable();
		$groups = new GroupsTable();
		$where  = array_filter( array( 'code' => $input['code'], 'match_type' => $input['match'], 'origin' => $input['origin'] ) );
		if ( array() !== $input['group'] ) {
			$named             = array_column( $groups->select( array( 'name' => $input['group'] ), 'id', 1000 ), 'id' );
			$where['group_id'] = array( ...$named, ...( in_array( '', $input['group'], true ) ? array( 0 ) : array() ) );
		}
		if ( '' !== $input['state'] ) {
			$where['is_live'] = (int) ( 'on' === $input['state'] );
		}
		$found = $rules->search( $where, $input['search'], $input['orderby'], 'desc' === $input['order'], $input['per_page'], ( $input['page'] - 1 ) * $input['per_page'] );
		return array( 'total' => $found['total'], 'rules' => ( new RuleView( $groups ) )->all( $found['rows'] ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function on_status(): array {
		$rules  = new RulesTable();
		$sums   = $rules->sums();
		$misses = ( new MissesTable() )->count_by( 'state' );
		return array(
			'rules'   => $sums['total'],
			'live'    => $sums['live'],
			'hits'    => $sums['hits'],
			'always'  => $rules->count( array( 'is_always' => 1, 'is_live' => 1 ) ),
			'misses'  => $misses['open'] ?? 0,
			'removed' => $misses['removed'] ?? 0,
			'groups'  => array_column( ( new GroupsTable() )->all(), 'name' ),
			'origins' => array_values( array_filter( array_map( 'strval', array_keys( $rules->count_by( 'origin' ) ) ) ) ),
			'permalinks' => PermalinkAdvice::current(),
		);
	}
}
