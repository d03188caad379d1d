<?php
/**
 * Titles and descriptions go out as CSV and come back without loss; a spreadsheet never calculates with them.
 *
 * @package Igny8
 */

namespace Igny8\Tests\SeoMeta;

use Igny8\Csv;
use Igny8\Modules\SeoMeta\Survey\Survey;
use Igny8\Modules\SeoMeta\Survey\SurveyTable;
use Igny8\Seo\Fields;
use Igny8\Seo\Subject;
use Igny8\Tests\TestCase;

final class CsvTest extends TestCase {

	/**
	 * Texts that files, spreadsheets or WordPress like to break.
	 */
	private const HOSTILE = array( '=HYPERLINK("http://evil.example")', "'=1+1", '+49 30 1234', '-50 % off', '@home', '＝SUM(A1)', '🧦 Sökken, "warm"; جوارب', '{title} | 靴下', "It's 5 o'clock", '&amp; & &lt;', 'a\\b \\"c\\"', ' “quoted” ' );

	protected function setUp(): void {
		parent::setUp();
		array_map( static fn( int $id ) => wp_delete_post( $id, true ), get_posts( array( 'post_type' => 'any', 'post_status' => 'any', 'fields' => 'ids' ) ) ); // What WordPress comes with.
		( new SurveyTable() )->delete( array( 'kind' => 'post' ) );
		delete_option( Survey::OPTION );
		$this->log_in();
	}

	public function test_what_goes_out_comes_back_without_loss(): void {
		$ids = array_map( fn( string $text ) => $this->post( $text, array( 'title' => $text, 'description' => "{$text} and more" ) ), self::HOSTILE );
		$id  = $this->post( 'All', array( 'robots' => 'noindex, max-snippet:-1', 'canonical' => 'https://example.com/?a=1&b=2', 'og_image' => 'https://example.com/ö.png', 'x_card' => 'summary', 'keyphrases' => array( array( 'phrase' => 'a | b', 'synonyms' => array( 'c' ) ), array( 'phrase' => 'd', 'synonyms' => array() ) ), 'primary_terms' => array( 'category' => 1 ), 'is_cornerstone' => true, 'breadcrumb_title' => '=x', 'schema' => array( 'type' => 'Article', 'properties' => array( 'a.b' => '=1' ) ) ) );
		$csv = $this->export();
		$this->assertSame( array( 'rows' => count( $ids ) + 1, 'changed' => 0, 'refused' => 0 ), $this->counts( $this->import( $csv, true ), array( 'rows', 'changed', 'refused' ) ) );
		$before = array_map( array( $this, 'fields' ), array( ...$ids, $id ) );
		foreach ( array( ...$ids, $id ) as $one ) {
			array_map( static fn( string $key ) => delete_post_meta( $one, $key ), Fields::META );
		}
		$this->assertSame( count( $ids ) + 1, $this->import( $csv )['changed'] );
		$this->assertEquals( $before, array_map( array( $this, 'fields' ), array( ...$ids, $id ) ) );
		$this->assertSame( $csv, $this->export() );
	}

	public function test_no_cell_is_a_formula_to_a_spreadsheet(): void {
		foreach ( self::HOSTILE as $text ) {
			$this->post( $text, array( 'title' => $text ) );
		}
		foreach ( explode( "\r\n", trim( substr( $this->export(), 3 ) ) ) as $line ) {
			foreach ( str_getcsv( $line, ',', '"', '' ) as $cell ) {
				$this->assertDoesNotMatchRegularExpression( '/^\s*[=+\-@＝＋－＠]/u', $cell );
			}
		}
	}

	public function test_columns_left_out_stay_and_empty_cells_empty(): void {
		$id = $this->post( 'Page', array( 'title' => 'Old', 'description' => 'Kept', 'robots' => 'noindex' ) );
		$this->assertSame( 1, $this->import( "id,title,robots\n{$id},New," )['changed'] );
		$this->assertSame( array( 'New', 'Kept', '' ), array_values( array_intersect_key( $this->fields( $id ), array_flip( array( 'title', 'description', 'robots' ) ) ) ) );
		$this->assertSame( 1, $this->import( "ID;Title\r\n{$id};From Excel\r\n" )['changed'] );
		$this->assertSame( 'From Excel', $this->fields( $id )['title'] );
	}

