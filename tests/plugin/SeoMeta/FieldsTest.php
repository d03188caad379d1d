<?php
/**
 * What an owner says about a page: stored and read over REST, WordPress' own routes and operations; who may; previews.
 *
 * @package Igny8
 */

namespace Igny8\Tests\SeoMeta;

use Igny8\Modules\SeoMeta\Redirect;
use Igny8\Seo\Fields;
use Igny8\Seo\Subject;
use Igny8\Tests\Seo\SeoTestCase;

require_once dirname( __DIR__ ) . '/Seo/SeoTestCase.php';

final class FieldsTest extends SeoTestCase {

	/**
	 * @param array<string, mixed> $params
	 */
	private function wp( string $method, string $path, array $params = array() ): \WP_REST_Response {
		$request = new \WP_REST_Request( $method, $path );
		if ( 'GET' === $method ) {
			$request->set_query_params( $params );
		} else {
			$request->set_header( 'Content-Type', 'application/json' );
			$request->set_body( wp_json_encode( $params ) );
		}
		return rest_do_request( $request );
	}

	public function test_values_are_set_read_and_taken_back(): void {
		$this->log_in( 'administrator' );
		$id     = $this->post();
		$values = array(
			'title'         => 'Own <b>title</b> 20%de',
			'robots'        => 'noindex',
			'canonical'     => 'javascript:alert(1)',
			'keyphrases'    => array( array( 'phrase' => 'dog <i>bed</i>', 'synonyms' => array( 'puppy bed' ) ) ),
			'primary_terms' => array( 'category' => 1 ),
			'is_cornerstone' => true,
		);
		$result = $this->call( 'seo-meta.set', array( 'of' => "post:{$id}" ) + $values );
		$this->assertSame( array( 'Own title 20%de', 'noindex', '', true ), array( $result['title'], $result['robots'], $result['canonical'], $result['is_cornerstone'] ) );
		$this->assertSame( array( array( 'phrase' => 'dog bed', 'synonyms' => array( 'puppy bed' ) ) ), $result['keyphrases'] );
		$this->assertSame( '1', get_post_meta( $id, Fields::UNLISTED, true ) );
		$result = $this->call( 'seo-meta.set', array( 'of' => home_url( '/dog-beds/' ), 'title' => '', 'robots' => '' ) );
		$this->assertSame( array( '', '', true ), array( $result['title'], $result['robots'], $result['is_cornerstone'] ) );
		$this->assertFalse( metadata_exists( 'post', $id, Subject::META['title'] ), 'What is empty is not stored.' );
		$this->assertSame( '', get_post_meta( $id, Fields::UNLISTED, true ) );
		$refused = array(
			'input_invalid'          => array( 'of' => "post:{$id}", 'x_card' => 'huge' ),
			'fields_missing'         => array( 'of' => "post:{$id}" ),
			'subject_without_fields' => array( 'of' => 'home', 'title' => 'x' ),
			'subject_not_found'      => array( 'of' => 'post:999999', 'title' => 'x' ),
		);
		foreach ( $refused as $code => $input ) {
			$this->assert_error( $code, $this->call( 'seo-meta.set', $input ) );
		}
		$this->assert_error( 'input_invalid', $this->call( 'seo-meta.set', array( 'of' => "post:{$id}", 'title' => str_repeat( 'x', 10000 ) ) ) );
	}

	public function test_who_may_read_and_change_them(): void {
		$editors = $this->post( array( 'post_author' => $this->log_in( 'editor' ) ) );
		$cases   = array(
			'administrator' => 200,
			'editor'        => 200,
			'author'        => 403, // Somebody else's post.
			'subscriber'    => 403,
			''              => 401,
		);
		foreach ( $cases as $role => $status ) {
			'' === $role ? wp_set_current_user( 0 ) : $this->log_in( $role );
			$this->assertSame( $status, $this->rest( 'POST', 'seo-meta/set', array( 'of' => "post:{$editors}", 'title' => "By {$role}" ) )->get_status(), "set {$role}" );
			$this->assertSame( $status, $this->rest( 'GET', 'seo-meta/get', array( 'of' => "post:{$editors}" ) )->get_status(), "get {$role}" );
			$this->assertSame( $status, $this->rest( 'POST', 'seo-meta/preview', array( 'of' => "post:{$editors}" ) )->get_status(), "preview {$role}" );
			$this->assertSame( $status, $this->wp( 'POST', "/wp/v2/posts/{$editors}", array( 'igny8_seo' => array( 'description' => "By {$role}" ) ) )->get_status(), "wp/v2 {$role}" );
		}
		$this->assertSame( array( 'By editor', 'By editor' ), array( get_post_meta( $editors, Subject::META['title'], true ), get_post_meta( $editors, Subject::META['description'], true ) ) );
		$author = $this->log_in( 'author' );
		$own    = $this->post( array( 'post_author' => $author ) );
		$this->assertSame( 200, $this->wp( 'POST', "/wp/v2/posts/{$own}", array( 'igny8_seo' => array( 'title' => 'Mine' ) ) )->get_status() );
		get_role( 'author' )->remove_cap( 'igny8_edit_seo' );
		wp_set_current_user( 0 );
		wp_set_current_user( $author );
		$response = $this->wp( 'POST', "/wp/v2/posts/{$own}", array( 'title' => 'New', 'igny8_seo' => array( 'title' => 'Not mine' ) ) );
		$this->assertSame( array( 403, 'Mine' ), array( $response->get_status(), get_post_meta( $own, Subject::META['title'], true ) ) );
		get_role( 'author' )->add_cap( 'igny8_edit_seo' );
	}

