<?php
/**
 * Takes edits of attributes apart into single changes, and puts them together again for the engine.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

/**
 * A single change is an AttributeEdit (engine/igny8/sag/blueprint.py) that does one thing, so that it can be shown and undone
 * by itself. The engine gets one edit per attribute: it takes 50 in all.
 *
 * @phpstan-type Edit array{attribute: string, name?: string, level?: string, role?: string, add_values?: list<string>, drop_values?: list<string>, rename_values?: list<array{value: string, label: string}>, is_dropped?: bool}
 */
final class Edits {

	/**
	 * @param Edit $edit
	 * @return list<Edit>
	 */
	public static function apart( array $edit ): array {
		$of = array( 'attribute' => $edit['attribute'] );
		if ( ! empty( $edit['is_dropped'] ) ) {
			return array( $of + array( 'is_dropped' => true ) );
		}
		$set   = array_filter( array_intersect_key( $edit, array_flip( array( 'name', 'level', 'role' ) ) ), static fn( ?string $value ) => null !== $value && '' !== $value );
		$parts = isset( $set['role'] ) ? array( $of + $set ) : array_map( static fn( string $name ) => $of + array( $name => $set[ $name ] ), array_keys( $set ) );
		foreach ( array( 'add_values', 'drop_values', 'rename_values' ) as $list ) {
			foreach ( $edit[ $list ] ?? array() as $item ) {
				$parts[] = $of + array( $list => array( $item ) );
			}
		}
		return $parts;
	}

	/**
	 * One edit per attribute. Later changes win; what undoes an earlier one leaves neither.
	 *
	 * @param list<Edit>                           $changes In the order they were made.
	 * @param array<string, array<string, string>> $labels  Attribute → value → its label, of the version that is edited.
	 * @return list<Edit>
	 */
	public static function together( array $changes, array $labels = array() ): array {
		$made  = array();
		$added = array();
		foreach ( $changes as $change ) {
			$slug = $change['attribute'];
			if ( isset( $change['role'] ) ) {
				$added[ $slug ] = true;
			}
			if ( ! empty( $change['is_dropped'] ) ) {
				$made[ $slug ] = isset( $added[ $slug ] ) ? null : array( 'attribute' => $slug, 'is_dropped' => true );
			} elseif ( empty( $made[ $slug ]['is_dropped'] ) ) {
				$made[ $slug ] = self::with( $made[ $slug ] ?? array( 'attribute' => $slug ), $change, $labels[ $slug ] ?? array() );
			}
		}
		return array_values( array_filter( $made, static fn( ?array $edit ) => null !== $edit && count( $edit ) > 1 ) );
	}

	/**
	 * The slug that the engine gives a value or attribute of this name.
	 */
	public static function slug( string $label ): string {
		return trim( substr( (string) preg_replace( '/[^a-z0-9]+/', '-', strtolower( remove_accents( $label ) ) ), 0, 60 ), '-' );
	}

	/**
	 * @param Edit                  $edit
	 * @param Edit                  $change
	 * @param array<string, string> $labels Of the attribute's values.
	 * @return Edit
	 */
	private static function with( array $edit, array $change, array $labels ): array {
		$edit   = array_intersect_key( $change, array_flip( array( 'name', 'level', 'role' ) ) ) + $edit;
		$adds   = $edit['add_values'] ?? array();
		$drops  = $edit['drop_values'] ?? array();
		$names  = array_column( $edit['rename_values'] ?? array(), 'label', 'value' );
		$same   = static fn( string $value, string $label ) => self::slug( $label ) === $value || mb_strtolower( $labels[ $value ] ?? '' ) === mb_strtolower( $label );
		foreach ( $change['add_values'] ?? array() as $label ) {
			$dropped = array_filter( $drops, static fn( string $value ) => $same( $value, $label ) );
			$drops   = array_diff( $drops, $dropped );
			$is_new  = array() === $dropped && ! in_array( mb_strtolower( $label ), array_map( 'mb_strtolower', $adds ), true );
			$adds    = $is_new ? array( ...$adds, $label ) : $adds;
		}
		foreach ( $change['drop_values'] ?? array() as $value ) {
			$left  = array_values( array_filter( $adds, static fn( string $label ) => ! $same( $value, $label ) ) );
			$drops = count( $left ) < count( $adds ) ? $drops : array( ...$drops, $value );
			$adds  = $left;
			unset( $names[ $value ] );
		}
		foreach ( $change['rename_values'] ?? array() as $rename ) {
			$names[ $rename['value'] ] = $rename['label'];
		}
		$renames = array_map( static fn( string $value, string $label ) => compact( 'value', 'label' ), array_map( 'strval', array_keys( $names ) ), $names );
		$lists   = array( 'add_values' => array_values( $adds ), 'drop_values' => array_values( array_unique( $drops ) ), 'rename_values' => $renames );
		return array_diff_key( $edit, $lists ) + array_filter( $lists, static fn( array $list ) => array() !== $list );
	}
}
