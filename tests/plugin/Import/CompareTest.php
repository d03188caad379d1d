<?php
/**
 * Heads are compared in words; passes for a comparison are signed and expire; robots and variables are translated.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Import;

use Igny8\Modules\Import\Compare;
use Igny8\Modules\Import\Module;
use Igny8\Modules\Import\PageHead;
use Igny8\Modules\Import\Token;
use Igny8\Modules\Import\Variables;
use Igny8\Tests\TestCase;

final class CompareTest extends TestCase {

	/**
	 * Name, before, after, verdict.
	 */
	private const CASES = array(
		array( 'title', 'Rope &amp; knots - Harbour', 'Rope & knots – Harbour', 'equivalent' ),
		array( 'title', 'Rope | ', 'Rope', 'equivalent' ),
		array( 'title', 'Rope', 'Knots', 'differs' ),
		array( 'title', 'Rope', 'Rope', 'same' ),
		array( 'description', 'A text that is so long that it fills more than a whole line of results, and goes on', 'A text that is so long that it fills more than a whole line of results…', 'equivalent' ),
		array( 'description', '', 'New', 'equivalent' ),
		array( 'description', 'Old', '', 'differs' ),
		array( 'robots', 'index, follow, max-snippet:-1', 'max-image-preview:large', 'equivalent' ),
		array( 'robots', 'noindex, follow, max-snippet:-1', 'noindex', 'equivalent' ),
		array( 'robots', 'noindex, nofollow', 'noindex', 'differs' ),
		array( 'canonical', 'http://a.example/b', 'https://a.example/b/', 'equivalent' ),
		array( 'canonical', 'https://a.example/b/', 'https://a.example/c/', 'differs' ),
		array( 'og:image', 'https://a.example/rope-1024x512.png', 'https://a.example/rope.png', 'equivalent' ),
		array( 'og:image', 'https://a.example/rope.png', 'https://a.example/knot.png', 'differs' ),
		array( 'schema', 'Article, Organization, SearchAction, WebPage, WebSite', 'BlogPosting, Organization, WebPage, WebSite', 'equivalent' ),
		array( 'schema', 'Product, WebPage', 'WebPage', 'differs' ),
		array( 'hreflang:de', 'https://a.example/de/', '', 'differs' ),
	);

	public function test_differences_are_judged(): void {
		foreach ( self::CASES as list( $name, $before, $after, $verdict ) ) {
			$rows = Compare::heads( array( $name => $before ), array( $name => $after ) );
			$this->assertSame( array( $name, $verdict ), array( $rows[0]['what'], $rows[0]['verdict'] ), "{$before} → {$after}" );
		}
	}

	public function test_a_head_is_read_from_any_page(): void {
		$html = '<html><head><title>One &amp; two</title><meta property="og:title" content="Three"><meta name="ROBOTS" content="noindex">'
			. '<link rel="canonical" href="https://a.example/?' . Module::COMPARE . '=ours-1-ab"><link rel="alternate" hreflang="de" href="https://a.example/de/">'
			. '<script type="application/ld+json">{"@graph":[{"@type":["Organization","Store"],"logo":{"@type":"ImageObject"}},{"@type":"WebPage"}]}</script>'
			. '<script type="application/ld+json">{broken</script></head><body><svg><title>A drawing</title></svg></body></html>';
		$this->assertEquals( array( 'title' => 'One & two', 'og:title' => 'Three', 'robots' => 'noindex', 'canonical' => 'https://a.example/', 'hreflang:de' => 'https://a.example/de/', 'schema' => 'Organization, Store, WebPage' ), PageHead::read( $html ) );
	}

	public function test_passes_are_signed_and_expire(): void {
		$token = Token::make( Token::OURS );
		$this->assertSame( Token::OURS, Token::mode( $token ) );
		list( , $expiry, $sign ) = explode( '-', $token );
		foreach ( array( "theirs-{$expiry}-{$sign}", 'ours-' . ( (int) $expiry + 1 ) . "-{$sign}", 'ours-1-' . hash_hmac( 'sha256', 'x', 'y' ), '', array( 'x' ), null ) as $bad ) {
			$this->assertSame( '', Token::mode( $bad ) );
		}
	}

	public function test_variables_are_translated_and_losses_told(): void {
		$variables = new Variables( '/%([a-z_]+)(?:\(([^)%]*)\))?%/', array( 'title' => '{title}', 'field()' => '{field:*}', 'cf_*' => '{field:*}', 'gone' => '' ) );
		$cases     = array(
			'%title% 100% {title} &amp; more'   => array( '{title} 100% {{title}} & more', array() ),
			'%field(price)% %cf_size% %cf__edit_lock%' => array( '{field:price} {field:size}', array( '%cf__edit_lock%' ) ),
			'%gone%  %who%'                     => array( '', array( '%gone%', '%who%' ) ),
			'🪢 no variable'                     => array( '🪢 no variable', array() ),
		);
		foreach ( $cases as $text => $expected ) {
			$this->assertSame( $expected, $variables->translate( (string) $text ) );
		}
	}

	public function test_only_who_manages_seo_may_import(): void {
		foreach ( array( 'subscriber' => 403, 'editor' => 403, 'administrator' => 200 ) as $role => $status ) {
			$this->log_in( $role );
			$this->assertSame( $status, $this->rest( 'GET', 'import/detect' )->get_status(), $role );
		}
		$this->assert_error( 'import_nothing', $this->call( 'import.run', array( 'source' => 'tsf' ) ) );
		$this->assert_error( 'import_first', $this->call( 'import.finish', array( 'source' => 'tsf' ) ) );
		$this->assert_error( 'input_invalid', $this->call( 'import.run', array( 'source' => 'nobody' ) ) );
	}
}
