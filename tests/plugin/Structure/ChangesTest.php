<?php
/**
 * The owner's changes: they wait, can be taken back, become a new version, and never touch the one that is there.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Structure;

use Igny8\Modules\Structure\Edits;
use Igny8\Modules\Structure\PendingTable;
use Igny8\Tests\Blueprint\BlueprintTestCase;
use Igny8\Tests\Blueprint\Sample;
use Igny8\Tests\FakeEngine;

require_once dirname( __DIR__ ) . '/Blueprint/BlueprintTestCase.php';

final class ChangesTest extends BlueprintTestCase {

	/**
	 * What the engine was asked to build, newest last.
	 *
	 * @var list<array<string, mixed>>
	 */
	private array $built = array();

	private ?FakeEngine $engine = null;

	protected function setUp(): void {
		parent::setUp();
		( new PendingTable() )->delete( array( 'kind' => PendingTable::REBUILD ) );
		foreach ( PendingTable::KINDS as $kind ) {
			( new PendingTable() )->delete( array( 'kind' => $kind ) );
		}
		$this->engine = new FakeEngine();
		$this->engine->answer_inline( 'sag.build_blueprint', fn( array $input ) => $this->build( $input ) );
	}

	public function test_nothing_can_be_changed_without_a_blueprint(): void {
		$this->assertSame( array( 'version' => 0, 'status' => '', 'waiting' => 0, 'changes' => array() ), $this->call( 'structure.changes' ) );
		$this->assert_error( 'blueprint_not_found', $this->call( 'structure.edit', array( 'attribute' => 'material', 'is_dropped' => true ) ) );
		$this->assert_error( 'blueprint_not_found', $this->call( 'structure.decide', array( 'action' => 'drop', 'cluster' => 'beds' ) ) );
		$this->assert_error( 'blueprint_not_found', $this->call( 'structure.rebuild' ) );
	}

	public function test_an_edit_becomes_single_changes_in_words(): void {
		$this->store( Sample::document() );
		$result = $this->call( 'structure.edit', array( 'attribute' => 'material', 'name' => 'Fabric', 'add_values' => array( 'Hemp', 'Cork' ), 'drop_values' => array( 'nylon' ), 'rename_values' => array( array( 'value' => 'leather', 'label' => 'Real leather' ) ) ) );
		$this->assertSame(
			array( 'Rename the attribute "Material" to "Fabric"', 'Add "Hemp" to Material', 'Add "Cork" to Material', 'Drop "Nylon" from Material', 'Rename "Leather" to "Real leather" in Material' ),
			array_column( $result['changes'], 'text' )
		);
		$this->assertSame( array( 5, array( 'pending' ) ), array( $result['waiting'], array_values( array_unique( array_column( $result['changes'], 'state' ) ) ) ) );
	}

	public function test_each_change_can_be_taken_back(): void {
		$this->store( Sample::document() );
		$changes = $this->call( 'structure.edit', array( 'attribute' => 'material', 'add_values' => array( 'Hemp', 'Cork' ) ) )['changes'];
		$left    = $this->call( 'structure.undo', array( 'ids' => array( $changes[0]['id'] ) ) );
		$this->assertSame( array( 'Add "Cork" to Material' ), array_column( $left['changes'], 'text' ) );
		$this->assert_error( 'change_not_found', $this->call( 'structure.undo', array( 'ids' => array( $changes[0]['id'] ) ) ) );
		$this->assertSame( 0, $this->call( 'structure.undo', array( 'all' => true ) )['waiting'] );
	}

	public function test_a_second_name_replaces_the_first(): void {
		$this->store( Sample::document() );
		foreach ( array( 'Beds for dogs', 'Dog sofas' ) as $title ) {
			$result = $this->call( 'structure.decide', array( 'action' => 'rename', 'cluster' => 'beds', 'title' => $title ) );
		}
		$this->assertSame( array( 'Rename "Dog beds" to "Dog sofas"' ), array_column( $result['changes'], 'text' ) );
	}

	public function test_an_attribute_that_is_not_added_after_all_takes_its_values_along(): void {
		$this->store( Sample::document() );
		$changes = $this->call( 'structure.edit', array( 'name' => 'Dog age', 'role' => 'audience', 'add_values' => array( 'Puppies' ) ) )['changes'];
		$this->assertSame( array( 'Add the attribute "Dog age" (secondary)', 'Add "Puppies" to Dog age' ), array_column( $changes, 'text' ) );
		$this->assertSame( 0, $this->call( 'structure.undo', array( 'ids' => array( $changes[0]['id'] ) ) )['waiting'] );
	}

	/**
	 * @return array<string, array{string, array<string, mixed>}>
	 */
	public static function nonsense(): array {
		$decide = 'structure.decide';
		return array(
			'an attribute that is not there'     => array( 'structure.edit', array( 'attribute' => 'colour', 'add_values' => array( 'Red' ) ) ),
			'a value that is not there'          => array( 'structure.edit', array( 'attribute' => 'material', 'drop_values' => array( 'hemp' ) ) ),
			'a value that is there already'      => array( 'structure.edit', array( 'attribute' => 'material', 'add_values' => array( 'LEATHER' ) ) ),
			'an attribute that is there already' => array( 'structure.edit', array( 'name' => 'Material', 'role' => 'material' ) ),
			'no change at all'                   => array( 'structure.edit', array( 'attribute' => 'material' ) ),
			'a title another cluster has'        => array( $decide, array( 'action' => 'rename', 'cluster' => 'beds', 'title' => 'dog COLLARS' ) ),
			'no title'                           => array( $decide, array( 'action' => 'add', 'title' => ' ' ) ),
			'itself'                             => array( $decide, array( 'action' => 'merge', 'cluster' => 'beds', 'into' => 'beds' ) ),
			'all keywords split off'             => array( $decide, array( 'action' => 'split', 'cluster' => 'beds', 'title' => 'X', 'keywords' => array( 'dog beds', 'best dog beds' ) ) ),
			'foreign keywords split off'         => array( $decide, array( 'action' => 'split', 'cluster' => 'beds', 'title' => 'X', 'keywords' => array( 'dog collars' ) ) ),
			'a value made up'                    => array( $decide, array( 'action' => 'add', 'title' => 'X', 'values' => array( array( 'attribute' => 'material', 'value' => 'gold' ) ) ) ),
			'no keywords'                        => array( $decide, array( 'action' => 'add_keywords', 'cluster' => 'beds' ) ),
		);
	}

	/**
	 * @dataProvider nonsense
	 * @param array<string, mixed> $input
	 */
	public function test_nonsense_is_refused_at_once( string $operation, array $input ): void {
		$this->store( Sample::document() );
		$this->assert_error( 'change_refused', $this->call( $operation, $input ) );
		$this->assertSame( 0, $this->call( 'structure.changes' )['waiting'] );
	}

	public function test_a_cluster_that_goes_takes_no_more_decisions(): void {
		$this->store( Sample::document() );
		$this->assertIsArray( $this->call( 'structure.decide', array( 'action' => 'merge', 'cluster' => 'leather-collars', 'into' => 'collars' ) ) );
		$this->assert_error( 'change_refused', $this->call( 'structure.decide', array( 'action' => 'rename', 'cluster' => 'leather-collars', 'title' => 'X' ) ) );
		$this->assert_error( 'change_refused', $this->call( 'structure.decide', array( 'action' => 'merge', 'cluster' => 'collars', 'into' => 'beds' ) ) );
	}

	public function test_several_decisions_are_taken_together_or_not_at_all(): void {
		$this->store( Sample::document() );
		$good = array( 'action' => 'rename', 'cluster' => 'beds', 'title' => 'Dog sofas', 'source' => 'ai' );
		$this->assert_error( 'cluster_not_found', $this->call( 'structure.accept', array( 'decisions' => array( $good, array( 'action' => 'drop', 'cluster' => 'nowhere' ) ) ) ) );
		$this->assertSame( 0, $this->call( 'structure.changes' )['waiting'] );
		$this->assertSame( 'ai', $this->call( 'structure.accept', array( 'decisions' => array( $good ) ) )['changes'][0]['source'] );
	}

	public function test_a_rebuild_makes_a_draft_and_leaves_the_active_version_alone(): void {
		$this->store( Sample::document() );
		$this->finish( 'blueprint.apply' );
		$before = $this->module()->document( 1 );
		$this->call( 'structure.edit', array( 'attribute' => 'material', 'add_values' => array( 'Hemp' ) ) );
		$this->call( 'structure.decide', array( 'action' => 'drop', 'cluster' => 'beds' ) );

		$this->assertSame( array( 2, 'draft', 1 ), $this->rebuild( 'version', 'status', 'from' ) );
		$this->assertSame( array( 1, $before ), array( $this->module()->active_version(), $this->module()->document( 1 ) ) );
		$this->assertSame( array( array( 'attribute' => 'material', 'add_values' => array( 'Hemp' ) ) ), $this->built[0]['edits'] );
		$this->assertSame( array( array( 'action' => 'drop', 'cluster' => 'beds', 'source' => 'owner' ) ), $this->built[0]['decisions'] );
		$this->assertSame( array( 'dog-supplies' ), $this->built[0]['sectors'] );
		$changes = $this->call( 'structure.changes' );
		$this->assertSame( array( 2, 'draft', 0 ), array( $changes['version'], $changes['status'], $changes['waiting'] ) );
		$this->assertSame( array( 'Add "Hemp" to Material', 'Drop "Dog beds"' ), array_column( $changes['changes'], 'text' ) );
	}

	public function test_what_versions_hold_is_told_again_and_can_be_taken_back(): void {
		$this->store( Sample::document() );
		$this->call( 'structure.decide', array( 'action' => 'rename', 'cluster' => 'beds', 'title' => 'Dog sofas' ) );
		$this->rebuild( 'version' );
		$this->call( 'structure.edit', array( 'attribute' => 'material', 'add_values' => array( 'Hemp' ) ) );
		$this->rebuild( 'version' );
		$this->assertSame( 'Dog sofas', $this->built[1]['decisions'][0]['title'] );

		$standing = $this->call( 'structure.changes' )['changes'];
		$this->assertSame( array( 'standing', 'standing' ), array_column( $standing, 'state' ) );
		$undone = $this->call( 'structure.undo', array( 'ids' => array( $standing[1]['id'] ) ) );
		$this->assertSame( array( 1, 'undone' ), array( $undone['waiting'], $undone['changes'][1]['state'] ) );
		$this->assertSame( 0, $this->call( 'structure.undo', array( 'ids' => array( $standing[1]['id'] ) ) )['waiting'], 'Undone again, it stays.' );
		$this->call( 'structure.undo', array( 'ids' => array( $standing[1]['id'] ) ) );
		$this->rebuild( 'version' );
		$this->assertSame( array( array(), array( 'Hemp' ) ), array( $this->built[2]['decisions'] ?? array(), $this->built[2]['edits'][0]['add_values'] ) );
	}

	public function test_what_is_decided_while_the_engine_builds_waits_for_the_version_after(): void {
		$this->store( Sample::document() );
		$this->call( 'structure.decide', array( 'action' => 'drop', 'cluster' => 'beds' ) );
		$this->engine->answer_inline( 'sag.build_blueprint', function ( array $input ): array {
			$this->call( 'structure.decide', array( 'action' => 'rename', 'cluster' => 'collars', 'title' => 'Late' ) );
			return $this->build( $input );
		} );
		$this->rebuild( 'version' );
		$changes = $this->call( 'structure.changes' );
		$this->assertSame( array( 'standing', 'pending' ), array_column( $changes['changes'], 'state' ) );
		$this->assertSame( 1, $changes['waiting'] );
	}

	public function test_a_second_rebuild_beside_the_first_counts_nothing_as_built_that_is_not(): void {
		$this->store( Sample::document() );
		$this->call( 'structure.decide', array( 'action' => 'drop', 'cluster' => 'beds' ) );
		$this->engine->answer_inline( 'sag.build_blueprint', function ( array $input ): array {
			$this->call( 'structure.decide', array( 'action' => 'rename', 'cluster' => 'collars', 'title' => 'Late' ) );
			$this->call( 'structure.rebuild' );
			return $this->build( $input );
		} );
		$this->rebuild( 'version' );
		$this->assertCount( 1, $this->built );
		$this->assertSame( array( 'standing', 'pending' ), array_column( $this->call( 'structure.changes' )['changes'], 'state' ) );
	}

	public function test_undoing_several_changes_undoes_all_or_none(): void {
		$this->store( Sample::document() );
		$change = $this->call( 'structure.decide', array( 'action' => 'drop', 'cluster' => 'beds' ) )['changes'][0];
		$this->assert_error( 'change_not_found', $this->call( 'structure.undo', array( 'ids' => array( $change['id'], 'p999' ) ) ) );
		$this->assertSame( 1, $this->call( 'structure.changes' )['waiting'] );
	}

	public function test_a_failed_rebuild_loses_nothing(): void {
		$this->store( Sample::document() );
		$this->call( 'structure.decide', array( 'action' => 'drop', 'cluster' => 'beds' ) );
		$this->engine->is_down();
		$this->assertInstanceOf( \WP_Error::class, $this->call( 'structure.rebuild' ) );
		$this->assertSame( 1, $this->call( 'structure.changes' )['waiting'] );
		$this->rebuild( 'version' );
		$this->assertSame( 0, $this->call( 'structure.changes' )['waiting'] );
	}

	public function test_changes_go_on_from_the_active_version_after_a_rollback(): void {
		$this->store( Sample::document() );
		$this->finish( 'blueprint.apply' );
		$this->call( 'structure.decide', array( 'action' => 'drop', 'cluster' => 'beds' ) );
		$this->rebuild( 'version' );
		$this->finish( 'blueprint.apply' );
		$this->finish( 'blueprint.rollback' );
		$this->assertSame( array( 1, array() ), array( $this->call( 'structure.changes' )['version'], $this->call( 'structure.changes' )['changes'] ) );
		$this->assertSame( array( 1, 2 ), array( $this->call( 'structure.map', array( 'version' => -1 ) )['version'], $this->call( 'structure.map', array( 'version' => 2 ) )['version'] ) );
	}

	public function test_only_administrators_change_and_editors_look(): void {
		$this->store( Sample::document() );
		$this->log_in( 'editor' );
		$this->assertSame( 200, $this->rest( 'GET', 'structure/changes' )->get_status() );
		foreach ( array( 'edit', 'decide', 'accept', 'undo', 'rebuild', 'import-keywords', 'refine', 'suggest-keywords' ) as $verb ) {
			$this->assertSame( 403, $this->rest( 'POST', "structure/{$verb}" )->get_status(), $verb );
		}
	}

	public function test_edits_come_apart_and_together(): void {
		$edit = array( 'attribute' => 'size', 'name' => 'Dog size', 'add_values' => array( 'XL' ), 'drop_values' => array( 'small' ) );
		$this->assertSame( $edit, array_replace( $edit, Edits::together( Edits::apart( $edit ) )[0] ) );
		$this->assertSame( array(), Edits::together( array( array( 'attribute' => 'size', 'add_values' => array( 'XL' ) ), array( 'attribute' => 'size', 'drop_values' => array( 'xl' ) ) ) ), 'Added and dropped again.' );
		$this->assertSame( array(), Edits::together( array( array( 'attribute' => 'size', 'drop_values' => array( 'xl' ) ), array( 'attribute' => 'size', 'add_values' => array( 'Extra' ) ) ), array( 'size' => array( 'xl' => 'extra' ) ) ), 'Dropped and added again.' );
		$this->assertSame( array( array( 'attribute' => 'size', 'is_dropped' => true ) ), Edits::together( array( $edit, array( 'attribute' => 'size', 'is_dropped' => true ) ) ) );
	}

	/**
	 * @param string ...$fields
	 * @return list<mixed> Those fields of the finished job's result.
	 */
	private function rebuild( string ...$fields ): array {
		$job = $this->call( 'structure.rebuild' );
		$this->assertIsArray( $job, is_wp_error( $job ) ? $job->get_error_message() : '' );
		$this->assertSame( 'done', $job['status'], (string) wp_json_encode( $job['error'] ) );
		return array_map( static fn( string $field ) => $job['result'][ $field ], $fields );
	}

	/**
	 * A document that differs with what was asked for, as the engine's does.
	 *
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>
	 */
	private function build( array $input ): array {
		$this->built[] = $input;
		$document = array( 'site_name' => 'Built ' . count( $this->built ) ) + Sample::document();

		$document['pages'][0]['slug'] = 'home'; // The contract asks for one.
		return $document;
	}
}
