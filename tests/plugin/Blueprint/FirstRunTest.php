<?php
/**
 * A new owner is taken to the setup wizard after a single activation by hand, and nobody else is.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Blueprint;

use Igny8\Modules\Blueprint\BlueprintsTable;
use Igny8\Modules\Blueprint\FirstRun;

require_once __DIR__ . '/BlueprintTestCase.php';

final class FirstRunTest extends BlueprintTestCase {

	private mixed $pagenow = null;

	protected function setUp(): void {
		parent::setUp();
		$this->pagenow = $GLOBALS['pagenow'] ?? null;
	}

	protected function tearDown(): void {
		$GLOBALS['pagenow'] = $this->pagenow; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- Back to what it was.
		unset( $_GET['action'] );
		parent::tearDown();
	}

	public function test_a_single_activation_by_hand_ends_in_the_wizard_once(): void {
		$this->assertStringEndsWith( 'admin.php?page=igny8&view=setup', $this->activate( 'plugins.php', 'activate' ) );
	}

	public function test_only_where_wordpress_says_that_all_went_well(): void {
		$this->assertStringContainsString( 'error=true', $this->activate( 'plugins.php', 'activate', 'plugins.php?error=true&plugin=igny8' ) );
	}

	/**
	 * @testWith ["plugins.php", "activate-selected", "plugins.php?activate-multi=true"]
	 *           ["index.php", "", "index.php"]
	 *           ["admin-ajax.php", "activate-plugin", "plugins.php?activate=true"]
	 *           ["update.php", "activate-plugin", "update.php?action=activate-plugin&success=true"]
	 */
	public function test_other_activations_end_where_they_do( string $page, string $action, string $location ): void {
		$this->assertSame( admin_url( $location ), $this->activate( $page, $action, $location ) );
	}

	public function test_not_for_who_may_not_set_up_the_site(): void {
		$this->log_in( 'editor' );
		$this->assertStringContainsString( 'activate=true', $this->activate( 'plugins.php', 'activate' ) );
	}

	public function test_not_when_there_is_a_blueprint(): void {
		$this->store( Sample::document() );
		$this->assertStringContainsString( 'activate=true', $this->activate( 'plugins.php', 'activate' ) );
	}

	public function test_not_while_ajax_is_answered(): void {
		add_filter( 'wp_doing_ajax', '__return_true' );
		$this->assertStringContainsString( 'activate=true', $this->activate( 'plugins.php', 'activate' ) );
	}

	public function test_not_for_a_whole_network(): void {
		set_current_screen( 'plugins-network' );
		$location = $this->activate( 'plugins.php', 'activate' );
		unset( $GLOBALS['current_screen'] );
		$this->assertStringContainsString( 'activate=true', $location );
	}

	/**
	 * @return string Where WordPress would go.
	 */
	private function activate( string $page, string $action, string $location = 'plugins.php?activate=true&plugin_status=all' ): string {
		$GLOBALS['pagenow'] = $page; // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- Put back in tearDown().
		$_GET['action']     = $action;
		( new FirstRun( new BlueprintsTable() ) )->prepare();
		return apply_filters( 'wp_redirect', admin_url( $location ), 302 );
	}
}
