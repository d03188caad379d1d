<?php
/**
 * Builds the site's menu from the blueprint: published pages only, in the form the theme shows.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

use Igny8\Lock;

/**
 * One menu is ours, known by the meta `_igny8_menu`, which holds the fingerprint of what we put in. A rebuild replaces
 * that menu only, and not even that once somebody has edited it.
 */
final class Menu {

	public const META = '_igny8_menu';

	/**
	 * Building writes a few dozen rows; a builder that is silent for half a minute is dead.
	 */
	private const LEASE_S = 30;

	public function __construct( private readonly ChangesTable $changes ) {}

	/**
	 * One request at a time: two at once would make two menus.
	 *
	 * @return array{kind: string, id: int, items: int, status: 'built'|'unchanged'|'edited'|'empty'|'no_place'|'busy', note: string}
	 */
	public function build( Document $document, Published $published, bool $overwrites_edits = false ): array {
		$lock = Lock::take( 'menu', self::LEASE_S, self::LEASE_S );
		if ( null === $lock ) {
			return self::result( self::form(), 0, array(), 'busy', __( 'Another request is building the menu.', 'igny8' ) );
		}
		try {
			return $this->rebuild( $document, $published, $overwrites_edits );
		} finally {
			$lock->release();
		}
	}

	/**
	 * @return array{kind: string, id: int, items: int, status: string, note: string}
	 */
	private function rebuild( Document $document, Published $published, bool $overwrites_edits ): array {
		$targets = $published->find( $document, $document->menu_pages() );
		$items   = self::reachable( $document->data['menu'], $targets );
		$form    = self::form();
		$id      = $form->find();
		if ( array() === $items && 0 === $id ) {
			return self::result( $form, 0, $items, 'empty', __( 'None of the menu\'s pages is published yet.', 'igny8' ) );
		}
		$print = self::fingerprint( $items );
		if ( 0 !== $id && ! $overwrites_edits && ! $form->is_untouched( $id ) ) {
			return self::result( $form, $id, $items, 'edited', __( 'Somebody has edited this menu, so it was left alone.', 'igny8' ) );
		}
		if ( 0 !== $id && $form->fingerprint( $id ) === $print && $form->is_untouched( $id ) ) {
			return self::result( $form, $id, $items, 'unchanged', '' );
		}
		if ( 0 === $id ) {
			$place = $form->place();
			if ( null === $place ) {
				return self::result( $form, 0, $items, 'no_place', __( 'Every menu location of the theme has a menu already.', 'igny8' ) );
			}
			$change = $this->changes->begin( 'menu', $form->kind(), array() );
			$id     = $form->create( self::title( $document ), $place );
			$this->changes->finish( $change, $id, array( 'place' => $place ) );
		}
		$form->fill( $id, $items, $print );
		return self::result( $form, $id, $items, 'built', '' );
	}

	/**
	 * Removes the menu an undone apply led to, unless somebody has edited it.
	 *
	 * @param array<string, mixed> $change Row of the journal.
	 * @return string Why it was kept, or ''.
	 */
	public function undo( array $change ): string {
		$form = BlockMenu::KIND === $change['object_key'] ? new BlockMenu() : new ClassicMenu();
		$id   = $form->find();
		if ( 0 === $id ) {
			return '';
		}
		if ( ! $form->is_untouched( $id ) ) {
			return __( 'somebody has edited the menu', 'igny8' );
		}
		$form->remove( $id );
		return '';
	}

	/**
	 * The form of menu that the active theme shows.
	 */
	public static function form(): BlockMenu|ClassicMenu {
		return wp_is_block_theme() ? new BlockMenu() : new ClassicMenu();
	}

	/**
	 * Drops items without a published page; their published children move up. A group that leads where one of its
	 * children leads only opens: its target is null. With that child alone there is nothing to group.
	 *
	 * @param list<array{page: string, label: string, children: list<array<string, mixed>>}>                 $items
	 * @param array<string, array{kind: 'post-type'|'taxonomy', type: string, id: int, url: string}> $targets
	 * @return list<array{label: string, target: array{kind: string, type: string, id: int, url: string}|null, children: list<array<string, mixed>>}>
	 */
	private static function reachable( array $items, array $targets ): array {
		$kept = array();
		foreach ( $items as $item ) {
			$children = self::reachable( $item['children'], $targets );
			if ( ! isset( $targets[ $item['page'] ] ) ) {
				$kept = array( ...$kept, ...$children );
				continue;
			}
			$is_group = in_array( $targets[ $item['page'] ], array_column( $children, 'target' ), true );
			$kept[]   = $is_group && 1 === count( $children ) ? $children[0] : array(
				'label'    => $item['label'],
				'target'   => $is_group ? null : $targets[ $item['page'] ],
				'children' => $children,
			);
		}
		return $kept;
	}

	/**
	 * @param list<array<string, mixed>> $items
	 */
	private static function fingerprint( array $items ): string {
		return md5( (string) wp_json_encode( $items ) );
	}

	private static function title( Document $document ): string {
		/* translators: %s: name of the site. */
		return sprintf( __( '%s: main menu', 'igny8' ), $document->data['site_name'] );
	}

	/**
	 * @param list<array<string, mixed>> $items
	 * @return array{kind: string, id: int, items: int, status: string, note: string}
	 */
	private static function result( BlockMenu|ClassicMenu $form, int $id, array $items, string $status, string $note ): array {
		return array(
			'kind'   => $form->kind(),
			'id'     => $id,
			'items'  => self::size( $items ),
			'status' => $status,
			'note'   => $note,
		);
	}

	/**
	 * @param list<array<string, mixed>> $items
	 */
	private static function size( array $items ): int {
		return array_sum( array_map( static fn( array $item ) => 1 + self::size( $item['children'] ), $items ) );
	}
}
