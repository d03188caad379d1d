<?php
/**
 * What every test of the plugin stands on: a transaction that is rolled back, hooks that are put back, users, REST calls.
 *
 * @package Igny8
 */

namespace Igny8\Tests;

use Igny8\Plugin;

/**
 * Tests must not create or drop tables: MariaDB would commit.
 */
abstract class TestCase extends \PHPUnit\Framework\TestCase {

	/**
	 * Hooks as WordPress had them after boot.
	 *
	 * @var array<string, \WP_Hook>
	 */
	private array $hooks = array();

	private array $modules = array();

	protected function setUp(): void {
		global $wpdb, $wp_filter;
		$this->hooks   = array_map( static fn( \WP_Hook $hook ) => clone $hook, $wp_filter );
		$this->modules = $this->modules_property()->getValue( $this->plugin() );
		$wpdb->query( 'START TRANSACTION' );
		$this->forget();
	}

	protected function tearDown(): void {
		global $wpdb, $wp_filter;
		$wpdb->query( 'ROLLBACK' );
		$wp_filter = $this->hooks; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- Back to what it was.
		$this->modules_property()->setValue( $this->plugin(), $this->modules );
		$this->forget();
	}

	protected function plugin(): Plugin {
		return Plugin::instance();
	}

	/**
	 * Logs a user of a role in: administrator, editor, author, contributor or subscriber.
	 */
	protected function log_in( string $role = 'administrator' ): int {
		$user_id = wp_insert_user(
			array(
				'user_login' => uniqid( $role ),
				'user_pass'  => 'password',
				'user_email' => uniqid() . '@example.com',
				'role'       => $role,
			)
		);
		wp_set_current_user( $user_id );
		return $user_id;
	}

	/**
	 * A REST call inside this process: `$this->rest( 'POST', 'engine/connect', array( … ) )`.
	 *
	 * @param array<string, mixed> $params Query of a GET, JSON body of everything else.
	 */
	protected function rest( string $method, string $path, array $params = array() ): \WP_REST_Response {
		$request = new \WP_REST_Request( $method, "/igny8/v1/{$path}" );
		if ( 'GET' === $method ) {
			$request->set_query_params( $params );
		} else {
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( wp_json_encode( $params ) );
		}
		return rest_do_request( $request );
	}

	/**
	 * Runs an operation past the doors.
	 *
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\WP_Error
	 */
	protected function call( string $operation, array $input = array() ): array|\WP_Error {
		return $this->plugin()->call( $this->plugin()->operations()[ $operation ], $input );
	}

	/**
	 * Adds a module for this test: operations to try the core with.
	 */
	protected function add_module( \Igny8\Module $module ): void {
		$this->modules_property()->setValue( $this->plugin(), $this->modules_property()->getValue( $this->plugin() ) + array( $module->slug() => $module ) );
		$this->forget();
	}

	/**
	 * Asserts that a result is an error of this code, and gives it.
	 */
	protected function assert_error( string $code, mixed $result ): \WP_Error {
		$this->assertInstanceOf( \WP_Error::class, $result, is_array( $result ) ? (string) wp_json_encode( $result ) : '' );
		$this->assertSame( $code, $result->get_error_code(), $result->get_error_message() );
		return $result;
	}

	/**
	 * Caches of the request: options, roles, REST routes, the list of operations, the user.
	 */
	private function forget(): void {
		global $wp_rest_server;
		$wp_rest_server = null; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- Routes are made again at the next call.
		( new \ReflectionProperty( Plugin::class, 'operations' ) )->setValue( $this->plugin(), null );
		wp_cache_flush();
		wp_roles()->for_site(); // Reads what the roles may from the database again.
		wp_set_current_user( 0 );
	}

	private function modules_property(): \ReflectionProperty {
		return new \ReflectionProperty( Plugin::class, 'modules' );
	}
}
