<?php
/**
 * The rules: what is redirected where, found by hash.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders -- Own table, read where caching would be slower than the lookup; every value is prepared, what is built in holds placeholders only.

use Igny8\Table;

/**
 * `is_live` is 1 when rule and group are both on; `place` is the group's: copies, so that a lookup reads this table
 * alone, once. `hash` is where a visitor's address looks (Path::hash), `target_hash` where a local target leads, for
 * chains. `fingerprint` makes equal rules impossible. `origin` says where a rule came from: '' by hand, 'auto' by
 * a changed slug, otherwise an import.
 *
 * @phpstan-type Rule array{id: int, group_id: int, match_type: string, source: string, source_query: string, query_mode: string, ignore_case: int, ignore_slash: int, hash: string, fingerprint: string, code: int, target_type: string, target: string, target_id: int, target_hash: string, conditions: array<string, mixed>, is_always: int, is_on: int, is_live: int, priority: int, place: int, note: string, origin: string, batch: string, is_edited: int, hits: int, last_hit_on: string, created_at: string, updated_at: string}
 */
final class RulesTable extends Table {

	/**
	 * What lists may be ordered by: each has an index.
	 */
	public const ORDERS = array( 'id', 'hits', 'last_hit_on', 'priority' );

	protected const JSON = array( 'conditions' );

	protected const INTEGERS = array( 'id', 'group_id', 'ignore_case', 'ignore_slash', 'code', 'target_id', 'is_always', 'is_on', 'is_live', 'priority', 'place', 'is_edited', 'hits' );

	public function name(): string {
		return 'igny8_redirects';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			group_id bigint(20) unsigned NOT NULL DEFAULT 0,
			match_type varchar(10) NOT NULL,
			source text NOT NULL,
			source_query text NOT NULL,
			query_mode varchar(10) NOT NULL,
			ignore_case tinyint(1) unsigned NOT NULL DEFAULT 1,
			ignore_slash tinyint(1) unsigned NOT NULL DEFAULT 1,
			hash varchar(16) NOT NULL,
			fingerprint varchar(32) NOT NULL,
			code smallint(5) unsigned NOT NULL,
			target_type varchar(10) NOT NULL,
			target text NOT NULL,
			target_id bigint(20) unsigned NOT NULL DEFAULT 0,
			target_hash varchar(16) NOT NULL DEFAULT '',
			conditions text NOT NULL,
			is_always tinyint(1) unsigned NOT NULL DEFAULT 0,
			is_on tinyint(1) unsigned NOT NULL DEFAULT 1,
			is_live tinyint(1) unsigned NOT NULL DEFAULT 1,
			priority int(11) NOT NULL DEFAULT 10,
			place int(11) NOT NULL DEFAULT 0,
			note varchar(255) NOT NULL DEFAULT '',
			origin varchar(40) NOT NULL DEFAULT '',
			batch varchar(64) NOT NULL DEFAULT '',
			is_edited tinyint(1) unsigned NOT NULL DEFAULT 0,
			hits bigint(20) unsigned NOT NULL DEFAULT 0,
			last_hit_on varchar(10) NOT NULL DEFAULT '',
			created_at datetime NOT NULL,
			updated_at datetime NOT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY fingerprint (fingerprint),
			KEY hash (hash,is_live),
			KEY target_hash (target_hash),
			KEY target (target_type,target_id),
			KEY group_id (group_id),
			KEY origin (origin),
			KEY batch (batch),
			KEY hits (hits),
			KEY last_hit_on (last_hit_on),
			KEY priority (priority),
			KEY always (is_always)";
	}

	/**
	 * Rules that may be meant by an address: one query by index, whatever the number of rules. Short and with all columns,
	 * because the SQLite integration takes longer to translate a query than SQLite to run it.
	 *
	 * @param list<string> $hashes Of Path::hashes().
	 * @return list<array<string, mixed>> As strings: what is no match need not be converted.
	 */
	public function candidates( array $hashes ): array {
		global $wpdb;
		$marks = implode( ', ', array_fill( 0, count( $hashes ), '%s' ) );
		$rows  = $wpdb->get_results( $wpdb->prepare( "SELECT * FROM %i WHERE hash IN ( {$marks} ) LIMIT %d", $this->full_name(), ...array( ...$hashes, Pattern::MOST ) ), ARRAY_A );
		return array_values( array_filter( $rows ?? array(), static fn( array $row ) => '1' === (string) $row['is_live'] ) );
	}

	/**
	 * @param list<int> $ids
	 * @return list<array<string, mixed>>
	 */
	public function of_ids( array $ids ): array {
		return array() === $ids ? array() : array_filter( $this->select( array( 'id' => $ids ), 'id', count( $ids ) ), static fn( array $row ) => 1 === $row['is_live'] );
	}

