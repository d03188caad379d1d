<?php
/**
 * What tests of the sitemap share: posts by hooks and by SQL, requests, the addresses of a file.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Sitemap;

use Igny8\Modules\Sitemap\Changes;
use Igny8\Modules\Sitemap\Pages;
use Igny8\Modules\Sitemap\Response;
use Igny8\Modules\Sitemap\Server;
use Igny8\Tests\TestCase;

abstract class SitemapTestCase extends TestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->forget_changes();
		update_option( 'blog_public', '1' );
		update_option( 'permalink_structure', '/%postname%/' );
		$GLOBALS['wp_rewrite']->init();
		unset( $_SERVER['HTTP_IF_NONE_MATCH'], $_SERVER['HTTP_IF_MODIFIED_SINCE'] );
	}

	protected function tearDown(): void {
		parent::tearDown();
		$this->forget_changes();
		$GLOBALS['wp_rewrite']->init();
		create_initial_taxonomies(); // Their addresses are made of the structure that a test may have changed.
	}

	/**
	 * A published post, through WordPress.
	 *
	 * @param array<string, mixed> $fields
	 */
	protected function post( array $fields = array() ): int {
		$id = wp_insert_post( $fields + array( 'post_title' => 'A post', 'post_status' => 'publish', 'post_type' => 'post' ), true );
		$this->assertIsInt( $id );
		return $id;
	}

	/**
	 * Published posts past every hook, as importers by SQL make them.
	 *
	 * @return int Highest id.
	 */
	protected function import_by_sql( int $count, string $modified = '2026-01-02 03:04:05' ): int {
		global $wpdb;
		foreach ( array_chunk( range( 1, $count ), 500 ) as $numbers ) {
			$rows = array_map( static fn( int $number ) => $wpdb->prepare( "( 1, %s, %s, '', %s, '', 'publish', %s, '', '', %s, %s, '', 'post' )", $modified, $modified, "Imported {$number}", "imported-{$number}", $modified, $modified ), $numbers );
			$wpdb->query( "INSERT INTO {$wpdb->posts} ( post_author, post_date, post_date_gmt, post_content, post_title, post_excerpt, post_status, post_name, to_ping, pinged, post_modified, post_modified_gmt, post_content_filtered, post_type ) VALUES " . implode( ', ', $rows ) );
		}
		return (int) $wpdb->get_var( "SELECT MAX( ID ) FROM {$wpdb->posts}" );
	}

	/**
	 * The end of a request: what was noted is written.
	 */
	protected function end_request(): void {
		Changes::of( $this->plugin() )->write();
		$this->forget_changes();
	}

	protected function get( string $path, array $query = array() ): ?Response {
		return ( new Server( $this->plugin() ) )->answer( $path, $query );
	}

	/**
	 * Addresses in a file of the sitemap, in order.
	 *
	 * @return list<string>
	 */
	protected function locs( string $path ): array {
		$response = $this->get( $path );
		$this->assertSame( 200, $response?->status, $path );
		$xml = new \SimpleXMLElement( $response->body() );
		$all = array();
		foreach ( $xml->children() as $entry ) {
			$all[] = (string) $entry->loc;
		}
		return $all;
	}

	/**
	 * @return array<string, string> Address of each file → last change.
	 */
	protected function index(): array {
		$xml = new \SimpleXMLElement( $this->get( '/wp-sitemap.xml' )->body() );
		$all = array();
		foreach ( $xml->children() as $entry ) {
			$all[ (string) $entry->loc ] = (string) $entry->lastmod;
		}
		return $all;
	}

	protected function pages(): Pages {
		return new Pages( $this->plugin() );
	}

	protected function page_size( int $size ): void {
		add_filter( 'igny8/sitemap/page_size', static fn() => $size );
	}

	private function forget_changes(): void {
		( new \ReflectionProperty( Changes::class, 'instance' ) )->setValue( null, null );
	}
}
