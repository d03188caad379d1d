<?php
/**
 * What a rendered page says to search engines and social networks, read from its HTML.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

/**
 * Reads with WordPress' own HTML parser; whichever plugin has printed it.
 */
final class PageHead {

	/**
	 * @return array<string, string> title, description, robots, canonical, `og:…`, `twitter:…`, `hreflang:…`, `schema` (types, comma list).
	 */
	public static function read( string $html ): array {
		$head  = array();
		$types = array();
		$page  = new \WP_HTML_Tag_Processor( $html );
		while ( $page->next_tag() ) {
			$tag = $page->get_tag();
			if ( 'TITLE' === $tag && ! isset( $head['title'] ) ) {
				$head['title'] = trim( $page->get_modifiable_text() );
			} elseif ( 'META' === $tag ) {
				$name = strtolower( (string) ( $page->get_attribute( 'property' ) ?? $page->get_attribute( 'name' ) ) );
				if ( preg_match( '/^(?:description|robots|og:.+|twitter:.+)$/', $name ) ) {
					$head[ $name ] ??= trim( (string) $page->get_attribute( 'content' ) );
				}
			} elseif ( 'LINK' === $tag ) {
				$rel  = strtolower( (string) $page->get_attribute( 'rel' ) );
				$lang = (string) $page->get_attribute( 'hreflang' );
				if ( 'canonical' === $rel ) {
					$head['canonical'] ??= (string) $page->get_attribute( 'href' );
				} elseif ( 'alternate' === $rel && '' !== $lang ) {
					$head[ "hreflang:{$lang}" ] = (string) $page->get_attribute( 'href' );
				}
			} elseif ( 'SCRIPT' === $tag && 'application/ld+json' === $page->get_attribute( 'type' ) ) {
				array_push( $types, ...self::types( json_decode( $page->get_modifiable_text(), true ) ) );
			} elseif ( 'BODY' === $tag && ! isset( $head['title'] ) ) {
				$head['title'] = ''; // A later <title> belongs to a drawing.
			}
		}
		sort( $types );
		$head['schema'] = implode( ', ', array_unique( $types ) );
		return array_map( static fn( string $text ) => self::without_token( $text ), $head );
	}

	/**
	 * Types of the nodes of a graph, not of what is nested in them.
	 *
	 * @return list<string>
	 */
	private static function types( mixed $data ): array {
		if ( ! is_array( $data ) ) {
			return array();
		}
		$types = array();
		foreach ( $data['@graph'] ?? ( array_is_list( $data ) ? $data : array( $data ) ) as $node ) {
			array_push( $types, ...array_map( 'strval', (array) ( is_array( $node ) ? ( $node['@type'] ?? array() ) : array() ) ) );
		}
		return $types;
	}

	/**
	 * Addresses that a plugin makes from the request carry our pass.
	 */
	private static function without_token( string $text ): string {
		return (string) preg_replace( '/[?&](?:amp;)?' . Module::COMPARE . '=[a-z0-9-]+/', '', $text );
	}
}
