<?php
/**
 * A service, event, job, recipe or place of business: what the owner has filled in about it, and what the page says anyway.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema\Pieces;

use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\Piece;
use Igny8\Modules\Schema\Types;

final class Described implements Piece {

	private const ADDRESSES = array( 'availability', 'eventStatus' ); // Values of schema.org: the graph has their address.

	public function is_needed( Page $page ): bool {
		return in_array( $page->main_type(), Page::DESCRIBED, true );
	}

	public function piece( Page $page ): array {
		return self::node( $page, $page->main_type() );
	}

	/**
	 * @return array<string, mixed>
	 */
	public static function node( Page $page, string $type ): array {
		$typed = self::typed( $page, $type );
		$image = array( '@id' => $page->id( 'image' ) );
		$node  = $typed + array( 'name' => $page->name(), 'description' => $page->description(), 'url' => $page->url(), 'image' => $image ) + self::relations( $page, $type );
		if ( 'JobPosting' === $type ) {
			$node = array_diff_key( $node + array( 'title' => $node['name'] ), array( 'name' => 0, 'image' => 0 ) );
		}
		return array( '@type' => $type, '@id' => $page->main_id(), 'mainEntityOfPage' => array( '@id' => $page->id( 'webpage' ) ) ) + $node;
	}

	/**
	 * What ties the thing to the site.
	 *
	 * @return array<string, mixed>
	 */
	private static function relations( Page $page, string $type ): array {
		$owner  = array( '@id' => $page->owner_id() );
		$author = $page->author_id() > 0 ? get_userdata( $page->author_id() ) : false;
		return match ( $type ) {
			'Service', 'Course' => array( 'provider' => $owner ),
			'LocalBusiness'     => array( 'parentOrganization' => $owner ),
			'JobPosting'        => array( 'hiringOrganization' => $owner, 'datePosted' => Page::date( $page->post ) ),
			'Event'             => array( 'organizer' => $owner ),
			'Recipe'            => array( 'author' => $author ? Author::person( $author, false ) : $owner, 'datePublished' => Page::date( $page->post ) ),
			default             => array(),
		};
	}

	/**
	 * @return array<string, mixed> Nested, with types.
	 */
	private static function typed( Page $page, string $type ): array {
		$node = array();
		foreach ( Types::properties( $type ) as $path => $field ) {
			$value = self::value( $page, $path, $field['kind'] );
			if ( ! in_array( $value, array( '', null, array() ), true ) ) {
				self::place( $node, explode( '.', $path ), $value );
			}
		}
		// A currency or availability without its price offers nothing; nor does a salary of no amount pay any.
		if ( ! isset( $node['offers']['price'] ) ) {
			unset( $node['offers'] );
		}
		if ( ! isset( $node['baseSalary']['value']['value'] ) ) {
			unset( $node['baseSalary'] );
		}
		return $node;
	}

	private static function value( Page $page, string $path, string $kind ): mixed {
		$value = $page->property( $path );
		if ( 'lines' === $kind ) {
			$lines = is_array( $value ) ? $value : preg_split( '/\R/', (string) $value );
			$lines = array_values( array_filter( array_map( static fn( $line ) => Page::text( $line ), $lines ), 'strlen' ) );
			return 'recipeInstructions' === $path ? array_map( static fn( string $line ) => array( '@type' => 'HowToStep', 'text' => $line ), $lines ) : $lines;
		}
		$value = is_scalar( $value ) ? Page::text( (string) $value ) : '';
		return match ( true ) {
			'' === $value                                               => '',
			'money' === $kind                                           => is_numeric( $value ) && $page->shows( $value ) ? (float) $value : '',
			'number' === $kind                                          => is_numeric( $value ) ? (float) $value : '',
			'image' === $kind                                           => Page::image( $value ),
			in_array( basename( strtr( $path, '.', '/' ) ), self::ADDRESSES, true ) => "https://schema.org/{$value}",
			'datetime' === $kind                                        => self::moment( $value ),
			default                                                     => $value,
		};
	}

	/**
	 * Local time as typed, with the site's zone; a date stays a date.
	 */
	private static function moment( string $value ): string {
		$has_time = preg_match( '/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/', $value );
		$moment   = $has_time ? date_create( $value, wp_timezone() ) : false;
		return $moment ? $moment->format( DATE_W3C ) : $value;
	}

	/**
	 * @param array<string, mixed> $node
	 * @param list<string>         $steps Of the path.
	 */
	private static function place( array &$node, array $steps, mixed $value, string $above = '' ): void {
		$name = array_shift( $steps );
		if ( array() === $steps ) {
			$node[ $name ] = $value;
			return;
		}
		$path           = ltrim( "{$above}.{$name}", '.' );
		$node[ $name ] ??= array( '@type' => Types::nested( $path ) );
		self::place( $node[ $name ], $steps, $value, $path );
	}
}
