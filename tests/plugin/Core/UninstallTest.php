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

	private const HOOKS = array( \Igny8\Modules\Engine\Module::SWEEP, \Igny8\Modules\Content\Module::ANNOUNCE, \Igny8\Plugin::CONTINUE_HOOK );

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
		array_map( static fn( string $hook ) => wp_schedule_single_event( time() + 60, $hook, array( 1 ) ), self::HOOKS );
		$term_id = wp_insert_term( 'Stays too', 'category' )['term_id'];
		update_term_meta( $term_id, '_igny8_content', '<!-- wp:paragraph /-->' );
		update_option( 'igny8_content_run', array( 'stepped_at' => 1 ), false );
		\Igny8\Lock::take( 'linker', 60 );
		$post_id = wp_insert_post( array( 'post_title' => 'Stays', 'post_status' => 'publish' ) );
		update_post_meta( $post_id, '_igny8_page', 'p1' );
		\Igny8\Seo\Fields::write( \Igny8\Seo\Subject::author( 1 ), array( 'title' => 'Author' ) );
		$this->assertTrue( get_role( 'administrator' )->has_cap( \Igny8\Capabilities::MANAGE_SEO ) );
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

		$tables = $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( "{$wpdb->prefix}igny8_" ) . '%' ) );
		$this->assertGreaterThan( 15, count( $tables ) );
		$this->assertEqualsCanonicalizing( array_map( static fn( string $name ) => substr( $name, strlen( $wpdb->prefix ) ), $tables ), $this->names( $dropped ), 'Every table that stands in the database.' );
		$this->assertSame( array(), $wpdb->get_col( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE '%igny8\\_%' AND option_name NOT LIKE '%theme%'" ) );
		$this->assertSame( '', get_post_meta( $post_id, '_igny8_page', true ) );
		$this->assertSame( '', get_user_meta( 1, '_igny8_meta_title', true ) );
		$this->assertFalse( get_role( 'administrator' )->has_cap( \Igny8\Capabilities::MANAGE_SEO ) );
		$this->assertSame( 'Stays', get_post( $post_id )->post_title );
		$this->assertSame( array( '', 'Stays too' ), array( get_term_meta( $term_id, '_igny8_content', true ), get_term( $term_id )->name ) );
		foreach ( self::HOOKS as $hook ) {
			$this->assertFalse( wp_next_scheduled( $hook, array( 1 ) ), $hook );
		}
	}

	/**
	 * @param list<string> $queries DROP TABLE statements.
	 * @return list<string> Names of the tables without prefix.
	 */
	private function names( array $queries ): array {
		$names = array_map( static fn( string $query ) => preg_replace( "/.*`{$GLOBALS['wpdb']->prefix}(\w+)`.*/", '$1', $query ), $queries );
		sort( $names );
		return $names;
	}
}
