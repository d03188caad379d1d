<?php
/**
 * Work in steps goes on by cron when its caller is gone, and stops when it makes no headway.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Core;

use Igny8\Continuation;
use Igny8\Plugin;
use Igny8\Tests\EchoModule;
use Igny8\Tests\TestCase;

final class ContinuationTest extends TestCase {

	private EchoModule $echo;

	protected function setUp(): void {
		parent::setUp();
		$this->echo            = new EchoModule( $this->plugin() );
		$this->echo->remaining = 5;
		$this->add_module( $this->echo );
	}

	public function test_cron_finishes_what_a_closed_tab_left(): void {
		$this->call( 'echo.count' );
		$this->assertNotFalse( wp_next_scheduled( Plugin::CONTINUE_HOOK ) );
		$this->leave_alone();
		do_action( Plugin::CONTINUE_HOOK );
		$this->assertSame( 0, $this->echo->remaining );
		$this->assertSame( array(), get_option( Continuation::OPTION ) );
	}

	public function test_cron_keeps_out_while_a_caller_is_at_work(): void {
		$this->call( 'echo.count' );
		do_action( Plugin::CONTINUE_HOOK );
		$this->assertSame( 4, $this->echo->remaining );
	}

	public function test_nothing_is_planned_when_nothing_remains_or_for_a_dry_run(): void {
		$this->call( 'echo.count', array( 'dry_run' => true ) );
		$this->assertFalse( get_option( Continuation::OPTION ) );
		$this->echo->remaining = 1;
		$this->call( 'echo.count' );
		$this->assertFalse( get_option( Continuation::OPTION ) );
	}

	public function test_work_without_headway_is_tried_for_an_hour_and_dropped(): void {
		$this->call( 'echo.count' );
		$this->echo->on_count = static fn() => array( 'done' => 6, 'total' => 10, 'remaining' => 4 );
		for ( $run = 0; $run < 29; $run++ ) {
			$this->leave_alone();
			do_action( Plugin::CONTINUE_HOOK );
		}
		$this->assertCount( 1, get_option( Continuation::OPTION ) );
		$this->leave_alone();
		do_action( Plugin::CONTINUE_HOOK );
		$this->assertSame( array(), get_option( Continuation::OPTION ) );
	}

	public function test_an_engine_that_comes_back_is_met_with_patience(): void {
		$this->call( 'echo.count' );
		$this->echo->on_count = static fn() => new \WP_Error( 'engine_unreachable', 'Away.' );
		$this->leave_alone();
		do_action( Plugin::CONTINUE_HOOK );
		$this->echo->on_count = null;
		$this->leave_alone();
		do_action( Plugin::CONTINUE_HOOK );
		$this->assertSame( array( 0, array() ), array( $this->echo->remaining, get_option( Continuation::OPTION ) ) );
	}

	public function test_two_inputs_of_an_operation_are_two_pieces_of_work(): void {
		$this->call( 'echo.count' );
		$this->call( 'echo.count', array( 'times' => 2 ) );
		$this->assertSame( array( array( 'dry_run' => false ), array( 'dry_run' => false, 'times' => 2 ) ), array_map( static fn( array $entry ) => array( 'dry_run' => false ) + $entry['input'], array_values( get_option( Continuation::OPTION ) ) ) );
		Continuation::forget( 'echo.count' );
		$this->assertSame( array(), get_option( Continuation::OPTION ) );
	}

	private function leave_alone(): void {
		$stored = array_map( static fn( array $entry ) => array( 'called_at' => time() - 600 ) + $entry, get_option( Continuation::OPTION ) );
		update_option( Continuation::OPTION, $stored, false );
	}
}
