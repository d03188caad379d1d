<?php
/**
 * Compares two heads of a page and says of each difference whether it matters.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Modules\Schema\BusinessTypes;

/**
 * `same`: equal once entities and spaces are. `equivalent`: search engines and networks read the same. `differs`: look at it.
 */
final class Compare {

	/**
	 * What is compared: the rest (site name, locale, times) is no choice of the owner's.
	 */
	private const NAMES = array( 'title', 'description', 'robots', 'canonical', 'og:title', 'og:description', 'og:image', 'og:url', 'og:type', 'twitter:card', 'twitter:title', 'twitter:description', 'twitter:image', 'schema' );

	/**
	 * Directives that say what search engines do anyway. https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
	 */
	private const NO_NEWS = array( 'index', 'follow', 'all', 'max-snippet:-1', 'max-video-preview:-1', 'max-image-preview:large' );

	/**
	 * Types that describe parts of others: nothing is shown for them by themselves.
	 */
	private const PARTS = array( 'ImageObject', 'ListItem', 'SearchAction', 'ReadAction', 'EntryPoint', 'PostalAddress', 'SiteNavigationElement', 'WPHeader', 'WPFooter', 'Place', 'Comment', 'WebPage' );

	/**
	 * Types that are each other's narrower or wider word.
	 */
	private const FAMILIES = array( 'Article' => array( 'Article', 'BlogPosting', 'NewsArticle', 'TechArticle' ), 'Organization' => array( 'Organization', 'Corporation', 'LocalBusiness', 'Person' ), 'Page' => array( 'CollectionPage', 'WebPage', 'ItemPage', 'AboutPage', 'ProfilePage' ) );

	/**
	 * @param array<string, string> $before As PageHead::read().
	 * @param array<string, string> $after  The same page, from us.
	 * @param bool                  $is_front Of the front page.
	 * @return list<array{what: string, before: string, after: string, verdict: string, why: string}> All that was compared and is not missing in both.
	 */
	public static function heads( array $before, array $after, bool $is_front = false ): array {
		$names = array_unique( array( ...self::NAMES, ...array_filter( array_keys( $before + $after ), static fn( string $name ) => str_starts_with( $name, 'hreflang:' ) ) ) );
		$rows  = array();
		foreach ( $names as $name ) {
			$old = self::tidy( $before[ $name ] ?? '' );
			$new = self::tidy( $after[ $name ] ?? '' );
			if ( '' === $old && '' === $new ) {
				continue;
			}
			list( $verdict, $why ) = $old === $new ? array( 'same', '' ) : self::judge( $name, $old, $new, $before, $after, $is_front );
			$rows[]                = array( 'what' => $name, 'before' => $old, 'after' => $new, 'verdict' => $verdict, 'why' => $why );
		}
		return $rows;
	}

	/**
	 * The answers to two requests for a page, when one of them is no page or another one.
	 *
	 * @param string $before Status, and where it leads.
	 * @return array{what: string, before: string, after: string, verdict: string, why: string}
	 */
	public static function status( string $before, string $after ): array {
		$is_same = $before === $after;
		return array( 'what' => 'status', 'before' => $before, 'after' => $after, 'verdict' => $is_same ? 'same' : 'differs', 'why' => $is_same ? '' : __( 'another answer to the request', 'igny8' ) );
	}

	/**
	 * That of a whole page: the worst of its rows.
	 *
	 * @param list<array<string, string>> $rows As heads().
	 */
	public static function verdict( array $rows ): string {
		$verdicts = array_column( $rows, 'verdict' );
		return in_array( 'differs', $verdicts, true ) ? 'differs' : ( in_array( 'equivalent', $verdicts, true ) ? 'equivalent' : 'same' );
	}

	/**
	 * @param array<string, string> $before
	 * @param array<string, string> $after
	 * @return array{string, string}
	 */
	private static function judge( string $name, string $old, string $new, array $before, array $after, bool $is_front ): array {
		$is_out = str_contains( $after['robots'] ?? '', 'noindex' ) && str_contains( $before['robots'] ?? '', 'noindex' );
		return match ( true ) {
			'robots' === $name                        => self::robots( $old, $new ),
			'schema' === $name                        => self::schema( $old, $new, $is_front ),
			'' === $old                               => array( 'equivalent', __( 'added', 'igny8' ) ),
			'canonical' === $name && '' === $new && $is_out => array( 'equivalent', __( 'a page out of search results needs none', 'igny8' ) ),
			'' === $new && str_starts_with( $name, 'twitter:' ) && in_array( self::loosely( $old ), array( self::loosely( $after[ 'og:' . substr( $name, 8 ) ] ?? '' ), self::loosely( $before[ 'og:' . substr( $name, 8 ) ] ?? '' ) ), true ) => array( 'equivalent', __( 'X takes it from the tag of Open Graph', 'igny8' ) ),
			'' === $new && $is_out                    => array( 'equivalent', __( 'a page out of search results does not need it', 'igny8' ) ),
			'' === $new                               => array( 'differs', __( 'missing', 'igny8' ) ),
			'og:url' === $name && ( $after['canonical'] ?? '' ) === $new && ( $before['canonical'] ?? '' ) === $new => array( 'equivalent', __( 'the canonical address', 'igny8' ) ),
			in_array( $name, array( 'canonical', 'og:url' ), true ) => self::address( $old, $new ),
			str_ends_with( $name, ':image' )          => self::image( $old, $new ),
			str_starts_with( $name, 'hreflang:' )     => self::address( $old, $new ),
			'og:type' === $name                       => array( 'equivalent', __( 'a kind that networks show alike', 'igny8' ) ),
			default                                   => self::text( $old, $new ),
		};
	}

