<?php
/**
 * Which other plugins' data is in this site.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Seo\OtherPlugins;

/**
 * A plugin that was removed leaves its data behind: files say whether it is active, rows whether there is something to import.
 */
final class Detect {

	/**
	 * Those with data or active, the active ones first.
	 *
	 * @return list<array{source: string, name: string, version: string, is_active: bool, posts: int, terms: int, authors: int, settings: int, redirects: int, status: string}>
	 */
	public function sources(): array {
		$found = array();
		foreach ( array_keys( Sources::ALL ) as $slug ) {
			$source = Sources::get( $slug );
			$counts = $source->counts();
			if ( array_sum( $counts ) > 0 || self::is_active( $slug ) ) {
				$found[] = array(
					'source'    => $slug,
					'name'      => $source->name(),
					'version'   => $source->version(),
					'is_active' => self::is_active( $slug ),
				) + $counts + self::progress( $slug );
			}
		}
		usort( $found, static fn( array $one, array $other ) => $other['is_active'] <=> $one['is_active'] );
		return $found;
	}

	/**
	 * How far its import is, and what a comparison found.
	 *
	 * @return array<string, mixed>
	 */
	private static function progress( string $slug ): array {
		$state = State::of( $slug );
		return array_intersect_key( $state, array_flip( array( 'status', 'done', 'total', 'counts', 'finished_at', 'existing', 'parts' ) ) ) + array(
			'verified'    => $state['verified'] ?? null,
			'is_switched' => array() !== $state['deactivated'] || ! empty( $state['takes_over'] ),
			'notes'       => array_values( $state['notes'] ),
		);
	}

	public static function is_active( string $slug ): bool {
		return array() !== self::active_files( $slug );
	}

	/**
	 * Files of the plugin, free and paid, that are active on this site.
	 *
	 * @return list<string>
	 */
	public static function active_files( string $slug ): array {
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		$files = 'redirection' === $slug ? array( 'redirection/redirection.php' ) : OtherPlugins::PLUGINS[ $slug ]['files'];
		return array_values( array_filter( $files, 'is_plugin_active' ) );
	}
}
