<?php
/**
 * The setup wizard on the server: its record, the structure it shows, the version it leads to.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Blueprint;

use Igny8\Modules\Blueprint\BlueprintsTable;
use Igny8\Modules\Blueprint\Create;
use Igny8\Modules\Blueprint\Wizard;
use Igny8\Tests\FakeEngine;

require_once __DIR__ . '/BlueprintTestCase.php';

final class WizardTest extends BlueprintTestCase {

	private FakeEngine $engine;

	protected function setUp(): void {
		parent::setUp();
		( new Wizard( new BlueprintsTable() ) )->forget();
		$this->engine = new FakeEngine();
		$this->engine->answer_inline( 'sag.build_blueprint', fn() => self::document() );
		$this->engine->answer_inline(
			'keywords.read_csv',
			static fn( array $input ) => array( 'format' => 'plain', 'columns' => array( 'phrase' => 'Keyword' ), 'keywords' => array_map( static fn( string $phrase ) => array( 'phrase' => $phrase, 'volume' => 10 ), array_values( array_filter( explode( "\n", $input['text'] ) ) ) ), 'skipped' => array( array( 'line' => 9, 'reason' => 'No keyword.' ) ), 'skipped_count' => 1, 'count' => 2 )
		);
	}

	public function test_it_begins_with_the_site_and_nothing_is_stored_by_looking(): void {
		update_option( 'blogname', 'Northwind &amp; Sons' );
		$record = $this->call( 'blueprint.wizard' );

		$this->assertSame( array( 'new', 'welcome', 'quick', 'Northwind & Sons', array(), 0 ), array( $record['state'], $record['step'], $record['mode'], $record['site_name'], $record['sectors'], $record['version'] ) );
		$this->assertFalse( get_option( Wizard::OPTION ) );
	}

	public function test_each_step_is_kept_and_what_is_not_given_stays(): void {
		$this->call( 'blueprint.save_wizard', array( 'step' => 'site', 'words' => 'we sell dog beds', 'mode' => 'detailed' ) );
		$this->call( 'blueprint.save_wizard', array( 'sectors' => array( 'dog-supplies' ), 'facts' => array( 'brands' => array( 'Kong' ) ), 'step' => 'structure' ) );
		$this->log_in(); // Another administrator goes on.
		$record = $this->call( 'blueprint.wizard' );

		$this->assertSame( array( 'open', 'structure', 'detailed', 'we sell dog beds' ), array( $record['state'], $record['step'], $record['mode'], $record['words'] ) );
		$this->assertSame( array( array( 'slug' => 'dog-supplies', 'name' => 'dog-supplies' ) ), $record['sectors'] );
		$this->assertSame( array( 'Kong' ), $record['facts']['brands'] );
		$this->assertContains( $this->autoload( Wizard::OPTION ), array( 'no', 'off', 'auto-off' ) );
	}

	public function test_nonsense_is_refused_and_nothing_of_it_is_kept(): void {
		foreach ( array( array( 'step' => 'payment' ), array( 'mode' => 'expert' ), array( 'sectors' => array( 'Not A Slug' ) ), array( 'sectors' => array_fill( 0, 6, 'dog-supplies' ) ), array( 'facts' => array( 'secrets' => array() ) ), array( 'edits' => array( array( 'level' => 'primary' ) ) ), array( 'skipped' => array( 'site' ) ) ) as $given ) {
			$this->assert_error( 'input_invalid', $this->call( 'blueprint.save_wizard', array( 'words' => 'x' ) + $given ) );
		}
		$this->assertSame( 'new', $this->call( 'blueprint.wizard' )['state'] );
	}

	public function test_a_keyword_list_is_read_kept_and_forgotten(): void {
		$read = $this->call( 'blueprint.read_keywords', array( 'text' => "dog beds\ndog dna test\n", 'name' => 'export.csv' ) );
		$this->assertSame( array( 'plain', 2, 1, 'dog beds' ), array( $read['format'], $read['count'], $read['skipped_count'], $read['examples'][0]['phrase'] ) );
		$this->assertSame( array( 'name' => 'export.csv', 'format' => 'plain', 'count' => 2, 'skipped' => 1 ), $this->call( 'blueprint.wizard' )['keywords'] );
		$this->assertSame( array( 'dog beds', 'dog dna test' ), array_column( ( new Wizard( new BlueprintsTable() ) )->create_input()['keywords'], 'phrase' ) );

		$this->call( 'blueprint.read_keywords', array( 'text' => '' ) );
		$this->assertSame( 0, $this->call( 'blueprint.wizard' )['keywords']['count'] );
		$this->assert_error( 'no_keywords', $this->call( 'blueprint.read_keywords', array( 'text' => " \n " ) ) );
	}

	public function test_the_preview_shows_a_structure_and_stores_none(): void {
		$this->fill();
		$draft = $this->call( 'blueprint.preview_draft', array( 'from_wizard' => true ) );

		$document = self::document();
		$this->assertSame( array( count( $document['clusters'] ), count( $document['pages'] ) ), array( $draft['counts']['clusters'], $draft['counts']['pages'] ) );
		$this->assertMatchesRegularExpression( '#^/[a-z-]+/#', $draft['clusters'][0]['path'] );
		$this->assertSame( array_column( $document['attributes'], 'slug' ), array_column( $draft['proposed'], 'slug' ) );
		$this->assertSame( count( $document['taxonomies'] ), $draft['site']['counts']['taxonomies_created'] );
		$this->assertSame( array( 0, 0 ), array( $this->call( 'blueprint.list' )['total'], $this->call( 'engine.jobs' )['total'] ), 'Neither a version nor a job.' );
		$this->assertSame( array(), array_filter( get_taxonomies(), static fn( string $name ) => str_starts_with( $name, 'igny8_' ) ) );
	}

	public function test_edits_that_do_not_fit_any_more_are_left_out_and_the_others_sent(): void {
		$attribute = self::document()['attributes'][0];
		$known     = $attribute['values'][0]['slug'];
		$this->fill( array( 'edits' => array( array( 'attribute' => 'of-another-trade', 'is_dropped' => true ), array( 'attribute' => $attribute['slug'], 'drop_values' => array( $known, 'gone' ) ), array( 'attribute' => 'coat-length', 'name' => 'Coat length', 'role' => 'feature', 'add_values' => array( 'Short' ) ) ) ) );
		$this->call( 'blueprint.preview_draft', array( 'from_wizard' => true ) );
		$sent = array_values( array_filter( array_column( array_column( $this->engine->requests, 'body' ), 'input' ), static fn( array $input ) => isset( $input['edits'] ) ) );

		$this->assertSame( array( array( 'attribute' => $attribute['slug'], 'drop_values' => array( $known ) ), array( 'attribute' => 'coat-length', 'name' => 'Coat length', 'role' => 'feature', 'add_values' => array( 'Short' ) ) ), $sent[0]['edits'] );
	}

	public function test_the_last_button_makes_a_version_of_the_record_and_the_record_goes_when_it_is_applied(): void {
		$this->fill( array( 'facts' => array( 'brands' => array( 'Kong' ) ) ) );
		$this->call( 'blueprint.read_keywords', array( 'text' => "dog beds\ndog dna test" ) );
		$job = $this->call( 'blueprint.create', array( 'from_wizard' => true ) );
		$this->assertSame( array( 'done', 1 ), array( $job['status'], $job['result']['version'] ), (string) wp_json_encode( $job['error'] ) );
		$input = $this->module()->input( 1 );
		$this->assertSame( array( array( 'dog-supplies' ), array( 'Kong' ), 2 ), array( $input['sectors'], $input['facts']['brands'], count( $input['keywords'] ) ) );
		$planned = $this->call( 'blueprint.wizard' );
		$this->assertSame( array( 'planned', 1, 'finish' ), array( $planned['state'], $planned['version'], $planned['step'] ) );

		$this->finish( 'blueprint.apply', array( 'version' => 1 ) );
		$this->assertSame( array( false, false ), array( get_option( Wizard::OPTION ), get_option( Wizard::KEYWORDS ) ) );
		$next = $this->call( 'blueprint.wizard' );
		$this->assertSame( array( 'new', self::document()['site_name'], 2 ), array( $next['state'], $next['site_name'], $next['keywords']['count'] ), 'It begins with what the newest version was made from.' );
	}

	public function test_going_back_after_an_interrupted_apply_opens_the_record_again(): void {
		$this->fill();
		$this->call( 'blueprint.create', array( 'from_wizard' => true ) );
		$this->assertSame( 'planned', $this->call( 'blueprint.save_wizard', array( 'step' => 'finish' ) )['state'] );
		$this->assertSame( 'open', $this->call( 'blueprint.save_wizard', array( 'site_name' => 'Other' ) )['state'] );
	}

	public function test_without_a_sector_nothing_is_asked_of_the_engine(): void {
		foreach ( array( 'blueprint.create', 'blueprint.preview_draft' ) as $operation ) {
			$error = $this->assert_error( 'input_invalid', $this->call( $operation, array( 'from_wizard' => true ) ) );
			$this->assertArrayHasKey( 'sectors', $error->get_error_data()['fields'] );
		}
		$this->assertSame( array(), array_filter( $this->engine->requests, static fn( array $request ) => 'POST' === $request['method'] ) );
	}

	public function test_an_engine_that_is_away_loses_nothing(): void {
		$this->fill();
		$this->engine->is_down();
		$this->assert_error( 'engine_unreachable', $this->call( 'blueprint.preview_draft', array( 'from_wizard' => true ) ) );
		$this->assertSame( array( 'open', 0 ), array( $this->call( 'blueprint.wizard' )['state'], $this->call( 'blueprint.list' )['total'] ) );
	}

	public function test_a_rebuild_keeps_what_the_owner_decided_unless_told_otherwise(): void {
		$create    = new Create( new BlueprintsTable(), $this->plugin() );
		$decisions = array( array( 'action' => 'rename', 'cluster' => 'c-1', 'title' => 'Beds' ) );
		$create->save( Sample::document(), array( 'sectors' => array( 'dog-supplies' ), 'edits' => array(), 'decisions' => $decisions, 'keywords' => array( array( 'phrase' => 'dog beds' ) ) ) );
		$create = new Create( new BlueprintsTable(), $this->plugin() );
		$kept   = $create->prepare( array( 'sectors' => array( 'dog-supplies' ), 'site_type' => 'ecommerce' ) );
		$fresh  = $create->prepare( array( 'sectors' => array( 'dog-supplies' ), 'site_type' => 'ecommerce', 'decisions' => array(), 'keywords' => array() ) );

		$this->assertSame( array( $decisions, array( array( 'phrase' => 'dog beds' ) ) ), array( $kept['decisions'], $kept['keywords'] ) );
		$this->assertSame( array(), array_intersect_key( $fresh, array_flip( array( 'decisions', 'keywords' ) ) ) );
	}

	public function test_words_are_matched_to_sectors_and_the_site_speaks_for_itself_without_any(): void {
		$this->engine->answer_inline( 'sag.match_sectors', static fn( array $input ) => array( 'matches' => array( array( 'sector' => 'dog-supplies', 'name' => $input['text'], 'industry' => array( 'slug' => 'pets', 'name' => 'Pets' ), 'score' => 0.9 ) ) ) );
		update_option( 'blogname', 'Northwind' );
		update_option( 'blogdescription', 'Beds for dogs' );
		$this->assertSame( 'dog shop', $this->call( 'blueprint.match_sectors', array( 'text' => ' dog shop ' ) )['matches'][0]['name'] );
		$this->assertSame( 'Northwind. Beds for dogs', $this->call( 'blueprint.match_sectors' )['matches'][0]['name'] );
	}

	public function test_only_administrators_set_up_the_site(): void {
		$this->log_in( 'editor' );
		$this->assertSame( 403, $this->rest( 'GET', 'blueprint/wizard' )->get_status() );
		foreach ( array( 'save-wizard', 'reset-wizard', 'read-keywords', 'preview-draft' ) as $verb ) {
			$this->assertSame( 403, $this->rest( 'POST', "blueprint/{$verb}" )->get_status(), $verb );
		}
	}

	/**
	 * @param array<string, mixed> $more
	 */
	private function fill( array $more = array() ): void {
		$this->call( 'blueprint.save_wizard', array( 'site_type' => 'ecommerce', 'sectors' => array( array( 'slug' => 'dog-supplies', 'name' => 'Dog supplies' ) ) ) + $more );
	}

	/**
	 * @return array<string, mixed> A blueprint that the engine has made.
	 */
	private static function document(): array {
		return json_decode( (string) file_get_contents( dirname( __DIR__ ) . '/fixtures/blueprint.json' ), true );
	}

	private function autoload( string $option ): string {
		global $wpdb;
		return $wpdb->get_var( $wpdb->prepare( "SELECT autoload FROM {$wpdb->options} WHERE option_name = %s", $option ) );
	}
}
