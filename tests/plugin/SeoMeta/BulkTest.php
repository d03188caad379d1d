<?php
/**
 * Many pages at once: listed with what is wrong with them, changed with a preview, resumed after a kill, taken back.
 *
 * @package Igny8
 */

namespace Igny8\Tests\SeoMeta;

use Igny8\Modules\SeoMeta\Bulk\BatchesTable;
use Igny8\Modules\SeoMeta\Bulk\ItemsTable;
use Igny8\Modules\SeoMeta\Survey\PixelWidth;
use Igny8\Modules\SeoMeta\Survey\Survey;
use Igny8\Modules\SeoMeta\Survey\SurveyTable;
use Igny8\Seo\Fields;
use Igny8\Seo\Subject;
use Igny8\Tests\TestCase;

final class BulkTest extends TestCase {

	protected function setUp(): void {
		parent::setUp();
		( new SurveyTable() )->delete( array( 'kind' => 'post' ) );
		delete_option( Survey::OPTION );
		delete_transient( Survey::SUMMARY );
		$this->log_in();
	}

	public function test_a_row_says_what_is_printed_where_it_comes_from_and_what_is_wrong(): void {
		$plain = $this->post( 'Wool socks' );
		$long  = $this->post( 'Long', array( 'title' => str_repeat( 'Wide words ', 12 ), 'description' => str_repeat( 'Many words. ', 30 ) ) );
		$this->post( 'Hidden', array( 'robots' => 'noindex' ) );
		$rows = $this->rows();
		$this->assertSame( array( 'Wool socks – ' . get_bloginfo( 'name' ), '', '{title} {page} {separator} {site_name}' ), array( $rows[ $plain ]['title'], $rows[ $plain ]['title_own'], $rows[ $plain ]['title_template'] ) );
		$this->assertSame( array( 'description_missing' ), $rows[ $plain ]['problems'] );
		$this->assertSame( array( 'title_long', 'description_long' ), $rows[ $long ]['problems'] );
		$this->assertSame( array( 1, 1, 1, 1 ), array_map( fn( array $filter ) => $this->call( 'seo-meta.list', $filter )['total'], array( array( 'problem' => array( 'title_long' ), 'type' => array( 'post' ) ), array( 'problem' => array( 'noindex' ) ), array( 'has' => array( 'title' ) ), array( 'search' => 'wool SÓCKS' ) ) ) );
	}

	public function test_duplicates_are_those_that_search_engines_see(): void {
		$first  = $this->post( 'Twin' );
		$second = $this->post( 'twin' );
		$this->post( 'Twin', array( 'robots' => 'noindex' ) );
		$this->post( 'Twin', array(), 'draft' );
		$found = $this->call( 'seo-meta.list', array( 'problem' => array( 'title_duplicate' ), 'orderby' => 'name' ) );
		$this->assertEqualsCanonicalizing( array( $first, $second ), array_column( $found['pages'], 'id' ) );
		$this->assertSame( 2, $this->call( 'seo-meta.summary' )['title_duplicate'] );
		Fields::write( Subject::post( get_post( $second ) ), array( 'title' => 'Another' ) );
		Survey::settle();
		$this->assertSame( 0, $this->call( 'seo-meta.summary' )['title_duplicate'] );
	}

	public function test_lists_are_filtered_by_status_author_term_and_ordered(): void {
		$author = $this->log_in( 'author' );
		$this->log_in();
		$term = wp_insert_term( 'Felt', 'category' )['term_id'];
		$mine = $this->post( 'Äpfel', array(), 'draft' );
		$his  = wp_insert_post( array( 'post_title' => 'Zebra', 'post_status' => 'publish', 'post_author' => $author, 'post_category' => array( $term ) ) );
		$ids  = fn( array $input ) => array_column( $this->call( 'seo-meta.list', $input + array( 'orderby' => 'name', 'order' => 'asc', 'type' => array( 'post' ) ) )['pages'], 'id' );
		$this->assertSame( array( $mine ), $ids( array( 'status' => array( 'draft' ) ) ) );
		$this->assertSame( array( $his ), $ids( array( 'author' => array( $author ) ) ) );
		$this->assertSame( array( $his ), $ids( array( 'term' => array( $term ) ) ) );
		$this->assertSame( array(), $ids( array( 'term' => array( 999999 ) ) ) );
		$all = $ids( array() );
		$this->assertLessThan( array_search( $his, $all, true ), array_search( $mine, $all, true ), 'Ä stands with A.' );
		$this->assertSame( array( 'Felt' ), array_column( $this->call( 'seo-meta.list', array( 'kind' => 'term', 'search' => 'fel' ) )['pages'], 'name' ) );
		$this->assertContains( $author, array_column( $this->call( 'seo-meta.list', array( 'kind' => 'author' ) )['pages'], 'id' ) );
	}

