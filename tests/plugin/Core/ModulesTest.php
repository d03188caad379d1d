<?php
/**
 * Modules are switched on and off; one that is off leaves no trace in a request, and keeps its data.
 *
 * @package Igny8
 */

namespace Igny8\Tests\Core;

use Igny8\Plugin;
use Igny8\Settings;
use Igny8\Tests\EchoModule;
use Igny8\Tests\TestCase;

final class ModulesTest extends TestCase {

	public function test_all_fourteen_modules_are_listed_and_every_built_one_has_its_folder_in_the_list(): void {
		$this->assertCount( 14, Plugin::MODULES );
		$folders = array_map( 'basename', glob( dirname( \Igny8\FILE ) . '/src/Modules/*', GLOB_ONLYDIR ) );
		$listed  = array_map( static fn( string $class_name ) => explode( '\\', $class_name )[2], array_values( array_filter( Plugin::MODULES ) ) );
		sort( $folders );
		sort( $listed );
		$this->assertSame( $listed, $folders );
	}

	public function test_every_built_module_has_a_readme_and_its_slug(): void {
		foreach ( $this->plugin()->settings()->built_modules() as $slug ) {
			$class_name = Plugin::MODULES[ $slug ];
			$this->assertSame( $slug, ( new $class_name( $this->plugin() ) )->slug() );
			$this->assertFileExists( dirname( \Igny8\FILE ) . '/src/Modules/' . explode( '\\', $class_name )[2] . '/README.md' );
		}
	}

	public function test_a_module_that_is_off_adds_no_hook_no_route_and_no_operation(): void {
		global $wp_filter;
		$this->plugin()->switch_modules( array( 'engine' ) );
		$wp_filter = array(); // phpcs:ignore WordPress.WP.GlobalVariablesOverride -- Restored by tearDown().
		$plugin    = ( new \ReflectionClass( Plugin::class ) )->newInstanceWithoutConstructor();
		$plugin->on_plugins_loaded();
		foreach ( $wp_filter as $hook ) {
			foreach ( array_merge( ...$hook->callbacks ) as $callback ) {
				$this->assertStringNotContainsString( 'Modules\\', str_replace( 'Modules\\Engine', '', $this->owner( $callback['function'] ) ) );
			}
		}
		$this->assertSame( array( 'engine' ), array_keys( $plugin->modules() ) );
		$this->assertSame( array( 'engine' ), array_values( array_unique( array_map( static fn( $operation ) => $operation->module, array_values( $plugin->operations() ) ) ) ) );
	}

	public function test_switching_starts_and_stops_at_once_and_is_remembered(): void {
		$built = $this->plugin()->settings()->built_modules();
		$this->log_in();
		$this->rest( 'POST', 'engine/set-modules', array( 'enabled' => array() ) );
		$this->assertSame( array( 'engine' ), $this->plugin()->settings()->enabled_modules(), 'The engine module holds the switch.' );
		$this->assertNull( $this->plugin()->module( 'blueprint' ) );
		$this->rest( 'POST', 'engine/set-modules', array( 'enabled' => $built ) );
		$this->assertSame( $built, $this->plugin()->settings()->enabled_modules() );
		$this->assertSame( $built, array_keys( $this->plugin()->modules() ), 'In the order of the list.' );
		$this->assertSame( 400, $this->rest( 'POST', 'engine/set-modules', array( 'enabled' => array( 'intelligence' ) ) )->get_status(), 'Not built yet.' );
	}

	public function test_a_module_that_an_update_brings_is_on(): void {
		update_option( Settings::MODULES, array( 'engine' => true ), true );
		$this->assertSame( $this->plugin()->settings()->built_modules(), $this->plugin()->settings()->enabled_modules() );
	}

	public function test_settings_follow_their_schema(): void {
		$this->add_module( new EchoModule( $this->plugin() ) );
		$settings = $this->plugin()->settings();
		$this->assertSame( array( 'volume' => 5, 'tags' => array() ), $settings->all( 'echo' ) );
		$this->assertSame( 11, $settings->set( 'echo', array( 'volume' => '11' ) )['volume'] );
		$this->assertSame( array( 'volume' => 11, 'tags' => array( 'a' ) ), $settings->set( 'echo', array( 'tags' => array( 'a' ) ) ) );
		$this->assert_error( 'settings_invalid', $settings->set( 'echo', array( 'volume' => 12 ) ) );
		$this->assert_error( 'settings_invalid', $settings->set( 'echo', array( 'colour' => 'red' ) ) );
		$this->assertSame( 11, $settings->get( 'echo', 'volume' ) );
	}

	/**
	 * Class that a callback belongs to.
	 */
	private function owner( mixed $callback ): string {
		if ( $callback instanceof \Closure ) {
			return (string) ( new \ReflectionFunction( $callback ) )->getClosureScopeClass()?->getName();
		}
		return is_array( $callback ) ? ( is_object( $callback[0] ) ? $callback[0]::class : $callback[0] ) : '';
	}
}
