<?php
/**
 * The menu of a classic theme: a navigation menu in the first location that has none.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * Same methods as BlockMenu, one for one.
 */
final class ClassicMenu {

	public const KIND = 'nav_menu';

	public function kind(): string {
		return self::KIND;
	}

	/**
	 * The id of our menu, or 0.
	 */
	public function find(): int {
		$menus = get_terms(
			array(
				'taxonomy'   => self::KIND,
				'hide_empty' => false,
				'fields'     => 'ids',
				'meta_key'   => Menu::META, // phpcs:ignore WordPress.DB.SlowDBQuery -- Few menus, never on a page view.
			)
		);
		return (int) ( $menus[0] ?? 0 );
	}

	/**
	 * The theme's first location without a menu, or null.
	 */
	public function place(): ?string {
		$taken = get_nav_menu_locations();
		foreach ( array_keys( get_registered_nav_menus() ) as $location ) {
			if ( ! is_nav_menu( $taken[ $location ] ?? 0 ) ) {
				return $location;
			}
		}
		return null;
	}

	public function create( string $title, string $place ): int {
		$name = $title;
		for ( $number = 2; is_nav_menu( $name ); $number++ ) {
			$name = "{$title} {$number}";
		}
		$id = wp_create_nav_menu( wp_slash( $name ) );
		if ( is_wp_error( $id ) ) {
			throw new \RuntimeException( esc_html( $id->get_error_message() ) );
		}
		update_term_meta( $id, Menu::META, '' );
		set_theme_mod( 'nav_menu_locations', array( $place => $id ) + get_nav_menu_locations() );
		return $id;
	}

	/**
	 * @param list<array{label: string, target: array{kind: string, type: string, id: int, url: string}|null, children: list<array<string, mixed>>}> $items
	 */
	public function fill( int $id, array $items, string $fingerprint ): void {
		foreach ( $this->items( $id ) as $item ) {
			wp_delete_post( $item->ID, true );
		}
		// Interrupted here, the half-filled menu counts as untouched and is filled anew.
		update_term_meta( $id, Menu::META, '' );
		$this->add( $id, $items, 0 );
		update_term_meta( $id, Menu::META, $fingerprint . ':' . $this->hash( $id ) );
	}

	/**
	 * The fingerprint of what we put in last.
	 */
	public function fingerprint( int $id ): string {
		return explode( ':', (string) get_term_meta( $id, Menu::META, true ) )[0];
	}

	public function is_untouched( int $id ): bool {
		$stored = (string) get_term_meta( $id, Menu::META, true );
		return '' === $stored || str_ends_with( $stored, ':' . $this->hash( $id ) );
	}

	public function remove( int $id ): void {
		wp_delete_nav_menu( $id );
	}

	/**
	 * @param list<array{label: string, target: array{kind: string, type: string, id: int, url: string}|null, children: list<array<string, mixed>>}> $items
	 */
	private function add( int $menu_id, array $items, int $parent_id ): void {
		foreach ( $items as $item ) {
			$more    = array(
				'menu-item-title'     => wp_slash( $item['label'] ),
				'menu-item-parent-id' => $parent_id,
				'menu-item-status'    => 'publish',
			);
			$item_id = wp_update_nav_menu_item( $menu_id, 0, self::destination( $item['target'] ) + $more );
			if ( is_wp_error( $item_id ) ) {
				throw new \RuntimeException( esc_html( $item_id->get_error_message() ) );
			}
			$this->add( $menu_id, $item['children'], $item_id );
		}
	}

	/**
	 * Where an item leads. A group that only opens gets "#": classic themes open a submenu when its link has the focus,
	 * and a link without an address cannot have it.
	 *
	 * @param array{kind: string, type: string, id: int, url: string}|null $target
	 * @return array<string, int|string>
	 */
	private static function destination( ?array $target ): array {
		return null === $target ? array( 'menu-item-type' => 'custom', 'menu-item-url' => '#' ) : array(
			'menu-item-type'      => 'taxonomy' === $target['kind'] ? 'taxonomy' : 'post_type',
			'menu-item-object'    => $target['type'],
			'menu-item-object-id' => $target['id'],
		);
	}

	private function hash( int $id ): string {
		$items = array_map( static fn( object $item ) => array( $item->title, $item->object, (int) $item->object_id, (int) $item->menu_item_parent ), $this->items( $id ) );
		return md5( (string) wp_json_encode( $items ) );
	}

	/**
	 * @return list<object>
	 */
	private function items( int $id ): array {
		return array_values( (array) wp_get_nav_menu_items( $id, array( 'post_status' => 'any' ) ) );
	}
}
