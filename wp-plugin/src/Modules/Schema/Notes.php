<?php
/**
 * What a page view would have to look up about the site's owner, written down in the settings when it changes.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

use Igny8\Modules\Schema\Pieces\Author;
use Igny8\Settings;

/**
 * Kept beside the settings, under `notes`: `logo` (url, contentUrl, width, height) and `person`. Saves every page three queries.
 */
final class Notes {

	/**
	 * @param array<string, mixed> $settings As they are about to be stored.
	 * @return array<string, mixed>
	 */
	public static function take( array $settings ): array {
		$all   = $settings + Settings::network( 'schema' );
		$logo  = ( $all['organization']['logo'] ?? '' ) ?: (int) get_theme_mod( 'custom_logo' );
		$logo  = $logo ? array_diff_key( Page::image( $logo ), array( '@type' => 0 ) ) : array();
		$user  = 'person' === ( $all['site_represents'] ?? '' ) ? get_userdata( (int) ( $all['person'] ?? 0 ) ) : false;
		$notes = array_filter( array( 'logo' => $logo, 'person' => $user ? self::person( $user ) : null ) );
		unset( $settings['notes'] );
		return $settings + ( $notes ? array( 'notes' => $notes ) : array() );
	}

	/**
	 * Takes the notes anew: the theme's logo has changed, or the module is switched on.
	 */
	public static function refresh(): void {
		$settings = get_option( 'igny8_schema' ) ?: array();
		self::take( $settings ) === $settings || update_option( 'igny8_schema', $settings, true );
	}

	/**
	 * A user's profile has changed.
	 */
	public static function on_user( int $user_id ): void {
		$settings = Settings::stored( 'schema' );
		if ( 'person' === ( $settings['site_represents'] ?? '' ) && (int) ( $settings['person'] ?? 0 ) === $user_id ) {
			self::refresh();
		}
	}

	/**
	 * @return array{nicename: string, name: string, jobTitle: string, description: string, sameAs: list<string>}
	 */
	private static function person( \WP_User $user ): array {
		return array( 'nicename' => $user->user_nicename ) + array_diff_key( Author::person( $user, true ), array( '@type' => 0, '@id' => 0, 'url' => 0 ) );
	}
}
