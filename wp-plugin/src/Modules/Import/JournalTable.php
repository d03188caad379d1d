<?php
/**
 * Table `igny8_imports`: what every value was before an import wrote it, and what was written.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- The only SQL of this table: every value is a placeholder; only lists of marks made here are put in.

use Igny8\Table;

/**
 * One row per source and object, written before the object is: whatever kills an import, its undo is complete. `old` and
 * `new` map meta keys to raw values as the database holds them, null where there is none; of settings, paths to values.
 */
final class JournalTable extends Table {

	protected const JSON = array( 'old', 'new' );

	protected const INTEGERS = array( 'id', 'object_id' );

	public function name(): string {
		return 'igny8_imports';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return "id bigint unsigned NOT NULL AUTO_INCREMENT,
			source varchar(20) NOT NULL,
			kind varchar(10) NOT NULL,
			object_id bigint unsigned NOT NULL,
			old longtext NOT NULL,
			new longtext NOT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY object (source,kind,object_id)";
	}

	/**
	 * Rows of some objects, by object.
	 *
	 * @param list<int> $ids
	 * @return array<int, array{id: int, object_id: int, old: array<string, mixed>, new: array<string, mixed>}>
	 */
	public function of( string $source, string $kind, array $ids ): array {
		$rows = $this->select( array( 'source' => $source, 'kind' => $kind, 'object_id' => $ids ), limit: max( 1, count( $ids ) ) );
		return array_column( $rows, null, 'object_id' );
	}

	/**
	 * Notes what was and what will be, of many objects at once.
	 *
	 * @param list<array{source: string, kind: string, object_id: int, old: array<string, mixed>, new: array<string, mixed>}> $rows
	 */
	public function note( array $rows ): void {
		array() === $rows || $this->insert_many( $rows, array( 'old', 'new' ) );
	}

	/**
	 * Rows of a source above a number.
	 *
	 * @return list<array{id: int, source: string, kind: string, object_id: int, old: array<string, mixed>, new: array<string, mixed>}>
	 */
	public function after( string $source, int $after, int $limit ): array {
		global $wpdb;
		$ids = $wpdb->get_col( $wpdb->prepare( 'SELECT id FROM %i WHERE source = %s AND id > %d ORDER BY id LIMIT %d', $this->full_name(), $source, $after, $limit ) );
		return $this->select( array( 'id' => array_map( 'intval', $ids ) ), limit: $limit );
	}

	/**
	 * Objects from all over an import, evenly apart.
	 *
	 * @return list<int>
	 */
	public function sample( string $source, string $kind, int $most ): array {
		global $wpdb;
		$ids  = array_map( 'intval', $wpdb->get_col( $wpdb->prepare( 'SELECT object_id FROM %i WHERE source = %s AND kind = %s ORDER BY object_id LIMIT 2000', $this->full_name(), $source, $kind ) ) );
		$step = max( 1, intdiv( count( $ids ), max( 1, $most ) ) );
		return array_slice( array_values( array_filter( $ids, static fn( int $index ) => 0 === $index % $step, ARRAY_FILTER_USE_KEY ) ), 0, $most );
	}

	/**
	 * @param list<int> $ids
	 */
	public function forget( array $ids ): void {
		global $wpdb;
		if ( array() !== $ids ) {
			$marks = implode( ', ', array_fill( 0, count( $ids ), '%d' ) );
			$wpdb->query( $wpdb->prepare( "DELETE FROM %i WHERE id IN ( {$marks} )", $this->full_name(), ...$ids ) );
		}
	}
}
