<?php
/**
 * Works out how one page should link: its new content and what became of each of its links.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Linker;

use Igny8\Modules\Content\Ways;

/**
 * A pure step: content and facts in, content and changes out; nothing is read or stored. Doing it again changes nothing,
 * byte for byte. What the owner took out of a page is noticed and never put back.
 *
 * @phpstan-type Target array{page: string, kind: string, title: string, type: string, id: int, url: string, exact: string}
 * @phpstan-type Change array{status: string, place: string, anchor: string}
 */
final class Placer {

	/**
	 * Links in a page's running text, by its kind (SPEC §3). Articles go by their length.
	 */
	private const MAX_IN_TEXT = array(
		'home'       => 15,
		'hub'        => 15,
		'term'       => 10,
		'commercial' => 3,
	);

	private const PER_1000_WORDS = 5;  // SPEC §3: articles 3–5.
	private const MIN_IN_ARTICLE = 3;
	private const MAX_RELATED    = 12; // A list one still reads; hubs of the largest sectors plan 13 links in all.

	/**
	 * What to place first when there is no room for all.
	 */
	private const ORDER = array( 'supporting_to_hub', 'hub_to_supporting', 'structural', 'taxonomy', 'sibling', 'to_commercial', 'cross_cluster', LinksTable::CONTEXTUAL );

	/**
	 * @var array<int, Change> By link id.
	 */
	private array $changes = array();

	/**
	 * @var list<array<string, mixed>>
	 */
	private array $blocks = array();

	private bool $is_changed = false;

	public function __construct(
		private readonly Anchors $anchors,
		private readonly Inserter $inserter = new Inserter(),
	) {}

	/**
	 * @param list<array<string, mixed>>                       $links   Rows of LinksTable with this page as source.
	 * @param array<string, Target>                            $targets By page id: where visitors can go.
	 * @param array<string, array{type: string, id: int}>      $gone    By page id: where they cannot go any more.
	 * @param bool                                             $again   Also links that somebody removed.
	 * @return array{content: string, changes: array<int, Change>}
	 */
	public function place( string $content, string $kind, array $links, array $targets, array $gone = array(), bool $again = false ): array {
		$this->blocks     = parse_blocks( $content );
		$this->changes    = array();
		$this->is_changed = false;
		$links            = $again ? array_map( static fn( array $link ) => 'removed' === $link['status'] ? array( 'status' => 'planned', 'place' => '' ) + $link : $link, $links ) : $links;

		$this->unlink( $links, $gone );
		$in_ways = $this->refresh_ways( $targets, $this->removed( $links, 'ways' ), $gone );
		$this->readdress( $targets );
		$in_text = $this->linked_in( $this->own_text() );
		$related = $this->related();
		$waiting = $this->settle( $links, $targets, $in_ways, $in_text, $related );
		$waiting = $this->into_text( $waiting, $targets, $in_ways, $this->room( $kind, count( $in_text['urls'] ) ) );
		$this->into_related( $links, $waiting, $targets, $related );
		return array(
			'content' => $this->is_changed ? serialize_blocks( $this->blocks ) : $content,
			'changes' => $this->changes,
		);
	}

	/**
	 * @param list<array<string, mixed>>                  $links
	 * @param array<string, array{type: string, id: int}> $gone
	 */
	private function unlink( array $links, array $gone ): void {
		foreach ( $links as $link ) {
			if ( isset( $gone[ $link['target_page'] ] ) && 'removed' !== $link['status'] ) {
				$this->is_changed = $this->inserter->remove( $this->blocks, $gone[ $link['target_page'] ] ) || $this->is_changed;
				$this->note( $link, 'planned', '', '' );
			}
		}
	}