	public function test_an_author_sees_and_changes_their_own_posts_only(): void {
		$hers = $this->post( 'Hers' );
		$this->log_in( 'author' );
		$his = $this->post( 'His' );
		$this->assertSame( array( $his ), array_column( $this->call( 'seo-meta.list' )['pages'], 'id' ) );
		$this->assertSame( 0, $this->call( 'seo-meta.bulk', array( 'ids' => array( $hers ), 'field' => 'title', 'value' => 'Taken' ) )['changed'] );
		$this->assertSame( '', get_post_meta( $hers, '_igny8_meta_title', true ) );
		$this->log_in( 'subscriber' );
		$this->assertSame( 403, $this->rest( 'GET', 'seo-meta/list' )->get_status() );
		$this->assertSame( 403, $this->rest( 'POST', 'seo-meta/bulk', array( 'field' => 'title', 'action' => 'clear' ) )->get_status() );
	}

	/**
	 * @dataProvider changes
	 *
	 * @param array<string, mixed> $before
	 * @param array<string, mixed> $change
	 * @param array<string, mixed> $after
	 */
	public function test_a_change_makes_of_a_page_what_it_says( array $before, array $change, array $after ): void {
		$id = $this->post( 'Page', $before );
		$this->rows();
		$this->assertSame( 1, $this->call( 'seo-meta.bulk', array( 'ids' => array( $id ) ) + $change )['changed'] );
		$this->assertEquals( $after, array_intersect_key( Fields::read( Subject::post( get_post( $id ) ) ), $after ) );
	}

	/**
	 * @return iterable<string, array{array<string, mixed>, array<string, mixed>, array<string, mixed>}>
	 */
	public static function changes(): iterable {
		yield 'set with variables' => array( array(), array( 'field' => 'title', 'value' => '{title} | {current_year}' ), array( 'title' => '{title} | {current_year}' ) );
		yield 'clear' => array( array( 'title' => 'Old' ), array( 'field' => 'title', 'action' => 'clear' ), array( 'title' => '' ) );
		yield 'replace, whatever the case' => array( array( 'title' => 'Best CHEAP $1 socks' ), array( 'field' => 'title', 'action' => 'replace', 'find' => 'cheap $1', 'value' => 'good \\0 $1' ), array( 'title' => 'Best good \\0 $1 socks' ) );
		yield 'append to one\'s own' => array( array( 'title' => 'Mine' ), array( 'field' => 'title', 'action' => 'append', 'value' => ' – Sale' ), array( 'title' => 'Mine – Sale' ) );
		yield 'append to the template' => array( array(), array( 'field' => 'title', 'action' => 'append', 'value' => ' – Sale' ), array( 'title' => '{title} {page} {separator} {site_name} – Sale' ) );
		yield 'prepend' => array( array( 'description' => 'words' ), array( 'field' => 'description', 'action' => 'prepend', 'value' => 'More ' ), array( 'description' => 'More words' ) );
		yield 'noindex beside other directives' => array( array( 'robots' => 'index, max-snippet:50' ), array( 'field' => 'robots', 'action' => 'add', 'value' => 'noindex' ), array( 'robots' => 'noindex, max-snippet:50' ) );
		yield 'index again' => array( array( 'robots' => 'noindex, nofollow' ), array( 'field' => 'robots', 'action' => 'remove', 'value' => 'noindex' ), array( 'robots' => 'nofollow' ) );
		yield 'the focus keyphrase, others stay' => array( array( 'keyphrases' => array( array( 'phrase' => 'a', 'synonyms' => array() ), array( 'phrase' => 'b', 'synonyms' => array( 'c' ) ) ) ), array( 'field' => 'keyphrase', 'value' => 'socks' ), array( 'keyphrases' => array( array( 'phrase' => 'socks', 'synonyms' => array() ), array( 'phrase' => 'b', 'synonyms' => array( 'c' ) ) ) ) );
		yield 'emoji and letters of other scripts' => array( array(), array( 'field' => 'title', 'value' => '🧦 جوارب {title} 靴下' ), array( 'title' => '🧦 جوارب {title} 靴下' ) );
	}

