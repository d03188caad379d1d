<?php
/**
 * What was changed in the rules, so that it can be undone.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

use Igny8\Table;

/**
 * One row per act or step of a long act; steps share `batch`. `before` holds rules as they were, `added` the ids of new
 * ones. Rules that an import adds are found by their own column `batch`, so that a step killed in the middle is undone too.
 */
final class ChangesTable extends Table {

	private const KEPT = 500; // Acts that can be undone; the oldest go when a new one is noted.

	protected const JSON = array( 'added', 'before_rows' );

	protected const INTEGERS = array( 'id', 'rules', 'user_id' );

	public function name(): string {
		return 'igny8_redirect_changes';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return "id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			batch varchar(64) NOT NULL,
			kind varchar(20) NOT NULL,
			summary varchar(255) NOT NULL DEFAULT '',
			rules int(10) unsigned NOT NULL DEFAULT 0,
			added longtext NOT NULL,
			before_rows longtext NOT NULL,
			user_id bigint(20) unsigned NOT NULL DEFAULT 0,
			created_at datetime NOT NULL,
			PRIMARY KEY  (id),
			KEY batch (batch)";
	}

	/**
	 * Notes an act before or right after it is done.
	 *
	 * @param string                     $kind   add, edit, delete, import, auto, check or groups.
	 * @param list<int>                  $added  Ids of new rules.
	 * @param list<array<string, mixed>> $before Rows as they were.
	 * @return string The batch, by which it is undone.
	 */
	public function note( string $kind, string $summary, array $added, array $before, string $batch = '' ): string {
		$batch = '' === $batch ? wp_generate_uuid4() : $batch;
		$id    = $this->insert(
			array(
				'batch'       => $batch,
				'kind'        => $kind,
				'summary'     => mb_substr( $summary, 0, 255 ),
				'rules'       => count( $added ) + count( $before ),
				'added'       => $added,
				'before_rows' => $before,
				'user_id'     => get_current_user_id(),
				'created_at'  => self::now(),
			)
		);
		$this->forget_before( $id - self::KEPT );
		return $batch;
	}

	/**
	 * The newest acts, one entry each.
	 *
	 * @return list<array{batch: string, kind: string, summary: string, rules: int, created_at: string}>
	 */
	public function latest( int $limit ): array {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Own table; nothing caches its rows.
		$rows = $wpdb->get_results( $wpdb->prepare( 'SELECT batch, MAX(kind) AS kind, MAX(summary) AS summary, SUM(rules) AS rules, MAX(created_at) AS created_at, MAX(id) AS last_id FROM %i GROUP BY batch ORDER BY last_id DESC LIMIT %d', $this->full_name(), $limit ), ARRAY_A );
		return array_map( static fn( array $row ) => array( 'batch' => $row['batch'], 'kind' => $row['kind'], 'summary' => $row['summary'], 'rules' => (int) $row['rules'], 'created_at' => strtr( $row['created_at'], ' ', 'T' ) . 'Z' ), $rows ?? array() );
	}

	private function forget_before( int $id ): void {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Own table; nothing caches its rows.
		$id > 0 && $wpdb->query( $wpdb->prepare( 'DELETE FROM %i WHERE id <= %d', $this->full_name(), $id ) );
	}
}
