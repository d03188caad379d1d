<?php
/**
 * Turns an operation's schema into a command's synopsis, and a command line into the operation's input.
 *
 * @package Igny8
 */

namespace Igny8\Cli;

use Igny8\Operation;

/**
 * Properties become options with dashes: `max_pages` is `--max-pages`. Lists are written with commas, objects as JSON;
 * `@file` (or `@-` for standard input) stands for the file's content where JSON, a secret or a file is expected.
 */
final class Arguments {

	private const FORMATS = array( 'table', 'json', 'csv', 'yaml' );

	private const GLOBALS = array( 'path', 'url', 'ssh', 'http', 'user', 'require', 'exec', 'context', 'debug', 'prompt', 'quiet', 'color' ); // WP-CLI's own options: not ours to read.

	public function __construct( private readonly Operation $operation ) {}

	/**
	 * @return list<array<string, mixed>> As WP_CLI::add_command() takes it.
	 */
	public function synopsis(): array {
		$synopsis = array();
		$options  = $this->operation->input['properties'] ?? array();
		foreach ( $this->operation->positional as $name ) {
			$synopsis[] = array(
				'type'        => 'positional',
				'name'        => $name,
				'description' => $options[ $name ]['description'] ?? '',
				'optional'    => true, // May be given by name too; what is missing is told from the schema.
				'repeating'   => $this->is( $name, 'array' ),
			);
		}
		$options = array_diff_key( $options, array_flip( self::GLOBALS ) );
		foreach ( $options as $name => $schema ) {
			$synopsis[] = array(
				'type'        => $this->is( $name, 'boolean' ) ? 'flag' : 'assoc',
				'name'        => strtr( $name, '_', '-' ),
				'description' => $schema['description'] ?? '',
				'optional'    => ! $this->is_required( $name ) || in_array( $name, $this->operation->positional, true ),
			) + ( isset( $schema['enum'] ) ? array( 'options' => $schema['enum'] ) : array() );
		}
		if ( $this->operation->is_destructive ) {
			$synopsis[] = array( 'type' => 'flag', 'name' => 'yes', 'description' => __( 'Do not ask.', 'igny8' ), 'optional' => true );
		}
		return array( ...$synopsis, ...self::output_options() );
	}

	/**
	 * The options every command has.
	 *
	 * @return list<array<string, mixed>>
	 */
	public static function output_options(): array {
		return array(
			array( 'type' => 'assoc', 'name' => 'format', 'description' => __( 'How to print the result.', 'igny8' ), 'optional' => true, 'default' => 'table', 'options' => self::FORMATS ),
			array( 'type' => 'assoc', 'name' => 'fields', 'description' => __( 'Which fields to print, with commas between them.', 'igny8' ), 'optional' => true ),
		);
	}

	/**
	 * @param list<string>                $args
	 * @param array<string, string|bool> $assoc_args
	 * @return array<string, mixed>|\WP_Error Raw input: Plugin::call() checks it.
	 */
	public function input( array $args, array $assoc_args ): array|\WP_Error {
		$given = array();
		foreach ( $this->operation->positional as $index => $name ) {
			if ( isset( $args[ $index ] ) ) {
				$given[ $name ] = $this->is( $name, 'array' ) ? implode( ',', array_slice( $args, $index ) ) : $args[ $index ];
			}
		}
		unset( $assoc_args['format'], $assoc_args['fields'], $assoc_args['yes'] );
		foreach ( $assoc_args as $name => $value ) {
			$given[ strtr( $name, '-', '_' ) ] = $value;
		}
		foreach ( $given as $name => $value ) {
			$value = is_string( $value ) ? $this->parse( $name, $value ) : $value;
			if ( is_wp_error( $value ) ) {
				return $value;
			}
			$given[ $name ] = $value;
		}
		return $given;
	}

	private function parse( string $name, string $value ): mixed {
		if ( in_array( $this->operation->input['properties'][ $name ]['format'] ?? '', array( 'csv', 'json' ), true ) && ! preg_match( '/^[\[{]/', $value ) ) {
			return TextFile::read( $value );
		}
		$is_json = $this->is( $name, 'object' ) || ( $this->is( $name, 'array' ) && preg_match( '/^[\[{]/', $value ) );
		$is_file = str_starts_with( $value, '@' ) && ( $is_json || $this->is( $name, 'array' ) || 'password' === ( $this->operation->input['properties'][ $name ]['format'] ?? '' ) );
		if ( $is_file ) {
			$path = substr( $value, 1 );
			// A path named by whoever sits at the command line, who can read it anyway.
			$value = '-' === $path || is_readable( $path ) ? trim( (string) file_get_contents( '-' === $path ? 'php://stdin' : $path ) ) : null; // phpcs:ignore WordPress.WP.AlternativeFunctions -- A file or a pipe that whoever typed the command named.
			if ( null === $value ) {
				/* translators: %s: path of a file. */
				return new \WP_Error( 'file_unreadable', sprintf( __( 'The file %s cannot be read.', 'igny8' ), $path ) );
			}
			$is_json = $is_json || preg_match( '/^\s*[\[{]/', $value );
		}
		if ( $is_json ) {
			$decoded = json_decode( $value, true );
			/* translators: 1: name of an option, 2: technical reason. */
			return is_array( $decoded ) ? $decoded : new \WP_Error( 'json_invalid', sprintf( __( '--%1$s is not valid JSON: %2$s', 'igny8' ), strtr( $name, '_', '-' ), json_last_error_msg() ) );
		}
		return $this->is( $name, 'array' ) ? array_values( array_filter( array_map( 'trim', preg_split( '/[,\n]/', $value ) ), 'strlen' ) ) : $value;
	}

	private function is( string $name, string $type ): bool {
		return in_array( $type, (array) ( $this->operation->input['properties'][ $name ]['type'] ?? array() ), true );
	}

	private function is_required( string $name ): bool {
		$required = $this->operation->input['required'] ?? array();
		return is_array( $required ) && in_array( $name, $required, true ) || true === ( $this->operation->input['properties'][ $name ]['required'] ?? false );
	}
}
