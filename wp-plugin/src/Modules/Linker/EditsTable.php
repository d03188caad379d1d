<?php
/**
 * What the linker changed: each page's content before, and a fingerprint of it after, so that it can be undone.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Linker;

use Igny8\Table;

// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- Own table, whose rows nothing else caches; every value is a placeholder, only marks and conditions made here are put in.

/**
 * A batch is what belongs together for the owner: one publishing, or one placing.
 */
final class EditsTable extends Table {

	private const KEEP = 2000; // A few kilobytes each; older batches can no longer be undone.

	private const SAME_BATCH_S = 120; // Steps of one run follow each other within seconds; portions of a publishing belong together.

	protected const INTEGERS = array( 'id', 'links', 'is_undone' );

	public function name(): string {
		return 'igny8_link_edits';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			batch varchar(40) NOT NULL,
			page_id varchar(100) NOT NULL,
			content_before longtext NOT NULL,
			hash_after varchar(32) NOT NULL,
			links int(10) unsigned NOT NULL DEFAULT 0,
			is_undone int(10) unsigned NOT NULL DEFAULT 0,
			created_at datetime NOT NULL,
			PRIMARY KEY  (id),
			KEY batch (batch)";
	}

	/**
	 * The batch to write into: the newest one while its run goes on, or a new one.
	 *
	 * @param string $kind publish, place or unpublish.
	 */
	public function batch( string $kind ): string {
		$newest = $this->select( order_by: 'id DESC', limit: 1, fields: 'batch, created_at, is_undone' )[0] ?? null;
		$is_on  = null !== $newest && 0 === $newest['is_undone'] && str_starts_with( $newest['batch'], "{$kind}-" ) && $newest['created_at'] > self::now( -self::SAME_BATCH_S );
		return $is_on ? $newest['batch'] : "{$kind}-" . gmdate( 'Ymd-His' ) . '-' . substr( wp_generate_uuid4(), 0, 8 );
	}

	public function note( string $batch, string $page_id, string $before, string $after, int $links ): void {
		$this->insert(
			array(
				'batch'          => $batch,
				'page_id'        => $page_id,
				'content_before' => $before,
				'hash_after'     => md5( $after ),
				'links'          => $links,
				'created_at'     => self::now(),
			)
		);
	}

	public function newest_batch(): string {
		return $this->select( array( 'is_undone' => 0 ), 'id DESC', 1, fields: 'batch' )[0]['batch'] ?? '';
	}

	/**
	 * Drops what is too old to be kept.
	 */
	public function prune(): void {
		global $wpdb;
		$last = $this->select( order_by: 'id DESC', limit: 1, offset: self::KEEP, fields: 'id' )[0]['id'] ?? 0;
		$last && $wpdb->query( $wpdb->prepare( 'DELETE FROM %i WHERE id <= %d', $this->full_name(), $last ) );
	}
}
