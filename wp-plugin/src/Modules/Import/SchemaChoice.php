<?php
/**
 * What another plugin has chosen as schema.org type of a page → our choice of type, and the properties its owner typed.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\SettingsSchema;
use Igny8\Modules\Schema\Types;

/**
 * Properties made of variables are not taken: what the page says by itself stands there anyway.
 */
final class SchemaChoice {

	/**
	 * Their words for a type, in lower case → schema.org's.
	 */
	private const TYPES = array(
		'article'             => 'Article',
		'articles'            => 'Article',
		'blogposting'         => 'BlogPosting',
		'newsarticle'         => 'NewsArticle',
		'techarticle'         => 'TechArticle',
		'scholarlyarticle'    => 'ScholarlyArticle',
		'book'                => 'Book',
		'course'              => 'Course',
		'courses'             => 'Course',
		'event'               => 'Event',
		'events'              => 'Event',
		'jobposting'          => 'JobPosting',
		'jobs'                => 'JobPosting',
		'local'               => 'LocalBusiness',
		'localbusiness'       => 'LocalBusiness',
		'lb'                  => 'LocalBusiness',
		'person'              => 'Person',
		'product'             => 'Product',
		'products'            => 'Product',
		'woocommerceproduct'  => 'Product',
		'eddproduct'          => 'Product',
		'recipe'              => 'Recipe',
		'recipes'             => 'Recipe',
		'service'             => 'Service',
		'services'            => 'Service',
		'software'            => 'SoftwareApplication',
		'softwareapplication' => 'SoftwareApplication',
		'softwareapp'         => 'SoftwareApplication',
		'off'                 => 'None',
		'none'                => 'None',
	);

	private const MOST = 2000; // Characters of one property.

	/**
	 * Our name of a type: of the page, of what it is about, or '' when we make nothing of it.
	 */
	public static function type( string $theirs ): string {
		$known = array( ...Page::PAGE_TYPES, ...SettingsSchema::main_types(), 'None' );
		return in_array( $theirs, $known, true ) ? $theirs : ( self::TYPES[ strtolower( $theirs ) ] ?? '' );
	}

	/**
	 * Takes a node of JSON-LD that an owner has filled in, or just its type.
	 *
	 * @param array<mixed> $node
	 */
	public static function take( Record $record, array $node ): void {
		$theirs = $node['@type'] ?? '';
		$theirs = Record::string( is_array( $theirs ) ? reset( $theirs ) : $theirs );
		$type   = self::type( $theirs );
		if ( '' === $type ) {
			'' === $theirs || $record->note( 'schema', $theirs );
			return;
		}
		$choice = (array) ( $record->fields['schema'] ?? array() );
		if ( in_array( $type, Page::PAGE_TYPES, true ) ) {
			$choice['page_type'] = $type;
		} elseif ( isset( $choice['type'] ) ) {
			$record->note( 'schema', "{$theirs} (2.)" ); // One page is about one thing; the first one is kept.
		} else {
			$choice['type'] = $type;
			$properties     = self::properties( $type, $node );
			if ( array() !== $properties ) {
				$choice['properties'] = $properties;
			}
		}
		$record->set( 'schema', $choice );
	}

	/**
	 * @param array<mixed> $node
	 * @return array<string, mixed> Path → value, as Schema\Types names them.
	 */
	private static function properties( string $type, array $node ): array {
		$taken = array();
		foreach ( Types::properties( $type ) as $path => $property ) {
			$value = $node;
			foreach ( explode( '.', $path ) as $key ) {
				$value = is_array( $value ) ? ( $value[ $key ] ?? null ) : null;
			}
			if ( 'lines' === $property['kind'] && is_array( $value ) ) {
				$value = implode( "\n", array_filter( array_map( static fn( $line ) => Record::string( is_array( $line ) ? ( $line['text'] ?? $line['name'] ?? '' ) : $line ), $value ) ) );
			}
			$value = html_entity_decode( wp_strip_all_tags( Record::string( $value ) ), ENT_QUOTES | ENT_HTML5 );
			if ( '' !== $value && ! preg_match( '/%[a-z_]+(?:\([^)]*\))?%|#[a-z_]+\b/', $value ) ) {
				$value          = preg_replace( '~^https?://schema\.org/~', '', $value );
				$taken[ $path ] = Record::cut( $value, self::MOST );
			}
		}
		return $taken;
	}
}
