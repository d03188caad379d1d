<?php
/**
 * What stands in the sitemap and what does not, and that its files are valid.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Sitemap;

use Igny8\Seo\Fields;
use Igny8\Seo\Resolver;
use Igny8\Seo\Subject;

require_once __DIR__ . '/SitemapTestCase.php';

final class ListingTest extends SitemapTestCase {

	/**
	 * @return array<string, array{array<string, mixed>, array<string, mixed>, bool}> Fields of the post, of search engines, whether it is listed.
	 */
	public function posts(): array {
		return array(
			'a public post'            => array( array(), array(), true ),
			'a draft'                  => array( array( 'post_status' => 'draft' ), array(), false ),
			'a private post'           => array( array( 'post_status' => 'private' ), array(), false ),
			'a post of next year'      => array( array( 'post_status' => 'future', 'post_date' => '2099-01-01 00:00:00' ), array(), false ),
			'a post with password'     => array( array( 'post_password' => 'secret' ), array(), false ),
			'told noindex'             => array( array(), array( 'robots' => 'noindex' ), false ),
			'told none'                => array( array(), array( 'robots' => 'none, max-snippet:5' ), false ),
			'told nofollow'            => array( array(), array( 'robots' => 'nofollow' ), true ),
			'canonical elsewhere'      => array( array(), array( 'canonical' => 'https://example.org/original/' ), false ),
			'redirected'               => array( array(), array( 'redirect' => 'https://example.org/' ), false ),
			'title and keyphrase only' => array( array(), array( 'title' => 'T', 'keyphrases' => array( array( 'phrase' => 'a' ) ) ), true ),
		);
	}

	/**
	 * @dataProvider posts
	 */
	public function test_lists_what_may_be_found( array $post, array $fields, bool $is_listed ): void {
		$id  = $this->post( $post + array( 'post_name' => 'the-one', 'post_title' => 'The one' ) );
		$this->post( array( 'post_name' => 'another' ) );
		array() === $fields || $this->assertIsArray( Fields::write( Subject::post( get_post( $id ) ), $fields ) );
		$this->end_request();
		$this->assertSame( $is_listed, in_array( home_url( '/the-one/' ), $this->locs( '/wp-sitemap-posts-post-1.xml' ), true ) );
	}

	public function test_leaves_out_what_the_owner_excludes(): void {
		$post = $this->post( array( 'post_name' => 'left-out' ) );
		$kept = $this->post( array( 'post_name' => 'kept' ) );
		$term = wp_insert_term( 'Left out', 'category' )['term_id'];
		$seen = wp_insert_term( 'Seen', 'category' )['term_id'];
		wp_set_post_terms( $kept, array( $term, $seen ), 'category' );
		$this->end_request();
		$this->assertIsArray( $this->plugin()->settings()->set( 'sitemap', array( 'excluded_posts' => array( $post ), 'excluded_terms' => array( $term ), 'excluded_taxonomies' => array( 'post_tag', 'post_format' ), 'authors' => false ) ) );

		$this->assertNotContains( home_url( '/left-out/' ), $this->locs( '/wp-sitemap-posts-post-1.xml' ) );
		$this->assertContains( home_url( '/kept/' ), $this->locs( '/wp-sitemap-posts-post-1.xml' ) );
		$this->assertContains( get_term_link( $seen ), $this->locs( '/wp-sitemap-taxonomies-category-1.xml' ) );
		$this->assertNotContains( get_term_link( $term ), $this->locs( '/wp-sitemap-taxonomies-category-1.xml' ) );
		$this->assertSame( 404, $this->get( '/wp-sitemap-users-1.xml' )->status );
		$this->plugin()->settings()->set( 'sitemap', array( 'excluded_post_types' => array( 'post' ) ) );
		$this->assertSame( 404, $this->get( '/wp-sitemap-posts-post-1.xml' )->status );
		$this->assertStringNotContainsString( 'posts-post', implode( ' ', array_keys( $this->index() ) ) );
	}

	public function test_leaves_out_types_that_seo_meta_keeps_from_search_engines(): void {
		$this->post();
		update_option( 'igny8_seo-meta', array( 'titles' => array( 'post:post' => array( 'robots' => 'noindex, follow' ), 'author' => array( 'robots' => 'noindex' ) ) ) );
		$files = implode( ' ', array_keys( $this->index() ) );
		$this->assertStringNotContainsString( 'posts-post', $files );
		$this->assertStringNotContainsString( 'users', $files );
		$this->assertStringContainsString( 'posts-page', $files );
	}

	public function test_lists_terms_that_show_something(): void {
		$empty  = wp_insert_term( 'Empty', 'category' )['term_id'];
		$top    = wp_insert_term( 'Grandparent', 'category' )['term_id'];
		$parent = wp_insert_term( 'Parent', 'category', array( 'parent' => $top ) )['term_id'];
		$barren = wp_insert_term( 'Parent of nothing', 'category' )['term_id'];
		wp_insert_term( 'Nothing', 'category', array( 'parent' => $barren ) );
		$child  = wp_insert_term( 'Child', 'category', array( 'parent' => $parent ) )['term_id'];
		$filled = wp_insert_term( 'Filled by a page of its own', 'category' )['term_id'];
		update_term_meta( $filled, '_igny8_status', 'published' );
		$post = $this->post();
		wp_set_post_terms( $post, array( $child ), 'category' );
		$this->end_request();

		$locs  = $this->locs( '/wp-sitemap-taxonomies-category-1.xml' );
		$shown = array( $empty => false, $barren => false, $top => true, $parent => true, $child => true );
		foreach ( $shown as $term => $is_shown ) {
			$name = get_term( $term )->name;
			$this->assertSame( $is_shown, in_array( get_term_link( $term ), $locs, true ), $name );
			$this->assertSame( $is_shown, ! isset( Resolver::of( Subject::term( get_term( $term ) ) )->robots()['noindex'] ), "{$name}: what the page says" );
		}
		$this->assertContains( get_term_link( $filled ), $locs );
		wp_delete_post( $post, true );
		$this->end_request();
		$locs = $this->locs( '/wp-sitemap-taxonomies-category-1.xml' );
		foreach ( array( $child, $parent, $top ) as $term ) {
			$this->assertNotContains( get_term_link( $term ), $locs );
		}
	}

	public function test_lists_authors_with_posts_only(): void {
		$writer = $this->log_in( 'author' );
		$reader = $this->log_in( 'author' );
		$this->post( array( 'post_author' => $writer ) );
		$this->end_request();
		$locs = $this->locs( '/wp-sitemap-users-1.xml' );
		$this->assertContains( get_author_posts_url( $writer ), $locs );
		$this->assertNotContains( get_author_posts_url( $reader ), $locs );
	}

	public function test_a_file_goes_with_all_that_the_owner_leaves_out(): void {
		global $wpdb;
		$post = $this->post();
		$this->end_request();
		$this->assertStringContainsString( 'sitemap-users-1.xml', implode( ' ', array_keys( $this->index() ) ) );

		$ids = static fn( string $column, string $table ) => array_map( 'intval', $wpdb->get_col( $wpdb->prepare( 'SELECT %i FROM %i', $column, $table ) ) );
		$this->plugin()->settings()->set( 'sitemap', array( 'excluded_authors' => $ids( 'ID', $wpdb->users ), 'excluded_terms' => $ids( 'term_id', $wpdb->terms ), 'excluded_posts' => $ids( 'ID', $wpdb->posts ) ) );
		$this->end_request();
		$this->assertSame( array( home_url( '/wp-sitemap-posts-page-1.xml' ) ), array_keys( $this->index() ), 'The home page is left.' );
		$this->assertSame( 404, $this->get( '/wp-sitemap-posts-post-1.xml' )->status );

		$this->plugin()->settings()->set( 'sitemap', array( 'excluded_posts' => array() ) );
		$this->end_request();
		$this->assertContains( get_permalink( $post ), $this->locs( '/wp-sitemap-posts-post-1.xml' ) );
	}

	public function test_home_page_stands_first_whatever_it_shows(): void {
		$front = $this->post( array( 'post_type' => 'page', 'post_name' => 'welcome' ) );
		$news  = $this->post( array( 'post_type' => 'page', 'post_name' => 'news' ) );
		$this->end_request();
		$this->assertSame( home_url( '/' ), $this->locs( '/wp-sitemap-posts-page-1.xml' )[0] );

		update_option( 'show_on_front', 'page' );
		update_option( 'page_on_front', $front );
		update_option( 'page_for_posts', $news );
		$locs = $this->locs( '/wp-sitemap-posts-page-1.xml' );
		$this->assertSame( array( home_url( '/' ) ), array_values( array_intersect( $locs, array( home_url( '/' ) ) ) ), implode( ' ', $locs ) );
		$this->assertContains( home_url( '/news/' ), $locs );
		$this->assertNotContains( home_url( '/welcome/' ), $locs );
	}

	public function test_archives_of_types_and_pages_below_pages(): void {
		register_post_type( 'recipe', array( 'public' => true, 'has_archive' => 'cookbook', 'rewrite' => array( 'slug' => 'recipes' ) ) );
		register_post_type( 'secret', array( 'public' => false ) );
		$this->post( array( 'post_type' => 'recipe', 'post_name' => 'soup' ) );
		$this->post( array( 'post_type' => 'secret', 'post_name' => 'soup' ) );
		$top = $this->post( array( 'post_type' => 'page', 'post_name' => 'top' ) );
		$mid = $this->post( array( 'post_type' => 'page', 'post_name' => 'mid', 'post_parent' => $top ) );
		$low = $this->post( array( 'post_type' => 'page', 'post_name' => 'low', 'post_parent' => $mid ) );
		$this->end_request();
		$this->assertSame( array( home_url( '/cookbook/' ), home_url( '/recipes/soup/' ) ), $this->locs( '/wp-sitemap-posts-recipe-1.xml' ) );
		$this->assertContains( home_url( '/top/mid/low/' ), $this->locs( '/wp-sitemap-posts-page-1.xml' ) );
		$this->assertSame( 404, $this->get( '/wp-sitemap-posts-secret-1.xml' )->status );

		// The ancestor's new name changes all below it.
		wp_update_post( array( 'ID' => $top, 'post_name' => 'summit' ) );
		$this->end_request();
		$this->assertContains( home_url( '/summit/mid/low/' ), $this->locs( '/wp-sitemap-posts-page-1.xml' ) );
		$this->assertSame( get_permalink( $low ), home_url( '/summit/mid/low/' ) );
		unregister_post_type( 'recipe' );
		unregister_post_type( 'secret' );
	}

	/**
	 * @return array<string, array{string}>
	 */
	public function structures(): array {
		return array(
			'plain'             => array( '' ),
			'name'              => array( '/%postname%/' ),
			'no slash'          => array( '/%postname%' ),
			'day and name'      => array( '/%year%/%monthnum%/%day%/%postname%/' ),
			'time and number'   => array( '/at-%hour%%minute%%second%/%post_id%.html' ),
			'category'          => array( '/%category%/%postname%/' ),
			'author'            => array( '/by/%author%/%postname%/' ),
			'without rewriting' => array( '/index.php/%postname%/' ),
		);
	}

	/**
	 * @dataProvider structures
	 */
	public function test_addresses_are_those_of_wordpress( string $structure ): void {
		update_option( 'permalink_structure', $structure );
		$GLOBALS['wp_rewrite']->init();
		create_initial_taxonomies();
		$this->log_in();
		$parent = wp_insert_term( 'Über & <Unter>', 'category' )['term_id'];
		$child  = wp_insert_term( 'Kind', 'category', array( 'parent' => $parent ) )['term_id'];
		$ids    = array();
		foreach ( array( 'Plain', 'Überraschung 😀 "quoted" & <b>', 'عنوان عربي', 'Third' ) as $index => $title ) {
			$month = $index + 1;
			$ids[] = $this->post( array( 'post_title' => $title, 'post_date' => "2026-0{$month}-11 0{$index}:02:03", 'post_category' => array( $index % 2 ? $child : $parent ) ) );
		}
		$this->end_request();
		$locs = $this->locs( '' === $structure ? '/?sitemap=posts&sitemap-subtype=post' : '/wp-sitemap-posts-post-1.xml' );
		foreach ( $ids as $id ) {
			$this->assertContains( get_permalink( $id ), $locs );
		}
		add_filter( 'post_link', static fn( string $url, \WP_Post $post ) => home_url( "/filtered/{$post->ID}/?a=1&b=2" ), 10, 2 );
		$this->assertContains( home_url( "/filtered/{$ids[0]}/?a=1&b=2" ), $this->locs( '' === $structure ? '/?sitemap=posts&sitemap-subtype=post' : '/wp-sitemap-posts-post-1.xml' ) );
	}

	/**
	 * The helper of the parent passes no query; the query is in the address here.
	 */
	protected function get( string $path, array $query = array() ): ?\Igny8\Modules\Sitemap\Response {
		parse_str( (string) wp_parse_url( "http://host{$path}", PHP_URL_QUERY ), $given );
		return parent::get( $path, $given + $query );
	}

	public function test_images_and_videos_of_a_page(): void {
		$this->log_in(); // Others' HTML is cleaned when it is saved.
		$image = wp_insert_attachment( array( 'post_mime_type' => 'image/png', 'post_title' => 'i', 'post_status' => 'inherit' ), '2026/01/featured one.png' );
		$id    = $this->post(
			array(
				'post_name'    => 'media',
				'post_title'   => 'Films & <i>more</i>',
				'post_excerpt' => 'What you "see" & hear.',
				'post_content' => '<p>Text</p><img class="a" src="/wp-content/a.jpg?x=1&amp;y=2" alt=""><img src="data:image/gif;base64,AAAA"><img src=\'https://cdn.example.org/b.webp\'>'
					. '<figure>https://www.youtube.com/watch?v=dQw4w9WgXcQ</figure><iframe src="https://player.vimeo.com/video/76979871"></iframe><video controls poster="/p.jpg" src="/film.mp4"></video>',
			)
		);
		update_post_meta( $id, '_thumbnail_id', $image );
		$this->end_request();
		$xml   = new \SimpleXMLElement( $this->get( '/wp-sitemap-posts-post-1.xml' )->body() );
		$found = null;
		foreach ( $xml->url as $url ) {
			$found = home_url( '/media/' ) === (string) $url->loc ? $url : $found;
		}
		$images = array();
		foreach ( $found->children( 'http://www.google.com/schemas/sitemap-image/1.1' ) as $entry ) {
			$images[] = (string) $entry->loc;
		}
		$this->assertSame( array( wp_get_upload_dir()['baseurl'] . '/2026/01/featured%20one.png', home_url( '/wp-content/a.jpg?x=1&y=2' ), 'https://cdn.example.org/b.webp' ), $images );
		$videos = array();
		foreach ( $found->children( 'http://www.google.com/schemas/sitemap-video/1.1' ) as $entry ) {
			$this->assertSame( array( 'Films & more', 'What you "see" & hear.' ), array( (string) $entry->title, (string) $entry->description ) );
			$this->assertNotSame( '', (string) $entry->thumbnail_loc );
			$videos[] = (string) $entry->player_loc . (string) $entry->content_loc;
		}
		$this->assertSame( array( 'https://www.youtube.com/embed/dQw4w9WgXcQ', 'https://player.vimeo.com/video/76979871', home_url( '/film.mp4' ) ), $videos );

		$this->plugin()->settings()->set( 'sitemap', array( 'images' => false, 'videos' => false ) );
		$this->assertStringNotContainsString( 'image:image', $this->get( '/wp-sitemap-posts-post-1.xml' )->body() );
	}

	public function test_every_file_is_well_formed_and_keeps_to_the_protocol(): void {
		foreach ( array( 'a ]]> & < " \' &amp; b', "\u{FFFE}ctrl \x07", str_repeat( 'ten KB ', 1500 ), '<script>alert(1)</script>', '😀 עברית' ) as $title ) {
			$this->post( array( 'post_title' => $title, 'post_content' => '<img src="https://example.org/&quot;><script>">https://youtu.be/dQw4w9WgXcQ' ) );
		}
		$this->plugin()->settings()->set( 'sitemap', array( 'news' => true, 'news_name' => 'The <Daily> & Co' ) );
		$this->end_request();
		foreach ( array_keys( $this->index() ) as $url ) {
			$body = $this->get( substr( $url, strlen( home_url() ) ) )->body();
			$this->assertSame( 'urlset', $this->valid( $body ), $url );
			$this->assertStringNotContainsString( '<script>', $body );
		}
		$this->assertSame( 'sitemapindex', $this->valid( $this->get( '/wp-sitemap.xml' )->body() ) );
		$this->assertSame( 'xsl:stylesheet', $this->valid( $this->get( '/wp-sitemap.xsl' )->body(), false ) );
		$this->assertSame( 'xsl:stylesheet', $this->valid( $this->get( '/wp-sitemap-index.xsl' )->body(), false ) );
	}

	/**
	 * Reads a file to its end and checks order and form of what sitemaps.org prescribes.
	 *
	 * @return string Name of the root.
	 */
	private function valid( string $xml, bool $is_sitemap = true ): string {
		libxml_use_internal_errors( true );
		$reader = new \XMLReader();
		$reader->XML( $xml, 'UTF-8', LIBXML_NONET );
		$root = '';
		$last = '';
		while ( $reader->read() ) {
			if ( \XMLReader::ELEMENT !== $reader->nodeType ) {
				continue;
			}
			$root = '' === $root ? $reader->name : $root;
			if ( $is_sitemap && 'loc' === $reader->name ) {
				$loc = $reader->readString();
				$this->assertStringStartsWith( home_url(), $loc );
				$this->assertLessThanOrEqual( 2048, strlen( $loc ) );
				$this->assertContains( $last, array( 'url', 'sitemap' ), 'loc comes first' );
			}
			if ( $is_sitemap && in_array( $reader->name, array( 'lastmod', 'news:publication_date' ), true ) ) {
				$this->assertMatchesRegularExpression( '/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/', $reader->readString() );
			}
			$this->assertNotContains( $reader->name, array( 'priority', 'changefreq' ) );
			$last = $reader->name;
		}
		$this->assertSame( array(), array_map( static fn( \LibXMLError $error ) => $error->message, libxml_get_errors() ) );
		libxml_clear_errors();
		return $root;
	}

	public function test_news_are_those_of_two_days(): void {
		$this->plugin()->settings()->set( 'sitemap', array( 'news' => true ) );
		$this->post( array( 'post_name' => 'old', 'post_date' => wp_date( 'Y-m-d H:i:s', time() - 3 * DAY_IN_SECONDS ) ) );
		$this->post( array( 'post_name' => 'fresh', 'post_title' => 'Fresh & <em>new</em>', 'post_date' => wp_date( 'Y-m-d H:i:s', time() - HOUR_IN_SECONDS ) ) );
		$this->post( array( 'post_name' => 'a-page', 'post_type' => 'page' ) );
		$hidden = $this->post( array( 'post_name' => 'hidden' ) );
		Fields::write( Subject::post( get_post( $hidden ) ), array( 'robots' => 'noindex' ) );
		$this->assertSame( home_url( '/wp-sitemap-news.xml' ), array_key_first( $this->index() ) );
		$locs = $this->locs( '/wp-sitemap-news.xml' );
		$this->assertContains( home_url( '/fresh/' ), $locs );
		foreach ( array( 'old', 'a-page', 'hidden' ) as $name ) {
			$this->assertNotContains( home_url( "/{$name}/" ), $locs );
		}
		$body = $this->get( '/wp-sitemap-news.xml' )->body();
		$this->assertStringContainsString( '<news:language>en</news:language>', $body );
		$this->assertStringContainsString( '<news:title>Fresh &amp; new</news:title>', $body );
		$this->plugin()->settings()->set( 'sitemap', array( 'news' => false ) );
		$this->assertSame( 404, $this->get( '/wp-sitemap-news.xml' )->status );
	}
}
