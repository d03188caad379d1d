<?php
/**
 * Who the site stands for: an organisation, a local business or a person.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema\Pieces;

use Igny8\Modules\Schema\Hours;
use Igny8\Modules\Schema\Page;
use Igny8\Modules\Schema\Piece;
use Igny8\Seo\Choices;

/**
 * Everything about it stands on the front page and on pages of type About and Contact, where visitors find it too;
 * elsewhere name, address and logo (Google, "Organization": the home page or one page about it is enough).
 */
final class Owner implements Piece {

	/**
	 * Types that are no LocalBusiness: they have no opening hours, price range or place on a map.
	 */
	public const ORGANIZATIONS = array( 'Organization', 'Corporation', 'OnlineBusiness', 'OnlineStore', 'NewsMediaOrganization', 'EducationalOrganization', 'CollegeOrUniversity', 'School', 'GovernmentOrganization', 'NGO', 'MedicalOrganization', 'SportsOrganization', 'PerformingGroup', 'MusicGroup', 'LibrarySystem', 'Airline', 'Consortium', 'Cooperative', 'FundingScheme', 'PoliticalParty', 'Project', 'ResearchOrganization', 'WorkersUnion' );

	public function is_needed( Page $page ): bool {
		return true;
	}

	public function piece( Page $page ): array {
		$is_full = $page->subject->is_front() || in_array( $page->page_type(), array( 'AboutPage', 'ContactPage' ), true );
		$person  = $page->person();
		if ( null !== $person ) {
			return array( '@type' => 'Person', '@id' => $page->owner_id(), 'url' => get_author_posts_url( (int) $page->setting( 'person' ), $person['nicename'] ), 'description' => $is_full ? $person['description'] : '' ) + array_diff_key( $person, array( 'nicename' => 0 ) );
		}
		$details = (array) $page->setting( 'organization' );
		$logo    = $page->setting( 'notes' )['logo'] ?? array(); // Written down: looking a logo up would cost three queries.
		$logo    = $logo ? array( '@type' => 'ImageObject', '@id' => Page::site_id( 'logo' ) ) + $logo : array();
		$type    = ( $details['type'] ?? '' ) ?: 'Organization';
		$address = self::address( $details );
		// Google requires the address of a LocalBusiness: without one it is only an organisation. With one it is needed on every page.
		$is_local = $address && ! in_array( $type, self::ORGANIZATIONS, true );
		$node     = array(
			'@type' => $is_local || in_array( $type, self::ORGANIZATIONS, true ) ? $type : 'Organization',
			'@id'   => Page::site_id( 'organization' ),
			'name'  => ( $details['name'] ?? '' ) ?: Page::text( get_bloginfo( 'name' ), 500 ) ?: (string) wp_parse_url( home_url(), PHP_URL_HOST ),
			'url'   => ( $details['url'] ?? '' ) ?: home_url( '/' ),
			'logo'  => $logo,
		) + ( $is_local ? array( 'image' => $logo ? array( '@id' => $logo['@id'] ) : null, 'address' => $address ) : array() );
		$details['same_as'] = array_values( array_unique( array( ...(array) ( $details['same_as'] ?? array() ), ...array_filter( (array) Choices::of( 'social', 'profiles' ), 'is_string' ) ) ) );
		return $is_full ? $node + self::details( $details, $is_local ) : $node;
	}

	/**
	 * @param array<string, mixed> $details As the settings and a page's properties have them.
	 * @return array<string, mixed>
	 */
	public static function details( array $details, bool $is_local ): array {
		$text  = static fn( string $name ) => $details[ $name ] ?? '';
		$geo   = (array) ( $details['geo'] ?? array() );
		$local = ! $is_local ? array() : array(
			'priceRange'                => $text( 'price_range' ),
			'geo'                       => is_numeric( $geo['latitude'] ?? '' ) && is_numeric( $geo['longitude'] ?? '' ) ? array( '@type' => 'GeoCoordinates', 'latitude' => (float) $geo['latitude'], 'longitude' => (float) $geo['longitude'] ) : null,
			'hasMap'                    => $text( 'map' ),
			'openingHoursSpecification' => Hours::specification( (array) ( $details['hours'] ?? array() ) ),
			'paymentAccepted'           => $text( 'payment_accepted' ),
			'currenciesAccepted'        => $text( 'currencies_accepted' ),
		);
		return array(
			'legalName'     => $text( 'legal_name' ),
			'alternateName' => $text( 'alternate_name' ),
			'description'   => $text( 'description' ),
			'address'       => self::address( $details ),
			'telephone'     => $text( 'phone' ),
			'email'         => $text( 'email' ),
			'areaServed'    => array_values( (array) ( $details['area_served'] ?? array() ) ),
			'foundingDate'  => $text( 'founding_date' ),
			'vatID'         => $text( 'vat_id' ),
			'taxID'         => $text( 'tax_id' ),
			'sameAs'        => array_values( (array) ( $details['same_as'] ?? array() ) ),
		) + $local;
	}

	/**
	 * @param array<string, mixed> $details
	 * @return array<string, mixed>
	 */
	public static function address( array $details ): array {
		$address = (array) ( $details['address'] ?? array() );
		$parts   = array_filter(
			array(
				'streetAddress'   => $address['street'] ?? '',
				'addressLocality' => $address['locality'] ?? '',
				'addressRegion'   => $address['region'] ?? '',
				'postalCode'      => $address['postal_code'] ?? '',
				'addressCountry'  => $address['country'] ?? '',
			)
		);
		return array() === $parts ? array() : array( '@type' => 'PostalAddress' ) + $parts;
	}
}
