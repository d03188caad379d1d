<?php
/**
 * What each plugin has written arrives in our fields, settings and redirects; twice is once; and it goes back exactly.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Import;

use Igny8\Seo\Fields;
use Igny8\Seo\Subject;
use Igny8\Tests\TestCase;

require_once __DIR__ . '/Fixture.php';

final class SourcesTest extends TestCase {

	private const KEYPHRASES = array( 'coil a rope', 'rope coiling', 'store rope' );

	/**
	 * Fields that all plugins say in the same words, and what each says differently: object → field → value.
	 */
	private const EXPECTED = array(
		'yoast'     => array(
			'post:910001' => array( 'title' => '{title} in five minutes {page} {separator} {site_name}', 'og_title' => 'Coil it right, {author} says', 'og_image' => '910020', 'x_image' => '910021', 'is_cornerstone' => true, 'breadcrumb_title' => 'Coiling', 'primary_terms' => array( 'category' => 910041 ), 'schema' => array( 'page_type' => 'ItemPage', 'type' => 'TechArticle' ) ),
			'post:910002' => array( 'title' => '🪢 Splices & “ends” {separator} {category}', 'robots' => 'noimageindex, noarchive, nosnippet' ),
			'post:910004' => array( 'canonical' => 'https://knots.example/every-knot/', 'robots' => 'index' ),
			'post:910006' => array( 'description' => '{excerpt}', 'schema' => array( 'page_type' => 'AboutPage', 'type' => 'None' ) ),
			'post:910008' => array( 'title' => '{field:berth} {terms:post_tag} {{curly}} {id}', 'description' => '{focus_keyphrase} {modified} {date} {parent_title} {post_type} {post_type_plural} {author_bio} {tags}' ),
			'term:910040' => array( 'title' => '{term} for sailors {page} {separator} {site_name}', 'description' => '{term_description} And more.', 'breadcrumb_title' => 'Rope' ),
			'user:910030' => array( 'title' => '{author} writes about rope {separator} {site_name}', 'description' => 'Texts by Mara Lind.' ),
		),
		'rank-math' => array(
			'post:910001' => array( 'title' => '{title} in five minutes {page} {separator} {site_name}', 'og_title' => 'Coil it right, {author} says', 'og_image' => '910020', 'x_image' => '910021', 'x_card' => 'summary', 'robots' => 'index, max-snippet:50, max-video-preview:-1, max-image-preview:large', 'is_cornerstone' => true, 'primary_terms' => array( 'category' => 910041 ), 'schema' => array( 'type' => 'TechArticle' ) ),
			'post:910002' => array( 'title' => '🪢 Splices & “ends” {separator} {category}', 'robots' => 'index, noimageindex, noarchive, nosnippet' ),
			'post:910004' => array( 'canonical' => 'https://knots.example/every-knot/', 'og_title' => 'Knots', 'x_title' => '' ),
			'post:910006' => array( 'schema' => array( 'type' => 'Service', 'properties' => array( 'name' => 'Berths for guests', 'serviceType' => 'Mooring', 'offers.price' => '25', 'offers.priceCurrency' => 'EUR', 'offers.availability' => 'InStock' ) ) ),
			'post:910008' => array( 'title' => '{field:berth} {terms:post_tag} {{curly}} {id} {date} {site_name}', 'description' => '{focus_keyphrase} {modified} {date} {parent_title} {post_type} {post_type_plural} {author_bio} {tags} 50% off' ),
			'term:910040' => array( 'title' => '{term} for sailors {page} {separator} {site_name}', 'og_image' => '910020' ),
			'user:910030' => array( 'title' => '{author} writes about rope {separator} {site_name}', 'robots' => 'index' ),
		),
		'aioseo'    => array(
			'post:910001' => array( 'title' => '{title} in five minutes {separator} {site_name}', 'og_title' => 'Coil it right, {author} says', 'x_title' => 'Coil it right', 'x_card' => 'summary', 'is_cornerstone' => true, 'primary_terms' => array( 'category' => 910041 ), 'schema' => array( 'type' => 'TechArticle' ) ),
			'post:910002' => array( 'robots' => 'index, noarchive, nosnippet, noimageindex, max-snippet:-1, max-video-preview:-1, max-image-preview:large' ),
			'post:910004' => array( 'canonical' => 'https://knots.example/every-knot/', 'robots' => 'index, max-snippet:50, max-video-preview:10, max-image-preview:standard' ),
			'post:910006' => array( 'schema' => array( 'page_type' => 'AboutPage' ) ),
			'post:910007' => array( 'title' => '{title} by hand | {site_name}', 'robots' => 'noindex', 'canonical' => 'https://old.example/diary/' ), // Of its version 3.
			'post:910008' => array( 'title' => '{field:berth} {terms:post_tag} {{curly}} of' ),
			'term:910040' => array( 'title' => '{category} for sailors {separator} {site_name}', 'og_title' => 'Ropework' ),
		),
		'seopress'  => array(
			'post:910001' => array( 'title' => '{title} in five minutes {separator} {site_name}', 'og_image' => '910020', 'x_image' => '910021', 'breadcrumb_title' => 'Coiling', 'primary_terms' => array( 'category' => 910041 ), 'schema' => array( 'type' => 'TechArticle' ) ),
			'post:910002' => array( 'robots' => 'noimageindex, noarchive, nosnippet' ),
			'post:910004' => array( 'canonical' => 'https://knots.example/every-knot/', 'primary_terms' => array() ),
			'post:910006' => array( 'schema' => array( 'type' => 'Service' ) ),
			'post:910008' => array( 'title' => '{field:berth} {terms:post_tag} {{curly}}' ),
			'term:910040' => array( 'title' => '{term} for sailors {separator} {site_name}' ),
		),
		'tsf'       => array(
			'post:910001' => array( 'title' => 'How to coil a rope in five minutes {page} {separator} {site_name}', 'og_image' => '910020', 'x_card' => 'summary', 'primary_terms' => array( 'category' => 910041 ) ),
			'post:910002' => array( 'title' => '🪢 Splices & “ends”', 'og_title' => '🪢 Splices & “ends”', 'robots' => 'noarchive' ),
			'post:910004' => array( 'canonical' => 'https://knots.example/every-knot/', 'robots' => 'index' ),
			'post:910008' => array( 'title' => 'A title with {{curly}} braces and %%percent%% {page} {separator} {site_name}' ),
			'term:910040' => array( 'title' => 'Ropework for sailors {page} {separator} {site_name}', 'og_image' => '910020' ),
			'term:910042' => array( 'title' => 'Hemp', 'robots' => 'noindex' ),
			'user:910030' => array( 'schema' => array( 'properties' => array( 'sameAs' => array( 'https://www.facebook.com/mara', 'https://x.com/mara' ) ) ) ),
		),
		'slim-seo'  => array(
			'post:910001' => array( 'title' => '{title} in five minutes {page} {separator} {site_name}' ),
			'post:910002' => array( 'title' => '🪢 Splices & “ends” {separator} {categories}' ),
			'post:910004' => array( 'canonical' => 'https://knots.example/every-knot/' ),
			'post:910008' => array( 'title' => '{field:berth} {terms:post_tag} {{curly}}', 'description' => '{modified} {date} {author_bio} {tags}' ),
			'term:910040' => array( 'title' => '{term} for sailors {page} {separator} {site_name}' ),
		),
	);

	/**
	 * Settings: path → value. A missing source says nothing about it.
	 */
	private const SETTINGS = array(
		'seo-meta|separator'                       => array( '*' => '|' ),
		'seo-meta|verification|google'             => array( 'yoast' => 'goo123', 'rank-math' => 'goo123', 'aioseo' => 'goo123', 'seopress' => 'goo123', 'tsf' => 'goo123' ),
		'seo-meta|verification|pinterest'          => array( 'rank-math' => 'pin123', 'aioseo' => 'pin123', 'seopress' => 'pin123', 'tsf' => 'pin123' ),
		'seo-meta|social|x_site'                   => array( '*' => 'harbour' ),
		'seo-meta|social|facebook_app'             => array( 'rank-math' => '123456', 'aioseo' => '123456', 'seopress' => '123456', 'slim-seo' => '123456' ),
		'seo-meta|titles|home|description'         => array( '*' => 'A harbour with forty berths.' ),
		'seo-meta|titles|term:post_tag|robots'     => array( 'aioseo' => 'noindex, max-image-preview:large, max-snippet:-1, max-video-preview:-1', '*' => 'noindex' ),
		'seo-meta|titles|author|robots'            => array( 'aioseo' => 'noindex, max-image-preview:large, max-snippet:-1, max-video-preview:-1', '*' => 'noindex' ),
		'seo-meta|titles|search|title'             => array( 'yoast' => 'You looked for {search} {separator} {site_name}', 'rank-math' => 'You looked for {search} {separator} {site_name}', 'aioseo' => 'You looked for {search} {separator} {site_name}', 'seopress' => 'You looked for {search} {separator} {site_name}' ),
		'seo-meta|breadcrumbs|home'                => array( 'yoast' => 'Harbour', 'rank-math' => 'Harbour', 'aioseo' => 'Harbour', 'seopress' => 'Harbour' ),
		'seo-meta|noindex_paged'                   => array( 'rank-math' => true, 'aioseo' => true, 'seopress' => true, 'tsf' => true ),
		'schema|organization|name'                 => array( 'yoast' => 'Harbour Society', 'rank-math' => 'Harbour Society', 'aioseo' => 'Harbour Society', 'seopress' => 'Harbour Society', 'tsf' => 'Harbour Society' ),
		'schema|organization|address|locality'     => array( 'rank-math' => 'Hamburg', 'seopress' => 'Hamburg' ),
		'schema|organization|hours|days|tue'       => array( 'rank-math' => array( array( 'opens' => '09:00', 'closes' => '12:00' ), array( 'opens' => '13:00', 'closes' => '17:00' ) ) ),
		'schema|post_types|post|type'              => array( 'yoast' => 'BlogPosting', 'rank-math' => 'BlogPosting', 'aioseo' => 'BlogPosting' ),
		'sitemap|excluded_posts'                   => array( 'rank-math' => array( 910006, 910010 ), 'aioseo' => array( 910006, 910010 ) ),
		'sitemap|excluded_terms'                   => array( 'rank-math' => array( 910042 ), 'aioseo' => array( 910042 ) ),
		'sitemap|images'                           => array( 'rank-math' => false, 'aioseo' => false ),
		'sitemap|feed_before'                      => array( 'yoast' => 'First on {site_link}', 'rank-math' => 'First on {site_link}', 'aioseo' => 'First on {site_link}' ),
	);

	/**
	 * Source → redirects that arrive, and that are refused.
	 */
	private const REDIRECTS = array( 'yoast' => array( 3, 0 ), 'rank-math' => array( 8, 0 ), 'aioseo' => array( 4, 0 ), 'seopress' => array( 3, 0 ), 'tsf' => array( 0, 0 ), 'slim-seo' => array( 6, 0 ), 'redirection' => array( 11, 2 ) );

	/**
	 * What must be told because it is lost.
	 */
	private const LOST = array( 'yoast' => '%%made_up%%', 'rank-math' => '%made_up%', 'aioseo' => '#made_up', 'seopress' => '%%made_up%%', 'tsf' => 'posts hidden', 'slim-seo' => '{{ made.up }}', 'redirection' => 'has no counterpart' );

	public static function setUpBeforeClass(): void {
		Fixture::make_tables();
	}

	public static function tearDownAfterClass(): void {
		Fixture::make_tables( false );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public static function sources(): array {
		$names = array_keys( self::REDIRECTS );
		return array_combine( $names, array_map( static fn( string $name ) => array( $name ), $names ) );
	}

	/**
	 * @dataProvider sources
	 */
	public function test_what_a_plugin_says_arrives( string $source ): void {
		Fixture::load( $source );
		$theirs = $this->theirs();
		$result = $this->import( $source );
		$this->assertSame( $theirs, $this->theirs(), 'Nothing of the other plugin changes.' );
		foreach ( self::EXPECTED[ $source ] ?? array() as $object => $fields ) {
			$is = $this->fields( $object );
			foreach ( $fields as $name => $value ) {
				$this->assertSame( $value, $is[ $name ], "{$object} {$name}" );
			}
		}
		if ( 'redirection' !== $source ) {
			$this->assertStringStartsWith( 'noindex', $this->fields( 'post:910003' )['robots'] );
			$this->assertSame( '1', get_post_meta( 910003, Fields::UNLISTED, true ), 'Out of the sitemap.' );
			$this->assertSame( '1', get_post_meta( 910004, Fields::UNLISTED, true ), 'Canonical elsewhere.' );
			$this->assertStringContainsString( 'كل ما', $this->fields( 'post:910009' )['description'] );
		}
		if ( in_array( $source, array( 'yoast', 'rank-math', 'aioseo', 'seopress' ), true ) ) {
			$this->assertSame( self::KEYPHRASES, array_column( $this->fields( 'post:910001' )['keyphrases'], 'phrase' ) );
		}
		if ( 'rank-math' === $source ) {
			$this->assertSame( 1, ( new \Igny8\Modules\Redirects\RulesTable() )->count( array( 'is_always' => 1 ) ), 'The redirect of a page that exists goes on.' );
		}
		if ( 'yoast' === $source ) {
			$this->assertSame( array( 'coiling rope', 'coil line' ), $this->fields( 'post:910001' )['keyphrases'][0]['synonyms'] );
		}
		$this->assertSame( self::REDIRECTS[ $source ], array( $this->plugin()->module( 'redirects' )->imported_count( $source ), $result['counts']['redirects_refused'] ) );
		$this->assertStringContainsString( self::LOST[ $source ], implode( "\n", array_column( $result['notes'], 'what' ) ) );
		foreach ( self::SETTINGS as $path => $expected ) {
			$wanted = $expected[ $source ] ?? ( 'redirection' === $source ? null : ( $expected['*'] ?? null ) );
			if ( null !== $wanted ) {
				$this->assertSame( $wanted, $this->setting( $path ), $path );
			}
		}
	}

	/**
	 * @dataProvider sources
	 */
	public function test_twice_is_once_and_back_is_exact( string $source ): void {
		Fixture::load( $source );
		Fields::write( Subject::post( get_post( 910001 ) ), array( 'title' => 'Mine', 'canonical' => 'https://mine.example/' ) );
		$before = Fixture::dump( '\_igny8%' );
		$this->import( $source );
		$once = Fixture::dump( '\_igny8%' );
		$this->import( $source );
		$this->assertSame( $once, Fixture::dump( '\_igny8%' ) );
		$this->assertSame( 'Mine', $this->fields( 'post:910001' )['title'], 'What the owner has stays.' );

		$preview = $this->call( 'import.rollback', array( 'source' => $source, 'dry_run' => true ) );
		$this->assertSame( $once, Fixture::dump( '\_igny8%' ), 'A preview changes nothing.' );
		$result = $this->roll_back( $source );
		$this->assertSame( array( $preview['restored'], array() ), array( $result['restored'], $result['edited'] ) );
		$this->assertSame( $before, Fixture::dump( '\_igny8%' ) );
		$this->assertSame( 0, $this->plugin()->module( 'redirects' )->imported_count( $source ) );
		$this->assert_error( 'import_nothing', $this->call( 'import.rollback', array( 'source' => $source ) ) );
	}

	public function test_the_owner_decides_about_values_of_his_own(): void {
		Fixture::load( 'yoast' );
		$post = Subject::post( get_post( 910001 ) );
		Fields::write( $post, array( 'title' => 'Mine' ) );
		$preview = $this->call( 'import.preview', array( 'source' => 'yoast' ) );
		$this->assertSame( array( 1, 'post:910001', 'Mine' ), array( $preview['conflicts'], $preview['conflict_list'][0]['object'], $preview['conflict_list'][0]['ours'] ) );
		$this->assertSame( 'Mine', $this->fields( 'post:910001' )['title'] );

		$this->import( 'yoast', array( 'existing' => 'overwrite' ) );
		$this->assertStringContainsString( 'in five minutes', $this->fields( 'post:910001' )['title'] );
		Fields::write( $post, array( 'description' => 'Edited since' ) );
		$result = $this->roll_back( 'yoast' );
		$this->assertSame( array( array( 'object' => 'post:910001', 'field' => 'description' ) ), $result['edited'] );
		$this->assertSame( array( 'Mine', 'Edited since' ), array( $this->fields( 'post:910001' )['title'], $this->fields( 'post:910001' )['description'] ) );
		$this->roll_back( 'yoast', array( 'edited' => 'restore' ) );
		$this->assertSame( '', $this->fields( 'post:910001' )['description'] );
	}

	public function test_hostile_values_become_text_or_nothing(): void {
		make_site( false );
		$long = str_repeat( 'Rope 🪢 ', 1500 );
		update_post_meta( 910001, '_yoast_wpseo_title', '<script>alert(1)</script>' . $long );
		update_post_meta( 910001, '_yoast_wpseo_focuskeywords', '[{"keyword":' );
		update_post_meta( 910001, '_yoast_wpseo_canonical', 'javascript:alert(1)' );
		update_post_meta( 910001, 'rank_math_robots', 'x' );
		global $wpdb;
		$bomb = 'a:1:{i:0;O:31:"Igny8\Tests\Import\SourcesTest":0:{}}';
		$wpdb->update( $wpdb->postmeta, array( 'meta_value' => $bomb ), array( 'post_id' => 910001, 'meta_key' => 'rank_math_robots' ) );
		$wpdb->insert( $wpdb->options, array( 'option_name' => 'wpseo_titles', 'option_value' => 'O:8:"stdClass":1:{s:9:"separator";s:7:"sc-star";}', 'autoload' => 'off' ) );
		$this->import( 'yoast' );
		$this->import( 'rank-math' );
		$fields = $this->fields( 'post:910001' );
		$this->assertGreaterThan( 900, mb_strlen( $fields['title'] ) );
		$this->assertLessThanOrEqual( 1000, mb_strlen( $fields['title'] ), 'Cut at the limit of the field.' );
		$this->assertStringNotContainsString( '<', $fields['title'] );
		$this->assertSame( array( '', '' ), array( $fields['canonical'], $fields['robots'] ) );
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>
	 */
	private function import( string $source, array $input = array() ): array {
		do {
			$result = $this->call( 'import.run', array( 'source' => $source ) + $input );
			$this->assertIsArray( $result, is_wp_error( $result ) ? $result->get_error_message() : '' );
		} while ( $result['remaining'] > 0 );
		return $result;
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>
	 */
	private function roll_back( string $source, array $input = array() ): array {
		do {
			$result = $this->call( 'import.rollback', array( 'source' => $source ) + $input );
			$this->assertIsArray( $result, is_wp_error( $result ) ? $result->get_error_message() : '' );
		} while ( $result['remaining'] > 0 );
		return $result;
	}

	/**
	 * @return array<string, mixed>
	 */
	private function fields( string $object ): array {
		list( $kind, $id ) = explode( ':', $object );
		return Fields::read( \Igny8\Modules\Import\Rows::subject( $kind, (int) $id ) );
	}

	private function setting( string $path ): mixed {
		list( $module, $name, $rest ) = array( ...explode( '|', $path, 3 ), '' );
		return \Igny8\Modules\Import\SettingsWriter::at( $this->plugin()->settings()->get( $module, $name ), $rest );
	}

	private function theirs(): string {
		global $wpdb;
		$dump = array( $wpdb->get_results( "SELECT * FROM {$wpdb->postmeta} WHERE meta_key NOT LIKE '\_igny8%' ORDER BY meta_id", ARRAY_A ), $wpdb->get_results( "SELECT * FROM {$wpdb->termmeta} WHERE meta_key NOT LIKE '\_igny8%' ORDER BY meta_id", ARRAY_A ) ); // phpcs:ignore WordPress.DB -- A test.
		return md5( (string) wp_json_encode( $dump ) );
	}
}