	/**
	 * One page of the list.
	 *
	 * @param array<string, mixed> $where  Columns to match; a list means any of them.
	 * @param string               $search Part of source, target or note.
	 * @return array{rows: list<array<string, mixed>>, total: int}
	 */
	public function search( array $where, string $search, string $orderby, bool $is_descending, int $limit, int $offset ): array {
		global $wpdb;
		list( $condition, $values ) = $this->filter( $where, $search );
		$order                      = $is_descending ? 'DESC' : 'ASC';
		$rows                       = $wpdb->get_results( $wpdb->prepare( "SELECT * FROM %i WHERE {$condition} ORDER BY %i {$order}, id {$order} LIMIT %d OFFSET %d", ...array( $this->full_name(), ...$values, $orderby, $limit, $offset ) ), ARRAY_A );
		return array(
			'rows'  => array_map( array( $this, 'typed' ), $rows ?? array() ),
			'total' => (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM %i WHERE {$condition}", $this->full_name(), ...$values ) ),
		);
	}

	/**
	 * The next rules in the order of their ids: for exports and checks, which read all of them in steps.
	 *
	 * @param array<string, mixed> $where
	 * @return list<array<string, mixed>>
	 */
	public function after( int $id, int $limit, array $where = array() ): array {
		global $wpdb;
		list( $condition, $values ) = $this->filter( $where, '' );
		$rows                       = $wpdb->get_results( $wpdb->prepare( "SELECT * FROM %i WHERE {$condition} AND id > %d ORDER BY id LIMIT %d", ...array( $this->full_name(), ...$values, $id, $limit ) ), ARRAY_A );
		return array_map( array( $this, 'typed' ), $rows ?? array() );
	}

	/**
	 * Adds rules; one with the same fingerprint stays as it is.
	 *
	 * @param list<array<string, mixed>> $rows Complete rows without id, all with the same keys.
	 */
	public function add( array $rows ): void {
		array() === $rows || $this->insert_many( array_map( array( self::class, 'fitting' ), $rows ) );
	}

	/**
	 * Puts rows back as they were, with their ids.
	 *
	 * @param list<array<string, mixed>> $rows
	 */
	public function restore( array $rows ): void {
		foreach ( $rows as $row ) {
			$this->delete( array( 'id' => $row['id'] ) );
			$this->delete( array( 'fingerprint' => $row['fingerprint'] ) ); // Somebody has made the same rule since.
			$this->insert( $row );
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
	 * Copies a group's switch and place to its rules.
	 */
	public function follow_group( int $group_id, bool $is_on, int $place ): void {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( 'UPDATE %i SET is_live = is_on * %d, place = %d WHERE group_id = %d', $this->full_name(), (int) $is_on, $place, $group_id ) );
	}

	/**
	 * Adds to a rule's hits in one statement, so that no request takes another's away.
	 */
	public function count_hits( int $id, int $hits, string $day ): void {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( 'UPDATE %i SET hits = hits + %d, last_hit_on = %s WHERE id = %d', $this->full_name(), $hits, $day, $id ) );
	}

	/**
	 * How many rules, of them live, and their hits.
	 *
	 * @return array{total: int, live: int, hits: int}
	 */
	public function sums(): array {
		global $wpdb;
		$row = $wpdb->get_row( $wpdb->prepare( 'SELECT COUNT(*) AS total, SUM(is_live) AS live, SUM(hits) AS hits FROM %i', $this->full_name() ), ARRAY_A );
		return array_map( 'intval', $row ?? array( 'total' => 0, 'live' => 0, 'hits' => 0 ) );
	}

	/**
	 * Hashes under which live rules for existing pages stand.
	 *
	 * @return list<string>
	 */
	public function always_hashes( int $limit ): array {
		global $wpdb;
		return $wpdb->get_col( $wpdb->prepare( 'SELECT DISTINCT hash FROM %i WHERE is_always = 1 AND is_live = 1 LIMIT %d', $this->full_name(), $limit ) );
	}

	/**
	 * @param array<string, mixed> $where
	 * @return array{string, list<mixed>}
	 */
	private function filter( array $where, string $search ): array {
		global $wpdb;
		$parts  = array( '1 = 1' );
		$values = array();
		foreach ( $where as $column => $value ) {
			$list    = array_values( (array) $value );
			$parts[] = array() === $list ? '1 = 0' : "{$column} IN ( " . implode( ', ', array_fill( 0, count( $list ), '%s' ) ) . ' )';
			array_push( $values, ...$list );
		}
		if ( '' !== $search ) {
			$like    = '%' . $wpdb->esc_like( $search ) . '%';
			$parts[] = '( source LIKE %s OR target LIKE %s OR note LIKE %s )';
			array_push( $values, $like, $like, $like );
		}
		return array( implode( ' AND ', $parts ), $values );
	}

	/**
	 * @param array<string, string> $row
	 * @return array<string, mixed>
	 */
	private function typed( array $row ): array {
		foreach ( self::INTEGERS as $column ) {
			$row[ $column ] = (int) $row[ $column ];
		}
		$row['conditions'] = (array) json_decode( $row['conditions'], true );
		return $row;
	}

	/**
	 * Columns in one order, texts no longer than theirs: MySQL in strict mode refuses, SQLite does not cut.
	 *
	 * @param array<string, mixed> $row
	 * @return array<string, mixed>
	 */
	private static function fitting( array $row ): array {
		$row['note'] = mb_substr( $row['note'], 0, 255 );
		ksort( $row ); // insert_many() takes the columns from the first row.
		return $row;
	}
}
