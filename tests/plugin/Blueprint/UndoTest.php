<?php
/**
 * Undoing an apply: it removes what it made, keeps what people use, and brings the version before back.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Blueprint;

use Igny8\Modules\Blueprint\Taxonomies;

require_once __DIR__ . '/BlueprintTestCase.php';

final class UndoTest extends BlueprintTestCase {

	public function test_removes_everything_the_apply_made(): void {
		$undone = array();
		add_action(
			'igny8/blueprint/undone',
			static function ( int $version ) use ( &$undone ): void {
				$undone[] = $version;
			}
		);
		$this->store( Sample::document() );
		$this->finish( 'blueprint.apply' );
		$result = $this->finish( 'blueprint.undo' );

		$this->assertSame( array( 8, 0 ), array( $result['done'], $result['kept'] ) );
		$this->assertSame( array( array(), array(), array() ), array( ( new Taxonomies() )->all(), $this->terms( 'material' ), $this->terms( 'size' ) ) );
		$this->assertNull( $this->module()->active() );
		$this->assertSame( 'draft', $this->call( 'blueprint.show' )['status'] );
		$this->assertSame( array( 1 ), $undone );
		$this->assert_error( 'nothing_to_undo', $this->call( 'blueprint.undo' ) );
	}

	public function test_keeps_and_reports_what_people_use(): void {
		$this->store( Sample::document() );
		$this->finish( 'blueprint.apply' );
		$draft = wp_insert_post( array( 'post_title' => 'Care', 'post_status' => 'draft' ) );
		wp_set_object_terms( $draft, 'leather', 'igny8_material' );
		wp_update_term( $this->module()->find_term( 'material', 'nylon' ), 'igny8_material', array( 'description' => 'Strong.' ) );
		update_term_meta( $this->module()->find_term( 'size', 'small' ), '_igny8_document', array( 'title' => 'Small' ) );
		$result = $this->finish( 'blueprint.undo' );

		$this->assertSame( array( 'leather', 'nylon' ), $this->terms( 'material' ) );
		$this->assertSame( array( 'small' ), $this->terms( 'size' ) );
		$this->assertSame( 5, $result['kept'] );
		$notes = array_column( $result['changes'], 'note', 'object' );
		$this->assertSame( '1 post has it', $notes['material/leather'] );
		$this->assertSame( 'it has been edited since', $notes['material/nylon'] );
		$this->assertSame( 'it has content of its own', $notes['size/small'] );
		$this->assertSame( '2 terms of it are kept', $notes['material'] );
		$this->assertSame( array( 'material', 'size' ), array_keys( ( new Taxonomies() )->all() ) );
	}

	public function test_restores_adopted_and_renamed_terms(): void {
		register_taxonomy( 'igny8_material', 'post' );
		$mine = wp_insert_term( 'My leather', 'igny8_material', array( 'slug' => 'leather' ) )['term_id'];
		$this->store( Sample::document() );
		$this->finish( 'blueprint.apply' );
		$document = Sample::document();

		$document['taxonomies'][0]['terms'][1]['name'] = 'Strong nylon';
		$this->store( $document );
		$this->finish( 'blueprint.apply' );
		$this->assertSame( 'Strong nylon', get_term_by( 'slug', 'nylon', 'igny8_material' )->name );

		$this->finish( 'blueprint.undo' );
		$this->assertSame( 'Nylon', get_term_by( 'slug', 'nylon', 'igny8_material' )->name );
		$this->assertSame( 1, $this->module()->active_version() );

		$this->finish( 'blueprint.undo' );
		$this->assertSame( array( 'leather' ), $this->terms( 'material' ) );
		$this->assertSame( '', get_term_meta( $mine, '_igny8_page', true ) );
	}

	public function test_an_interrupted_undo_goes_on(): void {
		$this->store( Sample::document() );
		$batch = $this->finish( 'blueprint.apply' )['batch'];
		$this->interrupt( 'pre_delete_term', 3 );
		try {
			$this->call( 'blueprint.undo', array( 'batch' => $batch ) );
			$this->fail( 'Nothing was interrupted.' );
		} catch ( \RuntimeException $error ) {
			$this->assertSame( 'interrupted', $error->getMessage() );
		}
		$result = $this->finish( 'blueprint.undo', array( 'batch' => $batch ) );

		$this->assertSame( array( 8, 8 ), array( $result['done'], $result['total'] ) );
		$this->assertSame( array(), ( new Taxonomies() )->all() );
	}

	public function test_a_second_click_does_not_undo_the_apply_before(): void {
		$this->store( Sample::document() );
		$this->finish( 'blueprint.apply' );
		$this->store( Sample::document( array( 'material' => array( 'Leather', 'Cork' ) ) ) );
		$batch = $this->finish( 'blueprint.apply' )['batch'];

		$this->finish( 'blueprint.undo', array( 'batch' => $batch ) );
		$again = $this->finish( 'blueprint.undo', array( 'batch' => $batch ) );

		$this->assertSame( 0, $again['kept'] );
		$this->assertSame( 1, $this->module()->active_version() );
		$this->assertSame( array( 'leather', 'nylon', 'wool-felt' ), $this->terms( 'material' ) );
		$this->assert_error( 'batch_not_found', $this->call( 'blueprint.undo', array( 'batch' => 'v9-none' ) ) );
	}

	public function test_a_half_done_apply_can_be_undone(): void {
		$this->store( Sample::document() );
		$this->interrupt( 'created_term', 3 );
		try {
			$this->call( 'blueprint.apply' );
		} catch ( \RuntimeException ) {
			$this->assertNotSame( array(), $this->terms( 'material' ) );
		}
		$this->finish( 'blueprint.undo' );

		$this->assertSame( array( array(), array() ), array( $this->terms( 'material' ), ( new Taxonomies() )->all() ) );
	}

	public function test_what_was_undone_can_be_applied_again(): void {
		$this->store( Sample::document() );
		$this->finish( 'blueprint.apply' );
		$this->finish( 'blueprint.undo' );
		$this->assertSame( 5, $this->finish( 'blueprint.apply' )['terms_created'] );
		$this->assertSame( 1, $this->module()->active_version() );
	}
}
