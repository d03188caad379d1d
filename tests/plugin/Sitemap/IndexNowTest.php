<?php
/**
 * Announcing by IndexNow: nothing unless asked for, never while saving, many at once, again after a fault.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Sitemap;

use Igny8\Modules\Sitemap\IndexNow;
use Igny8\Modules\Sitemap\PingsTable;
use Igny8\Seo\Fields;
use Igny8\Seo\Subject;

require_once __DIR__ . '/SitemapTestCase.php';

final class IndexNowTest extends SitemapTestCase {

	/**
	 * What was sent: URL and body of each request.
	 *
	 * @var list<array{url: string, body: array<string, mixed>}>
	 */
	private array $requests = array();

	private int $code = 200;

	protected function setUp(): void {
		parent::setUp();
		$this->requests = array();
		$this->code     = 200;
		add_filter(
			'pre_http_request',
			function ( $response, array $args, string $url ) {
				$this->requests[] = array( 'url' => $url, 'body' => json_decode( $args['body'], true ) );
				return 0 === $this->code ? new \WP_Error( 'http_request_failed', 'cURL error 28: timed out' ) : array( 'headers' => array(), 'body' => '', 'response' => array( 'code' => $this->code, 'message' => '' ), 'cookies' => array(), 'filename' => null );
			},
			10,
			3
		);
		add_filter( 'igny8/sitemap/may_ping', '__return_true' );
	}

	private function switch_on(): void {
		$this->plugin()->settings()->set( 'sitemap', array( 'indexnow' => true ) );
	}

	/**
	 * Makes what waits due.
	 */
	private function let_time_pass(): void {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( 'UPDATE %i SET due_at = %s', ( new PingsTable() )->full_name(), '2020-01-01 00:00:00' ) );
	}

	public function test_sends_nothing_by_default(): void {
		$this->post();
		$this->end_request();
		$this->assertSame( 0, ( new PingsTable() )->count() );
		do_action( IndexNow::HOOK );
		$this->assertSame( array(), $this->requests );
		$this->assert_error( 'ping_failed', $this->call( 'sitemap.ping' ) );
		$this->assertNull( $this->get( '/' . IndexNow::key() . '.txt' ) );
	}

	public function test_queues_while_saving_and_sends_all_at_once_by_cron(): void {
		$this->switch_on();
		$kept    = $this->post( array( 'post_name' => 'kept' ) );
		$moved   = $this->post( array( 'post_name' => 'old-name' ) );
		$removed = $this->post( array( 'post_name' => 'removed' ) );
		$deleted = $this->post( array( 'post_name' => 'deleted' ) );
		$hidden  = $this->post( array( 'post_name' => 'hidden' ) );
		$draft   = $this->post( array( 'post_name' => 'unseen', 'post_status' => 'draft' ) );
		wp_update_post( array( 'ID' => $moved, 'post_name' => 'new-name' ) );
		wp_trash_post( $removed );
		wp_delete_post( $deleted, true );
		wp_delete_post( $draft, true );
		Fields::write( Subject::post( get_post( $hidden ) ), array( 'robots' => 'noindex' ) );
		do_action( 'igny8/redirects/changed', array( home_url( '/from-here/' ), 'https://elsewhere.example/' ) );
		$this->end_request();
		$this->assertSame( array(), $this->requests );
		$this->assertNotFalse( wp_next_scheduled( IndexNow::HOOK ) );
		do_action( IndexNow::HOOK );
		$this->assertSame( array(), $this->requests, 'a minute to let several saves become one' );

		$this->let_time_pass();
		do_action( IndexNow::HOOK );
		$this->assertCount( 1, $this->requests );
		$sent = $this->requests[0]['body'];
		$urls = array_map( static fn( string $name ) => home_url( "/{$name}/" ), array( 'deleted', 'from-here', 'hidden', 'kept', 'new-name', 'old-name', 'removed' ) );
		sort( $sent['urlList'] );
		$this->assertSame( $urls, $sent['urlList'] );
		$this->assertSame( wp_parse_url( home_url(), PHP_URL_HOST ), $sent['host'] );
		$this->assertSame( $sent['key'], $this->get( substr( $sent['keyLocation'], strlen( home_url() ) ) )->body() );
		$this->assertSame( array( 'sent' => 7 ), ( new PingsTable() )->count_by( 'status' ) );
		do_action( IndexNow::HOOK );
		$this->assertCount( 1, $this->requests );

		wp_update_post( array( 'ID' => $kept, 'post_title' => 'Changed again' ) );
		$this->end_request();
		$this->assertSame( array( 'queued' => 1, 'sent' => 6 ), ( new PingsTable() )->count_by( 'status' ) );
	}

	/**
	 * @return array<string, array{int, string}>
	 */
	public function answers(): array {
		return array(
			'accepted'    => array( 202, 'sent' ),
			'no answer'   => array( 0, 'queued' ),
			'too many'    => array( 429, 'queued' ),
			'broken'      => array( 503, 'queued' ),
			'wrong key'   => array( 403, 'failed' ),
			'not ours'    => array( 422, 'failed' ),
			'moved'       => array( 301, 'failed' ),
		);
	}

	/**
	 * @dataProvider answers
	 */
	public function test_tries_again_when_it_may_help( int $code, string $status ): void {
		$this->switch_on();
		$this->code = $code;
		$result     = $this->call( 'sitemap.ping', array( 'urls' => array( home_url( '/one/' ) ) ) );
		'sent' === $status ? $this->assertSame( 1, $result['sent'] ) : $this->assert_error( 'ping_failed', $result );
		$row = $this->call( 'sitemap.pings' )['pings'][0];
		$this->assertSame( array( $status, $code, 1 ), array( $row['status'], $row['code'], $row['attempts'] ) );
		if ( 'queued' !== $status ) {
			return;
		}
		for ( $attempt = 2, $last = 0; $attempt <= 6; $attempt++ ) {
			$pause = (int) strtotime( $row['due_at'] ) - time();
			$this->assertGreaterThan( $last, $pause );
			$last = $pause;
			$this->let_time_pass();
			do_action( IndexNow::HOOK );
			$row = $this->call( 'sitemap.pings' )['pings'][0];
		}
		$this->assertSame( array( 'failed', 6 ), array( $row['status'], $row['attempts'] ) );
	}

	public function test_log_and_batches_stay_small_and_foreign_addresses_out(): void {
		$this->switch_on();
		$this->assert_error( 'ping_foreign', $this->call( 'sitemap.ping', array( 'urls' => array( home_url( '/mine/' ), 'https://elsewhere.example/' ) ) ) );
		$this->assertSame( 0, ( new PingsTable() )->count() );
		( new IndexNow( $this->plugin() ) )->queue( array_fill_keys( array_map( static fn( int $number ) => home_url( "/page-{$number}/" ), range( 1, 1200 ) ), 'updated' ) );
		$this->let_time_pass();
		do_action( IndexNow::HOOK );
		do_action( IndexNow::HOOK );
		$this->assertSame( array( 1000, 200 ), array_map( static fn( array $request ) => count( $request['body']['urlList'] ), $this->requests ) );
		$this->assertSame( array( 'sent' => 500 ), ( new PingsTable() )->count_by( 'status' ) );
	}

	public function test_a_copy_of_the_site_stays_silent(): void {
		$this->switch_on();
		remove_filter( 'igny8/sitemap/may_ping', '__return_true' );
		$this->assertNotSame( 'production', wp_get_environment_type() );
		$this->assert_error( 'ping_failed', $this->call( 'sitemap.ping', array( 'urls' => array( home_url( '/' ) ) ) ) );
		$this->assertSame( array(), $this->requests );
	}
}
