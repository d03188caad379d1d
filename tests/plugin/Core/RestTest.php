<?php
/**
 * Every operation is a REST route with a capability, a checked input and one shape of error.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Core;

use Igny8\Tests\EchoModule;
use Igny8\Tests\FakeEngine;
use Igny8\Tests\TestCase;

final class RestTest extends TestCase {

	public function test_every_route_refuses_strangers_and_subscribers(): void {
		$routes = array();
		foreach ( rest_get_server()->get_routes( 'igny8/v1' ) as $route => $handlers ) {
			foreach ( '/igny8/v1' === $route ? array() : $handlers as $handler ) {
				$routes[] = array( key( $handler['methods'] ), str_replace( array( '/igny8/v1/', '(?P<id>\d+)' ), array( '', '1' ), $route ) );
			}
		}
		$this->assertGreaterThanOrEqual( count( $this->plugin()->operations() ) + 3, count( $routes ) );
		foreach ( $routes as list( $method, $path ) ) {
			wp_set_current_user( 0 );
			$this->assertSame( 401, $this->rest( $method, $path )->get_status(), "{$method} {$path} as a stranger" );
		}
		$this->log_in( 'subscriber' );
		foreach ( $routes as list( $method, $path ) ) {
			$this->assertSame( 403, $this->rest( $method, $path )->get_status(), "{$method} {$path} as a subscriber" );
		}
	}

	public function test_every_operation_is_declared_completely(): void {
		foreach ( $this->plugin()->operations() as $name => $operation ) {
			$this->assertMatchesRegularExpression( '/^[a-z-]+\.[a-z_]+$/', $name );
			$this->assertNotSame( '', $operation->label, $name );
			$this->assertStringEndsWith( '.', $operation->description, $name );
			$this->assertNotSame( 'read', $operation->capability, $name );
			$this->assertSame( 'object', $operation->input['type'] ?? '', $name );
			$this->assertTrue( null !== $operation->run || ( null !== $operation->prepare && null !== $operation->save ), $name );
			foreach ( $operation->input['properties'] ?? array() as $property => $schema ) {
				$this->assertArrayHasKey( 'type', $schema, "{$name} {$property}" );
				$this->assertNotSame( '', $schema['description'] ?? '', "{$name} {$property} has no description" );
			}
			foreach ( $operation->positional as $property ) {
				$this->assertArrayHasKey( $property, $operation->input['properties'], $name );
			}
		}
	}

	/**
	 * @return array<string, array{array<string, mixed>, string}>
	 */
	public function wrong_inputs(): array {
		return array(
			'an unknown property' => array( array( 'id' => 1, 'colour' => 'red' ), '*' ),
			'a wrong type'        => array( array( 'id' => 'one' ), 'id' ),
			'too small'           => array( array( 'id' => 0 ), 'id' ),
			'nothing'             => array( array(), 'id' ),
		);
	}

	/**
	 * @dataProvider wrong_inputs
	 */
	public function test_wrong_input_is_a_400_that_names_the_field( array $input, string $field ): void {
		$this->log_in();
		$answer = $this->rest( 'POST', 'engine/retry-job', $input );
		$this->assertSame( 400, $answer->get_status() );
		$this->assertSame( array( 'code', 'message', 'data' ), array_keys( $answer->get_data() ) );
		$this->assertSame( 'input_invalid', $answer->get_data()['code'] );
		$fields = $answer->get_data()['data']['fields'];
		'*' === $field ? $this->assertCount( 1, $fields ) : $this->assertArrayHasKey( $field, $fields );
	}

	public function test_no_number_is_too_large_for_a_list(): void {
		$this->log_in();
		foreach ( $this->plugin()->operations() as $operation ) {
			if ( isset( $operation->input['properties']['per_page'] ) ) {
				$path = "{$operation->module}/{$operation->verb}";
				$this->assertSame( 400, $this->rest( 'GET', $path, array( 'page' => '1000000000000000000' ) )->get_status(), $path );
				$this->assertLessThan( 500, $this->rest( 'GET', $path, array( 'page' => '1000000', 'per_page' => '100' ) )->get_status(), $path );
			}
		}
	}

	public function test_bad_json_is_a_400(): void {
		$this->log_in();
		$request = new \WP_REST_Request( 'POST', '/igny8/v1/engine/retry-job' );
		$request->set_header( 'Content-Type', 'application/json' );
		$request->set_body( '{"id": ' );
		$this->assertSame( 400, rest_do_request( $request )->get_status() );
	}

	public function test_query_strings_are_read_by_the_schema(): void {
		$this->log_in();
		$answer = $this->rest( 'GET', 'engine/jobs', array( 'status' => 'queued,failed', 'page' => '1', '_locale' => 'user' ) );
		$this->assertSame( 200, $answer->get_status(), wp_json_encode( $answer->get_data() ) );
		$this->assertSame( array( 'jobs' => array(), 'total' => 0 ), $answer->get_data() );
	}

	public function test_a_job_is_answered_with_202_and_can_be_polled_by_who_may_start_it(): void {
		$engine = new FakeEngine();
		$echo   = new EchoModule( $this->plugin() );
		EchoModule::declare_contract();
		$this->add_module( $echo );
		$this->log_in( 'editor' );
		$answer = $this->rest( 'POST', 'echo/say', array( 'text' => 'hello' ) );
		$this->assertSame( 202, $answer->get_status() );
		$this->assertSame( 'queued', $answer->get_data()['status'] );
		$path = "jobs/{$answer->get_data()['id']}";

		$this->log_in( 'author' );
		$this->assertSame( 403, $this->rest( 'GET', $path )->get_status() );
		$this->assertSame( 403, $this->rest( 'GET', 'jobs/999999' )->get_status(), 'Looks the same as a job of others.' );
		$this->assertSame( 403, $this->rest( 'POST', "{$path}/cancel" )->get_status() );

		$this->log_in( 'editor' );
		$engine->finish( array( 'text' => 'hello' ) );
		$answer = $this->rest( 'GET', $path );
		$this->assertSame( 200, $answer->get_status() );
		$this->assertSame( array( 'said' => 'hello' ), $answer->get_data()['result'] );
		$this->log_in( 'administrator' );
		$this->assertSame( 404, $this->rest( 'GET', 'jobs/999999' )->get_status() );
	}

	public function test_an_engine_that_is_away_is_a_503_with_the_job_to_retry(): void {
		$engine = new FakeEngine();
		$this->add_module( new EchoModule( $this->plugin() ) );
		EchoModule::declare_contract();
		$this->log_in( 'editor' );
		$engine->is_down();
		$answer = $this->rest( 'POST', 'echo/say', array( 'text' => 'hello' ) );
		$this->assertSame( 503, $answer->get_status() );
		$job_id = $answer->get_data()['data']['job_id'];
		$this->assertSame( 202, $this->rest( 'POST', "jobs/{$job_id}/retry" )->get_status() );
	}

	public function test_a_database_that_refuses_is_a_500_with_a_reason_and_not_a_crash(): void {
		$echo           = new EchoModule( $this->plugin() );
		$echo->on_count = static fn() => throw new \RuntimeException( 'igny8_jobs: disk full' );
		$this->add_module( $echo );
		$this->log_in( 'editor' );
		$answer = $this->rest( 'POST', 'echo/count' );
		$this->assertSame( 500, $answer->get_status() );
		$this->assertSame( 'operation_failed', $answer->get_data()['code'] );
		$this->assertStringContainsString( 'disk full', $answer->get_data()['message'] );
	}
}