	public function test_a_primary_term_is_one_that_the_post_has(): void {
		$id   = $this->post( 'Post' );
		$term = wp_insert_term( 'Wool', 'category' )['term_id'];
		$this->rows();
		$change = array( 'ids' => array( $id ), 'field' => 'primary_term', 'value' => (string) $term );
		$this->assertStringContainsString( 'does not have this term', $this->call( 'seo-meta.bulk', $change )['errors'][0]['message'] );
		wp_set_post_categories( $id, array( $term ) );
		$this->assertSame( 1, $this->call( 'seo-meta.bulk', $change )['changed'] );
		$this->assertSame( array( 'category' => $term ), get_post_meta( $id, '_igny8_primary_terms', true ) );
	}

	/**
	 * @dataProvider nonsense
	 *
	 * @param array<string, mixed> $input
	 */
	public function test_nonsense_is_refused_at_its_field( array $input, string $field ): void {
		$error = $this->assert_error( 'change_invalid', $this->call( 'seo-meta.bulk', $input ) );
		$this->assertArrayHasKey( $field, $error->get_error_data()['fields'] );
	}

	/**
	 * @return list<array{array<string, mixed>, string}>
	 */
	public static function nonsense(): array {
		return array(
			array( array( 'field' => 'title' ), 'value' ),
			array( array( 'field' => 'title', 'action' => 'add', 'value' => 'x' ), 'action' ),
			array( array( 'field' => 'title', 'action' => 'replace', 'value' => 'x' ), 'find' ),
			array( array( 'field' => 'robots', 'action' => 'add', 'value' => 'no way' ), 'value' ),
			array( array( 'field' => 'primary_term', 'value' => '999999' ), 'value' ),
		);
	}

	public function test_a_preview_shows_and_changes_nothing(): void {
		$ids = array_map( fn( int $number ) => $this->post( "Page {$number}" ), range( 1, 30 ) );
		$this->rows();
		$dry = $this->call( 'seo-meta.bulk', array( 'type' => array( 'post' ), 'search' => 'page', 'field' => 'title', 'action' => 'append', 'value' => ' now', 'dry_run' => true ) );
		$this->assertSame( array( 30, 20, 20, 0 ), array( $dry['total'], $dry['done'], $dry['changed'], $dry['batch'] ) );
		$this->assertSame( array( '', '{title} {page} {separator} {site_name} now', 'Page 1 – ' . get_bloginfo( 'name' ), 'Page 1 – ' . get_bloginfo( 'name' ) . ' now' ), array( $dry['rows'][0]['before'], $dry['rows'][0]['after'], $dry['rows'][0]['prints_before'], $dry['rows'][0]['prints_after'] ) );
		$this->assertSame( PixelWidth::title( $dry['rows'][0]['prints_after'] ), $dry['rows'][0]['px'] );
		$this->assertSame( '', get_post_meta( $ids[0], '_igny8_meta_title', true ) );
		$this->assertSame( 0, ( new BatchesTable() )->count() );
	}