	public function test_rows_with_faults_are_told_by_line_and_the_others_go_in(): void {
		$id     = $this->post( 'Page' );
		$result = $this->import( "kind,id,title,x_card,primary_terms\npost,{$id},\"Two\nlines\",,\npost,999999,x,,\npost,{$id},Good,huge,\nauthor,x,a,,\nthing,1,a,,\npost,{$id},a,,{\npost,{$id}\npost,{$id},\"open" );
		$this->assertSame( array( 4, 5, 6, 7, 8, 9, 10 ), array_column( $result['errors'], 'line' ) );
		$words = implode( ' ', array_column( $result['errors'], 'message' ) );
		foreach ( array( '“999999”', 'x_card', 'primary_terms', 'post, term or author', '2 cells', '3 cells' ) as $word ) {
			$this->assertStringContainsString( $word, $words );
		}
		$this->assertSame( 'Two lines', $this->fields( $id )['title'] );
	}

	/**
	 * @dataProvider files
	 */
	public function test_a_file_that_is_none_is_refused_whole( string $text, string $code ): void {
		$this->assert_error( $code, $this->call( 'seo-meta.import', array( 'text' => $text ) ) );
	}

	/**
	 * @return list<array{string, string}>
	 */
	public static function files(): array {
		return array( array( "\n", 'csv_empty' ), array( "title\nx", 'csv_no_id' ), array( "id,titel\n1,x", 'csv_unknown_columns' ) );
	}

	public function test_a_file_that_is_too_long_changes_nothing(): void {
		$id = $this->post( 'Page' );
		$this->assert_error( 'too_many_rows', $this->call( 'seo-meta.import', array( 'text' => "id,title\n" . str_repeat( "{$id},x\n", 2001 ) ) ) );
		$this->assertSame( '', $this->fields( $id )['title'] );
	}

	public function test_pieces_of_one_file_are_undone_together(): void {
		$first  = $this->post( 'One', array( 'title' => 'Before' ) );
		$second = $this->post( 'Two' );
		$batch  = $this->call( 'seo-meta.import', array( 'text' => "id,title\n{$first},After", 'run' => 'file', 'name' => 'titles.csv' ) )['batch'];
		$this->assertSame( $batch, $this->call( 'seo-meta.import', array( 'text' => "id,title\n{$second},After", 'run' => 'file' ) )['batch'] );
		$this->assertSame( array( 'titles.csv', 2 ), array( $this->call( 'seo-meta.batches' )['batches'][0]['words'], $this->call( 'seo-meta.batches' )['batches'][0]['changed'] ) );
		$this->assertSame( 2, $this->call( 'seo-meta.undo', array( 'batch' => $batch ) )['undone'] );
		$this->assertSame( array( 'Before', '' ), array( $this->fields( $first )['title'], $this->fields( $second )['title'] ) );
	}

	public function test_an_author_imports_their_own_posts_only(): void {
		$hers = $this->post( 'Hers' );
		$this->log_in( 'author' );
		$his = $this->post( 'His' );
		$this->assertStringNotContainsString( 'Hers', $this->export() );
		$this->assertSame( array( 'changed' => 1, 'refused' => 1 ), $this->counts( $this->import( "id,title\n{$hers},x\n{$his},x" ), array( 'changed', 'refused' ) ) );
	}

	public function test_an_export_goes_on_where_it_stopped(): void {
		array_map( fn( int $number ) => $this->post( "Page {$number}" ), range( 1, 7 ) );
		$first = $this->call( 'seo-meta.export', array( 'limit' => 4 ) );
		$rest  = $this->call( 'seo-meta.export', array( 'limit' => 4, 'after' => $first['next'] ) );
		$this->assertSame( array( 4, 3, 7, 0 ), array( $first['count'], $rest['count'], $rest['total'], $rest['next'] ) );
		$this->assertSame( $this->export(), $first['csv'] . $rest['csv'] );
	}

