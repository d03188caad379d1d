<?php
/**
 * The site's own sector templates: judged, kept, used, exported, imported, deleted.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Blueprint;

use Igny8\Modules\Blueprint\BlueprintsTable;
use Igny8\Modules\Blueprint\Create;
use Igny8\Modules\Blueprint\TemplatesTable;
use Igny8\Tests\FakeEngine;

require_once __DIR__ . '/BlueprintTestCase.php';

final class TemplatesTest extends BlueprintTestCase {

	private FakeEngine $engine;

	protected function setUp(): void {
		parent::setUp();
		$GLOBALS['wpdb']->query( $GLOBALS['wpdb']->prepare( 'DELETE FROM %i', ( new TemplatesTable() )->full_name() ) );
		$this->engine = new FakeEngine();
		$this->engine->answer_inline( 'sag.validate_template', static fn( array $input ) => array( 'faults' => str_contains( $input['template']['name'], 'Faulty' ) ? array( 'too few values', 'no pair' ) : array(), 'attributes' => 5, 'values' => 10 ) );
	}

	public function test_a_template_that_passes_is_kept_listed_and_used_instead_of_the_catalogues(): void {
		$saved = $this->call( 'blueprint.save_template', array( 'template' => self::template() ) );
		$this->assertSame( array( 'falconry', 'user', 5, 10 ), array( $saved['slug'], $saved['origin'], $saved['attributes'], $saved['values'] ), is_wp_error( $saved ) ? $saved->get_error_message() : '' );
		$this->call( 'blueprint.save_template', array( 'template' => array( 'name' => 'Falconry gear' ) + self::template() ) );
		$list = $this->call( 'blueprint.templates' )['templates'];
		$this->assertSame( array( 1, 'Falconry gear' ), array( count( $list ), $list[0]['name'] ) );
		$this->assertTrue( $this->call( 'blueprint.template', array( 'slug' => 'falconry' ) )['is_own'] );

		$input = ( new Create( new BlueprintsTable(), $this->plugin() ) )->prepare( array( 'sectors' => array( 'falconry', 'dog-supplies' ) ) );
		$this->assertSame( array( 'content', array( 'Falconry gear' ) ), array( $input['site_type'], array_column( $input['templates'], 'name' ) ) );
	}

	public function test_a_faulty_one_is_refused_with_every_fault(): void {
		$error = $this->assert_error( 'template_faulty', $this->call( 'blueprint.save_template', array( 'template' => array( 'name' => 'Faulty' ) + self::template() ) ) );
		$this->assertSame( array( 'too few values', 'no pair' ), array_values( $error->get_error_data()['fields'] ) );
		$this->assert_error( 'input_invalid', $this->call( 'blueprint.save_template', array( 'template' => array( 'slug' => 'x' ) ) ) );
		$this->assertSame( array(), $this->call( 'blueprint.templates' )['templates'] );
	}

	public function test_without_a_judge_nothing_is_kept(): void {
		$this->engine->is_down();
		$this->assert_error( 'engine_unreachable', $this->call( 'blueprint.save_template', array( 'template' => self::template() ) ) );
		$this->assertSame( array(), $this->call( 'blueprint.templates' )['templates'] );
	}

	public function test_what_is_exported_can_be_imported_and_replaces_nothing_unasked(): void {
		$this->call( 'blueprint.save_template', array( 'template' => self::template() ) );
		$export = $this->call( 'blueprint.export_template', array( 'slug' => 'falconry' ) );
		$this->assertSame( 'igny8-sector-falconry.json', $export['name'] );
		$this->assert_error( 'template_exists', $this->call( 'blueprint.import_template', array( 'file' => $export ) ) );
		$this->assertSame( 'falconry', $this->call( 'blueprint.import_template', array( 'file' => $export['template'], 'overwrites' => true ) )['slug'] );
		$error = $this->assert_error( 'template_unreadable', $this->call( 'blueprint.import_template', array( 'file' => array( 'hello' => 'world' ) ) ) );
		$this->assertSame( 400, $error->get_error_data()['status'] );
	}

	public function test_a_deleted_one_can_be_put_back(): void {
		$this->call( 'blueprint.save_template', array( 'template' => self::template() ) );
		$deleted = $this->call( 'blueprint.delete_template', array( 'slug' => 'falconry' ) );
		$this->assertSame( array(), $this->call( 'blueprint.templates' )['templates'] );
		$this->assert_error( 'template_not_found', $this->call( 'blueprint.delete_template', array( 'slug' => 'falconry' ) ) );
		$this->assertSame( 'falconry', $this->call( 'blueprint.save_template', array( 'template' => $deleted['template'] ) )['slug'] );
	}

	public function test_a_template_the_engines_model_wrote_is_kept_as_such(): void {
		$this->engine->answer_inline( 'sag.generate_template', static fn() => array( 'template' => array( 'origin' => 'ai_generated' ) + self::template(), 'attempts' => 1 ) );
		$job = $this->call( 'blueprint.generate_template', array( 'name' => 'Falconry', 'site_type' => 'content' ) );
		$this->assertSame( array( 'done', 'ai_generated' ), array( $job['status'], $job['result']['origin'] ?? '' ), (string) wp_json_encode( $job['error'] ) );
		$this->assertSame( 'ai_generated', $this->call( 'blueprint.templates' )['templates'][0]['origin'] );
	}

	public function test_a_generated_template_never_replaces_one_the_owner_has(): void {
		$this->call( 'blueprint.save_template', array( 'template' => array( 'name' => 'My falconry' ) + self::template() ) );
		$this->engine->answer_inline( 'sag.generate_template', static fn() => array( 'template' => array( 'origin' => 'ai_generated' ) + self::template(), 'attempts' => 0 ) );
		$job = $this->call( 'blueprint.generate_template', array( 'name' => 'Falconry', 'site_type' => 'content' ) );
		$this->assertSame( array( 'failed', 'template_exists' ), array( $job['status'], $job['error']['code'] ?? '' ) );
		$this->assertSame( 'My falconry', $this->call( 'blueprint.templates' )['templates'][0]['name'] );
	}

	public function test_saving_tells_others(): void {
		$told = '';
		add_action(
			'igny8/blueprint/template_saved',
			static function ( string $slug ) use ( &$told ): void {
				$told = $slug;
			}
		);
		$this->call( 'blueprint.save_template', array( 'template' => self::template() ) );
		$this->assertSame( 'falconry', $told );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function template(): array {
		$attribute = static fn( int $number ) => array( 'slug' => "axis-{$number}", 'name' => "Axis {$number}", 'level' => 'primary', 'role' => 'category', 'values' => array( array( 'slug' => "a-{$number}", 'label' => "A {$number}" ), array( 'slug' => "b-{$number}", 'label' => "B {$number}" ) ) );
		return array(
			'slug'       => 'falconry',
			'name'       => 'Falconry',
			'site_types' => array( 'content' ),
			'noun'       => array( 'singular' => 'falconry supply', 'plural' => 'falconry supplies' ),
			'attributes' => array_map( $attribute, range( 1, 5 ) ),
		);
	}
}
