<?php
/**
 * The log of missing addresses: what it keeps and never keeps, its bounds, suggestions, one click.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Redirects;

use Igny8\Modules\Redirects\Hits;
use Igny8\Modules\Redirects\MissesTable;
use Igny8\Modules\Redirects\MissLog;
use Igny8\Modules\Redirects\Module;
use Igny8\Modules\Redirects\Path;
use Igny8\Modules\Redirects\RulesTable;
use Igny8\Modules\Redirects\Suggestions;
use Igny8\Modules\Redirects\Visit;

final class MissLogTest extends \Igny8\Tests\TestCase {

	/**
	 * @dataProvider addresses
	 */
	public function test_keeps_no_values_and_nothing_personal( string $asked, string $kept, string $query = 'names' ): void {
		$this->assertSame( $kept, $this->log( array( 'log_query' => $query ) )->address( Path::of( $asked ) ) );
	}

	/**
	 * @return list<array{string, string, 2?: string}>
	 */
	public static function addresses(): array {
		return array(
			array( '/a?name=Anna&id=5&id=6', '/a?id&name' ),
			array( '/a?name=Anna', '/a', 'none' ),
			array( '/a?b=1', '/a?b=1', 'values' ),
			array( '/unsubscribe/anna@mail.example/now', '/unsubscribe/*/now' ),
			array( '/reset/4f9d1c7a2b8e4f9d1c7a2b8e', '/reset/*' ),
			array( '/o/123e4567-e89b-12d3-a456-426614174000', '/o/*' ),
			array( '/the-10-best-dog-food-brands-for-puppies-in-2024', '/the-10-best-dog-food-brands-for-puppies-in-2024' ),
		);
	}

	public function test_a_row_holds_counts_per_day_and_a_bare_referrer(): void {
		$this->visit( '/lost?x=1', 'https://user:pw@news.example/story?reader=anna#top', 'Mozilla/5.0 (X11)' );
		$this->visit( '/lost?x=2', '', 'curl/8' );
		$row = ( new MissesTable() )->find( array( 'address' => '/lost?x' ) );
		$this->assertSame( array( 2, array( gmdate( 'Y-m-d' ) => 2 ), 'news.example/story', 0 ), array( $row['hits'], $row['days'], $row['referrer'], $row['is_bot'] ) );
		$this->assertStringNotContainsString( 'Mozilla', (string) wp_json_encode( $row ) );
		$this->assertStringNotContainsString( '127.0.0.1', (string) wp_json_encode( $row ) );
	}

	/**
	 * @dataProvider probes
	 */
	public function test_probes_are_not_noted( string $path, bool $is_ignored ): void {
		$this->assertSame( $is_ignored, $this->log()->is_ignored( $path ) );
	}

	/**
	 * @return list<array{string, bool}>
	 */
	public static function probes(): array {
		return array( array( '/old/config.php', true ), array( '/.env', true ), array( '/.git/HEAD', true ), array( '/backup.SQL.gz', true ), array( '/.well-known/x', true ), array( '/phpmyadmin/', true ), array( '/old-page/', false ), array( '/php-course', false ), array( '/shop.html', false ) );
	}

	public function test_rows_and_days_are_bounded_by_every_write(): void {
		$log   = $this->log( array( 'log_rows' => 100, 'log_days' => 10 ) );
		$table = new MissesTable();
		$log->write( '/kept', 1, '', false );
		$table->update( array( 'state' => 'ignored', 'last_on' => '2020-01-01' ), array( 'address' => '/kept' ) );
		$log->write( '/stale', 1, '', false );
		$table->update( array( 'last_on' => gmdate( 'Y-m-d', time() - 11 * DAY_IN_SECONDS ) ), array( 'address' => '/stale' ) );
		for ( $number = 0; $number < 130; $number++ ) {
			$log->write( "/lost-{$number}", 1, '', false );
		}
		$this->assertSame( 100, $table->count() );
		$this->assertNull( $table->find( array( 'address' => '/stale' ) ) );
		$this->assertNotNull( $table->find( array( 'address' => '/kept' ) ) );
		$this->assertNotNull( $table->find( array( 'address' => '/lost-129' ) ) );
	}

	public function test_a_flood_is_sampled_and_still_counted(): void {
		global $wpdb;
		$log    = $this->log();
		$writes = 0;
		add_filter(
			'query',
			static function ( string $query ) use ( &$writes ): string {
				$writes += (int) preg_match( '/^\s*(?:INSERT|UPDATE|DELETE)/i', $query );
				return $query;
			}
		);
		http_response_code( 404 );
		for ( $number = 0; $number < 800; $number++ ) {
			$log->note( new Visit( Path::of( '/flood' ) ) );
		}
		$hits = ( new MissesTable() )->find( array( 'address' => '/flood' ) )['hits'];
		$this->assertLessThan( 700, $writes );
		$this->assertGreaterThan( 400, $hits );
		$this->assertLessThan( 1600, $hits );
	}

	public function test_suggests_the_page_that_was_meant_and_redirects_to_it(): void {
		foreach ( array( 'best-dog-food-for-puppies', 'dog-food-storage', 'cat-toys', 'about-us' ) as $slug ) {
			wp_insert_post( array( 'post_title' => $slug, 'post_name' => $slug, 'post_status' => 'publish' ) );
		}
		wp_insert_term( 'Harnesses', 'category', array( 'slug' => 'harnesses' ) );
		$best = fn( string $address ) => ( new Suggestions() )->of( $address, 1 )[0]['title'] ?? null;
		$this->assertSame( array( 'best-dog-food-for-puppies', 'best-dog-food-for-puppies', 'cat-toys', 'about-us', 'Harnesses', null ), array_map( $best, array( '/blog/best-dog-food-puppy', '/best-dog-foods-for-puppies.html', '/2019/cat-toy/', '/about_us', '/shop/harness', '/zzz-qqq' ) ) );

		$this->visit( '/blog/best-dog-food-puppies', '', '' );
		$row = $this->call( 'redirects.misses', array( 'suggest' => true ) )['misses'][0];
		$this->assertSame( 'best-dog-food-for-puppies', $row['suggestion']['title'] );
		$this->assertSame( 1, $this->call( 'redirects.resolve', array( 'ids' => array( $row['id'] ) ) )['made'] );
		$this->assertSame( $row['suggestion']['url'], $this->call( 'redirects.test', array( 'url' => '/blog/best-dog-food-puppies/' ) )['url'] );
		$this->assertSame( 0, $this->call( 'redirects.misses' )['total'] );
	}

	public function test_hits_are_exact_at_first_and_then_sampled_without_bias(): void {
		$this->assertSame( 1, Hits::sampled( 0 ) );
		$this->assertSame( 1, Hits::sampled( 64 ) );
		$count  = 0;
		$writes = 0;
		for ( $hit = 0; $hit < 20000; $hit++ ) {
			$more    = Hits::sampled( $count );
			$writes += $more > 0 ? 1 : 0;
			$count  += $more;
		}
		$this->assertLessThan( 900, $writes );
		$this->assertEqualsWithDelta( 20000, $count, 20000 * 0.45 ); // Five standard deviations of 9 %.
	}

	/**
	 * Other tests of this process may have asked for missing pages.
	 */
	protected function setUp(): void {
		parent::setUp();
		foreach ( array( 'open', 'removed', 'ignored' ) as $state ) { // Of pages that other tests visit and delete for real.
			( new MissesTable() )->delete( array( 'state' => $state ) );
		}
	}

	/**
	 * @param array<string, mixed> $settings
	 */
	private function log( array $settings = array() ): MissLog {
		return new MissLog( new MissesTable(), $settings + Module::DEFAULTS );
	}

	private function visit( string $address, string $referrer, string $agent ): void {
		http_response_code( 404 );
		$this->log()->note( new Visit( Path::of( $address ), referrer: $referrer, user_agent: $agent ) );
	}
}
