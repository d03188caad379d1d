<?php
/**
 * What every kind of page says: own value, template, default; pages of archives; robots; canonical; images.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Seo;

use Igny8\Seo\Canonical;
use Igny8\Seo\Resolver;
use Igny8\Seo\Robots;
use Igny8\Seo\Subject;
use Igny8\Seo\Templates;

require_once __DIR__ . '/SeoTestCase.php';

final class ResolverTest extends SeoTestCase {

	private const OPEN = 'max-image-preview:large, max-snippet:-1, max-video-preview:-1';

	protected function setUp(): void {
		parent::setUp();
		register_post_type( 'story', array( 'public' => true, 'has_archive' => true, 'label' => 'Stories', 'description' => 'All our stories.' ) );
		$GLOBALS['wp_rewrite']->flush_rules( false );
	}

	protected function tearDown(): void {
		unregister_post_type( 'story' );
		parent::tearDown();
	}

	public function test_every_kind_of_page_has_title_description_robots_and_canonical(): void {
		$category = wp_insert_term( 'Dogs', 'category', array( 'description' => 'All for dogs.' ) )['term_id'];
		$empty    = wp_insert_term( 'Nothing', 'category' )['term_id'];
		wp_update_user( array( 'ID' => 1, 'display_name' => 'Ann', 'description' => 'Writes.' ) );
		$this->post( array( 'post_category' => array( $category ), 'post_date' => '2026-03-04 10:00:00' ) );
		$this->post( array( 'post_type' => 'page', 'post_title' => 'About', 'post_name' => 'about' ) );
		$this->post( array( 'post_type' => 'story', 'post_title' => 'Rex', 'post_name' => 'rex' ) );
		$this->post( array( 'post_title' => 'Closed', 'post_name' => 'closed', 'post_password' => 'x', 'post_content' => 'Secret text of the post.' ) );
		$nicename = get_userdata( 1 )->user_nicename;
		$noindex  = 'noindex, follow';
		$cases    = array(
			'/'                         => array( 'Northwind Pets – Things for dogs', 'Things for dogs', self::OPEN, '/' ),
			'/dog-beds/'                => array( 'Dog beds – Northwind Pets', 'Every dog needs a bed.', self::OPEN, '/dog-beds/' ),
			'/about/'                   => array( 'About – Northwind Pets', 'Every dog needs a bed.', self::OPEN, '/about/' ),
			'/story/rex/'               => array( 'Rex – Northwind Pets', 'Every dog needs a bed.', self::OPEN, '/story/rex/' ),
			'/story/'                   => array( 'Stories – Northwind Pets', 'All our stories.', self::OPEN, '/story/' ),
			'/category/dogs/'           => array( 'Dogs – Northwind Pets', 'All for dogs.', self::OPEN, '/category/dogs/' ),
			'/category/nothing/'        => array( 'Nothing – Northwind Pets', '', $noindex, '' ),
			"/author/{$nicename}/"      => array( 'Ann – Northwind Pets', 'Writes.', self::OPEN, "/author/{$nicename}/" ),
			'/2026/03/'                 => array( 'March 2026 – Northwind Pets', '', $noindex, '' ),
			'/2026/03/04/'              => array( 'March 4, 2026 – Northwind Pets', '', $noindex, '' ),
			'/?s=dog'                   => array( 'Search results for “dog” – Northwind Pets', '', $noindex, '' ),
			'/?s=%3Cscript%3Ex%3C/script%3E%22' => array( 'Search results for “"” – Northwind Pets', '', $noindex, '' ),
			'/nowhere/'                 => array( 'Page not found – Northwind Pets', '', $noindex, '' ),
			'/closed/'                  => array( 'Closed – Northwind Pets', '', $noindex, '' ),
		);
		foreach ( $cases as $path => list( $title, $description, $robots, $canonical ) ) {
			$page = Resolver::of( $this->visit( $path ) );
			$this->assertSame( $title, $page->title(), $path );
			$this->assertSame( $description, $page->description(), $path );
			$this->assertSame( $robots, Robots::text( $page->robots() ), $path );
			'' === $canonical || $this->assertSame( home_url( $canonical ), $page->canonical(), $path );
			$tags = \Igny8\Seo\Head::of( $this->plugin() )->tags( $page->subject );
			$this->assertSame( '' === $canonical ? array() : array( home_url( $canonical ) ), array_values( array_map( static fn( $tag ) => $tag['attributes']['href'], array_filter( $tags, static fn( $tag ) => 'canonical' === ( $tag['attributes']['rel'] ?? '' ) ) ) ), $path );
		}
	}

	public function test_a_static_front_page_has_the_templates_of_home_and_the_page_of_posts_its_own(): void {
		$front = $this->post( array( 'post_type' => 'page', 'post_title' => 'Welcome', 'post_name' => 'welcome' ) );
		$posts = $this->post( array( 'post_type' => 'page', 'post_title' => 'Journal', 'post_name' => 'journal' ) );
		update_option( 'show_on_front', 'page' );
		update_option( 'page_on_front', $front );
		update_option( 'page_for_posts', $posts );
		$this->assertSame( 'Northwind Pets – Things for dogs', Resolver::of( $this->visit( '/' ) )->title() );
		$this->assertSame( home_url( '/' ), Resolver::of( Subject::current() )->canonical() );
		$this->assertSame( 'Journal – Northwind Pets', Resolver::of( $this->visit( '/journal/' ) )->title() );
		$this->assertSame( home_url( '/journal/' ), Resolver::of( Subject::current() )->canonical() );
		update_post_meta( $front, Subject::META['title'], 'Own {title}' );
		$this->assertSame( 'Own Welcome', Resolver::of( $this->visit( '/' ) )->title() );
	}

	public function test_own_value_then_template_then_default(): void {
		$id = $this->post();
		$this->choose( array( 'titles' => array( 'post:post' => array( 'title' => '{title} {separator} shop', 'description' => 'About {title}.', 'robots' => 'noarchive', 'social_title' => 'Social {title}', 'social_description' => '' ) ) ) );
		$page = Resolver::of( $this->subject( $id ) );
		$this->assertSame( array( 'Dog beds – shop', 'About Dog beds.', 'Social Dog beds', 'About Dog beds.' ), array( $page->title(), $page->description(), $page->social_title(), $page->social_description( 'x' ) ) );
		$this->assertSame( 'noarchive, ' . self::OPEN, Robots::text( $page->robots() ) );
		update_post_meta( $id, Subject::META['title'], 'Own' );
		update_post_meta( $id, Subject::META['og_description'], 'Own social of {site_name}' );
		update_post_meta( $id, Subject::META['x_title'], 'Own X' );
		$page = Resolver::of( $this->subject( $id ) );
		$this->assertSame( array( 'Own', 'Social Dog beds', 'Own X', 'Own social of Northwind Pets', 'Own social of Northwind Pets' ), array( $page->title(), $page->social_title(), $page->social_title( 'x' ), $page->social_description(), $page->social_description( 'x' ) ) );
		$this->assertSame( '{title} {page} {separator} {site_name}', Templates::get( 'post:page', 'title' ) );
		$unsaved = Resolver::preview( $this->subject( $id ), array( 'title' => '{category} beds', 'terms' => array( 'category' => array( wp_insert_term( 'Cats', 'category' )['term_id'] ) ) ), null );
		$this->assertSame( 'Cats beds', $unsaved->title() );
	}

	public function test_a_page_number_that_is_none_of_the_posts_own_is_not_its_canonical(): void {
		$this->post( array( 'post_type' => 'page', 'post_name' => 'news', 'post_title' => 'News' ) );
		$this->post();
		foreach ( array( '/news/page/2/' => '/news/', '/news/?paged=7' => '/news/', '/dog-beds/?paged=7' => '/dog-beds/' ) as $path => $canonical ) {
			$this->assertSame( home_url( $canonical ), Resolver::of( $this->visit( $path ) )->canonical(), $path );
		}
	}

	public function test_later_pages_say_so_and_point_to_their_neighbours(): void {
		update_option( 'posts_per_page', 2 );
		$category = wp_insert_term( 'Dogs', 'category' )['term_id'];
		for ( $number = 1; $number <= 5; $number++ ) {
			$this->post( array( 'post_name' => "bed-{$number}", 'post_category' => array( $category ) ) );
		}
		$parted = $this->post( array( 'post_name' => 'parted', 'post_title' => 'Parted', 'post_content' => 'One.<!--nextpage-->Two.<!--nextpage-->Three.' ), array( Subject::META['title'] => 'No variables' ) );
		$cases  = array(
			'/category/dogs/page/2/' => array( 'Dogs – Page 2 of 3 – Northwind Pets', '/category/dogs/page/2/', '/category/dogs/', '/category/dogs/page/3/' ),
			'/category/dogs/page/3/' => array( 'Dogs – Page 3 of 3 – Northwind Pets', '/category/dogs/page/3/', '/category/dogs/page/2/', '' ),
			'/category/dogs/'        => array( 'Dogs – Northwind Pets', '/category/dogs/', '', '/category/dogs/page/2/' ),
			'/parted/2/'             => array( 'No variables – Page 2 of 3', '/parted/2/', '/parted/', '/parted/3/' ),
			'/page/2/'               => array( 'Northwind Pets – Things for dogs – Page 2 of 3', '/page/2/', '/', '/page/3/' ),
		);
		foreach ( $cases as $path => list( $title, $canonical, $prev, $next ) ) {
			$subject = $this->visit( $path );
			$url     = static fn( string $to ) => '' === $to ? '' : home_url( $to );
			'/page/2/' === $path ? $this->assertStringStartsWith( 'Northwind Pets – Things for dogs – Page 2 of', Resolver::of( $subject )->title() ) : $this->assertSame( $title, Resolver::of( $subject )->title(), $path );
			$this->assertSame( $url( $canonical ), Resolver::of( $subject )->canonical(), $path );
			$this->assertSame( array( 'prev' => $url( $prev ), 'next' => $url( $next ) ), Canonical::neighbours( $subject ), $path );
		}
		$this->assertSame( self::OPEN, Robots::text( Resolver::of( $this->visit( '/category/dogs/page/2/' ) )->robots() ) );
		$this->choose( array( 'noindex_paged' => true ) );
		$this->assertSame( 'noindex, follow', Robots::text( Resolver::of( $this->visit( '/category/dogs/page/2/' ) )->robots() ) );
		$this->assertSame( self::OPEN, Robots::text( Resolver::of( $this->visit( '/parted/2/' ) )->robots() ) );
		$GLOBALS['wp_rewrite']->set_permalink_structure( '' );
		$this->assertSame( home_url( "/?p={$parted}&page=2" ), Resolver::of( $this->subject( $parted )->on_page( 2 ) )->canonical() );
	}

	public function test_canonicals_of_the_owner_are_cleaned(): void {
		$cases = array(
			'https://other.example/page/?a=1&b=2' => 'https://other.example/page/?a=1&b=2',
			'/shop/beds/'                         => home_url( '/shop/beds/' ),
			'javascript:alert(1)'                 => home_url( '/dog-beds/' ),
			'  https://other.example/ä '          => 'https://other.example/ä',
			'https://other.example/"><script>'    => 'https://other.example/script',
		);
		foreach ( $cases as $stored => $expected ) {
			$post = $this->post( array( 'post_name' => 'dog-beds' ) );
			update_post_meta( $post, Subject::META['canonical'], $stored );
			$this->assertSame( $expected, Resolver::of( $this->subject( $post ) )->canonical(), $stored );
			wp_delete_post( $post, true );
		}
		$draft = $this->post( array( 'post_status' => 'draft' ) );
		$this->assertSame( '', Resolver::of( $this->subject( $draft ) )->canonical() );
	}

	/**
	 * @return array<string, array{string, string, string, string}>
	 */
	public static function robots(): array {
		return array(
			'nothing said'              => array( '', '', '', '' ),
			'site-wide'                 => array( 'max-snippet:50', '', '', 'max-snippet:50' ),
			'kind above site'           => array( 'max-snippet:50', 'max-snippet:10', '', 'max-snippet:10' ),
			'page above kind'           => array( '', 'noindex', 'index', '' ),
			'noindex needs no previews' => array( 'max-snippet:50, max-image-preview:large', '', 'noindex', 'noindex, follow' ),
			'none'                      => array( '', '', 'none', 'noindex, nofollow' ),
			'all'                       => array( '', 'noindex,nofollow', 'all', '' ),
			'nofollow only'             => array( '', '', 'nofollow', 'nofollow' ),
			'all switches'              => array( '', '', 'noarchive, noimageindex,nosnippet', 'nosnippet, noimageindex, noarchive' ),
			'snippet and none'          => array( '', '', 'nosnippet,max-snippet:5', 'nosnippet' ),
			'values'                    => array( '', '', 'max-snippet:0, max-image-preview:none,max-video-preview:30', 'max-snippet:0, max-image-preview:none, max-video-preview:30' ),
			'until a day'               => array( '', '', 'unavailable_after: 2026-12-24T10:00:00+00:00', 'unavailable_after:2026-12-24T10:00:00+00:00' ),
			'noarchive stays'           => array( '', '', 'noindex,noarchive', 'noindex, follow, noarchive' ),
			'nonsense'                  => array( 'foo,max-snippet:many,max-image-preview:huge,unavailable_after:never,,<b>', '', '"><script>', '' ),
		);
	}

	/**
	 * @dataProvider robots
	 */
	public function test_robots_of_site_kind_and_page( string $site, string $kind, string $own, string $expected ): void {
		remove_filter( 'wp_robots', 'wp_robots_max_image_preview_large' );
		$this->choose( array( 'robots' => $site, 'titles' => array( 'post:post' => array( 'robots' => $kind ) ) ) );
		$id = $this->post( array(), array( Subject::META['robots'] => $own ) );
		$this->assertSame( $expected, Robots::text( Resolver::of( $this->subject( $id ) )->robots() ) );
	}

	public function test_who_forbids_indexing_wins_and_other_plugins_have_their_say(): void {
		$id = $this->post( array(), array( Subject::META['robots'] => 'index, max-image-preview:none' ) );
		$this->assertSame( 'max-image-preview:none, max-snippet:-1, max-video-preview:-1', Robots::text( Resolver::of( $this->subject( $id ) )->robots() ), 'Ours stands above the default of WordPress.' );
		add_filter( 'wp_robots', static fn( $robots ) => array( 'max-snippet' => '7' ) + $robots, 20 );
		$this->assertStringContainsString( 'max-snippet:7', Robots::text( Resolver::of( $this->subject( $id ) )->robots() ) );
		add_filter( 'wp_robots', 'wp_robots_no_robots' );
		$this->assertSame( 'noindex, follow', Robots::text( Resolver::of( $this->subject( $id ) )->robots() ), 'A shop keeps its cart out.' );
		update_option( 'blog_public', '0' );
		$this->assertSame( 'noindex, nofollow', Robots::text( Resolver::of( $this->subject( $id ) )->robots() ) );
	}

	public function test_addresses_and_names_are_found_again(): void {
		$id   = $this->post( array( 'post_category' => array( $dogs = wp_insert_term( 'Dogs', 'category' )['term_id'] ) ) );
		$find = static function ( string $name ) {
			$subject = \Igny8\Seo\Address::subject( $name );
			return is_wp_error( $subject ) ? $subject->get_error_code() : $subject->key();
		};
		$cases = array(
			home_url( '/dog-beds/' )            => "post:{$id}",
			'/dog-beds/'                        => "post:{$id}",
			"/?p={$id}"                         => "post:{$id}",
			"post:{$id}"                        => "post:{$id}",
			'/category/dogs/'                   => "term:{$dogs}",
			"term:{$dogs}"                      => "term:{$dogs}",
			'author:1'                          => 'author:1',
			'/story/'                           => 'post_type_archive:story',
			'/'                                 => 'home',
			'/?s=a+b'                           => 'search:a b',
			'search:a b'                        => 'search:a b',
			'/2026/03/'                         => 'not_found', // No posts of that month.
			'/nowhere/at/all/'                  => 'not_found',
			'https://elsewhere.example/'        => 'subject_foreign',
			'post:999999'                       => 'subject_not_found',
			'nonsense'                          => 'subject_not_found',
		);
		foreach ( $cases as $name => $expected ) {
			$this->assertSame( $expected, $find( $name ), $name );
		}
	}
}
