<?php
/**
 * What the tests of titles, tags and breadcrumbs share: posts, settings of the module, and the view of a page.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Seo;

use Igny8\Seo\Subject;
use Igny8\Tests\TestCase;

abstract class SeoTestCase extends TestCase {

	/**
	 * Titles and descriptions that have broken other plugins → what a reader shall see.
	 */
	protected const HOSTILE = array(
		'emoji'                     => array( 'Beds 🛏️ for 👩‍👩‍👧 dogs', 'Beds 🛏️ for 👩‍👩‍👧 dogs' ),
		'right to left'             => array( 'أسرّة للكلاب <b>مريحة</b>', 'أسرّة للكلاب مريحة' ),
		'entity as WordPress stores' => array( 'Bread &amp; Butter', 'Bread & Butter' ),
		'entity somebody typed'     => array( 'The &amp;amp; of HTML', 'The &amp; of HTML' ),
		'entity decoded once only'  => array( '&amp;lt;b&amp;gt;', '&lt;b&gt;' ),
		'script'                    => array( 'A<script>alert(1)</script>B', 'AB' ),
		'closed attribute'          => array( '"><img src=x onerror=alert(1)>', '">' ),
		'closed title'              => array( 'A</title><script>x</script>', 'A' ),
		'less than'                 => array( 'a < b and 5 > 3', 'a < b and 5 > 3' ),
		'a heart'                   => array( 'I <3 <b>dogs</b> & x<y', 'I <3 dogs & x<y' ),
		'percent and digits'        => array( '20%de réduction 100%25', '20%de réduction 100%25' ),
		'lines and control bytes'   => array( "One\n\n\ttwo\x00\x1F three", 'One two three' ),
		'broken UTF-8'              => array( "Caf\xE9 bar", 'Caf? bar' ),
	);

	private string $structure = '';

	protected function setUp(): void {
		parent::setUp();
		global $wp_rewrite;
		$this->structure = (string) $wp_rewrite->permalink_structure;
		update_option( 'blogname', 'Northwind Pets' );
		update_option( 'blogdescription', 'Things for dogs' );
		update_option( 'blog_public', '1' );
		update_option( 'show_on_front', 'posts' );
		$wp_rewrite->set_permalink_structure( '/%postname%/' );
		$wp_rewrite->flush_rules( false );
	}

	protected function tearDown(): void {
		global $wp_rewrite, $wp_query, $wp_the_query, $wp_actions;
		parent::tearDown();
		$wp_rewrite->permalink_structure = $this->structure;
		$wp_rewrite->init();
		unset( $wp_actions['wp'] );
		$wp_the_query = new \WP_Query(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- As before the page that the test looked at.
		$wp_query     = $wp_the_query;   // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- See above.
		$GLOBALS['post'] = null;
	}

	/**
	 * @param array<string, mixed> $post  As wp_insert_post() takes it.
	 * @param array<string, mixed> $meta
	 */
	protected function post( array $post = array(), array $meta = array() ): int {
		return wp_insert_post(
			wp_slash(
				$post + array(
					'post_title'   => 'Dog beds',
					'post_name'    => 'dog-beds',
					'post_status'  => 'publish',
					'post_content' => '<!-- wp:paragraph --><p>Every dog needs a bed.</p><!-- /wp:paragraph -->',
					'post_author'  => 1,
					'meta_input'   => $meta,
				)
			),
			true
		);
	}

	protected function subject( int $post_id ): Subject {
		return Subject::post( get_post( $post_id ) );
	}

	/**
	 * @param array<string, mixed> $settings Of seo-meta.
	 */
	protected function choose( array $settings ): void {
		$result = $this->plugin()->settings()->set( 'seo-meta', $settings );
		$this->assertIsArray( $result, is_wp_error( $result ) ? $result->get_error_message() : '' );
	}

	/**
	 * Makes the main query what a visitor of this address has, up to `template_redirect`.
	 */
	protected function visit( string $path ): Subject {
		global $wp, $wp_query, $wp_the_query;
		$query                  = (string) wp_parse_url( $path, PHP_URL_QUERY );
		$_SERVER['REQUEST_URI'] = $path;
		parse_str( $query, $_GET );
		$wp_the_query         = new \WP_Query(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- A view starts anew.
		$wp_query             = $wp_the_query;   // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- See above.
		$public               = $wp->public_query_vars;
		$wp                   = new \WP();       // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- See above.
		$wp->public_query_vars = $public;
		$wp->parse_request();
		$wp->build_query_string();
		$wp->query_posts();
		$wp->handle_404();
		$wp->register_globals();
		do_action_ref_array( 'wp', array( &$wp ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own hook.
		$_SERVER['REQUEST_URI'] = '/';
		$_GET                   = array();
		return Subject::current();
	}

	/**
	 * What stands between <head> and </head> because of hooks.
	 */
	protected function head(): string {
		ob_start();
		do_action( 'wp_head' ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own hook.
		return (string) ob_get_clean();
	}
}
