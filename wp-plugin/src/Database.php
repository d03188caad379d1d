<?php
/**
 * Brings the custom tables of the enabled modules to the version their classes declare.
 *
 * @package Igny8
 */

namespace Igny8;

// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- Creates and drops our own tables.

/**
 * The option `igny8_tables` holds name → version of what stands in the database.
 */
final class Database {

	public const OPTION = 'igny8_tables';

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * Creates and alters what differs. Cheap when nothing does: one option, loaded anyway in wp-admin.
	 */
	public function upgrade(): void {
		$stored = (array) get_option( self::OPTION, array() );
		$wanted = array();
		foreach ( $this->plugin->modules() as $module ) {
			foreach ( $module->tables() as $table ) {
				$wanted[ $table->name() ] = $table->version();
				if ( ( $stored[ $table->name() ] ?? 0 ) !== $table->version() ) {
					$this->create( $table );
				}
			}
		}
		$merged = array_merge( $stored, $wanted );
		if ( $merged !== $stored ) {
			update_option( self::OPTION, $merged, false );
		}
	}

	/**
	 * Removes a table and all its rows. Only uninstall.php and tests do.
	 */
	public function drop( Table $table ): void {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( 'DROP TABLE IF EXISTS %i', $table->full_name() ) );
	}

	private function create( Table $table ): void {
		global $wpdb;
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		dbDelta( "CREATE TABLE {$table->full_name()} (\n{$table->columns()}\n) {$wpdb->get_charset_collate()};" );
	}
}