	/**
	 * Makes cards and buttons lead to what is published. A group whose links were undone stays as it is, unless it leads
	 * to a page that is gone.
	 *
	 * @param array<string, Target> $targets
	 * @param array<string, true>   $removed
	 * @param array<string, mixed>  $gone
	 * @return array<string, true> Pages they lead to.
	 */
	private function refresh_ways( array $targets, array $removed, array $gone ): array {
		$shown   = array();
		$targets = array_diff_key( $targets, $removed );
		$walk    = function ( array $blocks ) use ( &$walk, &$shown, $targets, $removed, $gone ): array {
			foreach ( $blocks as $position => $block ) {
				if ( ! Ways::is_ours( $block ) ) {
					$blocks[ $position ]['innerBlocks'] = $walk( $block['innerBlocks'] );
					continue;
				}
				$pages     = array_fill_keys( Ways::pages( $block ), true );
				$is_undone = array() !== array_intersect_key( $pages, $removed ) && array() === array_intersect_key( $pages, $gone );
				if ( $is_undone || Ways::is_edited( $block ) ) {
					$urls = $this->linked_in( serialize_block( $block ) )['urls'];
					foreach ( $targets as $page_id => $target ) {
						isset( $urls[ self::url( $target['url'] ) ] ) && $shown[ $page_id ] = true;
					}
					continue;
				}
				$fresh               = Ways::refresh( $block, $targets );
				$this->is_changed    = $this->is_changed || $fresh !== $block;
				$blocks[ $position ] = $fresh;
				$shown              += array_intersect_key( $pages, $targets );
			}
			return $blocks;
		};
		$this->blocks = $walk( $this->blocks );
		return $shown;
	}

	/**
	 * @param array<string, Target> $targets
	 */
	private function readdress( array $targets ): void {
		$linked = $this->linked_in( $this->own_text() );
		foreach ( $targets as $target ) {
			if ( isset( $linked['ids'][ "{$target['type']} {$target['id']}" ] ) && ! isset( $linked['urls'][ self::url( $target['url'] ) ] ) ) {
				$this->is_changed = $this->inserter->readdress( $this->blocks, $target ) || $this->is_changed;
			}
		}
	}

	/**
	 * Compares what the table says with what stands in the page, and gives the links that are still to be placed.
	 *
	 * @param list<array<string, mixed>>                                                    $links
	 * @param array<string, Target>                                                         $targets
	 * @param array<string, true>                                                           $in_ways
	 * @param array{urls: array<string, int>, ids: array<string, true>}                     $in_text
	 * @param array{position: ?int, pages: list<string>, urls: array<string, int>, is_edited: bool, heading: string} $related
	 * @return list<array<string, mixed>>
	 */
	private function settle( array $links, array $targets, array $in_ways, array $in_text, array $related ): array {
		$waiting = array();
		foreach ( $links as $link ) {
			$target = $targets[ $link['target_page'] ] ?? null;
			if ( null === $target || 'removed' === $link['status'] ) {
				continue;
			}
			$is_in_text = isset( $in_text['urls'][ self::url( $target['url'] ) ] ) || isset( $in_text['ids'][ "{$target['type']} {$target['id']}" ] );
			$is_listed  = in_array( $link['target_page'], $related['pages'], true ) && ( ! $related['is_edited'] || isset( $related['urls'][ self::url( $target['url'] ) ] ) );
			$is_in_ways = isset( $in_ways[ $link['target_page'] ] );
			match ( true ) {
				$is_in_text                               => $this->note( $link, 'placed', 'text', 'text' === $link['place'] ? $link['anchor'] : '' ),
				// Words that were written as a link become one although a card leads there too; tried once.
				$is_in_ways && array() !== $link['found'] && '' === $link['place'] => $waiting[] = $link,
				$is_in_ways                               => $this->note( $link, 'placed', 'ways', '' ),
				$is_listed                                => $this->note( $link, 'listed', 'related', $target['title'] ),
				in_array( $link['status'], array( 'placed', 'listed' ), true ) => $this->note( $link, 'removed', $link['place'], $link['anchor'] ),
				default                                   => $waiting[] = $link,
			};
		}
		$rank = array_flip( self::ORDER );
		usort( $waiting, static fn( array $a, array $b ) => array( array() === $a['found'], $rank[ $a['type'] ] ?? 99, $a['position'] ) <=> array( array() === $b['found'], $rank[ $b['type'] ] ?? 99, $b['position'] ) );
		return $waiting;
	}

