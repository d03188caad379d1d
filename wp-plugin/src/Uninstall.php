<?php
/**
 * Drops tables, options, post and term meta and cron events of the plugin, site by site. Pages, posts and terms stay.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * Tables come from the modules' own lists, switched on or not; everything else goes by the prefix `igny8_`.
 */
final class Uninstall {

	public function __construct( private readonly Plugin $plugin ) {}

	public function run(): void {
		if ( ! is_multisite() ) {
			$this->clean_site();
			return;
		}
		foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $site_id ) {
			switch_to_blog( $site_id );
			$this->clean_site();
			restore_current_blog();
		}
	}

	/**
	 * Does nothing unless the owner of this site ticked "delete data".
	 */
	private function clean_site(): void {
		$settings = (array) get_option( 'igny8_engine', array() );
		if ( true !== ( $settings['delete_data'] ?? false ) ) {
			return;
		}
		foreach ( $this->plugin->settings()->built_modules() as $slug ) {
			$class_name = Plugin::MODULES[ $slug ];
			foreach ( ( new $class_name( $this->plugin ) )->tables() as $table ) {
				$this->plugin->database()->drop( $table );
			}
		}
		$this->delete_rows();
		Capabilities::uninstall();
		foreach ( array_keys( array_merge( ...array_values( _get_cron_array() ?: array( array() ) ) ) ) as $hook ) {
			str_starts_with( (string) $hook, 'igny8_' ) && wp_unschedule_hook( $hook );
		}
		wp_cache_flush();
	}

	/**
	 * Everything under our prefix in WordPress' own tables.
	 */
	private function delete_rows(): void {
		global $wpdb;
		$prefixes = array(
			$wpdb->options  => array( 'option_name', array( 'igny8_', '_transient_igny8_', '_transient_timeout_igny8_' ) ),
			$wpdb->postmeta => array( 'meta_key', array( '_igny8_' ) ),
			$wpdb->termmeta => array( 'meta_key', array( '_igny8_' ) ),
			$wpdb->usermeta => array( 'meta_key', array( '_igny8_' ) ),
		);
		foreach ( $prefixes as $table => list( $column, $starts ) ) {
			foreach ( $starts as $start ) {
				// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- The plugin is being deleted: there is no API for a prefix, and the cache is flushed afterwards.
				$wpdb->query( $wpdb->prepare( 'DELETE FROM %i WHERE %i LIKE %s', $table, $column, $wpdb->esc_like( $start ) . '%' ) );
			}
		}
	}
}
