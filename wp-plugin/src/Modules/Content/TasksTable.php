<?php
/**
 * One task per planned page: what is to be written, how far it is, and which post or term came of it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

use Igny8\Table;

// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- Own table, whose rows nothing else caches; every value is a placeholder, only marks and conditions made here are put in.

/**
 * `position` is the order of work: by phase, parents before their children. `state` is what the written document is:
 * page, brief or draft. `published_at` follows the post's status; `needs_announcing` is 1 until menus and links know of it.
 *
 * @phpstan-type Task array{id: int, page_id: string, blueprint_version: int, position: int, parent: string, cluster: string, cluster_title: string, kind: string, content_type: string, content_structure: string, title: string, description: string, taxonomy_term: string, phase: int, status: string, object_type: string, object_id: int, state: string, content_hash: string, job_id: int, error: ?array{code: string, message: string}, attempts: int, published_at: ?string, needs_announcing: int, created_at: string, updated_at: string}
 */
final class TasksTable extends Table {

	public const STATUSES = array( 'queued', 'in_progress', 'completed', 'failed' );

	/**
	 * More pages than any blueprint has: five sectors of fifty clusters come to about 1,500.
	 */
	public const ALL = 10000;

	protected const JSON = array( 'error' );

	protected const INTEGERS = array( 'id', 'blueprint_version', 'position', 'phase', 'object_id', 'job_id', 'attempts', 'needs_announcing' );

	public function name(): string {
		return 'igny8_tasks';
	}

	public function version(): int {
		return 2;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			page_id varchar(100) NOT NULL,
			blueprint_version int(10) unsigned NOT NULL,
			position int(10) unsigned NOT NULL DEFAULT 0,
			parent varchar(100) NOT NULL DEFAULT '',
			cluster varchar(100) NOT NULL DEFAULT '',
			cluster_title varchar(200) NOT NULL DEFAULT '',
			kind varchar(20) NOT NULL,
			content_type varchar(20) NOT NULL,
			content_structure varchar(40) NOT NULL,
			title text NOT NULL,
			description text NOT NULL,
			taxonomy_term varchar(200) NOT NULL DEFAULT '',
			phase int(10) unsigned NOT NULL DEFAULT 1,
			status varchar(20) NOT NULL DEFAULT 'queued',
			object_type varchar(10) NOT NULL DEFAULT '',
			object_id bigint(20) unsigned NOT NULL DEFAULT 0,
			state varchar(10) NOT NULL DEFAULT '',
			content_hash varchar(32) NOT NULL DEFAULT '',
			job_id bigint(20) unsigned NOT NULL DEFAULT 0,
			error text,
			attempts int(10) unsigned NOT NULL DEFAULT 0,
			published_at datetime DEFAULT NULL,
			needs_announcing int(10) unsigned NOT NULL DEFAULT 0,
			created_at datetime NOT NULL,
			updated_at datetime NOT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY page_id (page_id),
			KEY status (status,position),
			KEY object (object_type,object_id)";
	}

	/**
	 * @return array<string, mixed>|null
	 */
	public function of_page( string $page_id ): ?array {
		return $this->find( array( 'page_id' => $page_id ) );
	}

	/**
	 * Changes a task and notes when.
	 *
	 * @param array<string, mixed> $row
	 */
	public function change( string $page_id, array $row ): void {
		$this->update( $row + array( 'updated_at' => self::now() ), array( 'page_id' => $page_id ) );
	}

	public function fail( string $page_id, \WP_Error $error ): void {
		$this->change(
			$page_id,
			array(
				'status' => 'failed',
				'error'  => array(
					'code'    => (string) $error->get_error_code(),
					'message' => $error->get_error_message(),
				),
			)
		);
	}

	/**
	 * Composed pages that nobody has published yet, in the order to publish them.
	 *
	 * @return list<array<string, mixed>>
	 */
	public function unpublished( int $limit = self::ALL ): array {
		return $this->select( array( 'status' => 'completed', 'state' => 'page', 'published_at' => null ), 'position', $limit );
	}

	/**
	 * Published pages that menus and links have not heard of yet.
	 *
	 * @return list<array<string, mixed>>
	 */
	public function unannounced( int $limit = self::ALL ): array {
		return $this->select( array( 'needs_announcing' => 1 ), 'position', $limit );
	}

	/**
	 * @param list<string> $page_ids
	 */
	public function mark_announced( array $page_ids ): void {
		global $wpdb;
		$marks = implode( ', ', array_fill( 0, count( $page_ids ), '%s' ) );
		$wpdb->query( $wpdb->prepare( "UPDATE %i SET needs_announcing = 0 WHERE page_id IN ( {$marks} )", $this->full_name(), ...$page_ids ) );
	}

	/**
	 * @param list<string> $page_ids Empty: all.
	 */
	public function count_published( array $page_ids = array() ): int {
		$where = array() === $page_ids ? array() : array( 'page_id' => $page_ids );
		return $this->count( $where ) - $this->count( $where + array( 'published_at' => null ) );
	}

	/**
	 * @return list<string> In the order of work.
	 */
	public function published_ids( bool $is_published ): array {
		global $wpdb;
		$condition = $is_published ? 'IS NOT NULL' : 'IS NULL';
		return $wpdb->get_col( $wpdb->prepare( "SELECT page_id FROM %i WHERE published_at {$condition} ORDER BY position", $this->full_name() ) );
	}

	/**
	 * What stops the work or failed first: the message to show with the state of things.
	 *
	 * @return array{code: string, message: string, page: string}|null
	 */
	public function first_error(): ?array {
		$failed = $this->select( array( 'status' => 'failed' ), 'position', 1 )[0] ?? null;
		return null === $failed || null === $failed['error'] ? null : $failed['error'] + array( 'page' => $failed['page_id'] );
	}

	/**
	 * One page of the list.
	 *
	 * @param array<string, mixed> $where  Columns to match; a list means any of them.
	 * @param string               $search Part of a title.
	 * @return array{tasks: list<array<string, mixed>>, total: int}
	 */
	public function search( array $where, string $search, string $order_by, int $page, int $per_page ): array {
		if ( '' !== $search ) {
			$titled           = $this->titled( $search );
			$where['page_id'] = isset( $where['page_id'] ) ? array_values( array_intersect( $where['page_id'], $titled ) ) : $titled;
		}
		return array(
			'tasks' => $this->select( $where, $order_by, $per_page, ( $page - 1 ) * $per_page ),
			'total' => $this->count( $where ),
		);
	}

	/**
	 * @return list<string> Ids of pages whose title holds these words.
	 */
	private function titled( string $search ): array {
		global $wpdb;
		return $wpdb->get_col( $wpdb->prepare( 'SELECT page_id FROM %i WHERE title LIKE %s', $this->full_name(), '%' . $wpdb->esc_like( $search ) . '%' ) );
	}
}
