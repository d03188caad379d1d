<?php
/**
 * The engine is down, slow, broken or lying: the user is told what to do, the job can be retried, nothing is half-written.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Engine;

use Igny8\Tests\EchoModule;
use Igny8\Tests\FakeEngine;
use Igny8\Tests\TestCase;

final class JobFaultsTest extends TestCase {

	private FakeEngine $engine;

	private EchoModule $echo;

	protected function setUp(): void {
		parent::setUp();
		$this->engine = new FakeEngine();
		$this->echo   = new EchoModule( $this->plugin() );
		EchoModule::declare_contract();
		$this->add_module( $this->echo );
	}

	/**
	 * @return array<string, array{\WP_Error|int, array<string, mixed>|string, string}>
	 */
	public function faults(): array {
		return array(
			'the engine is down'          => array( new \WP_Error( 'http_request_failed', 'cURL error 7: Failed to connect' ), '', 'engine_unreachable' ),
			'the engine is slow'          => array( new \WP_Error( 'http_request_failed', 'cURL error 28: Operation timed out' ), '', 'engine_timeout' ),
			'the engine fails'            => array( 500, array( 'code' => 'internal', 'message' => 'Oops' ), 'engine_error' ),
			'a proxy answers with HTML'   => array( 200, '<html>It works!</html>', 'engine_garbled' ),
			'the answer is cut off'       => array( 200, '{"id": "job-1", "sta', 'engine_garbled' ),
			'a redirect to a login page'  => array( 302, '', 'engine_garbled' ),
			'the key was revoked'         => array( 401, array( 'code' => 'key_revoked', 'message' => 'This key was revoked.' ), 'engine_refused' ),
			'the input is refused'        => array( 422, array( 'code' => 'input_invalid', 'message' => 'No.', 'fields' => array( 'text' => 'Too short.' ) ), 'engine_refused' ),
			'too many requests'           => array( 429, array( 'code' => 'rate_limited', 'message' => 'Slow down.' ), 'engine_busy' ),
			'something that is no job'    => array( 200, array( 'hello' => 'world' ), 'engine_contract' ),
		);
	}

	/**
	 * @dataProvider faults
	 */
	public function test_a_fault_at_the_start_is_told_and_can_be_retried( \WP_Error|int $status, array|string $body, string $code ): void {
		$this->engine->next( $status, $body );
		$result = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$job    = is_wp_error( $result ) ? $this->plugin()->jobs()->get( $this->assert_error( $code, $result )->get_error_data()['job_id'] ) : $result;

		$this->assertSame( 'failed', $job['status'] );
		$this->assertSame( $code, $job['error']['code'] );
		$this->assertSame( array(), $this->echo->saved );

		$again = $this->plugin()->jobs()->retry( $job['id'] );
		$this->assertSame( 'queued', $again['status'] );
		$this->engine->finish( array( 'text' => 'hello' ) );
		$this->assertSame( array( 'said' => 'hello' ), $this->plugin()->jobs()->collect( $job['id'] )['result'] );
	}

	/**
	 * @dataProvider faults
	 */
	public function test_a_fault_while_collecting_leaves_nothing_half_written( \WP_Error|int $status, array|string $body, string $code ): void {
		$job = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$this->engine->next( $status, $body );
		$seen = $this->plugin()->jobs()->collect( $job['id'] );

		$this->assertSame( 'engine_contract' === $code ? 'failed' : 'queued', $seen['status'] );
		$this->assertSame( $code, $seen['error']['code'] );
		$this->assertNotSame( '', $seen['error']['message'] );
		$this->assertSame( array(), $this->echo->saved );

		'failed' === $seen['status'] && $this->plugin()->jobs()->retry( $job['id'] );
		$this->engine->finish( array( 'text' => 'hello' ) );
		$done = $this->plugin()->jobs()->collect( $job['id'] );
		$this->assertSame( 'done', $done['status'] );
		$this->assertNull( $done['error'] );
		$this->assertCount( 1, $this->echo->saved );
	}

	/**
	 * @return array<string, array{mixed, string}>
	 */
	public function breaking_outputs(): array {
		return array(
			'a property is missing'   => array( array( 'facts' => array( 'brands' => array() ) ), 'text' ),
			'a wrong type, deep down' => array( array( 'text' => 'a', 'facts' => array( 'brands' => array( 'x', array( 'y' ) ) ) ), 'facts.brands.1' ),
			'an unknown property'     => array( array( 'text' => 'a', 'html' => '<p>' ), '*' ), // WordPress names it in the message only.
			'no object at all'        => array( 'done!', '*' ),
			'nothing'                 => array( null, '*' ),
		);
	}

	/**
	 * @dataProvider breaking_outputs
	 */
	public function test_an_answer_that_breaks_the_contract_is_not_saved_and_asked_anew( mixed $output, string $field ): void {
		$job = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$this->engine->finish( $output );
		$failed = $this->plugin()->jobs()->collect( $job['id'] );

		$this->assertSame( 'failed', $failed['status'] );
		$this->assertSame( 'engine_contract', $failed['error']['code'] );
		$this->assertArrayHasKey( $field, $failed['error']['fields'] );
		$this->assertSame( array(), $this->echo->saved );

		$this->plugin()->jobs()->retry( $job['id'] );
		$this->assertCount( 2, $this->engine->jobs, 'The old key would bring the same answer.' );
	}

	public function test_a_module_that_cannot_save_leaves_a_failed_job_that_retry_repeats_without_new_cost(): void {
		$job                 = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$this->echo->on_save = static fn() => throw new \RuntimeException( 'disk full' );
		$this->engine->finish( array( 'text' => 'hello' ) );
		$failed = $this->plugin()->jobs()->collect( $job['id'] );
		$this->assertSame( 'job_not_saved', $failed['error']['code'] );
		$this->assertStringContainsString( 'disk full', $failed['error']['message'] );

		$this->echo->on_save = null;
		$this->assertSame( 'done', $this->plugin()->jobs()->retry( $job['id'] )['status'] );
		$this->assertCount( 1, $this->engine->jobs );
	}

	public function test_the_engines_own_failure_is_shown_as_it_is(): void {
		$job = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$this->engine->fail( 'not_composable', 'Articles cannot be composed.' );
		$failed = $this->plugin()->jobs()->collect( $job['id'] );
		$this->assertSame( array( 'code' => 'not_composable', 'message' => 'Articles cannot be composed.' ), $failed['error'] );
	}

	public function test_a_job_the_engine_has_lost_fails_with_advice(): void {
		$job                = $this->call( 'echo.say', array( 'text' => 'hello' ) );
		$this->engine->jobs = array();
		$this->assertSame( 'job_lost', $this->plugin()->jobs()->collect( $job['id'] )['error']['code'] );
		$this->assertSame( 'queued', $this->plugin()->jobs()->retry( $job['id'] )['status'] );
	}

	public function test_what_breaks_our_side_of_the_contract_is_not_sent(): void {
		$error = $this->assert_error( 'engine_contract', $this->call( 'echo.say', array( 'text' => str_repeat( 'x', 30 ) ) ) );
		$this->assertArrayHasKey( 'text', $error->get_error_data()['fields'] );
		$this->assertSame( array(), $this->engine->jobs );
		$this->assertSame( 0, $this->plugin()->jobs()->list( array(), 1, 1 )['total'] );
	}

	public function test_without_an_engine_no_job_is_made(): void {
		\Igny8\Connection::forget();
		$this->assert_error( 'engine_not_connected', $this->call( 'echo.say', array( 'text' => 'hello' ) ) );
		$this->assertSame( 0, $this->plugin()->jobs()->list( array(), 1, 1 )['total'] );
	}

	public function test_an_answer_to_a_start_that_timed_out_is_found_by_the_retry(): void {
		$this->engine->next( 202, '' ); // The engine took the job, its answer never arrived.
		$error = $this->assert_error( 'engine_garbled', $this->call( 'echo.say', array( 'text' => 'hello' ) ) );
		$first = $this->engine->requests[0]['body']['idempotency_key'];
		$this->plugin()->jobs()->retry( $error->get_error_data()['job_id'] );
		$this->assertSame( $first, $this->engine->requests[1]['body']['idempotency_key'] );
	}
}
