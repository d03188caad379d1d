<?php
/**
 * Which words already link to which page on this site, so that anchors stay distinct and varied.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Linker;

/**
 * SPEC §3: never the same anchor to two targets; exact-match share to one target at most 30 %. Links that the text was
 * written with, cards and lists are navigation and not counted as a choice of ours.
 */
final class Anchors {

	private const MAX_EXACT_SHARE = 0.3;

	/**
	 * @var array<string, string> Anchor → page it leads to.
	 */
	private array $targets = array();

	/**
	 * @var array<string, array<string, int>> Page → anchor → how often.
	 */
	private array $counts = array();

	/**
	 * @param list<array{target_page: string, anchor: string}> $placed
	 */
	public function __construct( array $placed ) {
		foreach ( $placed as $link ) {
			$this->use( $link['anchor'], $link['target_page'] );
		}
	}

	/**
	 * @param string $exact The target's primary keyword.
	 */
	public function may_use( string $anchor, string $page_id, string $exact ): bool {
		$key = self::key( $anchor );
		if ( ( $this->targets[ $key ] ?? $page_id ) !== $page_id ) {
			return false;
		}
		if ( self::key( $exact ) !== $key ) {
			return true;
		}
		$total = array_sum( $this->counts[ $page_id ] ?? array() ) + 1;
		$same  = ( $this->counts[ $page_id ][ $key ] ?? 0 ) + 1;
		return $same <= max( 1, floor( self::MAX_EXACT_SHARE * $total ) );
	}

	public function use( string $anchor, string $page_id ): void {
		$key = self::key( $anchor );
		if ( '' !== $key ) {
			$this->targets[ $key ]          ??= $page_id;
			$this->counts[ $page_id ][ $key ] = ( $this->counts[ $page_id ][ $key ] ?? 0 ) + 1;
		}
	}

	private static function key( string $anchor ): string {
		return mb_strtolower( trim( preg_replace( '/\s+/u', ' ', $anchor ) ) );
	}
}
