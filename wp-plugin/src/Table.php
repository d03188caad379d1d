<?php
/**
 * One custom table: its schema and the only SQL that touches it.
 *
 * @package Igny8
 */

namespace Igny8;

// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- The SQL of our own tables, whose rows nothing else caches; every value is a placeholder, only marks and conditions made here are put in.

/**
 * A subclass per table adds named queries. SQL here and in subclasses runs on MariaDB, MySQL 8 and the SQLite
 * integration: plain types, JSON as longtext handled in PHP, times as UTC `datetime` strings computed in PHP.
 */
abstract class Table {

	/**
	 * Columns stored as JSON: arrays going in and out.
	 *
	 * @var list<string>
	 */
	protected const JSON = array();

	/**
	 * Columns returned as integers.
	 *
	 * @var list<string>
	 */
	protected const INTEGERS = array( 'id' );

	/**
	 * Name without WordPress' prefix: `igny8_jobs`.
	 */
	abstract public function name(): string;

	/**
	 * Raised with every change of `columns()`; Database::upgrade() compares it with the stored one.
	 */
	abstract public function version(): int;

	/**
	 * Column and key lines as dbDelta() wants them (two spaces after PRIMARY KEY), without CREATE TABLE.
	 */
	abstract public function columns(): string;

	/**
	 * Inserts a row.
	 *
	 * @param array<string, mixed> $row
	 * @return int Its id.
	 * @throws \RuntimeException When the database refuses it.
	 */
	public function insert( array $row ): int {
		global $wpdb;
		if ( false === $wpdb->insert( $this->full_name(), $this->encode( $row ) ) ) {
			throw new \RuntimeException( esc_html( "{$this->name()}: {$wpdb->last_error}" ) );
		}
		return (int) $wpdb->insert_id;
	}

	/**
	 * Inserts a row unless one with the same unique key is there. Our lock: two requests, one winner.
	 *
	 * @param array<string, mixed> $row
	 * @return int Its id, or 0 when there was one already.
	 */
	public function insert_ignore( array $row ): int {
		global $wpdb;
		$row    = $this->encode( $row );
		$marks  = implode( ', ', array_fill( 0, count( $row ), '%s' ) );
		$fields = implode( ', ', array_fill( 0, count( $row ), '%i' ) );
		// Nulls cannot be prepared: callers leave such columns out.
		$count = $wpdb->query( $wpdb->prepare( "INSERT IGNORE INTO %i ( {$fields} ) VALUES ( {$marks} )", $this->full_name(), ...array_keys( $row ), ...array_values( $row ) ) );
		return $count ? (int) $wpdb->insert_id : 0;
	}

	/**
	 * Changes the rows that match, and tells how many did: a compare-and-swap when `$where` holds the old value.
	 *
	 * @param array<string, mixed> $row
	 * @param array<string, mixed> $where
	 */
	public function update( array $row, array $where ): int {
		global $wpdb;
		$count = $wpdb->update( $this->full_name(), $this->encode( $row ), $this->encode( $where ) );
		if ( false === $count ) {
			throw new \RuntimeException( esc_html( "{$this->name()}: {$wpdb->last_error}" ) );
		}
		return (int) $count;
	}

	/**
	 * Deletes the rows that match and tells how many there were.
	 *
	 * @param array<string, mixed> $where
	 */
	public function delete( array $where ): int {
		global $wpdb;
		return (int) $wpdb->delete( $this->full_name(), $this->encode( $where ) );
	}

	/**
	 * One row, or null.
	 *
	 * @param array<string, mixed> $where
	 * @return array<string, mixed>|null
	 */
	public function find( array $where ): ?array {
		return $this->select( $where, limit: 1 )[0] ?? null;
	}

	/**
	 * Rows that match all of `$where`; a list as value means any of them.
	 *
	 * @param array<string, mixed> $where
	 * @param string               $order_by Column, optionally with ` DESC`; never user input.
	 * @return list<array<string, mixed>>
	 */
	public function select( array $where = array(), string $order_by = 'id', int $limit = 100, int $offset = 0, string $fields = '*' ): array {
		global $wpdb;
		list( $condition, $values ) = $this->condition( $where );
		$rows                       = $wpdb->get_results(
			$wpdb->prepare(
				"SELECT {$fields} FROM %i WHERE {$condition} ORDER BY {$order_by} LIMIT %d OFFSET %d",
				$this->full_name(),
				...array( ...$values, $limit, $offset )
			),
			ARRAY_A
		);
		return array_map( array( $this, 'decode' ), $rows ?? array() );
	}

