<?php
/**
 * Two tabs, or a tab and WP-Cron, write and publish at the same moment: every page once.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Content;

use Igny8\Connection;
use Igny8\Modules\Blueprint\BlueprintsTable;
use Igny8\Modules\Blueprint\ChangesTable;
use Igny8\Modules\Blueprint\Taxonomies;
use Igny8\Modules\Linker\EditsTable;
use Igny8\Modules\Linker\LinksTable;
use Igny8\Modules\Structure\ClustersTable;
use Igny8\Modules\Structure\KeywordsTable;

require_once __DIR__ . '/ContentTestCase.php';

final class RaceTest extends ContentTestCase {

	private mixed $connection = false;

	protected function setUp(): void {
		$this->connection = get_option( Connection::OPTION );
		parent::setUp();
		$this->plugin()->settings()->set( 'blueprint', array( 'builds_menu' => false, 'sets_front_page' => false ) );
		$this->apply();
		$this->call( 'content.plan' );
		$GLOBALS['wpdb']->query( 'COMMIT' ); // The others must see what we write; tearDown removes it all.
	}

	protected function tearDown(): void {
		foreach ( $this->tasks->select( limit: 100 ) as $task ) {
			'post' === $task['object_type'] && wp_delete_post( $task['object_id'], true );
		}
		foreach ( array( $this->tasks, new LinksTable(), new EditsTable(), new BlueprintsTable(), new ChangesTable(), new ClustersTable(), new KeywordsTable() ) as $table ) {
			$GLOBALS['wpdb']->query( $GLOBALS['wpdb']->prepare( 'DELETE FROM %i', $table->full_name() ) );
		}
		foreach ( ( new Taxonomies() )->all() as $slug => $definition ) {
			array_map( static fn( \WP_Term $term ) => wp_delete_term( $term->term_id, $term->taxonomy ), Taxonomies::terms( $definition['name'] ) );
			( new Taxonomies() )->store( $slug, null );
		}
		( new \Igny8\Modules\Engine\JobsTable() )->delete( array( 'operation' => 'content.compose' ) );
		( new \Igny8\Modules\Engine\JobsTable() )->delete( array( 'operation' => 'content.brief' ) );
		array_map( 'delete_option', array( 'igny8_content_run', 'igny8_blueprint', 'igny8_unfinished' ) );
		array_map( 'wp_unschedule_hook', array( 'igny8_content_announce', 'igny8_continue', \Igny8\Modules\Engine\Module::SWEEP ) );
		false === $this->connection ? Connection::forget() : update_option( Connection::OPTION, $this->connection, false );
		require_once ABSPATH . 'wp-admin/includes/user.php';
		wp_delete_user( get_current_user_id() );
		parent::tearDown();
	}

	public function test_two_runs_at_once_write_and_publish_every_page_once(): void {
		$written = $this->press( 'content.run' );
		$this->assertSame( self::ALL, array_sum( $written ), implode( ' ', $written ) );
		wp_cache_flush();
		foreach ( $this->tasks->select( limit: 100 ) as $task ) {
			$this->assertSame( 'completed', $task['status'] );
			$this->assertCount( 'post' === $task['object_type'] ? 1 : 0, $this->posts_of( $task['page_id'] ) );
		}
		$published = $this->press( 'content.publish' );
		$this->assertSame( self::COMPOSED, array_sum( $published ), implode( ' ', $published ) );
		wp_cache_flush();
		$this->assertSame( self::COMPOSED, $this->tasks->count_published() );
	}

	/**
	 * @return list<string> What each process says it has done.
	 */
	private function press( string $operation ): array {
		$moment    = microtime( true ) + 2.0;
		$processes = array();
		for ( $i = 0; $i < 2; $i++ ) {
			$processes[] = popen( sprintf( '%s -d error_reporting=8191 %s %s %F', escapeshellarg( PHP_BINARY ), escapeshellarg( __DIR__ . '/press.php' ), $operation, $moment ), 'r' );
		}
		$answers = array_map( 'stream_get_contents', $processes );
		array_map( 'pclose', $processes );
		return $answers;
	}
}
