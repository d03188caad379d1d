<?php
/**
 * Notes beside the settings what a page view would otherwise have to query: the images they name, whether terms have names.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Seo\Choices;
use Igny8\Seo\Image;

/**
 * In the same autoloaded option, under `images` and `terms_have_names`, which are no settings: nobody sees or sets them.
 */
final class SettingNotes {

	private const OPTION = 'igny8_' . Choices::MODULE;

	/**
	 * Looks up every image that the settings name, before they are stored.
	 *
	 * @param mixed $settings
	 * @return array<string, mixed>
	 */
	public static function note_images( mixed $settings ): array {
		$settings = (array) $settings;
		$named    = array( $settings['social']['image'] ?? '', ...array_column( (array) ( $settings['titles'] ?? array() ), 'social_image' ) );
		$images   = array();
		foreach ( array_unique( array_filter( array_map( 'strval', $named ), 'ctype_digit' ) ) as $id ) {
			$image = Image::attachment( (int) $id );
			if ( null !== $image ) {
				$images[ $id ] = $image;
			}
		}
		unset( $settings['images'] );
		return array() === $images ? $settings : $settings + array( 'images' => $images );
	}

	/**
	 * An attachment changed or went: one that the settings name is looked up again.
	 */
	public static function on_attachment( int $id ): bool {
		$settings = get_option( self::OPTION ) ?: array();
		return isset( $settings['images'][ $id ] ) && update_option( self::OPTION, self::note_images( $settings ), true );
	}

	/**
	 * A term got a name for breadcrumbs: from now on trails ask for them.
	 */
	public static function on_named_term(): bool {
		$settings = get_option( self::OPTION ) ?: array();
		return empty( $settings['terms_have_names'] ) && update_option( self::OPTION, array( 'terms_have_names' => true ) + $settings, true );
	}
}
