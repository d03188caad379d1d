<?php
/**
 * Puts links into a page's text, on the block tree, so that a saved post stays valid in the editor.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Linker;

use Igny8\Modules\Content\Module as Content;
use Igny8\Modules\Content\Ways;

/**
 * Looks into paragraphs, list items and table cells, also inside groups, columns and details; never into headings,
 * quotes, buttons, notes to the editor, or the page's first sentence. At most one link per paragraph, list item or cell,
 * except where the page's own text asks for more.
 */
final class Inserter {

	private const CONTAINERS = array( 'core/group', 'core/columns', 'core/column', 'core/list', 'core/list-item', 'core/details', 'core/media-text' );

	/**
	 * Whether the walk has passed the page's first paragraph.
	 */
	private bool $is_past_first = false;

	/**
	 * Links one phrase at the first place where that is allowed.
	 *
	 * @param list<array<string, mixed>>                 $blocks         Changed in place.
	 * @param array{url: string, type: string, id: int} $target
	 * @param bool                                       $is_own_wish    The page's text was written with this link in mind.
	 * @return string|null The words that became the link.
	 */
	public function insert( array &$blocks, string $phrase, array $target, bool $is_own_wish = false ): ?string {
		$this->is_past_first = false;
		return $this->walk( $blocks, new Phrase( $phrase ), $target, $is_own_wish );
	}

	/**
	 * Turns our links to a target back into text, wherever they are.
	 *
	 * @param list<array<string, mixed>>   $blocks Changed in place.
	 * @param array{type: string, id: int} $target
	 */
	public function remove( array &$blocks, array $target ): bool {
		$is_changed = false;
		foreach ( $blocks as &$block ) {
			if ( $this->is_made_anew( $block ) ) {
				continue;
			}
			$is_changed = $this->remove( $block['innerBlocks'], $target ) || $is_changed;
			foreach ( $block['innerContent'] as &$html ) {
				$text       = null === $html ? null : Phrase::unlink( $html, $target );
				$is_changed = $is_changed || $text !== $html;
				$html       = $text;
			}
		}
		return $is_changed;
	}

	/**
	 * Gives our links to a target its present address.
	 *
	 * @param list<array<string, mixed>>                 $blocks Changed in place.
	 * @param array{url: string, type: string, id: int} $target
	 */
	public function readdress( array &$blocks, array $target ): bool {
		$is_changed = false;
		foreach ( $blocks as &$block ) {
			if ( $this->is_made_anew( $block ) ) {
				continue;
			}
			$is_changed = $this->readdress( $block['innerBlocks'], $target ) || $is_changed;
			foreach ( $block['innerContent'] as &$html ) {
				$text       = null === $html ? null : Phrase::readdress( $html, $target );
				$is_changed = $is_changed || $text !== $html;
				$html       = $text;
			}
		}
		return $is_changed;
	}

	/**
	 * Groups of ours that nobody edited are rendered anew as a whole.
	 *
	 * @param array<string, mixed> $block
	 */
	private function is_made_anew( array $block ): bool {
		return ( Ways::is_ours( $block ) && ! Ways::is_edited( $block ) ) || ( Related::is_ours( $block ) && ! Related::is_edited( $block ) );
	}

	/**
	 * @param list<array<string, mixed>>                 $blocks
	 * @param array{url: string, type: string, id: int} $target
	 */
	private function walk( array &$blocks, Phrase $phrase, array $target, bool $is_own_wish ): ?string {
		foreach ( $blocks as &$block ) {
			if ( Ways::is_ours( $block ) || Related::is_ours( $block ) || str_contains( $block['attrs']['className'] ?? '', Content::EDITOR_NOTE ) ) {
				continue;
			}
			$anchor = match ( $block['blockName'] ) {
				'core/paragraph' => $this->in_paragraph( $block, $phrase, $target, $is_own_wish ),
				'core/list-item' => $this->in_html( $block, $phrase, $target, $is_own_wish ),
				'core/table'     => $this->in_cells( $block, $phrase, $target, $is_own_wish ),
				default          => null,
			};
			if ( null === $anchor && in_array( $block['blockName'], self::CONTAINERS, true ) ) {
				$anchor = $this->walk( $block['innerBlocks'], $phrase, $target, $is_own_wish );
			}
			if ( null !== $anchor ) {
				return $anchor;
			}
		}
		return null;
	}

	/**
	 * @param array<string, mixed>                       $block
	 * @param array{url: string, type: string, id: int} $target
	 */
	private function in_paragraph( array &$block, Phrase $phrase, array $target, bool $is_own_wish ): ?string {
		$is_first            = ! $this->is_past_first;
		$this->is_past_first = true;
		return $this->in_html( $block, $phrase, $target, $is_own_wish, $is_first );
	}

	/**
	 * @param array<string, mixed>                       $block
	 * @param array{url: string, type: string, id: int} $target
	 */
	private function in_html( array &$block, Phrase $phrase, array $target, bool $is_own_wish, bool $skips_first_sentence = false ): ?string {
		if ( ! $is_own_wish && str_contains( implode( '', $block['innerContent'] ), '<a ' ) ) {
			return null;
		}
		foreach ( $block['innerContent'] as &$html ) {
			$made = null === $html ? null : $phrase->link( $html, $target, $skips_first_sentence );
			if ( null !== $made ) {
				$html = $made['html'];
				return $made['anchor'];
			}
		}
		return null;
	}

	/**
	 * @param array<string, mixed>                       $block
	 * @param array{url: string, type: string, id: int} $target
	 */
	private function in_cells( array &$block, Phrase $phrase, array $target, bool $is_own_wish ): ?string {
		$anchor = null;
		$link   = static function ( array $cell ) use ( $phrase, $target, $is_own_wish, &$anchor ): string {
			$is_taken = null !== $anchor || ( ! $is_own_wish && str_contains( $cell[2], '<a ' ) );
			$made     = $is_taken ? null : $phrase->link( $cell[2], $target );
			if ( null === $made ) {
				return $cell[0];
			}
			$anchor = $made['anchor'];
			return $cell[1] . $made['html'] . $cell[3];
		};
		foreach ( $block['innerContent'] as &$html ) {
			$html = null === $html ? null : preg_replace_callback( '/(<td\b[^>]*>)(.*?)(<\/td>)/s', $link, $html );
		}
		return $anchor;
	}
}
