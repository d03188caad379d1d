<?php
/**
 * A visitor's page view with all modules on, home and a single post: no query, no script, no style, few files.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Core;

use Igny8\Tests\TestCase;

final class VisitorTest extends TestCase {

	private const MOST_FILES   = 40;   // Of the plugin's own per view. The lightest peer, The SEO Framework, loads 74.
	private const MOST_OPTIONS = 1024; // Autoloaded bytes, all our options together.

	protected function setUp(): void {
		parent::setUp();
		// Pages are rendered by processes of their own, which must not wait for our transaction.
		$GLOBALS['wpdb']->query( 'ROLLBACK' );
	}

	/**
	 * Path, and the tables that we ask there once each: what a term says of itself, and where a missing page went.
	 *
	 * @return array<string, array{string, list<string>}>
	 */
	public function pages(): array {
		return array(
			'home'     => array( '/', array() ),
			'post'     => array( '/?p=1', array() ),
			'page'     => array( '/?page_id=2', array() ),
			'category' => array( '/?cat=1', array( 'termmeta' ) ),
			'nothing'  => array( '/?p=999999', array( 'igny8_redirects' ) ),
		);
	}

	/**
	 * @dataProvider pages
	 * @param list<string> $asked
	 */
	public function test_a_page_view_costs_no_query_and_brings_nothing_along( string $path, array $asked ): void {
		$this->render( 'with', $path ); // Rewrite rules and transients of the first view ever.
		$this->render( 'without', $path );
		$with    = $this->render( 'with', $path );
		$without = $this->render( 'without', $path );
		$this->assertTrue( $with['is_loaded'] );
		$this->assertFalse( $without['is_loaded'] );
		$this->assertSame( $asked, $this->tables( $this->added( $this->shapes( $without['queries'] ), $this->shapes( $with['queries'] ) ) ) );
		$this->assertSame( array( $without['assets'], 0 ), array( $with['assets'], $with['own_files'] ), 'No script, no style.' );
		$this->assertLessThanOrEqual( self::MOST_FILES, count( $with['files'] ), implode( ' ', $with['files'] ) );
		foreach ( array( 'Rest.php', 'Abilities.php', 'Operation.php', 'Jobs.php', 'Engine.php', 'Cli.php', 'Admin.php', 'Contract.php', 'Continuation.php' ) as $file ) {
			$this->assertNotContains( $file, $with['files'] );
		}
	}

	public function test_what_is_autoloaded_fits_the_budget(): void {
		global $wpdb;
		$values = $wpdb->get_col( "SELECT option_value FROM {$wpdb->options} WHERE option_name LIKE 'igny8%' AND autoload IN ( 'yes', 'on', 'auto', 'auto-on' )" );
		$this->assertLessThanOrEqual( self::MOST_OPTIONS, strlen( implode( '', $values ) ) );
	}

	/**
	 * @return array<string, mixed> What render.php reports.
	 */
	private function render( string $mode, string $path ): array {
		$process = proc_open( array( PHP_BINARY, '-d', 'error_reporting=8191', dirname( __DIR__ ) . '/render.php', $mode, $path ), array( 1 => array( 'file', '/dev/null', 'w' ), 2 => array( 'pipe', 'w' ) ), $pipes );
		$report  = stream_get_contents( $pipes[2] );
		proc_close( $process );
		$start = strpos( $report, '{"status"' );
		$this->assertNotFalse( $start, $report );
		return json_decode( substr( $report, $start ), true );
	}

	/**
	 * Queries of the second list beyond those of the first.
	 *
	 * @param list<string> $before
	 * @param list<string> $after
	 * @return list<string>
	 */
	private function added( array $before, array $after ): array {
		foreach ( $before as $query ) {
			$at = array_search( $query, $after, true );
			if ( false !== $at ) {
				unset( $after[ $at ] );
			}
		}
		return array_values( $after );
	}

	/**
	 * @param list<string> $queries
	 * @return list<string> The table each asks first, without prefix.
	 */
	private function tables( array $queries ): array {
		return array_map( static fn( string $query ) => preg_match( "/FROM `?{$GLOBALS['wpdb']->prefix}(\w+)/", $query, $match ) ? $match[1] : $query, $queries );
	}

	/**
	 * Queries without their values: dates and nonces differ between two views.
	 *
	 * @param list<string> $queries
	 * @return list<string>
	 */
	private function shapes( array $queries ): array {
		return array_map( static fn( string $query ) => preg_replace( array( "/'[^']*'/", '/(?<!igny)\d+/', '/\s+/' ), array( '?', '?', ' ' ), $query ), $queries );
	}
}
