<?php
/**
 * Command lines become input, schemas become help, long work is carried to its end.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Core;

use Igny8\Cli\Arguments;
use Igny8\Cli\Execution;
use Igny8\Operation;
use Igny8\Tests\EchoModule;
use Igny8\Tests\FakeEngine;
use Igny8\Tests\TestCase;

final class CliTest extends TestCase {

	public function test_no_option_of_an_operation_is_lost_to_wp_clis_own(): void {
		$taken = array( 'path', 'url', 'ssh', 'http', 'user', 'require', 'exec', 'context', 'debug', 'prompt', 'quiet', 'color', 'format', 'fields', 'yes' );
		foreach ( $this->plugin()->operations() as $operation ) {
			$options = array_diff( array_keys( $operation->input['properties'] ?? array() ), $operation->positional );
			$this->assertSame( array(), array_intersect( $options, $taken ), $operation->name );
		}
	}

	public function test_positional_arguments_may_be_given_by_name_too(): void {
		$arguments = new Arguments( $this->plugin()->operations()['engine.connect'] );
		$expected  = array( 'url' => 'http://127.0.0.1', 'key' => 'k' );
		$this->assertSame( $expected, $arguments->input( array( 'http://127.0.0.1', 'k' ), array( 'format' => 'json' ) ) );
		$this->assertSame( $expected, $arguments->input( array( 'http://127.0.0.1' ), array( 'key' => 'k' ) ) );
	}

	public function test_lists_objects_flags_and_files_are_read(): void {
		$file = tempnam( sys_get_temp_dir(), 'igny8' );
		file_put_contents( $file, '{"brands": ["Acme"]}' );
		$arguments = new Arguments( $this->operation() );
		$input     = $arguments->input( array( 'a', 'b,c' ), array( 'max-pages' => '5', 'facts' => "@{$file}", 'dry-run' => true ) );
		$this->assertSame( array( 'sectors' => array( 'a', 'b', 'c' ), 'max_pages' => '5', 'facts' => array( 'brands' => array( 'Acme' ) ), 'dry_run' => true ), $input );
		$this->assertSame( array( 'facts' => array( 'x' => 1 ) ), $arguments->input( array(), array( 'facts' => '{"x": 1}' ) ) );
		$this->assertSame( array( 'edits' => array( array( 'a' => 1 ) ) ), $arguments->input( array(), array( 'edits' => '[{"a": 1}]' ) ) );
		$this->assert_error( 'json_invalid', $arguments->input( array(), array( 'facts' => '{x' ) ) );
		$this->assert_error( 'file_unreadable', $arguments->input( array(), array( 'facts' => '@/no/such/file' ) ) );
		unlink( $file );
	}

	public function test_the_synopsis_is_made_from_the_schema(): void {
		$synopsis = array_column( ( new Arguments( $this->operation() ) )->synopsis(), null, 'name' );
		$this->assertSame( 'flag', $synopsis['dry-run']['type'] );
		$this->assertSame( 'assoc', $synopsis['max-pages']['type'] );
		$this->assertSame( array( 'table', 'json', 'csv', 'yaml' ), $synopsis['format']['options'] );
		$this->assertSame( 'flag', $synopsis['yes']['type'] );
		$this->assertFalse( $synopsis['max-pages']['optional'] );
	}

	public function test_steps_are_repeated_until_nothing_remains_and_added_up(): void {
		$echo            = new EchoModule( $this->plugin() );
		$echo->remaining = 4;
		$this->add_module( $echo );
		$result = ( new Execution( $this->plugin() ) )->complete( $this->plugin()->operations()['echo.count'], array() );
		$this->assertSame( array( 'done' => 10, 'total' => 10, 'remaining' => 0, 'counted' => 4 ), $result );
	}

	public function test_a_job_is_waited_for(): void {
		$engine = new FakeEngine();
		EchoModule::declare_contract();
		$this->add_module( new EchoModule( $this->plugin() ) );
		$engine->answer_inline( 'echo.say', static fn( array $input ) => array( 'text' => $input['text'] ) );
		$execution = new Execution( $this->plugin() );
		$this->assertSame( array( 'said' => 'hello' ), $execution->complete( $this->plugin()->operations()['echo.say'], array( 'text' => 'hello' ) ) );
		$engine->is_down();
		$this->assert_error( 'engine_unreachable', $execution->complete( $this->plugin()->operations()['echo.say'], array( 'text' => 'bye' ) ) );
	}

	private function operation(): Operation {
		return new Operation(
			name: 'echo.try',
			label: 'Try',
			description: 'Has every kind of property.',
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'sectors'   => array( 'type' => 'array', 'items' => array( 'type' => 'string' ) ),
					'max_pages' => array( 'type' => 'integer' ),
					'facts'     => array( 'type' => 'object' ),
					'edits'     => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
					'dry_run'   => array( 'type' => 'boolean' ),
				),
				'required'   => array( 'max_pages' ),
			),
			output: array( 'type' => 'object' ),
			run: static fn() => array(),
			is_destructive: true,
			positional: array( 'sectors' ),
		);
	}
}
