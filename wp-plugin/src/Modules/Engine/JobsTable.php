<?php
/**
 * The jobs this site has asked of the engine: who asked what, how far it is, what came of it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Engine;

use Igny8\Table;

// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- Own table, whose rows nothing else caches; every value is a placeholder, only marks and conditions made here are put in.

/**
 * `dedupe` is unique while a job is open and null afterwards, so that an equal request joins the open job.
 * `lease` is empty or `<unix expiry>:<token>` of the request that is saving right now.
 */
final class JobsTable extends Table {

	public const OPEN = array( 'queued', 'running' );

	protected const JSON = array( 'progress', 'input', 'result', 'error' );

	protected const INTEGERS = array( 'id', 'user_id', 'attempts' );

	public function name(): string {
		return 'igny8_jobs';
	}

	public function version(): int {
		return 1;
	}

	public function columns(): string {
		return 'id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
operation varchar(64) NOT NULL,
status varchar(12) NOT NULL,
dedupe varchar(64) DEFAULT NULL,
engine_id varchar(64) NOT NULL DEFAULT \'\',
request_id varchar(64) NOT NULL DEFAULT \'\',
lease varchar(64) NOT NULL DEFAULT \'\',
user_id bigint(20) unsigned NOT NULL DEFAULT 0,
attempts int(10) unsigned NOT NULL DEFAULT 1,
progress text,
input longtext,
result longtext,
error text,
created_at datetime NOT NULL,
updated_at datetime NOT NULL,
finished_at datetime DEFAULT NULL,
PRIMARY KEY  (id),
UNIQUE KEY dedupe (dedupe),
KEY status (status,id),
KEY operation (operation,id)';
	}

	/**
	 * Drops finished jobs beyond the newest `$keep`, so that the table does not grow without end.
	 */
	public function prune( int $keep ): int {
		global $wpdb;
		$ids = $this->select( array( 'status' => array( 'done', 'failed', 'cancelled' ) ), 'id DESC', 1, $keep, 'id' );
		if ( array() === $ids ) {
			return 0;
		}
		return (int) $wpdb->query( $wpdb->prepare( "DELETE FROM %i WHERE id <= %d AND status IN ( 'done', 'failed', 'cancelled' )", $this->full_name(), $ids[0]['id'] ) );
	}
}