	public function test_posts_terms_and_users_carry_values_and_heads_in_wordpress_own_api(): void {
		$this->log_in();
		$id    = $this->post( array( 'tags_input' => array( 'soft' ) ), array( Subject::META['title'] => 'Own' ) );
		$tag   = get_term_by( 'name', 'soft', 'post_tag' )->term_id;
		$edit  = array( 'context' => 'edit' );
		$items = array( "/wp/v2/posts/{$id}", "/wp/v2/tags/{$tag}", '/wp/v2/categories/1', '/wp/v2/users/1' );
		foreach ( $items as $path ) {
			$seo = $this->wp( 'POST', $path, array( 'igny8_seo' => array( 'description' => "Of {$path}" ) ) );
			$this->assertSame( array( 200, "Of {$path}" ), array( $seo->get_status(), $this->wp( 'GET', $path, $edit )->get_data()['igny8_seo']['description'] ), $path );
			$head = $this->wp( 'GET', $path )->get_data();
			$this->assertStringContainsString( "content=\"Of {$path}\"", $head['igny8_head']['html'], $path );
			$this->assertArrayNotHasKey( 'igny8_seo', $head, $path );
		}
		$values = $this->wp( 'GET', "/wp/v2/posts/{$id}", $edit )->get_data()['igny8_seo'];
		$this->assertSame( array_keys( Fields::META ), array_keys( $values ) );
		$this->assertSame( array( 'Own', '{}' ), array( $values['title'], wp_json_encode( $values['schema'] ) ) );
		wp_set_current_user( 0 );
		$this->assertNull( $this->wp( 'GET', '/wp/v2/posts' )->get_data()[0]['igny8_head'], 'A list of a hundred posts makes no heads.' );
		$this->assertStringContainsString( '<title>Own</title>', $this->wp( 'GET', '/wp/v2/posts', array( 'slug' => 'dog-beds' ) )->get_data()[0]['igny8_head']['html'] );
		$this->assertSame( 400, $this->wp( 'GET', "/wp/v2/posts/{$id}", array( 'context' => 'nonsense' ) )->get_status() );
	}

	public function test_a_preview_stores_nothing_and_costs_little(): void {
		global $wpdb;
		$this->log_in();
		$id     = $this->post( array(), array( Subject::META['title'] => 'Stored' ) );
		$cats   = wp_insert_term( 'Cats', 'category' )['term_id'];
		$before = array( get_post( $id )->post_modified, get_post_meta( $id ) );
		$this->call( 'seo-meta.preview', array( 'of' => "post:{$id}" ) );
		$queries = $wpdb->num_queries;
		$result  = $this->call(
			'seo-meta.preview',
			array(
				'of'      => "post:{$id}",
				'title'   => 'New <b>name</b>',
				'content' => '<p>New text of the post.</p>',
				'terms'   => array( 'category' => array( $cats ) ),
				'values'  => array( 'title' => '{title} in {category}', 'robots' => 'noindex', 'og_image' => 'https://cdn.example/a-600x400.jpg' ),
			)
		);
		$this->assertLessThanOrEqual( 1, $wpdb->num_queries - $queries );
		$this->assertSame( array( 'New name in Cats', 'New text of the post.', 'noindex, follow', false ), array( $result['title'], $result['description'], $result['robots'], $result['is_indexed'] ) );
		$this->assertSame( array( 600, 'summary_large_image', 'New name – Northwind Pets' ), array( $result['og_image']['width'], $result['x_card'], $result['default_title'] ) );
		$this->assertSame( 'Own for Nov', $this->call( 'seo-meta.preview', array( 'of' => 'search:Nov', 'values' => array( 'title' => 'Own for {search}' ) ) )['title'] );
		$this->assertSame( 'New term – Northwind Pets', $this->call( 'seo-meta.preview', array( 'kind' => 'term', 'subtype' => 'category', 'title' => 'New term' ) )['title'] );
		$this->assertSame( 'New author – Northwind Pets', $this->call( 'seo-meta.preview', array( 'kind' => 'author', 'id' => 1, 'title' => 'New author' ) )['title'] );
		$this->assertNotSame( 'New author', get_userdata( 1 )->display_name );
		clean_post_cache( $id );
		$this->assertSame( $before, array( get_post( $id )->post_modified, get_post_meta( $id ) ) );
		$this->assertSame( 'Dog beds', get_post( $id )->post_title );
	}

