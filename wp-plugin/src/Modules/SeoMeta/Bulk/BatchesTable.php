<?php
/**
 * Bulk changes and imports: one row each, so that they can be gone on with and undone.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Bulk;

// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- The only SQL of this table: every value is a placeholder; only lists of placeholders and conditions made here are put in.

/**
 * `run` is the caller's name for it: a step, or a file's next piece, that comes with the same name belongs to the same batch.
 */
final class BatchesTable extends \Igny8\Table {

	protected const JSON = array( 'input' );

	protected const INTEGERS = array( 'id', 'user_id', 'total' );

	public function name(): string {
		return 'igny8_seo_batches';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			run varchar(64) NOT NULL,
			action varchar(20) NOT NULL,
			input longtext NOT NULL,
			user_id bigint(20) unsigned NOT NULL,
			total int(10) unsigned NOT NULL,
			status varchar(10) NOT NULL,
			created_at datetime NOT NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY run (run)";
	}

	/**
	 * Ids of batches that are too old or too many to keep.
	 *
	 * @return list<int>
	 */
	public function outdated( string $before, int $most ): array {
		global $wpdb;
		$ids = $wpdb->get_col( $wpdb->prepare( 'SELECT id FROM %i WHERE created_at < %s', $this->full_name(), $before ) );
		$more = $wpdb->get_col( $wpdb->prepare( 'SELECT id FROM %i ORDER BY id DESC LIMIT 100 OFFSET %d', $this->full_name(), $most ) );
		return array_values( array_unique( array_map( 'intval', array( ...$ids, ...$more ) ) ) );
	}
}
