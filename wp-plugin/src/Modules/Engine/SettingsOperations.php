<?php
/**
 * List and switch modules, and read and change each one's settings.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Engine;

use Igny8\Capabilities;
use Igny8\Operation;
use Igny8\Plugin;

/**
 * The engine module cannot be switched off here: it holds the switch.
 */
final class SettingsOperations {

	private const ALWAYS_ON = 'engine';

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->modules_operation(), $this->set_modules_operation(), $this->settings_operation(), $this->save_settings_operation() );
	}

	private function modules_operation(): Operation {
		return new Operation(
			name: 'engine.modules',
			label: __( 'List modules', 'igny8' ),
			description: __( 'Every module of IGNY8: whether it is built and whether it is on.', 'igny8' ),
			capability: 'manage_options',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: $this->modules_schema(),
			run: fn() => $this->modules(),
			is_readonly: true,
			rows: 'modules',
			columns: array( 'slug', 'label', 'is_built', 'is_enabled' ),
		);
	}

	private function set_modules_operation(): Operation {
		return new Operation(
			name: 'engine.set_modules',
			label: __( 'Switch modules', 'igny8' ),
			description: __( 'Switches on exactly the modules named. What is switched off keeps its data.', 'igny8' ),
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'enabled' => array(
						'type'        => 'array',
						'items'       => array( 'type' => 'string', 'enum' => $this->plugin->settings()->built_modules() ),
						'uniqueItems' => true,
						'description' => __( 'Slugs of the modules to be on.', 'igny8' ),
					),
				),
				'required'   => array( 'enabled' ),
			),
			output: $this->modules_schema(),
			run: function ( array $input ): array {
				$this->plugin->switch_modules( array_values( array_unique( array( self::ALWAYS_ON, ...$input['enabled'] ) ) ) );
				return $this->modules();
			},
			positional: array( 'enabled' ),
			rows: 'modules',
			columns: array( 'slug', 'label', 'is_built', 'is_enabled' ),
		);
	}

	private function settings_operation(): Operation {
		return new Operation(
			name: 'engine.settings',
			label: __( 'Show settings', 'igny8' ),
			description: __( 'A module\'s settings and the schema they follow.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array( 'module' => $this->module_property() ),
			),
			output: $this->settings_schema(),
			run: fn( array $input ) => $this->refusal( $input['module'] ) ?? $this->settings( $input['module'] ),
			is_readonly: true,
			positional: array( 'module' ),
		);
	}

	private function save_settings_operation(): Operation {
		return new Operation(
			name: 'engine.save_settings',
			label: __( 'Change settings', 'igny8' ),
			description: __( 'Changes some settings of a module; the others stay.', 'igny8' ),
			capability: Capabilities::MANAGE_SEO,
			input: array(
				'type'       => 'object',
				'properties' => array(
					'module' => $this->module_property(),
					'values' => array( 'type' => 'object', 'description' => __( 'Setting → value.', 'igny8' ) ),
				),
				'required'   => array( 'values' ),
			),
			output: $this->settings_schema(),
			run: function ( array $input ): array|\WP_Error {
				$saved = $this->refusal( $input['module'] ) ?? $this->plugin->settings()->set( $input['module'], $input['values'] );
				return is_wp_error( $saved ) ? $saved : $this->settings( $input['module'] );
			},
			positional: array( 'module' ),
		);
	}

	/**
	 * @return array{modules: list<array{slug: string, label: string, description: string, is_built: bool, is_enabled: bool, is_fixed: bool}>}
	 */
	private function modules(): array {
		$built = $this->plugin->settings()->built_modules();
		$on    = $this->plugin->modules();
		$list  = array();
		foreach ( Plugin::MODULES as $slug => $class_name ) {
			$is_built = in_array( $slug, $built, true );
			$module   = $is_built ? $on[ $slug ] ?? new $class_name( $this->plugin ) : null;
			$list[]   = array(
				'slug'        => $slug,
				'label'       => $module?->label() ?? $slug,
				'description' => $module?->description() ?? '',
				'is_built'    => $is_built,
				'is_enabled'  => isset( $on[ $slug ] ),
				'is_fixed'    => self::ALWAYS_ON === $slug,
			);
		}
		return array( 'modules' => $list );
	}

	/**
	 * Each module says itself who may see and change its settings.
	 */
	private function refusal( string $slug ): ?\WP_Error {
		return Capabilities::may( $this->plugin->module( $slug )->settings_capability() ) ? null : new \WP_Error( 'rest_forbidden', __( 'Your account may not see or change these settings. Ask an administrator of this site.', 'igny8' ), array( 'status' => 403 ) );
	}

	/**
	 * @return array{module: string, values: array<string, mixed>|\stdClass, schema: array<string, mixed>}
	 */
	private function settings( string $slug ): array {
		$settings = $this->plugin->settings();
		return array(
			'module' => $slug,
			'values' => $settings->all( $slug ),
			'schema' => $settings->schema( $slug ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private function module_property(): array {
		return array(
			'type'        => 'string',
			'enum'        => array_keys( $this->plugin->modules() ),
			'default'     => self::ALWAYS_ON,
			'description' => __( 'Slug of a module that is on.', 'igny8' ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private function settings_schema(): array {
		return array(
			'type'       => 'object',
			'properties' => array(
				'module' => array( 'type' => 'string' ),
				'values' => array( 'type' => 'object' ),
				'schema' => array( 'type' => 'object' ),
			),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private function modules_schema(): array {
		$fields = array( 'slug' => 'string', 'label' => 'string', 'description' => 'string', 'is_built' => 'boolean', 'is_enabled' => 'boolean', 'is_fixed' => 'boolean' );
		return array(
			'type'       => 'object',
			'properties' => array(
				'modules' => array(
					'type'  => 'array',
					'items' => array(
						'type'       => 'object',
						'properties' => array_map( static fn( string $type ) => array( 'type' => $type ), $fields ),
					),
				),
			),
		);
	}
}
