<?php
/**
 * Beside another SEO plugin only one of the two prints: it, until the owner says that IGNY8 takes over.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Seo;

use Igny8\Seo\OtherPlugins;
use Igny8\Seo\Silence;

require_once __DIR__ . '/SeoTestCase.php';

/**
 * The six themselves are no part of the repository: tests/bench compares with them, and this one stands for what they do.
 */
final class OtherPluginsTest extends SeoTestCase {

	private string $folder = '';

	protected function setUp(): void {
		parent::setUp();
		$this->folder = WP_PLUGIN_DIR . '/other-seo';
		is_link( $this->folder ) || symlink( dirname( __DIR__ ) . '/fixtures/other-seo', $this->folder ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- As the plugin under test stands there.
		require_once $this->folder . '/other-seo.php';
		\OtherSeo\Head::boot();
		$GLOBALS['other_seo_ran'] = array();
		$this->post();
	}

	protected function tearDown(): void {
		is_link( $this->folder ) && unlink( $this->folder ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- See above.
		parent::tearDown();
	}

	public function test_without_one_of_the_six_we_print(): void {
		$this->assertSame( '', OtherPlugins::active() );
		$this->assertFalse( OtherPlugins::are_printing() );
		$this->assertSame( array( 'other' => '', 'other_name' => '', 'others' => array(), 'output' => 'yield', 'is_printing' => true ), $this->call( 'seo-meta.status' ) );
	}

	public function test_its_tags_title_robots_and_schema_go_and_the_rest_stays(): void {
		$this->visit( '/dog-beds/' );
		Silence::of( array( 'other-seo' ) );
		remove_action( 'template_redirect', 'redirect_canonical' ); // Sends headers.
		do_action( 'template_redirect' ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own hook.
		add_action( 'wp_head', static fn() => Silence::of( array( 'other-seo' ) ), PHP_INT_MIN );
		$head = $this->head();
		ob_start();
		\OtherSeo\chat_window();
		do_action( 'wp_footer' ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own hook.
		$footer = ob_get_clean();
		$this->assertStringNotContainsString( 'content="other"', $head );
		$this->assertStringNotContainsString( 'other.example', $head );
		$this->assertStringContainsString( '<title>Dog beds – Northwind Pets</title>', $head );
		$this->assertStringNotContainsString( 'noindex', $head );
		$this->assertStringContainsString( 'name="statistics" content="kept"', $head );
		$this->assertSame( 2, substr_count( $footer, 'chat kept' ) );
		$this->assertStringNotContainsString( '"by":"other"', $footer );
		$this->assertSame( array( 'sitemap' ), $GLOBALS['other_seo_ran'] );
	}

	/**
	 * In a process of its own, as a constant cannot be taken back.
	 */
	public function test_the_owner_decides_who_prints(): void {
		$script = '$GLOBALS["wp_filter"] = array();'
			. 'define( "SLIM_SEO_VER", "1" ); require "' . dirname( __DIR__ ) . '/bootstrap.php";'
			. 'use Igny8\Seo\OtherPlugins;'
			. '$said = array( OtherPlugins::active(), OtherPlugins::are_printing() );'
			. 'add_filter( "option_igny8_seo-meta", fn() => array( "output" => "take_over" ) );'
			. '$said[] = OtherPlugins::are_printing();'
			. 'add_filter( "igny8/seo/takes_over", "__return_false" );'
			. '$said[] = OtherPlugins::are_printing();'
			. 'echo "said ", json_encode( $said );';
		exec( escapeshellarg( PHP_BINARY ) . ' -d error_reporting=8191 -r ' . escapeshellarg( $script ), $lines ); // phpcs:ignore WordPress.PHP -- See above.
		$this->assertSame( 'said ["slim-seo",true,false,true]', end( $lines ), implode( "\n", $lines ) );
	}
}
