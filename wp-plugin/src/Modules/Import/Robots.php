<?php
/**
 * Robots directives as the one line that the meta tag and our field hold.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

/**
 * https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag names the directives.
 */
final class Robots {

	/**
	 * Directives that may be carried over beside index and follow.
	 */
	private const OTHERS = '/^(?:noarchive|nosnippet|noimageindex|notranslate|noodp|max-snippet:-?\d+|max-video-preview:-?\d+|max-image-preview:(?:none|standard|large)|unavailable_after:.+)$/';

	/**
	 * @param bool|null    $noindex  Null: not said.
	 * @param bool|null    $nofollow Null: not said.
	 * @param list<string> $others
	 */
	public static function line( ?bool $noindex, ?bool $nofollow, array $others = array() ): string {
		$words = array();
		if ( null !== $noindex ) {
			$words[] = $noindex ? 'noindex' : 'index';
		}
		if ( null !== $nofollow ) {
			$words[] = $nofollow ? 'nofollow' : 'follow';
		}
		foreach ( $others as $other ) {
			$other = strtolower( trim( $other ) );
			if ( 'noodp' !== $other && preg_match( self::OTHERS, $other ) ) { // The directory of "noodp" closed in 2017.
				$words[] = $other;
			}
		}
		return implode( ', ', array_unique( $words ) );
	}

	/**
	 * From a list such as `array( 'noindex', 'nofollow', 'noarchive' )`.
	 *
	 * @param list<string> $words
	 * @param list<string> $others
	 */
	public static function of( array $words, array $others = array() ): string {
		$said = static fn( string $yes, string $no ): ?bool => in_array( $yes, $words, true ) ? true : ( in_array( $no, $words, true ) ? false : null );
		return self::line( $said( 'noindex', 'index' ), $said( 'nofollow', 'follow' ), array( ...$words, ...$others ) );
	}
}
