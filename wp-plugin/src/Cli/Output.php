<?php
/**
 * Prints results and errors of commands.
 *
 * @package Igny8
 */

namespace Igny8\Cli;

use Igny8\Operation;

/**
 * Operations that make a file print it; operations with rows print them; others print their result as field and value, in JSON and YAML as one object.
 */
final class Output {

	private readonly string $format;

	/**
	 * @param array<string, string|bool> $assoc_args
	 */
	public function __construct( private readonly array $assoc_args ) {
		$this->format = (string) ( $assoc_args['format'] ?? 'table' );
	}

	/**
	 * @param array<string, mixed> $result
	 */
	public function print( Operation $operation, array $result ): void {
		if ( '' !== $operation->text && 'table' === $this->format && ! isset( $this->assoc_args['fields'] ) ) {
			fwrite( STDOUT, $result[ $operation->text ] ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A file, to the last byte.
			return;
		}
		if ( '' !== $operation->rows && isset( $result[ $operation->rows ] ) ) {
			$rows = array_map( static fn( $row ) => (array) $row, $result[ $operation->rows ] );
			$this->rows( $rows, array() === $operation->columns ? array_keys( $rows[0] ?? array() ) : $operation->columns );
			return;
		}
		$this->object( $result );
	}

	/**
	 * @param list<array<string, mixed>> $rows
	 * @param list<string>               $columns
	 */
	public function rows( array $rows, array $columns ): void {
		$columns = isset( $this->assoc_args['fields'] ) ? array_map( 'trim', explode( ',', (string) $this->assoc_args['fields'] ) ) : $columns;
		if ( in_array( $this->format, array( 'table', 'csv' ), true ) ) {
			$rows = array_map( static fn( array $row ) => array_map( array( self::class, 'cell' ), $row ), $rows );
		}
		$rows = array_map( static fn( array $row ) => $row + array_fill_keys( $columns, null ), $rows );
		\WP_CLI\Utils\format_items( $this->format, $rows, $columns );
	}

	/**
	 * @param array<string, mixed> $result
	 */
	public function object( array $result ): void {
		if ( isset( $this->assoc_args['fields'] ) ) {
			$result = array_intersect_key( $result, array_flip( array_map( 'trim', explode( ',', (string) $this->assoc_args['fields'] ) ) ) );
		}
		if ( 'json' === $this->format ) {
			\WP_CLI::line( (string) wp_json_encode( (object) $result, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) );
			return;
		}
		if ( 'yaml' === $this->format ) {
			\WP_CLI::print_value( $result, array( 'format' => 'yaml' ) );
			return;
		}
		$rows = array();
		foreach ( $result as $field => $value ) {
			$rows[] = array( 'field' => $field, 'value' => self::cell( $value ) );
		}
		\WP_CLI\Utils\format_items( $this->format, $rows, array( 'field', 'value' ) );
	}

	/**
	 * Ends the command with status 1 and says why on STDERR.
	 */
	public static function fail( \WP_Error $error ): never {
		$data = (array) $error->get_error_data();
		foreach ( (array) ( $data['fields'] ?? array() ) as $field => $reason ) {
			$reason = is_string( $reason ) ? $reason : wp_json_encode( $reason );
			str_contains( $error->get_error_message(), $reason ) || \WP_CLI::warning( "{$field}: {$reason}" );
		}
		if ( isset( $data['job_id'] ) ) {
			/* translators: %d: number of the job. */
			\WP_CLI::warning( sprintf( __( 'Job %1$d is kept: wp igny8 engine retry-job %1$d', 'igny8' ), $data['job_id'] ) );
		}
		\WP_CLI::error( $error->get_error_message() . " [{$error->get_error_code()}]", false );
		exit( 1 );
	}

	private static function cell( mixed $value ): string {
		return match ( true ) {
			is_bool( $value ) => $value ? 'yes' : 'no',
			is_object( $value ) => self::cell( (array) $value ),
			is_array( $value ) && isset( $value['message'] ) => (string) $value['message'],
			is_array( $value ) && array_filter( $value, 'is_scalar' ) === $value => implode( ', ', array_map( static fn( $key, $item ) => ( is_int( $key ) ? '' : "{$key} " ) . self::cell( $item ), array_keys( $value ), $value ) ),
			null === $value, is_scalar( $value ) => (string) $value,
			default => (string) wp_json_encode( $value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ),
		};
	}
}
