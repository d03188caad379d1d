<?php
/**
 * The log of addresses that visitors asked for and this site does not have.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders -- Own table; nothing caches its rows; every value is prepared.

use Igny8\Table;

/**
 * One row per address. No IP address, no user agent; `referrer` is a host and path. `days` counts per day. `state` is
 * open, ignored, or removed: a page of ours that was trashed, about which the owner should decide.
 */
final class MissesTable extends Table {

	public const STATES = array( 'open', 'removed', 'ignored' );

	/**
	 * What lists may be ordered by: each has an index.
	 */
	public const ORDERS = array( 'hits', 'last_on', 'first_on', 'id' );

	protected const JSON = array( 'days' );

	protected const INTEGERS = array( 'id', 'hits', 'is_bot', 'object_id' );

	public function name(): string {
		return 'igny8_redirect_misses';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			hash varchar(16) NOT NULL,
			address text NOT NULL,
			hits bigint(20) unsigned NOT NULL DEFAULT 0,
			days text NOT NULL,
			first_on varchar(10) NOT NULL,
			last_on varchar(10) NOT NULL,
			referrer varchar(255) NOT NULL DEFAULT '',
			is_bot tinyint(1) unsigned NOT NULL DEFAULT 0,
			state varchar(10) NOT NULL DEFAULT 'open',
			title varchar(255) NOT NULL DEFAULT '',
			object_type varchar(10) NOT NULL DEFAULT '',
			object_id bigint(20) unsigned NOT NULL DEFAULT 0,
			PRIMARY KEY  (id),
			UNIQUE KEY hash (hash),
			KEY hits (state,hits),
			KEY last_on (state,last_on),
			KEY first_on (first_on),
			KEY object (object_type,object_id)";
	}

	/**
	 * @return array{rows: list<array<string, mixed>>, total: int}
	 */
	public function search( array $states, string $search, string $orderby, bool $is_descending, int $limit, int $offset ): array {
		global $wpdb;
		$marks  = implode( ', ', array_fill( 0, count( $states ), '%s' ) );
		$where  = "state IN ( {$marks} )";
		$values = $states;
		if ( '' !== $search ) {
			$where   .= ' AND ( address LIKE %s OR referrer LIKE %s )';
			$like     = '%' . $wpdb->esc_like( $search ) . '%';
			$values[] = $like;
			$values[] = $like;
		}
		$order = $is_descending ? 'DESC' : 'ASC';
		$rows  = $wpdb->get_results( $wpdb->prepare( "SELECT * FROM %i WHERE {$where} ORDER BY %i {$order}, id {$order} LIMIT %d OFFSET %d", ...array( $this->full_name(), ...$values, $orderby, $limit, $offset ) ), ARRAY_A );
		return array(
			'rows'  => array_map( array( self::class, 'typed' ), $rows ?? array() ),
			'total' => (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM %i WHERE {$where}", $this->full_name(), ...$values ) ),
		);
	}

	/**
	 * Counts a visit of an address that is in the log.
	 *
	 * @param array<string, int> $days
	 */
	public function count_hits( int $id, int $hits, array $days, string $day, string $referrer ): void {
		global $wpdb;
		$set = '' === $referrer ? '' : ', referrer = %s';
		$wpdb->query( $wpdb->prepare( "UPDATE %i SET hits = hits + %d, days = %s, last_on = %s{$set} WHERE id = %d", ...array( $this->full_name(), $hits, wp_json_encode( $days ), $day, ...( '' === $referrer ? array() : array( $referrer ) ), $id ) ) );
	}

	/**
	 * Keeps the log within its bounds: what is older than a day goes, then what was seen longest ago. What waits for the
	 * owner's decision, or was ignored by one, goes last.
	 */
	public function trim( string $oldest_day, int $most ): void {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( 'DELETE FROM %i WHERE last_on < %s AND state = %s', $this->full_name(), $oldest_day, 'open' ) );
		$surplus = $this->count() - $most;
		foreach ( array( 'open', 'ignored', 'removed' ) as $state ) {
			if ( $surplus <= 0 ) {
				return;
			}
			$ids      = $wpdb->get_col( $wpdb->prepare( 'SELECT id FROM %i WHERE state = %s ORDER BY last_on, id LIMIT %d', $this->full_name(), $state, $surplus ) );
			$surplus -= $this->delete_ids( array_map( 'intval', $ids ) );
		}
	}

	/**
	 * @param list<int> $ids
	 */
	public function delete_ids( array $ids ): int {
		global $wpdb;
		if ( array() === $ids ) {
			return 0;
		}
		$marks = implode( ', ', array_fill( 0, count( $ids ), '%d' ) );
		return (int) $wpdb->query( $wpdb->prepare( "DELETE FROM %i WHERE id IN ( {$marks} )", $this->full_name(), ...$ids ) );
	}

	/**
	 * @param list<int> $ids
	 */
	public function set_state( array $ids, string $state ): int {
		global $wpdb;
		$marks = implode( ', ', array_fill( 0, count( $ids ), '%d' ) );
		return (int) $wpdb->query( $wpdb->prepare( "UPDATE %i SET state = %s WHERE id IN ( {$marks} )", $this->full_name(), $state, ...$ids ) );
	}

	/**
	 * @param array<string, string> $row
	 * @return array<string, mixed>
	 */
	private static function typed( array $row ): array {
		foreach ( self::INTEGERS as $column ) {
			$row[ $column ] = (int) $row[ $column ];
		}
		$row['days'] = (array) json_decode( $row['days'], true );
		return $row;
	}
}
