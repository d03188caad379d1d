<?php
/**
 * Takes another plugin's settings into our modules' settings, entry by entry, noted in the journal first.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Modules\Sitemap\Robots;
use Igny8\Plugin;
use Igny8\Settings;

/**
 * A setting that is a map (templates by kind of page, social profiles…) is merged: each entry of it is a value of its own.
 */
final class SettingsWriter {

	/**
	 * Path of the text of robots.txt, which is no setting but is taken back like one.
	 */
	private const ROBOTS = 'sitemap|robots.txt';

	private const JOURNAL_ID = 0; // Settings have no number; one row of the journal holds them all.

	public function __construct(
		private readonly Plugin $plugin,
		private readonly string $source,
		private readonly bool $overwrites,
		private readonly JournalTable $journal = new JournalTable(),
	) {}

	/**
	 * Writes what the modules that are on know; the rest is noted in the record.
	 *
	 * @return array{imported: int, conflicts: int} Entries.
	 */
	public function write( SettingsRecord $record ): array {
		$plan = $this->plan( $record );
		$this->journal->note(
			array(
				array(
					'source'    => $this->source,
					'kind'      => 'settings',
					'object_id' => self::JOURNAL_ID,
					'old'       => $plan['old'],
					'new'       => $plan['new'],
				),
			)
		);
		foreach ( $plan['values'] as $module => $values ) {
			$this->store( $module, $values, $record );
		}
		if ( in_array( self::ROBOTS, $plan['taken'], true ) ) {
			$saved = $this->plugin->module( 'sitemap' )->save_robots( $plan['new'][ self::ROBOTS ], $this->source );
			is_wp_error( $saved ) && $record->note( 'left_out', "robots.txt: {$saved->get_error_message()}" );
		}
		return array( 'imported' => count( $plan['taken'] ), 'conflicts' => count( $plan['conflicts'] ) );
	}

	/**
	 * What stands in the settings, by path.
	 *
	 * @param list<string> $paths
	 * @return array<string, mixed>
	 */
	public function current( array $paths ): array {
		$current = array();
		foreach ( $paths as $full ) {
			list( $module, $name, $path ) = array( ...explode( '|', $full, 3 ), '' );
			if ( self::ROBOTS === $full ) {
				$current[ $full ] = null === $this->plugin->module( 'sitemap' ) ? null : Robots::own();
			} elseif ( null !== $this->plugin->module( $module ) ) {
				$current[ $full ] = self::at( $this->plugin->settings()->get( $module, $name ), $path );
			}
		}
		return $current;
	}

	/**
	 * Puts values back; null takes an entry out.
	 *
	 * @param array<string, mixed> $values Path → value.
	 */
	public function restore( array $values ): void {
		$settings = array();
		foreach ( $values as $full => $value ) {
			list( $module, $name, $path ) = array( ...explode( '|', $full, 3 ), '' );
			if ( self::ROBOTS === $full ) {
				$this->plugin->module( 'sitemap' )?->save_robots( (string) $value, $this->source );
			} elseif ( null !== $this->plugin->module( $module ) ) {
				$whole                         = $settings[ $module ][ $name ] ?? $this->plugin->settings()->get( $module, $name );
				$settings[ $module ][ $name ] = '' === $path ? $value : self::with( (array) $whole, $path, $value );
			}
		}
		foreach ( $settings as $module => $changed ) {
			foreach ( $changed as $name => $value ) {
				$this->plugin->settings()->set( $module, array( $name => $value ) );
			}
		}
	}

	/**
	 * @return array{old: array<string, mixed>, new: array<string, mixed>, taken: list<string>, conflicts: array<string, array{ours: mixed, theirs: mixed}>, values: array<string, array<string, mixed>>} Paths are `module|setting|key…`.
	 */
	public function plan( SettingsRecord $record ): array {
		$before = $this->journal->of( $this->source, 'settings', array( self::JOURNAL_ID ) )[ self::JOURNAL_ID ] ?? array( 'old' => array(), 'new' => array() );
		$plan   = array( 'old' => $before['old'], 'new' => $before['new'], 'taken' => array(), 'conflicts' => array(), 'values' => array() );
		foreach ( $record->values as $module => $settings ) {
			if ( null === $this->plugin->module( $module ) ) {
				/* translators: %s: name of a module. */
				$record->note( 'left_out', sprintf( __( 'settings for the module %s, which is switched off', 'igny8' ), $module ) );
				continue;
			}
			$shown = $this->plugin->settings()->all( $module );
			foreach ( array_intersect_key( $settings, $shown ) as $name => $value ) {
				$this->plan_setting( $plan, $module, $name, $value, $shown[ $name ] );
			}
			foreach ( array_keys( array_diff_key( $settings, $shown ) ) as $name ) {
				$record->note( 'left_out', "{$module}.{$name}" );
			}
		}
		$this->plan_robots( $plan, $record );
		return $plan;
	}

