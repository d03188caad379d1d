<?php
/**
 * The menu of a block theme: a navigation post, which the theme's navigation block shows by itself.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * A navigation block without a chosen menu shows the newest navigation post (WP_Navigation_Fallback).
 * Where somebody has made one of their own, ours is dated before it, so that theirs stays in view.
 */
final class BlockMenu {

	public const KIND = 'wp_navigation';

	public function kind(): string {
		return self::KIND;
	}

	/**
	 * The id of our menu, or 0.
	 */
	public function find(): int {
		return $this->posts( array( 'meta_key' => Menu::META ) )[0]->ID ?? 0; // phpcs:ignore WordPress.DB.SlowDBQuery -- Few navigation posts, never on a page view.
	}

	/**
	 * Where it goes: `front`, or `behind` somebody's own navigation.
	 */
	public function place(): string {
		return null === $this->oldest_own() ? 'front' : 'behind';
	}

	public function create( string $title, string $place ): int {
		$date = 'front' === $place ? '' : gmdate( 'Y-m-d H:i:s', strtotime( $this->oldest_own()->post_date ) - 1 );
		$post = array(
			'post_type'   => self::KIND,
			'post_status' => 'publish',
			'post_title'  => $title,
			'post_date'   => $date,
			'meta_input'  => array( Menu::META => '' ),
		);
		$id   = wp_insert_post( wp_slash( $post ), true );
		if ( is_wp_error( $id ) ) {
			throw new \RuntimeException( esc_html( $id->get_error_message() ) );
		}
		return $id;
	}

	/**
	 * @param list<array{label: string, target: array{kind: string, type: string, id: int, url: string}|null, children: list<array<string, mixed>>}> $items
	 */
	public function fill( int $id, array $items, string $fingerprint ): void {
		wp_update_post(
			array(
				'ID'           => $id,
				'post_content' => wp_slash( serialize_blocks( array_map( static fn( array $item ) => self::block( $item, true ), $items ) ) ),
			)
		);
		// What was stored, not what was sent: filters may have changed it.
		update_post_meta( $id, Menu::META, $fingerprint . ':' . md5( get_post( $id )->post_content ) );
	}

	/**
	 * The fingerprint of what we put in last.
	 */
	public function fingerprint( int $id ): string {
		return explode( ':', (string) get_post_meta( $id, Menu::META, true ) )[0];
	}

	public function is_untouched( int $id ): bool {
		$content = get_post( $id )->post_content;
		$stored  = explode( ':', (string) get_post_meta( $id, Menu::META, true ) )[1] ?? '';
		return '' === $content || md5( $content ) === $stored;
	}

	public function remove( int $id ): void {
		wp_delete_post( $id, true );
	}

	/**
	 * A submenu without an address is a label with a button that opens it.
	 *
	 * @param array{label: string, target: array{kind: string, type: string, id: int, url: string}|null, children: list<array<string, mixed>>} $item
	 * @return array<string, mixed> A block as serialize_block() takes it.
	 */
	private static function block( array $item, bool $is_top ): array {
		$children = array_map( static fn( array $child ) => self::block( $child, false ), $item['children'] );
		$is_link  = array() === $children;
		$target   = null === $item['target'] ? array() : array(
			'type' => $item['target']['type'],
			'id'   => $item['target']['id'],
			'url'  => $item['target']['url'],
			'kind' => $item['target']['kind'],
		);
		return array(
			'blockName'    => $is_link ? 'core/navigation-link' : 'core/navigation-submenu',
			'attrs'        => array( 'label' => esc_html( $item['label'] ) ) + $target + array( $is_link ? 'isTopLevelLink' : 'isTopLevelItem' => $is_top ),
			'innerBlocks'  => $children,
			'innerHTML'    => '',
			'innerContent' => array_fill( 0, count( $children ), null ),
		);
	}

	/**
	 * The oldest navigation that somebody filled: WordPress' own fallback holds a page list and nothing else.
	 */
	private function oldest_own(): ?\WP_Post {
		foreach ( $this->posts( array( 'orderby' => 'date', 'order' => 'ASC' ) ) as $post ) {
			$blocks = array_filter( array_column( parse_blocks( $post->post_content ), 'blockName' ) );
			if ( array() !== array_diff( $blocks, array( 'core/page-list' ) ) && '' === get_post_meta( $post->ID, Menu::META, true ) ) {
				return $post;
			}
		}
		return null;
	}

	/**
	 * @param array<string, mixed> $query
	 * @return list<\WP_Post>
	 */
	private function posts( array $query ): array {
		return get_posts(
			$query + array(
				'post_type'      => self::KIND,
				'post_status'    => 'publish',
				'posts_per_page' => 20,
			)
		);
	}
}
