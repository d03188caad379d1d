<?php
/**
 * Show and change what the sites of a network start from, and what none of them may change.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Engine;

use Igny8\Contract;
use Igny8\Operation;
use Igny8\Plugin;
use Igny8\Settings;

/**
 * A site that has not set a value of its own follows the network at once; a locked one follows it in any case.
 */
final class NetworkOperations {

	private const MOST_SITES = 200; // Looked at for values of their own: a screen must not walk a network of thousands.

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return list<Operation> None where there is no network.
	 */
	public function all(): array {
		return is_multisite() ? array( $this->show_operation(), $this->save_operation() ) : array();
	}

	private function show_operation(): Operation {
		return new Operation(
			name: 'engine.network_settings',
			label: __( 'Show network settings', 'igny8' ),
			description: __( 'What the sites of this network start from in a module, what is locked, and how many sites have values of their own.', 'igny8' ),
			capability: 'manage_network_options',
			input: array(
				'type'       => 'object',
				'properties' => array( 'module' => $this->module_property() ),
				'required'   => array( 'module' ),
			),
			output: self::schema(),
			run: fn( array $input ) => $this->show( $input['module'] ),
			is_readonly: true,
			positional: array( 'module' ),
			rows: 'settings',
			columns: array( 'name', 'value', 'is_set', 'is_locked', 'sites' ),
		);
	}

	private function save_operation(): Operation {
		return new Operation(
			name: 'engine.save_network_settings',
			label: __( 'Change network settings', 'igny8' ),
			description: __( 'Sets what the sites of this network start from in a module. "remove" goes back to the plugin\'s own default; "locked" names every setting that no site may change.', 'igny8' ),
			capability: 'manage_network_options',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'module' => $this->module_property(),
					'values' => array( 'type' => 'object', 'default' => array(), 'description' => __( 'Setting → value.', 'igny8' ) ),
					'remove' => array( 'type' => 'array', 'items' => array( 'type' => 'string' ), 'default' => array(), 'description' => __( 'Settings the network decides no longer.', 'igny8' ) ),
					'locked' => array( 'type' => 'array', 'items' => array( 'type' => 'string' ), 'description' => __( 'All settings that are locked afterwards; left out, the locks stay.', 'igny8' ) ),
				),
				'required'   => array( 'module' ),
			),
			output: self::schema(),
			run: fn( array $input ) => $this->save( $input['module'], (array) $input['values'], $input['remove'], $input['locked'] ?? null ) ?? $this->show( $input['module'] ),
			positional: array( 'module' ),
			rows: 'settings',
			columns: array( 'name', 'value', 'is_set', 'is_locked', 'sites' ),
		);
	}

	/**
	 * @param array<string, mixed> $values
	 * @param list<string>         $remove
	 * @param list<string>|null    $locked
	 */
	private function save( string $slug, array $values, array $remove, ?array $locked ): ?\WP_Error {
		$schema  = $this->plugin->settings()->schema( $slug );
		$checked = Contract::check( $values, $schema, 'settings_invalid', __( 'These settings were not saved.', 'igny8' ) );
		if ( is_wp_error( $checked ) ) {
			return $checked;
		}
		$stored  = (array) get_site_option( Settings::NETWORK, array() );
		$all     = array_diff_key( array_intersect_key( $checked, $values ) + (array) ( $stored[ $slug ] ?? array() ), array_flip( $remove ) );
		$locks   = $locked ?? array_values( array_intersect( Settings::locked( $slug ), array_keys( $all ) ) );
		$unknown = array_diff( array( ...$locks, ...$remove ), array_keys( $schema['properties'] ) );
		$unset   = array_diff( $locks, array_keys( $all ) );
		if ( array() !== $unknown || array() !== $unset ) {
			/* translators: %s: names of settings. */
			return new \WP_Error( 'settings_invalid', sprintf( __( 'These settings were not saved. The network must set a value of what it locks, and these have none or do not exist: %s', 'igny8' ), implode( ', ', array_unique( array( ...$unknown, ...$unset ) ) ) ), array( 'status' => 400 ) );
		}
		$stored[ $slug ]                     = $all;
		$stored[ Settings::LOCKED ][ $slug ] = $locks;
		update_site_option( Settings::NETWORK, $stored );
		return null;
	}

	/**
	 * @return array{module: string, settings: list<array{name: string, value: mixed, is_set: bool, is_locked: bool, sites: int}>, schema: array<string, mixed>, sites: int, sites_looked_at: int}
	 */
	private function show( string $slug ): array {
		$schema   = $this->plugin->settings()->schema( $slug );
		$network  = Settings::network( $slug );
		$locked   = Settings::locked( $slug );
		$sites    = get_sites( array( 'fields' => 'ids', 'number' => self::MOST_SITES, 'orderby' => 'id' ) );
		$own      = $this->own_values( $slug, $sites );
		$settings = array();
		foreach ( $schema['properties'] as $name => $property ) {
			$settings[] = array(
				'name'      => $name,
				'value'     => $network[ $name ] ?? $property['default'] ?? null,
				'is_set'    => array_key_exists( $name, $network ),
				'is_locked' => in_array( $name, $locked, true ),
				'sites'     => $own[ $name ] ?? 0,
			);
		}
		return array(
			'module'          => $slug,
			'settings'        => $settings,
			'schema'          => $schema,
			'sites'           => (int) get_sites( array( 'count' => true ) ),
			'sites_looked_at' => count( $sites ),
		);
	}

	/**
	 * Setting → sites that have a value of their own.
	 *
	 * @param list<int> $sites
	 * @return array<string, int>
	 */
	private function own_values( string $slug, array $sites ): array {
		$counts = array();
		foreach ( $sites as $site_id ) {
			foreach ( array_keys( get_blog_option( $site_id, "igny8_{$slug}" ) ?: array() ) as $name ) {
				$counts[ $name ] = ( $counts[ $name ] ?? 0 ) + 1;
			}
		}
		return $counts;
	}

	/**
	 * @return array<string, mixed>
	 */
	private function module_property(): array {
		return array( 'type' => 'string', 'enum' => $this->plugin->settings()->built_modules(), 'description' => __( 'Slug of a module.', 'igny8' ) );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function schema(): array {
		return array(
			'type'       => 'object',
			'properties' => array(
				'module'          => array( 'type' => 'string' ),
				'settings'        => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ),
				'schema'          => array( 'type' => 'object' ),
				'sites'           => array( 'type' => 'integer' ),
				'sites_looked_at' => array( 'type' => 'integer' ),
			),
		);
	}
}
