<?php
/**
 * What is printed: each tag once, nothing of WordPress' own beside it, escaped once, open to filters, kept where that lasts.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Seo;

use Igny8\Seo\Head;
use Igny8\Seo\HeadCache;
use Igny8\Seo\Subject;

require_once __DIR__ . '/SeoTestCase.php';

final class HeadTest extends SeoTestCase {

	public function test_a_page_has_one_title_one_robots_one_canonical_and_no_shortlink(): void {
		$this->post( array(), array( Subject::META['description'] => 'Own <b>description</b>' ) );
		$this->visit( '/dog-beds/' );
		$head = $this->head();
		foreach ( array( '/<title/', '/name=.robots./', '/rel=.canonical./', '/name="description"/', '/property="og:title"/', '/twitter:card/' ) as $tag ) {
			$this->assertSame( 1, preg_match_all( $tag, $head ), $tag . $head );
		}
		$this->assertStringNotContainsString( 'shortlink', $head );
		$this->assertStringContainsString( '<title>Dog beds – Northwind Pets</title>', $head );
		$this->assertStringContainsString( 'content="Own description"', $head );
		$this->assertSame( 'Dog beds – Northwind Pets', wp_get_document_title() );
		$this->assertStringContainsString( 'type="application/rss+xml"', $head, 'Feeds stay.' );
	}

	public function test_hostile_text_cannot_leave_its_tag(): void {
		foreach ( self::HOSTILE as $name => list( $stored, $seen ) ) {
			$id   = $this->post();
			$post = get_post( $id );
			$post->post_title   = $stored; // As an import writes it, past WordPress' filters.
			$post->post_excerpt = $stored;
			wp_cache_set( $id, $post, 'posts' );
			$html = Head::render( array_filter( Head::of( $this->plugin() )->tags( Subject::post( $post ) ), static fn( $tag ) => 'script' !== $tag['tag'] ) );
			$dom  = new \DOMDocument();
			$this->assertTrue( $dom->loadHTML( '<?xml encoding="UTF-8"><html><head>' . $html . '</head><body></body></html>', LIBXML_NOERROR ), $name );
			$this->assertSame( 1, $dom->getElementsByTagName( 'title' )->length, $name );
			$this->assertSame( "{$seen} – Northwind Pets", $dom->getElementsByTagName( 'title' )->item( 0 )->textContent, $name );
			$this->assertSame( 0, $dom->getElementsByTagName( 'script' )->length + $dom->getElementsByTagName( 'img' )->length, $name . $html );
			wp_delete_post( $id, true );
		}
	}

	public function test_filters_change_one_value_or_all_tags(): void {
		$this->post();
		add_filter( 'igny8/seo/value', static fn( $value, $name ) => 'title' === $name ? 'Changed & "quoted"' : $value, 10, 2 );
		add_filter( 'igny8/seo/head', static fn( $tags ) => array( ...$tags, array( 'tag' => 'meta', 'attributes' => array( 'name' => 'theme-color', 'content' => '"><b>' ) ) ) );
		$this->visit( '/dog-beds/' );
		$head = $this->head();
		$this->assertStringContainsString( '<title>Changed &amp; &quot;quoted&quot;</title>', $head );
		$this->assertStringContainsString( '<meta name="theme-color" content="&quot;&gt;&lt;b&gt;" />', $head );
		add_filter( 'pre_get_document_title', static fn() => 'A page of a forum &amp; more' );
		$this->visit( '/dog-beds/' );
		$this->assertStringContainsString( '<title>A page of a forum &amp; more</title>', $this->head() );
	}

	public function test_social_tags_of_an_article_with_its_image(): void {
		$image = wp_insert_attachment( array( 'post_mime_type' => 'image/jpeg', 'post_title' => 'Bed' ), '2026/11/bed.jpg' );
		wp_update_attachment_metadata( $image, array( 'width' => 4000, 'height' => 2000, 'file' => '2026/11/bed.jpg', 'sizes' => array( 'thumbnail' => array( 'file' => 'bed-150x150.jpg', 'width' => 1500, 'height' => 1500 ), 'large' => array( 'file' => 'bed-1024x512.jpg', 'width' => 1024, 'height' => 512 ), '1536x1536' => array( 'file' => 'bed-1536x768.jpg', 'width' => 1536, 'height' => 768 ) ) ) );
		update_post_meta( $image, '_wp_attachment_image_alt', 'A "soft" bed' );
		$category = wp_insert_term( 'Dogs &amp; cats', 'category' )['term_id'];
		$id       = $this->post( array( 'post_date' => '2026-03-04 10:00:00', 'post_date_gmt' => '2026-03-04 10:00:00', 'post_category' => array( $category ), 'tags_input' => array( 'soft' ) ), array( '_thumbnail_id' => $image ) );
		$this->choose( array( 'social' => array( 'x_site' => 'https://x.com/northwind', 'facebook_app' => '123', 'profiles' => array( 'https://www.facebook.com/northwind' ) ) ) );
		$tags     = $this->named( $this->subject( $id ) );
		$expected = array(
			'og:type'                => array( 'article' ),
			'og:title'               => array( 'Dog beds – Northwind Pets' ),
			'og:url'                 => array( home_url( '/dog-beds/' ) ),
			'og:site_name'           => array( 'Northwind Pets' ),
			'og:locale'              => array( 'en_US' ),
			'og:image'               => array( wp_get_upload_dir()['baseurl'] . '/2026/11/bed-1536x768.jpg' ),
			'og:image:width'         => array( '1536' ),
			'og:image:height'        => array( '768' ),
			'og:image:alt'           => array( 'A "soft" bed' ),
			'og:image:type'          => array( 'image/jpeg' ),
			'article:published_time' => array( '2026-03-04T10:00:00+00:00' ),
			'article:publisher'      => array( 'https://www.facebook.com/northwind' ),
			'article:section'        => array( 'Dogs & cats' ),
			'article:tag'            => array( 'soft' ),
			'fb:app_id'              => array( '123' ),
			'twitter:card'           => array( 'summary_large_image' ),
			'twitter:site'           => array( '@northwind' ),
		);
		$this->assertSame( $expected, array_intersect_key( $tags, $expected ) );
		$this->assertArrayNotHasKey( 'twitter:title', $tags, 'What is equal is said once.' );
		$this->assertSame( array( get_author_posts_url( 1 ) ), $tags['article:author'] );
		update_user_meta( 1, 'twitter', '@ann_writes' );
		update_user_meta( 1, 'facebook', 'https://facebook.com/ann' );
		update_post_meta( $id, Subject::META['x_title'], 'For X' );
		update_post_meta( $id, Subject::META['og_image'], 'https://cdn.example/a-1200x630.png' );
		$tags = $this->named( $this->subject( $id ) );
		$this->assertSame( array( array( 'For X' ), array( 'https://cdn.example/a-1200x630.png' ), array( '1200' ), array( 'image/png' ) ), array( $tags['twitter:title'], $tags['og:image'], $tags['og:image:width'], $tags['og:image:type'] ) );
		$this->assertSame( array( array( '@ann_writes' ), array( 'https://facebook.com/ann' ) ), array( $tags['twitter:creator'], $tags['article:author'] ) );
		$this->choose( array( 'social' => array( 'is_on' => false ) ) );
		$this->assertArrayNotHasKey( 'og:title', $this->named( $this->subject( $id ) ) );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function pictures(): array {
		return array(
			'with size in the tag'  => array( '<img src="https://cdn.example/a.jpg" width="800" height="600" alt="A &amp; B">', 'https://cdn.example/a.jpg 800x600 A & B' ),
			'with size in the name' => array( "<p><img alt='' src='https://cdn.example/a-640x480.webp?x=1&amp;y=2'/></p>", 'https://cdn.example/a-640x480.webp?x=1&y=2 640x480 ' ),
			'icons are passed over' => array( '<img src="https://cdn.example/icon.png" width="32" height="32"><img src="https://cdn.example/b.png" width="900" height="900">', 'https://cdn.example/b.png 900x900 ' ),
			'no drawings'           => array( '<img src="https://cdn.example/logo.svg"><img src="data:image/png;base64,AAAA">', '' ),
			'from the root'         => array( '<img src="/wp-content/a.gif">', '/wp-content/a.gif 0x0 ' ),
			'gone from the library' => array( '<img class="wp-image-999999" src="https://cdn.example/a-300x200.jpg">', 'https://cdn.example/a-300x200.jpg 300x200 ' ),
			'none'                  => array( '<p>Text</p>', '' ),
			'cut off'               => array( '<p>Text</p><img src="https://cdn.example/a.jpg"', '' ),
		);
	}

	/**
	 * @dataProvider pictures
	 */
	public function test_the_first_image_of_the_content_stands_for_the_page( string $content, string $expected ): void {
		$id    = $this->post();
		$post  = clone get_post( $id );
		$post->post_content = $content;
		$image = \Igny8\Seo\Resolver::preview( Subject::post( $post ), array(), $post )->image();
		$this->assertSame( str_starts_with( $expected, '/' ) ? 'http://' . wp_parse_url( home_url(), PHP_URL_HOST ) . ( wp_parse_url( home_url(), PHP_URL_PORT ) ? ':' . wp_parse_url( home_url(), PHP_URL_PORT ) : '' ) . $expected : $expected, null === $image ? '' : "{$image['url']} {$image['width']}x{$image['height']} {$image['alt']}" );
	}

	public function test_an_image_of_the_settings_costs_no_query(): void {
		global $wpdb;
		$image = wp_insert_attachment( array( 'post_mime_type' => 'image/png' ), '2026/11/default.png' );
		wp_update_attachment_metadata( $image, array( 'width' => 1200, 'height' => 630, 'file' => '2026/11/default.png', 'sizes' => array() ) );
		$this->choose( array( 'social' => array( 'image' => (string) $image ), 'verification' => array( 'google' => 'abc"' ) ) );
		$id = $this->post();
		$this->visit( '/dog-beds/' );
		get_userdata( 1 );
		wp_cache_delete( $image, 'posts' );
		wp_cache_delete( $image, 'post_meta' );
		$before = $wpdb->num_queries;
		$tags   = $this->named( Subject::current() );
		$this->assertSame( 0, $wpdb->num_queries - $before, implode( "\n", array_column( array_slice( $wpdb->queries, -3 ), 0 ) ) );
		$this->assertSame( array( '1200' ), $tags['og:image:width'] );
		$this->assertArrayNotHasKey( 'google-site-verification', $tags, 'On the front page only.' );
		$this->assertSame( array( 'abc"' ), $this->named( Subject::home() )['google-site-verification'] );
		update_post_meta( $image, '_wp_attachment_image_alt', 'Our shop' );
		$this->assertSame( array( 'Our shop' ), $this->named( $this->subject( $id ) )['og:image:alt'] );
		wp_delete_post( $image, true );
		$this->assertArrayNotHasKey( 'og:image', $this->named( $this->subject( $id ) ) );
	}

	public function test_heads_are_kept_where_the_object_cache_lasts_and_go_with_what_they_are_made_of(): void {
		wp_using_ext_object_cache( true );
		try {
			HeadCache::boot();
			$asked = 0;
			add_filter( 'igny8/seo/value', static function ( $value, $name ) use ( &$asked ) {
				$asked += 'title' === $name ? 1 : 0;
				return $value;
			}, 10, 2 );
			$id    = $this->post();
			$other = $this->post( array( 'post_name' => 'other' ) );
			$views = function ( string $path ) use ( &$asked ): int {
				$asked = 0;
				( new \ReflectionProperty( \Igny8\Seo\Resolver::class, 'latest' ) )->setValue( null, null ); // As in a new request.
				Head::of( $this->plugin() )->tags( $this->visit( $path ) );
				return $asked;
			};
			$this->assertSame( array( 1, 0, 1, 0 ), array( $views( '/dog-beds/' ), $views( '/dog-beds/' ), $views( '/other/' ), $views( '/other/' ) ) );
			$changes = array(
				'its text'      => array( static fn() => wp_update_post( array( 'ID' => $id, 'post_content' => 'New.' ) ), 1, 0 ),
				'its values'    => array( static fn() => update_post_meta( $id, Subject::META['title'], 'New' ), 1, 0 ),
				'its terms'     => array( static fn() => wp_set_post_terms( $id, array( 'x' ) ), 1, 1 ), // A term is made: that may be anybody's.
				'settings'      => array( fn() => $this->choose( array( 'separator' => '|' ) ), 1, 1 ),
				'the site'      => array( static fn() => update_option( 'blogname', 'Renamed' ), 1, 1 ),
				'a user'        => array( static fn() => wp_update_user( array( 'ID' => 1, 'display_name' => 'Renamed' ) ), 1, 1 ),
				'a log-in'      => array( static fn() => update_user_meta( 1, 'session_tokens', array( uniqid() ) ), 0, 0 ),
				'nothing'       => array( static fn() => update_option( 'some_counter', uniqid() ), 0, 0 ),
			);
			foreach ( $changes as $what => list( $change, $own, $others ) ) {
				$views( '/dog-beds/' );
				$views( '/other/' );
				$change();
				$this->assertSame( array( $own, $others ), array( $views( '/dog-beds/' ), $views( '/other/' ) ), $what );
			}
			add_filter( 'wp_robots', 'wp_robots_no_robots' );
			$views( '/other/' );
			$this->assertSame( array( 'noindex, follow' ), $this->named( Subject::current() )['robots'], 'A kept head still asks who forbids.' );
			wp_update_post( array( 'ID' => $other, 'post_password' => 'x' ) );
			$this->assertSame( array( 1, 1 ), array( $views( '/other/' ), $views( '/other/' ) ), 'Protected pages are not kept.' );
		} finally {
			wp_using_ext_object_cache( false );
		}
	}

	public function test_what_a_visitor_adds_to_an_address_is_not_kept_for_others(): void {
		wp_using_ext_object_cache( true );
		try {
			$this->post( array( 'post_category' => array( 1 ) ) );
			$robots = function ( string $path ): string {
				( new \ReflectionProperty( \Igny8\Seo\Resolver::class, 'latest' ) )->setValue( null, null ); // As in a new request.
				return \Igny8\Seo\Robots::text( \Igny8\Seo\Robots::parse( implode( ',', array_column( array_column( array_filter( Head::of( $this->plugin() )->tags( $this->visit( $path ) ), static fn( array $tag ) => 'robots' === ( $tag['attributes']['name'] ?? '' ) ), 'attributes' ), 'content' ) ) ) );
			};
			$this->assertStringContainsString( 'noindex', $robots( '/category/uncategorized/?hour=3&minute=59&second=58' ), 'Nothing was published in that second.' );
			$this->assertStringNotContainsString( 'noindex', $robots( '/category/uncategorized/' ) );
		} finally {
			wp_using_ext_object_cache( false );
		}
	}

	public function test_a_pen_name_stays_one(): void {
		$author = wp_insert_user( array( 'user_login' => 'pen', 'user_pass' => 'x', 'display_name' => 'Nom de Plume', 'first_name' => 'Jane', 'last_name' => 'Roe' ) );
		$this->assertArrayNotHasKey( 'profile:first_name', $this->named( Subject::author( $author ) ) );
		wp_update_user( array( 'ID' => $author, 'display_name' => 'Jane Roe' ) );
		$named = $this->named( Subject::author( $author ) );
		$this->assertSame( array( array( 'Jane' ), array( 'Roe' ) ), array( $named['profile:first_name'], $named['profile:last_name'] ) );
	}

	/**
	 * @return array<string, list<string>> Name or property → contents.
	 */
	private function named( Subject $subject ): array {
		$named = array();
		$tags  = apply_filters( 'igny8/seo/head', $this->plugin()->module( 'seo-meta' )->head( $subject ), $subject ); // Without schema.
		foreach ( $tags as $tag ) {
			$named[ $tag['attributes']['property'] ?? $tag['attributes']['name'] ?? $tag['tag'] ][] = $tag['attributes']['content'] ?? $tag['content'] ?? '';
		}
		return $named;
	}
}
