<?php
/**
 * The lists of clusters and keywords: filled at apply, paged and filtered on the server, with the pages' states.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Structure;

use Igny8\Modules\Structure\ClustersTable;
use Igny8\Modules\Structure\Copy;
use Igny8\Modules\Structure\KeywordsTable;
use Igny8\Tests\Blueprint\BlueprintTestCase;
use Igny8\Tests\Blueprint\Sample;

require_once dirname( __DIR__ ) . '/Blueprint/BlueprintTestCase.php';

final class StructureTest extends BlueprintTestCase {

	public function test_everything_is_empty_without_an_active_blueprint(): void {
		$this->store( Sample::document() );
		$this->assertSame( array( 'version' => 0, 'total' => 0, 'clusters' => array() ), $this->call( 'structure.clusters' ) );
		$this->assertSame( 0, $this->call( 'structure.keywords' )['total'] );
		$this->assertSame( 0, $this->call( 'structure.summary' )['pages']['total'] );
		$this->assert_error( 'cluster_not_found', $this->call( 'structure.cluster', array( 'id' => 'beds' ) ) );
	}

	public function test_clusters_come_with_their_keywords_and_pages(): void {
		$this->apply( Sample::document() );
		$clusters = array_column( $this->call( 'structure.clusters' )['clusters'], null, 'id' );

		$this->assertSame( array( 'beds', 'collars', 'leather-collars' ), array_keys( $clusters ) );
		$this->assertSame( array( 2, 3, 'planned' ), array( $clusters['collars']['keyword_count'], $clusters['collars']['page_count'], $clusters['collars']['status'] ) );
		$this->assertSame( array( 'hub-collars', 'article-clean', 'article-fit' ), array_column( $clusters['collars']['pages'], 'id' ) );
	}

	public function test_clusters_are_filtered_ordered_and_paged_on_the_server(): void {
		$this->apply( Sample::document() );
		$ids = fn( array $input ) => array_column( $this->call( 'structure.clusters', $input )['clusters'], 'id' );

		$this->assertSame( array( 'collars', 'leather-collars' ), $ids( array( 'search' => 'Collar' ) ) );
		$this->assertSame( array(), $ids( array( 'search' => '%' ) ) );
		$this->assertSame( array( 'leather-collars' ), $ids( array( 'type' => array( 'feature', 'brand' ) ) ) );
		$this->assertSame( array( 'beds', 'collars' ), $ids( array( 'phase' => '1' ) ) );
		$this->assertSame( array( 'leather-collars', 'collars', 'beds' ), $ids( array( 'orderby' => 'title', 'order' => 'desc' ) ) );
		$this->assertSame( array( 'leather-collars' ), $ids( array( 'page' => 2, 'per_page' => 2 ) ) );
		$this->assertSame( 3, $this->call( 'structure.clusters', array( 'page' => 9 ) )['total'] );
		$this->assert_error( 'input_invalid', $this->call( 'structure.clusters', array( 'orderby' => 'id; DROP TABLE' ) ) );
	}

	public function test_status_follows_from_the_pages(): void {
		$this->apply( Sample::document() );
		$this->report_states( array( 'hub-beds' => 'published', 'hub-collars' => 'published', 'article-clean' => 'drafted' ) );
		$of = fn( string $status ) => array_column( $this->call( 'structure.clusters', array( 'status' => array( $status ) ) )['clusters'], 'id' );

		$this->assertSame( array( array( 'beds' ), array( 'collars' ), array( 'leather-collars' ) ), array( $of( 'complete' ), $of( 'in_progress' ), $of( 'planned' ) ) );
		$this->assertSame( 2, $this->call( 'structure.clusters', array( 'status' => array( 'complete', 'planned' ), 'per_page' => 1 ) )['total'] );
		$this->assertSame( array( 'complete' => 1, 'in_progress' => 1, 'planned' => 1 ), $this->call( 'structure.summary' )['clusters']['by_status'] );
	}

	public function test_keywords_are_filtered_ordered_and_paged_on_the_server(): void {
		$this->apply( Sample::document() );
		$phrases = fn( array $input ) => array_column( $this->call( 'structure.keywords', $input )['keywords'], 'phrase' );

		$this->assertSame( array( 'how to fit dog collars', 'dog collars' ), $phrases( array( 'cluster' => 'collars' ) ) );
		$this->assertSame( array( 'best dog beds', 'how to fit dog collars' ), $phrases( array( 'intent' => array( 'commercial', 'informational' ) ) ) );
		$this->assertSame( array( 'how to fit dog collars' ), $phrases( array( 'stage' => 'awareness' ) ) );
		$this->assertSame( array( 'best dog beds', 'dog beds' ), $phrases( array( 'search' => 'beds', 'orderby' => 'phrase' ) ) );
		$page = $this->call( 'structure.keywords', array( 'per_page' => 2, 'page' => 3 ) );
		$this->assertSame( array( 5, 'leather dog collars', 'Leather dog collars', null ), array( $page['total'], $page['keywords'][0]['phrase'], $page['keywords'][0]['cluster_title'], $page['keywords'][0]['volume'] ) );
	}

	public function test_a_cluster_is_shown_with_all_that_belongs_to_it(): void {
		$this->apply( Sample::document() );
		$cluster = $this->call( 'structure.cluster', array( 'id' => 'collars' ) );

		$this->assertSame( array( array( 'id' => 'leather-collars', 'title' => 'Leather dog collars' ) ), $cluster['children'] );
		$this->assertSame( array( 'how to fit dog collars', 'dog collars' ), array_column( $cluster['keywords'], 'phrase' ) );
		$this->assertSame( 'A category of its own.', $cluster['reason'] );
	}

	public function test_the_summary_counts_by_type_phase_and_kind(): void {
		$this->apply( Sample::document() );
		$summary = $this->call( 'structure.summary' );

		$this->assertSame( array( 3, 5, 12 ), array( $summary['clusters']['total'], $summary['keywords']['total'], $summary['pages']['total'] ) );
		$this->assertEquals( array( 'product_service_category' => 2, 'feature' => 1 ), $summary['clusters']['by_type'] );
		$this->assertEquals( array( 1 => 2, 2 => 1 ), $summary['clusters']['by_phase'] );
		$this->assertSame( array( 'planned' => 12 ), $summary['pages']['by_status'] );
	}

	public function test_rows_follow_the_active_version(): void {
		$this->apply( Sample::document() );
		$document = Sample::document();
		array_pop( $document['clusters'] );
		array_pop( $document['keywords'] );
		$this->apply( $document );
		$of = array( 'version' => 2 );
		$this->assertSame( array( 2, 4 ), array( ( new ClustersTable() )->count( $of ), ( new KeywordsTable() )->count( $of ) ) );

		$this->finish( 'blueprint.undo' );
		$this->assertSame( array( 1, 3 ), array( $this->call( 'structure.clusters' )['version'], $this->call( 'structure.clusters' )['total'] ) );
		$this->finish( 'blueprint.undo' );
		$this->assertSame( 0, ( new ClustersTable() )->count() );
	}

	public function test_rows_are_made_when_they_are_missing_or_incomplete(): void {
		$this->apply( Sample::document() );
		( new KeywordsTable() )->delete( array( 'cluster_id' => 'beds' ) );
		update_option( Copy::OPTION, array(), false );
		$this->assertSame( 5, $this->call( 'structure.keywords' )['total'] );
	}

	/**
	 * @param array<string, mixed> $document
	 */
	private function apply( array $document ): void {
		$this->store( $document );
		$this->finish( 'blueprint.apply' );
	}

	/**
	 * States as the content module would report them.
	 *
	 * @param array<string, string> $states By page id.
	 */
	private function report_states( array $states ): void {
		add_filter(
			'igny8/structure/cluster_pages',
			static fn( array $pages ) => array_map( static fn( array $page ) => array( 'status' => $states[ $page['id'] ] ?? 'planned' ) + $page, $pages )
		);
	}
}
