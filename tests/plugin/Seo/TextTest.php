<?php
/**
 * Plain text of what WordPress stores: decoded once, one line, cut at a word or a sentence.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Seo;

use Igny8\Seo\Text;

require_once __DIR__ . '/SeoTestCase.php';

final class TextTest extends SeoTestCase {

	public function test_hostile_titles_become_plain_text(): void {
		foreach ( self::HOSTILE as $name => list( $stored, $seen ) ) {
			$this->assertSame( $seen, Text::plain( $stored ), $name );
		}
	}

	/**
	 * @return array<string, array{string, int, string}>
	 */
	public static function cuts(): array {
		return array(
			'fits'                     => array( 'Dog beds', 8, 'Dog beds' ),
			'at a word'                => array( 'Orthopaedic beds for old dogs', 20, 'Orthopaedic beds…' ),
			'no comma before the dots' => array( 'Beds, collars, leashes', 15, 'Beds, collars…' ),
			'no spaces'                => array( str_repeat( '犬', 30 ), 10, str_repeat( '犬', 9 ) . '…' ),
			'emoji stays whole'        => array( '🛏️🛏️🛏️🛏️🛏️🛏️', 5, '🛏️🛏️…' ),
		);
	}

	public function test_a_tag_that_is_cut_leaves_nothing(): void {
		$this->assertSame( 'A', Text::plain( 'A' . str_repeat( '<b></b>', 3000 ) ) );
	}

	/**
	 * @dataProvider cuts
	 */
	public function test_text_is_cut_where_a_reader_would( string $text, int $most, string $expected ): void {
		$this->assertSame( $expected, Text::cut( $text, $most ) );
	}

	/**
	 * @return array<string, array{string, string}>
	 */
	public static function contents(): array {
		$long = 'An orthopaedic bed carries the weight of an old dog without letting its joints touch the floor. It is sized to the dog when it lies stretched out. And more.';
		return array(
			'blocks'             => array( '<!-- wp:paragraph {"dropCap":true} --><p>One.</p><!-- /wp:paragraph --><!-- wp:paragraph --><p>Two.</p><!-- /wp:paragraph -->', 'One. Two.' ),
			'no headings'        => array( '<h2>Title</h2><p>Text <strong>bold</strong>.</p>', 'Text bold.' ),
			'no captions'        => array( '<figure class="wp-block-image"><img src="a.jpg" alt="x"/><figcaption>Caption</figcaption></figure><p>Text.</p>', 'Text.' ),
			'no shortcodes'      => array( '[gallery ids="1,2"]Text [b]bold[/b].', 'Text bold .' ),
			'brackets stay'      => array( '<p>See [1] and [2].</p>', 'See [1] and [2].' ),
			'no code and tables' => array( '<pre>code</pre><table><tr><td>cell</td></tr></table><p>Text.</p>', 'Text.' ),
			'no scripts'         => array( '<script>var a = "<p>x</p>";</script><style>p{}</style><p>Text.</p>', 'Text.' ),
			'breaks are spaces'  => array( 'One<br>two<br/>three', 'One two three' ),
			'whole sentences'    => array( "<p>{$long}</p>", 'An orthopaedic bed carries the weight of an old dog without letting its joints touch the floor. It is sized to the dog when it lies stretched out. And more.' ),
			'sentence that fits' => array( '<p>' . str_replace( 'And more.', 'And much more than fits into one line of any search engine.', $long ) . '</p>', 'An orthopaedic bed carries the weight of an old dog without letting its joints touch the floor. It is sized to the dog when it lies stretched out.' ),
			'nothing'            => array( '<!-- wp:latest-posts /-->', '' ),
			'cut tag'            => array( str_repeat( '<b></b>', 2340 ) . '<p>Late text.</p>', 'Late text.' ),
			'after 20 KB of SVG' => array( '<svg>' . str_repeat( '<path d="M0 0"/>', 1400 ) . '</svg><p>Late text.</p>', 'Late text.' ),
			'Japanese'           => array( '<p>' . str_repeat( '犬のベッドは体の大きさで選びます。', 20 ) . '</p>', str_repeat( '犬のベッドは体の大きさで選びます。', 9 ) ),
		);
	}

	/**
	 * @dataProvider contents
	 */
	public function test_a_description_is_made_of_the_first_sentences( string $content, string $expected ): void {
		$this->assertSame( $expected, Text::opening( $content ) );
	}

	public function test_the_largest_content_costs_next_to_nothing(): void {
		$content = str_repeat( '<!-- wp:html --><div data-x="' . str_repeat( 'y', 500 ) . '"></div><!-- /wp:html -->', 20000 ); // 11 MB.
		$before  = hrtime( true );
		$this->assertSame( '', Text::opening( $content ) );
		$this->assertLessThan( 100.0, ( hrtime( true ) - $before ) / 1e6, 'ms; it reads 144 KB of it' );
	}
}
