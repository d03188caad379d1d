<?php
/**
 * Check all redirects, list what was found, mend it; and the advice on changed permalinks.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

use Igny8\Capabilities;
use Igny8\Operation;

final class CheckOperations {

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->check(), $this->findings(), $this->fix(), $this->permalinks() );
	}

	private function check(): Operation {
		return new Operation(
			name: 'redirects.check',
			label: __( 'Check all redirects', 'igny8' ),
			description: __( 'Looks for circles, chains, dead targets, duplicates and redirects that never fire. Changes nothing.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array( 'type' => 'object', 'properties' => Schemas::steps() + array( 'found' => array( 'type' => 'integer' ) ) ),
			run: static fn() => ( new Check() )->step(),
			has_progress: true,
		);
	}

	private function findings(): Operation {
		return new Operation(
			name: 'redirects.findings',
			label: __( 'List what the check found', 'igny8' ),
			description: __( 'What the last check found, with what would mend it.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array( 'type' => 'object', 'properties' => array( 'kind' => self::kinds( array() ), ...Operation::paging() ) ),
			output: array( 'type' => 'object', 'properties' => array( 'total' => array( 'type' => 'integer' ), 'counts' => array( 'type' => 'object' ), 'checked_at' => array( 'type' => 'string' ), 'findings' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ) ) ),
			run: static function ( array $input ): array {
				$state = Check::state();
				$all   = array_values( array_filter( $state['findings'], static fn( array $finding ) => array() === $input['kind'] || in_array( $finding['kind'], $input['kind'], true ) ) );
				return array(
					'total'      => count( $all ),
					'counts'     => (object) array_count_values( array_column( $state['findings'], 'kind' ) ),
					'checked_at' => isset( $state['at'] ) ? gmdate( 'Y-m-d\TH:i:s\Z', $state['at'] ) : '',
					'findings'   => array_map( static fn( array $finding, int $at ) => array( 'id' => $at ) + $finding, $page = array_slice( $all, ( $input['page'] - 1 ) * $input['per_page'], $input['per_page'] ), array_keys( $page ) ),
				);
			},
			is_readonly: true,
			rows: 'findings',
			columns: array( 'rule', 'source', 'kind', 'detail', 'fix', 'target' ),
		);
	}

	private function fix(): Operation {
		return new Operation(
			name: 'redirects.fix',
			label: __( 'Mend what the check found', 'igny8' ),
			description: __( 'Shortens chains, deletes duplicates, switches off circles and what never fires, answers 410 for dead targets. It can be undone.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'kind'    => self::kinds( Check::KINDS ),
					'ids'     => array( 'minItems' => 0, 'default' => array() ) + Schemas::ids( __( 'Only these redirects.', 'igny8' ) ),
					'dry_run' => Schemas::dry_run(),
				),
			),
			output: Schemas::change( array( 'fixed' => array( 'type' => 'integer' ), 'fixes' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ), 'remaining' => array( 'type' => 'integer' ) ) ),
			run: static fn( array $input ) => ( new Check() )->fix( $input['kind'], $input['ids'], $input['dry_run'] ),
			is_destructive: true,
			positional: array( 'kind' ),
			rows: 'fixes',
			columns: array( 'rule', 'source', 'kind', 'fix', 'target' ),
		);
	}

	private function permalinks(): Operation {
		return new Operation(
			name: 'redirects.permalinks',
			label: __( 'Redirect addresses of the old permalink structure', 'igny8' ),
			description: __( 'After the permalink structure has changed: makes the one redirect that keeps all old addresses working, or forgets about it.', 'igny8' ),
			capability: Capabilities::MANAGE_REDIRECTS,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'dismiss' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Do not make it and do not ask again.', 'igny8' ) ),
					'dry_run' => Schemas::dry_run(),
				),
			),
			output: Schemas::change( array( 'rule' => array( 'type' => array( 'object', 'null' ) ), 'notes' => array( 'type' => 'array', 'items' => array( 'type' => 'string' ) ) ) ),
			run: static function ( array $input ): array|\WP_Error {
				$advice = PermalinkAdvice::current();
				if ( $input['dismiss'] || null === $advice ) {
					$input['dry_run'] || delete_option( PermalinkAdvice::OPTION );
					return array( 'rule' => null, 'notes' => array(), 'batch' => '' );
				}
				/* translators: %s: permalink structure. */
				$saved = ( new Rules() )->save( array( 'match' => 'regex', 'source' => $advice['source'], 'target' => $advice['target'], 'priority' => 50, 'note' => sprintf( __( 'Old permalinks: %s', 'igny8' ), $advice['old'] ) ), 0, $input['dry_run'], Watch::ORIGIN );
				is_wp_error( $saved ) || $input['dry_run'] || delete_option( PermalinkAdvice::OPTION );
				return is_wp_error( $saved ) ? $saved : array( 'rule' => ( new RuleView( new GroupsTable() ) )->one( $saved['rule'] ) ) + $saved;
			},
		);
	}

	/**
	 * @param list<string> $all
	 * @return array<string, mixed>
	 */
	private static function kinds( array $all ): array {
		return array( 'type' => 'array', 'items' => array( 'type' => 'string', 'enum' => Check::KINDS ), 'default' => $all, 'description' => __( 'loop, chain, dead, duplicate, never.', 'igny8' ) );
	}
}
