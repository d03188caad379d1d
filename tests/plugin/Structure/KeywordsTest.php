<?php
/**
 * Keyword lists come in by way of the engine and go out as CSV; what a model proposes changes nothing by itself.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Structure;

use Igny8\Csv;
use Igny8\Modules\Structure\PendingTable;
use Igny8\Modules\Structure\Words;
use Igny8\Tests\Blueprint\BlueprintTestCase;
use Igny8\Tests\Blueprint\Sample;
use Igny8\Tests\FakeEngine;

require_once dirname( __DIR__ ) . '/Blueprint/BlueprintTestCase.php';

final class KeywordsTest extends BlueprintTestCase {

	private ?FakeEngine $engine = null;

	protected function setUp(): void {
		parent::setUp();
		foreach ( array( PendingTable::REBUILD, ...PendingTable::KINDS ) as $kind ) {
			( new PendingTable() )->delete( array( 'kind' => $kind ) );
		}
		$this->engine = new FakeEngine();
		$this->engine->answer_inline( 'keywords.read_csv', static fn( array $input ) => self::read( $input['text'] ) );
	}

	public function test_a_list_is_looked_at_before_anything_is_kept(): void {
		$this->store( Sample::document() );
		$asked = array();
		$this->engine->answer_inline( 'keywords.cluster', function ( array $input ) use ( &$asked ): array {
			$asked = $input;
			return array(
				'matched'     => array( array( 'phrase' => 'dog beds', 'cluster' => 'beds', 'score' => 0.93 ) ),
				'clusters'    => array( array( 'title' => 'Dog cakes', 'keywords' => array( 'dog cake' ), 'volume' => 90 ) ),
				'unclustered' => array( 'fuel' ),
			);
		} );
		$preview = $this->call( 'structure.import_keywords', array( 'text' => "dog beds,10\ndog cake,90\nfuel,", 'dry_run' => true ) );

		$this->assertSame( array( 3, 1, 1, 1, false ), array( $preview['count'], $preview['known'], $preview['matched'], $preview['left'], $preview['is_kept'] ) );
		$this->assertSame( array( array( 'phrase' => 'dog beds', 'volume' => 10, 'cluster_title' => 'Dog beds', 'score' => 0.93 ) ), $preview['rows'] );
		$this->assertSame( array( 'id' => 'collars', 'title' => 'Dog collars', 'phrases' => array( 'dog collars', 'how to fit dog collars' ) ), $asked['seeds'][1] );
		$this->assertSame( 0, $this->call( 'structure.changes' )['waiting'] );
	}

	public function test_a_kept_list_goes_into_the_next_version_and_can_be_taken_back(): void {
		$this->store( Sample::document() );
		$this->assertTrue( $this->call( 'structure.import_keywords', array( 'text' => "dog beds,10\nDog Beds,20", 'name' => 'mine.csv' ) )['is_kept'] );
		$this->call( 'structure.import_keywords', array( 'text' => 'dog cake,5' ) );
		$built = array();
		$this->engine->answer_inline( 'sag.build_blueprint', function ( array $input ) use ( &$built ): array {
			$built    = $input;
			$document = Sample::document();

			$document['pages'][0]['slug'] = 'home';
			return $document;
		} );
		$this->assertSame( 'Use 2 keywords of "mine.csv"', $this->call( 'structure.changes' )['changes'][0]['text'] );
		$this->assertSame( 'done', $this->call( 'structure.rebuild' )['status'] );
		$this->assertSame( array( 'Dog Beds', 'dog cake' ), array_column( $built['keywords'], 'phrase' ), 'Of the same phrase the later row.' );
		$list = $this->call( 'structure.changes' )['changes'][0];
		$this->assertSame( array( 'standing', 'Use your list of 2 keywords' ), array( $list['state'], $list['text'] ) );
		$this->assertSame( 'undone', $this->call( 'structure.undo', array( 'ids' => array( $list['id'] ) ) )['changes'][0]['state'] );
	}

	public function test_an_empty_list_and_one_too_long_are_refused_in_words(): void {
		$this->store( Sample::document() );
		$this->assertStringContainsString( 'Line 1: no keyword', $this->assert_error( 'no_keywords', $this->call( 'structure.import_keywords', array( 'text' => ',' ) ) )->get_error_message() );
		$long = implode( "\n", array_map( static fn( int $number ) => "keyword {$number},1", range( 1, 6000 ) ) );
		$this->assertIsArray( $this->call( 'structure.import_keywords', array( 'text' => $long ) ) );
		$this->assert_error( 'too_many_keywords', $this->call( 'structure.import_keywords', array( 'text' => strtr( $long, array( 'keyword' => 'other' ) ) ) ) );
	}

	public function test_all_keywords_go_out_with_their_clusters(): void {
		$this->store( Sample::document() );
		$export = $this->call( 'structure.export_keywords', array( 'version' => -1 ) );
		$lines  = explode( "\r\n", trim( $export['csv'] ) );
		$this->assertSame( array( 5, 6 ), array( $export['count'], count( $lines ) ) );
		$this->assertSame( 'dog beds,,,,Dog beds,transactional,decision,yes,The cluster\'s own name', $lines[1] );
		$this->assert_error( 'blueprint_not_found', $this->call( 'structure.export_keywords', array( 'version' => 9 ) ) );
	}

	public function test_no_cell_becomes_a_formula(): void {
		$rows = array_map( static fn( string $text ) => array( 'keyword' => $text ), array( '=1+1', '+1', '-1', '@SUM(A1)', "\t=1", "\r=1", ' =1', 'a "quoted", word', 'plain' ) );
		$csv  = Csv::write( array( 'keyword' ), $rows );
		$this->assertSame( "\u{FEFF}keyword\r\n'=1+1\r\n'+1\r\n'-1\r\n'@SUM(A1)\r\n\"'\t=1\"\r\n\"'\r=1\"\r\n' =1\r\n\"a \"\"quoted\"\", word\"\r\nplain\r\n", $csv );
	}

	public function test_a_browser_downloads_the_export_and_strangers_do_not(): void {
		$this->store( Sample::document() );
		$answer = $this->rest( 'GET', 'structure/export-keywords', array( 'version' => '-1', 'download' => '1' ) );
		$this->assertSame( 'text/csv; charset=utf-8', $answer->get_headers()['Content-Type'] );
		$this->assertMatchesRegularExpression( '/^attachment; filename="[a-z-]+-keywords-1\.csv"$/', $answer->get_headers()['Content-Disposition'] );
		ob_start();
		$this->assertTrue( apply_filters( 'rest_pre_serve_request', false, $answer, new \WP_REST_Request(), rest_get_server() ) );
		$this->assertStringStartsWith( "\u{FEFF}keyword,", ob_get_clean() );
		$this->log_in( 'author' );
		$this->assertSame( 403, $this->rest( 'GET', 'structure/export-keywords', array( 'download' => '1' ) )->get_status() );
	}

	public function test_every_keyword_says_where_it_comes_from(): void {
		$of = static fn( string $source, string $pattern, ?float $fit = null ) => Words::keyword( array( 'source' => $source, 'pattern' => $pattern, 'match' => $fit ) );
		$this->assertSame( array( 'Asked for the best', 'Your list, fits this cluster to 83 %', 'Suggested by the language model, accepted by you', 'Values of the cluster, as "near me"' ), array( $of( 'template', 'best' ), $of( 'owner', 'owner', 0.83 ), $of( 'ai', 'owner' ), $of( 'template', 'near_me' ) ) );
		$document = Sample::document();

		$document['keywords'][0] = array( 'source' => 'owner', 'pattern' => 'owner', 'volume' => 90, 'cpc' => 1.25, 'match' => 0.5 ) + $document['keywords'][0];
		$this->store( $document );
		$row = $this->call( 'structure.keywords', array( 'version' => -1, 'source' => array( 'owner' ) ) )['keywords'][0];
		$this->assertSame( array( 90, 1.25, 0.5, 'Your list, fits this cluster to 50 %' ), array( $row['volume'], $row['cpc'], $row['match'], $row['origin'] ) );
	}

	public function test_what_the_model_proposes_waits_to_be_accepted(): void {
		$this->store( Sample::document() );
		$change = array( 'decision' => array( 'action' => 'rename', 'cluster' => 'beds', 'title' => 'Dog sofas', 'into' => '', 'type' => null, 'values' => array(), 'keywords' => array(), 'source' => 'ai' ), 'before' => 'Dog beds', 'after' => 'Dog sofas', 'reason' => 'clearer' );
		$this->engine->answer_inline( 'sag.refine_clusters', static fn() => array( 'changes' => array( $change ), 'refused' => array( 'a title of 20 words' ) ) );
		$result = $this->call( 'structure.refine' )['result'];

		$this->assertSame( array( 0, array( 'a title of 20 words' ) ), array( $this->call( 'structure.changes' )['waiting'], $result['refused'] ) );
		$accepted = $this->call( 'structure.accept', array( 'decisions' => array_column( $result['changes'], 'decision' ) ) );
		$this->assertSame( array( 1, 'ai' ), array( $accepted['waiting'], $accepted['changes'][0]['source'] ) );
	}

	public function test_a_broken_answer_of_the_model_changes_nothing_and_says_so(): void {
		$this->store( Sample::document() );
		$this->engine->answer_inline( 'sag.suggest_keywords', static fn() => array( 'changes' => 'lots' ) );
		$job = $this->call( 'structure.suggest_keywords' );
		$this->assertSame( array( 'failed', 'engine_contract', 0 ), array( $job['status'], $job['error']['code'], $this->call( 'structure.changes' )['waiting'] ) );
	}

	public function test_menu_addresses_attributes_and_candidates_of_any_version_are_shown(): void {
		$document = Sample::document();

		$document['rejected']  = array( array( 'title' => 'Nylon beds', 'type' => 'feature', 'values' => array(), 'reason' => 'too thin', 'score' => 12 ) );
		$document['menu'][1]   = Sample::item( 'hub-leather', 'Materials', array( Sample::item( 'hub-leather', 'Leather' ) ) );
		$this->store( $document );
		$show = fn( string $view ) => $this->call( "structure.{$view}", array( 'version' => 1 ) );

		$this->assertSame( array( array( 'depth' => 0, 'label' => 'Materials', 'path' => '', 'page' => 'hub-leather' ), array( 'depth' => 1, 'label' => 'Leather', 'path' => '/dog-collars/leather/', 'page' => 'hub-leather' ) ), array_slice( $show( 'menu' )['items'], 1, 2 ), 'A group that only opens has no address.' );
		$paths = array_column( $show( 'urls' )['pages'], 'path' );
		$this->assertSame( array_search( '/dog-collars/', $paths, true ) + 1, array_search( '/dog-collars/leather/', $paths, true ) );
		$this->assertSame( array( 'product-type', 'material' ), array_column( $show( 'attributes' )['attributes'], 'slug' ) );
		$this->assertSame( 'too thin', $show( 'candidates' )['rejected'][0]['reason'] );
		$map = $show( 'map' );
		$this->assertSame( array( 'draft', 'product-type', 'collars' ), array( $map['status'], $map['groups'][0]['attribute'], $map['clusters'][2]['parent'] ) );
		$this->assertSame( 'Made from Collars (Product-type) × Leather (Material).', $map['clusters'][2]['origin'] );
		$this->assertSame( 0, $this->call( 'structure.map' )['version'], 'Nothing is active.' );
	}

	/**
	 * A list as `keywords.read_csv` gives it, of lines "phrase,volume".
	 *
	 * @return array<string, mixed>
	 */
	private static function read( string $text ): array {
		$rows = array_map( static fn( string $line ) => explode( ',', $line ), explode( "\n", $text ) );
		$good = array_values( array_filter( $rows, static fn( array $row ) => '' !== $row[0] ) );
		return array(
			'format'        => 'plain',
			'columns'       => array( 'phrase' => '1' ),
			'keywords'      => array_map( static fn( array $row ) => array( 'phrase' => $row[0], 'volume' => is_numeric( $row[1] ?? '' ) ? (int) $row[1] : null, 'difficulty' => null, 'cpc' => null, 'country' => '' ), $good ),
			'skipped'       => count( $good ) < count( $rows ) ? array( array( 'line' => 1, 'reason' => 'no keyword' ) ) : array(),
			'skipped_count' => count( $rows ) - count( $good ),
			'count'         => count( $good ),
			'notes'         => array(),
		);
	}
}
