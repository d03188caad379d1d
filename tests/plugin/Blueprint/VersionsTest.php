<?php
/**
 * Making, listing, comparing and rolling back versions.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Blueprint;

use Igny8\Modules\Blueprint\Create;
use Igny8\Modules\Blueprint\BlueprintsTable;
use Igny8\Tests\FakeEngine;

require_once __DIR__ . '/BlueprintTestCase.php';

final class VersionsTest extends BlueprintTestCase {

	public function test_the_input_of_the_engine_is_filled_from_the_site(): void {
		new FakeEngine();
		update_option( 'blogname', 'Northwind &amp; Sons' );
		$create = new Create( new BlueprintsTable(), $this->plugin() );

		$this->assertSame(
			array( 'site_name' => 'Northwind & Sons', 'site_type' => 'ecommerce', 'locale' => 'en_US', 'sectors' => array( 'dog-supplies' ) ),
			$create->prepare( array( 'sectors' => array( 'dog-supplies' ) ) )
		);
		$this->assert_error( 'unknown_sector', $create->prepare( array( 'sectors' => array( 'cat-supplies' ) ) ) );
	}

	public function test_facts_and_edits_are_passed_on_and_nonsense_is_refused(): void {
		$create = new Create( new BlueprintsTable(), $this->plugin() );
		$given  = array( 'sectors' => array( 'dog-supplies' ), 'site_type' => 'saas', 'site_name' => 'X', 'locale' => 'de_DE', 'facts' => array( 'brands' => array( 'Acme' ) ), 'edits' => array( array( 'attribute' => 'material', 'is_dropped' => true ) ), 'max_clusters_per_sector' => 8 );
		$input  = $create->prepare( $given );

		$this->assertSame( array( $given['facts'], $given['edits'], 8 ), array( $input['facts'], $input['edits'], $input['max_clusters_per_sector'] ) );
		$this->assert_error( 'input_invalid', $this->call( 'blueprint.create', array( 'sectors' => array() ) ) );
		$this->assert_error( 'input_invalid', $this->call( 'blueprint.create', array( 'sectors' => array( 'dog-supplies' ), 'site_type' => 'forum' ) ) );
		$this->assert_error( 'input_invalid', $this->call( 'blueprint.create', array( 'sectors' => array( 'dog-supplies' ), 'facts' => array( 'secrets' => array() ) ) ) );
	}

	public function test_the_same_document_is_one_version(): void {
		$create = new Create( new BlueprintsTable(), $this->plugin() );
		$first  = $create->save( Sample::document(), array() );
		$again  = $create->save( Sample::document(), array() );
		$other  = $create->save( Sample::document( array( 'size' => array( 'Small' ) ) ), array() );

		$this->assertSame( array( 1, true, 1, false, 2, true ), array( $first['version'], $first['is_new'], $again['version'], $again['is_new'], $other['version'], $other['is_new'] ) );
		$this->assertSame( array( 3, 5, 5, 12 ), array( $first['clusters'], $first['keywords'], $first['terms'], $first['pages'] ) );
		$this->assertSame( array( 'product_service_category' => 2, 'feature' => 1 ), $first['clusters_by_type'] );
	}

	public function test_versions_are_listed_and_shown_without_their_document_unless_asked_for(): void {
		$this->store( Sample::document() );
		$this->store( Sample::document( array( 'size' => array( 'Small' ) ) ) );
		$list = $this->call( 'blueprint.list', array( 'per_page' => 1, 'page' => 2 ) );

		$this->assertSame( array( 2, 1, 1 ), array( $list['total'], count( $list['blueprints'] ), $list['blueprints'][0]['version'] ) );
		$this->assertArrayNotHasKey( 'document', $this->call( 'blueprint.show' ) );
		$this->assertSame( 'Northwind Pets', $this->call( 'blueprint.show', array( 'version' => 1, 'with_document' => true ) )['document']['site_name'] );
	}

	public function test_rolls_back_to_the_version_before_and_makes_what_is_missing_of_it(): void {
		$this->store( Sample::document() );
		$this->store( Sample::document( array( 'material' => array( 'Cork' ) ) ) );
		$this->assert_error( 'no_older_version', $this->call( 'blueprint.rollback' ) );
		$this->finish( 'blueprint.apply', array( 'version' => 1 ) );
		$this->finish( 'blueprint.apply', array( 'version' => 2 ) );
		wp_delete_term( $this->module()->find_term( 'size', 'large' ), 'igny8_size' );
		$result = $this->finish( 'blueprint.rollback' );

		$this->assertSame( array( 1, 1 ), array( $result['version'], $this->module()->active_version() ) );
		$this->assertSame( 'archived', $this->call( 'blueprint.show', array( 'version' => 2 ) )['status'] );
		$this->assertSame( array( 'large', 'small' ), $this->terms( 'size' ) );
		$this->assertSame( array( 'cork', 'leather', 'nylon', 'wool-felt' ), $this->terms( 'material' ), 'Rolling back removes nothing.' );
	}

	public function test_a_draft_is_nothing_to_roll_back_to(): void {
		$this->store( Sample::document() );
		$this->store( Sample::document( array( 'size' => array( 'Small' ) ) ) );
		$this->finish( 'blueprint.apply', array( 'version' => 1 ) );
		$this->assert_error( 'never_active', $this->call( 'blueprint.rollback', array( 'version' => 2 ) ) );
	}

	public function test_compares_two_versions(): void {
		$this->store( Sample::document() );
		$document = Sample::document( array( 'material' => array( 'Leather', 'Nylon', 'Cork' ), 'size' => array( 'Small', 'Large' ) ) );

		$document['clusters'][0]['title']   = 'Beds for dogs';
		$document['keywords'][1]['cluster'] = 'collars';
		$document['pages'][1]['path']       = '/beds/';
		unset( $document['keywords'][2] );
		$document['keywords'] = array_values( $document['keywords'] );
		$this->store( $document );
		$this->finish( 'blueprint.apply', array( 'version' => 1 ) );
		$diff = $this->call( 'blueprint.diff' );

		$this->assertSame( array( 1, 2 ), array( $diff['from'], $diff['to'] ) );
		$rows = array_map( static fn( array $row ) => "{$row['kind']} {$row['change']} {$row['object']}: {$row['before']} → {$row['after']}", $diff['changes'] );
		$this->assertEqualsCanonicalizing(
			array(
				'cluster renamed beds: Dog beds → Beds for dogs',
				'term added material/cork:  → Cork',
				'term removed material/wool-felt: Wool & felt → ',
				'page added term-material-cork:  → Cork',
				'page removed term-material-wool-felt: Wool & felt → ',
				'page moved hub-beds: /dog-beds/ → /beds/',
				'keyword moved best dog beds: Dog beds → Dog collars',
				'keyword removed how to fit dog collars: Dog collars → ',
			),
			$rows
		);
		$this->assert_error( 'blueprint_not_found', $this->call( 'blueprint.diff', array( 'from' => 1, 'to' => 9 ) ) );
	}

	public function test_only_administrators_change_and_only_authors_read(): void {
		$this->store( Sample::document() );
		$this->log_in( 'contributor' );
		$this->assertSame( 200, $this->rest( 'GET', 'blueprint/show' )->get_status() );
		foreach ( array( 'create', 'apply', 'undo', 'rollback', 'build-menu' ) as $verb ) {
			$this->assertSame( 403, $this->rest( 'POST', "blueprint/{$verb}" )->get_status(), $verb );
		}
		$this->log_in( 'subscriber' );
		$this->assertSame( 403, $this->rest( 'GET', 'blueprint/show' )->get_status() );
	}
}
