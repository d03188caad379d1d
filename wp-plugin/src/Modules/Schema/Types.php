<?php
/**
 * The types whose properties an owner fills in: which there are, how they nest, and what each field is called.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

/**
 * The editor's forms, the checks of what is typed and the nodes of the graph are made from this one declaration. Which
 * of them Google requires or recommends stands in rules.php.
 */
final class Types {

	/**
	 * Path of a nested thing → its type.
	 */
	private const NESTED = array(
		'offers'                          => 'Offer',
		'brand'                           => 'Brand',
		'address'                         => 'PostalAddress',
		'geo'                             => 'GeoCoordinates',
		'location'                        => 'Place',
		'location.address'                => 'PostalAddress',
		'organizer'                       => 'Organization',
		'performer'                       => 'PerformingGroup',
		'nutrition'                       => 'NutritionInformation',
		'jobLocation'                     => 'Place',
		'jobLocation.address'             => 'PostalAddress',
		'baseSalary'                      => 'MonetaryAmount',
		'baseSalary.value'                => 'QuantitativeValue',
		'applicantLocationRequirements'   => 'Country',
		'author'                          => 'Person',
		'worksFor'                        => 'Organization',
	);

	private const AVAILABILITY = array( 'InStock', 'OutOfStock', 'PreOrder', 'BackOrder', 'Discontinued', 'LimitedAvailability', 'OnlineOnly', 'InStoreOnly', 'SoldOut' );

	/**
	 * Fields of a type by path. `kind`: text, long, lines, number, money (must be shown on the page), currency, date, datetime,
	 * duration, url, image, choice, phone, email.
	 *
	 * @return array<string, array{label: string, kind: string, help?: string, choices?: list<string>}>
	 */
	public static function properties( string $type ): array {
		return match ( true ) {
			in_array( $type, Page::ARTICLES, true ) => array( 'headline' => self::field( __( 'Headline, if not the title', 'igny8' ) ) ),
			'Product' === $type                     => self::named() + self::product() + self::offer(),
			'Service' === $type                     => self::named() + array(
				'serviceType' => self::field( __( 'Kind of service', 'igny8' ) ),
				'areaServed'  => self::field( __( 'Areas served, one a line', 'igny8' ), 'lines' ),
			) + self::offer(),
			'LocalBusiness' === $type               => self::named() + self::business() + self::address( 'address' ),
			'Event' === $type                       => self::named() + self::event() + self::address( 'location.address' ) + self::offer(),
			'Recipe' === $type                      => self::named() + self::recipe(),
			'JobPosting' === $type                  => self::job() + self::address( 'jobLocation.address' ),
			'Course' === $type                      => self::named() + array( 'courseCode' => self::field( __( 'Course code', 'igny8' ) ) ),
			'SoftwareApplication' === $type         => self::named() + array(
				'applicationCategory' => self::field( __( 'Category, such as GameApplication', 'igny8' ) ),
				'operatingSystem'     => self::field( __( 'Operating systems', 'igny8' ) ),
			) + self::offer(),
			'Book' === $type                        => self::named() + array(
				'author.name'   => self::field( __( 'Author of the book', 'igny8' ) ),
				'isbn'          => self::field( __( 'ISBN', 'igny8' ) ),
				'datePublished' => self::field( __( 'Published', 'igny8' ), 'date' ),
			),
			'Person' === $type                      => self::named() + array(
				'jobTitle'      => self::field( __( 'Job title', 'igny8' ) ),
				'worksFor.name' => self::field( __( 'Works for', 'igny8' ) ),
				'sameAs'        => self::field( __( 'Profiles elsewhere, one address a line', 'igny8' ), 'lines' ),
			),
			default                                 => array(),
		};
	}

	/**
	 * Type of the nested thing at a path.
	 */
	public static function nested( string $path ): string {
		return self::NESTED[ $path ] ?? 'Thing';
	}