	/**
	 * @return array{string, string}
	 */
	private static function text( string $old, string $new ): array {
		$one   = self::loosely( $old );
		$other = self::loosely( $new );
		if ( $one === $other ) {
			return array( 'equivalent', __( 'only signs and spaces differ', 'igny8' ) );
		}
		$common = 0;
		$least  = min( mb_strlen( $one ), mb_strlen( $other ) );
		while ( $common < $least && mb_substr( $one, $common, 1 ) === mb_substr( $other, $common, 1 ) ) {
			++$common;
		}
		return $common >= 60 ? array( 'equivalent', __( 'the same text, cut at another place', 'igny8' ) ) : array( 'differs', __( 'another text', 'igny8' ) ); // 60 characters: a whole line of a search result.
	}

	/**
	 * @return array{string, string}
	 */
	private static function robots( string $old, string $new ): array {
		$words = static function ( string $line ): array {
			$words = array_diff( array_filter( array_map( static fn( string $word ) => str_replace( ' ', '', strtolower( $word ) ), explode( ',', $line ) ) ), self::NO_NEWS );
			$words = in_array( 'noindex', $words, true ) ? array_filter( $words, static fn( string $word ) => ! str_starts_with( $word, 'max-' ) ) : $words;
			$words = in_array( 'nosnippet', $words, true ) ? array_filter( $words, static fn( string $word ) => ! str_starts_with( $word, 'max-snippet' ) ) : $words;
			$words = in_array( 'noimageindex', $words, true ) ? array_diff( $words, array( 'max-image-preview:none' ) ) : $words;
			sort( $words );
			return array_values( $words );
		};
		list( $one, $other ) = array( $words( $old ), $words( $new ) );
		if ( $one === $other ) {
			return array( 'equivalent', __( 'the same rules in other words', 'igny8' ) );
		}
		$lost  = implode( ', ', array_diff( $one, $other ) );
		$added = implode( ', ', array_diff( $other, $one ) );
		/* translators: 1: directives that are gone, 2: directives that are new. */
		return array( 'differs', sprintf( __( 'gone: %1$s; new: %2$s', 'igny8' ), '' === $lost ? '–' : $lost, '' === $added ? '–' : $added ) );
	}

	/**
	 * @return array{string, string}
	 */
	private static function schema( string $old, string $new, bool $is_front ): array {
		$types = static fn( string $list ): array => array_filter( explode( ', ', $list ) );
		$lost  = array_diff( $types( $old ), $types( $new ), self::PARTS, $is_front ? array( 'BreadcrumbList' ) : array() ); // A trail of the front page is the front page.
		foreach ( array( 'Organization' => array( ...self::FAMILIES['Organization'], ...BusinessTypes::ALL ) ) + self::FAMILIES as $family ) {
			$lost = array_intersect( $types( $new ), $family ) ? array_diff( $lost, $family ) : $lost;
		}
		if ( array() === $lost ) {
			return array( 'equivalent', __( 'nothing is lost that is shown by itself', 'igny8' ) );
		}
		/* translators: %s: schema.org types. */
		return array( 'differs', sprintf( __( 'no longer there: %s', 'igny8' ), implode( ', ', $lost ) ) );
	}

	/**
	 * @return array{string, string}
	 */
	private static function address( string $old, string $new ): array {
		$plain = static fn( string $url ): string => strtolower( untrailingslashit( (string) preg_replace( '~^https?:~', '', rawurldecode( $url ) ) ) );
		return $plain( $old ) === $plain( $new ) ? array( 'equivalent', __( 'the same address, written differently', 'igny8' ) ) : array( 'differs', __( 'another address', 'igny8' ) );
	}

	/**
	 * @return array{string, string}
	 */
	private static function image( string $old, string $new ): array {
		$plain = static fn( string $url ): string => (string) preg_replace( '/(?:-\d+x\d+|-scaled)?\.[a-z0-9]+$/i', '', strtolower( (string) strtok( $url, '?' ) ) );
		return $plain( $old ) === $plain( $new ) ? array( 'equivalent', __( 'the same picture in another size', 'igny8' ) ) : array( 'differs', __( 'another picture', 'igny8' ) );
	}

	private static function tidy( string $text ): string {
		return trim( (string) preg_replace( '/\s+/u', ' ', html_entity_decode( $text, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) ) );
	}

	/**
	 * Letters and digits only.
	 */
	private static function loosely( string $text ): string {
		return trim( mb_strtolower( (string) preg_replace( '/[^\p{L}\p{N}\p{So}]+/u', ' ', self::tidy( $text ) ) ) );
	}
}
