<?php
/**
 * What an owner sets up once: who may do what, and the checklist of the dashboard.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Engine;

use Igny8\Capabilities;
use Igny8\Tests\TestCase;

final class OwnerTest extends TestCase {

	protected function setUp(): void {
		parent::setUp();
		$this->log_in();
	}

	public function test_a_role_gets_exactly_the_rights_that_are_ticked(): void {
		$roles = array_column( $this->call( 'engine.roles' )['roles'], null, 'role' );
		$this->assertTrue( $roles['author'][ Capabilities::EDIT_SEO ] );
		$after = array_column( $this->call( 'engine.save_role', array( 'role' => 'author', 'capabilities' => array( Capabilities::MANAGE_REDIRECTS ) ) )['roles'], null, 'role' );
		$this->assertSame( array( false, true, false ), array( $after['author'][ Capabilities::EDIT_SEO ], $after['author'][ Capabilities::MANAGE_REDIRECTS ], $after['author'][ Capabilities::MANAGE_SEO ] ) );
		$this->assertTrue( get_role( 'author' )->has_cap( 'publish_posts' ), 'Other rights stay.' );
	}

	public function test_nobody_locks_the_administrators_out(): void {
		$this->assert_error( 'role_fixed', $this->call( 'engine.save_role', array( 'role' => 'administrator', 'capabilities' => array() ) ) );
		$this->assertTrue( current_user_can( Capabilities::MANAGE_SEO ) );
		$this->assert_error( 'role_unknown', $this->call( 'engine.save_role', array( 'role' => 'wizard', 'capabilities' => array() ) ) );
		$this->assert_error( 'input_invalid', $this->call( 'engine.save_role', array( 'role' => 'author', 'capabilities' => array( 'manage_options' ) ) ) );
		$this->log_in( 'editor' );
		$this->assertSame( 403, $this->rest( 'POST', 'engine/save-role', array( 'role' => 'editor', 'capabilities' => array( Capabilities::MANAGE_SEO ) ) )->get_status() );
	}

	public function test_the_checklist_sees_what_is_done(): void {
		update_option( 'permalink_structure', '' );
		$this->assertSame( 'open', $this->state( 'permalinks' ) );
		update_option( 'permalink_structure', '/%postname%/' );
		$this->assertSame( 'done', $this->state( 'permalinks' ) );
		$this->assertSame( 'open', $this->state( 'verification' ) );
		$this->plugin()->settings()->set( 'seo-meta', array( 'verification' => array( 'google' => 'abc' ) ) );
		$this->assertSame( 'done', $this->state( 'verification' ) );
		$this->assertSame( 'open', $this->state( 'represents' ) );
		$this->plugin()->settings()->set( 'schema', array( 'organization' => array( 'name' => 'Northwind' ) ) );
		$this->assertSame( 'done', $this->state( 'represents' ) );
		$this->assertNull( $this->state( 'import' ), 'Nothing to import, so not a step.' );
		update_option( 'wpseo_titles', array( 'separator' => 'sc-dash' ) );
		$this->assertSame( 'open', $this->state( 'import' ) );
	}

	public function test_a_step_is_skipped_taken_up_again_and_the_list_put_away(): void {
		$all = $this->call( 'engine.checklist' );
		$now = $this->call( 'engine.save_checklist', array( 'skip' => array( 'image' ) ) );
		$this->assertSame( 'skipped', $this->state( 'image' ) );
		$this->assertSame( $all['done'] + 1, $now['done'] );
		$this->call( 'engine.save_checklist', array( 'unskip' => array( 'image' ) ) );
		$this->assertSame( 'open', $this->state( 'image' ) );
		$this->assertTrue( $this->call( 'engine.save_checklist', array( 'is_dismissed' => true ) )['is_dismissed'] );
		$this->assertTrue( $this->call( 'engine.checklist' )['is_dismissed'] );
	}

	private function state( string $name ): ?string {
		return array_column( $this->call( 'engine.checklist' )['steps'], 'state', 'name' )[ $name ] ?? null;
	}
}
