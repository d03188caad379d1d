<?php
/**
 * Change one field of many pages, list such changes, take them back.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Capabilities;
use Igny8\Modules\SeoMeta\Bulk\Batch;
use Igny8\Modules\SeoMeta\Bulk\BatchesTable;
use Igny8\Modules\SeoMeta\Bulk\Change;
use Igny8\Modules\SeoMeta\Bulk\ItemsTable;
use Igny8\Modules\SeoMeta\Bulk\Preview;
use Igny8\Modules\SeoMeta\Bulk\Selection;
use Igny8\Operation;

final class BulkOperations {

	private const MOST_IDS = 1000; // More are chosen by filters: a request must stay readable.

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->bulk(), $this->undo(), $this->batches() );
	}

	private function bulk(): Operation {
		return new Operation(
			name: 'seo-meta.bulk',
			label: __( 'Change titles and descriptions', 'igny8' ),
			description: __( 'Changes one field of many pages: those named by ids, or all that the filters find. It can be undone for 30 days.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'ids'     => array( 'type' => 'array', 'items' => array( 'type' => 'integer', 'minimum' => 1 ), 'maxItems' => self::MOST_IDS, 'default' => array(), 'description' => __( 'Ids of posts, terms or authors. Without any, all that the filters find.', 'igny8' ) ),
					'field'   => array( 'type' => 'string', 'enum' => Change::FIELDS, 'description' => __( 'What to change.', 'igny8' ) ),
					'action'  => array( 'type' => 'string', 'enum' => Change::ACTIONS, 'default' => 'set', 'description' => __( 'How: add and remove are for directives of robots; append and prepend go to the template of a page that has no text of its own.', 'igny8' ) ),
					'value'   => array( 'type' => 'string', 'maxLength' => 2000, 'default' => '', 'description' => __( 'Text, with variables such as {title}; of a primary term its id.', 'igny8' ) ),
					'find'    => array( 'type' => 'string', 'maxLength' => 500, 'default' => '', 'description' => __( 'Text to be replaced; case does not matter.', 'igny8' ) ),
					'run'     => array( 'type' => 'string', 'maxLength' => 64, 'default' => '', 'description' => __( 'A name of your choice for this change. A call with the same name goes on with it instead of beginning another.', 'igny8' ) ),
					'dry_run' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Only show what would become of the first pages.', 'igny8' ) ),
				) + Selection::properties(),
				'required'   => array( 'field' ),
			),
			output: self::output( array( 'changed', 'same', 'refused' ) ),
			run: fn( array $input ) => $this->on_bulk( $input ),
			is_destructive: true,
			rows: 'rows',
			columns: array( 'key', 'name', 'before', 'after', 'prints_after', 'px' ),
			has_progress: true,
		);
	}

	private function undo(): Operation {
		return new Operation(
			name: 'seo-meta.undo',
			label: __( 'Undo a change of titles and descriptions', 'igny8' ),
			description: __( 'Puts back what pages had before a bulk change or an import. What somebody has changed since stays.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array( 'batch' => array( 'type' => 'integer', 'minimum' => 1, 'description' => __( 'Number of the change.', 'igny8' ) ) ),
				'required'   => array( 'batch' ),
			),
			output: self::output( array( 'undone', 'kept' ) ),
			run: static function ( array $input ): array|\WP_Error {
				$batch = Batch::of_id( $input['batch'] );
				return is_wp_error( $batch ) ? $batch : $batch->undo();
			},
			positional: array( 'batch' ),
			has_progress: true,
		);
	}

	private function batches(): Operation {
		return new Operation(
			name: 'seo-meta.batches',
			label: __( 'List changes of titles and descriptions', 'igny8' ),
			description: __( 'Bulk changes and imports of the last 30 days, newest first, and whether they can be undone.', 'igny8' ),
			capability: Capabilities::EDIT_SEO,
			input: array( 'type' => 'object', 'properties' => Operation::paging() ),
			output: array( 'type' => 'object', 'properties' => array( 'total' => array( 'type' => 'integer' ), 'batches' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ) ) ),
			run: fn( array $input ) => $this->on_batches( $input['page'], $input['per_page'] ),
			is_readonly: true,
			rows: 'batches',
			columns: array( 'id', 'action', 'words', 'changed', 'user', 'created_at', 'can_undo' ),
		);
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_bulk( array $input ): array|\WP_Error {
		$change = Change::from( $input );
		if ( is_wp_error( $change ) ) {
			return $change;
		}
		$filters = Selection::filters( $input );
		if ( $input['dry_run'] ) {
			return Preview::of( $filters, $change );
		}
		$asked = array_diff_key( $input, array( 'run' => '', 'dry_run' => '' ) );
		$batch = '' === $input['run'] ? Batch::unfinished( $asked ) : Batch::of_run( $input['run'], 'bulk', $asked );
		if ( is_wp_error( $batch ) ) {
			return $batch;
		}
		$batch->fill( $filters );
		return $batch->step( $change );
	}

	/**
	 * @return array{total: int, batches: list<array<string, mixed>>}
	 */
	private function on_batches( int $page, int $per_page ): array {
		$table = new BatchesTable();
		$mine  = Capabilities::may( Capabilities::MANAGE_SEO ) ? array() : array( 'user_id' => get_current_user_id() );
		$rows  = array();
		foreach ( $table->select( $mine, 'id DESC', $per_page, ( $page - 1 ) * $per_page ) as $row ) {
			$states = ( new ItemsTable() )->states( $row['id'] );
			$undo   = ( $states[ ItemsTable::CHANGED ] ?? 0 ) + ( $states[ ItemsTable::NOTED ] ?? 0 );
			$rows[] = array(
				'id'         => $row['id'],
				'action'     => $row['action'],
				'input'      => (object) $row['input'],
				'words'      => 'import' === $row['action'] ? (string) ( $row['input']['name'] ?? '' ) : implode( ' ', array_filter( array( $row['input']['action'] ?? '', $row['input']['field'] ?? '', $row['input']['value'] ?? '' ), 'strlen' ) ),
				'total'      => $row['total'],
				'changed'    => $undo,
				'undone'     => $states[ ItemsTable::UNDONE ] ?? 0,
				'status'     => $row['status'],
				'user'       => (string) ( get_userdata( $row['user_id'] )->display_name ?? '' ),
				'created_at' => str_replace( ' ', 'T', $row['created_at'] ) . 'Z',
				'can_undo'   => $undo > 0,
			);
		}
		return array( 'total' => $table->count( $mine ), 'batches' => $rows );
	}

	/**
	 * @param list<string> $counts
	 * @return array<string, mixed>
	 */
	private static function output( array $counts ): array {
		$rows = array( 'type' => 'array', 'items' => array( 'type' => 'object' ) );
		return array( 'type' => 'object', 'properties' => array_fill_keys( array( 'batch', 'done', 'total', 'remaining', ...$counts ), array( 'type' => 'integer' ) ) + array( 'rows' => $rows, 'errors' => $rows ) );
	}
}
