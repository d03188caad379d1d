<?php
/**
 * Carry the settings of all modules to another site as one JSON file, with a preview and an undo.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Engine;

use Igny8\Operation;
use Igny8\Plugin;

/**
 * The engine's address and key are no settings and stay where they are; a setting whose schema says `writeOnly` stays too.
 */
final class TransferOperations {

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->export_operation(), $this->import_operation(), $this->undo_operation() );
	}

	private function export_operation(): Operation {
		return new Operation(
			name: 'engine.export_settings',
			label: __( 'Export settings', 'igny8' ),
			description: __( 'The settings of all modules, and which are on, as one JSON file. Keys and passwords are not in it.', 'igny8' ),
			capability: 'manage_options',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'name' => array( 'type' => 'string' ),
					'text' => array( 'type' => 'string' ),
				),
			),
			run: function (): array {
				$host = sanitize_title( (string) wp_parse_url( home_url(), PHP_URL_HOST ) );
				return array(
					'name' => "igny8-settings-{$host}.json",
					'text' => wp_json_encode( ( new SettingsFile( $this->plugin ) )->make(), JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) . "\n",
				);
			},
			is_readonly: true,
			text: 'text',
			media_type: 'application/json',
		);
	}

	private function import_operation(): Operation {
		return new Operation(
			name: 'engine.import_settings',
			label: __( 'Import settings', 'igny8' ),
			description: __( 'Takes over the settings of a file that this plugin has exported. dry_run shows what would change; the last import can be undone.', 'igny8' ),
			capability: 'manage_options',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'text'    => array( 'type' => 'string', 'format' => 'json', 'minLength' => 2, 'maxLength' => SettingsFile::MOST_BYTES, 'description' => __( 'The file; on the command line its path.', 'igny8' ) ),
					'dry_run' => array( 'type' => 'boolean', 'default' => false, 'description' => __( 'Only show what would change.', 'igny8' ) ),
				),
				'required'   => array( 'text' ),
			),
			output: self::result_schema(),
			run: fn( array $input ) => ( new SettingsFile( $this->plugin ) )->take( $input['text'], $input['dry_run'] ),
			is_destructive: true,
			positional: array( 'text' ),
			rows: 'changes',
			columns: array( 'module', 'setting', 'from', 'to' ),
		);
	}

	private function undo_operation(): Operation {
		return new Operation(
			name: 'engine.undo_settings_import',
			label: __( 'Undo the import of settings', 'igny8' ),
			description: __( 'Puts back the settings as they were before the last import.', 'igny8' ),
			capability: 'manage_options',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: self::result_schema(),
			run: fn() => ( new SettingsFile( $this->plugin ) )->undo(),
			is_destructive: true,
			rows: 'changes',
			columns: array( 'module', 'setting', 'from', 'to' ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function result_schema(): array {
		$fields = array( 'module' => 'string', 'setting' => 'string', 'from' => 'string', 'to' => 'string' );
		return array(
			'type'       => 'object',
			'properties' => array(
				'changes'  => array( 'type' => 'array', 'items' => array( 'type' => 'object', 'properties' => array_map( static fn( string $type ) => array( 'type' => $type ), $fields ) ) ),
				'notes'    => array( 'type' => 'array', 'items' => array( 'type' => 'string' ) ),
				'is_saved' => array( 'type' => 'boolean' ),
				'can_undo' => array( 'type' => 'boolean' ),
			),
		);
	}
}
