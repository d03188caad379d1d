<?php
/**
 * What a visitor gets: redirects, gone pages, pages that exist for nothing, rules for existing pages, circles.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Redirects;

use Igny8\Modules\Redirects\Rules;
use Igny8\Modules\Redirects\RulesTable;

final class FrontTest extends \Igny8\Tests\TestCase {

	protected function setUp(): void {
		parent::setUp();
		http_response_code( 200 );
		add_filter( 'wp_redirect', array( $this, 'stop' ), 99, 2 );
		add_filter( 'status_header', array( $this, 'note_status' ), 10, 2 );
	}

	protected function tearDown(): void {
		parent::tearDown();
		unset( $_SERVER['QUERY_STRING'] );
		$_SERVER['REQUEST_URI'] = '/';
	}

	/**
	 * @throws \RuntimeException Instead of a redirect and the end of PHP.
	 */
	public function stop( string $url, int $code ): string {
		throw new \RuntimeException( "{$code} {$url}" );
	}

	/**
	 * The status header as PHP's command line cannot send it.
	 */
	public function note_status( string $header, int $code ): string {
		http_response_code( $code );
		return $header;
	}

	public function test_a_missing_page_is_redirected_in_one_step_and_counted(): void {
		( new Rules() )->import( array( array( 'source' => '/a', 'target' => '/b', 'code' => 302 ), array( 'source' => '/b', 'target' => 'https://elsewhere.example/x' ) ), 'test', 'test' );
		$this->assertSame( '302 https://elsewhere.example/x?q=1', $this->visit( '/A/?q=1' ) );
		remove_all_actions( 'shutdown', 1 ); // WordPress flushes buffers there, PHPUnit's too.
		do_action( 'shutdown' );
		$rule = ( new RulesTable() )->find( array( 'source' => '/a' ) );
		$this->assertSame( array( 1, gmdate( 'Y-m-d' ) ), array( $rule['hits'], $rule['last_hit_on'] ) );
	}

	public function test_a_circle_ends_in_not_found(): void {
		( new Rules() )->import( array( array( 'source' => '/a', 'target' => '/b' ), array( 'source' => '/b', 'target' => '/a' ), array( 'source' => '^/c/(.*)$', 'match' => 'regex', 'target' => '/c/x/$1' ) ), 'test', 'test' );
		$this->assertSame( array( '', '' ), array( $this->visit( '/a' ), $this->visit( '/c/1' ) ) );
	}

	/**
	 * @testWith [410, "This page is gone"]
	 *           [451, "Unavailable for legal reasons"]
	 */
	public function test_a_page_that_is_gone_says_so_in_the_theme( int $code, string $title ): void {
		( new Rules() )->save( array( 'source' => '/gone', 'code' => $code ) );
		$this->assertSame( '', $this->visit( '/gone' ) );
		$this->assertSame( $code, http_response_code() );
		$this->assertStringStartsWith( $title, wp_get_document_title() );
		$template = apply_filters( 'template_include', 'theme/404.php' );
		$this->assertTrue( is_file( $template ), $template );
		global $_wp_current_template_content;
		$this->assertStringContainsString( $title, do_blocks( (string) $_wp_current_template_content ) );
	}

	public function test_an_existing_page_costs_no_query_and_loads_nothing(): void {
		global $wpdb;
		( new Rules() )->save( array( 'source' => '/old', 'target' => '/new' ) );
		( new Rules() )->save( array( 'source' => 'sale', 'match' => 'regex', 'target' => '/new' ) );
		$this->go( get_permalink( wp_insert_post( array( 'post_title' => 'Here', 'post_status' => 'publish', 'post_type' => 'page' ) ) ) );
		wp_load_alloptions();
		$before = $wpdb->num_queries;
		$this->plugin()->module( 'redirects' )->on_template_redirect();
		$this->assertSame( 0, $wpdb->num_queries - $before, end( $wpdb->queries )[0] );
	}

	public function test_a_missing_page_costs_two_queries_at_most(): void {
		global $wpdb;
		( new Rules() )->save( array( 'source' => 'sale', 'match' => 'regex', 'target' => '/new' ) );
		$this->go( home_url( '/nothing/at/all' ) );
		wp_load_alloptions();
		wp_cache_delete( Rules::PATTERNS, 'options' );
		$before = $wpdb->num_queries;
		$this->plugin()->module( 'redirects' )->on_template_redirect();
		$this->assertSame( 2, $wpdb->num_queries - $before );
	}

	public function test_a_rule_for_an_existing_page_fires_while_it_is_there(): void {
		$path = (string) wp_parse_url( get_permalink( wp_insert_post( array( 'post_title' => 'Here', 'post_name' => 'here', 'post_status' => 'publish', 'post_type' => 'page' ) ) ), PHP_URL_PATH );
		$rule = ( new Rules() )->save( array( 'source' => $path, 'target' => 'https://elsewhere.example/', 'always' => true ) );
		$this->assertSame( '301 https://elsewhere.example/', $this->visit( $path ) );
		( new Rules() )->delete( array( $rule['rule']['id'] ) );
		$this->assertSame( '', $this->visit( $path ) );
	}

	public function test_a_pages_own_redirect_goes_to_the_end_of_the_rules(): void {
		( new Rules() )->import( array( array( 'source' => '/a', 'target' => 'https://elsewhere.example/' ), array( 'source' => '/b', 'target' => '/page' ) ), 'test', 'test' );
		$this->go( home_url( '/page' ) );
		$this->assertSame( array( '', 'https://elsewhere.example/', '' ), array( apply_filters( 'igny8/seo/redirect', '' ), apply_filters( 'igny8/seo/redirect', home_url( '/a' ) ), apply_filters( 'igny8/seo/redirect', home_url( '/b' ) ) ) );
	}

	/**
	 * @return string Status and address of a redirect, '' without one.
	 */
	private function visit( string $path ): string {
		$this->go( home_url( $path ) );
		try {
			$this->plugin()->module( 'redirects' )->on_template_redirect();
		} catch ( \RuntimeException $redirect ) {
			return $redirect->getMessage();
		}
		return '';
	}

	/**
	 * The main query of an address, as WordPress makes it.
	 */
	private function go( string $url ): void {
		global $wp_query, $wp_the_query;
		\Igny8\Modules\Redirects\PageAt::forget();
		$_SERVER['REQUEST_URI'] = (string) preg_replace( '~^https?://[^/]+~', '', $url );
		parse_str( (string) wp_parse_url( $url, PHP_URL_QUERY ), $variables );
		$wp_the_query = new \WP_Query(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- A request of its own.
		$wp_query     = $wp_the_query; // phpcs:ignore WordPress.WP.GlobalVariablesOverride
		$wp_query->query( '/' === wp_parse_url( $url, PHP_URL_PATH ) ? $variables : array( 'pagename' => trim( (string) wp_parse_url( $url, PHP_URL_PATH ), '/' ) ) );
		$wp_query->posts || $wp_query->set_404(); // As WP::handle_404() says it.
	}
}