	/**
	 * @param list<string> $choices
	 * @return array{label: string, kind: string, help?: string, choices?: list<string>}
	 */
	private static function field( string $label, string $kind = 'text', string $help = '', array $choices = array() ): array {
		return array_filter( array( 'label' => $label, 'kind' => $kind, 'help' => $help, 'choices' => $choices ) );
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function named(): array {
		return array(
			'name'        => self::field( __( 'Name, if not the title', 'igny8' ) ),
			'description' => self::field( __( 'Description, if not the page\'s', 'igny8' ), 'long' ),
			'image'       => self::field( __( 'Image, if not the featured one: address', 'igny8' ), 'image' ),
		);
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function product(): array {
		return array(
			'brand.name' => self::field( __( 'Brand', 'igny8' ) ),
			'sku'        => self::field( __( 'SKU', 'igny8' ) ),
			'gtin'       => self::field( __( 'GTIN, EAN or UPC', 'igny8' ) ),
			'mpn'        => self::field( __( 'Maker\'s part number', 'igny8' ) ),
		);
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function offer(): array {
		return array(
			'offers.price'           => self::field( __( 'Price', 'igny8' ), 'money', __( 'Digits with a point, as in 12.50. Said only when the page shows it.', 'igny8' ) ),
			'offers.priceCurrency'   => self::field( __( 'Currency, such as EUR', 'igny8' ), 'currency' ),
			'offers.availability'    => self::field( __( 'Availability', 'igny8' ), 'choice', '', self::AVAILABILITY ),
			'offers.priceValidUntil' => self::field( __( 'Price valid until', 'igny8' ), 'date' ),
		);
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function business(): array {
		return array(
			'telephone'     => self::field( __( 'Phone', 'igny8' ), 'phone' ),
			'email'         => self::field( __( 'Email', 'igny8' ), 'email' ),
			'priceRange'    => self::field( __( 'Price range, such as $$', 'igny8' ) ),
			'openingHours'  => self::field( __( 'Opening hours, one a line: Mo-Fr 09:00-17:00', 'igny8' ), 'lines' ),
			'geo.latitude'  => self::field( __( 'Latitude', 'igny8' ), 'number' ),
			'geo.longitude' => self::field( __( 'Longitude', 'igny8' ), 'number' ),
		);
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function address( string $path ): array {
		return array(
			"{$path}.streetAddress"   => self::field( __( 'Street and number', 'igny8' ) ),
			"{$path}.addressLocality" => self::field( __( 'Town', 'igny8' ) ),
			"{$path}.addressRegion"   => self::field( __( 'Region or state', 'igny8' ) ),
			"{$path}.postalCode"      => self::field( __( 'Postcode', 'igny8' ) ),
			"{$path}.addressCountry"  => self::field( __( 'Country, two letters', 'igny8' ) ),
		);
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function event(): array {
		return array(
			'startDate'           => self::field( __( 'Starts', 'igny8' ), 'datetime' ),
			'endDate'             => self::field( __( 'Ends', 'igny8' ), 'datetime' ),
			'eventStatus'         => self::field( __( 'Status', 'igny8' ), 'choice', '', array( 'EventScheduled', 'EventCancelled', 'EventPostponed', 'EventRescheduled' ) ),
			'location.name'       => self::field( __( 'Place', 'igny8' ) ),
			'organizer.name'      => self::field( __( 'Organiser', 'igny8' ) ),
			'performer.name'      => self::field( __( 'Performer', 'igny8' ) ),
		);
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function recipe(): array {
		return array(
			'recipeYield'         => self::field( __( 'Servings', 'igny8' ) ),
			'prepTime'            => self::field( __( 'Preparation time', 'igny8' ), 'duration' ),
			'cookTime'            => self::field( __( 'Cooking time', 'igny8' ), 'duration' ),
			'recipeCategory'      => self::field( __( 'Course of the meal', 'igny8' ) ),
			'recipeCuisine'       => self::field( __( 'Cuisine', 'igny8' ) ),
			'nutrition.calories'  => self::field( __( 'Calories a serving', 'igny8' ) ),
			'recipeIngredient'    => self::field( __( 'Ingredients, one a line', 'igny8' ), 'lines' ),
			'recipeInstructions'  => self::field( __( 'Steps, one a line', 'igny8' ), 'lines' ),
		);
	}

	/**
	 * @return array<string, array<string, mixed>>
	 */
	private static function job(): array {
		return array(
			'title'                  => self::field( __( 'Job title, if not the title of the page', 'igny8' ) ),
			'description'            => self::field( __( 'Description, if not the page\'s', 'igny8' ), 'long' ),
			'validThrough'           => self::field( __( 'Apply until', 'igny8' ), 'datetime' ),
			'employmentType'         => self::field( __( 'Employment', 'igny8' ), 'choice', '', array( 'FULL_TIME', 'PART_TIME', 'CONTRACTOR', 'TEMPORARY', 'INTERN', 'VOLUNTEER', 'PER_DIEM', 'OTHER' ) ),
			'jobLocationType'        => self::field( __( 'Where', 'igny8' ), 'choice', '', array( 'TELECOMMUTE' ) ),
			'applicantLocationRequirements.name' => self::field( __( 'Country that remote applicants live in', 'igny8' ) ),
			'baseSalary.value.value' => self::field( __( 'Salary', 'igny8' ), 'money' ),
			'baseSalary.currency'    => self::field( __( 'Currency, such as EUR', 'igny8' ), 'currency' ),
			'baseSalary.value.unitText' => self::field( __( 'Salary per', 'igny8' ), 'choice', '', array( 'HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR' ) ),
		);
	}
}
