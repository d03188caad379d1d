<?php
/**
 * Addresses, headers, and who gets which answer.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Sitemap;

use Igny8\Modules\Sitemap\Address;
use Igny8\Modules\Sitemap\KeptIndex;

require_once __DIR__ . '/SitemapTestCase.php';

final class ServerTest extends SitemapTestCase {

	/**
	 * @return array<string, array{string, string|null}> Path → what it is, or null.
	 */
	public function paths(): array {
		$moved = array( 'sitemap.xml', 'sitemap_index.xml', 'sitemap-index.xml', 'sitemaps.xml', 'sitemap.xml.gz', 'sitemap_index.xml?x=1', 'post-sitemap.xml', 'post-sitemap2.xml', 'category-sitemap.xml', 'news-sitemap.xml', 'sitemap-posttype-post.xml', 'sitemap-pt-post-2024-01.xml', 'sitemap-1.xml', 'sitemaps/author.xml', 'main-sitemap.xml' );
		$none  = array( '', 'sitemap', 'sitemap/', 'a-page-about-sitemap.xml-files/', 'wp-sitemap-events-1.xml', 'feed.xml', 'deep/post-sitemap.xml', 'wp-sitemap-posts-post-x.xml', 'robots.txt', '0123456789abcdef.txt' );
		$cases = array();
		foreach ( $moved as $path ) {
			$cases[ $path ] = array( "/{$path}", 'moved' );
		}
		foreach ( $none as $path ) {
			$cases[ "none: {$path}" ] = array( "/{$path}", null );
		}
		return $cases + array(
			'index'  => array( '/wp-sitemap.xml', 'index' ),
			'page'   => array( '/wp-sitemap-posts-my-type_2-12.xml', 'page' ),
			'prefix' => array( '/index.php/wp-sitemap.xml?a=b', 'index' ),
			'users'  => array( '/wp-sitemap-users-3.xml', 'page' ),
			'xsl'    => array( '/wp-sitemap.xsl', 'stylesheet' ),
			'key'    => array( '/0123456789abcdef0123456789abcdef.txt', 'key' ),
			'llms'   => array( '/llms.txt', 'llms' ),
			'hostile' => array( "/wp-sitemap.xml/../../%00<script>", null ),
		);
	}

	/**
	 * @dataProvider paths
	 */
	public function test_reads_addresses( string $uri, ?string $what ): void {
		$this->assertSame( $what, Address::read( $uri, array() )['what'] ?? null );
		// What Module compares first must let through all that Address knows.
		$pattern = ( new \ReflectionClassConstant( \Igny8\Modules\Sitemap\Module::class, 'OURS' ) )->getValue();
		null === $what || $this->assertMatchesRegularExpression( $pattern, $uri );
	}

	public function test_old_addresses_lead_to_the_index(): void {
		$response = $this->get( '/sitemap_index.xml' );
		$this->assertSame( array( 301, home_url( '/wp-sitemap.xml' ) ), array( $response->status, $response->headers['Location'] ) );
	}

	public function test_works_without_pretty_permalinks_and_below_a_folder(): void {
		update_option( 'permalink_structure', '' );
		$GLOBALS['wp_rewrite']->init();
		$this->post();
		$this->end_request();
		$xml = new \SimpleXMLElement( $this->get( '/?sitemap=index', array( 'sitemap' => 'index' ) )->body() );
		$this->assertSame( home_url( '?sitemap=posts&sitemap-subtype=post&paged=1' ), (string) $xml->sitemap[0]->loc );
		$this->assertSame( 200, $this->get( '/', array( 'sitemap' => 'posts', 'sitemap-subtype' => 'post', 'paged' => '1' ) )->status );
		$this->assertNull( $this->get( '/', array( 'sitemap' => 'events' ) ) );

		update_option( 'permalink_structure', '/%postname%/' );
		$GLOBALS['wp_rewrite']->init();
		add_filter( 'home_url', static fn( string $url, string $path ) => 'https://example.org/blog' . ( '' === $path ? '' : '/' . ltrim( $path, '/' ) ), 10, 2 );
		$this->assertSame( 'index', Address::read( '/blog/wp-sitemap.xml', array() )['what'] );
		$this->assertSame( 'https://example.org/blog/wp-sitemap.xml', Address::index() );
	}

	public function test_has_a_page_for_people_with_and_without_xslt(): void {
		$this->post();
		$this->end_request();
		foreach ( array( '/wp-sitemap.xml', '/wp-sitemap-posts-post-1.xml' ) as $path ) {
			preg_match_all( '~<\?xml-stylesheet type="text/(xsl|css)" href="([^"]+)"\?>~', $this->get( $path )->body(), $found );
			$this->assertSame( array( 'xsl', 'css' ), $found[1] );
			$this->assertSame( 200, $this->get( substr( $found[2][0], strlen( home_url() ) ) )->status );
			$this->assertFileExists( str_replace( plugins_url( '', \Igny8\FILE ), dirname( \Igny8\FILE ), $found[2][1] ) );
		}
	}

	public function test_says_what_it_is_and_sends_nothing_twice(): void {
		$this->post();
		$this->end_request();
		foreach ( array( '/wp-sitemap.xml', '/wp-sitemap-posts-post-1.xml', '/wp-sitemap.xsl', '/llms.txt' ) as $path ) {
			unset( $_SERVER['HTTP_IF_NONE_MATCH'], $_SERVER['HTTP_IF_MODIFIED_SINCE'] );
			$first = $this->get( $path );
			$this->assertSame( 'noindex, follow', $first->headers['X-Robots-Tag'] );
			$this->assertNotSame( '', $first->body() );
			$_SERVER['HTTP_IF_NONE_MATCH'] = 'W/' . $first->headers['ETag'];
			$again                         = $this->get( $path );
			$this->assertSame( array( 304, '' ), array( $again->status, $again->body() ), $path );
		}
		unset( $_SERVER['HTTP_IF_NONE_MATCH'] );
		$_SERVER['HTTP_IF_MODIFIED_SINCE'] = $this->get( '/wp-sitemap-posts-post-1.xml' )->headers['Last-Modified'];
		$this->assertSame( 304, $this->get( '/wp-sitemap-posts-post-1.xml' )->status );
	}

	public function test_a_change_makes_a_new_version(): void {
		$id = $this->post();
		$this->end_request();
		$tag = $this->get( '/wp-sitemap-posts-post-1.xml' )->headers['ETag'];
		$this->assertSame( $tag, $this->get( '/wp-sitemap-posts-post-1.xml' )->headers['ETag'] );
		wp_update_post( array( 'ID' => $id, 'post_name' => 'another-name' ) );
		$this->end_request();
		$new = $this->get( '/wp-sitemap-posts-post-1.xml' )->headers['ETag'];
		$this->assertNotSame( $tag, $new );
		$this->plugin()->settings()->set( 'sitemap', array( 'images' => false ) );
		$this->assertNotSame( $new, $this->get( '/wp-sitemap-posts-post-1.xml' )->headers['ETag'] );
		// A draft or an order above all ids changes no address.
		$kept = $this->get( '/wp-sitemap-posts-post-1.xml' )->headers['ETag'];
		$this->post( array( 'post_status' => 'draft' ) );
		$this->end_request();
		$this->index();
		$this->assertSame( $kept, $this->get( '/wp-sitemap-posts-post-1.xml' )->headers['ETag'] );
	}

	public function test_has_no_sitemap_while_search_engines_are_kept_out_or_another_plugin_makes_one(): void {
		update_option( 'blog_public', '0' );
		$this->assertNull( $this->get( '/wp-sitemap.xml' ) ); // WordPress answers 404.
		$this->assertStringNotContainsString( 'Sitemap:', apply_filters( 'robots_txt', "User-agent: *\n", false ) );
		$status = $this->call( 'sitemap.status' );
		$this->assertFalse( $status['is_served'] );
		$this->assertCount( 1, $status['obstacles'] );
	}

	public function test_sitemaps_given_to_wordpress_by_others_stay_in_the_index(): void {
		$provider = new class() extends \WP_Sitemaps_Provider {

			public function __construct() {
				$this->name        = 'events';
				$this->object_type = 'event';
			}

			public function get_url_list( $page_num, $object_subtype = '' ) {
				return array( array( 'loc' => home_url( '/event/' ) ) );
			}

			public function get_max_num_pages( $object_subtype = '' ) {
				return 1;
			}
		};
		wp_register_sitemap_provider( 'events', $provider );
		$this->assertArrayHasKey( home_url( '/wp-sitemap-events-1.xml' ), $this->index() );
		( new \ReflectionProperty( \WP_Sitemaps_Registry::class, 'providers' ) )->setValue( wp_sitemaps_get_server()->registry, array_diff_key( wp_get_sitemap_providers(), array( 'events' => true ) ) );
	}

	public function test_settings_need_the_right(): void {
		$this->log_in( 'editor' );
		foreach ( array( array( 'GET', 'sitemap/status' ), array( 'POST', 'sitemap/rebuild' ), array( 'POST', 'sitemap/save-robots' ), array( 'POST', 'sitemap/ping' ) ) as list( $method, $path ) ) {
			$this->assertSame( 403, $this->rest( $method, $path, array( 'text' => '' ) )->get_status() );
		}
		$this->log_in();
		$this->assertSame( 200, $this->rest( 'GET', 'sitemap/status' )->get_status() );
	}

	public function test_the_index_is_kept_until_anything_changes(): void {
		delete_option( KeptIndex::OPTION );
		$this->post();
		$this->end_request();
		$body  = $this->get( '/wp-sitemap.xml' )->body();
		$state = KeptIndex::state();
		$kept  = get_option( KeptIndex::OPTION );
		$this->assertSame( array( $state, $body ), array( $kept['state'], $kept['xml'] ) );
		$changes = array(
			'a setting'       => fn() => $this->plugin()->settings()->set( 'sitemap', array( 'authors' => false ) ),
			'a title setting' => fn() => $this->plugin()->settings()->set( 'seo-meta', array( 'titles' => array( 'post:page' => array( 'robots' => 'noindex' ) ) ) ),
			'an address'      => fn() => update_option( 'permalink_structure', '/%post_id%/' ),
			'posts by SQL'    => fn() => $this->import_by_sql( 3 ),
			'a saved post'    => fn() => $this->post(),
			'a user'          => fn() => $this->log_in( 'author' ),
		);
		foreach ( $changes as $name => $change ) {
			$change();
			$this->assertNotSame( $state, KeptIndex::state(), $name );
			$this->end_request();
			$this->get( '/wp-sitemap.xml' );
			$state = KeptIndex::state();
			$this->assertSame( $state, get_option( KeptIndex::OPTION )['state'], $name );
		}
		$this->assertStringContainsString( '</sitemapindex>', get_option( KeptIndex::OPTION )['xml'] );
	}
}
