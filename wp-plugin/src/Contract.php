<?php
/**
 * Holds what goes to the engine and what comes back against the generated schemas in `contracts/operations/`.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * Checking is WordPress' own rest_validate_value_from_schema(): contracts use only keywords that it honours.
 */
final class Contract {

	private const PARAMETER = '/(?:input|output)?(?:\[[^\]\s]+\])+/'; // How WordPress names a nested parameter, wherever its translators put it.

	/**
	 * @var array<string, array{input: array<string, mixed>, output: array<string, mixed>}>
	 */
	private static array $loaded = array();

	/**
	 * Our input for the engine, ready for wp_json_encode(): empty PHP arrays become `{}` where the schema says object.
	 *
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>|\stdClass|\WP_Error
	 */
	public static function input( string $operation, array $input ): array|\stdClass|\WP_Error {
		$schema = self::load( $operation );
		if ( is_wp_error( $schema ) ) {
			return $schema;
		}
		$valid = rest_validate_value_from_schema( $input, $schema['input'], 'input' );
		if ( is_wp_error( $valid ) ) {
			$fields = self::fields( $valid, $input, $schema['input'] );
			/* translators: 1: operation of the engine, 2: what is wrong. */
			$message = sprintf( __( 'What this site wanted to send for %1$s breaks the contract with the engine: %2$s', 'igny8' ), $operation, current( $fields ) );
			return new \WP_Error( 'engine_contract', $message, array( 'status' => 400, 'fields' => $fields ) );
		}
		return self::with_objects( $input, $schema['input'] );
	}