	public function test_all_that_match_are_those_of_the_beginning_and_come_back_at_once(): void {
		$ids  = array_map( fn( int $number ) => $this->post( 'Same', array( 'description' => "Old {$number}" ) ), range( 1, 7 ) );
		$kept = $ids[3];
		$this->rows();
		// Every change takes a page out of the duplicates that were asked for.
		$run = $this->call( 'seo-meta.bulk', array( 'problem' => array( 'title_duplicate' ), 'field' => 'title', 'value' => '{title} {id}' ) );
		$this->assertSame( array( 7, 0 ), array( $run['changed'], $run['remaining'] ) );
		$this->assertSame( 0, $this->call( 'seo-meta.summary' )['title_duplicate'] );
		Fields::write( Subject::post( get_post( $kept ) ), array( 'title' => 'Mine now' ) );
		$batches = $this->call( 'seo-meta.batches' )['batches'];
		$this->assertSame( array( $run['batch'], 7, true ), array( $batches[0]['id'], $batches[0]['changed'], $batches[0]['can_undo'] ) );
		$undo = $this->call( 'seo-meta.undo', array( 'batch' => $run['batch'] ) );
		$this->assertSame( array( 6, 1, 0 ), array( $undo['undone'], $undo['kept'], $undo['remaining'] ) );
		$this->assertSame( array( 'Mine now', '' ), array( get_post_meta( $kept, '_igny8_meta_title', true ), get_post_meta( $ids[0], '_igny8_meta_title', true ) ) );
		$this->assertFalse( $this->call( 'seo-meta.batches' )['batches'][0]['can_undo'] );
		$this->log_in( 'editor' );
		$this->assert_error( 'batch_not_found', $this->call( 'seo-meta.undo', array( 'batch' => $run['batch'] ) ) );
	}

	public function test_a_killed_change_is_gone_on_with_and_can_be_undone(): void {
		$ids = array_map( fn( int $number ) => $this->post( "Page {$number}" ), range( 1, 4 ) );
		$this->rows();
		$input = array( 'ids' => $ids, 'field' => 'title', 'value' => 'New', 'run' => 'mine' );
		$batch = $this->call( 'seo-meta.bulk', $input )['batch'];
		$items = new ItemsTable();
		list( $noted, $waiting ) = $items->select( array( 'batch_id' => $batch ), limit: 2 );
		// As if the process had died: one page noted and not written, one not reached.
		$items->update( array( 'state' => ItemsTable::NOTED ), array( 'id' => $noted['id'] ) );
		delete_post_meta( $ids[0], '_igny8_meta_title' );
		$items->update( array( 'state' => ItemsTable::WAITING ), array( 'id' => $waiting['id'] ) );
		delete_post_meta( $ids[1], '_igny8_meta_title' );
		( new BatchesTable() )->update( array( 'status' => 'open' ), array( 'id' => $batch ) );
		$again = $this->call( 'seo-meta.bulk', $input );
		$this->assertSame( array( $batch, 2, 4, 0 ), array( $again['batch'], $again['changed'], $again['done'], $again['remaining'] ) );
		$this->assertSame( array( 'New', 'New' ), array( get_post_meta( $ids[0], '_igny8_meta_title', true ), get_post_meta( $ids[1], '_igny8_meta_title', true ) ) );
		$this->assertSame( 4, $this->call( 'seo-meta.undo', array( 'batch' => $batch ) )['undone'] );
		$this->log_in( 'editor' );
		$this->assert_error( 'run_taken', $this->call( 'seo-meta.bulk', $input ) );
	}

	public function test_a_second_tab_neither_does_the_work_twice_nor_spoils_the_undo(): void {
		$id    = $this->post( 'Page', array( 'title' => 'Mine' ) );
		$input = array( 'ids' => array( $id ), 'field' => 'title', 'action' => 'append', 'value' => '!', 'run' => 'tabs' );
		$this->rows();
		$again = 0;
		add_action( 'igny8/seo/fields_saved', function () use ( $input, &$again ) {
			1 === ++$again && $this->assertEquals( array( 'changed' => 0, 'remaining' => 1 ), array_intersect_key( $this->call( 'seo-meta.bulk', $input ), array( 'changed' => 0, 'remaining' => 0 ) ), 'Another request is at it: it is told how far that is.' );
		} );
		$early = null;
		add_filter( 'query', function ( string $query ) use ( $input, &$early ): string {
			if ( null === $early && str_starts_with( $query, 'INSERT INTO' ) && str_contains( $query, 'igny8_seo_batch_items' ) ) { // The pages are being noted.
				$early = array();
				$early = $this->call( 'seo-meta.bulk', $input );
			}
			return $query;
		} );
		$done = $this->call( 'seo-meta.bulk', $input );
		$this->assertSame( array( 0, 1 ), array( $early['changed'], $early['remaining'] ) );
		$this->assertSame( array( 1, 'Mine!' ), array( $done['changed'], get_post_meta( $id, '_igny8_meta_title', true ) ) );
		$this->assertSame( 1, $this->call( 'seo-meta.undo', array( 'batch' => $done['batch'] ) )['undone'] );
		$this->assertSame( 'Mine', get_post_meta( $id, '_igny8_meta_title', true ) );
	}

