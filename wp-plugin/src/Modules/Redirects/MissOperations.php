<?php
/**
 * The log of missing addresses: list it, redirect from it, ignore, delete.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

use Igny8\Capabilities;
use Igny8\Operation;

final class MissOperations {

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->list(), $this->suggest(), $this->resolve(), $this->ignore(), $this->forget() );
	}

	private function list(): Operation {
		return new Operation(
			name: 'redirects.misses',
			label: __( 'List addresses that were not found', 'igny8' ),
			description: __( 'Addresses that visitors asked for in vain, with a page that each may have meant.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'search'   => array( 'type' => 'string', 'maxLength' => 200, 'default' => '', 'description' => __( 'Part of the address or of where visitors came from.', 'igny8' ) ),
					'state'    => array( 'type' => 'array', 'items' => array( 'type' => 'string', 'enum' => MissesTable::STATES ), 'default' => array( 'open', 'removed' ), 'description' => __( 'open, removed (pages that you deleted) or ignored.', 'igny8' ) ),
					'suggest'  => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'With the most alike page of each.', 'igny8' ) ),
					'orderby'  => array( 'type' => 'string', 'enum' => MissesTable::ORDERS, 'default' => 'last_on', 'description' => __( 'Sort by this.', 'igny8' ) ),
					'order'    => array( 'type' => 'string', 'enum' => array( 'asc', 'desc' ), 'default' => 'desc', 'description' => __( 'Direction of sorting.', 'igny8' ) ),
					...Operation::paging(),
				),
			),
			output: array( 'type' => 'object', 'properties' => array( 'total' => array( 'type' => 'integer' ), 'misses' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ) ) ),
			run: static fn( array $input ) => self::on_list( $input ),
			is_readonly: true,
			rows: 'misses',
			columns: array( 'id', 'address', 'hits', 'last_on', 'referrer', 'state' ),
		);
	}

	private function suggest(): Operation {
		return new Operation(
			name: 'redirects.suggest',
			label: __( 'Suggest pages for an address', 'igny8' ),
			description: __( 'Which pages and terms are most like an address that does not exist.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array( 'type' => 'object', 'properties' => array( 'address' => array( 'type' => 'string', 'minLength' => 1, 'maxLength' => Path::LONGEST, 'description' => __( 'The address, as a path.', 'igny8' ) ) ), 'required' => array( 'address' ) ),
			output: array( 'type' => 'object', 'properties' => array( 'suggestions' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ) ) ),
			run: static fn( array $input ) => array( 'suggestions' => ( new Suggestions() )->of( $input['address'], 5 ) ),
			is_readonly: true,
			positional: array( 'address' ),
			rows: 'suggestions',
			columns: array( 'score', 'type', 'id', 'title', 'url' ),
		);
	}

	private function resolve(): Operation {
		return new Operation(
			name: 'redirects.resolve',
			label: __( 'Redirect missing addresses', 'igny8' ),
			description: __( 'Makes redirects of addresses in the log: to what is most alike, to a target, or answers that they are gone.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'ids'     => Schemas::ids( __( 'Numbers of the addresses.', 'igny8' ) ),
					'to'      => array( 'type' => 'string', 'enum' => array( 'suggestion', 'target', 'gone' ), 'default' => 'suggestion', 'description' => __( 'The most alike page, the target given, or 410.', 'igny8' ) ),
					'dry_run' => Schemas::dry_run(),
				) + array_intersect_key( Schemas::rule(), array_flip( array( 'target', 'target_type', 'target_id' ) ) ),
				'required'   => array( 'ids' ),
			),
			output: array( 'type' => 'object', 'properties' => array( 'made' => array( 'type' => 'integer' ), 'rules' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ), 'left' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ), 'batches' => array( 'type' => 'array', 'items' => array( 'type' => 'string' ) ) ) ),
			run: static fn( array $input ) => self::on_resolve( $input ),
			positional: array( 'ids' ),
		);
	}

	private function ignore(): Operation {
		return new Operation(
			name: 'redirects.ignore',
			label: __( 'Ignore missing addresses', 'igny8' ),
			description: __( 'Takes addresses off the list of what is missing, or puts them back.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array( 'type' => 'object', 'properties' => array( 'ids' => Schemas::ids( __( 'Numbers of the addresses.', 'igny8' ) ), 'is_ignored' => array( 'type' => 'boolean', 'default' => true, 'description' => __( 'False puts them back.', 'igny8' ) ) ), 'required' => array( 'ids' ) ),
			output: array( 'type' => 'object', 'properties' => array( 'changed' => array( 'type' => 'integer' ) ) ),
			run: static fn( array $input ) => array( 'changed' => ( new MissesTable() )->set_state( $input['ids'], $input['is_ignored'] ? 'ignored' : 'open' ) ),
			positional: array( 'ids' ),
		);
	}

	private function forget(): Operation {
		return new Operation(
			name: 'redirects.forget',
			label: __( 'Delete from the log', 'igny8' ),
			description: __( 'Deletes addresses from the log of what was not found.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array( 'type' => 'object', 'properties' => array( 'ids' => Schemas::ids( __( 'Numbers of the addresses.', 'igny8' ) ), 'dry_run' => Schemas::dry_run() ), 'required' => array( 'ids' ) ),
			output: array( 'type' => 'object', 'properties' => array( 'deleted' => array( 'type' => 'integer' ) ) ),
			run: static fn( array $input ) => array( 'deleted' => $input['dry_run'] ? ( new MissesTable() )->count( array( 'id' => $input['ids'] ) ) : ( new MissesTable() )->delete_ids( $input['ids'] ) ),
			is_destructive: true,
			positional: array( 'ids' ),
		);
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array{total: int, misses: list<array<string, mixed>>}
	 */
	private static function on_list( array $input ): array {
		$states      = array() === $input['state'] ? array( 'open', 'removed' ) : $input['state'];
		$found       = ( new MissesTable() )->search( $states, $input['search'], $input['orderby'], 'desc' === $input['order'], $input['per_page'], ( $input['page'] - 1 ) * $input['per_page'] );
		$suggestions = new Suggestions();
		return array(
			'total'  => $found['total'],
			'misses' => array_map(
				static fn( array $row ) => array_diff_key( $row, array( 'hash' => 0 ) ) + array( 'url' => home_url( $row['address'] ), 'suggestion' => $input['suggest'] ? ( $suggestions->of( $row['address'], 1 )[0] ?? null ) : null ),
				array_map( static fn( array $row ) => array( 'is_bot' => 1 === $row['is_bot'], 'days' => (object) $row['days'] ) + $row, $found['rows'] )
			),
		);
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>
	 */
	private static function on_resolve( array $input ): array {
		$misses  = new MissesTable();
		$rules   = new Rules();
		$result  = array( 'made' => 0, 'rules' => array(), 'left' => array(), 'batches' => array() );
		$suggest = new Suggestions();
		foreach ( $misses->select( array( 'id' => $input['ids'] ), 'id', count( $input['ids'] ) ) as $miss ) {
			$best   = 'suggestion' === $input['to'] ? ( $suggest->of( $miss['address'], 1 )[0] ?? null ) : null;
			$target = match ( $input['to'] ) {
				'gone'   => array( 'code' => 410 ),
				'target' => array_intersect_key( $input, array_flip( array( 'target', 'target_type', 'target_id' ) ) ),
				default  => null === $best ? null : array( 'target_type' => $best['type'], 'target_id' => $best['id'] ),
			};
			$saved = null === $target ? new \WP_Error( 'no_suggestion', __( 'No page is like it.', 'igny8' ) ) : $rules->save( self::source( $miss['address'] ) + $target, 0, $input['dry_run'], '404' );
			if ( is_wp_error( $saved ) ) {
				$result['left'][] = array( 'id' => $miss['id'], 'address' => $miss['address'], 'reason' => $saved->get_error_message() );
				continue;
			}
			++$result['made'];
			$result['rules'][]   = array( 'id' => $saved['rule']['id'], 'source' => $saved['rule']['source'], 'target_text' => Rules::target_text( $saved['rule'] ) );
			$result['batches'][] = $saved['batch'];
			$input['dry_run'] || $misses->delete_ids( array( $miss['id'] ) );
		}
		return $result;
	}

	/**
	 * The source of a rule for an address of the log, where names of parameters stand without values and `*` for what
	 * was not kept.
	 *
	 * @return array<string, mixed>
	 */
	private static function source( string $address ): array {
		$path = explode( '?', $address, 2 )[0];
		return str_contains( $path, '*' )
			? array( 'match' => 'regex', 'source' => '^' . str_replace( '\*', '[^/]+', preg_quote( $path ) ) . '$' )
			: array( 'source' => str_replace( array( '%', '#' ), array( '%25', '%23' ), $path ) );
	}
}