	/**
	 * The engine's answer, or what it breaks. Nothing of a breaking answer may be stored.
	 *
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function output( string $operation, mixed $output ): array|\WP_Error {
		$schema = self::load( $operation );
		if ( is_wp_error( $schema ) ) {
			return $schema;
		}
		$valid = is_array( $output ) ? rest_validate_value_from_schema( $output, $schema['output'], 'output' ) : new \WP_Error( 'rest_invalid_type', 'output is not of type object.' );
		if ( is_wp_error( $valid ) ) {
			$fields = self::fields( $valid, $output, $schema['output'] );
			/* translators: 1: operation of the engine, 2: what is wrong. */
			$message = sprintf( __( 'The engine\'s answer to %1$s breaks the contract, so nothing was saved: %2$s Engine and plugin may be of different versions.', 'igny8' ), $operation, current( $fields ) );
			return new \WP_Error( 'engine_contract', $message, array( 'status' => 502, 'fields' => $fields ) );
		}
		return $output;
	}

	/**
	 * Validates and sanitises a value from outside, with defaults filled in; for operations' inputs and for settings.
	 *
	 * @param array<string, mixed> $values
	 * @param array<string, mixed> $schema Type object. Unknown properties are refused unless it says otherwise.
	 * @param string               $code    Of the error.
	 * @param string               $message Of the error; what is wrong is added.
	 * @return array<string, mixed>|\WP_Error
	 */
	public static function check( array $values, array $schema, string $code, string $message ): array|\WP_Error {
		$schema += array( 'type' => 'object', 'properties' => array(), 'additionalProperties' => false );
		$valid   = rest_validate_value_from_schema( $values, $schema, '' );
		if ( is_wp_error( $valid ) ) {
			$fields = self::fields( $valid, $values, $schema );
			return new \WP_Error( $code, trim( $message . ' ' . current( $fields ) ), array( 'status' => 400, 'fields' => $fields ) );
		}
		$values = rest_sanitize_value_from_schema( $values, $schema, '' );
		foreach ( $schema['properties'] as $name => $property ) {
			if ( ! array_key_exists( $name, $values ) && array_key_exists( 'default', $property ) ) {
				$values[ $name ] = $property['default'];
			}
		}
		return $values;
	}

	/**
	 * Schemas of an operation of the engine.
	 *
	 * @return array{input: array<string, mixed>, output: array<string, mixed>}|\WP_Error
	 */
	public static function load( string $operation ): array|\WP_Error {
		if ( isset( self::$loaded[ $operation ] ) ) {
			return self::$loaded[ $operation ];
		}
		$file   = dirname( __DIR__ ) . '/contracts/operations/' . sanitize_file_name( $operation ) . '.json';
		$schema = is_readable( $file ) ? wp_json_file_decode( $file, array( 'associative' => true ) ) : null;
		if ( ! is_array( $schema ) || ! isset( $schema['input'], $schema['output'] ) ) {
			/* translators: %s: operation of the engine. */
			return new \WP_Error( 'engine_contract', sprintf( __( 'This plugin has no contract for %s: its files are incomplete. Install it again.', 'igny8' ), $operation ), array( 'status' => 500 ) );
		}
		self::$loaded[ $operation ] = $schema;
		return $schema;
	}

	/**
	 * Dotted path → message: WordPress says `output[pages][3][kind]`, the engine and our forms `pages.3.kind`.
	 *
	 * @param mixed                $value  What was checked.
	 * @param array<string, mixed> $schema Against what.
	 * @return array<string, string> `*` for the whole.
	 */
	private static function fields( \WP_Error $error, mixed $value, array $schema ): array {
		$message = $error->get_error_message();
		$path    = match ( true ) {
			! is_array( $value )                                   => '', // No object at all.
			'rest_property_required' === $error->get_error_code()  => self::first_missing( $value, $schema, '' ), // Names the parent only.
			1 === preg_match( self::PARAMETER, $message, $found ) => self::dotted( $found[0] ),
			default                                                => '',
		};
		return array( '' === $path ? '*' : $path => self::message( $error, $path ) );
	}

	/**
	 * @param array<string, mixed> $schema
	 * @return string Path of the first required property that is not there, or ''.
	 */
	private static function first_missing( mixed $value, array $schema, string $path ): string {
		if ( ! is_array( $value ) ) {
			return '';
		}
		foreach ( $schema['properties'] ?? array() as $name => $property ) {
			$is_required = is_array( $schema['required'] ?? null ) ? in_array( $name, $schema['required'], true ) : ! empty( $property['required'] );
			if ( $is_required && ! array_key_exists( $name, $value ) ) {
				return "{$path}{$name}";
			}
		}
		foreach ( $value as $key => $item ) {
			$sub   = array_is_list( $value ) ? ( $schema['items'] ?? array() ) : ( $schema['properties'][ $key ] ?? array() );
			$found = self::first_missing( $item, $sub, "{$path}{$key}." );
			if ( '' !== $found ) {
				return $found;
			}
		}
		return '';
	}

	/**
	 * `[facts][products][0] is …` → `facts.products.0 is …`
	 */
	private static function message( \WP_Error $error, string $path ): string {
		if ( 'rest_property_required' === $error->get_error_code() && '' !== $path ) {
			/* translators: %s: name of a field. */
			return sprintf( __( '%s is required.', 'igny8' ), $path );
		}
		return preg_replace_callback( self::PARAMETER, static fn( array $found ) => self::dotted( $found[0] ), $error->get_error_message() );
	}

	private static function dotted( string $parameter ): string {
		return trim( preg_replace( '/^(input|output)/', '', strtr( $parameter, array( '[' => '.', ']' => '' ) ) ), '.' );
	}

	/**
	 * @param array<string, mixed> $schema
	 */
	private static function with_objects( mixed $value, array $schema ): mixed {
		if ( ! is_array( $value ) ) {
			return $value;
		}
		$types = (array) ( $schema['type'] ?? array() );
		if ( array() === $value ) {
			return in_array( 'object', $types, true ) && ! in_array( 'array', $types, true ) ? new \stdClass() : $value;
		}
		foreach ( $value as $key => $item ) {
			$sub           = array_is_list( $value ) ? ( $schema['items'] ?? array() ) : ( $schema['properties'][ $key ] ?? $schema['additionalProperties'] ?? array() );
			$value[ $key ] = is_array( $sub ) ? self::with_objects( $item, $sub ) : $item;
		}
		return $value;
	}
}
