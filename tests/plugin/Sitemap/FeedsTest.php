<?php
/**
 * llms.txt and feeds: what they say, and that nothing changes by default.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Sitemap;

use Igny8\Modules\Sitemap\Feeds;
use Igny8\Seo\Fields;
use Igny8\Seo\Subject;

require_once __DIR__ . '/SitemapTestCase.php';

final class FeedsTest extends SitemapTestCase {

	public function test_llms_lists_each_main_page_once_and_nothing_hidden(): void {
		update_option( 'blogname', 'Lamps &amp; More' );
		update_option( 'blogdescription', 'Light for [everyone]' );
		$guide  = $this->post( array( 'post_title' => 'The [complete] guide & more', 'post_name' => 'guide', 'post_excerpt' => "Two\nlines of <b>text</b>." ) );
		$hidden = $this->post( array( 'post_title' => 'Hidden', 'post_name' => 'hidden' ) );
		$page   = $this->post( array( 'post_title' => 'About', 'post_name' => 'about', 'post_type' => 'page' ) );
		$this->post( array( 'post_title' => 'Locked', 'post_name' => 'locked', 'post_password' => 'x' ) );
		Fields::write( Subject::post( get_post( $guide ) ), array( 'is_cornerstone' => true ) );
		Fields::write( Subject::post( get_post( $hidden ) ), array( 'robots' => 'noindex' ) );
		Fields::write( Subject::post( get_post( $page ) ), array( 'description' => 'Who we are.' ) );
		$text = $this->get( '/llms.txt' )->body();
		$this->assertStringStartsWith( "# Lamps & More\n\n> Light for [everyone]\n\n## Most important\n\n- [The (complete) guide & more](" . home_url( '/guide/' ) . "): Two lines of text.\n", $text );
		$this->assertStringContainsString( '- [About](' . home_url( '/about/' ) . '): Who we are.', $text );
		$this->assertSame( 1, substr_count( $text, home_url( '/guide/' ) ) );
		$this->assertStringNotContainsString( 'Hidden', $text );
		$this->assertStringNotContainsString( 'Locked', $text );
		$this->assertGreaterThan( strpos( $text, '## Pages' ), strpos( $text, '## Optional' ) );

		$this->call( 'sitemap.save_llms', array( 'text' => '# Mine' ) );
		$this->assertSame( "# Mine\n", $this->get( '/llms.txt' )->body() );
		$this->assertSame( '', $this->call( 'sitemap.save_llms', array( 'text' => ' ' ) )['own'] );
		$this->plugin()->settings()->set( 'sitemap', array( 'llms' => false ) );
		$this->assertSame( 404, $this->get( '/llms.txt' )->status );
	}

	public function test_feeds_change_only_as_the_owner_says(): void {
		$GLOBALS['post'] = get_post( $this->post( array( 'post_title' => 'A <em>post</em> & "more"', 'post_name' => 'fed' ) ) ); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- The post of the loop.
		$this->assertSame( '<p>Text</p>', ( new Feeds() )->filter_text( '<p>Text</p>' ) );
		$this->assertTrue( apply_filters( 'feed_links_show_comments_feed', true ) );

		$this->plugin()->settings()->set( 'sitemap', array( 'feed_before' => '{title}<script>x</script> {unknown}', 'feed_after' => '{link} appeared first on {site_link}. ]]>', 'feed_comments' => false ) );
		$html = ( new Feeds() )->filter_text( '<p>Text</p>' );
		$this->assertStringStartsWith( '<p>A post &amp; “more”x {unknown}</p>', $html );
		$this->assertStringContainsString( '<a href="' . home_url( '/fed/' ) . '">A <em>post</em> & "more"</a> appeared first on <a href="' . home_url( '/' ) . '">', str_replace( array( '&#038;', '&#8220;', '&#8221;', '&amp;' ), array( '&', '"', '"', '&' ), $html ) );
		$this->assertStringNotContainsString( ']]>', $html );
		$this->assertFalse( apply_filters( 'feed_links_show_comments_feed', true ) );
	}
}
