<?php
/**
 * Every block of a document as the block editor would write it, hostile words included.
 *
 * The expected markup was taken from wp.blocks.serialize() of WordPress 7.1.1; tests/browser opens real pages in the editor.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Content;

use Igny8\Modules\Content\Renderer;
use Igny8\Modules\Content\Ways;
use Igny8\Tests\TestCase;

final class RendererTest extends TestCase {

	private const HOSTILE = '<script>alert(1)</script> & "q" \'s\' <!-- wp:html --> [gallery] &copy;';
	private const SAFE    = '&lt;script&gt;alert(1)&lt;/script&gt; &amp; "q" \'s\' &lt;!-- wp:html --&gt; &#91;gallery] &amp;copy;';

	/**
	 * @dataProvider blocks
	 * @param array<string, mixed> $block
	 */
	public function test_a_block( array $block, string $expected ): void {
		$content = $this->render( array( $block ) );
		$this->assertSame( $expected, $content );
		$this->assertSame( $content, serialize_blocks( parse_blocks( $content ) ) );
	}

	/**
	 * @return array<string, array{array<string, mixed>, string}>
	 */
	public function blocks(): array {
		$text = static fn( string $text ) => array( array( 'text' => $text ) );
		return array(
			'paragraph' => array(
				array( 'type' => 'paragraph', 'text' => array( array( 'text' => 'A ' ), array( 'text' => 'b', 'is_bold' => true ), array( 'text' => 'i', 'is_italic' => true, 'page' => 'hub-1' ), array( 'text' => ' out', 'url' => 'https://example.com/?a=1&b=2' ) ) ),
				"<!-- wp:paragraph -->\n<p>A <strong>b</strong><em>i</em><a href=\"https://example.com/?a=1&amp;b=2\"> out</a></p>\n<!-- /wp:paragraph -->",
			),
			'hostile paragraph' => array(
				array( 'type' => 'paragraph', 'text' => array( array( 'text' => self::HOSTILE ), array( 'text' => 'x', 'url' => 'javascript:alert(1)' ) ) ),
				"<!-- wp:paragraph -->\n<p>" . self::SAFE . "x</p>\n<!-- /wp:paragraph -->",
			),
			'list' => array(
				array( 'type' => 'list', 'items' => array( $text( 'One' ), $text( 'Two' ) ) ),
				"<!-- wp:list -->\n<ul class=\"wp-block-list\"><!-- wp:list-item -->\n<li>One</li>\n<!-- /wp:list-item -->\n\n<!-- wp:list-item -->\n<li>Two</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->",
			),
			'steps' => array(
				array( 'type' => 'steps', 'items' => array( array( 'title' => 'Measure', 'text' => $text( 'The back.' ) ) ) ),
				"<!-- wp:list {\"ordered\":true} -->\n<ol class=\"wp-block-list\"><!-- wp:list-item -->\n<li><strong>Measure</strong><br>The back.</li>\n<!-- /wp:list-item --></ol>\n<!-- /wp:list -->",
			),
			'table with a short row' => array(
				array( 'type' => 'table', 'caption' => 'Sizes', 'header' => array( $text( 'A' ), array() ), 'rows' => array( array( $text( '1' ) ) ) ),
				"<!-- wp:table {\"hasFixedLayout\":false} -->\n<figure class=\"wp-block-table\"><table><thead><tr><th>A</th><th></th></tr></thead><tbody><tr><td>1</td><td></td></tr></tbody></table><figcaption class=\"wp-element-caption\">Sizes</figcaption></figure>\n<!-- /wp:table -->",
			),
			'callout' => array(
				array( 'type' => 'callout', 'tone' => 'tip', 'text' => $text( 'Mind the size.' ) ),
				"<!-- wp:group {\"className\":\"igny8-content-callout igny8-content-callout-tip\",\"style\":{\"border\":{\"left\":{\"width\":\"4px\"}},\"spacing\":{\"padding\":{\"top\":\"1rem\",\"bottom\":\"1rem\",\"left\":\"1.25rem\",\"right\":\"1.25rem\"}}}} -->\n<div class=\"wp-block-group igny8-content-callout igny8-content-callout-tip\" style=\"border-left-width:4px;padding-top:1rem;padding-right:1.25rem;padding-bottom:1rem;padding-left:1.25rem\"><!-- wp:paragraph -->\n<p>Mind the size.</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:group -->",
			),
			'faq' => array(
				array( 'type' => 'faq', 'items' => array( array( 'question' => self::HOSTILE, 'answer' => $text( 'No.' ) ) ) ),
				"<!-- wp:details -->\n<details class=\"wp-block-details\"><summary>" . self::SAFE . "</summary><!-- wp:paragraph -->\n<p>No.</p>\n<!-- /wp:paragraph --></details>\n<!-- /wp:details -->",
			),
			'quote' => array(
				array( 'type' => 'quote', 'text' => $text( 'Good dog.' ), 'cite' => 'A friend' ),
				"<!-- wp:quote -->\n<blockquote class=\"wp-block-quote\"><!-- wp:paragraph -->\n<p>Good dog.</p>\n<!-- /wp:paragraph --><cite>A friend</cite></blockquote>\n<!-- /wp:quote -->",
			),
			'image without a file' => array( array( 'type' => 'image', 'alt' => 'A dog', 'prompt' => 'dog' ), '' ),
		);
	}

	public function test_sections_have_headings_of_their_level(): void {
		$sections = array(
			array( 'heading' => '', 'blocks' => array() ),
			array( 'heading' => 'Two', 'level' => 2, 'blocks' => array() ),
			array( 'heading' => 'Three', 'level' => 3, 'blocks' => array() ),
		);
		$this->assertSame( "<!-- wp:heading -->\n<h2 class=\"wp-block-heading\">Two</h2>\n<!-- /wp:heading -->\n\n<!-- wp:heading {\"level\":3} -->\n<h3 class=\"wp-block-heading\">Three</h3>\n<!-- /wp:heading -->", ( new Renderer() )->render( array( 'sections' => $sections ) ) );
	}

	public function test_sources_are_listed_with_their_addresses(): void {
		$content = ( new Renderer() )->render( array( 'sections' => array(), 'sources' => array( array( 'title' => 'A & B', 'url' => 'https://example.com/' ), array( 'title' => 'Bad', 'url' => 'javascript:x' ) ) ) );
		$this->assertStringContainsString( '<li><a href="https://example.com/">A &amp; B</a></li>', $content );
		$this->assertStringContainsString( '<li>Bad</li>', $content );
	}

	public function test_an_image_with_a_file_is_shown(): void {
		$id = wp_insert_attachment( array( 'post_title' => 'Dog', 'post_mime_type' => 'image/jpeg', 'guid' => 'http://127.0.0.1/dog.jpg' ), '2026/11/dog.jpg' );
		$this->assertMatchesRegularExpression( "~^<!-- wp:image \\{\"id\":{$id},\"sizeSlug\":\"large\",\"linkDestination\":\"none\"\\} -->\n<figure class=\"wp-block-image size-large\"><img src=\"[^\"]+dog.jpg\" alt=\"A &quot;dog&quot;\" class=\"wp-image-{$id}\"/></figure>~", ( new Renderer( array( $id ) ) )->render( $this->document( array( array( 'type' => 'image', 'alt' => 'A "dog"' ) ) ) ) );
	}

	public function test_cards_are_text_in_a_draft_and_links_to_what_is_published(): void {
		$cards  = array( 'type' => 'cards', 'items' => array( array( 'page' => 'a', 'title' => self::HOSTILE, 'text' => 'Text' ), array( 'page' => 'b', 'title' => 'B' ) ) );
		$draft  = parse_blocks( $this->render( array( $cards ), 'Onwards' ) );
		$this->assertCount( 1, $draft );
		$this->assertTrue( Ways::is_ours( $draft[0] ) );
		$this->assertFalse( Ways::is_edited( $draft[0] ) );
		$this->assertSame( array( 'a', 'b' ), Ways::pages( $draft[0] ) );
		$this->assertStringContainsString( self::SAFE, serialize_block( $draft[0] ) );
		$this->assertStringNotContainsString( '<a ', serialize_block( $draft[0] ) );

		$none = Ways::refresh( $draft[0], array() );
		$this->assertStringNotContainsString( 'Onwards</h2>', serialize_block( $none ), 'No heading over nothing.' );

		$one = serialize_block( Ways::refresh( $none, array( 'b' => array( 'url' => 'http://127.0.0.1/b/', 'type' => 'page', 'id' => 7 ) ) ) );
		$this->assertStringContainsString( '<a href="http://127.0.0.1/b/" data-type="page" data-id="7"><strong>B</strong></a>', $one );
		$this->assertStringContainsString( 'Onwards</h2>', $one );
		$this->assertStringNotContainsString( '<p>' . self::SAFE, $one );
	}

	public function test_a_button_to_an_unpublished_page_waits(): void {
		$buttons = parse_blocks( $this->render( array( array( 'type' => 'buttons', 'items' => array( array( 'label' => 'Go', 'page' => 'a' ), array( 'label' => 'Out', 'url' => 'https://example.com/' ) ) ) ) ) )[0];
		$waiting = serialize_block( Ways::refresh( $buttons, array() ) );
		$this->assertStringNotContainsString( '>Go</a>', $waiting );
		$this->assertStringContainsString( 'href="https://example.com/">Out</a>', $waiting );
	}

	public function test_a_way_that_somebody_edited_is_known(): void {
		$group                                  = parse_blocks( $this->render( array( array( 'type' => 'cards', 'items' => array( array( 'page' => 'a', 'title' => 'A' ) ) ) ) ) )[0];
		$edited                                 = parse_blocks( str_replace( '<strong>A</strong>', '<strong>Mine</strong>', serialize_block( $group ) ) )[0];
		$this->assertTrue( Ways::is_edited( $edited ) );
	}

	public function test_links_of_a_document_are_found_with_their_words(): void {
		$document = $this->document(
			array(
				array( 'type' => 'paragraph', 'text' => array( array( 'text' => 'See ' ), array( 'text' => 'dog beds', 'page' => 'hub-1' ) ) ),
				array( 'type' => 'cards', 'items' => array( array( 'page' => 'hub-2', 'title' => 'B', 'text' => 'c' ) ) ),
			)
		);
		$this->assertSame( array( array( 'page' => 'hub-1', 'anchor' => 'dog beds' ), array( 'page' => 'hub-2', 'anchor' => '' ) ), Renderer::links( $document ) );
	}

	/**
	 * @param list<array<string, mixed>> $blocks
	 */
	private function render( array $blocks, string $heading = '' ): string {
		return ( new Renderer() )->render( $this->document( $blocks, $heading ) );
	}

	/**
	 * @param list<array<string, mixed>> $blocks
	 * @return array<string, mixed>
	 */
	private function document( array $blocks, string $heading = '' ): array {
		return array( 'sections' => array( array( 'heading' => $heading, 'level' => 2, 'blocks' => $blocks ) ) );
	}
}
