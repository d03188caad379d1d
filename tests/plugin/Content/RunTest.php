<?php
/**
 * Planning and writing: every page once, whatever breaks in between.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Content;

use Igny8\Continuation;
use Igny8\Lock;
use Igny8\Modules\Content\Meta;
use Igny8\Modules\Content\PostWriter;
use Igny8\Tests\FakeEngine;

require_once __DIR__ . '/ContentTestCase.php';

final class RunTest extends ContentTestCase {

	public function test_without_a_blueprint_there_is_nothing_to_plan(): void {
		$this->assert_error( 'no_blueprint', $this->call( 'content.plan' ) );
		$this->assert_error( 'no_blueprint', $this->call( 'content.run' ) );
	}

	public function test_planning_makes_a_task_of_every_page_once_parents_first(): void {
		$this->apply();
		$this->assertSame( self::ALL, $this->call( 'content.plan', array( 'dry_run' => true ) )['tasks_created'] );
		$this->assertSame( 0, $this->tasks->count() );
		$this->assertSame( self::ALL, $this->call( 'content.plan' )['tasks_created'] );
		$again = $this->call( 'content.plan' );
		$this->assertSame( array( 0, 0, 0 ), array( $again['tasks_created'], $again['tasks_updated'], $again['tasks_removed'] ) );

		$seen = array();
		foreach ( $this->tasks->select( order_by: 'position', limit: 100 ) as $task ) {
			$this->assertTrue( '' === $task['parent'] || isset( $seen[ $task['parent'] ] ), "{$task['title']} comes before its parent." );
			$seen[ $task['page_id'] ] = true;
		}
		$this->assertSame( 'home', array_key_first( $seen ) );
	}

	public function test_a_new_version_updates_what_is_not_written_and_drops_what_is_not_planned(): void {
		$this->apply();
		$this->call( 'content.plan' );
		$document          = self::blueprint();
		$position          = array_search( self::BEDS, array_column( $document['pages'], 'id' ), true );
		$document['pages'] = array_replace_recursive( $document['pages'], array( $position => array( 'title' => 'Beds for dogs' ) ) );
		$document['pages'] = array_values( array_filter( $document['pages'], static fn( array $page ) => self::ARTICLE !== $page['id'] ) );
		$this->apply( $document );
		$result = $this->call( 'content.plan' );
		$this->assertSame( array( 0, 1 ), array( $result['tasks_created'], $result['tasks_removed'] ) );
		$this->assertSame( 'Beds for dogs', $this->tasks->of_page( self::BEDS )['title'] );
	}

	public function test_a_run_writes_every_page_as_a_draft(): void {
		$this->apply();
		$result = $this->finish( 'content.run' );
		$this->assertSame( array( self::ALL, self::ALL, array( 'completed' => self::ALL ) ), array( $result['done'], $result['total'], $this->tasks->count_by( 'status' ) ) );

		$hub = $this->posts_of( self::BEDS )[0];
		$this->assertSame( array( 'page', 'draft', 'Dog beds', 'dog-beds' ), array( $hub->post_type, $hub->post_status, $hub->post_title, $hub->post_name ) );
		$this->assertSame( 'page', get_post_meta( $hub->ID, Meta::STATE, true ) );
		$this->assertStringContainsString( '<!-- wp:paragraph -->', $hub->post_content );
		$this->assertContains( 'dog beds', get_post_meta( $hub->ID, Meta::KEYWORDS, true ) );
		$this->assertSame( array( 'dog-beds' ), wp_get_object_terms( $hub->ID, 'igny8_product_type', array( 'fields' => 'slugs' ) ) );

		$article = $this->posts_of( self::ARTICLE )[0];
		$this->assertSame( array( 'post', 'draft', 'brief' ), array( $article->post_type, $article->post_status, get_post_meta( $article->ID, Meta::STATE, true ) ) );

		$term = $this->content()->page_object( self::TERM );
		$this->assertSame( array( 'term', 'drafted', 'igny8_product_type' ), array( $term['type'], $term['status'], $term['object_type'] ) );
		$this->assertStringContainsString( '<!-- wp:', get_term_meta( $term['id'], Meta::CONTENT, true ) );
	}

	public function test_running_again_does_nothing(): void {
		$this->write_all();
		$requests = count( $this->engine->requests );
		$posts    = $this->count_posts();
		$this->assertSame( 0, $this->finish( 'content.run' )['pages_drafted'] );
		$this->assertSame( array( $requests, $posts ), array( count( $this->engine->requests ), $this->count_posts() ) );
	}

	public function test_what_the_engine_gets_is_the_writers_input(): void {
		$this->write_all();
		$inputs = array_column( array_column( $this->engine->requests, 'body' ), 'input' );
		$beds   = array_values( array_filter( $inputs, static fn( array $input ) => self::BEDS === ( $input['page']['id'] ?? '' ) ) )[0];
		$this->assertSame( array( 'Northwind Pets', 'dog-supplies', 'dog-beds' ), array( $beds['site']['name'], $beds['sector']['slug'], $beds['values'][0]['value'] ) );
		$this->assertSame( 'home', $beds['neighbours'][0]['relation'] );
	}

	public function test_the_parent_of_a_page_is_the_post_of_its_parent(): void {
		$document          = self::blueprint();
		$position          = array_search( self::COLLARS, array_column( $document['pages'], 'id' ), true );
		$document['pages'] = array_replace_recursive( $document['pages'], array( $position => array( 'parent' => self::BEDS ) ) );
		$this->apply( $document );
		$this->finish( 'content.run' );
		$this->assertSame( $this->posts_of( self::BEDS )[0]->ID, $this->posts_of( self::COLLARS )[0]->post_parent );
	}

	public function test_a_crash_between_post_and_task_makes_no_second_post(): void {
		$this->apply();
		$this->call( 'content.plan' );
		$this->interrupt( 'igny8/content/drafted', 1 );
		$this->finish( 'content.run' );
		$this->assertCount( 1, $this->posts_of( 'home' ) );

		// As a killed process leaves it: the post is there, the task says that somebody is at it.
		$this->tasks->change( self::BEDS, array( 'status' => 'in_progress', 'job_id' => 0, 'object_type' => '', 'object_id' => 0, 'state' => '' ) );
		$this->finish( 'content.run' );
		$this->assertCount( 1, $this->posts_of( self::BEDS ) );
		$this->assertSame( array( 'completed', $this->posts_of( self::BEDS )[0]->ID ), array( $this->tasks->of_page( self::BEDS )['status'], $this->tasks->of_page( self::BEDS )['object_id'] ) );
	}

	public function test_a_crash_between_post_and_meta_makes_no_second_post(): void {
		$this->apply();
		$this->call( 'content.plan' );
		$this->finish( 'content.run' );
		$post_id = $this->posts_of( self::BEDS )[0]->ID;
		array_map( static fn( string $key ) => delete_post_meta( $post_id, $key ), array( Meta::PAGE, Meta::STATE ) );
		$this->tasks->change( self::BEDS, array( 'status' => 'in_progress', 'job_id' => 0, 'object_type' => '', 'object_id' => 0, 'state' => '', 'content_hash' => '' ) );
		$this->finish( 'content.run' );
		$this->assertSame( array( $post_id ), array_column( $this->posts_of( self::BEDS ), 'ID' ) );
		$this->assertSame( $post_id, PostWriter::find( self::BEDS ) );
	}

	public function test_an_engine_that_goes_away_leaves_tasks_queued_and_says_so(): void {
		$this->apply();
		$this->call( 'content.plan' );
		$this->engine->is_down();
		$error = $this->assert_error( 'engine_unreachable', $this->call( 'content.run' ) );
		$this->assertStringContainsString( 'cannot be reached', $error->get_error_message() );
		$home = $this->tasks->of_page( 'home' );
		$this->assertSame( array( 'queued', 'engine_unreachable', 0 ), array( $home['status'], $home['error']['code'], $this->count_posts() ) );

		$this->assertSame( self::ALL, $this->finish( 'content.run' )['done'] );
		$this->assertNull( $this->tasks->of_page( 'home' )['error'] );
		$this->assertSame( 0, $this->call( 'engine.jobs', array( 'status' => array( 'failed' ) ) )['total'], 'The same job was sent again.' );
	}

	public function test_a_document_that_breaks_the_contract_fails_its_task_only_and_can_be_retried(): void {
		$this->apply();
		$documents = self::fixture( 'documents' );
		$this->engine->answer_inline( 'writing.compose', static fn( array $input ) => self::BEDS === $input['page']['id'] ? array( 'document' => array( 'title' => 'Half' ) ) : array( 'document' => $documents[ $input['page']['id'] ] ) );
		$this->finish( 'content.run' );
		$this->assertSame( array( 'completed' => self::ALL - 1, 'failed' => 1 ), $this->tasks->count_by( 'status' ) );
		$this->assertSame( array( 'failed', 'engine_contract' ), array( $this->tasks->of_page( self::BEDS )['status'], $this->tasks->of_page( self::BEDS )['error']['code'] ) );
		$this->assertSame( array(), $this->posts_of( self::BEDS ) );
		$this->assertSame( self::BEDS, $this->call( 'content.status' )['error']['page'] );

		$this->answers_with_documents();
		$this->assertSame( 1, $this->call( 'content.retry' )['queued'] );
		$this->finish( 'content.run' );
		$this->assertCount( 1, $this->posts_of( self::BEDS ) );
	}

	public function test_a_term_that_is_not_there_fails_its_task_and_says_what_to_do(): void {
		$this->apply();
		wp_delete_term( $this->module()->find_term( 'product-type', 'dog-beds' ), 'igny8_product_type' );
		$this->finish( 'content.run' );
		$this->assertSame( 'term_missing', $this->tasks->of_page( self::TERM )['error']['code'] );
	}

	public function test_prose_is_written_where_the_engine_has_a_model(): void {
		$this->apply();
		$this->call( 'content.plan' );
		foreach ( $this->tasks->select( limit: 100 ) as $task ) {
			self::ARTICLE === $task['page_id'] || $this->tasks->delete( array( 'id' => $task['id'] ) );
		}
		add_filter( 'pre_http_request', array( $this, 'filter_model' ), 11, 3 );
		$draft = array( 'state' => 'draft' ) + self::fixture( 'documents' )[ self::ARTICLE ];
		$this->engine->answer_inline( 'writing.draft', static fn() => array( 'document' => $draft ) );
		$this->finish( 'content.run' );
		$this->assertSame( 'draft', $this->tasks->of_page( self::ARTICLE )['state'] );
	}

	public function test_without_prose_the_owner_gets_briefs_even_with_a_model(): void {
		add_filter( 'pre_http_request', array( $this, 'filter_model' ), 11, 3 );
		$this->plugin()->settings()->set( 'content', array( 'prose' => false ) );
		$this->write_all();
		$this->assertSame( 'brief', $this->tasks->of_page( self::ARTICLE )['state'] );
	}

	public function test_a_draft_replaces_its_brief_only_if_nobody_edited_that(): void {
		$this->write_all();
		$draft                                    = array( 'state' => 'draft' ) + self::fixture( 'documents' )[ self::ARTICLE ];
		$draft['sections'][0]['blocks'][0]        = array( 'type' => 'paragraph', 'text' => array( array( 'text' => 'Written by a model.' ) ) );
		$this->engine->answer_inline( 'writing.draft', static fn() => array( 'document' => $draft ) );
		$this->call( 'content.draft', array( 'page' => self::ARTICLE ) );
		$post = $this->posts_of( self::ARTICLE )[0];
		$this->assertStringContainsString( 'Written by a model.', $post->post_content );

		wp_update_post( array( 'ID' => $post->ID, 'post_content' => 'Mine.' ) );
		$this->call( 'content.brief', array( 'page' => self::ARTICLE ) );
		$this->assertSame( 'Mine.', get_post( $post->ID )->post_content );
	}

	public function test_cancelling_stops_whoever_calls_next_once(): void {
		$this->apply();
		$this->call( 'content.plan' );
		$this->engine->is_down();
		$this->call( 'content.run' );
		$this->call( 'content.cancel' );
		$result = $this->call( 'content.run' );
		$this->assertSame( array( true, 0 ), array( $result['is_cancelled'], $result['remaining'] ) );
		$this->assertSame( array(), get_option( Continuation::OPTION, array() ) );
		$this->assertSame( self::ALL, $this->finish( 'content.run' )['done'], 'A new run is a new run.' );
	}

	public function test_a_run_of_some_pages_writes_those_only(): void {
		$this->apply();
		$this->call( 'content.plan' );
		$result = $this->finish( 'content.run', array( 'pages' => array( self::BEDS, self::ARTICLE ) ) );
		$this->assertSame( array( 2, 2, 0, 2 ), array( $result['done'], $result['total'], $result['remaining'], $result['pages_drafted'] ) );
		$this->assertSame( array( 'completed' => 2, 'queued' => self::ALL - 2 ), $this->tasks->count_by( 'status' ) );
		$this->assert_error( 'page_not_planned', $this->call( 'content.run', array( 'pages' => array( self::BEDS, 'nowhere' ) ) ) );
	}

	public function test_cron_goes_on_with_the_chosen_pages_of_a_closed_tab(): void {
		$this->apply();
		$this->call( 'content.plan' );
		$this->engine->answer_inline( 'writing.compose', function ( array $input ): array {
			$this->engine->is_down(); // When it is asked for the second page.
			return array( 'document' => self::fixture( 'documents' )[ $input['page']['id'] ] );
		} );
		$first = $this->call( 'content.run', array( 'pages' => array( self::BEDS, self::COLLARS ) ) );
		$this->assertSame( array( 1, array( self::BEDS, self::COLLARS ) ), array( $first['remaining'], $this->call( 'content.status' )['run_pages'] ) );

		$this->answers_with_documents();
		$left = array_map( static fn( array $entry ) => array( 'called_at' => time() - 600 ) + $entry, get_option( Continuation::OPTION ) );
		update_option( Continuation::OPTION, $left, false );
		wp_set_current_user( 0 );
		do_action( \Igny8\Plugin::CONTINUE_HOOK );
		$this->assertSame( array( 'completed' => 2, 'queued' => self::ALL - 2 ), $this->tasks->count_by( 'status' ) );
	}

	public function test_a_lock_has_one_holder_until_it_expires(): void {
		$lock = Lock::take( 'test', 60 );
		$this->assertNull( Lock::take( 'test', 60 ) );
		$this->assertTrue( $lock->renew() );
		$lock->release();
		$dead = Lock::take( 'test', -1 );
		$this->assertInstanceOf( Lock::class, Lock::take( 'test', 60 ), 'Whoever comes after a dead holder takes over.' );
		$this->assertFalse( $dead->renew() );
	}

	public function test_a_hostile_title_stays_text(): void {
		$documents                  = self::fixture( 'documents' );
		$documents['home']['title'] = 'A <script>alert(1)</script> \\ "title" & more';
		$this->engine->answer_inline( 'writing.compose', static fn( array $input ) => array( 'document' => $documents[ $input['page']['id'] ] ) );
		$this->write_all();
		$this->assertSame( 'A &lt;script&gt;alert(1)&lt;/script&gt; \\ "title" & more', $this->posts_of( 'home' )[0]->post_title );
	}

	public function test_an_editor_without_unfiltered_html_gets_the_same_blocks(): void {
		$this->apply();
		$this->log_in( 'editor' );
		add_filter( 'user_has_cap', static fn( array $caps ) => array( 'unfiltered_html' => false ) + $caps, 99 );
		kses_init();
		$this->finish( 'content.run' );
		$expected = ( new \Igny8\Modules\Content\Renderer() )->render( self::fixture( 'documents' )['home'] );
		$this->assertSame( $expected, $this->posts_of( 'home' )[0]->post_content );
		$this->assertNotFalse( has_filter( 'content_save_pre', 'wp_filter_post_kses' ), 'The filters are back.' );
		kses_remove_filters();
	}

	public function test_who_may_write_and_who_may_not(): void {
		$this->log_in( 'author' );
		$this->assertSame( 403, $this->rest( 'POST', 'content/run' )->get_status() );
		$this->assertSame( 403, $this->rest( 'GET', 'content/list' )->get_status() );
		$this->log_in( 'editor' );
		$this->assertSame( 409, $this->rest( 'POST', 'content/run' )->get_status(), 'No blueprint, but allowed.' );
	}

	public function test_pages_and_terms_need_their_own_rights(): void {
		$this->apply();
		$this->call( 'content.plan' );
		$this->log_in( 'author' );
		wp_get_current_user()->add_cap( 'edit_others_posts' );
		foreach ( array( self::BEDS, self::TERM ) as $page_id ) {
			$this->assertSame( 403, $this->rest( 'POST', 'content/compose', array( 'page' => $page_id ) )->get_status() );
		}
		$this->assertSame( 200, $this->rest( 'POST', 'content/brief', array( 'page' => self::ARTICLE ) )->get_status() );
		$this->assertSame( 403, $this->rest( 'POST', 'linker/undo' )->get_status() );
		$this->assertSame( 1, $this->count_posts() );
	}

	/**
	 * The engine's answer to the connection test, with a model.
	 */
	public function filter_model( mixed $answer, array $request, string $url ): mixed {
		if ( FakeEngine::URL . '/v1/site' !== $url ) {
			return $answer;
		}
		$body           = json_decode( $answer['body'], true );
		$answer['body'] = wp_json_encode( array( 'engine' => array( 'version' => '0.1.0', 'model' => 'ollama/qwen3' ) ) + $body );
		return $answer;
	}
}