	public function test_the_survey_hears_of_what_is_saved_trashed_and_deleted(): void {
		$id    = $this->post( 'Here' );
		$known = fn() => ( new SurveyTable() )->find( array( 'kind' => 'post', 'object_id' => $id ) );
		Survey::settle();
		$this->assertSame( 'here', $known()['name'] );
		wp_update_post( array( 'ID' => $id, 'post_title' => 'Renamed' ) );
		Survey::settle();
		$this->assertSame( 'renamed', $known()['name'] );
		wp_trash_post( $id );
		$this->assertNull( $known() );
		$this->call( 'seo-meta.survey' );
		$before = ( new SurveyTable() )->count();
		wp_insert_post( array( 'post_title' => 'A revision', 'post_type' => 'revision', 'post_status' => 'inherit', 'post_parent' => $id ) );
		Survey::settle();
		$this->assertSame( $before, ( new SurveyTable() )->count() );
	}

	public function test_other_templates_begin_a_new_walk_that_forgets_what_is_gone(): void {
		global $wpdb;
		$id = $this->post( 'Stays' );
		$this->call( 'seo-meta.survey' );
		$wpdb->insert( $wpdb->prefix . 'igny8_seo_survey', array( 'kind' => 'post', 'object_id' => 987654, 'subtype' => 'post', 'status' => 'publish', 'author_id' => 1, 'name' => 'ghost', 'words' => '', 'changed_at' => '2026-01-01 00:00:00', 'title_px' => 1, 'description_px' => 1, 'title_key' => 0, 'description_key' => 0, 'marks' => 0, 'round' => 1 ) );
		$this->plugin()->settings()->set( 'seo-meta', array( 'titles' => array( 'post:post' => array( 'title' => '{title} ' . str_repeat( 'long ', 30 ) ) ) ) );
		$this->call( 'seo-meta.survey' );
		$this->assertNull( ( new SurveyTable() )->find( array( 'object_id' => 987654 ) ) );
		$this->assertGreaterThan( PixelWidth::MOST_TITLE, ( new SurveyTable() )->find( array( 'kind' => 'post', 'object_id' => $id ) )['title_px'] );
	}

	public function test_widths_are_those_of_arial(): void {
		$this->assertSame( array( 23, 44, 60, 20 ), array( PixelWidth::title( 'Wi' ), PixelWidth::title( 'iiiiiiiiii' ), PixelWidth::title( '日本語' ), PixelWidth::title( '🧦' ) ) );
		$this->assertSame( PixelWidth::title( 'uber' ), PixelWidth::title( 'über' ) );
		$this->assertSame( 98, PixelWidth::description( str_repeat( '日', 7 ) ) );
	}

	/**
	 * @param array<string, mixed> $fields
	 */
	private function post( string $title, array $fields = array(), string $status = 'publish' ): int {
		$id = wp_insert_post( array( 'post_title' => $title, 'post_status' => $status ), true );
		array() === $fields || Fields::write( Subject::post( get_post( $id ) ), $fields );
		return $id;
	}

	/**
	 * @return array<int, array<string, mixed>> By id.
	 */
	private function rows(): array {
		Survey::settle();
		return array_column( $this->call( 'seo-meta.list', array( 'per_page' => 100 ) )['pages'], null, 'id' );
	}
}