	/**
	 * @param array<string, mixed> $plan As plan() gives it.
	 */
	private function plan_robots( array &$plan, SettingsRecord $record ): void {
		$sitemap = $this->plugin->module( 'sitemap' );
		$theirs  = $record->robots_txt;
		if ( '' === trim( $theirs ) || null === $sitemap ) {
			return;
		}
		$ours = Robots::own();
		if ( '' !== $ours && $ours !== $theirs && ( $plan['new'][ self::ROBOTS ] ?? null ) !== $ours ) {
			$plan['conflicts'][ self::ROBOTS ] = compact( 'ours', 'theirs' );
			if ( ! $this->overwrites ) {
				return;
			}
		}
		$plan['old']                += array( self::ROBOTS => $ours );
		$plan['new'][ self::ROBOTS ] = $theirs;
		$plan['taken'][]             = self::ROBOTS;
	}

	/**
	 * @param array<string, mixed> $plan  As plan() gives it.
	 * @param mixed                $shown The setting as it is.
	 */
	private function plan_setting( array &$plan, string $module, string $name, mixed $value, mixed $shown ): void {
		$is_map  = is_array( $shown ) && is_array( $value ) && ! array_is_list( $value );
		$merged  = $shown;
		$stored  = Settings::stored( $module )[ $name ] ?? null;
		$default = $this->plugin->settings()->schema( $module )['properties'][ $name ]['default'] ?? null;
		foreach ( $is_map ? self::leaves( $value ) : array( '' => $value ) as $path => $theirs ) {
			$full    = '' === $path ? "{$module}|{$name}" : "{$module}|{$name}|{$path}";
			$ours    = self::at( $stored, $path );
			$is_ours = ! in_array( $ours, array( null, '', array(), self::at( $default, $path ), $theirs, $plan['new'][ $full ] ?? null ), true );
			if ( $is_ours ) {
				$plan['conflicts'][ $full ] = array( 'ours' => $ours, 'theirs' => $theirs );
				if ( ! $this->overwrites ) {
					continue;
				}
			}
			$plan['old']         += array( $full => self::at( $shown, $path ) );
			$plan['new'][ $full ] = $theirs;
			$plan['taken'][]      = $full;
			$merged               = $is_map ? self::with( $merged, $path, $theirs ) : $theirs;

			$plan['values'][ $module ][ $name ] = $merged;
		}
	}

	/**
	 * Stores what is valid; a setting that is refused is noted and does not stop the others.
	 *
	 * @param array<string, mixed> $values
	 */
	private function store( string $module, array $values, SettingsRecord $record ): void {
		if ( ! is_wp_error( $this->plugin->settings()->set( $module, $values ) ) ) {
			return;
		}
		foreach ( $values as $name => $value ) {
			if ( is_wp_error( $this->plugin->settings()->set( $module, array( $name => $value ) ) ) ) {
				$this->store_leaves( $module, $name, $value, $record );
			}
		}
	}

	/**
	 * A setting that is refused as a whole, entry by entry.
	 */
	private function store_leaves( string $module, string $name, mixed $value, SettingsRecord $record ): void {
		$whole = $this->plugin->settings()->get( $module, $name );
		foreach ( self::leaves( $value ) as $path => $leaf ) {
			$next   = '' === $path ? $leaf : self::with( (array) $whole, $path, $leaf );
			$result = $this->plugin->settings()->set( $module, array( $name => $next ) );
			if ( is_wp_error( $result ) ) {
				$record->note( 'left_out', "{$module}.{$name} {$path}: {$result->get_error_message()}" );
			} else {
				$whole = $next;
			}
		}
	}

	/**
	 * The values of a map, by path; a list is one value.
	 *
	 * @return array<string, mixed>
	 */
	public static function leaves( mixed $value, string $path = '' ): array {
		if ( ! is_array( $value ) || array_is_list( $value ) ) {
			return array( $path => $value );
		}
		$leaves = array();
		foreach ( $value as $key => $item ) {
			$leaves += self::leaves( $item, '' === $path ? (string) $key : "{$path}|{$key}" );
		}
		return $leaves;
	}

	public static function at( mixed $value, string $path ): mixed {
		foreach ( '' === $path ? array() : explode( '|', $path ) as $key ) {
			$value = is_array( $value ) ? ( $value[ $key ] ?? null ) : null;
		}
		return $value;
	}

	/**
	 * @param array<string, mixed> $value
	 * @return array<string, mixed>
	 */
	public static function with( array $value, string $path, mixed $leaf ): array {
		list( $key, $rest ) = array( ...explode( '|', $path, 2 ), '' );
		if ( '' !== $rest ) {
			$value[ $key ] = self::with( (array) ( $value[ $key ] ?? array() ), $rest, $leaf );
			if ( array() === $value[ $key ] ) {
				unset( $value[ $key ] ); // An empty group was not there before.
			}
		} elseif ( null === $leaf ) {
			unset( $value[ $key ] );
		} else {
			$value[ $key ] = $leaf;
		}
		return $value;
	}
}
