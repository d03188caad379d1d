<?php
/**
 * A visitor's page view with all modules on: no query, no script, no style, few files.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Core;

use Igny8\Tests\TestCase;

final class VisitorTest extends TestCase {

	private const MOST_FILES   = 12;   // Of the plugin's own per view: entry, autoloader, root, settings, and one or two a module. The lightest peer, The SEO Framework, loads 74.
	private const MOST_OPTIONS = 1024; // Autoloaded bytes, all our options together.

	protected function setUp(): void {
		parent::setUp();
		// Pages are rendered by processes of their own, which must not wait for our transaction.
		$GLOBALS['wpdb']->query( 'ROLLBACK' );
	}

	public function test_a_page_view_costs_no_query_and_brings_nothing_along(): void {
		$this->render( 'with' ); // Rewrite rules and transients of the first view ever.
		$this->render( 'without' );
		$with    = $this->render( 'with' );
		$without = $this->render( 'without' );
		$this->assertTrue( $with['is_loaded'] );
		$this->assertFalse( $without['is_loaded'] );
		$this->assertSame( $this->shapes( $without['queries'] ), $this->shapes( $with['queries'] ) );
		$this->assertSame( 0, $with['mentions'], 'No script, style or markup of ours.' );
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
	private function render( string $mode ): array {
		$process = proc_open( array( PHP_BINARY, '-d', 'error_reporting=8191', dirname( __DIR__ ) . '/render.php', $mode, '/' ), array( 1 => array( 'file', '/dev/null', 'w' ), 2 => array( 'pipe', 'w' ) ), $pipes );
		$report  = stream_get_contents( $pipes[2] );
		proc_close( $process );
		$start = strpos( $report, '{"status"' );
		$this->assertNotFalse( $start, $report );
		return json_decode( substr( $report, $start ), true );
	}

	/**
	 * Queries without their values: dates and nonces differ between two views.
	 *
	 * @param list<string> $queries
	 * @return list<string>
	 */
	private function shapes( array $queries ): array {
		return array_map( static fn( string $query ) => preg_replace( array( "/'[^']*'/", '/\d+/', '/\s+/' ), array( '?', '?', ' ' ), $query ), $queries );
	}
}
