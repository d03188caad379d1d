<?php
/**
 * What happens when the plugin is activated, deactivated, or a network gains or loses a site.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * Deactivation keeps all data; uninstall.php decides about that.
 */
final class Installation {

	/**
	 * Version of the plugin that has prepared this site.
	 */
	public const OPTION = 'igny8_version';

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * Creates tables and lets each module prepare; on a network activation, on every site.
	 */
	public function activate( bool $is_network_wide ): void {
		$this->plugin->on_plugins_loaded_late();
		$this->each_site( $is_network_wide, fn() => $this->prepare_site() );
	}

	/**
	 * What an update of the plugin brings, on the first visit of wp-admin or WP-CLI after it: no activation hook runs then.
	 */
	public function upgrade(): void {
		if ( VERSION !== get_option( self::OPTION ) ) {
			$this->prepare_site();
		}
		$this->plugin->database()->upgrade();
	}

	/**
	 * A site added to a network where the plugin is active everywhere.
	 */
	public function on_new_site( \WP_Site $site ): void {
		$active = (array) get_site_option( 'active_sitewide_plugins', array() );
		if ( isset( $active[ plugin_basename( FILE ) ] ) ) {
			switch_to_blog( (int) $site->blog_id );
			$this->prepare_site();
			restore_current_blog();
		}
	}

	/**
	 * Tables that go with a site that its network deletes.
	 *
	 * @param array<string> $tables
	 * @return array<string>
	 */
	public function filter_wpmu_drop_tables( array $tables, int $site_id ): array {
		global $wpdb;
		foreach ( $this->plugin->modules() as $module ) {
			foreach ( $module->tables() as $table ) {
				$tables[] = $wpdb->get_blog_prefix( $site_id ) . $table->name();
			}
		}
		return $tables;
	}

	/**
	 * Stops what runs by itself. Keeps all data: uninstall.php decides about that.
	 */
	public function deactivate( bool $is_network_wide ): void {
		$this->each_site(
			$is_network_wide,
			function (): void {
				array_map( static fn( Module $module ) => $module->deactivate(), $this->plugin->modules() );
				wp_clear_scheduled_hook( Plugin::CONTINUE_HOOK );
			}
		);
	}

	/**
	 * Tables, options and whatever the modules need on the current site.
	 */
	private function prepare_site(): void {
		$this->plugin->settings()->install();
		$this->plugin->database()->upgrade();
		Capabilities::install();
		array_map( static fn( Module $module ) => $module->activate(), $this->plugin->modules() );
		update_option( self::OPTION, VERSION, false );
	}

	private function each_site( bool $is_network_wide, callable $callback ): void {
		if ( ! $is_network_wide || ! is_multisite() ) {
			$callback();
			return;
		}
		foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $site_id ) {
			switch_to_blog( $site_id );
			$callback();
			restore_current_blog();
		}
	}
}
