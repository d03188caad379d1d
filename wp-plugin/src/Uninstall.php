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

	private const META = array( '_igny8_' );

	public function __construct( private readonly Plugin $plugin ) {}

	public function run(): void {
		if ( ! is_multisite() ) {
			$this->clean_site();
			return;
		}
		switch_to_blog( get_main_site_id() );
		$may_clean_network = $this->is_wanted(); // Before the main site's settings go.
		restore_current_blog();
		foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $site_id ) {
			switch_to_blog( $site_id );
			$this->clean_site();
			restore_current_blog();
		}
		$may_clean_network && $this->clean_network();
	}

	/**
	 * Whether the owner of this site, or its network for it, ticked "delete data".
	 */
	private function is_wanted(): bool {
		return true === ( Settings::stored( 'engine' )['delete_data'] ?? false );
	}

	private function clean_site(): void {
		if ( ! $this->is_wanted() ) {
			return;
		}
		foreach ( $this->plugin->settings()->built_modules() as $slug ) {
			$class_name = Plugin::MODULES[ $slug ];
			foreach ( ( new $class_name( $this->plugin ) )->tables() as $table ) {
				$this->plugin->database()->drop( $table );
			}
		}
		$this->delete_site_rows();
		Capabilities::uninstall();
		foreach ( array_keys( array_merge( ...array_values( _get_cron_array() ?: array( array() ) ) ) ) as $hook ) {
			str_starts_with( (string) $hook, 'igny8_' ) && wp_unschedule_hook( $hook );
		}
		wp_cache_flush();
	}

	/**
	 * What all sites of a network share: its defaults and what accounts carry. The main site's tick decides about them.
	 */
	private function clean_network(): void {
		global $wpdb;
		delete_site_option( Settings::NETWORK );
		$this->delete_rows(
			array(
				$wpdb->sitemeta => array( 'meta_key', array( '_site_transient_igny8_', '_site_transient_timeout_igny8_' ) ),
				$wpdb->usermeta => array( 'meta_key', self::META ),
			)
		);
	}

	/**
	 * Everything under our prefix in the site's own tables.
	 */
	private function delete_site_rows(): void {
		global $wpdb;
		$this->delete_rows(
			array(
				$wpdb->options  => array( 'option_name', array( 'igny8_', '_transient_igny8_', '_transient_timeout_igny8_', '_site_transient_igny8_', '_site_transient_timeout_igny8_' ) ),
				$wpdb->postmeta => array( 'meta_key', self::META ),
				$wpdb->termmeta => array( 'meta_key', self::META ),
			) + ( is_multisite() ? array() : array( $wpdb->usermeta => array( 'meta_key', self::META ) ) )
		);
	}

	/**
	 * @param array<string, array{string, list<string>}> $prefixes Table → column and how its values begin.
	 */
	private function delete_rows( array $prefixes ): void {
		global $wpdb;
		foreach ( $prefixes as $table => list( $column, $starts ) ) {
			foreach ( $starts as $start ) {
				// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- The plugin is being deleted: there is no API for a prefix, and the cache is flushed afterwards.
				$wpdb->query( $wpdb->prepare( 'DELETE FROM %i WHERE %i LIKE %s', $table, $column, $wpdb->esc_like( $start ) . '%' ) );
			}
		}
	}
}