	/**
	 * @param array<string, mixed> $where
	 */
	public function count( array $where = array() ): int {
		global $wpdb;
		list( $condition, $values ) = $this->condition( $where );
		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM %i WHERE {$condition}", $this->full_name(), ...$values ) );
	}

	/**
	 * Rows per value of one column: `array( 'queued' => 3, 'done' => 9 )`.
	 *
	 * @param array<string, mixed> $where
	 * @return array<string, int>
	 */
	public function count_by( string $column, array $where = array() ): array {
		global $wpdb;
		list( $condition, $values ) = $this->condition( $where );
		$rows                       = $wpdb->get_results(
			$wpdb->prepare( "SELECT %i AS value, COUNT(*) AS total FROM %i WHERE {$condition} GROUP BY %i", $column, $this->full_name(), ...array( ...$values, $column ) ),
			ARRAY_A
		);
		return array_map( 'intval', array_column( $rows ?? array(), 'total', 'value' ) );
	}

	/**
	 * Inserts many rows, in statements of 200; a row whose unique key exists replaces `$update` columns of the old one.
	 *
	 * @param list<array<string, mixed>> $rows   All with the same keys, in the same order, none null.
	 * @param list<string>               $update Columns to overwrite on conflict; empty: the old row stays.
	 */
	public function insert_many( array $rows, array $update = array() ): void {
		global $wpdb;
		foreach ( array_chunk( array_map( array( $this, 'encode' ), $rows ), 200 ) as $chunk ) {
			$columns = array_keys( $chunk[0] );
			$fields  = implode( ', ', array_fill( 0, count( $columns ), '%i' ) );
			$marks   = implode( ', ', array_fill( 0, count( $chunk ), '( ' . implode( ', ', array_fill( 0, count( $columns ), '%s' ) ) . ' )' ) );
			$on      = array() === $update ? '' : ' ON DUPLICATE KEY UPDATE ' . implode( ', ', array_fill( 0, count( $update ), '%i = VALUES( %i )' ) );
			$verb    = array() === $update ? 'INSERT IGNORE' : 'INSERT';
			$pairs   = array_merge( array(), ...array_map( static fn( string $name ) => array( $name, $name ), $update ) );
			$values  = array_merge( array(), ...array_map( 'array_values', $chunk ) );
			$sql     = $wpdb->prepare( "{$verb} INTO %i ( {$fields} ) VALUES {$marks}{$on}", $this->full_name(), ...array( ...$columns, ...$values, ...$pairs ) );
			if ( false === $wpdb->query( $sql ) ) {
				throw new \RuntimeException( esc_html( "{$this->name()}: {$wpdb->last_error}" ) );
			}
		}
	}

	public function full_name(): string {
		global $wpdb;
		return $wpdb->prefix . $this->name();
	}

	/**
	 * Now, as the tables store it: UTC.
	 */
	public static function now( int $offset_s = 0 ): string {
		return gmdate( 'Y-m-d H:i:s', time() + $offset_s );
	}

	/**
	 * @param array<string, mixed> $where
	 * @return array{string, list<mixed>} SQL with placeholders, and their values.
	 */
	private function condition( array $where ): array {
		$parts  = array( '1 = 1' );
		$values = array();
		foreach ( $where as $column => $value ) {
			if ( null === $value ) {
				$parts[]  = '%i IS NULL';
				$values[] = $column;
				continue;
			}
			$list    = (array) $value;
			$parts[] = array() === $list ? '1 = 0' : '%i IN ( ' . implode( ', ', array_fill( 0, count( $list ), '%s' ) ) . ' )';
			array() === $list || array_push( $values, $column, ...array_values( $list ) );
		}
		return array( implode( ' AND ', $parts ), $values );
	}

	/**
	 * @param array<string, mixed> $row
	 * @return array<string, mixed>
	 */
	private function encode( array $row ): array {
		foreach ( $row as $column => $value ) {
			if ( in_array( $column, static::JSON, true ) && null !== $value ) {
				$row[ $column ] = wp_json_encode( $value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
			}
		}
		return $row;
	}

	/**
	 * @param array<string, string|null> $row
	 * @return array<string, mixed>
	 */
	private function decode( array $row ): array {
		foreach ( $row as $column => $value ) {
			if ( null === $value ) {
				continue;
			}
			if ( in_array( $column, static::JSON, true ) ) {
				$row[ $column ] = json_decode( $value, true );
			} elseif ( in_array( $column, static::INTEGERS, true ) ) {
				$row[ $column ] = (int) $value;
			}
		}
		return $row;
	}
}
