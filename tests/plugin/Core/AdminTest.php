<?php
/**
 * The menu, its screens and what they load.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Core;

use Igny8\Admin;
use Igny8\Tests\TestCase;

final class AdminTest extends TestCase {

	private Admin $admin;

	protected function setUp(): void {
		parent::setUp();
		require_once ABSPATH . 'wp-admin/includes/admin.php';
		$this->admin          = new Admin( $this->plugin() );
		$GLOBALS['menu']      = array();
		$GLOBALS['submenu']   = array();
		$GLOBALS['_registered_pages'] = array();
	}

	protected function tearDown(): void {
		wp_deregister_script( 'igny8-admin' );
		wp_deregister_style( 'igny8-admin' );
		parent::tearDown();
	}

	public function test_an_administrator_sees_the_screens_of_the_modules_that_are_on(): void {
		$this->log_in();
		$this->admin->on_admin_menu();
		$expected = array( 'igny8', 'igny8-settings' );
		foreach ( array( 'structure', 'content', 'seo-meta', 'redirects', 'import' ) as $module ) {
			null === $this->plugin()->module( $module ) || array_splice( $expected, -1, 0, "igny8-{$module}" );
		}
		$this->assertSame( $expected, array_column( $GLOBALS['submenu']['igny8'], 2 ) );
	}

	public function test_an_editor_has_no_settings_and_an_author_no_menu(): void {
		$this->log_in( 'editor' );
		$this->admin->on_admin_menu();
		$this->assertNotContains( 'igny8-settings', array_column( $GLOBALS['submenu']['igny8'], 2 ) );
		$this->log_in( 'author' );
		$this->assertFalse( current_user_can( $GLOBALS['menu'][ array_key_first( $GLOBALS['menu'] ) ][1] ) );
	}

	public function test_screens_of_modules_that_are_off_are_gone(): void {
		$this->log_in();
		$this->plugin()->switch_modules( array( 'engine' ) );
		$this->admin->on_admin_menu();
		$this->assertSame( array( 'igny8', 'igny8-settings' ), array_column( $GLOBALS['submenu']['igny8'], 2 ) );
	}

	public function test_scripts_are_loaded_on_our_screens_only(): void {
		$this->log_in();
		$this->admin->on_admin_menu();
		$this->admin->on_admin_enqueue_scripts( 'index.php' );
		$this->assertFalse( wp_script_is( 'igny8-admin' ) );
		if ( ! is_file( dirname( \Igny8\FILE ) . '/build/index.asset.php' ) ) {
			ob_start();
			$this->admin->render();
			$this->assertStringContainsString( 'make setup', ob_get_clean() );
			return;
		}
		$this->admin->on_admin_enqueue_scripts( 'toplevel_page_igny8' );
		$this->assertTrue( wp_script_is( 'igny8-admin' ) );
		$data = wp_scripts()->get_data( 'igny8-admin', 'before' )[1];
		$this->assertStringContainsString( '"screen":"dashboard"', $data );
		$this->assertStringContainsString( 'engine.connect', $data );
	}
}
