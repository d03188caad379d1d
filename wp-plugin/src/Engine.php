<?php
/**
 * The only HTTP to the engine. Every fault comes back as a WP_Error that tells the user what to do.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * Codes: engine_not_connected, engine_key_unreadable, engine_unreachable, engine_timeout, engine_error (5xx),
 * engine_garbled (not JSON), engine_refused (4xx; `data.engine_code` and `data.fields` are the engine's). All but
 * the last may pass by themselves: is_temporary().
 */
final class Engine {

	private const TIMEOUT_S   = 15;               // The engine's own requests end well below; a proxy in between may queue.
	private const LIMIT_BYTES = 16 * 1024 * 1024; // A five-sector blueprint is ~2 MB; anything near this is not an answer.

	/**
	 * @param Connection|null $connection Null: the stored one, looked up at each call so that a reconnect counts at once.
	 */
	public function __construct( private readonly ?Connection $connection = null ) {}

	/**
	 * Starts a job; the same key with the same input returns the same job.
	 *
	 * @param array<string, mixed>|\stdClass $input
	 * @return array<string, mixed>|\WP_Error The engine's job, with output when it was answered inline.
	 */
	public function start( string $operation, array|\stdClass $input, string $idempotency_key, string $request_id ): array|\WP_Error {
		$body = compact( 'operation', 'input', 'idempotency_key' );
		return $this->request( 'POST', '/v1/jobs', $body, $request_id );
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	public function job( string $id, string $request_id = '' ): array|\WP_Error {
		return $this->request( 'GET', '/v1/jobs/' . rawurlencode( $id ), null, $request_id );
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	public function cancel( string $id, string $request_id = '' ): array|\WP_Error {
		return $this->request( 'DELETE', '/v1/jobs/' . rawurlencode( $id ), null, $request_id );
	}

	/**
	 * Sector templates whose name or alias matches.
	 *
	 * @return array{sectors: list<array<string, mixed>>}|\WP_Error
	 */
	public function sectors( string $search, string $industry, int $limit ): array|\WP_Error {
		return $this->request( 'GET', '/v1/sectors?' . http_build_query( array_filter( compact( 'search', 'industry', 'limit' ) ) ) );
	}

	/**
	 * One sector template.
	 *
	 * @return array<string, mixed>|\WP_Error
	 */
	public function sector( string $slug ): array|\WP_Error {
		return $this->request( 'GET', '/v1/sectors/' . rawurlencode( $slug ) );
	}

	/**
	 * Who we are to the engine: the connection test.
	 *
	 * @return array<string, mixed>|\WP_Error
	 */
	public function site(): array|\WP_Error {
		return $this->request( 'GET', '/v1/site' );
	}

	/**
	 * Whether waiting may help: the engine is away or busy, not refusing.
	 */
	public static function is_temporary( \WP_Error $error ): bool {
		return in_array( $error->get_error_code(), array( 'engine_unreachable', 'engine_timeout', 'engine_error', 'engine_garbled', 'engine_busy' ), true );
	}

	/**
	 * @param array<string, mixed>|null $body
	 * @return array<string, mixed>|\WP_Error
	 */
	private function request( string $method, string $path, ?array $body = null, string $request_id = '' ): array|\WP_Error {
		$connection = $this->connection ?? Connection::stored();
		if ( is_wp_error( $connection ) ) {
			return $connection;
		}
		// Not wp_safe_remote_request(): it refuses 127.0.0.1 and ports such as 8000, where a self-hosted engine lives.
		$response = wp_remote_request(
			$connection->url . $path,
			array(
				'method'              => $method,
				'timeout'             => self::TIMEOUT_S,
				'redirection'         => 0,
				'limit_response_size' => self::LIMIT_BYTES,
				'user-agent'          => 'IGNY8/' . VERSION . '; ' . home_url(),
				'headers'             => array_filter(
					array(
						'Authorization' => $connection->authorization(),
						'Accept'        => 'application/json',
						'Content-Type'  => null === $body ? '' : 'application/json',
						'X-Request-Id'  => '' === $request_id ? wp_generate_uuid4() : $request_id,
					)
				),
				'body'                => null === $body ? null : wp_json_encode( $body ),
			)
		);
		return is_wp_error( $response ) ? $this->transport_fault( $response, $connection ) : $this->read( $response );
	}

	private function transport_fault( \WP_Error $error, Connection $connection ): \WP_Error {
		if ( preg_match( '/timed out|timeout|cURL error 28/i', $error->get_error_message() ) ) {
			/* translators: %d: seconds. */
			return $this->fault( 'engine_timeout', sprintf( __( 'The engine did not answer within %d seconds. It may be busy: try again in a minute.', 'igny8' ), self::TIMEOUT_S ), 504 );
		}
		/* translators: 1: address of the engine, 2: technical reason. */
		$message = sprintf( __( 'The engine at %1$s cannot be reached. Check that it runs and that this server may reach it, then try again. (%2$s)', 'igny8' ), $connection->url, $error->get_error_message() );
		return $this->fault( 'engine_unreachable', $message, 503 );
	}

	/**
	 * @param array<string, mixed> $response As wp_remote_request() returns it.
	 * @return array<string, mixed>|\WP_Error
	 */
	private function read( array $response ): array|\WP_Error {
		$status = (int) wp_remote_retrieve_response_code( $response );
		$answer = json_decode( wp_remote_retrieve_body( $response ), true );
		if ( $status >= 500 ) {
			/* translators: %d: HTTP status. */
			return $this->fault( 'engine_error', sprintf( __( 'The engine failed (HTTP %d). Try again; if it stays, look into the engine\'s log.', 'igny8' ), $status ), 502 );
		}
		if ( ! is_array( $answer ) || $status < 200 || ( $status >= 300 && $status < 400 ) ) {
			return $this->fault( 'engine_garbled', __( 'What answered is not an IGNY8 engine, or something between it and this site changes its answers. Check the address under IGNY8 → Settings → Engine.', 'igny8' ), 502 );
		}
		return $status < 400 ? $answer : $this->refusal( $status, $answer );
	}

	/**
	 * @param array<string, mixed> $answer The engine's `{code, message, fields?}`.
	 */
	private function refusal( int $status, array $answer ): \WP_Error {
		$code    = is_string( $answer['code'] ?? null ) ? $answer['code'] : "http_{$status}";
		$reason  = is_string( $answer['message'] ?? null ) ? $answer['message'] : '';
		$fields  = is_array( $answer['fields'] ?? null ) ? $answer['fields'] : array();
		$message = match ( $status ) {
			/* translators: %s: the engine's reason. */
			401, 403 => sprintf( __( 'The engine does not accept this site\'s key. Enter a valid one under IGNY8 → Settings → Engine. (%s)', 'igny8' ), $reason ),
			/* translators: %s: the engine's reason. */
			429      => sprintf( __( 'The engine is asked too often. Try again in a minute. (%s)', 'igny8' ), $reason ),
			/* translators: 1: the engine's reason, 2: its code. */
			default  => sprintf( __( 'The engine refused: %1$s (%2$s)', 'igny8' ), $reason, $code ),
		};
		// A visitor of ours is not unauthorised because our key is: 401 and 403 must not reach the browser as such.
		$ours = in_array( $status, array( 401, 403 ), true ) ? 502 : $status;
		return $this->fault( 429 === $status ? 'engine_busy' : 'engine_refused', $message, $ours, array( 'engine_code' => $code, 'engine_status' => $status, 'fields' => $fields ) );
	}

	/**
	 * @param array<string, mixed> $more
	 */
	private function fault( string $code, string $message, int $status, array $more = array() ): \WP_Error {
		return new \WP_Error( $code, $message, array_filter( array( 'status' => $status ) + $more ) );
	}
}
