<?php
/**
 * See the planned links and what became of them, place them, and take them back.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Linker;

use Igny8\Lock;
use Igny8\Modules\Content\Module as Content;
use Igny8\Operation;
use Igny8\Plugin;

final class LinkOperations {

	public const LOCK_LEASE_S = 20; // Longer than one step or portion takes.
	public const LOCK_WAIT_S  = 22; // Longer than a dead one's lease.

	private const STEP_PAGES = 40;  // Pages per call: looked at in 5 ms each, saved in 20.
	private const RUN        = 'igny8_linker_run'; // Option: where a placing over many calls stands.
	private const RUN_S      = 600; // A placing nobody went on with for so long starts from the beginning.

	public function __construct(
		private readonly Plugin $plugin,
		private readonly LinksTable $links,
		private readonly EditsTable $edits,
	) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->list(), $this->status(), $this->place(), $this->undo() );
	}

	private function list(): Operation {
		return new Operation(
			name: 'linker.list',
			label: __( 'List the links', 'igny8' ),
			description: __( 'The planned internal links with their anchors and whether they are placed.', 'igny8' ),
			capability: 'edit_others_posts',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'source'   => array( 'type' => 'string', 'maxLength' => 100, 'default' => '', 'description' => __( 'Links from this page only.', 'igny8' ) ),
					'target'   => array( 'type' => 'string', 'maxLength' => 100, 'default' => '', 'description' => __( 'Links to this page only.', 'igny8' ) ),
					'status'   => array( 'type' => 'array', 'items' => array( 'type' => 'string', 'enum' => LinksTable::STATUSES ), 'default' => array(), 'description' => __( 'Links of these statuses only.', 'igny8' ) ),
					'type'     => array( 'type' => 'array', 'items' => array( 'type' => 'string', 'enum' => LinksTable::TYPES ), 'default' => array(), 'description' => __( 'Links of these types only.', 'igny8' ) ),
					...Operation::paging(),
				),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'links' => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
					'total' => array( 'type' => 'integer' ),
				),
			),
			run: fn( array $input ) => $this->on_list( $input ),
			is_readonly: true,
			rows: 'links',
			columns: array( 'source', 'target', 'type', 'status', 'place', 'anchor' ),
		);
	}

	private function status(): Operation {
		return new Operation(
			name: 'linker.status',
			label: __( 'How far the links are', 'igny8' ),
			description: __( 'Counts links by type, status and place, and names the batch that undo would take back.', 'igny8' ),
			capability: 'edit_others_posts',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'total'         => array( 'type' => 'integer' ),
					'links_placed'  => array( 'type' => 'integer' ),
					'links_planned' => array( 'type' => 'integer' ),
					'by_status'     => array( 'type' => 'object' ),
					'by_type'       => array( 'type' => 'object' ),
					'by_place'      => array( 'type' => 'object' ),
					'last_batch'    => array( 'type' => 'string' ),
				),
			),
			run: fn() => array(
				'total'         => $this->links->count(),
				'links_placed'  => $this->links->count( array( 'status' => array( 'placed', 'listed' ) ) ),
				'links_planned' => $this->links->count( array( 'status' => 'planned' ) ),
				'by_status'     => $this->links->count_by( 'status' ) + array_fill_keys( LinksTable::STATUSES, 0 ),
				'by_type'       => (object) $this->links->count_by( 'type' ),
				'by_place'      => (object) $this->links->count_by( 'place', array( 'status' => array( 'placed', 'listed' ) ) ),
				'last_batch'    => $this->edits->newest_batch(),
			),
			is_readonly: true,
		);
	}

	private function place(): Operation {
		return new Operation(
			name: 'linker.place',
			label: __( 'Place the links', 'igny8' ),
			description: __( 'Looks through the published pages and places every planned link that is due. One call is one step.', 'igny8' ),
			capability: 'edit_others_posts',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'pages'   => array( 'type' => 'array', 'items' => array( 'type' => 'string', 'maxLength' => 100 ), 'maxItems' => 500, 'default' => array(), 'description' => __( 'Ids of the pages to link from; all published ones if empty.', 'igny8' ) ),
					'again'   => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Also links that somebody took out, or that were undone.', 'igny8' ) ),
					'dry_run' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Only tell what would be done.', 'igny8' ) ),
				),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'done'         => array( 'type' => 'integer' ),
					'total'        => array( 'type' => 'integer' ),
					'remaining'    => array( 'type' => 'integer' ),
					'links_placed' => array( 'type' => 'integer' ),
					'batch'        => array( 'type' => 'string' ),
					'changes'      => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
				),
			),
			run: fn( array $input ) => $this->on_place( $input ),
			positional: array( 'pages' ),
			rows: 'changes',
			columns: array( 'source', 'target', 'type', 'status', 'place', 'anchor' ),
			has_progress: true,
		);
	}

	private function undo(): Operation {
		return new Operation(
			name: 'linker.undo',
			label: __( 'Undo placed links', 'igny8' ),
			description: __( 'Takes the links of one batch out again. Pages nobody edited since get back exactly what they were.', 'igny8' ),
			capability: 'edit_others_posts',
			input: array(
				'type'       => 'object',
				'properties' => array( 'batch' => array( 'type' => 'string', 'maxLength' => 40, 'default' => '', 'description' => __( 'Which batch; the newest if empty.', 'igny8' ) ) ),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'batch'          => array( 'type' => 'string' ),
					'done'           => array( 'type' => 'integer' ),
					'total'          => array( 'type' => 'integer' ),
					'remaining'      => array( 'type' => 'integer' ),
					'pages_restored' => array( 'type' => 'integer' ),
					'pages_cleaned'  => array( 'type' => 'integer' ),
				),
			),
			run: fn( array $input ) => $this->on_undo( $input['batch'] ),
			is_destructive: true,
			positional: array( 'batch' ),
			has_progress: true,
		);
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array{links: list<array<string, mixed>>, total: int}
	 */
	private function on_list( array $input ): array {
		$where = array_filter(
			array(
				'source_page' => $input['source'],
				'target_page' => $input['target'],
				'status'      => $input['status'],
				'type'        => $input['type'],
			)
		);
		$rows  = $this->links->select( $where, 'id', $input['per_page'], ( $input['page'] - 1 ) * $input['per_page'] );
		return array(
			'links' => array_map(
				static fn( array $row ) => array(
					'source'     => $row['source_page'],
					'target'     => $row['target_page'],
					'type'       => $row['type'],
					'status'     => $row['status'],
					'place'      => $row['place'],
					'anchor'     => $row['anchor'],
					'anchors'    => array_values( array_unique( array( ...$row['found'], ...$row['anchors'] ) ) ),
					'updated_at' => strtr( $row['updated_at'], ' ', 'T' ) . 'Z',
				),
				$rows
			),
			'total' => $this->links->count( $where ),
		);
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_place( array $input ): array|\WP_Error {
		$content = $this->plugin->module( 'content' );
		if ( ! $content instanceof Content ) {
			return new \WP_Error( 'module_off', __( 'The content module is off, so there are no pages to link.', 'igny8' ), array( 'status' => 409 ) );
		}
		$unknown   = array_diff( $input['pages'], array_keys( $content->page_objects( $input['pages'] ) ) );
		if ( array() !== $unknown ) {
			/* translators: %s: ids of pages. */
			return new \WP_Error( 'page_not_planned', sprintf( __( 'Not planned: %s', 'igny8' ), implode( ', ', array_slice( $unknown, 0, 5 ) ) ), array( 'status' => 404 ) );
		}
		$pages     = $this->editable( $content, array() === $input['pages'] ? $content->published_pages() : $input['pages'] );
		$placement = new Placement( $this->plugin, $this->links, $this->edits );
		$placement->plan_if_empty();
		if ( $input['dry_run'] ) {
			return array( 'done' => 0, 'total' => count( $pages ), 'remaining' => count( $pages ), 'links_placed' => 0, 'batch' => '', 'changes' => $placement->update( $pages, '', $input['again'] ) );
		}
		$lock = Lock::take( 'linker', self::LOCK_LEASE_S, self::LOCK_WAIT_S );
		if ( null === $lock ) {
			return new \WP_Error( 'linker_busy', __( 'Links are being placed right now. Try again in a moment.', 'igny8' ), array( 'status' => 409 ) );
		}
		$key     = md5( (string) wp_json_encode( $input ) );
		$stored  = (array) get_option( self::RUN, array() );
		$run     = $key === ( $stored['key'] ?? '' ) && $stored['at'] > time() - self::RUN_S ? $stored : array( 'done' => 0, 'batch' => $this->edits->batch( 'place' ) );
		$changes = $placement->update( array_slice( $pages, $run['done'], self::STEP_PAGES ), $run['batch'], $input['again'] );
		$done    = min( count( $pages ), $run['done'] + self::STEP_PAGES );
		$done < count( $pages ) ? update_option( self::RUN, array( 'key' => $key, 'done' => $done, 'batch' => $run['batch'], 'at' => time() ), false ) : delete_option( self::RUN );
		$lock->release();
		return array(
			'done'         => $done,
			'total'        => count( $pages ),
			'remaining'    => count( $pages ) - $done,
			'links_placed' => $placement->placed,
			'batch'        => $run['batch'],
			'changes'      => $changes,
		);
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function on_undo( string $batch ): array|\WP_Error {
		if ( ! self::may_edit_all() ) {
			return new \WP_Error( 'rest_forbidden', __( 'Your account may not edit all pages that this would change.', 'igny8' ), array( 'status' => 403 ) );
		}
		$content = $this->plugin->module( 'content' );
		$lock    = $content instanceof Content ? Lock::take( 'linker', self::LOCK_LEASE_S, self::LOCK_WAIT_S ) : null;
		if ( null === $lock ) {
			return new \WP_Error( 'linker_busy', __( 'Links are being placed right now, or the content module is off. Try again in a moment.', 'igny8' ), array( 'status' => 409 ) );
		}
		$result = ( new Undo( $content, $this->links, $this->edits, new Placement( $this->plugin, $this->links, $this->edits ) ) )->step( $batch );
		$lock->release();
		return $result;
	}

	/**
	 * Pages that the user of this request may edit; without one, as under WP-CLI, all.
	 *
	 * @param list<string> $page_ids
	 * @return list<string>
	 */
	private function editable( Content $content, array $page_ids ): array {
		if ( self::may_edit_all() ) {
			return array_values( $page_ids );
		}
		return array_values( array_filter( $page_ids, static fn( string $page_id ) => '' !== ( $content->page_object( $page_id )['edit_url'] ?? '' ) ) );
	}

	private static function may_edit_all(): bool {
		return 0 === get_current_user_id() || ( current_user_can( 'edit_others_pages' ) && current_user_can( 'edit_others_posts' ) && current_user_can( 'manage_categories' ) );
	}
}
