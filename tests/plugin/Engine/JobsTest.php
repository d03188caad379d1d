<?php
/**
 * Jobs are started once, collected by anybody, saved once, swept by cron, pruned.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Engine;

use Igny8\Modules\Engine\JobsTable;
use Igny8\Modules\Engine\Module;
use Igny8\Table;
use Igny8\Tests\EchoModule;
use Igny8\Tests\FakeEngine;
use Igny8\Tests\TestCase;

final class JobsTest extends TestCase {

	private FakeEngine $engine;

	private EchoModule $echo;

	protected function setUp(): void {
		parent::setUp();
		$this->engine = new FakeEngine();
		$this->echo   = new EchoModule( $this->plugin() );
		EchoModule::declare_contract();
		$this->add_module( $this->echo );
	}

	public function test_two_tabs_that_press_together_get_one_job(): void {
		$first  = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$second = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$other  = $this->call( 'echo.say', array( 'text' => 'bye' ) );
		$this->assertSame( $first['id'], $second['id'] );
		$this->assertNotSame( $first['id'], $other['id'] );
		$this->assertSame( 2, $this->plugin()->jobs()->list( array(), 1, 10 )['total'] );
		$this->assertCount( 2, $this->engine->jobs );
	}

	public function test_a_finished_job_does_not_stand_in_the_way_of_a_new_one(): void {
		$first = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$this->engine->finish( array( 'text' => 'hello' ) );
		$this->plugin()->jobs()->collect( $first['id'] );
		$this->assertNotSame( $first['id'], $this->call( 'echo.say', array( 'text' => 'hello' ) )['id'] );
	}

	public function test_an_inline_answer_is_saved_at_once(): void {
		$this->engine->answer_inline( 'echo.say', static fn( array $input ) => array( 'text' => strtoupper( $input['text'] ) ) );
		$job = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$this->assertSame( 'done', $job['status'] );
		$this->assertSame( array( 'said' => 'HELLO' ), $job['result'] );
		$this->assertCount( 1, $this->engine->requests );
	}

	public function test_empty_objects_reach_the_engine_as_objects(): void {
		$raw = '';
		add_filter(
			'http_request_args',
			static function ( array $request ) use ( &$raw ): array {
				$raw = $request['body'];
				return $request;
			}
		);
		$this->call( 'echo.say', array( 'text' => 'hello' ) );
		$this->assertStringContainsString( '"facts":{}', $raw );
	}

	public function test_progress_is_taken_over(): void {
		$job = $this->call( 'echo.say', array( 'text' => 'hello' ) );

		$this->engine->jobs['job-1']['status']   = 'running';
		$this->engine->jobs['job-1']['progress'] = array( 'done' => 3, 'total' => 9, 'message' => 'Clusters' );

		$seen = $this->plugin()->jobs()->collect( $job['id'] );
		$this->assertSame( 'running', $seen['status'] );
		$this->assertSame( array( 'done' => 3, 'total' => 9, 'message' => 'Clusters' ), $seen['progress'] );
	}

	public function test_an_answer_is_saved_by_one_request_only(): void {
		$job = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$this->engine->finish( array( 'text' => 'hello' ) );
		$inner               = null;
		$this->echo->on_save = function () use ( $job, &$inner ): void {
			$this->echo->on_save = null;
			$inner               = $this->plugin()->jobs()->collect( $job['id'] ); // A second tab polls while the first one saves.
		};
		$fired               = 0;
		add_action(
			'igny8/jobs/saved',
			static function () use ( &$fired ): void {
				++$fired;
			}
		);
		$outer = $this->plugin()->jobs()->collect( $job['id'] );

		$this->assertSame( 'done', $outer['status'] );
		$this->assertSame( 'queued', $inner['status'] );
		$this->assertCount( 1, $this->echo->saved );
		$this->assertSame( 1, $fired );
	}

	public function test_a_request_that_died_while_saving_frees_the_job_after_its_lease(): void {
		$table = new JobsTable();
		$job   = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$this->engine->finish( array( 'text' => 'hello' ) );
		$table->update( array( 'lease' => ( time() + 60 ) . ':dead' ), array( 'id' => $job['id'] ) );
		$this->assertSame( 'queued', $this->plugin()->jobs()->collect( $job['id'] )['status'] );
		$table->update( array( 'lease' => ( time() - 1 ) . ':dead' ), array( 'id' => $job['id'] ) );
		$this->assertSame( 'done', $this->plugin()->jobs()->collect( $job['id'] )['status'] );
	}

	public function test_a_start_that_was_interrupted_is_sent_again(): void {
		$table = new JobsTable();
		$job   = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$table->update( array( 'engine_id' => '' ), array( 'id' => $job['id'] ) );
		$this->plugin()->jobs()->collect( $job['id'] );
		$this->assertSame( '', $table->find( array( 'id' => $job['id'] ) )['engine_id'], 'Somebody may still be sending it.' );
		$table->update( array( 'updated_at' => Table::now( -60 ) ), array( 'id' => $job['id'] ) );
		$this->plugin()->jobs()->collect( $job['id'] );
		$this->assertSame( 'job-1', $table->find( array( 'id' => $job['id'] ) )['engine_id'] );
		$this->assertCount( 1, $this->engine->jobs );
	}

	public function test_cancel_works_here_and_on_the_engine(): void {
		$job = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$this->assertSame( 'cancelled', $this->plugin()->jobs()->cancel( $job['id'] )['status'] );
		$this->assertSame( 'cancelled', $this->engine->jobs['job-1']['status'] );
		$this->assertSame( 'queued', $this->plugin()->jobs()->retry( $job['id'] )['status'] );
	}

	public function test_cancel_that_does_not_reach_the_engine_leaves_the_job(): void {
		$job = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$this->engine->is_down();
		$this->assert_error( 'engine_unreachable', $this->plugin()->jobs()->cancel( $job['id'] ) );
		$this->assertSame( 'queued', $this->plugin()->jobs()->get( $job['id'] )['status'] );
	}

	public function test_cron_collects_what_nobody_watches_as_the_user_who_asked(): void {
		$user_id = $this->log_in( 'editor' );
		$job     = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$this->assertNotFalse( wp_next_scheduled( Module::SWEEP ) );
		$this->engine->finish( array( 'text' => 'hello' ) );
		wp_set_current_user( 0 );
		$saver               = 0;
		$this->echo->on_save = static function () use ( &$saver ): void {
			$saver = get_current_user_id();
		};
		do_action( Module::SWEEP );
		$this->assertSame( 'done', $this->plugin()->jobs()->get( $job['id'] )['status'] );
		$this->assertSame( $user_id, $saver );
		$this->assertSame( 0, get_current_user_id() );
	}

	public function test_a_day_of_silence_ends_a_job_with_advice(): void {
		$job = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		( new JobsTable() )->update( array( 'updated_at' => Table::now( -90000 ) ), array( 'id' => $job['id'] ) );
		$this->engine->is_down();
		$this->plugin()->jobs()->sweep();
		$this->assertSame( 'job_expired', $this->plugin()->jobs()->get( $job['id'] )['error']['code'] );
	}

	public function test_waiting_reports_progress_and_gives_the_result(): void {
		$job  = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$seen = array();
		$done = $this->plugin()->jobs()->wait(
			$job['id'],
			function ( array $job ) use ( &$seen ): void {
				$seen[] = $job['status'];
				$this->engine->finish( array( 'text' => 'hello' ) );
			}
		);
		$this->assertSame( array( 'queued', 'done' ), $seen );
		$this->assertSame( array( 'said' => 'hello' ), $done['result'] );
	}

	public function test_old_finished_jobs_are_pruned_and_open_ones_stay(): void {
		$table = new JobsTable();
		for ( $i = 0; $i < 6; $i++ ) {
			$table->insert( array( 'operation' => 'echo.say', 'status' => 0 === $i ? 'running' : 'done', 'created_at' => Table::now(), 'updated_at' => Table::now() ) );
		}
		$this->assertSame( 3, $table->prune( 2 ) );
		$this->assertSame( array( 'done' => 2, 'running' => 1 ), $table->count_by( 'status' ) );
	}

	public function test_the_request_id_reaches_the_engine_and_stays_the_same(): void {
		$job = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$this->plugin()->jobs()->collect( $job['id'] );
		$ids = array_unique( array_map( static fn( array $request ) => $request['headers']['X-Request-Id'], $this->engine->requests ) );
		$this->assertCount( 1, $ids );
		$this->assertMatchesRegularExpression( '/^[0-9a-f-]{36}$/', $ids[0] );
	}
}
