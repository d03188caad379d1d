<?php
/**
 * Publishing: in order, once, resumable, and never a brief.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Content;

use Igny8\Modules\Content\Meta;

require_once __DIR__ . '/ContentTestCase.php';

final class PublishTest extends ContentTestCase {

	public function test_all_composed_pages_are_published_and_no_brief(): void {
		$this->write_all();
		$announced = array();
		add_action( 'igny8/content/published', static function ( array $ids ) use ( &$announced ): void {
			array_push( $announced, ...$ids );
		} );
		$first = $this->call( 'content.publish' );
		$this->assertSame( self::COMPOSED, $first['pages_published'] );
		$this->finish( 'content.publish' );
		$this->assertSame( self::COMPOSED, count( $announced ) );
		$this->assertSame( $announced, array_unique( $announced ) );
		$this->assertSame( 'home', $announced[0] );
		$this->assertSame( array( 'publish', 'draft', 'draft' ), array( $this->posts_of( self::BEDS )[0]->post_status, $this->posts_of( self::ARTICLE )[0]->post_status, $this->posts_of( self::CONTACT )[0]->post_status ) );
		$this->assertSame( 'published', get_term_meta( $this->content()->page_object( self::TERM )['id'], Meta::STATUS, true ) );
		$this->assertSame( array( 0, self::COMPOSED, self::BRIEFS ), array( $this->call( 'content.status' )['publishable'], $this->call( 'content.status' )['published'], $this->call( 'content.status' )['briefs'] ) );
		$this->assertNotSame( '0000-00-00 00:00:00', $this->posts_of( self::BEDS )[0]->post_date_gmt );
		$this->assertSame( array(), wp_get_post_revisions( $this->posts_of( self::BEDS )[0]->ID ) );
	}

	public function test_a_dry_run_publishes_nothing(): void {
		$this->write_all();
		$result = $this->call( 'content.publish', array( 'dry_run' => true ) );
		$this->assertSame( array( self::COMPOSED, 'would_publish', 0 ), array( count( $result['pages'] ), $result['pages'][0]['code'], $this->tasks->count_published() ) );
	}

	public function test_an_item_is_published_once(): void {
		$this->write_all();
		$this->finish( 'content.publish', array( 'pages' => array( self::BEDS ) ) );
		$error = $this->assert_error( 'already_published', $this->call( 'content.publish', array( 'pages' => array( self::BEDS ) ) ) );
		$this->assertStringContainsString( 'already published', $error->get_error_message() );
		$this->assertSame( 409, $error->get_error_data()['status'] );
		$this->finish( 'content.publish', array( 'pages' => array( self::TERM ) ) );
		$this->assert_error( 'already_published', $this->call( 'content.publish', array( 'pages' => array( self::TERM ) ) ) );
		$this->assertSame( 2, $this->tasks->count_published() );
	}

	/**
	 * @dataProvider refusals
	 */
	public function test_what_is_refused_says_why( string $page_id, string $code ): void {
		$this->write_all();
		$this->tasks->change( self::COLLARS, array( 'status' => 'failed', 'object_id' => 0 ) );
		wp_trash_post( $this->posts_of( self::BEDS )[0]->ID );
		$this->assert_error( $code, $this->call( 'content.publish', array( 'pages' => array( $page_id ) ) ) );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public function refusals(): array {
		return array(
			'a brief'         => array( self::ARTICLE, 'is_brief' ),
			'not written'     => array( self::COLLARS, 'not_written' ),
			'in the trash'    => array( self::BEDS, 'in_trash' ),
			'nothing of ours' => array( 'hub-nowhere', 'not_planned' ),
		);
	}

	public function test_an_interrupted_publishing_goes_on_and_announces_everything(): void {
		$this->write_all();
		$announced = array();
		$this->interrupt( 'igny8/content/published', 1 );
		try {
			$this->call( 'content.publish' );
			$this->fail( 'It was to be interrupted.' );
		} catch ( \RuntimeException $interruption ) {
			$this->assertSame( 'interrupted', $interruption->getMessage() );
		}
		add_action( 'igny8/content/published', static function ( array $ids ) use ( &$announced ): void {
			array_push( $announced, ...$ids );
		} );
		$posts  = $this->count_posts();
		$result = $this->finish( 'content.publish' );
		$this->assertSame( array( self::COMPOSED, $posts ), array( count( array_unique( $announced ) ), $this->count_posts() ) );
		$this->assertSame( 0, $result['remaining'] );
	}

	public function test_half_published_goes_on_where_it_stood(): void {
		$this->write_all();
		$count = 0;
		$this->interrupt( 'transition_post_status', 4 );
		try {
			$this->call( 'content.publish' );
		} catch ( \RuntimeException $interruption ) {
			$count = $this->tasks->count_published();
		}
		$this->assertGreaterThan( 0, $count );
		$this->assertLessThan( self::COMPOSED, $count );
		$this->finish( 'content.publish' );
		$this->assertSame( self::COMPOSED, $this->tasks->count_published() );
	}

	public function test_what_somebody_publishes_in_the_editor_is_known_and_announced(): void {
		$this->write_all();
		$post_id = $this->posts_of( self::ARTICLE )[0]->ID;
		wp_update_post( array( 'ID' => $post_id, 'post_status' => 'publish' ) );
		$this->assertSame( 'published', $this->content()->page_object( self::ARTICLE )['status'] );
		$this->assertNotFalse( wp_next_scheduled( 'igny8_content_announce' ) );
		$announced = array();
		add_action( 'igny8/content/published', static function ( array $ids ) use ( &$announced ): void {
			$announced = $ids;
		} );
		do_action( 'igny8_content_announce' );
		$this->assertSame( array( self::ARTICLE ), $announced );
		$this->assert_error( 'already_published', $this->call( 'content.publish', array( 'pages' => array( self::ARTICLE ) ) ) );
	}

	public function test_taking_a_page_back_and_publishing_it_again(): void {
		$this->write_all();
		$this->finish( 'content.publish', array( 'pages' => array( self::BEDS ) ) );
		$post_id = $this->posts_of( self::BEDS )[0]->ID;
		wp_update_post( array( 'ID' => $post_id, 'post_status' => 'draft' ) );
		$this->assertNull( $this->tasks->of_page( self::BEDS )['published_at'] );
		$this->assertSame( 1, $this->finish( 'content.publish', array( 'pages' => array( self::BEDS ) ) )['pages_published'] );
	}

	public function test_a_deleted_post_comes_back_by_retrying_only(): void {
		$this->write_all();
		wp_delete_post( $this->posts_of( self::BEDS )[0]->ID, true );
		$this->finish( 'content.run' );
		$this->assertSame( array(), $this->posts_of( self::BEDS ) );
		$this->assertSame( 'deleted', $this->tasks->of_page( self::BEDS )['error']['code'] );
		$this->call( 'content.retry', array( 'pages' => array( self::BEDS ) ) );
		$this->finish( 'content.run' );
		$this->assertCount( 1, $this->posts_of( self::BEDS ) );
	}

	public function test_who_may_not_publish_a_post_does_not(): void {
		$this->write_all();
		$this->log_in( 'editor' );
		$post_id = $this->posts_of( self::BEDS )[0]->ID;
		add_filter( 'map_meta_cap', static fn( array $caps, string $cap, int $user_id, array $args ) => 'publish_post' === $cap && $post_id === ( $args[0] ?? 0 ) ? array( 'do_not_allow' ) : $caps, 10, 4 );
		$this->assert_error( 'not_allowed', $this->call( 'content.publish', array( 'pages' => array( self::BEDS ) ) ) );
		$this->log_in( 'author' );
		$this->assertSame( 403, $this->rest( 'POST', 'content/publish' )->get_status() );
	}

	public function test_list_and_show(): void {
		$this->write_all();
		$this->finish( 'content.publish', array( 'pages' => array( self::BEDS ) ) );
		$this->assertSame( self::ALL, $this->call( 'content.list' )['total'] );
		$this->assertSame( self::BRIEFS, $this->call( 'content.list', array( 'state' => array( 'brief' ) ) )['total'] );
		$this->assertSame( 6, $this->call( 'content.list', array( 'kind' => array( 'hub' ) ) )['total'] );
		$found = $this->call( 'content.list', array( 'search' => 'dog bed', 'published' => 'yes' ) );
		$this->assertSame( array( 1, self::BEDS, 'published' ), array( $found['total'], $found['pages'][0]['id'], $found['pages'][0]['page_status'] ) );
		$this->assertSame( get_permalink( $found['pages'][0]['object_id'] ), $found['pages'][0]['url'] );
		$shown = $this->call( 'content.show', array( 'page' => self::TERM ) );
		$this->assertStringContainsString( '<p', $shown['preview'] );
		$this->assertStringNotContainsString( '<!-- wp:', $shown['preview'] );
		$this->assert_error( 'page_not_planned', $this->call( 'content.show', array( 'page' => 'nothing' ) ) );
	}

	public function test_notes_to_the_editor_are_kept_from_visitors(): void {
		$note = "<!-- wp:group {\"className\":\"igny8-content-callout igny8-content-callout-editor\"} -->\n<div class=\"wp-block-group igny8-content-callout igny8-content-callout-editor\"><!-- wp:paragraph -->\n<p>This is a brief.</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:group -->";
		$this->assertSame( '', do_blocks( $note ) );
		$this->assertStringContainsString( 'This is a brief.', do_blocks( str_replace( 'callout-editor', 'callout-note', $note ) ) );
	}

	public function test_a_terms_content_is_shown_on_its_archive_and_nowhere_else(): void {
		$this->write_all();
		$this->finish( 'content.publish', array( 'pages' => array( self::TERM ) ) );
		$term = get_term( $this->content()->page_object( self::TERM )['id'] );
		$this->assertStringNotContainsString( 'wp-block', term_description( $term ) );

		global $wp_query, $wp_the_query;
		$wp_query     = new \WP_Query( array( 'igny8_product_type' => 'dog-beds', 'taxonomy' => 'igny8_product_type', 'term' => 'dog-beds' ) ); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- As the archive has it.
		$wp_the_query = $wp_query; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- As the archive has it.
		$this->assertTrue( is_tax() );
		do_action( 'wp' );
		$this->assertStringContainsString( '<p', get_the_archive_description() );
		$this->assertStringNotContainsString( '<!-- wp:', term_description() );
		$this->assertSame( 'All dog beds', get_the_archive_title() );
		$other = get_term_by( 'slug', 'dog-collars', 'igny8_product_type' );
		$this->assertSame( '', term_description( $other ) );
		$wp_query = new \WP_Query(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- Back.
	}
}
