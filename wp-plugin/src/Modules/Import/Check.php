<?php
/**
 * Brings a record's values into the limits of Seo\Fields; what does not fit is noted, the rest is taken.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Seo\Fields;

/**
 * One bad value must not lose an object's other ones.
 */
final class Check {

	/**
	 * @return array<string, mixed> As stored, without those that are empty.
	 */
	public static function fields( Record $record ): array {
		static $properties = null;
		$properties      ??= Fields::properties();
		$values            = $record->fields;
		foreach ( $values as $name => $value ) {
			$most = $properties[ $name ]['maxLength'] ?? 0;
			if ( is_string( $value ) && $most > 0 && mb_strlen( $value ) > $most ) {
				$values[ $name ] = mb_substr( $value, 0, $most );
				/* translators: 1: name of a field, 2: number of characters. */
				$record->note( 'left_out', sprintf( __( '%1$s: what is longer than %2$d characters', 'igny8' ), $properties[ $name ]['title'], $most ) );
			}
		}
		$clean = Fields::prepare( $values );
		if ( is_wp_error( $clean ) ) {
			$clean = array();
			foreach ( $values as $name => $value ) {
				$one = Fields::prepare( array( $name => $value ) );
				if ( is_wp_error( $one ) ) {
					/* translators: 1: name of a field, 2: what is wrong. */
					$record->note( 'left_out', sprintf( __( '%1$s: a value that is not valid (%2$s)', 'igny8' ), $properties[ $name ]['title'] ?? $name, implode( ' ', $one->get_error_data()['fields'] ?? array() ) ) );
				} else {
					$clean += $one;
				}
			}
		}
		return array_filter( $clean, static fn( $value ) => ! in_array( $value, array( '', false, array() ), true ) );
	}
}
