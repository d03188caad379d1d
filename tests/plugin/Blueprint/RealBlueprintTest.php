<?php
/**
 * A blueprint the engine really made (fixtures/blueprint.json), from the job to the applied site.
 *
 * Made by: igny8 run sag.build_blueprint, dog-supplies, 6 clusters, without four of its attributes.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Blueprint;

use Igny8\Modules\Blueprint\BlueprintsTable;
use Igny8\Tests\FakeEngine;

require_once __DIR__ . '/BlueprintTestCase.php';

final class RealBlueprintTest extends BlueprintTestCase {

	private const INPUT = array( 'sectors' => array( 'dog-supplies' ), 'site_type' => 'ecommerce', 'site_name' => 'Northwind Pets' );

	public function test_from_the_engines_answer_to_the_lists(): void {
		$document = $this->document();
		$engine   = ( new FakeEngine() )->answer_inline( 'sag.build_blueprint', static fn() => $document );
		$job      = $this->call( 'blueprint.create', self::INPUT );

		$this->assertSame( 'done', $job['status'], (string) wp_json_encode( $job['error'] ?? null ) );
		$this->assertSame( array( 'Northwind Pets', 'ecommerce' ), array( $engine->jobs['job-1']['input']['site_name'], $engine->jobs['job-1']['input']['site_type'] ) );
		$this->assertSame( array( 1, 6, 108, 49 ), array( $job['result']['version'], $job['result']['clusters'], $job['result']['keywords'], $job['result']['pages'] ) );
		$this->assertEquals( $document, $this->module()->document( 1 ), 'What was stored is what the engine said.' );

		$result = $this->finish( 'blueprint.apply' );
		$this->assertSame( array_sum( array_map( static fn( array $taxonomy ) => count( $taxonomy['terms'] ), $document['taxonomies'] ) ), $result['terms_created'] );
		$this->assertSame( array( 6, 108 ), array( $this->call( 'structure.clusters' )['total'], $this->call( 'structure.keywords' )['total'] ) );
		$this->finish( 'blueprint.undo' );
		$this->assertSame( array(), $this->terms( 'product-type' ) );
	}

	public function test_an_answer_that_breaks_the_contract_stores_nothing(): void {
		$document = $this->document();
		unset( $document['pages'][3]['path'] );
		( new FakeEngine() )->answer_inline( 'sag.build_blueprint', static fn() => $document );
		$job = $this->call( 'blueprint.create', self::INPUT );

		$this->assertSame( array( 'failed', 'engine_contract' ), array( $job['status'], $job['error']['code'] ) );
		$this->assertSame( 0, ( new BlueprintsTable() )->count() );
	}

	public function test_the_same_question_twice_is_one_version(): void {
		$document = $this->document();
		( new FakeEngine() )->answer_inline( 'sag.build_blueprint', static fn() => $document );
		$this->call( 'blueprint.create', self::INPUT );
		$again = $this->call( 'blueprint.create', self::INPUT );

		$this->assertSame( array( 1, false ), array( $again['result']['version'], $again['result']['is_new'] ) );
		$this->assertSame( 1, ( new BlueprintsTable() )->count() );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function document(): array {
		return json_decode( (string) file_get_contents( dirname( __DIR__ ) . '/fixtures/blueprint.json' ), true );
	}
}
