<?php
/**
 * The pages of a batch: what each one had before and has after, so that the batch can be undone.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Bulk;

// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- The only SQL of this table: every value is a placeholder; conditions are SurveyTable's own.

/**
 * States: WAITING, then NOTED with both values just before they are written, so that a process killed in the middle leaves
 * nothing that cannot be gone on with or undone; then CHANGED, SAME or REFUSED; after an undo UNDONE or KEPT.
 */
final class ItemsTable extends \Igny8\Table {

	public const WAITING = 0;
	public const NOTED   = 1;
	public const CHANGED = 2;
	public const SAME    = 3;
	public const REFUSED = 4;
	public const UNDONE  = 5;
	public const KEPT    = 6; // Somebody changed it after the batch: their value stays.

	protected const JSON = array( 'before_values', 'after_values' );

	protected const INTEGERS = array( 'id', 'batch_id', 'object_id', 'state' );

	public function name(): string {
		return 'igny8_seo_batch_items';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			batch_id bigint(20) unsigned NOT NULL,
			kind varchar(10) NOT NULL,
			object_id bigint(20) unsigned NOT NULL,
			state tinyint(3) unsigned NOT NULL DEFAULT 0,
			before_values longtext,
			after_values longtext,
			PRIMARY KEY  (id),
			KEY batch_state (batch_id,state,id)";
	}

	/**
	 * Puts every page a condition finds into a batch, in one statement: the pages are those of this moment, whatever the
	 * changes make of the condition.
	 *
	 * @param string      $table     Full name of the survey's table.
	 * @param string      $condition Prepared by placeholders, of SurveyTable::condition_of().
	 * @param list<mixed> $values
	 * @return int How many.
	 */
	public function take( int $batch_id, string $table, string $condition, array $values ): int {
		global $wpdb;
		return (int) $wpdb->query( $wpdb->prepare( "INSERT INTO %i ( batch_id, kind, object_id, state ) SELECT %d, kind, object_id, 0 FROM %i WHERE {$condition} ORDER BY id", ...array( $this->full_name(), $batch_id, $table, ...$values ) ) );
	}

	/**
	 * Moves rows of a batch to a state.
	 *
	 * @param list<int> $ids
	 */
	public function move( array $ids, int $state ): void {
		global $wpdb;
		if ( array() !== $ids ) {
			$wpdb->query( $wpdb->prepare( 'UPDATE %i SET state = %d WHERE id IN ( ' . implode( ', ', array_fill( 0, count( $ids ), '%d' ) ) . ' )', $this->full_name(), $state, ...$ids ) );
		}
	}

	/**
	 * @param list<int> $batch_ids
	 */
	public function delete_of( array $batch_ids ): void {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( 'DELETE FROM %i WHERE batch_id IN ( ' . implode( ', ', array_fill( 0, count( $batch_ids ), '%d' ) ) . ' )', $this->full_name(), ...$batch_ids ) );
	}

	/**
	 * @return array<int, int> State → rows.
	 */
	public function states( int $batch_id ): array {
		return $this->count_by( 'state', array( 'batch_id' => $batch_id ) );
	}
}
