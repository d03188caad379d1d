<?php
/**
 * A module for tests: one job of the engine, one operation in steps, so that the core is tried without the real modules.
 *
 * @package Igny8
 */

namespace Igny8\Tests;

use Igny8\Operation;

final class EchoModule extends \Igny8\Module {

	/**
	 * What the save callback was given, oldest first.
	 *
	 * @var list<array<string, mixed>>
	 */
	public array $saved = array();

	/**
	 * Runs in the save callback before it returns; throws or returns an error where a test wants that.
	 */
	public ?\Closure $on_save = null;

	/**
	 * Runs in `echo.count` instead of a step.
	 */
	public ?\Closure $on_count = null;

	/**
	 * Steps that `echo.count` still has to do.
	 */
	public int $remaining = 0;

	/**
	 * The contract of `echo.say` as if it stood in contracts/operations/.
	 */
	public static function declare_contract(): void {
		$text     = array(
			'type'                 => 'object',
			'properties'           => array(
				'text'  => array( 'type' => 'string', 'maxLength' => 20 ),
				'facts' => array( 'type' => 'object', 'properties' => array( 'brands' => array( 'type' => 'array', 'items' => array( 'type' => 'string' ) ) ) ),
			),
			'required'             => array( 'text' ),
			'additionalProperties' => false,
		);
		$property = new \ReflectionProperty( \Igny8\Contract::class, 'loaded' );
		$property->setValue( null, array( 'echo.say' => array( 'input' => $text, 'output' => $text ) ) + $property->getValue() );
	}

	public function slug(): string {
		return 'echo';
	}

	public function label(): string {
		return 'Echo';
	}

	public function description(): string {
		return 'For tests.';
	}

	public function settings(): array {
		return array(
			'volume' => array( 'type' => 'integer', 'minimum' => 0, 'maximum' => 11, 'default' => 5 ),
			'tags'   => array( 'type' => 'array', 'items' => array( 'type' => 'string' ), 'default' => array() ),
		);
	}

	public function operations(): array {
		return array(
			new Operation(
				name: 'echo.say',
				label: 'Say',
				description: 'Has the engine repeat a text.',
				capability: 'edit_others_posts',
				input: array( 'type' => 'object', 'properties' => array( 'text' => array( 'type' => 'string', 'minLength' => 1 ) ), 'required' => array( 'text' ) ),
				output: array( 'type' => 'object' ),
				engine_operation: 'echo.say',
				prepare: static fn( array $input ) => array( 'text' => $input['text'], 'facts' => array() ),
				save: fn( array $output, array $input ) => $this->save( $output ),
			),
			new Operation(
				name: 'echo.count',
				label: 'Count',
				description: 'Works in steps.',
				capability: 'edit_others_posts',
				input: array( 'type' => 'object', 'properties' => array( 'dry_run' => array( 'type' => 'boolean', 'default' => false ), 'times' => array( 'type' => 'integer' ) ) ),
				output: array( 'type' => 'object' ),
				run: fn() => $this->on_count ? ( $this->on_count )() : array( 'done' => 10 - --$this->remaining, 'total' => 10, 'remaining' => $this->remaining, 'counted' => 1 ),
				has_progress: true,
			),
		);
	}

	/**
	 * @param array<string, mixed> $output
	 * @return array<string, mixed>|\WP_Error
	 */
	private function save( array $output ): array|\WP_Error {
		$result = null === $this->on_save ? null : ( $this->on_save )();
		if ( is_wp_error( $result ) ) {
			return $result;
		}
		$this->saved[] = $output;
		return array( 'said' => $output['text'] );
	}
}
