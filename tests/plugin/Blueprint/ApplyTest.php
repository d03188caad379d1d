<?php
/**
 * Applying a version: what it makes, that it can be repeated and interrupted, and what a second version changes.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Blueprint;

use Igny8\Lock;
use Igny8\Modules\Blueprint\ChangesTable;
use Igny8\Modules\Blueprint\Taxonomies;

require_once __DIR__ . '/BlueprintTestCase.php';

final class ApplyTest extends BlueprintTestCase {

	public function test_makes_taxonomies_and_terms_and_activates_the_version(): void {
		$applied = array();
		add_action(
			'igny8/blueprint/applied',
			static function ( int $version, array $document ) use ( &$applied ): void {
				$applied[] = array( $version, $document['site_name'] );
			},
			10,
			2
		);
		$version = $this->store( Sample::document() );
		$result  = $this->finish( 'blueprint.apply' );

		$this->assertSame( array( 2, 5, 0 ), array( $result['taxonomies_created'], $result['terms_created'], $result['terms_adopted'] ) );
		$this->assertSame( array( 'leather', 'nylon', 'wool-felt' ), $this->terms( 'material' ) );
		$term = get_term_by( 'slug', 'wool-felt', 'igny8_material' );
		$this->assertSame( 'term-material-wool-felt', get_term_meta( $term->term_id, '_igny8_page', true ) );
		$this->assertSame( 'Wool &amp; felt', $term->name );
		$this->assertSame( $term->term_id, $this->module()->find_term( 'material', 'wool-felt' ) );
		$this->assertSame( $version, $this->module()->active()['version'] );
		$this->assertSame( array( array( $version, 'Northwind Pets' ) ), $applied );
	}

	public function test_registered_taxonomies_are_public_and_have_their_own_addresses(): void {
		$GLOBALS['wp_rewrite']->set_permalink_structure( '/%postname%/' );
		$this->store( Sample::document() );
		$this->finish( 'blueprint.apply' );

		$taxonomy = get_taxonomy( 'igny8_material' );
		$this->assertTrue( $taxonomy->show_in_rest && $taxonomy->public );
		$this->assertSame( array( 'post', 'page' ), array_slice( $taxonomy->object_type, 0, 2 ) );
		$this->assertStringEndsWith( '/material/leather/', get_term_link( 'leather', 'igny8_material' ) );
		$this->assertArrayHasKey( 'material/([^/]+)/?$', get_option( 'rewrite_rules' ) );
	}

	public function test_the_option_alone_registers_the_taxonomies_without_a_query(): void {
		global $wpdb;
		$this->store( Sample::document() );
		$this->finish( 'blueprint.apply' );
		unregister_taxonomy( 'igny8_material' );
		wp_load_alloptions();

		$queries = $wpdb->num_queries;
		( new Taxonomies() )->register();

		$this->assertTrue( taxonomy_exists( 'igny8_material' ) );
		$this->assertSame( $queries, $wpdb->num_queries );
		$this->assertSame( '{"material":["Material","Materials"],"size":["Size","Sizes"]}', get_option( Taxonomies::OPTION ) );
	}

	public function test_applying_twice_changes_nothing(): void {
		$this->store( Sample::document() );
		$first  = $this->finish( 'blueprint.apply' );
		$rows   = ( new ChangesTable() )->count();
		$second = $this->finish( 'blueprint.apply' );

		$this->assertSame( array( 0, 0, array() ), array( $second['total'], $second['terms_created'], $second['changes'] ) );
		$this->assertSame( $rows, ( new ChangesTable() )->count() );
		$this->assertSame( array( 'large', 'small' ), $this->terms( 'size' ) );
		$this->assertSame( 'v1-', substr( $first['batch'], 0, 3 ) );
	}

	/**
	 * @return array<string, array{string, int}>
	 */
	public static function places_to_die(): array {
		return array(
			'before a term is inserted'         => array( 'pre_insert_term', 3 ),
			'after a term, before its meta'     => array( 'created_term', 2 ),
			'while the taxonomies are stored'   => array( 'pre_update_option_igny8_taxonomies', 2 ),
			'in a listener of the applied hook' => array( 'igny8/blueprint/applied', 1 ),
		);
	}

	/**
	 * @dataProvider places_to_die
	 */
	public function test_an_interrupted_apply_goes_on_without_duplicates_and_can_be_undone( string $hook, int $times ): void {
		$this->store( Sample::document() );
		$this->interrupt( $hook, $times );
		try {
			$this->call( 'blueprint.apply' );
			$this->fail( 'Nothing was interrupted.' );
		} catch ( \RuntimeException $error ) {
			$this->assertSame( 'interrupted', $error->getMessage() );
		}
		$result = $this->finish( 'blueprint.apply' );

		$this->assertSame( array( 8, 8 ), array( $result['done'], $result['total'] ) );
		$this->assertSame( array( 'leather', 'nylon', 'wool-felt' ), $this->terms( 'material' ) );
		$this->assertSame( array( 'large', 'small' ), $this->terms( 'size' ) );
		$this->assertSame( 'term-material-nylon', get_term_meta( $this->module()->find_term( 'material', 'nylon' ), '_igny8_page', true ) );
		$this->assertNotContains( 'adopt', $this->actions( $result ) );

		$this->finish( 'blueprint.undo' );
		$this->assertSame( array(), ( new Taxonomies() )->all() );
		$this->assertSame( array(), $this->terms( 'material' ) );
	}

	public function test_works_in_bounded_steps(): void {
		$names = array_map( static fn( int $number ) => "Colour {$number}", range( 1, 130 ) );
		$this->store( Sample::document( array( 'colour' => $names ) ) );
		$first = $this->call( 'blueprint.apply' );

		$this->assertSame( array( 100, 132, 32 ), array( $first['done'], $first['total'], $first['remaining'] ) );
		$this->assertNull( $this->module()->active() );
		$this->assertSame( 31, $this->finish( 'blueprint.apply' )['terms_created'] );
		$this->assertCount( 130, $this->terms( 'colour' ) );
		$this->assertSame( 1, $this->module()->active_version() );
	}

	public function test_adopts_terms_that_are_there_already(): void {
		register_taxonomy( 'igny8_material', 'post' );
		wp_insert_term( 'Leather, by hand', 'igny8_material', array( 'slug' => 'leather', 'description' => 'Mine.' ) );
		$this->store( Sample::document() );
		$result = $this->finish( 'blueprint.apply' );

		$this->assertSame( array( 4, 1 ), array( $result['terms_created'], $result['terms_adopted'] ) );
		$this->assertSame( 'Leather, by hand', get_term_by( 'slug', 'leather', 'igny8_material' )->name );
		$this->assertSame( 'term-material-leather', get_term_meta( $this->module()->find_term( 'material', 'leather' ), '_igny8_page', true ) );
	}

	public function test_a_dry_run_tells_and_changes_nothing(): void {
		$this->store( Sample::document() );
		$result = $this->call( 'blueprint.apply', array( 'dry_run' => true ) );

		$this->assertSame( array( 2, 5 ), array( $result['taxonomies_created'], $result['terms_created'] ) );
		$this->assertSame( array( array(), 0, null ), array( ( new Taxonomies() )->all(), ( new ChangesTable() )->count(), $this->module()->active() ) );
	}

	public function test_a_second_version_archives_the_first_and_keeps_what_people_typed(): void {
		$this->store( Sample::document() );
		$this->finish( 'blueprint.apply' );
		wp_update_term( $this->module()->find_term( 'material', 'nylon' ), 'igny8_material', array( 'name' => 'Nylon webbing' ) );
		$document = Sample::document( array( 'material' => array( 'Leather', 'Nylon', 'Cork' ) ) );

		$document['taxonomies'][0]['terms'][0]['name'] = 'Real leather';
		$document['taxonomies'][0]['terms'][1]['name'] = 'Strong nylon';
		$this->store( $document );
		$preview = $this->call( 'blueprint.preview' );
		$result  = $this->finish( 'blueprint.apply' );

		$this->assertSame( array( 'archived', 'active' ), array( $this->call( 'blueprint.show', array( 'version' => 1 ) )['status'], $this->call( 'blueprint.show' )['status'] ) );
		$this->assertSame( array( 'material/leather' => 'update', 'material/cork' => 'create', '2' => 'activate' ), $this->actions( $result ) );
		$this->assertSame( 'Real leather', get_term_by( 'slug', 'leather', 'igny8_material' )->name );
		$this->assertSame( 'Nylon webbing', get_term_by( 'slug', 'nylon', 'igny8_material' )->name );
		$this->assertSame( array( 'size', 'material/wool-felt' ), $preview['left'] );
		$this->assertSame( array( 'large', 'small' ), $this->terms( 'size' ) );
	}

	public function test_takes_over_from_a_request_that_died_holding_the_lock(): void {
		$this->store( Sample::document() );
		$this->assertNotNull( Lock::take( ChangesTable::LOCK, -1 ) );

		$this->assertSame( 5, $this->finish( 'blueprint.apply' )['terms_created'] );
		$this->assertFalse( Lock::is_held( ChangesTable::LOCK ) );
	}

	public function test_sees_what_another_request_applied_meanwhile(): void {
		$this->store( Sample::document() );
		$before = wp_load_alloptions();
		$this->finish( 'blueprint.apply' );
		// This request's memory, as it was before the other one worked.
		wp_cache_set( 'alloptions', $before, 'options' );
		unregister_taxonomy( 'igny8_material' );

		$this->assertSame( 0, $this->finish( 'blueprint.apply' )['total'] );
		$this->assertTrue( taxonomy_exists( 'igny8_material' ) );
	}

	public function test_there_is_nothing_to_apply_without_a_blueprint(): void {
		$this->assert_error( 'blueprint_not_found', $this->call( 'blueprint.apply' ) );
		$this->assert_error( 'blueprint_not_found', $this->call( 'blueprint.apply', array( 'version' => 7 ) ) );
	}
}
