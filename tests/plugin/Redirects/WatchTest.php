<?php
/**
 * Addresses that change or go: posts, page trees, terms, the trash, permalinks.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Redirects;

use Igny8\Modules\Redirects\Chain;
use Igny8\Modules\Redirects\Matcher;
use Igny8\Modules\Redirects\MissesTable;
use Igny8\Modules\Redirects\PermalinkAdvice;
use Igny8\Modules\Redirects\RulesTable;
use Igny8\Modules\Redirects\Visit;
use Igny8\Modules\Redirects\Path;

final class WatchTest extends \Igny8\Tests\TestCase {

	private string $structure = '';

	protected function setUp(): void {
		global $wp_rewrite;
		parent::setUp();
		$this->structure = (string) $wp_rewrite->permalink_structure;
		$wp_rewrite->set_permalink_structure( '/%postname%/' );
		$wp_rewrite->flush_rules( false );
		delete_option( PermalinkAdvice::OPTION );
	}

	protected function tearDown(): void {
		global $wp_rewrite;
		parent::tearDown();
		$wp_rewrite->init();
	}

	public function test_a_new_slug_leaves_a_redirect_that_follows_the_post(): void {
		$id = $this->post( 'first' );
		wp_update_post( array( 'ID' => $id, 'post_name' => 'second' ) );
		wp_update_post( array( 'ID' => $id, 'post_name' => 'third' ) );
		$this->assertSame( array( home_url( '/third/' ), home_url( '/third/' ) ), array( $this->lands( '/first/' ), $this->lands( '/second' ) ) );
		$this->assertSame( array( 'auto', 'auto' ), array_column( ( new RulesTable() )->select(), 'origin' ) );
	}

	public function test_a_slug_that_is_used_again_loses_its_redirect(): void {
		$id = $this->post( 'first' );
		wp_update_post( array( 'ID' => $id, 'post_name' => 'second' ) );
		wp_update_post( array( 'ID' => $id, 'post_name' => 'first' ) );
		$this->assertSame( array( '/second/' ), array_column( ( new RulesTable() )->select(), 'source' ) );
		$this->post( 'second' );
		$this->assertSame( 0, ( new RulesTable() )->count() );
	}

	public function test_an_undone_redirect_is_not_made_by_wordpress_instead(): void {
		$id = $this->post( 'first' );
		wp_update_post( array( 'ID' => $id, 'post_name' => 'second' ) );
		$this->assertSame( array( 'first' ), get_post_meta( $id, '_wp_old_slug' ) );
		$this->call( 'redirects.undo', array( 'batch' => $this->call( 'redirects.changes' )['changes'][0]['batch'] ) );
		$this->assertSame( array(), get_post_meta( $id, '_wp_old_slug' ) );
		$this->assertSame( 'missing', $this->call( 'redirects.test', array( 'url' => '/first' ) )['outcome'] );
	}

	public function test_drafts_and_a_rule_of_the_owner_are_left_alone(): void {
		$draft = $this->post( 'draft', array( 'post_status' => 'draft' ) );
		wp_update_post( array( 'ID' => $draft, 'post_name' => 'draft-2' ) );
		$this->assertSame( 0, ( new RulesTable() )->count() );
		$id = $this->post( 'first' );
		$this->call( 'redirects.add', array( 'source' => '/first', 'target' => 'https://shop.example/' ) );
		wp_update_post( array( 'ID' => $id, 'post_name' => 'second' ) );
		$this->assertSame( 'https://shop.example/', $this->lands( '/first' ) );
	}

	public function test_children_of_a_page_move_with_it_at_every_depth(): void {
		$parent = $this->page( 'services' );
		$child  = $this->page( 'roofs', $parent );
		$leaf   = $this->page( 'slate', $child );
		wp_update_post( array( 'ID' => $parent, 'post_name' => 'work' ) );
		wp_update_post( array( 'ID' => $child, 'post_name' => 'roofing' ) );
		$this->assertSame( get_permalink( $leaf ), home_url( '/work/roofing/slate/' ) );
		foreach ( array( '/services/', '/services/roofs/', '/services/roofs/slate', '/work/roofs/slate/' ) as $at => $old ) {
			$this->assertSame( get_permalink( array( $parent, $child, $leaf, $leaf )[ $at ] ), $this->lands( $old ), $old );
		}
		wp_update_post( array( 'ID' => $child, 'post_parent' => 0 ) );
		$this->assertSame( get_permalink( $leaf ), $this->lands( '/services/roofs/slate/' ) );
	}

	public function test_terms_and_their_children_too(): void {
		$parent = wp_insert_term( 'Dogs', 'category', array( 'slug' => 'dogs' ) )['term_id'];
		$child  = wp_insert_term( 'Beds', 'category', array( 'slug' => 'beds', 'parent' => $parent ) )['term_id'];
		wp_update_term( $parent, 'category', array( 'slug' => 'hounds' ) );
		$this->assertSame( array( get_term_link( $parent ), get_term_link( $child ) ), array( $this->lands( '/category/dogs/' ), $this->lands( '/category/dogs/beds/' ) ) );
		wp_update_term( $parent, 'category', array( 'slug' => 'dogs' ) );
		$this->assertNull( $this->lands( '/category/dogs/' ) );
	}

	public function test_posts_whose_address_holds_the_category(): void {
		global $wp_rewrite;
		$wp_rewrite->set_permalink_structure( '/%category%/%postname%/' );
		$wp_rewrite->flush_rules( false );
		$term = wp_insert_term( 'News', 'category', array( 'slug' => 'news' ) )['term_id'];
		$id   = $this->post( 'hello', array( 'post_category' => array( $term ) ) );
		wp_update_term( $term, 'category', array( 'slug' => 'journal' ) );
		$this->assertSame( get_permalink( $id ), $this->lands( '/news/hello/' ) );
	}

	/**
	 * @dataProvider removals
	 */
	public function test_what_happens_to_the_address_of_something_removed( string $setting, ?int $code, ?string $target, string $state ): void {
		$this->plugin()->settings()->set( 'redirects', array( 'on_removal' => $setting ) );
		$parent = $this->page( 'team' );
		$id     = $this->page( 'anna', $parent );
		wp_trash_post( $id );
		$rule = ( new RulesTable() )->find( array( 'source' => '/team/anna/' ) );
		$miss = ( new MissesTable() )->find( array( 'address' => '/team/anna/' ) );
		$this->assertSame( array( $code, $state ), array( $rule['code'] ?? null, $miss['state'] ?? '' ) );
		null === $target || $this->assertSame( home_url( $target ), $this->lands( '/team/anna/' ) );
		wp_untrash_post( $id );
		wp_update_post( array( 'ID' => $id, 'post_status' => 'publish' ) );
		$this->assertSame( array( 0, 0 ), array( ( new RulesTable() )->count(), ( new MissesTable() )->count( array( 'address' => '/team/anna/' ) ) ) );
	}

	/**
	 * @return list<array{string, int|null, string|null, string}>
	 */
	public static function removals(): array {
		return array( array( 'offer', null, null, 'removed' ), array( 'gone', 410, null, '' ), array( 'parent', 301, '/team/', '' ), array( 'nothing', null, null, '' ) );
	}

	/**
	 * @dataProvider structures
	 */
	public function test_one_rule_keeps_addresses_of_an_old_structure( string $old, string $new, string $address, string $lands ): void {
		PermalinkAdvice::on_change( $old, $new );
		$this->assertSame( $old, $this->call( 'redirects.status' )['permalinks']['old'] );
		$this->assertIsArray( $this->call( 'redirects.permalinks' ) );
		$this->assertSame( home_url( $lands ), $this->lands( $address ) );
		$this->assertNull( $this->call( 'redirects.status' )['permalinks'] );
	}

	/**
	 * @return list<array{string, string, string, string}>
	 */
	public static function structures(): array {
		return array(
			array( '/%year%/%monthnum%/%postname%/', '/%postname%/', '/2024/05/hello/', '/hello/' ),
			array( '/archives/%post_id%', '/%postname%/', '/archives/77', '/?p=77' ),
			array( '/blog/%category%/%postname%.html', '/%postname%/', '/blog/a/b/hello.html', '/hello/' ),
			array( '/blog/%postname%/', '/%year%/%postname%/', '/blog/hello', '/?name=hello' ),
		);
	}

	public function test_a_new_permalink_structure_is_noticed(): void {
		global $wp_rewrite;
		$wp_rewrite->set_permalink_structure( '/%year%/%postname%/' );
		$this->assertSame( '/%postname%/', $this->call( 'redirects.status' )['permalinks']['old'] );
		$this->call( 'redirects.permalinks', array( 'dismiss' => true ) );
		$this->assertNull( $this->call( 'redirects.status' )['permalinks'] );
	}

	/**
	 * Where a visitor ends, or null when no rule fires.
	 */
	private function lands( string $address ): ?string {
		\Igny8\Modules\Redirects\PageAt::forget();
		$visit   = new Visit( Path::of( $address ) );
		$matcher = new Matcher( new RulesTable() );
		$found   = $matcher->find( $visit );
		$url     = null === $found ? '' : \Igny8\Modules\Redirects\Target::of( $found['rule'], $found, $visit->address );
		return '' === $url ? null : ( ( new Chain( $matcher ) )->end( $url, $visit, array( $visit->address->full() ) )['url'] ?? null );
	}

	/**
	 * @param array<string, mixed> $more
	 */
	private function post( string $slug, array $more = array() ): int {
		return wp_insert_post( $more + array( 'post_title' => $slug, 'post_name' => $slug, 'post_status' => 'publish', 'post_content' => 'x' ) );
	}

	private function page( string $slug, int $parent = 0 ): int {
		return $this->post( $slug, array( 'post_type' => 'page', 'post_parent' => $parent ) );
	}
}
