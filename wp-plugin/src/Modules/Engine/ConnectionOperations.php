<?php
/**
 * Connect, test and disconnect the engine.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Engine;

use Igny8\Connection;
use Igny8\Engine;
use Igny8\Operation;
use Igny8\Plugin;

final class ConnectionOperations {

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->connect_operation(), $this->status_operation(), $this->disconnect_operation() );
	}

	private function connect_operation(): Operation {
		return new Operation(
			name: 'engine.connect',
			label: __( 'Connect the engine', 'igny8' ),
			description: __( 'Tests an engine\'s address and key, and stores them, the key encrypted, only if they work.', 'igny8' ),
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'url' => array(
						'type'        => 'string',
						'maxLength'   => 300,
						'description' => __( 'Address of the engine, such as https://engine.example.com.', 'igny8' ),
					),
					'key' => array(
						'type'        => 'string',
						'format'      => 'password',
						'maxLength'   => 300,
						'description' => __( 'The key the engine made for this site. On a command line "@file", or "@-" for standard input, keeps it out of the process list.', 'igny8' ),
					),
				),
				'required'   => array( 'url', 'key' ),
			),
			output: $this->status_schema(),
			run: fn( array $input ) => $this->connect( $input['url'], $input['key'] ),
			positional: array( 'url', 'key' ),
		);
	}

	private function status_operation(): Operation {
		return new Operation(
			name: 'engine.status',
			label: __( 'Test the engine', 'igny8' ),
			description: __( 'Asks the engine who this site is to it, and counts the jobs.', 'igny8' ),
			capability: 'edit_others_posts',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: $this->status_schema(),
			run: fn() => $this->status(),
			is_readonly: true,
		);
	}

	private function disconnect_operation(): Operation {
		return new Operation(
			name: 'engine.disconnect',
			label: __( 'Disconnect the engine', 'igny8' ),
			description: __( 'Forgets the engine\'s address and key. Everything made so far stays.', 'igny8' ),
			capability: 'manage_options',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: $this->status_schema(),
			run: function (): array {
				Connection::forget();
				return $this->status();
			},
			is_destructive: true,
		);
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	private function connect( string $url, #[\SensitiveParameter] string $key ): array|\WP_Error {
		$connection = Connection::from( $url, $key );
		if ( is_wp_error( $connection ) ) {
			return $connection;
		}
		$answer = ( new Engine( $connection ) )->site();
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		if ( ! is_string( $answer['site']['name'] ?? null ) || ! is_array( $answer['engine'] ?? null ) ) {
			return new \WP_Error( 'engine_garbled', __( 'Something answered at this address, but it is not an IGNY8 engine. Check the address.', 'igny8' ), array( 'status' => 502 ) );
		}
		$connection->store( $answer['site']['name'], (string) ( $answer['account']['name'] ?? '' ) );
		return $this->describe( true, $answer, null );
	}

	/**
	 * An engine that does not answer is a state, not an error: the screen shows it beside what is stored.
	 *
	 * @return array<string, mixed>
	 */
	private function status(): array {
		$answer = $this->plugin->engine()->site();
		$error  = is_wp_error( $answer ) ? array( 'code' => (string) $answer->get_error_code(), 'message' => $answer->get_error_message() ) : null;
		return $this->describe( null === $error, is_array( $answer ) ? $answer : array(), $error );
	}

	/**
	 * @param array<string, mixed>                        $answer
	 * @param array{code: string, message: string}|null $error
	 * @return array<string, mixed>
	 */
	private function describe( bool $is_working, array $answer, ?array $error ): array {
		$summary = Connection::summary();
		return array(
			'is_connected' => array() !== $summary,
			'is_working'   => $is_working,
			'url'          => $summary['url'] ?? '',
			'key_prefix'   => $summary['key_prefix'] ?? '',
			'site'         => $summary['site'] ?? '',
			'account'      => $summary['account'] ?? '',
			'connected_at' => $summary['connected_at'] ?? '',
			'version'      => (string) ( $answer['engine']['version'] ?? '' ),
			'model'        => (string) ( $answer['engine']['model'] ?? '' ),
			'open_jobs'    => $this->plugin->jobs()->list( array( 'status' => JobsTable::OPEN ), 1, 1 )['total'],
			'error'        => $error,
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private function status_schema(): array {
		return array(
			'type'       => 'object',
			'properties' => array(
				'is_connected' => array( 'type' => 'boolean', 'description' => __( 'Whether an address and key are stored.', 'igny8' ) ),
				'is_working'   => array( 'type' => 'boolean', 'description' => __( 'Whether the engine has just answered.', 'igny8' ) ),
				'url'          => array( 'type' => 'string' ),
				'key_prefix'   => array( 'type' => 'string', 'description' => __( 'The public start of the key.', 'igny8' ) ),
				'site'         => array( 'type' => 'string' ),
				'account'      => array( 'type' => 'string' ),
				'connected_at' => array( 'type' => 'string' ),
				'version'      => array( 'type' => 'string' ),
				'model'        => array( 'type' => 'string' ),
				'open_jobs'    => array( 'type' => 'integer' ),
				'error'        => array( 'type' => array( 'object', 'null' ) ),
			),
		);
	}
}
