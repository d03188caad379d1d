<?php
/**
 * The check of all rules and what it mends.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Redirects;

use Igny8\Modules\Redirects\Rules;
use Igny8\Modules\Redirects\RulesTable;

final class CheckTest extends \Igny8\Tests\TestCase {

	public function test_finds_and_mends_what_an_import_brought(): void {
		$page = wp_insert_post( array( 'post_title' => 'Goal', 'post_name' => 'goal', 'post_status' => 'publish', 'post_type' => 'page' ) );
		wp_insert_post( array( 'post_title' => 'Here', 'post_name' => 'here', 'post_status' => 'publish', 'post_type' => 'page' ) );
		$gone = wp_insert_post( array( 'post_title' => 'Gone', 'post_name' => 'gone-page', 'post_status' => 'publish', 'post_type' => 'page' ) );
		$rule = static fn( string $source, string $target, array $more = array() ) => $more + array( 'source' => $source, 'target' => $target );
		( new Rules() )->import(
			array(
				$rule( '/loop-a', '/loop-b' ),
				$rule( '/loop-b', '/loop-a' ),
				$rule( '/chain-a', '/chain-b' ),
				$rule( '/chain-b', '/goal' ),
				$rule( '/dead', '/nowhere' ),
				$rule( '/to-gone', '', array( 'target_type' => 'post', 'target_id' => $gone ) ),
				$rule( '/here', '/goal' ),
				$rule( '/dup', '/goal' ),
				$rule( '/Dup', '/goal', array( 'ignore_case' => false ) ),
				$rule( '/fine', '', array( 'target_type' => 'post', 'target_id' => $page ) ),
				$rule( '/off', '/nowhere', array( 'is_on' => false ) ),
				$rule( '/away', 'https://elsewhere.example/' ),
			),
			'test',
			'test'
		);
		\Igny8\Seo\Fields::write( \Igny8\Seo\Subject::post( get_post( $page ) ), array( 'redirect' => home_url( '/spin' ) ) );
		( new Rules() )->import( array( $rule( '/spin', '/goal' ) ), 'test', 'test' );
		$this->plugin()->settings()->set( 'redirects', array( 'on_removal' => 'nothing' ) );
		wp_trash_post( $gone );

		$this->assertSame( 0, $this->call( 'redirects.check' )['remaining'] );
		$found = $this->call( 'redirects.findings', array( 'per_page' => 100 ) )['findings'];
		$kinds = array();
		foreach ( $found as $finding ) {
			$kinds[ $finding['source'] ] = $finding['kind'];
		}
		ksort( $kinds );
		// What leads to /goal goes round too: the page sends its visitors to /spin, which leads back.
		$this->assertSame( array( '/Dup' => 'duplicate', '/chain-a' => 'loop', '/chain-b' => 'loop', '/dead' => 'dead', '/dup' => 'loop', '/fine' => 'loop', '/goal/' => 'loop', '/here' => 'never', '/loop-a' => 'loop', '/loop-b' => 'loop', '/spin' => 'loop', '/to-gone' => 'dead' ), $kinds );

		\Igny8\Seo\Fields::write( \Igny8\Seo\Subject::post( get_post( $page ) ), array( 'redirect' => '' ) );
		$this->call( 'redirects.check' );
		$found = array_column( $this->call( 'redirects.findings', array( 'per_page' => 100 ) )['findings'], 'kind', 'source' );
		ksort( $found );
		$this->assertSame( array( '/Dup' => 'duplicate', '/chain-a' => 'chain', '/dead' => 'dead', '/here' => 'never', '/loop-a' => 'loop', '/loop-b' => 'loop', '/to-gone' => 'dead' ), $found );

		$this->assertSame( 7, $this->call( 'redirects.fix', array( 'dry_run' => true ) )['fixed'] );
		$this->assertSame( '/chain-b', $this->rule( '/chain-a' )['target'] );
		$fixed = $this->call( 'redirects.fix' );
		$this->assertSame( array( 7, '/goal/', 410, 410, 0, 0 ), array( $fixed['fixed'], trailingslashit( $this->rule( '/chain-a' )['target'] ), $this->rule( '/dead' )['code'], $this->rule( '/to-gone' )['code'], $this->rule( '/loop-a' )['is_on'], $this->rule( '/here' )['is_live'] ) );
		$this->call( 'redirects.check' );
		$this->assertSame( 0, $this->call( 'redirects.findings' )['total'] );
		$this->call( 'redirects.undo', array( 'batch' => $fixed['batch'] ) );
		$this->assertSame( array( '/chain-b', 301, 1 ), array( $this->rule( '/chain-a' )['target'], $this->rule( '/dead' )['code'], $this->rule( '/loop-a' )['is_live'] ) );
	}

	/**
	 * @return array<string, mixed>|null
	 */
	private function rule( string $source ): ?array {
		return ( new RulesTable() )->find( array( 'source' => $source ) );
	}
}
