<?php
/**
 * The division into pages stays right: publishing, taking back, splitting, deleting, importing past all hooks.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Sitemap;

use Igny8\Modules\Sitemap\Changes;
use Igny8\Modules\Sitemap\PagesTable;
use Igny8\Seo\Fields;
use Igny8\Seo\Subject;

require_once __DIR__ . '/SitemapTestCase.php';

final class PagesTest extends SitemapTestCase {

	/**
	 * Every published post stands in exactly one file, whatever happened; no file is above its size.
	 */
	private function assert_complete( int $size ): void {
		global $wpdb;
		$listed = array();
		foreach ( array_keys( $this->index() ) as $url ) {
			if ( str_contains( $url, 'posts-post' ) ) {
				$locs = $this->locs( substr( $url, strlen( home_url() ) ) );
				$this->assertLessThanOrEqual( $size, count( $locs ), $url );
				array_push( $listed, ...$locs );
			}
		}
		$names = $wpdb->get_col( $wpdb->prepare( "SELECT post_name FROM {$wpdb->posts} WHERE post_type = 'post' AND post_status = 'publish' AND ID NOT IN ( SELECT post_id FROM {$wpdb->postmeta} WHERE meta_key = %s )", Fields::UNLISTED ) );
		$urls  = array_map( static fn( string $name ) => home_url( "/{$name}/" ), $names );
		sort( $urls );
		sort( $listed );
		$this->assertSame( $urls, $listed );
		$this->assertSame( count( $urls ), array_sum( array_column( array_filter( $this->pages()->listed(), static fn( $row ) => 'post' === $row['subtype'] ), 'count' ) ) );
	}

	public function test_stays_complete_through_a_life_of_changes(): void {
		$this->page_size( 4 );
		$drafts = array( $this->post( array( 'post_status' => 'draft', 'post_name' => 'early-draft' ) ), $this->post( array( 'post_status' => 'draft', 'post_name' => 'second-draft' ) ) );
		$ids    = array();
		for ( $number = 1; $number <= 10; $number++ ) {
			$ids[] = $this->post( array( 'post_name' => "post-{$number}" ) );
			$this->end_request();
		}
		$this->assert_complete( 4 );

		// Two old drafts go public: their page is full and is cut in halves, the numbers of others stay.
		$before = array_keys( $this->index() );
		array_map( 'wp_publish_post', $drafts );
		$this->end_request();
		$this->assert_complete( 4 );
		$this->assertSame( array(), array_diff( $before, array_keys( $this->index() ) ) );

		wp_update_post( array( 'ID' => $ids[0], 'post_status' => 'draft' ) );
		wp_trash_post( $ids[1] );
		wp_delete_post( $ids[2], true );
		Fields::write( Subject::post( get_post( $ids[3] ) ), array( 'robots' => 'noindex' ) );
		wp_update_post( array( 'ID' => $ids[5], 'post_name' => 'renamed' ) );
		$this->end_request();
		$this->assert_complete( 4 );

		wp_untrash_post( $ids[1] );
		wp_publish_post( $ids[1] );
		Fields::write( Subject::post( get_post( $ids[3] ) ), array( 'robots' => '' ) );
		set_post_type( $ids[4], 'page' );
		wp_update_post( array( 'ID' => $ids[6], 'post_type' => 'page' ) );
		$this->end_request();
		$this->assert_complete( 4 );
	}

	public function test_an_import_by_sql_is_noticed_and_divided(): void {
		$this->page_size( 100 );
		$this->post( array( 'post_name' => 'before' ) );
		$this->end_request();
		$this->index();
		$this->import_by_sql( 1050 );
		$this->assert_complete( 100 );

		// Rows changed in the middle by SQL have no new ids: the daily check finds them.
		global $wpdb;
		$wpdb->query( "UPDATE {$wpdb->posts} SET post_status = 'draft' WHERE post_name LIKE 'imported-2%'" );
		$this->plugin()->module( 'sitemap' )->on_daily();
		$this->assert_complete( 100 );
	}

	public function test_an_import_through_hooks_is_divided_too(): void {
		$this->page_size( 100 );
		wp_defer_term_counting( true );
		for ( $number = 1; $number <= 210; $number++ ) {
			$this->post( array( 'post_name' => "hooked-{$number}" ) );
		}
		wp_defer_term_counting( false );
		$this->end_request();
		$this->assert_complete( 100 );
	}

	public function test_a_save_marks_only_the_page_of_the_post(): void {
		$this->page_size( 100 );
		$highest = $this->import_by_sql( 1000 );
		$this->index();
		$before = array_column( ( new PagesTable() )->all(), 'revision', 'id' );
		wp_update_post( array( 'ID' => $highest - 550, 'post_title' => 'Changed' ) );
		$this->end_request();
		$dirty = ( new PagesTable() )->select( array( 'kind' => 'posts', 'is_dirty' => PagesTable::CHANGED ) );
		$this->assertCount( 1, $dirty );
		$this->assertTrue( $dirty[0]['first_id'] <= $highest - 550 && $dirty[0]['last_id'] >= $highest - 550 );
		$this->index();
		$after = array_column( ( new PagesTable() )->select( array( 'kind' => 'posts' ), 'id', 1000 ), 'revision', 'id' );
		$this->assertSame( array( $dirty[0]['id'] ), array_keys( array_diff_assoc( $after, $before ) ) );
	}

	public function test_a_draft_makes_nobody_count(): void {
		$this->post();
		$this->end_request();
		$this->index();
		$this->post( array( 'post_type' => 'page', 'post_status' => 'draft' ) ); // Without a category, whose posts WordPress counts.
		$this->end_request();
		$counted = $this->counting( fn() => $this->index() );
		$this->assertSame( array(), $counted );
		$this->import_by_sql( 1 );
		$this->assertStringContainsString( '/imported-1/', implode( ' ', $this->locs( '/wp-sitemap-posts-post-1.xml' ) ) );
		$this->index();
		$this->assertSame( array(), array_filter( array_column( $this->pages()->listed(), 'is_dirty' ) ) );
	}

	public function test_a_save_counts_so_that_no_crawler_waits(): void {
		$ids = array( $this->post( array( 'post_name' => 'kept' ) ), $this->post( array( 'post_name' => 'gone' ) ) );
		$this->end_request();
		$this->index();
		wp_update_post( array( 'ID' => $ids[0], 'post_title' => 'Changed' ) );
		wp_trash_post( $ids[1] );
		Changes::of( $this->plugin() )->finish();
		$this->assertSame( array(), $this->counting( fn() => $this->index() ) );
		$locs = array();
		$this->assertSame( array(), $this->counting( function () use ( &$locs ): void {
			$locs = $this->locs( '/wp-sitemap-posts-post-1.xml' );
		} ) );
		$this->assertContains( home_url( '/kept/' ), $locs );
		$this->assertNotContains( home_url( '/gone/' ), $locs );
	}

	/**
	 * @return list<string> Queries that count what is on a page of the sitemap.
	 */
	private function counting( \Closure $view ): array {
		$counting = array();
		$note     = static function ( string $sql ) use ( &$counting ): string {
			str_starts_with( $sql, 'SELECT COUNT(*)' ) && $counting[] = $sql;
			return $sql;
		};
		add_filter( 'query', $note );
		$view();
		remove_filter( 'query', $note );
		return $counting;
	}

	public function test_last_changes_are_true(): void {
		global $wpdb;
		$this->page_size( 10 );
		$highest = $this->import_by_sql( 25, '2026-01-02 03:04:05' );
		$wpdb->update( $wpdb->posts, array( 'post_modified_gmt' => '2026-05-06 07:08:09' ), array( 'ID' => $highest ) );
		$index = $this->index();
		$this->assertContains( '2026-05-06T07:08:09+00:00', $index );
		$this->assertContains( '2026-01-02T03:04:05+00:00', $index );
		foreach ( array_filter( $index ) as $url => $lastmod ) {
			$xml  = new \SimpleXMLElement( $this->get( substr( $url, strlen( home_url() ) ) )->body() );
			$each = array_map( 'strval', iterator_to_array( $xml->xpath( '//*[local-name()="url"]/*[local-name()="lastmod"]' ) ? new \ArrayIterator( $xml->xpath( '//*[local-name()="url"]/*[local-name()="lastmod"]' ) ) : new \ArrayIterator() ) );
			str_contains( $url, 'posts-post' ) && $this->assertSame( $lastmod, max( $each ), $url );
		}

		// An archive changes with its posts.
		$term = wp_insert_term( 'Dated', 'category' )['term_id'];
		$post = $this->post();
		wp_set_post_terms( $post, array( $term ), 'category' );
		$this->end_request();
		$this->assertGreaterThanOrEqual( gmdate( 'Y-m-d H:i:s', time() - 60 ), get_term_meta( $term, '_igny8_lastmod', true ) );
	}

	public function test_nothing_is_skipped_by_offset_and_a_page_costs_few_queries(): void {
		global $wpdb;
		$this->page_size( 1000 );
		$this->import_by_sql( 2000 );
		$this->index();
		$wpdb->queries = array();
		$this->assertCount( 1000, $this->locs( '/wp-sitemap-posts-post-2.xml' ) );
		$this->assertLessThanOrEqual( 25, count( $wpdb->queries ) ); // Four batches, each with posts, featured images and files.
		foreach ( $wpdb->queries as $query ) {
			$this->assertDoesNotMatchRegularExpression( '/\bOFFSET [1-9]|LIMIT [1-9]\d*\s*,/i', $query[0] );
		}
	}

	public function test_a_rebuild_goes_step_by_step_and_survives_being_killed(): void {
		$this->page_size( 100 );
		$this->import_by_sql( 350 );
		$tag = wp_insert_term( 'Imported tag', 'post_tag' )['term_id'];
		global $wpdb;
		$wpdb->insert( $wpdb->term_relationships, array( 'object_id' => $wpdb->get_var( "SELECT MAX( ID ) FROM {$wpdb->posts}" ), 'term_taxonomy_id' => get_term( $tag )->term_taxonomy_id ) );
		$wpdb->update( $wpdb->term_taxonomy, array( 'count' => 1 ), array( 'term_id' => $tag ) );
		$steps = 0;
		do {
			$result = $this->call( 'sitemap.rebuild' );
			$this->assertIsArray( $result );
			$this->assertLessThan( 20, ++$steps );
		} while ( $result['remaining'] > 0 );
		$this->assertSame( '2026-01-02 03:04:05', get_term_meta( $tag, '_igny8_lastmod', true ) );
		$this->assert_complete( 100 );

		// A gap, as a process killed between two statements would leave, is healed by the daily check.
		$rows = ( new PagesTable() )->select( array( 'kind' => 'posts', 'subtype' => 'post' ), 'first_id' );
		( new PagesTable() )->delete( array( 'id' => $rows[1]['id'] ) );
		$this->plugin()->module( 'sitemap' )->on_daily();
		$this->assert_complete( 100 );
	}

	public function test_the_check_names_what_does_not_belong_there(): void {
		$good = $this->post( array( 'post_name' => 'good' ) );
		$bad  = $this->post( array( 'post_name' => 'bad' ) );
		$this->end_request();
		flush_rewrite_rules( false );
		update_option( 'igny8_seo-meta', array() );
		add_filter( 'igny8/seo/head', static fn( array $tags, Subject $subject ) => $bad === $subject->id ? array( array( 'tag' => 'meta', 'attributes' => array( 'name' => 'robots', 'content' => 'noindex' ) ) ) : $tags, 10, 2 );
		do {
			$result = $this->call( 'sitemap.check' );
		} while ( $result['remaining'] > 0 );
		$this->assertSame( array( home_url( '/bad/' ) ), array_column( $result['problems'], 'url' ), (string) wp_json_encode( $result['problems'] ) );
		$this->assertSame( $result['done'], $result['total'] );
	}
}
