<?php
/**
 * Opens every operation and every job under `igny8/v1`.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * Errors are `{code, message, data: {status, fields?}}`. A user without the right learns nothing about the input:
 * permission is checked before it is.
 */
final class Rest {

	public const ROUTES = 'igny8/v1';

	public function __construct( private readonly Plugin $plugin ) {}

	public function register_routes(): void {
		foreach ( $this->plugin->operations() as $operation ) {
			register_rest_route(
				self::ROUTES,
				"/{$operation->module}/{$operation->verb}",
				array(
					'methods'             => $operation->is_readonly ? \WP_REST_Server::READABLE : \WP_REST_Server::CREATABLE,
					'callback'            => fn( \WP_REST_Request $request ) => $this->on_operation( $operation, $request ),
					'permission_callback' => fn() => $this->may( $operation ),
					'args'                => $this->args( $operation ),
				)
			);
		}
		if ( null !== $this->plugin->module( 'engine' ) ) {
			$this->register_job_routes();
		}
	}

	private function register_job_routes(): void {
		$doors = array(
			''        => array( \WP_REST_Server::READABLE, 'collect' ),
			'/cancel' => array( \WP_REST_Server::CREATABLE, 'cancel' ),
			'/retry'  => array( \WP_REST_Server::CREATABLE, 'retry' ),
		);
		foreach ( $doors as $path => list( $methods, $step ) ) {
			register_rest_route(
				self::ROUTES,
				"/jobs/(?P<id>\d+){$path}",
				array(
					'methods'             => $methods,
					'callback'            => fn( \WP_REST_Request $request ) => $this->answer( $this->plugin->jobs()->$step( (int) $request['id'] ), true ),
					'permission_callback' => fn( \WP_REST_Request $request ) => $this->may_see_job( (int) $request['id'] ),
					'args'                => array(
						'id' => array(
							'type'        => 'integer',
							'description' => __( 'Number of the job.', 'igny8' ),
						),
					),
				)
			);
		}
	}

	/**
	 * @return \WP_REST_Response|\WP_Error
	 */
	private function on_operation( Operation $operation, \WP_REST_Request $request ): \WP_REST_Response|\WP_Error {
		$params = $operation->is_readonly ? $request->get_query_params() : (array) ( $request->is_json_content_type() ? $request->get_json_params() : $request->get_body_params() );
		// Added by WordPress and its own script: transport, not input.
		unset( $params['_locale'], $params['rest_route'], $params['_wpnonce'], $params['_method'], $params['_envelope'] );
		$is_download = '' !== $operation->text && ! empty( $params['download'] );
		unset( $params['download'] );
		$answer = $this->answer( $this->plugin->serve( $operation, $params ), $operation->is_job() );
		return $is_download && $answer instanceof \WP_REST_Response ? $this->download( $operation, $answer ) : $answer;
	}

	/**
	 * The file of a result instead of JSON. A browser saves it, never shows it.
	 */
	private function download( Operation $operation, \WP_REST_Response $answer ): \WP_REST_Response {
		$result   = $answer->get_data();
		$response = new \WP_REST_Response( $result[ $operation->text ] );
		$response->header( 'Content-Type', "{$operation->media_type}; charset=utf-8" );
		$response->header( 'Content-Disposition', 'attachment; filename="' . sanitize_file_name( $result['name'] ) . '"' );
		add_filter(
			'rest_pre_serve_request',
			static function ( bool $is_served, \WP_HTTP_Response $served ) use ( $response ): bool {
				if ( $served === $response ) {
					echo $response->get_data(); // phpcs:ignore WordPress.Security.EscapeOutput -- A file, named as such by its headers.
				}
				return $is_served || $served === $response;
			},
			10,
			2
		);
		return $response;
	}

	/**
	 * @param array<string, mixed>|\WP_Error $result
	 */
	private function answer( array|\WP_Error $result, bool $is_job ): \WP_REST_Response|\WP_Error {
		if ( is_wp_error( $result ) ) {
			$data = array_filter( (array) $result->get_error_data() ) + array( 'status' => 400 );
			return new \WP_Error( $result->get_error_code(), $result->get_error_message(), $data );
		}
		return new \WP_REST_Response( $result, $is_job && in_array( $result['status'] ?? '', array( 'queued', 'running' ), true ) ? 202 : 200 );
	}

	private function may( Operation $operation ): bool|\WP_Error {
		return current_user_can( $operation->capability ) ? true : new \WP_Error(
			'rest_forbidden',
			is_user_logged_in() ? __( 'Your account may not do this. Ask an administrator of this site.', 'igny8' ) : __( 'Log in to do this.', 'igny8' ),
			array( 'status' => rest_authorization_required_code() )
		);
	}

	/**
	 * Whoever may start an operation may watch its jobs. Jobs of others' operations look the same as no job at all.
	 */
	private function may_see_job( int $id ): bool|\WP_Error {
		$job       = is_user_logged_in() ? $this->plugin->jobs()->get( $id ) : null;
		$operation = is_array( $job ) ? ( $this->plugin->operations()[ $job['operation'] ] ?? null ) : null;
		if ( null !== $operation ) {
			return $this->may( $operation );
		}
		return is_wp_error( $job ) && current_user_can( 'manage_options' ) ? $job : new \WP_Error( 'rest_forbidden', __( 'Your account may not see this job.', 'igny8' ), array( 'status' => rest_authorization_required_code() ) );
	}

	/**
	 * The schema as route arguments: for the index and OPTIONS only. Checking is done in Plugin::call(), once for all
	 * doors and after the permission; WordPress' own would answer 400 to strangers.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private function args( Operation $operation ): array {
		return array_map(
			static function ( array $property ): array {
				unset( $property['required'], $property['default'] );
				return array( 'validate_callback' => null, 'sanitize_callback' => null ) + $property;
			},
			$operation->input['properties'] ?? array()
		);
	}
}
