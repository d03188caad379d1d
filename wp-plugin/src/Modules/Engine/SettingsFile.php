<?php
/**
 * The file that settings travel in: makes it, says what it would change, takes it over, and goes back.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Engine;

use Igny8\Contract;
use Igny8\Plugin;

/**
 * Everything is checked before anything is stored, so a file is taken whole or not at all. What this version does not
 * know is named and left out: a file of a newer plugin is welcome.
 */
final class SettingsFile {

	public const MOST_BYTES = 1048576; // A site with 200 templates exports 60 KB.

	/**
	 * Settings as they were before the last import: slug → values, and under `enabled` the modules that were on.
	 */
	private const UNDO = 'igny8_settings_undo';

	private const KIND = 'igny8-settings';

	/**
	 * Settings that name a picture or a person by a number, which means another one on another site.
	 */
	private const IDS = '/^(?:logo|image|photo|person|\w+_(?:image|logo|id|user))$/';

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * @return array{kind: string, version: string, site: string, enabled: list<string>, settings: array<string, array<string, mixed>>}
	 */
	public function make(): array {
		$settings = array();
		foreach ( $this->plugin->settings()->built_modules() as $slug ) {
			$settings[ $slug ] = array_diff_key( $this->plugin->settings()->all( $slug ), array_flip( $this->secret( $slug ) ) );
		}
		return array(
			'kind'     => self::KIND,
			'version'  => \Igny8\VERSION,
			'site'     => home_url( '/' ),
			'enabled'  => $this->plugin->settings()->enabled_modules(),
			'settings' => array_filter( $settings ),
		);
	}

	/**
	 * @return array{changes: list<array{module: string, setting: string, from: string, to: string}>, notes: list<string>, is_saved: bool, can_undo: bool}|\WP_Error
	 */
	public function take( string $text, bool $is_dry_run ): array|\WP_Error {
		$file = json_decode( $text, true );
		if ( ! is_array( $file ) || self::KIND !== ( $file['kind'] ?? '' ) || ! is_array( $file['settings'] ?? null ) ) {
			return new \WP_Error( 'settings_file', __( 'This is not a file of settings that IGNY8 has exported. Choose the .json file that "Export settings" gave you.', 'igny8' ), array( 'status' => 400 ) );
		}
		$notes  = array();
		$values = $this->checked( $file['settings'], $notes );
		if ( is_wp_error( $values ) ) {
			return $values;
		}
		if ( home_url( '/' ) !== ( $file['site'] ?? '' ) ) {
			array_push( $notes, ...$this->notes_on_ids( $values ) );
		}
		$enabled = is_array( $file['enabled'] ?? null ) ? array_values( array_intersect( $this->plugin->settings()->built_modules(), array( 'engine', ...array_filter( $file['enabled'], 'is_string' ) ) ) ) : $this->plugin->settings()->enabled_modules();
		return $this->change( $values, $enabled, $notes, $is_dry_run );
	}

	/**
	 * @return array{changes: list<array{module: string, setting: string, from: string, to: string}>, notes: list<string>, is_saved: bool, can_undo: bool}|\WP_Error
	 */
	public function undo(): array|\WP_Error {
		$before = get_option( self::UNDO );
		if ( ! is_array( $before ) ) {
			return new \WP_Error( 'nothing_to_undo', __( 'No settings were imported since the last undo.', 'igny8' ), array( 'status' => 409 ) );
		}
		$enabled = $before['enabled'];
		unset( $before['enabled'] );
		$result = $this->change( $before, $enabled, array(), false );
		if ( ! is_wp_error( $result ) ) {
			delete_option( self::UNDO );
			$result['can_undo'] = false;
		}
		return $result;
	}

	/**
	 * What this site can take of the file; unknown modules and settings become notes.
	 *
	 * @param array<string, mixed> $modules
	 * @param list<string>         $notes
	 * @return array<string, array<string, mixed>>|\WP_Error
	 */
	private function checked( array $modules, array &$notes ): array|\WP_Error {
		$checked = array();
		$built   = $this->plugin->settings()->built_modules();
		foreach ( $modules as $slug => $values ) {
			if ( ! in_array( $slug, $built, true ) || ! is_array( $values ) ) {
				/* translators: %s: name of a module. */
				$notes[] = sprintf( __( 'This version has no module %s; its settings are left out.', 'igny8' ), $slug );
				continue;
			}
			$schema  = $this->plugin->settings()->schema( $slug );
			$refused = array( ...array_keys( array_diff_key( $values, $schema['properties'] ) ), ...$this->secret( $slug ), ...$this->plugin->settings()::locked( $slug ) );
			$known   = array_diff_key( $values, array_flip( $refused ) );
			$left    = array_intersect( array_keys( $values ), $refused );
			if ( array() !== $left ) {
				/* translators: 1: name of a module, 2: names of settings. */
				$notes[] = sprintf( __( 'Of %1$s these settings are left out, because this site does not know them or may not change them: %2$s.', 'igny8' ), $slug, implode( ', ', $left ) );
			}
			/* translators: %s: name of a module. */
			$valid = Contract::check( $known, $schema, 'settings_invalid', sprintf( __( 'Nothing was imported. In %s:', 'igny8' ), $slug ) );
			if ( is_wp_error( $valid ) ) {
				return $valid;
			}
			$checked[ $slug ] = array_intersect_key( $valid, $known );
		}
		return $checked;
	}

