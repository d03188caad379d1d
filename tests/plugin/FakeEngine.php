<?php
/**
 * Stands in for the engine at the network's edge: answers WordPress' HTTP requests with what a test says.
 *
 * @package Igny8
 */

namespace Igny8\Tests;

use Igny8\Connection;

/**
 * `new FakeEngine()` connects the site to it. It behaves like the real one for `/v1/site` and `/v1/jobs`: equal
 * idempotency keys are one job. `finish()`, `fail()` and `next()` decide what comes.
 */
final class FakeEngine {

	public const URL = 'http://127.0.0.1:8000';
	public const KEY = 'igny8_test1234_NotARealKeyButLongEnough0123456789';

	/**
	 * Every request made, oldest first.
	 *
	 * @var list<array{method: string, path: string, body: array<string, mixed>|null, headers: array<string, string>}>
	 */
	public array $requests = array();

	/**
	 * Jobs by id.
	 *
	 * @var array<string, array<string, mixed>>
	 */
	public array $jobs = array();

	/**
	 * Answers that come before the ordinary ones.
	 *
	 * @var list<mixed>
	 */
	private array $next = array();

	/**
	 * @var array<string, \Closure(array<string, mixed>): array<string, mixed>>
	 */
	private array $inline = array();

	public function __construct( bool $is_connected = true ) {
		add_filter( 'pre_http_request', array( $this, 'filter_pre_http_request' ), 10, 3 );
		if ( $is_connected ) {
			Connection::from( self::URL, self::KEY )->store( 'Test site', 'Test account' );
		}
	}

	/**
	 * What the next requests get instead of an ordinary answer: a WP_Error, or HTTP status and body (an array becomes JSON).
	 */
	public function next( \WP_Error|int $status, array|string $body = '' ): self {
		$this->next[] = is_int( $status ) ? self::response( $status, $body ) : $status;
		return $this;
	}

	public function is_down(): self {
		return $this->next( new \WP_Error( 'http_request_failed', 'cURL error 7: Failed to connect to 127.0.0.1 port 8000' ) );
	}

	public function is_slow(): self {
		return $this->next( new \WP_Error( 'http_request_failed', 'cURL error 28: Operation timed out after 15001 milliseconds' ) );
	}

	/**
	 * Makes an operation answered within the POST.
	 *
	 * @param \Closure(array<string, mixed>): array<string, mixed> $run Input → output.
	 */
	public function answer_inline( string $operation, \Closure $run ): self {
		$this->inline[ $operation ] = $run;
		return $this;
	}

	/**
	 * Finishes the newest job, or every open one.
	 *
	 * @param mixed $output
	 */
	public function finish( mixed $output ): void {
		foreach ( $this->jobs as $id => $job ) {
			if ( in_array( $job['status'], array( 'queued', 'running' ), true ) ) {
				$this->jobs[ $id ] = array( 'status' => 'done', 'output' => $output ) + $job;
			}
		}
	}

	public function fail( string $code, string $message ): void {
		foreach ( $this->jobs as $id => $job ) {
			$this->jobs[ $id ] = array( 'status' => 'failed', 'error' => compact( 'code', 'message' ) ) + $job;
		}
	}

	/**
	 * @param mixed                $answer
	 * @param array<string, mixed> $request
	 */
	public function filter_pre_http_request( mixed $answer, array $request, string $url ): mixed {
		if ( ! str_starts_with( $url, self::URL ) ) {
			return $answer;
		}
		$path             = substr( $url, strlen( self::URL ) );
		$body             = null === $request['body'] ? null : json_decode( $request['body'], true );
		$this->requests[] = array( 'method' => $request['method'], 'path' => $path, 'body' => $body, 'headers' => $request['headers'] );
		return array_shift( $this->next ) ?? self::response( ...$this->ordinary( $request['method'], $path, $body ) );
	}

	/**
	 * @param array<string, mixed>|null $body
	 * @return array{int, array<string, mixed>}
	 */
	private function ordinary( string $method, string $path, ?array $body ): array {
		if ( '/v1/site' === $path ) {
			return array( 200, array( 'site' => array( 'id' => '1', 'name' => 'Test site', 'url' => home_url() ), 'account' => array( 'id' => '1', 'name' => 'Test account' ), 'key' => array( 'prefix' => 'test1234', 'scopes' => array( 'jobs' ) ), 'engine' => array( 'version' => '0.1.0', 'model' => null ) ) );
		}
		if ( str_starts_with( $path, '/v1/sectors' ) ) {
			return array( 200, array( 'sectors' => array( array( 'slug' => 'dog-supplies', 'name' => 'Dog supplies', 'industry' => array( 'slug' => 'pets', 'name' => 'Pets' ), 'site_types' => array( 'ecommerce' ), 'aliases' => array() ) ) ) );
		}
		if ( 'POST' === $method ) {
			return $this->start( $body );
		}
		$id = basename( $path );
		if ( ! isset( $this->jobs[ $id ] ) ) {
			return array( 404, array( 'code' => 'job_not_found', 'message' => 'There is no such job.' ) );
		}
		if ( 'DELETE' === $method && 'done' !== $this->jobs[ $id ]['status'] ) {
			$this->jobs[ $id ]['status'] = 'cancelled';
		}
		return array( 200, $this->jobs[ $id ] );
	}

	/**
	 * @param array<string, mixed> $body
	 * @return array{int, array<string, mixed>}
	 */
	private function start( array $body ): array {
		foreach ( $this->jobs as $job ) {
			if ( $job['key'] === $body['idempotency_key'] && ! in_array( $job['status'], array( 'failed', 'cancelled' ), true ) ) {
				return array( 200, $job );
			}
		}
		$id  = 'job-' . ( count( $this->jobs ) + 1 );
		$run = $this->inline[ $body['operation'] ] ?? null;

		$this->jobs[ $id ] = array(
			'id'        => $id,
			'key'       => $body['idempotency_key'],
			'operation' => $body['operation'],
			'input'     => $body['input'],
			'status'    => null === $run ? 'queued' : 'done',
			'progress'  => array( 'done' => 0, 'total' => 0, 'message' => '' ),
			'output'    => null === $run ? null : $run( $body['input'] ),
			'error'     => null,
		);
		return array( null === $run ? 202 : 200, $this->jobs[ $id ] );
	}

	/**
	 * @param array<string, mixed>|string $body
	 * @return array<string, mixed>
	 */
	private static function response( int $status, array|string $body ): array {
		return array(
			'headers'  => array(),
			'body'     => is_array( $body ) ? wp_json_encode( $body ) : $body,
			'response' => array( 'code' => $status, 'message' => '' ),
			'cookies'  => array(),
			'filename' => null,
		);
	}
}
