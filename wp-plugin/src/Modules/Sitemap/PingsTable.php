<?php
/**
 * Addresses to be announced to search engines by IndexNow, and the last ones that were.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- The only SQL of this table, whose rows nothing caches: every value is a placeholder.

/**
 * One row an address: announcing it again takes the same row. `status` is queued, sent or failed.
 */
final class PingsTable extends \Igny8\Table {

	private const KEPT  = 500;   // Rows of what was sent or failed: some weeks of a busy site.
	private const QUEUE = 10000; // Rows that wait: as many as IndexNow takes at once. Beyond, the oldest go.

	protected const INTEGERS = array( 'id', 'attempts', 'code' );

	public function name(): string {
		return 'igny8_pings';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			hash char(32) NOT NULL,
			url text NOT NULL,
			reason varchar(20) NOT NULL DEFAULT '',
			status varchar(10) NOT NULL DEFAULT 'queued',
			attempts tinyint(3) unsigned NOT NULL DEFAULT 0,
			code smallint(5) unsigned NOT NULL DEFAULT 0,
			message varchar(200) NOT NULL DEFAULT '',
			due_at datetime NOT NULL,
			sent_at datetime NOT NULL DEFAULT '1970-01-01 00:00:00',
			PRIMARY KEY  (id),
			UNIQUE KEY hash (hash),
			KEY due (status,due_at)";
	}

	/**
	 * Puts addresses into the queue, or back into it.
	 *
	 * @param array<string, string> $urls URL → reason: published, updated, removed, moved, asked.
	 */
	public function queue( array $urls, string $due_at ): void {
		$rows = array();
		foreach ( $urls as $url => $reason ) {
			$rows[] = array( 'hash' => md5( $url ), 'url' => $url, 'reason' => $reason, 'status' => 'queued', 'attempts' => 0, 'due_at' => $due_at );
		}
		$this->insert_many( $rows, array( 'reason', 'status', 'attempts', 'due_at' ) );
	}

	/**
	 * What is due, newest first: the latest change is what matters most.
	 *
	 * @return list<array<string, mixed>>
	 */
	public function due( string $now, int $limit ): array {
		global $wpdb;
		return $wpdb->get_results( $wpdb->prepare( "SELECT id, url, attempts FROM %i WHERE status = 'queued' AND due_at <= %s ORDER BY id DESC LIMIT %d", $this->full_name(), $now, $limit ), ARRAY_A ) ?? array();
	}

	/**
	 * Stores what became of some addresses.
	 *
	 * @param list<int>                 $ids
	 * @param array<string, string|int> $row
	 */
	public function settle( array $ids, array $row ): void {
		global $wpdb;
		$sets  = implode( ', ', array_fill( 0, count( $row ), '%i = %s' ) );
		$pairs = array_merge( array(), ...array_map( static fn( $name, $value ) => array( $name, $value ), array_keys( $row ), $row ) );
		foreach ( array_chunk( $ids, 500 ) as $chunk ) {
			$marks = implode( ', ', array_fill( 0, count( $chunk ), '%d' ) );
			$wpdb->query( $wpdb->prepare( "UPDATE %i SET {$sets} WHERE id IN ( {$marks} )", $this->full_name(), ...array( ...$pairs, ...$chunk ) ) );
		}
	}

	/**
	 * When the next address is due, or ''.
	 */
	public function next_due(): string {
		global $wpdb;
		return (string) $wpdb->get_var( $wpdb->prepare( "SELECT MIN( due_at ) FROM %i WHERE status = 'queued'", $this->full_name() ) );
	}

	/**
	 * Keeps log and queue within their limits.
	 */
	public function trim(): void {
		$this->keep( array( 'sent', 'failed' ), 'sent_at', self::KEPT );
		$this->keep( array( 'queued' ), 'due_at', self::QUEUE );
	}

	/**
	 * @param list<string> $statuses
	 */
	private function keep( array $statuses, string $newest_by, int $most ): void {
		global $wpdb;
		$over = $this->count( array( 'status' => $statuses ) ) - $most;
		if ( $over > 0 ) {
			$old = $this->select( array( 'status' => $statuses ), "{$newest_by}, id", $over, 0, 'id' );
			foreach ( array_chunk( array_column( $old, 'id' ), 500 ) as $ids ) {
				$wpdb->query( $wpdb->prepare( 'DELETE FROM %i WHERE id IN ( ' . implode( ', ', array_fill( 0, count( $ids ), '%d' ) ) . ' )', $this->full_name(), ...$ids ) );
			}
		}
	}
}
