<?php
/**
 * A preview shows pages before and after, from the pages where they can be opened; an import tells no search engine.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Import;

use Igny8\Modules\Import\Sample;
use Igny8\Modules\Import\Source;
use Igny8\Modules\Import\Sources;
use Igny8\Modules\Sitemap\Changes;
use Igny8\Modules\Sitemap\PingsTable;
use Igny8\Seo\Fields;
use Igny8\Seo\Subject;
use Igny8\Tests\TestCase;

require_once __DIR__ . '/Fixture.php';

final class PreviewTest extends TestCase {

	private const THEIRS = '<html><head><title>How to coil a rope in five minutes - %s</title><meta name="description" content="Another text" />'
		. '<meta name="robots" content="index, follow" /><meta name="generator" content="x" /></head><body></body></html>';

	/**
	 * Addresses that were opened.
	 *
	 * @var list<string>
	 */
	private array $opened = array();

	public static function setUpBeforeClass(): void {
		Fixture::make_tables();
	}

	public static function tearDownAfterClass(): void {
		Fixture::make_tables( false );
	}

	protected function setUp(): void {
		parent::setUp();
		$this->opened = array();
		Fixture::load( 'yoast' );
	}

	/**
	 * The site's answers to its own requests.
	 *
	 * @param array<int, array{int, string, string}|string> $answers Post → status, body, address it leads to; or what goes wrong.
	 */
	private function answer( array $answers ): void {
		$by_url = array();
		foreach ( $answers as $id => $answer ) {
			$by_url[ get_permalink( $id ) ] = $answer;
		}
		add_filter(
			'pre_http_request',
			function ( $response, array $args, string $url ) use ( $by_url ) {
				$this->opened[] = $url;
				$answer         = $by_url[ remove_query_arg( 'igny8_compare', $url ) ];
				return is_string( $answer ) ? new \WP_Error( 'http_request_failed', $answer ) : array( 'headers' => array( 'location' => $answer[2] ), 'body' => $answer[1], 'response' => array( 'code' => $answer[0], 'message' => '' ), 'cookies' => array(), 'filename' => null );
			},
			10,
			3
		);
	}

	/**
	 * @param list<int>                            $ids
	 * @param array<string, array<string, mixed>> $settings
	 * @return array{list<array<string, mixed>>, string}
	 */
	private function sample( array $ids, array $settings = array(), string $reason = '' ): array {
		$source = Sources::get( 'yoast' );
		$sample = new Sample( $source, $settings, $reason );
		$pages  = array_map( static fn( int $id ) => array( 'subject' => Subject::post( get_post( $id ) ), 'fields' => self::fields( $source, $id ) ), $ids );
		return array( $sample->compare( $pages ), $sample->reason );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function fields( Source $source, int $id ): array {
		return \Igny8\Modules\Import\Check::fields( $source->records( 'post', array( $id ) )[ $id ] );
	}

	/**
	 * @param array<string, mixed> $page
	 * @return array<string, array{string, string, string}> What → before, after, verdict.
	 */
	private static function rows( array $page ): array {
		return array_map( static fn( array $row ) => array( $row['before'], $row['after'], $row['verdict'] ), array_column( $page['rows'], null, 'what' ) );
	}

	public function test_pages_are_read_as_the_other_plugin_prints_them(): void {
		$name = get_option( 'blogname' );
		$this->answer( array( 910001 => array( 200, sprintf( self::THEIRS, $name ), '' ), 910002 => array( 500, '', '' ), 910005 => array( 301, '', 'https://a.example/contact/?igny8_compare=theirs-1-ab' ) ) );
		list( $pages, $reason ) = $this->sample( array( 910002, 910001, 910005 ), array( 'seo-meta' => array( 'separator' => '|' ) ) );

		$rows = self::rows( $pages[1] );
		$this->assertSame( array( "How to coil a rope in five minutes - {$name}", "How to coil a rope in five minutes | {$name}", 'equivalent' ), $rows['title'], 'With settings that nobody has stored.' );
		$this->assertSame( array( 'Another text', 'differs' ), array( $rows['description'][0], $rows['description'][2] ) );
		$this->assertSame( 'equivalent', $rows['robots'][2] );
		$this->assertSame( array( 'page', 'differs' ), array( $pages[1]['seen'], $pages[1]['verdict'] ) );
		$this->assertArrayNotHasKey( 'schema', $rows );
		$this->assertSame( '301 https://a.example/contact/', self::rows( $pages[2] )['status'][0] );
		$this->assertStringStartsWith( '301 http', self::rows( $pages[2] )['status'][1] );

		$this->assertSame( 'stored', $pages[0]['seen'], 'One page that fails is told from its rows, the others are opened.' );
		$this->assertStringContainsString( '500', $reason );
		$this->assertCount( 3, $this->opened );
		$this->assertStringContainsString( 'igny8_compare=theirs-', $this->opened[0] );
		$this->assertSame( array(), get_option( 'igny8_seo-meta', array() ) ?: array() );
	}

	public function test_a_site_that_cannot_open_itself_is_asked_once(): void {
		$this->answer( array( 910001 => 'cURL error 28: timed out', 910002 => 'cURL error 28: timed out' ) );
		list( $pages, $reason ) = $this->sample( array( 910001, 910002 ) );
		$this->assertCount( 1, $this->opened );
		$this->assertStringContainsString( 'cURL error 28', $reason );
		$this->assertSame( array( 'stored', 'stored' ), array_column( $pages, 'seen' ) );
		$this->assertStringContainsString( 'in five minutes', self::rows( $pages[0] )['title'][0] );
	}

	public function test_the_choice_about_values_of_ones_own_is_shown(): void {
		Fields::write( Subject::post( get_post( 910001 ) ), array( 'title' => 'Mine' ) );
		$before = Fixture::dump( '\_igny8%' );
		foreach ( array( 'keep' => 'Mine', 'overwrite' => 'in five minutes' ) as $existing => $title ) {
			$preview = $this->call( 'import.preview', array( 'source' => 'yoast', 'existing' => $existing ) );
			$page    = array_column( $preview['sample'], null, 'object' )['post:910001'];
			$this->assertStringContainsString( $title, self::rows( $page )['title'][1], $existing );
			$this->assertSame( array( 1, 'stored' ), array( $preview['conflicts'], $page['seen'] ) );
			$this->assertStringContainsString( 'not active', $preview['reason'] );
		}
		$this->assertSame( $before, Fixture::dump( '\_igny8%' ), 'A preview writes nothing.' );
		foreach ( array( 0 => 0, 1 => 1, 5 => 5 ) as $most => $count ) {
			$this->assertCount( $count, $this->call( 'import.preview', array( 'source' => 'yoast', 'sample' => $most ) )['sample'] );
		}
		$kinds = array_unique( array_map( static fn( array $page ) => strtok( $page['object'], ':' ), $preview['sample'] ) );
		$this->assertEqualsCanonicalizing( array( 'post', 'term', 'author' ), $kinds );
		$this->assert_error( 'input_invalid', $this->call( 'import.preview', array( 'source' => 'yoast', 'sample' => 21 ) ) );
	}

	public function test_search_engines_are_told_nothing(): void {
		$this->plugin()->settings()->set( 'sitemap', array( 'indexnow' => true ) );
		Changes::of( $this->plugin() )->write();
		$pings = new PingsTable();
		$GLOBALS['wpdb']->query( $GLOBALS['wpdb']->prepare( 'DELETE FROM %i', $pings->full_name() ) );
		foreach ( array( 'import.run', 'import.rollback' ) as $name ) {
			while ( $this->call( $name, array( 'source' => 'yoast' ) )['remaining'] > 0 ) {
				continue;
			}
			Changes::of( $this->plugin() )->write();
			$this->assertSame( 0, $pings->count(), $name );
		}
		Fields::write( Subject::post( get_post( 910001 ) ), array( 'title' => 'Edited by hand' ) );
		Changes::of( $this->plugin() )->write();
		$this->assertSame( 1, $pings->count(), 'An edit is told.' );
	}
}
