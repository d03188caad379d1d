<?php
/**
 * Which rule an address and a visitor meet, and where it leads: one table of cases.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Redirects;

use Igny8\Modules\Redirects\Matcher;
use Igny8\Modules\Redirects\Module;
use Igny8\Modules\Redirects\Path;
use Igny8\Modules\Redirects\Rules;
use Igny8\Modules\Redirects\Target;
use Igny8\Modules\Redirects\Visit;

final class MatchingTest extends \Igny8\Tests\TestCase {

	/**
	 * @param array<string, mixed> $rule
	 * @param array<string, mixed> $visitor Named arguments of Visit.
	 * @param string|null          $leads   Null: the rule does not fire; relative ones are of this site.
	 * @dataProvider cases
	 */
	public function test_a_rule_fires_on_what_it_means( array $rule, string $address, ?string $leads, array $visitor = array() ): void {
		$saved = ( new Rules() )->save( $rule + array( 'target' => '/new' ) );
		$this->assertIsArray( $saved, is_wp_error( $saved ) ? $saved->get_error_message() : '' );
		$visit = new Visit( Path::of( $address, true ), ...$visitor );
		$found = ( new Matcher( ( new Rules() )->table, Module::DEFAULTS['ignored_parameters'] ) )->find( $visit );
		$this->assertSame( null === $leads ? null : ( str_starts_with( $leads, '/' ) ? home_url( $leads ) : $leads ), null === $found ? null : Target::of( $found['rule'], $found, $visit->address ) );
	}

	/**
	 * @return array<string, array{array<string, mixed>, string, string|null, 3?: array<string, mixed>}>
	 */
	public static function cases(): array {
		$regex  = static fn( string $source, string $target, array $more = array() ) => array( 'match' => 'regex', 'source' => $source, 'target' => $target ) + $more;
		$prefix = static fn( string $source, string $target, array $more = array() ) => array( 'match' => 'prefix', 'source' => $source, 'target' => $target ) + $more;
		$if     = static fn( array $conditions ) => array( 'source' => '/if', 'conditions' => $conditions );
		return array(
			'exact'                            => array( array( 'source' => '/old' ), '/old', '/new' ),
			'exact, another slash'             => array( array( 'source' => '/old' ), '/old/', '/new' ),
			'exact, slash matters'             => array( array( 'source' => '/old', 'ignore_slash' => false ), '/old/', null ),
			'exact, other case'                => array( array( 'source' => '/Old' ), '/oLD', '/new' ),
			'exact, case matters'              => array( array( 'source' => '/Old', 'ignore_case' => false ), '/old', null ),
			'exact, not below'                 => array( array( 'source' => '/old' ), '/old/child', null ),
			'encoded source, plain visit'      => array( array( 'source' => '/caf%C3%A9' ), '/café', '/new' ),
			'plain source, encoded visit'      => array( array( 'source' => '/café' ), '/caf%c3%a9/', '/new' ),
			'decomposed visit'                 => array( array( 'source' => '/café' ), "/cafe\u{301}", '/new' ),
			'capital umlaut'                   => array( array( 'source' => '/ÜBER-uns' ), '/über-uns', '/new' ),
			'emoji and right to left'          => array( array( 'source' => '/😀/שלום' ), '/%F0%9F%98%80/%D7%A9%D7%9C%D7%95%D7%9D', '/new' ),
			'percent sign'                     => array( array( 'source' => '/100%25-off' ), '/100%25-off', '/new' ),
			'broken encoding'                  => array( array( 'source' => '/caf%E9' ), '/caf%E9', '/new' ),
			'repeated slashes'                 => array( array( 'source' => '/a//b' ), '//a///b', '/new' ),
			'own whole address'                => array( array( 'source' => home_url( '/old' ) ), '/old', '/new' ),
			'query passed on'                  => array( array( 'source' => '/old', 'query' => 'pass' ), '/old?a=1&b=2', '/new?a=1&b=2' ),
			'query passed on to a query'       => array( array( 'source' => '/old', 'target' => '/new?x=1#top' ), '/old?a=1', '/new?x=1&a=1#top' ),
			'query dropped'                    => array( array( 'source' => '/old', 'query' => 'ignore' ), '/old?a=1', '/new' ),
			'query exact, none wanted'         => array( array( 'source' => '/old', 'query' => 'exact' ), '/old?a=1', null ),
			'query exact in another order'     => array( array( 'source' => '/old?b=2&a=1' ), '/old?a=1&b=2', '/new' ),
			'query exact with more'            => array( array( 'source' => '/old?a=1' ), '/old?a=1&c=3', null ),
			'query exact, tracking passed on'  => array( array( 'source' => '/old?a=1' ), '/old?utm_source=x&a=1', '/new?utm_source=x' ),
			'no query wanted, tracking given'  => array( array( 'source' => '/old', 'query' => 'exact' ), '/old?gclid=9', '/new?gclid=9' ),
			'id in a query'                    => array( array( 'source' => '/index.php?page=5' ), '/index.php?page=5', '/new' ),
			'prefix itself'                    => array( $prefix( '/blog', '/news' ), '/blog', '/news' ),
			'prefix with the rest'             => array( $prefix( '/blog', '/news' ), '/blog/2020/a-b/', '/news/2020/a-b/' ),
			'prefix written with a star'       => array( $prefix( '/blog/*', '/news/' ), '/blog/x', '/news/x' ),
			'prefix ends at a segment'         => array( $prefix( '/blog', '/news' ), '/blogger', null ),
			'prefix, rest put elsewhere'       => array( $prefix( '/blog', 'https://news.example/$1?from=blog' ), '/blog/x y', 'https://news.example/x%20y?from=blog' ),
			'prefix, other case'               => array( $prefix( '/Blog', '/news' ), '/bLOG/X', '/news/X' ),
			'prefix of everything'             => array( $prefix( '/', 'https://x.example/' ), '/whatever', 'https://x.example/whatever' ),
			'pattern'                          => array( $regex( '^/(\d{4})/([^/]+)/?$', '/$2-$1' ), '/2020/hello/', '/hello-2020' ),
			'pattern, slashes escaped'         => array( $regex( '^\/shop\/(\d+)', '/product/$1' ), '/shop/77', '/product/77' ),
			'pattern anywhere'                 => array( $regex( 'sale', '/deals' ), '/2019/SALE/x', '/deals' ),
			'pattern, case matters'            => array( $regex( 'sale', '/deals', array( 'ignore_case' => false ) ), '/2019/SALE', null ),
			'pattern with alternatives'        => array( $regex( '^/a/x|^/b/(y)', '/c/$1' ), '/b/y', '/c/y' ),
			'pattern of a folder that may end' => array( $regex( '^/a/b?c/', '/new' ), '/a/c/', '/new' ),
			'pattern on the query'             => array( $regex( '^/view\?id=(\d+)', '/item/$1' ), '/view?id=12', '/item/12' ),
			'pattern with a tilde'             => array( $regex( '^/~(\w+)', '/user/$1' ), '/~anna', '/user/anna' ),
			'pattern, group not met'           => array( $regex( '^/a(/b)?$', '/c$1' ), '/a', '/c' ),
			'no foreign host by a group'       => array( $regex( '^/go(.*)$', '/$1' ), '/go//evil.example/x', '/evil.example/x' ),
			'no step up by a group'            => array( $regex( '^/get/(.*)$', '/files/$1' ), '/get/..%2f..%2fwp-admin', '/files/wp-admin' ),
			'no line break by a group'         => array( $regex( '^/h/(.*)$', '/t/$1' ), '/h/a%0d%0aSet-Cookie:x', '/t/aSet-Cookie%3Ax' ),
			'host is literal'                  => array( $regex( '^/x/(.*)$', 'https://shop.example/$1' ), '/x/a@evil.example', 'https://shop.example/a%40evil.example' ),
			'international host'               => array( array( 'source' => '/old', 'target' => 'https://bücher.example/ü' ), '/old', 'https://xn--bcher-kva.example/%C3%BC' ),
			'login is never redirected'        => array( $prefix( '/', 'https://x.example/' ), '/wp-login.php', null ),
			'administration neither'           => array( $regex( '.*', 'https://x.example/' ), '/wp-admin/admin-ajax.php', null ),
			'nor the REST API'                 => array( $prefix( '/', 'https://x.example/' ), '/wp-json/wp/v2/posts', null ),
			'logged in, wanted'                => array( $if( array( 'logged_in' => true ) ), '/if', '/new', array( 'is_logged_in' => true ) ),
			'logged in, not'                   => array( $if( array( 'logged_in' => true ) ), '/if', null ),
			'logged out, wanted'               => array( $if( array( 'logged_in' => false ) ), '/if', '/new' ),
			'role'                             => array( $if( array( 'roles' => array( 'editor', 'author' ) ) ), '/if', '/new', array( 'roles' => array( 'author' ) ) ),
			'role, another'                    => array( $if( array( 'roles' => array( 'editor' ) ) ), '/if', null, array( 'roles' => array( 'subscriber' ) ) ),
			'browser by words'                 => array( $if( array( 'user_agent' => 'iphone' ) ), '/if', '/new', array( 'user_agent' => 'Mozilla (iPhone; …)' ) ),
			'browser by pattern, turned round' => array( $if( array( 'user_agent' => '!~i(Pad|Phone)' ) ), '/if', null, array( 'user_agent' => 'Mozilla (iPad)' ) ),
			'referrer'                         => array( $if( array( 'referrer' => 'news.example' ) ), '/if', '/new', array( 'referrer' => 'https://news.example/a?b' ) ),
			'language'                         => array( $if( array( 'language' => 'de' ) ), '/if', '/new', array( 'language' => 'de-AT,en;q=0.5' ) ),
			'language, only second choice'     => array( $if( array( 'language' => 'de' ) ), '/if', null, array( 'language' => 'en,de;q=0.5' ) ),
			'cookie'                           => array( $if( array( 'cookie' => 'beta=1' ) ), '/if', '/new', array( 'cookies' => array( 'beta' => '1' ) ) ),
			'cookie absent, wanted so'         => array( $if( array( 'cookie' => '!consent' ) ), '/if', '/new' ),
			'all conditions must hold'         => array( $if( array( 'logged_in' => true, 'cookie' => 'beta' ) ), '/if', null, array( 'cookies' => array( 'beta' => 'x' ) ) ),
		);
	}
}
