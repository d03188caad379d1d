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
				) + $counts + array( 'status' => State::of( $slug )['status'] );
			}
		}
		usort( $found, static fn( array $one, array $other ) => $other['is_active'] <=> $one['is_active'] );
		return $found;
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
