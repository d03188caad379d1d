<?php
/**
 * Links come with publishing, go when a page goes, and can be taken back byte for byte.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Linker;

use Igny8\Modules\Linker\EditsTable;
use Igny8\Modules\Linker\LinksTable;
use Igny8\Tests\Content\ContentTestCase;

require_once dirname( __DIR__ ) . '/Content/ContentTestCase.php';

final class LinkerTest extends ContentTestCase {

	private LinksTable $links;

	protected function setUp(): void {
		parent::setUp();
		$this->links = new LinksTable();
	}

	public function test_applying_a_blueprint_plans_its_links_once(): void {
		$this->apply();
		$planned = count( self::blueprint()['links'] );
		$this->assertSame( $planned, $this->links->count() );
		do_action( 'igny8/blueprint/applied', 1, self::blueprint() );
		$this->assertSame( $planned, $this->links->count() );
		$document          = self::blueprint();
		$document['links'] = array_slice( $document['links'], 0, 3 );
		do_action( 'igny8/blueprint/applied', 2, $document );
		$this->assertSame( 3, $this->links->count() );
	}

	public function test_publishing_links_pages_whose_both_ends_are_public(): void {
		$this->write_all();
		$this->finish( 'content.publish', array( 'pages' => array( self::BEDS ) ) );
		$this->assertStringNotContainsString( '<a ', $this->content_of( self::BEDS ), 'Nowhere to go yet.' );

		$result = $this->finish( 'content.publish' );
		$this->assertGreaterThan( 10, $result['links_placed'] );
		$urls = $this->own_urls();
		foreach ( $this->content()->published_pages() as $page_id ) {
			preg_match_all( '/<a [^>]*href="([^"]*)"/', $this->content_of( $page_id ), $found );
			$this->assertSame( array(), array_diff( $found[1], $urls ), "{$page_id} links to something that is not public." );
			$this->assertSame( $found[1], array_unique( $found[1] ), "{$page_id} links twice to the same page." );
		}
		foreach ( $this->links->select( array( 'status' => array( 'placed', 'listed' ) ), limit: 1000 ) as $link ) {
			$this->assertStringContainsString( $this->content()->page_object( $link['target_page'] )['url'], $this->content_of( $link['source_page'] ) );
		}
		$this->assertSame( 0, $this->links->count( array( 'target_page' => self::ARTICLE, 'status' => array( 'placed', 'listed' ) ) ), 'A brief is no target.' );
	}

	public function test_each_post_is_saved_once_per_batch_and_without_revisions(): void {
		$this->write_all();
		$saved = array();
		add_action( 'post_updated', static function ( int $post_id, \WP_Post $after, \WP_Post $before ) use ( &$saved ): void {
			if ( '' !== get_post_meta( $post_id, '_igny8_page', true ) && $after->post_content !== $before->post_content ) {
				$saved[] = $post_id;
			}
		}, 10, 3 );
		$this->finish( 'content.publish' );
		$this->assertNotSame( array(), $saved );
		$this->assertSame( $saved, array_unique( $saved ) );
		$this->assertSame( array(), wp_get_post_revisions( $saved[0] ) );
	}

	public function test_placing_again_changes_nothing(): void {
		$this->publish_all();
		$before = $this->contents();
		$result = $this->finish( 'linker.place' );
		$this->assertSame( array( 0, array(), $before ), array( $result['links_placed'], $result['changes'], $this->contents() ) );
	}

	public function test_a_page_nobody_planned_is_said(): void {
		$this->assert_error( 'page_not_planned', $this->call( 'linker.place', array( 'pages' => array( 'nowhere' ) ) ) );
	}

	public function test_a_dry_run_tells_and_does_nothing(): void {
		$this->publish_all();
		$this->finish( 'linker.undo' );
		$before = $this->contents();
		$result = $this->call( 'linker.place', array( 'dry_run' => true, 'again' => true ) );
		$this->assertNotSame( array(), $result['changes'] );
		$this->assertSame( $before, $this->contents() );
	}

	public function test_undo_brings_back_every_byte_and_place_again_brings_back_the_links(): void {
		$this->write_all();
		remove_action( 'igny8/content/published', array( $this->plugin()->module( 'linker' ), 'on_content_published' ) );
		$this->finish( 'content.publish' );
		$before = $this->contents();
		$this->finish( 'linker.place' );
		$linked = $this->contents();
		$this->assertNotSame( $before, $linked );

		$result = $this->finish( 'linker.undo' );
		$this->assertSame( $before, $this->contents() );
		$this->assertSame( 0, $result['pages_cleaned'] );
		$this->assertSame( 0, $this->finish( 'linker.place' )['links_placed'] );
		$this->assertStringNotContainsString( ' data-id=', implode( $this->contents() ), 'Undone links do not come back by themselves.' );
		$this->finish( 'linker.place', array( 'again' => true ) );
		$this->assertSame( $linked, $this->contents() );
		$this->finish( 'linker.undo' );
		$this->assert_error( 'nothing_to_undo', $this->call( 'linker.undo' ) );
	}

	public function test_undo_takes_only_the_links_out_of_an_edited_page(): void {
		$this->publish_all();
		$post = $this->posts_of( 'home' )[0];
		wp_update_post( array( 'ID' => $post->ID, 'post_content' => wp_slash( $post->post_content . "\n\n<!-- wp:paragraph -->\n<p>My own <a href=\"https://example.com/\">words</a>.</p>\n<!-- /wp:paragraph -->" ) ) );
		$this->assertGreaterThan( 0, $this->finish( 'linker.undo' )['pages_cleaned'] );
		preg_match_all( '/<a [^>]*href="([^"]*)"/', $this->content_of( 'home' ), $found );
		$this->assertSame( array( 'https://example.com/' ), $found[1] );
	}

	public function test_a_page_taken_back_is_linked_from_nowhere(): void {
		$this->publish_all();
		$post_id = $this->posts_of( self::BEDS )[0]->ID;
		$url     = get_permalink( $post_id );
		$sources = $this->links->sources_of( array( self::BEDS ), array( 'placed', 'listed' ) );
		$this->assertNotSame( array(), $sources );
		wp_trash_post( $post_id );
		foreach ( $sources as $source ) {
			$this->assertStringNotContainsString( "\"{$url}\"", $this->content_of( $source ) );
		}
		wp_untrash_post( $post_id );
		$this->finish( 'content.publish', array( 'pages' => array( self::BEDS ) ) );
		$this->assertSame( array(), array_diff( $sources, $this->links->sources_of( array( self::BEDS ), array( 'placed', 'listed' ) ) ) );
	}

	public function test_what_an_editor_publishes_by_hand_is_linked_a_moment_later(): void {
		$this->publish_all();
		wp_update_post( array( 'ID' => $this->posts_of( self::ARTICLE )[0]->ID, 'post_status' => 'publish' ) );
		do_action( 'igny8_content_announce' );
		$this->assertGreaterThan( 0, $this->links->count( array( 'target_page' => self::ARTICLE, 'status' => array( 'placed', 'listed' ) ) ) );
		$this->assertGreaterThan( 0, $this->links->count( array( 'source_page' => self::ARTICLE, 'status' => array( 'placed', 'listed' ) ) ) );
	}

	public function test_links_follow_a_page_that_moves(): void {
		$this->publish_all();
		$post_id = $this->posts_of( self::BEDS )[0]->ID;
		$old     = get_permalink( $post_id );
		wp_update_post( array( 'ID' => $post_id, 'post_name' => 'beds-for-dogs' ) );
		do_action( 'igny8_content_announce' );
		foreach ( $this->links->sources_of( array( self::BEDS ), array( 'placed', 'listed' ) ) as $source ) {
			$this->assertStringNotContainsString( "\"{$old}\"", $this->content_of( $source ) );
			$this->assertStringContainsString( 'href="' . htmlspecialchars( get_permalink( $post_id ) ) . '"', $this->content_of( $source ) );
		}
	}

	public function test_list_and_status_count_alike(): void {
		$this->publish_all();
		$status = $this->call( 'linker.status' );
		$this->assertSame( $status['total'], array_sum( $status['by_status'] ) );
		$this->assertSame( $status['by_status']['placed'], $this->call( 'linker.list', array( 'status' => array( 'placed' ) ) )['total'] );
		$row = $this->call( 'linker.list', array( 'source' => 'home', 'per_page' => 1 ) )['links'][0];
		$this->assertSame( 'home', $row['source'] );
		$this->assertSame( ( new EditsTable() )->newest_batch(), $status['last_batch'] );
	}

	public function test_a_subscriber_may_do_nothing(): void {
		$this->log_in( 'subscriber' );
		foreach ( array( array( 'GET', 'linker/list' ), array( 'POST', 'linker/place' ), array( 'POST', 'linker/undo' ) ) as list( $method, $path ) ) {
			$this->assertSame( 403, $this->rest( $method, $path )->get_status() );
		}
	}

	private function publish_all(): void {
		$this->write_all();
		$this->finish( 'content.publish' );
	}

	private function content_of( string $page_id ): string {
		return $this->content()->page_content( $page_id );
	}

	/**
	 * @return array<string, string>
	 */
	private function contents(): array {
		$ids = $this->content()->published_pages();
		return array_combine( $ids, array_map( array( $this, 'content_of' ), $ids ) );
	}

	/**
	 * @return list<string>
	 */
	private function own_urls(): array {
		return array_column( $this->content()->page_objects( $this->content()->published_pages() ), 'url' );
	}
}
