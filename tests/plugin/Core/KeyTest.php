<?php
/**
 * The engine's key is encrypted at rest, never shown, and its loss is told.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Core;

use Igny8\Connection;
use Igny8\Secret;
use Igny8\Tests\FakeEngine;
use Igny8\Tests\TestCase;

final class KeyTest extends TestCase {

	public function test_the_key_is_in_no_row_of_the_database_in_the_clear(): void {
		global $wpdb;
		$this->log_in();
		new FakeEngine( false );
		$this->assertSame( 200, $this->rest( 'POST', 'engine/connect', array( 'url' => FakeEngine::URL, 'key' => FakeEngine::KEY ) )->get_status() );
		foreach ( array( $wpdb->options, $wpdb->usermeta ) as $table ) {
			$this->assertStringNotContainsString( FakeEngine::KEY, wp_json_encode( $wpdb->get_results( $wpdb->prepare( 'SELECT * FROM %i', $table ) ) ) );
		}
		$this->assertStringNotContainsString( 'NotARealKey', wp_json_encode( $wpdb->get_col( "SELECT option_value FROM {$wpdb->options}" ) ) );
	}

	public function test_the_key_is_in_no_answer(): void {
		$this->log_in();
		$engine = new FakeEngine( false );
		$this->rest( 'POST', 'engine/connect', array( 'url' => FakeEngine::URL, 'key' => FakeEngine::KEY ) );
		foreach ( $this->plugin()->operations() as $operation ) {
			if ( 'engine' !== $operation->module || 'engine.disconnect' === $operation->name ) {
				continue;
			}
			$answer = $this->rest( $operation->is_readonly ? 'GET' : 'POST', "engine/{$operation->verb}", array( 'url' => FakeEngine::URL, 'key' => FakeEngine::KEY, 'id' => 1 ) );
			$this->assertStringNotContainsString( 'NotARealKey', wp_json_encode( $answer->get_data() ), $operation->name );
		}
		$this->assertSame( 'Bearer ' . FakeEngine::KEY, $engine->requests[0]['headers']['Authorization'] );
		$this->assertSame( 'igny8_test1234', $this->rest( 'GET', 'engine/status' )->get_data()['key_prefix'] );
	}

	public function test_the_key_is_in_no_dump_and_no_error(): void {
		$connection = Connection::from( FakeEngine::URL, FakeEngine::KEY );
		$this->assertStringNotContainsString( 'NotARealKey', print_r( $connection, true ) ); // phpcs:ignore Generic.PHP.ForbiddenFunctions
		( new FakeEngine( false ) )->is_down();
		$this->assertStringNotContainsString( 'NotARealKey', $this->call( 'engine.connect', array( 'url' => FakeEngine::URL, 'key' => FakeEngine::KEY ) )->get_error_message() );
	}

	public function test_new_salts_ask_for_a_reconnect(): void {
		new FakeEngine();
		add_filter( 'salt', static fn() => 'another salt' );
		$error = $this->assert_error( 'engine_key_unreadable', Connection::stored() );
		$this->assertStringContainsString( 'Reconnect', $error->get_error_message() );
		$this->assertSame( 'engine_key_unreadable', $this->call( 'engine.status' )['error']['code'] );
	}

	public function test_a_damaged_secret_opens_to_nothing(): void {
		$sealed = Secret::seal( 'text' );
		$this->assertSame( 'text', Secret::open( $sealed ) );
		$this->assertNotSame( $sealed, Secret::seal( 'text' ) );
		foreach ( array( '', 'not base64!', 'AAAA', substr( $sealed, 0, -8 ), strrev( $sealed ) ) as $damaged ) {
			$this->assertNull( Secret::open( $damaged ) );
		}
	}

	public function test_a_key_that_does_not_work_is_not_stored(): void {
		( new FakeEngine( false ) )->next( 401, array( 'code' => 'key_invalid', 'message' => 'Unknown key.' ) );
		$error = $this->assert_error( 'engine_refused', $this->call( 'engine.connect', array( 'url' => FakeEngine::URL, 'key' => FakeEngine::KEY ) ) );
		$this->assertStringContainsString( 'Unknown key.', $error->get_error_message() );
		$this->assertSame( 502, $error->get_error_data()['status'], 'A 401 would log our own user out.' );
		$this->assertSame( array(), Connection::summary() );
	}

	public function test_another_server_that_answers_is_not_taken_for_an_engine(): void {
		( new FakeEngine( false ) )->next( 200, array( 'name' => 'Some API' ) );
		$this->assert_error( 'engine_garbled', $this->call( 'engine.connect', array( 'url' => FakeEngine::URL, 'key' => FakeEngine::KEY ) ) );
	}

	/**
	 * @return array<string, array{string, string, string}>
	 */
	public function wrong_connections(): array {
		return array(
			'no scheme'            => array( 'engine.example.com', FakeEngine::KEY, 'url' ),
			'another scheme'       => array( 'file:///etc/passwd', FakeEngine::KEY, 'url' ),
			'user and password'    => array( 'http://a:b@engine.example.com', FakeEngine::KEY, 'url' ),
			'a query'              => array( 'http://engine.example.com/?a=b', FakeEngine::KEY, 'url' ),
			'no key'               => array( FakeEngine::URL, '', 'key' ),
			'a key of another kind' => array( FakeEngine::URL, 'sk-1234567890', 'key' ),
			'a line break in it'   => array( FakeEngine::URL, FakeEngine::KEY . "\r\nX-Evil: 1", 'key' ),
		);
	}

	/**
	 * @dataProvider wrong_connections
	 */
	public function test_a_wrong_address_or_key_is_refused_before_any_request( string $url, string $key, string $field ): void {
		$engine = new FakeEngine( false );
		$error  = $this->assert_error( 'engine_connection_invalid', Connection::from( $url, $key ) );
		$this->assertArrayHasKey( $field, $error->get_error_data()['fields'] );
		$this->assertSame( array(), $engine->requests );
	}
}
