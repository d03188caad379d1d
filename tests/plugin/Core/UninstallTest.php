<?php
/**
 * Deleting the plugin deletes data only where the owner asked for it.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Core;

use Igny8\Tests\FakeEngine;
use Igny8\Tests\TestCase;
use Igny8\Uninstall;

final class UninstallTest extends TestCase {

	public function test_nothing_is_deleted_unless_asked_for(): void {
		new FakeEngine();
		( new Uninstall( $this->plugin() ) )->run();
		$this->assertNotFalse( get_option( 'igny8_connection' ) );
	}

	public function test_everything_of_ours_goes_and_content_stays(): void {
		global $wpdb;
		new FakeEngine();
		$this->plugin()->settings()->set( 'engine', array( 'delete_data' => true ) );
		set_transient( 'igny8_sectors_x', array( 1 ), 60 );
		wp_schedule_single_event( time() + 60, 'igny8_jobs_sweep' );
		$post_id = wp_insert_post( array( 'post_title' => 'Stays', 'post_status' => 'publish' ) );
		update_post_meta( $post_id, '_igny8_page', 'p1' );
		$dropped = array();
		add_filter(
			'query',
			static function ( string $query ) use ( &$dropped ): string {
				if ( str_starts_with( $query, 'DROP TABLE' ) ) {
					$dropped[] = $query;
					return 'SELECT 1'; // A real DROP would commit this test's transaction on MariaDB.
				}
				return $query;
			}
		);
		( new Uninstall( $this->plugin() ) )->run();

		$tables = array_merge( ...array_map( static fn( $module ) => $module->tables(), array_values( $this->plugin()->modules() ) ) );
		$this->assertCount( count( $tables ), $dropped );
		$this->assertSame( array(), $wpdb->get_col( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE '%igny8\\_%' AND option_name NOT LIKE '%theme%'" ) );
		$this->assertSame( '', get_post_meta( $post_id, '_igny8_page', true ) );
		$this->assertSame( 'Stays', get_post( $post_id )->post_title );
		$this->assertFalse( wp_next_scheduled( 'igny8_jobs_sweep' ) );
	}
}
