<?php
/**
 * Which modules are on, and each module's settings, checked against the schema the module declares.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * `igny8_modules` is read on every request and so autoloaded (slug → is on, under 200 bytes). `igny8_<slug>` is
 * autoloaded only for modules that say so. On a network, `igny8_network` holds defaults for all its sites.
 */
final class Settings {

	public const MODULES = 'igny8_modules';

	/**
	 * Option of the network: slug → settings that its sites start from, and under LOCKED slug → names of those that no
	 * site may change.
	 */
	public const NETWORK = 'igny8_network';

	public const LOCKED = 'locked'; // No module's slug.

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * Modules there is code for, in the order of Plugin::MODULES.
	 *
	 * @return list<string>
	 */
	public function built_modules(): array {
		return array_keys( self::built( Plugin::MODULES ) );
	}

	/**
	 * Built modules the owner has not switched off; a module that an update brings is on.
	 *
	 * @return list<string>
	 */
	public function enabled_modules(): array {
		$stored  = get_option( self::MODULES ) ?: array();
		$enabled = array_filter( Plugin::MODULES, static fn( string $slug ) => (bool) ( $stored[ $slug ] ?? true ), ARRAY_FILTER_USE_KEY );
		return array_keys( self::built( $enabled ) ); // In this order: the file of a module that is off is not even read.
	}

	/**
	 * Stores which modules are on. Plugin::switch_modules() is what also starts and stops them.
	 *
	 * @param list<string> $enabled
	 */
	public function set_enabled_modules( array $enabled ): void {
		$states = array();
		foreach ( $this->built_modules() as $slug ) {
			$states[ $slug ] = in_array( $slug, $enabled, true );
		}
		update_option( self::MODULES, $states, true );
	}

	/**
	 * Makes the autoloaded options exist, without a byte in them: a missing one costs a query on every page view.
	 */
	public function install(): void {
		add_option( self::MODULES, '', '', true );
		foreach ( self::built( Plugin::MODULES ) as $slug => $class_name ) {
			$class_name::AUTOLOADS_SETTINGS && add_option( "igny8_{$slug}", '', '', true );
		}
	}

	/**
	 * What is stored for a module, the network's below the site's: enough for a page view, which knows the defaults by
	 * constants and builds no schema.
	 *
	 * @return array<string, mixed>
	 */
	public static function stored( string $slug ): array {
		$stored = get_option( "igny8_{$slug}" ) ?: array();
		return is_multisite() ? array_diff_key( $stored, array_flip( self::locked( $slug ) ) ) + self::network( $slug ) : $stored;
	}

	/**
	 * What the network's sites start from.
	 *
	 * @return array<string, mixed>
	 */
	public static function network( string $slug ): array {
		return is_multisite() ? (array) ( ( (array) get_site_option( self::NETWORK, array() ) )[ $slug ] ?? array() ) : array();
	}

	/**
	 * Settings of a module that the network decides for all its sites.
	 *
	 * @return list<string>
	 */
	public static function locked( string $slug ): array {
		return is_multisite() ? (array) ( ( (array) get_site_option( self::NETWORK, array() ) )[ self::LOCKED ][ $slug ] ?? array() ) : array();
	}

	/**
	 * All settings of a module, with the schema's defaults where nothing is stored.
	 *
	 * @return array<string, mixed>
	 */
	public function all( string $slug ): array {
		$stored = self::stored( $slug );
		$values = array();
		foreach ( $this->properties( $slug ) as $name => $schema ) {
			$values[ $name ] = $stored[ $name ] ?? $schema['default'] ?? null;
		}
		return $values;
	}

	public function get( string $slug, string $name ): mixed {
		return $this->all( $slug )[ $name ] ?? null;
	}

	/**
	 * Changes some settings of a module; the others stay.
	 *
	 * @param array<string, mixed> $values
	 * @return array<string, mixed>|\WP_Error All settings after the change, or which were refused; then nothing is stored.
	 */
	public function set( string $slug, array $values ): array|\WP_Error {
		$checked = Contract::check( $values, $this->schema( $slug ), 'settings_invalid', __( 'These settings were not saved.', 'igny8' ) );
		if ( is_wp_error( $checked ) ) {
			return $checked;
		}
		$locked = array_intersect( array_keys( $values ), self::locked( $slug ) );
		if ( array() !== $locked ) {
			/* translators: %s: names of settings. */
			return new \WP_Error( 'settings_locked', sprintf( __( 'The network decides these settings for all its sites: %s. Nothing was saved.', 'igny8' ), implode( ', ', $locked ) ), array( 'status' => 403 ) );
		}
		$stored    = array_merge( get_option( "igny8_{$slug}" ) ?: array(), array_intersect_key( $checked, $values ) );
		$autoloads = $this->autoloads( $slug );
		update_option( "igny8_{$slug}", $autoloads ? $this->without_defaults( $slug, $stored ) : $stored, $autoloads );
		return $this->all( $slug );
	}

	/**
	 * The module's settings as one JSON schema, from which forms are made too.
	 *
	 * @return array<string, mixed>
	 */
	public function schema( string $slug ): array {
		return array(
			'type'                 => 'object',
			'properties'           => $this->properties( $slug ),
			'additionalProperties' => false,
		);
	}

	private function autoloads( string $slug ): bool {
		$class_name = self::built( Plugin::MODULES )[ $slug ] ?? null;
		return null !== $class_name && $class_name::AUTOLOADS_SETTINGS;
	}

	/**
	 * @param array<string, mixed> $stored
	 * @return array<string, mixed>
	 */
	private function without_defaults( string $slug, array $stored ): array {
		$defaults = self::network( $slug ) + array_map( static fn( array $schema ) => $schema['default'] ?? null, $this->properties( $slug ) );
		return array_filter( $stored, static fn( $value, $name ) => $value !== ( $defaults[ $name ] ?? null ), ARRAY_FILTER_USE_BOTH );
	}

	/**
	 * @param array<string, class-string<Module>|null> $modules
	 * @return array<string, class-string<Module>>
	 */
	private static function built( array $modules ): array {
		return array_filter( $modules, static fn( ?string $class_name ) => null !== $class_name && class_exists( $class_name ) );
	}

	/**
	 * Of a module that is off too: its settings can be carried to another site.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	private function properties( string $slug ): array {
		$module = $this->plugin->module( $slug );
		if ( null === $module && isset( self::built( Plugin::MODULES )[ $slug ] ) ) {
			$class_name = Plugin::MODULES[ $slug ];
			$module     = new $class_name( $this->plugin );
		}
		return $module?->settings() ?? array();
	}
}
