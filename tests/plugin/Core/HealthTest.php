<?php
/**
 * Site Health says what keeps a site out of search engines, and what to do about it.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Core;

use Igny8\Health\Checks;
use Igny8\Health\SiteHealth;
use Igny8\Tests\TestCase;

final class HealthTest extends TestCase {

	/**
	 * @return array<string, array{string, \Closure, string}>
	 */
	public function states(): array {
		return array(
			'public'             => array( 'visibility', static fn() => update_option( 'blog_public', '1' ), 'good' ),
			'addresses'          => array( 'permalinks', static fn() => update_option( 'permalink_structure', '/%postname%/' ), 'good' ),
			'numbers'            => array( 'permalinks', static fn() => update_option( 'permalink_structure', '' ), 'recommended' ),
			'alone'              => array( 'other_plugin', static fn() => null, 'good' ),
			'no file'            => array( 'robots_file', static fn() => null, 'good' ),
			'home'               => array( 'home', static fn() => null, 'good' ),
			'sitemap'            => array( 'sitemap', self::answers( 200, '<?xml version="1.0"?><sitemapindex xmlns="x"></sitemapindex>' ), 'good' ),
			'sitemap gone'       => array( 'sitemap', self::answers( 404, 'Not found' ), 'critical' ),
			'sitemap is a page'  => array( 'sitemap', self::answers( 200, '<html><body>Hello</body></html>' ), 'critical' ),
			'robots open'        => array( 'robots', self::answers( 200, "User-agent: *\nDisallow: /wp-admin/" ), 'good' ),
			'robots closed'      => array( 'robots', self::answers( 200, "User-agent: *\nDisallow: /" ), 'critical' ),
			'robots unreachable' => array( 'robots', static fn() => add_filter( 'pre_http_request', static fn() => new \WP_Error( 'http_request_failed', 'timed out' ) ), 'recommended' ),
			'a dead redirect'    => array( 'redirects', fn() => $this->dead_redirect(), 'recommended' ),
			'no circles'         => array( 'redirects', static fn() => null, 'good' ),
		);
	}

	/**
	 * @dataProvider states
	 */
	public function test_a_check_sees_the_state_of_the_site( string $name, \Closure $arrange, string $status ): void {
		$arrange();
		$result = ( new Checks( $this->plugin() ) )->run( $name );
		$this->assertSame( $status, $result['status'], $result['label'] );
		$this->assertNotSame( '', $result['label'] );
		'good' === $status || $this->assertNotSame( '', $result['text'], 'Says what to do.' );
	}

	public function test_a_live_site_that_hides_is_critical_and_a_copy_is_not(): void {
		update_option( 'blog_public', '0' );
		$this->assertSame( 'good', ( new Checks( $this->plugin() ) )->run( 'visibility' )['status'], 'This test site is a local one.' );
	}

	/**
	 * @return array<string, array{string, bool}>
	 */
	public function robots(): array {
		return array(
			'everybody out'             => array( "User-agent: *\nDisallow: /", true ),
			'with a comment, odd case'  => array( "# hi\nuser-agent: *\nDISALLOW: / # all", true ),
			'one robot out'             => array( "User-agent: BadBot\nDisallow: /\n\nUser-agent: *\nDisallow:", false ),
			'shared group'              => array( "User-agent: a\nUser-agent: *\nDisallow: /", true ),
			'allowed again'             => array( "User-agent: *\nDisallow: /\nAllow: /", false ),
			'a folder'                  => array( "User-agent: *\nDisallow: /private/", false ),
			'rules before any agent'    => array( "Disallow: /", false ),
			'closed group, then others' => array( "User-agent: *\nDisallow: /\nUser-agent: Good\nAllow: /", true ),
			'empty'                     => array( '', false ),
		);
	}

	/**
	 * @dataProvider robots
	 */
	public function test_a_robots_file_that_closes_the_site_is_recognised( string $text, bool $is_closed ): void {
		$this->assertSame( $is_closed, Checks::blocks_all( $text ) );
	}

	public function test_site_health_gets_every_check_and_can_run_it(): void {
		$this->log_in();
		$tests  = apply_filters( 'site_status_tests', array( 'direct' => array(), 'async' => array() ) );
		$direct = array_filter( $tests['direct'], static fn( $name ) => str_starts_with( $name, 'igny8_' ), ARRAY_FILTER_USE_KEY );
		$this->assertCount( count( Checks::QUICK ), $direct );
		foreach ( $direct as $test ) {
			$result = $test['test']();
			$this->assertSame( array( 'label', 'status', 'badge', 'description', 'actions', 'test' ), array_keys( $result ) );
		}
		foreach ( Checks::SLOW as $name ) {
			$this->assertTrue( $tests['async'][ "igny8_{$name}" ]['has_rest'] );
			$this->assertStringContainsString( "name={$name}", $tests['async'][ "igny8_{$name}" ]['test'] );
		}
		self::answers( 200, '<urlset></urlset>' )();
		$answer = $this->rest( 'GET', 'engine/site-health-test', array( 'name' => 'sitemap' ) );
		$this->assertSame( 'good', $answer->get_data()['status'] );
		wp_set_current_user( 0 );
		$this->assertSame( 401, $this->rest( 'GET', 'engine/site-health-test', array( 'name' => 'sitemap' ) )->get_status() );
	}

	public function test_the_info_tab_tells_a_helper_what_is_there_and_no_secret(): void {
		new \Igny8\Tests\FakeEngine();
		$info = ( new SiteHealth( $this->plugin() ) )->filter_debug_information( array() );
		$text = wp_json_encode( $info );
		$this->assertStringContainsString( 'engine, blueprint', $text );
		$this->assertArrayHasKey( 'igny8_jobs', $info['igny8']['fields'] );
		$this->assertStringNotContainsString( 'secret', strtolower( $text ) );
		$this->assertDoesNotMatchRegularExpression( '/igny8_[a-z0-9]+_[A-Za-z0-9_-]{16,}/', strtr( $text, array_fill_keys( array_keys( $info['igny8']['fields'] ), '' ) ) );
	}

	private function dead_redirect(): void {
		$page_id = wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Goes away' ) );
		$this->call( 'redirects.add', array( 'source' => '/from-here', 'target' => get_permalink( $page_id ) ) );
		wp_delete_post( $page_id, true );
	}

	private static function answers( int $code, string $body ): \Closure {
		return static fn() => add_filter( 'pre_http_request', static fn() => array( 'response' => array( 'code' => $code, 'message' => 'x' ), 'body' => $body, 'headers' => array(), 'cookies' => array() ) );
	}
}
