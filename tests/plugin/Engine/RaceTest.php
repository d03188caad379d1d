<?php
/**
 * Several processes press the same button at the same moment: one row, one job.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Engine;

use Igny8\Connection;
use Igny8\Modules\Engine\JobsTable;
use Igny8\Tests\FakeEngine;
use Igny8\Tests\TestCase;

final class RaceTest extends TestCase {

	private const TABS = 4;

	private mixed $connection = false;

	protected function setUp(): void {
		parent::setUp();
		$this->connection = get_option( Connection::OPTION );
		$GLOBALS['wpdb']->query( 'ROLLBACK' ); // The others must see what we write.
		new FakeEngine();
	}

	protected function tearDown(): void {
		false === $this->connection ? Connection::forget() : update_option( Connection::OPTION, $this->connection, false );
		( new JobsTable() )->delete( array( 'operation' => 'echo.say' ) );
		wp_clear_scheduled_hook( \Igny8\Modules\Engine\Module::SWEEP );
		parent::tearDown();
	}

	public function test_processes_that_start_the_same_job_at_once_get_one(): void {
		$moment = microtime( true ) + 2.0;
		$tabs   = array();
		for ( $i = 0; $i < self::TABS; $i++ ) {
			$tabs[] = popen( sprintf( '%s -d error_reporting=8191 %s %F', escapeshellarg( PHP_BINARY ), escapeshellarg( dirname( __DIR__ ) . '/press.php' ), $moment ), 'r' );
		}
		$answers = array_map( 'stream_get_contents', $tabs );
		array_map( 'pclose', $tabs );

		$this->assertCount( 1, array_unique( $answers ), implode( "\n", $answers ) );
		$this->assertMatchesRegularExpression( '/^job \d+$/', $answers[0] );
		$this->assertSame( 1, ( new JobsTable() )->count( array( 'operation' => 'echo.say' ) ) );
	}
}