	public function test_terms_and_authors_go_round_too(): void {
		$term = wp_insert_term( 'Felt & Co', 'category' )['term_id'];
		Fields::write( Subject::term( get_term( $term ) ), array( 'title' => 'Felt {site_name}' ) );
		$csv = $this->call( 'seo-meta.export', array( 'kind' => 'term' ) )['csv'];
		$this->assertStringContainsString( "term,{$term},category,Felt & Co,", $csv );
		$this->assertSame( 0, $this->import( $csv, true )['changed'] );
		$this->assertSame( 1, $this->import( "kind,id,description\nterm,{$term},Soft" )['changed'] );
	}

	public function test_memory_does_not_grow_with_the_rows(): void {
		$id   = $this->post( 'Page' );
		$line = "{$id}," . str_repeat( 'word ', 60 ) . "\n"; // The same page again and again: what is measured is the reading.
		$grew = array();
		foreach ( array( 500, 2000 ) as $rows ) {
			$text = "id,title\n" . str_repeat( $line, $rows );
			memory_reset_peak_usage();
			$before = memory_get_usage();
			$this->import( $text, true );
			$grew[] = memory_get_peak_usage() - $before;
		}
		$this->assertLessThan( 2000000, $grew[1] - $grew[0] );
	}

	public function test_a_damaged_row_stops_no_export_and_prints_nothing(): void {
		global $wpdb;
		$id = wp_insert_post( array( 'post_title' => 'Damaged', 'post_status' => 'publish' ) );
		foreach ( \Igny8\Seo\Subject::META as $name => $key ) {
			$wpdb->insert( $wpdb->postmeta, array( 'post_id' => $id, 'meta_key' => $key, 'meta_value' => in_array( $name, array( 'keyphrases', 'primary_terms', 'schema' ), true ) ? 'text' : maybe_serialize( array( 'x' ) ) ) ); // phpcs:ignore WordPress.DB -- Past our own doors, as a broken import leaves it.
		}
		wp_cache_delete( $id, 'post_meta' );
		$this->assertStringContainsString( "post,{$id},post,Damaged,", $this->call( 'seo-meta.export' )['csv'] );
		$this->assertStringContainsString( '<title>Damaged ', $this->call( 'seo-meta.head', array( 'of' => "post:{$id}" ) )['html'] );
	}

	public function test_ten_thousand_rows_are_read_one_at_a_time(): void {
		$lines = 0;
		foreach ( Csv::read( "id,title\r\n" . str_repeat( "1,\"a \"\"b\"\",\nc\"\r\n", 10000 ) ) as $line => $cells ) {
			++$lines;
		}
		$this->assertSame( array( 10001, 20000, array( '1', "a \"b\",\nc" ) ), array( $lines, $line, $cells ) );
	}

	private function export(): string {
		Survey::settle();
		return $this->call( 'seo-meta.export', array( 'type' => array( 'post' ) ) )['csv'];
	}

	/**
	 * @return array<string, mixed>
	 */
	private function import( string $text, bool $is_dry = false ): array {
		return $this->call( 'seo-meta.import', array( 'text' => $text, 'dry_run' => $is_dry ) );
	}

	/**
	 * @param array<string, mixed> $result
	 * @param list<string>         $names
	 * @return array<string, mixed>
	 */
	private function counts( array $result, array $names ): array {
		return array_intersect_key( $result, array_flip( $names ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function fields( int $id ): array {
		return Fields::read( Subject::post( get_post( $id ) ) );
	}

	/**
	 * @param array<string, mixed> $fields
	 */
	private function post( string $title, array $fields = array() ): int {
		$id = wp_insert_post( array( 'post_title' => wp_slash( $title ), 'post_status' => 'publish' ) );
		array() === $fields || $this->assertIsArray( Fields::write( Subject::post( get_post( $id ) ), $fields ) );
		return $id;
	}
}