	/**
	 * Links phrases that stand in the text.
	 *
	 * @param list<array<string, mixed>> $waiting
	 * @param array<string, Target>      $targets
	 * @param array<string, true>        $in_ways
	 * @return list<array<string, mixed>> Those whose words stand nowhere, or for which there is no room.
	 */
	private function into_text( array $waiting, array $targets, array $in_ways, int $room ): array {
		$left = array();
		foreach ( $waiting as $link ) {
			$anchor = $room > 0 ? $this->insert( $link, $targets[ $link['target_page'] ] ) : null;
			if ( null === $anchor && isset( $in_ways[ $link['target_page'] ] ) ) {
				$this->note( $link, 'placed', 'ways', '' );
				continue;
			}
			if ( null === $anchor ) {
				$left[] = $link;
				continue;
			}
			--$room;
			$this->is_changed = true;
			$this->anchors->use( $anchor, $link['target_page'] );
			$this->note( $link, 'placed', 'text', $anchor );
		}
		return $left;
	}

	/**
	 * The page's own words first, then the planned anchors, longest first.
	 *
	 * @param array<string, mixed> $link
	 * @param Target               $target
	 */
	private function insert( array $link, array $target ): ?string {
		foreach ( $link['found'] as $phrase ) {
			$anchor = $this->inserter->insert( $this->blocks, $phrase, $target, true );
			if ( null !== $anchor ) {
				return $anchor;
			}
		}
		// A page whose title is its keyword would be listed under the same words: then they may stand in the text as well.
		$exact   = 0 === strcasecmp( $target['title'], $target['exact'] ) ? '' : $target['exact'];
		$phrases = $link['anchors'];
		usort( $phrases, static fn( string $a, string $b ) => mb_strlen( $b ) <=> mb_strlen( $a ) );
		foreach ( $phrases as $phrase ) {
			$anchor = $this->anchors->may_use( $phrase, $link['target_page'], $exact ) ? $this->inserter->insert( $this->blocks, $phrase, $target ) : null;
			if ( null !== $anchor ) {
				return $anchor;
			}
		}
		return null;
	}

	/**
	 * Lists the rest at the end of the page, and takes off the list what is not published any more.
	 *
	 * @param list<array<string, mixed>>                                                    $links
	 * @param list<array<string, mixed>>                                                    $waiting
	 * @param array<string, Target>                                                         $targets
	 * @param array{position: ?int, pages: list<string>, urls: array<string, int>, is_edited: bool, heading: string} $related
	 */
	private function into_related( array $links, array $waiting, array $targets, array $related ): void {
		$is_refused = $related['is_edited'] || ( null === $related['position'] && array() !== $this->removed( $this->now( $links ), 'related' ) );
		$listed     = array_values( array_filter( $related['pages'], static fn( string $page_id ) => isset( $targets[ $page_id ] ) ) );
		foreach ( $waiting as $link ) {
			// Every theme leads home by itself; a list item for it would be noise.
			if ( $is_refused || count( $listed ) >= self::MAX_RELATED || 'home' === $targets[ $link['target_page'] ]['kind'] ) {
				$this->note( $link, 'unplaceable', '', '' );
				continue;
			}
			$listed[] = $link['target_page'];
			$this->note( $link, 'listed', 'related', $targets[ $link['target_page'] ]['title'] );
		}
		if ( ! $related['is_edited'] ) {
			$this->write_related( $related, array_values( array_map( static fn( string $page_id ) => $targets[ $page_id ], $listed ) ) );
		}
	}

	/**
	 * @param array{position: ?int, pages: list<string>, urls: array<string, int>, is_edited: bool, heading: string} $related
	 * @param list<Target>                                                                  $listed
	 */
	private function write_related( array $related, array $listed ): void {
		$position = $related['position'];
		if ( array() === $listed ) {
			if ( null !== $position ) {
				array_splice( $this->blocks, $position, 1 );
				$this->is_changed = true;
			}
			return;
		}
		$block = Related::block( $listed, $related['heading'] );
		if ( null === $position ) {
			$this->blocks[] = array( 'blockName' => null, 'attrs' => array(), 'innerBlocks' => array(), 'innerHTML' => "\n\n", 'innerContent' => array( "\n\n" ) );
			$this->blocks[] = $block;
			$this->is_changed = true;
		} elseif ( $block['attrs']['metadata']['igny8']['print'] !== ( $this->blocks[ $position ]['attrs']['metadata']['igny8']['print'] ?? '' ) ) {
			$this->blocks[ $position ] = $block;
			$this->is_changed          = true;
		}
	}