	public function test_a_preview_passes_over_what_has_another_shape(): void {
		$this->log_in();
		$id = $this->post();
		foreach ( Fields::META as $name => $key ) {
			foreach ( array( array( array( 'x' ) ), 5, 'x', true ) as $value ) {
				$this->assertIsString( $this->call( 'seo-meta.preview', array( 'of' => "post:{$id}", 'values' => array( $name => $value ) ) )['title'], $name );
			}
		}
	}

	public function test_heads_and_variables_for_programs(): void {
		$this->log_in();
		$id   = $this->post();
		$head = $this->call( 'seo-meta.head', array( 'of' => 'not_found' ) );
		$this->assertStringContainsString( '<title>Page not found – Northwind Pets</title>', $head['html'] );
		$this->assertSame( 'title', $head['tags'][0]['tag'] );
		$draft = $this->post( array( 'post_status' => 'private', 'post_name' => 'private' ) );
		$this->log_in( 'contributor' );
		$this->assert_error( 'rest_forbidden', $this->call( 'seo-meta.head', array( 'of' => "post:{$draft}" ) ) );
		$this->assert_error( 'rest_forbidden', $this->call( 'seo-meta.variables', array( 'of' => "post:{$draft}" ) ) );
		$rows = array_column( $this->call( 'seo-meta.variables', array( 'of' => "post:{$id}", 'kind' => 'post:post' ) )['variables'], 'sample', 'variable' );
		$this->assertSame( array( 'Dog beds', 'Northwind Pets', 'Every dog needs a bed.' ), array( $rows['{title}'], $rows['{site_name}'], $rows['{excerpt}'] ) );
		$this->assertArrayNotHasKey( '{term_description}', $rows );
		$this->assertArrayNotHasKey( '{price}', $rows );
		$this->assertArrayHasKey( '{price}', array_column( $this->call( 'seo-meta.variables', array( 'kind' => 'post:product' ) )['variables'], 'sample', 'variable' ) );
	}

	public function test_where_a_page_sends_its_visitors(): void {
		$cases = array(
			''                             => '',
			'/other/'                      => home_url( '/other/' ),
			'https://other.example/?a=1&b' => 'https://other.example/?a=1&b',
			'/dog-beds'                    => '', // To itself.
			'//other.example/x'            => 'http://other.example/x',
			'javascript:alert(1)'          => '',
		);
		foreach ( $cases as $stored => $target ) {
			$id = $this->post();
			Fields::write( $this->subject( $id ), array( 'redirect' => $stored ) );
			$this->assertSame( $target, Redirect::target( $this->visit( '/dog-beds/' ) ), $stored );
			$this->assertSame( '' === $stored || 'javascript:alert(1)' === $stored ? '' : '1', get_post_meta( $id, Fields::UNLISTED, true ), $stored );
			wp_delete_post( $id, true );
		}
		$category = wp_insert_term( 'Dogs', 'category' )['term_id'];
		update_term_meta( $category, Subject::META['redirect'], '/dogs/' );
		$sent = '';
		add_filter( 'wp_redirect', static function ( $location, $status ) use ( &$sent ) {
			$sent = "{$status} {$location}";
			throw new \RuntimeException( 'sent' );
		}, 1, 2 );
		$this->post( array( 'post_category' => array( $category ) ) );
		$this->visit( '/category/dogs/' );
		try {
			do_action( 'template_redirect' ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own hook.
		} catch ( \RuntimeException $stopped ) {
			$this->assertSame( 'sent', $stopped->getMessage() );
		}
		$this->assertSame( '301 ' . home_url( '/dogs/' ), $sent );
	}

	public function test_settings_are_checked_and_only_what_differs_is_stored(): void {
		$this->log_in();
		$this->choose( array( 'titles' => array( 'post:post' => array( 'title' => '{title}!' ) ), 'separator' => '–' ) );
		$this->assertSame( array( 'titles' ), array_keys( get_option( 'igny8_seo-meta' ) ) );
		foreach ( array( array( 'titles' => array( 'home' => array( 'tilte' => 'x' ) ) ), array( 'output' => 'both' ), array( 'social' => array( 'x_card' => 'big' ) ), array( 'nonsense' => 1 ) ) as $wrong ) {
			$this->assert_error( 'settings_invalid', $this->plugin()->settings()->set( 'seo-meta', $wrong ) );
		}
		$this->assertSame( 403, ( function () {
			$this->log_in( 'author' );
			return $this->rest( 'POST', 'engine/save-settings', array( 'module' => 'seo-meta', 'values' => array( 'separator' => '|' ) ) )->get_status();
		} )() );
	}
}
