<?php
/**
 * Where a link may stand and where not, case by case; and that placing twice is placing once.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Linker;

use Igny8\Modules\Content\Renderer;
use Igny8\Modules\Linker\Anchors;
use Igny8\Modules\Linker\Phrase;
use Igny8\Modules\Linker\Placer;
use Igny8\Tests\TestCase;

final class PlacerTest extends TestCase {

	private const TARGET = array( 'page' => 'beds', 'kind' => 'hub', 'title' => 'Dog beds', 'type' => 'page', 'id' => 7, 'url' => 'http://127.0.0.1/beds/', 'exact' => 'dog beds' );
	private const OPEN   = '<a href="http://127.0.0.1/beds/" data-type="page" data-id="7">';
	private const LEAD   = "<!-- wp:paragraph -->\n<p>First sentence.</p>\n<!-- /wp:paragraph -->\n\n";

	/**
	 * @dataProvider phrases
	 */
	public function test_a_phrase( string $html, string $phrase, ?string $expected ): void {
		$this->assertSame( $expected, ( new Phrase( $phrase ) )->link( $html, self::TARGET )['html'] ?? null );
	}

	/**
	 * @return array<string, array{string, string, ?string}>
	 */
	public function phrases(): array {
		$a = self::OPEN;
		return array(
			'whole words'              => array( 'Large dog beds here', 'dog beds', "Large {$a}dog beds</a> here" ),
			'any case'                 => array( 'Dog Beds here', 'dog beds', "{$a}Dog Beds</a> here" ),
			'not inside a word'        => array( 'hotdog bedsteads', 'dog beds', null ),
			'not half a compound'      => array( 'a dog-bed and bed-side', 'bed', null ),
			'the first place only'     => array( 'dog beds, dog beds', 'dog beds', "{$a}dog beds</a>, dog beds" ),
			'not in a link'            => array( '<a href="#">dog beds</a> x', 'dog beds', null ),
			'after a link'             => array( '<a href="#">dog beds</a> and dog beds', 'dog beds', "<a href=\"#\">dog beds</a> and {$a}dog beds</a>" ),
			'not in code'              => array( '<code>dog beds</code>', 'dog beds', null ),
			'not in an attribute'      => array( '<img alt="dog beds"/>', 'dog beds', null ),
			'not in a caption'         => array( '<figcaption>dog beds</figcaption>', 'dog beds', null ),
			'not in a shortcode'       => array( '[gallery title="dog beds"]', 'dog beds', null ),
			'inside bold'              => array( '<strong>dog beds</strong>', 'dog beds', "<strong>{$a}dog beds</a></strong>" ),
			'not across tags'          => array( 'dog <em>beds</em>', 'dog beds', null ),
			'umlauts are letters'      => array( 'Überdog bedsä', 'dog beds', null ),
			'unicode'                  => array( 'Das große Körbchen', 'große körbchen', "Das {$a}große Körbchen</a>" ),
			'curly apostrophe'         => array( 'a dog’s bed', "dog's bed", "a {$a}dog’s bed</a>" ),
			'apostrophe as an entity'  => array( 'a dog&#039;s bed', "dog's bed", "a {$a}dog&#039;s bed</a>" ),
			'ampersand as an entity'   => array( 'wool &amp; felt', 'wool & felt', "{$a}wool &amp; felt</a>" ),
			'no-break space'           => array( 'dog&nbsp;beds', 'dog beds', "{$a}dog&nbsp;beds</a>" ),
			'regular expression signs' => array( 'beds (large) now', 'beds (large)', "{$a}beds (large)</a> now" ),
			'hostile phrase'           => array( 'x', '<script>', null ),
			'too short'                => array( 'a b c', 'b', null ),
		);
	}

	/**
	 * @dataProvider pages
	 */
	public function test_a_page( string $content, ?string $expected ): void {
		$made = $this->place( $content );
		if ( null === $expected ) {
			$this->assertSame( 'listed', $made['changes'][1]['status'] );
			$this->assertStringContainsString( 'igny8-linker-related', $made['content'] );
			return;
		}
		$this->assertSame( array( 'status' => 'placed', 'place' => 'text', 'anchor' => 'dog beds' ), $made['changes'][1] );
		$this->assertSame( $expected, $made['content'] );
	}

	/**
	 * @return array<string, array{string, ?string}> Null: nowhere in the text.
	 */
	public function pages(): array {
		$lead  = self::LEAD;
		$block = static fn( string $name, string $html ) => "<!-- wp:{$name} -->\n{$html}\n<!-- /wp:{$name} -->";
		$link  = self::OPEN . 'dog beds</a>';
		return array(
			'paragraph'                     => array( $lead . $block( 'paragraph', '<p>See dog beds.</p>' ), $lead . $block( 'paragraph', "<p>See {$link}.</p>" ) ),
			'not the first sentence'        => array( $block( 'paragraph', '<p>All about dog beds. More.</p>' ), null ),
			'the second sentence'           => array( $block( 'paragraph', '<p>All about dog beds. See dog beds.</p>' ), $block( 'paragraph', "<p>All about dog beds. See {$link}.</p>" ) ),
			'not a heading'                 => array( $lead . $block( 'heading', '<h2 class="wp-block-heading">About dog beds</h2>' ), null ),
			'not where there is a link'     => array( $lead . $block( 'paragraph', '<p><a href="#">x</a> and dog beds.</p>' ), null ),
			'list item'                     => array( $lead . $block( 'list', '<ul class="wp-block-list">' . $block( 'list-item', '<li>dog beds</li>' ) . '</ul>' ), $lead . $block( 'list', '<ul class="wp-block-list">' . $block( 'list-item', "<li>{$link}</li>" ) . '</ul>' ) ),
			'table cell, not its head'      => array( $lead . $block( 'table', '<figure class="wp-block-table"><table><thead><tr><th>dog beds</th></tr></thead><tbody><tr><td>dog beds</td></tr></tbody></table></figure>' ), $lead . $block( 'table', "<figure class=\"wp-block-table\"><table><thead><tr><th>dog beds</th></tr></thead><tbody><tr><td>{$link}</td></tr></tbody></table></figure>" ) ),
			'details, not their summary'    => array( $lead . $block( 'details', '<details class="wp-block-details"><summary>dog beds</summary>' . $block( 'paragraph', '<p>dog beds</p>' ) . '</details>' ), $lead . $block( 'details', '<details class="wp-block-details"><summary>dog beds</summary>' . $block( 'paragraph', "<p>{$link}</p>" ) . '</details>' ) ),
			'not code'                      => array( $lead . $block( 'code', '<pre class="wp-block-code"><code>dog beds</code></pre>' ), null ),
			'not a quote'                   => array( $lead . $block( 'quote', '<blockquote class="wp-block-quote">' . $block( 'paragraph', '<p>dog beds</p>' ) . '</blockquote>' ), null ),
			'not a button'                  => array( $lead . $block( 'buttons', '<div class="wp-block-buttons">' . $block( 'button', '<div class="wp-block-button"><a class="wp-block-button__link wp-element-button">dog beds</a></div>' ) . '</div>' ), null ),
			'not content without blocks'    => array( '<p>First. dog beds</p>', null ),
		);
	}

	public function test_a_page_that_links_already_is_left_as_it_is(): void {
		foreach ( array( 'http://127.0.0.1/beds/', 'http://127.0.0.1/beds', 'https://127.0.0.1/beds/#sizes' ) as $url ) {
			$content = self::LEAD . "<!-- wp:paragraph -->\n<p>dog beds <a href=\"{$url}\">here</a></p>\n<!-- /wp:paragraph -->";
			$this->assertSame( $content, $this->place( $content )['content'], $url );
		}
	}

	public function test_placing_twice_is_placing_once(): void {
		$content = self::LEAD . "<!-- wp:paragraph -->\n<p>dog beds and dog beds</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>dog beds</p>\n<!-- /wp:paragraph -->";
		foreach ( array( array( 'dog beds' ), array( 'cat trees' ) ) as $anchors ) {
			$first  = $this->place( $content, array( 'anchors' => $anchors ) );
			$second = $this->place( $first['content'], array( 'anchors' => $anchors ) + $first['changes'][1] );
			$this->assertSame( array( $first['content'], array() ), array( $second['content'], $second['changes'] ) );
			$this->assertSame( 1, substr_count( $first['content'], '<a ' ) );
		}
	}

	public function test_a_link_the_owner_removed_does_not_come_back(): void {
		$content = self::LEAD . "<!-- wp:paragraph -->\n<p>dog beds</p>\n<!-- /wp:paragraph -->";
		$placed  = $this->place( $content )['changes'][1];
		$removed = $this->place( $content, $placed );
		$this->assertSame( array( $content, 'removed' ), array( $removed['content'], $removed['changes'][1]['status'] ) );
		$this->assertSame( $content, $this->place( $content, $removed['changes'][1] )['content'] );
	}

	public function test_a_related_list_the_owner_deleted_does_not_come_back(): void {
		$listed = $this->place( self::LEAD, array( 'anchors' => array( 'cat trees' ) ) )['changes'][1];
		$this->assertSame( 'listed', $listed['status'] );
		$gone  = array( 'id' => 2, 'target_page' => 'other', 'anchors' => array( 'x' ) ) + self::link();
		$other = array( 'page' => 'other', 'title' => 'Other', 'id' => 8, 'url' => 'http://127.0.0.1/other/' ) + self::TARGET;
		$made  = $this->placer()->place( self::LEAD, 'hub', array( $listed + array( 'anchors' => array( 'cat trees' ) ) + self::link(), $gone ), array( 'beds' => self::TARGET, 'other' => $other ) );
		$this->assertSame( array( self::LEAD, 'removed', 'unplaceable' ), array( $made['content'], $made['changes'][1]['status'], $made['changes'][2]['status'] ) );
	}

	public function test_links_to_a_page_taken_back_become_text_again(): void {
		foreach ( array( array( 'dog beds' ), array( 'cat trees' ) ) as $anchors ) {
			$content = self::LEAD . "<!-- wp:paragraph -->\n<p>dog beds</p>\n<!-- /wp:paragraph -->";
			$placed  = $this->place( $content, array( 'anchors' => $anchors ) );
			$made    = $this->placer()->place( $placed['content'], 'hub', array( $placed['changes'][1] + array( 'anchors' => $anchors ) + self::link() ), array(), array( 'beds' => array( 'type' => 'page', 'id' => 7 ) ) );
			$this->assertSame( array( trim( $content ), 'planned' ), array( trim( $made['content'] ), $made['changes'][1]['status'] ) );
		}
	}

	public function test_a_page_that_moved_is_linked_at_its_new_address(): void {
		$placed = $this->place( self::LEAD . "<!-- wp:paragraph -->\n<p>dog beds</p>\n<!-- /wp:paragraph -->" );
		$made   = $this->placer()->place( $placed['content'], 'hub', array( $placed['changes'][1] + self::link() ), array( 'beds' => array( 'url' => 'http://127.0.0.1/new/' ) + self::TARGET ) );
		$this->assertSame( str_replace( '/beds/', '/new/', $placed['content'] ), $made['content'] );
	}

	public function test_no_more_links_than_a_page_may_have(): void {
		$links   = array();
		$targets = array();
		$content = self::LEAD;
		for ( $i = 1; $i <= 30; $i++ ) {
			$links[]               = array( 'id' => $i, 'target_page' => "p{$i}", 'anchors' => array( "subject number {$i}x" ) ) + self::link();
			$targets[ "p{$i}" ]    = array( 'page' => "p{$i}", 'title' => "Page {$i}", 'id' => 100 + $i, 'url' => "http://127.0.0.1/p{$i}/" ) + self::TARGET;
			$content              .= "<!-- wp:paragraph -->\n<p>On subject number {$i}x.</p>\n<!-- /wp:paragraph -->\n\n";
		}
		foreach ( array( 'hub' => 15, 'term' => 10, 'commercial' => 3, 'article' => 3 ) as $kind => $most ) {
			$by_status = array_count_values( array_column( $this->placer()->place( $content, $kind, $links, $targets )['changes'], 'status' ) );
			$this->assertSame( array( $most, 12, 30 - $most - 12 ), array( $by_status['placed'], $by_status['listed'], $by_status['unplaceable'] ), $kind );
		}
	}

	public function test_an_anchor_leads_to_one_page_only(): void {
		$anchors = new Anchors( array( array( 'target_page' => 'beds', 'anchor' => 'Dog beds' ) ) );
		$this->assertFalse( $anchors->may_use( 'dog beds', 'other', '' ) );
		$this->assertTrue( $anchors->may_use( 'dog beds', 'beds', '' ) );
	}

	public function test_at_most_a_third_of_the_anchors_are_the_keyword_itself(): void {
		$anchors = new Anchors( array() );
		$this->assertTrue( $anchors->may_use( 'dog beds', 'beds', 'dog beds' ) );
		$anchors->use( 'dog beds', 'beds' );
		$this->assertFalse( $anchors->may_use( 'dog beds', 'beds', 'dog beds' ) );
		array_map( static fn( string $anchor ) => $anchors->use( $anchor, 'beds' ), array( 'a bed', 'the bed', 'soft beds', 'big beds', 'old beds' ) );
		$this->assertTrue( $anchors->may_use( 'dog beds', 'beds', 'dog beds' ) );
	}

	public function test_words_written_as_a_link_become_one_even_beside_another(): void {
		$content = self::LEAD . "<!-- wp:paragraph -->\n<p><a href=\"#\">x</a> or dog beds.</p>\n<!-- /wp:paragraph -->";
		$this->assertStringContainsString( self::OPEN, $this->place( $content, array( 'found' => array( 'dog beds' ) ) )['content'] );
	}

	public function test_a_card_counts_as_the_link(): void {
		$content = ( new Renderer() )->render( array( 'sections' => array( array( 'heading' => 'Onwards', 'blocks' => array( array( 'type' => 'cards', 'items' => array( array( 'page' => 'beds', 'title' => 'Beds' ), array( 'page' => 'later', 'title' => 'Later' ) ) ) ) ) ) ) );
		$made    = $this->place( $content . "\n\n<!-- wp:paragraph -->\n<p>x. dog beds</p>\n<!-- /wp:paragraph -->" );
		$this->assertSame( array( 'placed', 'ways' ), array( $made['changes'][1]['status'], $made['changes'][1]['place'] ) );
		$this->assertSame( 1, substr_count( $made['content'], '<a ' ) );
		$this->assertStringNotContainsString( '<strong>Later</strong>', $made['content'] );
	}

	public function test_words_written_as_a_link_become_one_although_a_card_leads_there_once(): void {
		$cards   = ( new Renderer() )->render( array( 'sections' => array( array( 'heading' => 'Onwards', 'blocks' => array( array( 'type' => 'cards', 'items' => array( array( 'page' => 'beds', 'title' => 'Beds' ) ) ) ) ) ) ) );
		$content = self::LEAD . "<!-- wp:paragraph -->\n<p>Begin with dog beds.</p>\n<!-- /wp:paragraph -->\n\n" . $cards;
		$made    = $this->place( $content, array( 'found' => array( 'dog beds' ) ) );
		$this->assertSame( 'text', $made['changes'][1]['place'] );
		$this->assertSame( 2, substr_count( $made['content'], '<a ' ) );
		$by_hand = str_replace( self::OPEN . 'dog beds</a>', 'dog beds', $made['content'] );
		$again   = $this->place( $by_hand, array( 'found' => array( 'dog beds' ) ) + $made['changes'][1] );
		$this->assertSame( array( $by_hand, 'ways' ), array( $again['content'], $again['changes'][1]['place'] ) );
		$this->assertSame( $by_hand, $this->place( $by_hand, array( 'found' => array( 'dog beds' ) ) + $again['changes'][1] )['content'] );
	}

	/**
	 * @param array<string, mixed> $link
	 * @return array{content: string, changes: array<int, array{status: string, place: string, anchor: string}>}
	 */
	private function place( string $content, array $link = array() ): array {
		return $this->placer()->place( $content, 'hub', array( $link + self::link() ), array( 'beds' => self::TARGET ) );
	}

	private function placer(): Placer {
		return new Placer( new Anchors( array() ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function link(): array {
		return array( 'id' => 1, 'source_page' => 'home', 'target_page' => 'beds', 'type' => 'sibling', 'anchors' => array( 'dog beds' ), 'found' => array(), 'position' => 0, 'status' => 'planned', 'place' => '', 'anchor' => '' );
	}
}
