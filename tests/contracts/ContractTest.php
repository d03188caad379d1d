<?php
/**
 * The plugin's half of the seam: WordPress' validator honours every keyword of the generated contracts, and accepts the examples.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Contracts;

use Igny8\Contract;
use Igny8\Tests\TestCase;

final class ContractTest extends TestCase {

	private const FOLDER = __DIR__ . '/../../engine/contracts';

	/**
	 * Told to people, not checked: harmless where WordPress ignores them.
	 */
	private const REMARKS = array( 'default', 'discriminator', 'required', 'example', 'examples', '$schema' );

	/**
	 * @return array<string, array{string}>
	 */
	public function operations(): array {
		$names = array_map( static fn( string $file ) => basename( $file, '.json' ), glob( self::FOLDER . '/operations/*.json' ) );
		return array_combine( $names, array_map( static fn( string $name ) => array( $name ), $names ) );
	}

	public function test_every_operation_the_plugin_uses_has_a_contract(): void {
		foreach ( $this->plugin()->operations() as $operation ) {
			$operation->is_job() && $this->assertIsArray( Contract::load( $operation->engine_operation ), $operation->engine_operation );
		}
	}

	/**
	 * @dataProvider operations
	 */
	public function test_the_contract_uses_only_what_wordpress_checks( string $name ): void {
		$contract = Contract::load( $name );
		$this->assertSame( array(), $this->unknown_keywords( $contract['input'], 'input' ) );
		$this->assertSame( array(), $this->unknown_keywords( $contract['output'], 'output' ) );
	}

	/**
	 * @dataProvider operations
	 */
	public function test_the_examples_are_accepted( string $name ): void {
		$files = array_merge( glob( self::FOLDER . "/examples/{$name}.json" ), glob( self::FOLDER . "/examples/{$name}-*.json" ) );
		$this->assertNotSame( array(), $files, "{$name} has no example." );
		foreach ( $files as $file ) {
			$example = json_decode( file_get_contents( $file ), true );
			$input   = Contract::input( $name, $example['input'] );
			$this->assertFalse( is_wp_error( $input ), basename( $file ) . ': ' . ( is_wp_error( $input ) ? $input->get_error_message() : '' ) );
			$this->assertSame( json_encode( json_decode( file_get_contents( $file ) )->input ), json_encode( $input ), 'Empty objects and lists survive PHP.' ); // phpcs:ignore Generic.PHP.ForbiddenFunctions
			$output = Contract::output( $name, $example['output'] );
			$this->assertFalse( is_wp_error( $output ), basename( $file ) . ': ' . ( is_wp_error( $output ) ? $output->get_error_message() : '' ) );
		}
	}

	/**
	 * @dataProvider operations
	 */
	public function test_an_unknown_property_breaks_the_contract( string $name ): void {
		$file    = self::FOLDER . "/examples/{$name}.json";
		$example = json_decode( file_get_contents( $file ), true );
		$this->assert_error( 'engine_contract', Contract::output( $name, array( 'surprise' => 1 ) + $example['output'] ) );
		$this->assert_error( 'engine_contract', Contract::input( $name, array( 'surprise' => 1 ) + $example['input'] ) );
	}

	/**
	 * @param array<string, mixed> $schema
	 * @return list<string>
	 */
	private function unknown_keywords( array $schema, string $path ): array {
		$known   = array_merge( rest_get_allowed_schema_keywords(), self::REMARKS );
		$unknown = array_map( static fn( string $keyword ) => "{$path}: {$keyword}", array_diff( array_keys( $schema ), $known ) );
		foreach ( $schema['properties'] ?? array() as $name => $property ) {
			array_push( $unknown, ...$this->unknown_keywords( $property, "{$path}.{$name}" ) );
		}
		foreach ( array( 'items', 'additionalProperties' ) as $keyword ) {
			is_array( $schema[ $keyword ] ?? null ) && array_push( $unknown, ...$this->unknown_keywords( $schema[ $keyword ], "{$path}.{$keyword}" ) );
		}
		foreach ( array( 'anyOf', 'oneOf' ) as $keyword ) {
			foreach ( $schema[ $keyword ] ?? array() as $index => $choice ) {
				array_push( $unknown, ...$this->unknown_keywords( $choice, "{$path}.{$keyword}.{$index}" ) );
			}
		}
		return array_values( $unknown );
	}
}
