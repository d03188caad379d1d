<?php
/**
 * robots.txt: matching by RFC 9309, what is wrong with a text, saving and taking back.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Sitemap;

use Igny8\Modules\Sitemap\Robots;
use Igny8\Modules\Sitemap\RobotsCheck;
use Igny8\Modules\Sitemap\RobotsRules;

require_once __DIR__ . '/SitemapTestCase.php';

final class RobotsTest extends SitemapTestCase {

	/**
	 * @return array<string, array{string, string, string, bool}> robots.txt, crawler, path, whether it may.
	 */
	public function cases(): array {
		$groups = "User-agent: *\nDisallow: /gif/\nDisallow: /example/\nAllow: /publications/\n\nUser-agent: FooBot\nDisallow: /\nAllow: /example/page.html\nAllow: /example/allowed.gif\n\nUser-agent: BarBot\nUser-agent: BazBot\nDisallow: /example/page.html\n\nUser-agent: QuxBot\n";
		$simple = static fn( string $rules ) => "User-agent: *\n{$rules}";
		return array(
			// RFC 9309, 5.1.
			'RFC: all'                     => array( $groups, 'OtherBot', '/example/x', false ),
			'RFC: FooBot named'            => array( $groups, 'FooBot', '/example/page.html', true ),
			'RFC: FooBot else'             => array( $groups, 'foobot', '/other', false ),
			'RFC: two names'               => array( $groups, 'BazBot', '/example/page.html', false ),
			'RFC: own group only'          => array( $groups, 'BazBot', '/gif/', true ),
			'RFC: empty group'             => array( $groups, 'QuxBot', '/example/', true ),
			// RFC 9309, 5.2: the longest match.
			'longest wins'                 => array( $simple( "Allow: /example/page/\nDisallow: /example/page/disallowed.gif" ), 'a', '/example/page/disallowed.gif', false ),
			'longest wins, allow'          => array( $simple( "Allow: /example/page/\nDisallow: /example/page/disallowed.gif" ), 'a', '/example/page/', true ),
			'equal: allow wins'            => array( $simple( "Disallow: /folder\nAllow: /folder" ), 'a', '/folder/page', true ),
			'order does not matter'        => array( $simple( "Allow: /p\nDisallow: /" ), 'a', '/page', true ),
			// 2.2.3: special characters.
			'$ ends'                       => array( $simple( "Allow: /this/path/exactly$\nDisallow: /this" ), 'a', '/this/path/exactly', true ),
			'$ does not go on'             => array( $simple( "Allow: /this/path/exactly$\nDisallow: /this" ), 'a', '/this/path/exactly/not', false ),
			'star in the middle'           => array( $simple( 'Disallow: /*/exactly' ), 'a', '/this/path/exactly', false ),
			'star and end'                 => array( $simple( 'Disallow: /*.php$' ), 'a', '/folder/any.php', false ),
			'star and end, query'          => array( $simple( 'Disallow: /*.php$' ), 'a', '/filename.php?parameters', true ),
			'star and end, twice'          => array( $simple( 'Disallow: /*.php$' ), 'a', '/a.php/b.php', false ),
			'query'                        => array( $simple( 'Disallow: /*?s=' ), 'a', '/?s=shoes', false ),
			'case counts in paths'         => array( $simple( 'Disallow: /Fish' ), 'a', '/fish', true ),
			'many stars are quick'         => array( $simple( 'Disallow: /' . str_repeat( '*a', 500 ) . '$' ), 'a', '/' . str_repeat( 'a', 2000 ) . 'b', true ),
			// 2.2.2: percent-encoding.
			'encoded and plain are one'    => array( $simple( 'Disallow: /foo/bar/ツ' ), 'a', '/foo/bar/%E3%83%84', false ),
			'plain and encoded are one'    => array( $simple( 'Disallow: /foo/bar/%E3%83%84' ), 'a', '/foo/bar/ツ', false ),
			'unreserved decoded'           => array( $simple( 'Disallow: /foo/bar/%62%61%7A' ), 'a', '/foo/bar/baz', false ),
			'reserved not decoded'         => array( $simple( 'Disallow: /a%2fb' ), 'a', '/a/b', true ),
			// 2.2.1: groups.
			'groups of one name add up'    => array( "User-agent: a\nDisallow: /x\n\nUser-agent: b\nDisallow: /\n\nUser-agent: A\nDisallow: /y", 'a', '/y', false ),
			'version is ignored'           => array( "User-agent: Googlebot/2.1\nDisallow: /", 'Googlebot', '/', false ),
			'whole header'                 => array( "User-agent: Googlebot\nDisallow: /", 'Googlebot/2.1 (+http://www.google.com/bot.html)', '/', false ),
			'no part of a name'            => array( "User-agent: Googlebot-News\nDisallow: /", 'Googlebot', '/', true ),
			'longer name is another'       => array( "User-agent: Googlebot\nDisallow: /", 'Googlebot-News', '/', true ),
			// Form.
			'comments, spaces, case'       => array( " \xEF\xBB\xBF# x\r\nUSER-AGENT :  *  # all\r\n  disallow:/secret # no\r\n", 'a', '/secret', false ),
			'byte order mark'              => array( "\xEF\xBB\xBFUser-agent: *\nDisallow: /", 'a', '/', false ),
			'empty disallow'               => array( $simple( 'Disallow:' ), 'a', '/', true ),
			'other lines do not end names' => array( "User-agent: a\nSitemap: https://example.org/s.xml\nUser-agent: b\nDisallow: /", 'a', '/', false ),
			'rule of nobody'               => array( "Disallow: /\nUser-agent: b\nDisallow: /b", 'a', '/', true ),
			'robots.txt itself'            => array( $simple( 'Disallow: /' ), 'a', '/robots.txt', true ),
			'nothing'                      => array( '', 'a', '/', true ),
			'old Mac lines'                => array( "User-agent: *\rDisallow: /x", 'a', '/x', false ),
		);
	}

	/**
	 * @dataProvider cases
	 */
	public function test_matches_as_the_standard_says( string $text, string $agent, string $path, bool $is_allowed ): void {
		$this->assertSame( $is_allowed, ( new RobotsRules( $text ) )->ask( $agent, $path )['allowed'] );
	}

	/**
	 * @return array<string, array{string, list<array{int, string}>}> robots.txt → line and level of what is found.
	 */
	public function faults(): array {
		return array(
			'fine'              => array( "# ours\nUser-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n\nSitemap: https://example.org/sitemap.xml", array() ),
			'a typing error'    => array( "User-agent: *\nDissalow: /x", array( array( 2, 'error' ) ) ),
			'no colon'          => array( "User-agent: *\nDisallow /x", array( array( 2, 'error' ) ) ),
			'nobody'            => array( 'Disallow: /x', array( array( 1, 'error' ) ) ),
			'no slash'          => array( "User-agent: *\nDisallow: x", array( array( 2, 'error' ) ) ),
			'relative sitemap'  => array( 'Sitemap: /sitemap.xml', array( array( 1, 'error' ) ) ),
			'noindex'           => array( "User-agent: *\nNoindex: /x", array( array( 2, 'error' ) ) ),
			'crawl delay'       => array( "User-agent: *\nCrawl-delay: 5", array( array( 2, 'warning' ) ) ),
			'everything'        => array( "User-agent: *\nDisallow: /", array( array( 2, 'warning' ) ) ),
			'all but one'       => array( "User-agent: *\nDisallow: /\n\nUser-agent: Googlebot\nDisallow:", array( array( 2, 'warning' ) ) ),
			'Google only'       => array( "User-agent: Googlebot\nDisallow: /", array( array( 2, 'warning' ) ) ),
			'scripts'           => array( "User-agent: *\nDisallow: /wp-includes/", array( array( 2, 'warning' ) ) ),
			'the sitemap'       => array( "User-agent: *\nDisallow: /*.xml$", array( array( 2, 'warning' ) ) ),
			'markup'            => array( "<script>alert(1)</script>", array( array( 0, 'warning' ), array( 1, 'error' ) ) ),
		);
	}

	/**
	 * @dataProvider faults
	 */
	public function test_finds_what_is_wrong( string $text, array $expected ): void {
		$this->assertSame( $expected, array_map( static fn( array $issue ) => array( $issue['line'], $issue['level'] ), RobotsCheck::issues( $text ) ) );
	}

	public function test_the_owner_writes_tests_and_takes_back(): void {
		$made = $this->call( 'sitemap.robots' );
		$this->assertFalse( $made['is_own'] );
		$this->assertStringContainsString( 'Sitemap: ' . home_url( '/wp-sitemap.xml' ), $made['text'] );

		$text = "User-agent: GPTBot\r\nDisallow: /\r\n\r\nUser-agent: *\r\nDisallow: /cart/";
		$this->assertSame( array(), $this->call( 'sitemap.save_robots', array( 'text' => $text, 'dry_run' => true ) )['issues'] );
		$this->assertFalse( $this->call( 'sitemap.robots' )['is_own'] );

		$saved = $this->call( 'sitemap.save_robots', array( 'text' => $text ) );
		$this->assertSame( "User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /cart/\n\nSitemap: " . home_url( '/wp-sitemap.xml' ) . "\n", $saved['text'] );
		$this->assertSame( $saved['text'], apply_filters( 'robots_txt', "User-agent: *\nDisallow: /wp-admin/\n", true ) );
		$this->assertFalse( $this->call( 'sitemap.test_robots', array( 'url' => home_url( '/any/?x=1' ), 'agent' => 'GPTBot/1.2' ) )['allowed'] );
		$this->assertSame( array( 'allowed' => false, 'line' => 5, 'rule' => 'Disallow: /cart/', 'agent' => '*' ), $this->call( 'sitemap.test_robots', array( 'url' => '/cart/1' ) ) );
		$this->assertTrue( $this->call( 'sitemap.test_robots', array( 'url' => '/cart/1', 'text' => '' ) )['allowed'] );
		$this->assert_error( 'robots_foreign', $this->call( 'sitemap.test_robots', array( 'url' => 'https://elsewhere.example/' ) ) );

		$this->call( 'sitemap.save_robots', array( 'text' => 'User-agent: *' ) );
		$this->assertStringContainsString( 'GPTBot', $this->call( 'sitemap.undo_robots' )['text'] );
		$this->assertFalse( $this->call( 'sitemap.undo_robots' )['is_own'] );
		$this->assert_error( 'robots_no_history', $this->call( 'sitemap.undo_robots' ) );

		$this->assert_error( 'robots_large', $this->call( 'sitemap.save_robots', array( 'text' => str_repeat( "# long\n", 10000 ) ) ) );
		$this->assert_error( 'robots_text', Robots::save( "User-agent: \xFF" ) );
		for ( $number = 0; $number < 30; $number++ ) {
			Robots::save( "# {$number}" );
		}
		$this->assertCount( 20, Robots::history() );
	}
}
