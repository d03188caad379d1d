<?php
/**
 * The way to a page: as data, as HTML, in WordPress' own block; primary terms in it and in addresses.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Seo;

use Igny8\Seo\Breadcrumbs;
use Igny8\Seo\Subject;

require_once __DIR__ . '/SeoTestCase.php';

final class BreadcrumbsTest extends SeoTestCase {

	/**
	 * @param list<array{name: string, url: string}> $trail
	 */
	private static function names( array $trail ): string {
		return implode( ' > ', array_column( $trail, 'name' ) );
	}

	public function test_the_trail_of_every_kind_of_page(): void {
		$pets   = wp_insert_term( 'Pets &amp; more', 'category' )['term_id'];
		$dogs   = wp_insert_term( 'Dogs', 'category', array( 'parent' => $pets ) )['term_id'];
		$parent = $this->post( array( 'post_type' => 'page', 'post_title' => 'Parent', 'post_name' => 'parent' ) );
		$this->post( array( 'post_type' => 'page', 'post_title' => 'Child', 'post_name' => 'child', 'post_parent' => $parent ) );
		$this->post( array( 'post_category' => array( $pets, $dogs ), 'post_date' => '2026-03-04 10:00:00' ), array( Subject::META['primary_terms'] => array( 'category' => $dogs ), Subject::META['breadcrumb_title'] => 'Beds' ) );
		$cases = array(
			'/'                => 'Home',
			'/dog-beds/'       => 'Home > Pets & more > Dogs > Beds',
			'/parent/child/'   => 'Home > Parent > Child',
			'/category/pets-more/dogs/' => 'Home > Pets & more > Dogs',
			'/2026/03/04/'     => 'Home > 2026 > March 2026 > March 4, 2026',
			'/?s=dog'          => 'Home > Search results for “dog”',
			'/nowhere/'        => 'Home > Page not found',
		);
		foreach ( $cases as $path => $expected ) {
			$this->assertSame( $expected, self::names( Breadcrumbs::trail( $this->visit( $path ) ) ), $path );
		}
		$this->choose( array( 'breadcrumbs' => array( 'home' => 'Start', 'taxonomies' => array( 'post' => 'post_tag' ), 'separator' => '/' ) ) );
		$this->assertSame( 'Start > Beds', self::names( Breadcrumbs::trail( $this->visit( '/dog-beds/' ) ) ) );
		update_term_meta( $dogs, Subject::META['breadcrumb_title'], 'All dogs' );
		$this->choose( array( 'breadcrumbs' => array() ) );
		$this->assertSame( 'Home > Pets & more > All dogs > Beds', self::names( Breadcrumbs::trail( $this->visit( '/dog-beds/' ) ) ), 'Settings keep their notes.' );
	}

	public function test_the_page_of_posts_stands_before_posts(): void {
		update_option( 'show_on_front', 'page' );
		update_option( 'page_on_front', $this->post( array( 'post_type' => 'page', 'post_title' => 'Welcome', 'post_name' => 'welcome' ) ) );
		update_option( 'page_for_posts', $this->post( array( 'post_type' => 'page', 'post_title' => 'Journal', 'post_name' => 'journal' ) ) );
		$this->post( array( 'post_category' => array( wp_insert_term( 'Dogs', 'category' )['term_id'] ) ) );
		$this->assertSame( 'Home > Journal > Dogs > Dog beds', self::names( Breadcrumbs::trail( $this->visit( '/dog-beds/' ) ) ) );
		$this->assertSame( 'Home > Journal', self::names( Breadcrumbs::trail( $this->visit( '/journal/' ) ) ) );
		$this->assertSame( 'Home', self::names( Breadcrumbs::trail( $this->visit( '/' ) ) ) );
	}

	public function test_parents_that_visitors_may_not_see_are_left_out(): void {
		$top    = $this->post( array( 'post_type' => 'page', 'post_title' => 'Top', 'post_name' => 'top' ) );
		$secret = $this->post( array( 'post_type' => 'page', 'post_title' => 'Secret', 'post_name' => 'secret', 'post_status' => 'private', 'post_parent' => $top ) );
		$page   = $this->post( array( 'post_type' => 'page', 'post_title' => 'Open', 'post_name' => 'open', 'post_parent' => $secret ) );
		$this->assertSame( array( 'Home', 'Top', 'Open' ), array_column( \Igny8\Seo\Breadcrumbs::trail( Subject::post( get_post( $page ) ) ), 'name' ) );
	}

	public function test_shortcode_function_and_block_show_the_same_list(): void {
		$this->post( array( 'post_title' => '<b>Beds</b> & "more"', 'post_category' => array( wp_insert_term( 'Dogs', 'category' )['term_id'] ) ) );
		$this->visit( '/dog-beds/' );
		$html = do_shortcode( '[igny8_breadcrumbs]' );
		ob_start();
		\igny8_breadcrumbs();
		$this->assertSame( $html, ob_get_clean() );
		$this->assertStringContainsString( 'aria-label="Breadcrumbs"', $html );
		$this->assertStringContainsString( '<span aria-current="page">Beds &amp; &quot;more&quot;</span>', $html );
		$this->assertSame( 2, substr_count( $html, '<a href=' ) );
		$this->assertStringNotContainsString( '<script', $html );
		$block = do_blocks( '<!-- wp:igny8/breadcrumbs {"align":"wide"} /-->' );
		$this->assertStringContainsString( 'alignwide', $block );
		$this->assertSame( substr( $html, strpos( $html, '<ol' ) ), substr( trim( $block ), strpos( trim( $block ), '<ol' ) ) );
		$this->choose( array( 'breadcrumbs' => array( 'shows_home' => false, 'shows_current' => false, 'prefix' => 'You are <here>:' ) ) );
		$html = do_shortcode( '[igny8_breadcrumbs]' );
		$this->assertStringContainsString( 'You are &lt;here&gt;:', $html );
		$this->assertSame( array( 1, 0 ), array( substr_count( $html, '<li>' ), substr_count( $html, 'aria-current' ) ) );
	}

	public function test_wordpress_own_block_shows_our_trail(): void {
		$this->post( array( 'post_category' => array( wp_insert_term( 'Dogs', 'category' )['term_id'] ) ), array( Subject::META['breadcrumb_title'] => 'Beds' ) );
		$this->visit( '/dog-beds/' );
		$items = apply_filters( 'block_core_breadcrumbs_items', array( array( 'label' => 'Home', 'url' => home_url( '/' ) ), array( 'label' => 'Dog beds' ) ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own hook.
		$this->assertSame( array( 'Home', 'Dogs', 'Beds' ), array_column( $items, 'label' ) );
		$this->assertArrayNotHasKey( 'url', $items[2] );
		$items = apply_filters( 'block_core_breadcrumbs_items', array( array( 'label' => 'Dogs', 'url' => home_url( '/category/dogs/' ) ) ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- See above.
		$this->assertSame( array( 'Dogs' ), array_column( $items, 'label' ), 'Without home and without the page itself, as the block was set.' );
	}

	public function test_the_primary_category_stands_in_addresses(): void {
		$GLOBALS['wp_rewrite']->set_permalink_structure( '/%category%/%postname%/' );
		$cats = wp_insert_term( 'Cats', 'category' )['term_id'];
		$dogs = wp_insert_term( 'Dogs', 'category' )['term_id'];
		$id   = $this->post( array( 'post_category' => array( $cats, $dogs ) ) );
		$this->assertSame( home_url( '/cats/dog-beds/' ), get_permalink( $id ) );
		update_post_meta( $id, Subject::META['primary_terms'], array( 'category' => $dogs ) );
		$this->assertSame( home_url( '/dogs/dog-beds/' ), get_permalink( $id ) );
		wp_set_post_categories( $id, array( $cats ) );
		$this->assertSame( home_url( '/cats/dog-beds/' ), get_permalink( $id ), 'A term the post has lost is not its primary one.' );
	}
}
