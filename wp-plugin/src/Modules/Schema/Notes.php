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
		$logo  = $settings['organization']['logo'] ?? '';
		$logo  = $logo ? array_diff_key( Page::image( $logo ), array( '@type' => 0 ) ) : array();
		$user  = 'person' === ( $settings['site_represents'] ?? '' ) ? get_userdata( (int) ( $settings['person'] ?? 0 ) ) : false;
		$notes = array_filter( array( 'logo' => $logo, 'person' => $user ? self::person( $user ) : null ) );
		unset( $settings['notes'] );
		return $settings + ( $notes ? array( 'notes' => $notes ) : array() );
	}

	/**
	 * A user's profile has changed.
	 */
	public static function on_user( int $user_id ): void {
		$settings = (array) get_option( 'igny8_schema', array() );
		if ( 'person' === ( Settings::stored( 'schema' )['site_represents'] ?? '' ) && (int) ( $settings['person'] ?? 0 ) === $user_id ) {
			update_option( 'igny8_schema', $settings, true ); // The filter takes the notes anew.
		}
	}

	/**
	 * @return array{nicename: string, name: string, jobTitle: string, description: string, sameAs: list<string>}
	 */
	private static function person( \WP_User $user ): array {
		return array( 'nicename' => $user->user_nicename ) + array_diff_key( Author::person( $user, true ), array( '@type' => 0, '@id' => 0, 'url' => 0 ) );
	}
}
