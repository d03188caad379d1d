<?php
/**
 * Reads serialised PHP and JSON as it stands in somebody's database: broken, hostile or fine.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

/**
 * Objects are never made: what a row pretends to be must not run code.
 */
final class Stored {

	/**
	 * A serialised array; array() for everything else.
	 *
	 * @return array<mixed>
	 */
	public static function php( mixed $value ): array {
		if ( is_string( $value ) && is_serialized( $value ) ) {
			$value = @unserialize( trim( $value ), array( 'allowed_classes' => false ) ); // phpcs:ignore WordPress.PHP, Generic.PHP -- WordPress' own reader makes objects; a broken value is no error of ours.
		}
		return is_array( $value ) ? self::without_objects( $value ) : array();
	}

	/**
	 * An array in JSON; array() for everything else.
	 *
	 * @return array<mixed>
	 */
	public static function json( mixed $value ): array {
		$value = is_string( $value ) ? json_decode( $value, true, 64 ) : $value;
		return is_array( $value ) ? $value : array();
	}

	/**
	 * An option that holds an array; read as a raw row, because get_option() would make its objects.
	 *
	 * @return array<mixed>
	 */
	public static function option( string $name ): array {
		return self::php( ( new Rows() )->option( $name ) );
	}

	/**
	 * @param array<mixed> $value
	 * @return array<mixed>
	 */
	private static function without_objects( array $value ): array {
		$kept = array_filter( $value, static fn( $item ) => ! is_object( $item ) );
		return array_map( static fn( $item ) => is_array( $item ) ? self::without_objects( $item ) : $item, $kept );
	}
}