	/**
	 * @param array<string, array<string, mixed>> $modules Checked values.
	 * @param list<string>                        $enabled
	 * @param list<string>                        $notes
	 * @return array{changes: list<array{module: string, setting: string, from: string, to: string}>, notes: list<string>, is_saved: bool, can_undo: bool}|\WP_Error
	 */
	private function change( array $modules, array $enabled, array $notes, bool $is_dry_run ): array|\WP_Error {
		$settings = $this->plugin->settings();
		$before   = array( 'enabled' => $settings->enabled_modules() );
		$changes  = $this->switched( $before['enabled'], $enabled );
		foreach ( $modules as $slug => $values ) {
			$old = $settings->all( $slug );
			foreach ( $values as $name => $value ) {
				if ( $value !== ( $old[ $name ] ?? null ) ) {
					$before[ $slug ][ $name ] = $old[ $name ] ?? null;
					$changes[]                = array( 'module' => $slug, 'setting' => $name, 'from' => self::shown( $old[ $name ] ?? null ), 'to' => self::shown( $value ) );
				}
			}
		}
		if ( ! $is_dry_run && array() !== $changes ) {
			update_option( self::UNDO, $before, false ); // First: a killed request can be undone too.
			foreach ( array_intersect_key( $modules, $before ) as $slug => $values ) {
				$saved = $settings->set( $slug, array_intersect_key( $values, $before[ $slug ] ) );
				if ( is_wp_error( $saved ) ) {
					return $saved;
				}
			}
			$enabled !== $before['enabled'] && $this->plugin->switch_modules( $enabled );
		}
		return array(
			'changes'  => $changes,
			'notes'    => $notes,
			'is_saved' => ! $is_dry_run && array() !== $changes,
			'can_undo' => is_array( get_option( self::UNDO ) ),
		);
	}

	/**
	 * @param list<string> $before
	 * @param list<string> $after
	 * @return list<array{module: string, setting: string, from: string, to: string}>
	 */
	private function switched( array $before, array $after ): array {
		$changes = array();
		foreach ( array( ...array_diff( $after, $before ), ...array_diff( $before, $after ) ) as $slug ) {
			$is_on     = in_array( $slug, $after, true );
			$changes[] = array( 'module' => $slug, 'setting' => __( 'Module', 'igny8' ), 'from' => self::shown( ! $is_on ), 'to' => self::shown( $is_on ) );
		}
		return $changes;
	}

	/**
	 * @param array<string, array<string, mixed>> $modules
	 * @return list<string>
	 */
	private function notes_on_ids( array $modules ): array {
		$found = array();
		foreach ( $modules as $slug => $values ) {
			self::find_ids( $values, $slug, $found );
		}
		/* translators: %s: names of settings. */
		return array() === $found ? array() : array( sprintf( __( 'The file is another site\'s. These settings name a picture or a person there by number; look at them afterwards: %s.', 'igny8' ), implode( ', ', $found ) ) );
	}

	/**
	 * @param array<string|int, mixed> $values
	 * @param list<string>             $found
	 */
	private static function find_ids( array $values, string $path, array &$found ): void {
		foreach ( $values as $name => $value ) {
			if ( is_array( $value ) ) {
				self::find_ids( $value, "{$path}.{$name}", $found );
			} elseif ( is_numeric( $value ) && (int) $value > 0 && preg_match( self::IDS, (string) $name ) ) {
				$found[] = "{$path}.{$name}";
			}
		}
	}

	/**
	 * @return list<string>
	 */
	private function secret( string $slug ): array {
		return array_keys( array_filter( $this->plugin->settings()->schema( $slug )['properties'], static fn( array $schema ) => ! empty( $schema['writeOnly'] ) ) );
	}

	private static function shown( mixed $value ): string {
		return is_string( $value ) ? $value : wp_json_encode( $value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	}
}
