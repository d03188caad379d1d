<?php
/**
 * Saving rules: what is refused, what is told, chains made one step, everything undone.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Redirects;

use Igny8\Modules\Redirects\Pattern;
use Igny8\Modules\Redirects\Rules;
use Igny8\Modules\Redirects\RulesTable;
use Igny8\Plugin;

final class RulesTest extends \Igny8\Tests\TestCase {

	/**
	 * @param array<string, mixed> $rule
	 * @dataProvider refused_rules
	 */
	public function test_refuses_with_a_reason( array $rule, string $field, string $words ): void {
		$error = $this->assert_error( 'rule_invalid', ( new Rules() )->save( $rule + array( 'source' => '/old', 'target' => '/new' ) ) );
		$this->assertStringContainsString( $words, $error->get_error_data()['fields'][ $field ] );
		$this->assertSame( 0, ( new RulesTable() )->count() );
	}

	/**
	 * @return array<string, array{array<string, mixed>, string, string}>
	 */
	public static function refused_rules(): array {
		$regex = static fn( string $source ) => array( 'match' => 'regex', 'source' => $source );
		return array(
			'another site'            => array( array( 'source' => 'https://elsewhere.example/old' ), 'source', 'another site' ),
			'nothing'                 => array( array( 'source' => ' ' ), 'source', '/old-page' ),
			'login'                   => array( array( 'source' => '/wp-login.php' ), 'source', 'WordPress itself' ),
			'administration, encoded' => array( array( 'source' => '/wp%2Dadmin/x' ), 'source', 'WordPress itself' ),
			'REST'                    => array( array( 'source' => '/wp-json/wp/v2' ), 'source', 'WordPress itself' ),
			'the whole site, always'  => array( array( 'source' => '/', 'match' => 'prefix', 'always' => true ), 'always', 'every page' ),
			'every page by pattern'   => array( $regex( '.*' ) + array( 'always' => true ), 'always', 'home page' ),
			'no target'               => array( array( 'target' => '' ), 'target', 'where to' ),
			'a script as target'      => array( array( 'target' => 'javascript:alert(1)' ), 'target', 'http' ),
			'host from the visitor'   => array( $regex( '^/(.*)$' ) + array( 'target' => 'https://$1/' ), 'target', 'written out' ),
			'host run on'             => array( $regex( '^/(.*)$' ) + array( 'target' => 'https://shop.example$1' ), 'target', 'written out' ),
			'user in the host'        => array( array( 'target' => 'https://a@evil.example/' ), 'target', 'written out' ),
			'group that is not there' => array( $regex( '^/a/(b)$' ) + array( 'target' => '/$2' ), 'target', '$2' ),
			'group in an exact rule'  => array( array( 'target' => '/$1' ), 'target', '$1' ),
			'not a pattern'           => array( $regex( '^/(a' ), 'source', 'not a valid' ),
			'verbs'                   => array( $regex( '(*UTF8)a' ), 'source', '(*' ),
			'explosive'               => array( $regex( '^/(a+)+$' ), 'source', 'very long' ),
			'explosive with slashes'  => array( $regex( '^/blog/([^/]+/?)*\.html$' ), 'source', 'very long' ),
			'explosive alternatives'  => array( $regex( '^/(?:\w|\w\w|-)+!$' ), 'source', 'very long' ),
			'a post that is not'      => array( array( 'target_type' => 'post', 'target_id' => 999999 ), 'target_id', '999999' ),
			'an explosive condition'  => array( array( 'conditions' => array( 'user_agent' => '~(x+x+)+y' ) ), 'conditions', 'very long' ),
		);
	}

	public function test_a_pattern_that_got_past_cannot_hang(): void {
		$began = microtime( true );
		$this->assertNull( Pattern::match( '^/(\w+\s?)+$', true, '/' . str_repeat( 'a', 1900 ) . '!' ) );
		$this->assertNotSame( PREG_NO_ERROR, preg_last_error() );
		$this->assertLessThan( 0.25, microtime( true ) - $began );
	}

	/**
	 * @dataProvider heads
	 */
	public function test_patterns_are_found_under_their_literal_beginning( string $pattern, string $head ): void {
		$this->assertSame( $head, Pattern::head( $pattern ) );
	}

	/**
	 * @return list<array{string, string}>
	 */
	public static function heads(): array {
		return array( array( '^/shop/item-(\d+)$', '/shop' ), array( '^/a/b/?$', '/a/b' ), array( '^/a/b$', '/a/b' ), array( '^/a/b?c', '/a' ), array( '^/a/?b', '' ), array( '^/a|/b/c', '' ), array( '^/a/(b|c)', '/a' ), array( '/a/b', '' ), array( '^/a\.b/c', '/a.b' ), array( '^/a/{2}b', '' ), array( '^(/a)/b', '' ), array( '^/[|]/b', '' ) );
	}

	public function test_the_same_rule_twice_names_the_first(): void {
		$first = $this->add( '/Old/', '/new' );
		$error = $this->assert_error( 'rule_exists', ( new Rules() )->save( array( 'source' => '/old', 'target' => '/other' ) ) );
		$this->assertSame( $first['rule']['id'], $error->get_error_data()['rule'] );
		$this->assertIsArray( ( new Rules() )->save( array( 'source' => '/old', 'target' => '/other', 'conditions' => array( 'logged_in' => true ) ) ) );
	}

	public function test_chains_become_one_step_whichever_link_comes_first(): void {
		$this->add( '/a', '/b' );
		$second = $this->add( '/b', '/c' );
		$this->assertSame( '/c', $this->rule( '/a' )['target'] );
		$this->assertStringContainsString( 'at once', $second['notes'][0] );
		$third = $this->add( '/z', '/a' );
		$this->assertSame( '/c', $third['rule']['target'] );
		$this->call( 'redirects.undo', array( 'batch' => $second['batch'] ) );
		$this->assertSame( '/b', $this->rule( '/a' )['target'] );
		$this->assertNull( $this->rule( '/b' ) );
	}

	/**
	 * @param list<array<string, mixed>> $rules The last one closes the circle.
	 * @dataProvider circles
	 */
	public function test_circles_are_refused( array $rules ): void {
		$last = array_pop( $rules );
		foreach ( $rules as $rule ) {
			$this->assertIsArray( ( new Rules() )->save( $rule ) );
		}
		$count = ( new RulesTable() )->count();
		$error = $this->assert_error( 'rule_loops', ( new Rules() )->save( $last ) );
		$this->assertSame( 409, $error->get_error_data()['status'] );
		$this->assertSame( $count, ( new RulesTable() )->count() );
	}

	/**
	 * @return array<string, array{list<array<string, mixed>>}>
	 */
	public static function circles(): array {
		$exact = static fn( string $source, string $target ) => array( 'source' => $source, 'target' => $target );
		return array(
			'itself'                => array( array( $exact( '/a', '/A/' ) ) ),
			'two'                   => array( array( $exact( '/a', '/b' ), $exact( '/b', '/a' ) ) ),
			'three, first by prefix' => array( array( array( 'match' => 'prefix' ) + $exact( '/p', '/q' ), $exact( '/q/x', '/r' ), $exact( '/r', '/p/x' ) ) ),
			'pattern meets itself'  => array( array( array( 'match' => 'regex' ) + $exact( 'blog/(.*)$', '/news/blog/$1' ) ) ),
			'prefix below itself'   => array( array( array( 'match' => 'prefix' ) + $exact( '/p', '/p/q' ) ) ),
			'by a pattern'          => array( array( array( 'match' => 'regex' ) + $exact( '^/y/(\d+)', '/x/$1' ), $exact( '/x/1', '/y/1' ) ) ),
			'of some visitors'      => array( array( array( 'conditions' => array( 'logged_in' => true ) ) + $exact( '/a', '/b' ), $exact( '/b', '/a' ) ) ),
		);
	}

	public function test_a_circle_through_a_pages_own_redirect_is_refused(): void {
		$id = wp_insert_post( array( 'post_title' => 'Stop', 'post_name' => 'stop', 'post_status' => 'publish', 'post_type' => 'page' ) );
		\Igny8\Seo\Fields::write( \Igny8\Seo\Subject::post( get_post( $id ) ), array( 'redirect' => home_url( '/start' ) ) );
		$this->assert_error( 'rule_loops', ( new Rules() )->save( array( 'source' => '/start', 'target' => '/stop' ) ) );
	}

	public function test_a_rule_for_an_existing_page_waits_unless_it_says_always(): void {
		wp_insert_post( array( 'post_title' => 'Here', 'post_name' => 'here', 'post_status' => 'publish', 'post_type' => 'page' ) );
		$saved = $this->add( '/here', '/there' );
		$this->assertStringContainsString( 'waits', $saved['notes'][0] );
		$this->assertSame( array(), get_option( Rules::ALWAYS ) );
		$this->call( 'redirects.edit', array( 'id' => $saved['rule']['id'], 'always' => true ) );
		$this->assertSame( array( $this->rule( '/here' )['hash'] ), get_option( Rules::ALWAYS ) );
		$this->call( 'redirects.set', array( 'ids' => array( $saved['rule']['id'] ), 'is_on' => false ) );
		$this->assertSame( array(), get_option( Rules::ALWAYS ) );
	}

	public function test_a_page_that_is_always_redirected_is_in_no_sitemap(): void {
		$id       = wp_insert_post( array( 'post_title' => 'Here', 'post_name' => 'always-here', 'post_status' => 'publish' ) );
		$unlisted = static fn() => get_post_meta( $id, \Igny8\Seo\Fields::UNLISTED, true );
		$path     = (string) wp_parse_url( get_permalink( $id ), PHP_URL_PATH );
		$rule     = array( 'source' => $path, 'target' => 'https://example.org/', 'always' => true );
		$saved    = ( new Rules() )->save( $rule );
		$this->assertSame( '1', $unlisted() );
		( new Rules() )->save( array( 'conditions' => array( 'logged_in' => true ) ) + $rule, $saved['rule']['id'] );
		$this->assertSame( '', $unlisted(), 'Search engines are sent nowhere.' );
		( new Rules() )->save( $rule, $saved['rule']['id'] );
		( new Rules() )->delete( array( $saved['rule']['id'] ) );
		$this->assertSame( '', $unlisted() );
		( new Rules() )->import( array( $rule ), 'file', 'some' );
		$this->assertSame( '1', $unlisted() );
		( new Rules() )->undo( 'some' );
		$this->assertSame( '', $unlisted() );
		( new Rules() )->save( array( 'source' => '/folder', 'match' => 'prefix', 'target' => 'https://example.org/', 'always' => true ) );
		$top = wp_insert_post( array( 'post_type' => 'page', 'post_title' => 'Folder', 'post_name' => 'folder', 'post_status' => 'publish' ) );
		$this->assertSame( '1', get_post_meta( $top, \Igny8\Seo\Fields::UNLISTED, true ), 'A page that comes later.' );
	}

	public function test_groups_switch_and_order_their_rules(): void {
		$this->log_in();
		$this->add( '/x', '/late', array( 'group' => 'Late', 'match' => 'exact' ) );
		$this->add( '/x', '/early', array( 'group' => 'Early', 'match' => 'prefix' ) );
		$groups = array_column( $this->call( 'redirects.groups' )['groups'], 'id', 'name' );
		$this->assertSame( '/late', rawurldecode( $this->call( 'redirects.test', array( 'url' => '/x' ) )['considered'][0]['target'] ) );
		$this->call( 'redirects.order_groups', array( 'ids' => array( $groups['Early'], $groups['Late'] ) ) );
		$this->assertSame( home_url( '/early' ), $this->call( 'redirects.test', array( 'url' => '/x' ) )['url'] );
		$this->call( 'redirects.save_group', array( 'id' => $groups['Early'], 'name' => 'Early', 'is_on' => false ) );
		$this->assertSame( home_url( '/late' ), $this->call( 'redirects.test', array( 'url' => '/x' ) )['url'] );
		$this->call( 'redirects.delete_group', array( 'id' => $groups['Early'] ) );
		$this->assertSame( 1, $this->rule( '/x', 'prefix' )['is_live'] );
	}

	public function test_deleting_is_undone_with_everything_a_rule_had(): void {
		$this->add( '/a', '/b', array( 'note' => 'Größe "1"', 'conditions' => array( 'cookie' => 'a=b' ) ) );
		( new RulesTable() )->count_hits( $this->rule( '/a' )['id'], 7, '2026-11-20' );
		$before  = $this->rule( '/a' );
		$deleted = $this->call( 'redirects.delete', array( 'ids' => array( $before['id'] ) ) );
		$this->assertNull( $this->rule( '/a' ) );
		$this->assertSame( 1, $this->call( 'redirects.undo', array( 'batch' => $deleted['batch'] ) )['restored'] );
		$this->assertSame( $before, $this->rule( '/a' ) );
		$this->assert_error( 'change_missing', $this->call( 'redirects.undo', array( 'batch' => $deleted['batch'] ) ) );
	}

	public function test_only_who_manages_redirects_may(): void {
		$this->log_in( 'author' );
		$this->assertSame( 403, $this->rest( 'GET', 'redirects/list' )->get_status() );
		$this->log_in( 'editor' );
		$this->assertSame( 200, $this->rest( 'POST', 'redirects/add', array( 'source' => '/old', 'target' => '/new' ) )->get_status() );
		$listed = $this->rest( 'GET', 'redirects/list', array( 'search' => 'old' ) )->get_data();
		$this->assertSame( array( 1, '/old' ), array( $listed['total'], $listed['rules'][0]['source'] ) );
	}

	public function test_rules_of_other_plugins_come_and_go(): void {
		$module = Plugin::instance()->module( 'redirects' );
		$rules  = array( array( 'source' => '/a', 'target' => '/b', 'hits' => 3, 'last_hit_at' => '2026-01-02 03:04:05', 'title' => 'A', 'is_enabled' => false ), array( 'source' => '/wp-admin', 'target' => '/b' ), array( 'source' => '^/r/(\d+)', 'match' => 'regex', 'target' => '/s/$1' ) );
		$first  = $module->import_rules( $rules, 'yoast' );
		$this->assertSame( array( 2, 1 ), array( $first['added'], $first['skipped'][0]['row'] ) );
		$this->assertSame( $first, $module->import_rules( $rules, 'yoast' ) );
		$rule = $this->rule( '/a' );
		$this->assertSame( array( 3, '2026-01-02', 'A', 0, 'yoast' ), array( $rule['hits'], $rule['last_hit_on'], $rule['note'], $rule['is_on'], $rule['origin'] ) );
		$this->call( 'redirects.set', array( 'ids' => array( $this->rule( '/a' )['id'] ), 'is_on' => true ) );
		$this->assertSame( 2, $module->imported_count( 'yoast' ) );
		$this->assertSame( array( 'removed' => 1, 'kept' => 1 ), $module->remove_imported( 'yoast' ) );
	}

	/**
	 * @param array<string, mixed> $more
	 * @return array<string, mixed>
	 */
	private function add( string $source, string $target, array $more = array() ): array {
		$saved = ( new Rules() )->save( $more + array( 'source' => $source, 'target' => $target ) );
		$this->assertIsArray( $saved, is_wp_error( $saved ) ? $saved->get_error_message() : '' );
		return $saved;
	}

	/**
	 * @return array<string, mixed>|null
	 */
	private function rule( string $source, string $match = 'exact' ): ?array {
		return ( new RulesTable() )->find( array( 'source' => $source, 'match_type' => $match ) );
	}
}
