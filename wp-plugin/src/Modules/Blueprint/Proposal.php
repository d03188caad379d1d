<?php
/**
 * The attributes as the engine proposes them, before the owner's edits: what edits are made on, and held against.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

final class Proposal {

	/**
	 * The engine's input for the attributes alone: without edits, and with next to no clusters, which nobody looks at.
	 *
	 * @param array<string, mixed>|\WP_Error $input The engine's `BlueprintInput`.
	 * @return array<string, mixed>
	 */
	public static function input( array|\WP_Error $input ): array {
		$input = is_wp_error( $input ) ? array() : $input;
		unset( $input['edits'], $input['decisions'], $input['keywords'] );
		return array( 'max_clusters_per_sector' => 1 ) + $input;
	}

	/**
	 * Those of the edits that still fit: their attribute is there or made by them, and so are the values they name.
	 *
	 * @param list<array<string, mixed>> $edits
	 * @param list<array<string, mixed>> $attributes As proposed.
	 * @return list<array<string, mixed>>
	 */
	public static function fitting( array $edits, array $attributes ): array {
		$values = array();
		foreach ( $attributes as $attribute ) {
			$values[ $attribute['slug'] ] = array_column( $attribute['values'], 'slug' );
		}
		$fitting = array();
		foreach ( $edits as $edit ) {
			if ( ! isset( $values[ $edit['attribute'] ] ) && empty( $edit['role'] ) ) {
				continue;
			}
			$known = $values[ $edit['attribute'] ] ?? array();
			if ( isset( $edit['drop_values'] ) ) {
				$edit['drop_values'] = array_values( array_intersect( $edit['drop_values'], $known ) );
			}
			if ( isset( $edit['rename_values'] ) ) {
				$edit['rename_values'] = array_values( array_filter( $edit['rename_values'], static fn( array $rename ) => in_array( $rename['value'], $known, true ) ) );
			}
			$fitting[] = $edit;
		}
		return $fitting;
	}
}