	/**
	 * @return array{position: ?int, pages: list<string>, urls: array<string, int>, is_edited: bool, heading: string} Pages listed at the end of the page.
	 */
	private function related(): array {
		foreach ( $this->blocks as $position => $block ) {
			if ( Related::is_ours( $block ) ) {
				return array(
					'position'  => $position,
					'pages'     => $block['attrs']['metadata']['igny8']['related'],
					'urls'      => $this->linked_in( serialize_block( $block ) )['urls'],
					'is_edited' => Related::is_edited( $block ),
					'heading'   => (string) ( $block['attrs']['metadata']['name'] ?? '' ),
				);
			}
		}
		return array( 'position' => null, 'pages' => array(), 'urls' => array(), 'is_edited' => false, 'heading' => '' );
	}

	/**
	 * The page without our own groups.
	 */
	private function own_text(): string {
		$strip = static function ( array $blocks ) use ( &$strip ): string {
			$html = '';
			foreach ( $blocks as $block ) {
				if ( ! Ways::is_ours( $block ) && ! Related::is_ours( $block ) ) {
					$html .= implode( ' ', array_filter( $block['innerContent'] ) ) . ' ' . $strip( $block['innerBlocks'] );
				}
			}
			return $html;
		};
		return $strip( $this->blocks );
	}

	/**
	 * @return array{urls: array<string, int>, ids: array<string, true>}
	 */
	private function linked_in( string $html ): array {
		preg_match_all( '/<a\s[^>]*>/i', $html, $tags );
		$found = array( 'urls' => array(), 'ids' => array() );
		foreach ( $tags[0] as $tag ) {
			if ( preg_match( '/href=(["\'])(.*?)\1/i', $tag, $href ) ) {
				$url                   = self::url( html_entity_decode( $href[2], ENT_QUOTES, 'UTF-8' ) );
				$found['urls'][ $url ] = ( $found['urls'][ $url ] ?? 0 ) + 1;
			}
			if ( preg_match( '/data-type="([^"]+)" data-id="(\d+)"/', $tag, $own ) ) {
				$found['ids'][ "{$own[1]} {$own[2]}" ] = true;
			}
		}
		return $found;
	}

	private function room( string $kind, int $existing ): int {
		$words = preg_match_all( '/[\p{L}\p{N}]+/u', wp_strip_all_tags( $this->own_text() ) );
		$limit = self::MAX_IN_TEXT[ $kind ] ?? max( self::MIN_IN_ARTICLE, (int) floor( $words / 1000 * self::PER_1000_WORDS ) );
		return max( 0, $limit - $existing );
	}

	/**
	 * Targets whose link somebody took out of this place.
	 *
	 * @param list<array<string, mixed>> $links
	 * @return array<string, true>
	 */
	private function removed( array $links, string $place ): array {
		$removed = array_filter( $links, static fn( array $link ) => 'removed' === $link['status'] && $place === $link['place'] );
		return array_fill_keys( array_column( $removed, 'target_page' ), true );
	}

	/**
	 * @param list<array<string, mixed>> $links
	 * @return list<array<string, mixed>> With the changes so far.
	 */
	private function now( array $links ): array {
		return array_map( fn( array $link ) => ( $this->changes[ $link['id'] ] ?? array() ) + $link, $links );
	}

	/**
	 * @param array<string, mixed> $link
	 */
	private function note( array $link, string $status, string $place, string $anchor ): void {
		$change = array(
			'status' => $status,
			'place'  => $place,
			'anchor' => mb_substr( $anchor, 0, 255 ),
		);
		if ( array_intersect_key( $link, $change ) != $change ) { // phpcs:ignore Universal.Operators.StrictComparisons -- Key order differs.
			$this->changes[ $link['id'] ] = $change;
		}
	}

	/**
	 * An address without what does not matter for where it leads.
	 */
	private static function url( string $url ): string {
		$path = (string) preg_replace( '/[#].*$/', '', $url );
		return untrailingslashit( preg_replace( '/^https?:/i', '', str_starts_with( $path, '/' ) && ! str_starts_with( $path, '//' ) ? home_url( $path ) : $path ) );
	}
}
