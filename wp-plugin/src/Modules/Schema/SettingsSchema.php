<?php
/**
 * The settings of the module as JSON schema: who the site stands for, what each post type is.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

use Igny8\Modules\Schema\Pieces\Owner;

final class SettingsSchema {

	private const TIME = '^([01][0-9]|2[0-3]):[0-5][0-9]$';
	private const DATE = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';

	/**
	 * @return array<string, array<string, mixed>>
	 */
	public function properties(): array {
		return array(
			'site_represents' => array( 'type' => 'string', 'enum' => array( 'organization', 'person' ), 'default' => Module::DEFAULTS['site_represents'], 'title' => __( 'This site stands for', 'igny8' ) ),
			'organization'    => $this->organization() + array( 'default' => Module::DEFAULTS['organization'], 'title' => __( 'The organisation or business', 'igny8' ) ),
			'person'          => array( 'type' => 'integer', 'minimum' => 0, 'default' => Module::DEFAULTS['person'], 'title' => __( 'The person: id of a user', 'igny8' ) ),
			'post_types'      => array(
				'type'                 => 'object',
				'default'              => Module::DEFAULTS['post_types'],
				'title'                => __( 'What the posts of a type are', 'igny8' ),
				'additionalProperties' => array(
					'type'                 => 'object',
					'properties'           => array(
						'type'      => array( 'type' => 'string', 'enum' => array( '', 'None', ...self::main_types() ) ),
						'page_type' => array( 'type' => 'string', 'enum' => array( '', ...Page::PAGE_TYPES ) ),
					),
					'additionalProperties' => false,
				),
			),
			'breadcrumbs'     => array( 'type' => 'boolean', 'default' => Module::DEFAULTS['breadcrumbs'], 'title' => __( 'Say where a page stands (BreadcrumbList)', 'igny8' ) ),
			'authors'         => array( 'type' => 'boolean', 'default' => Module::DEFAULTS['authors'], 'title' => __( 'Name the author of a post', 'igny8' ), 'description' => __( 'Switch this off when your theme does not show who wrote a post: nothing is said that the page does not show.', 'igny8' ) ),
			'videos'          => array( 'type' => 'boolean', 'default' => Module::DEFAULTS['videos'], 'title' => __( 'Ask YouTube and Vimeo about embedded videos', 'igny8' ), 'description' => __( 'Title, thumbnail, date and length, once, in the background after a post is saved. Google requires them of a VideoObject.', 'igny8' ) ),
		);
	}

	/**
	 * Types that an owner may choose for a post.
	 *
	 * @return list<string>
	 */
	public static function main_types(): array {
		return array( ...Page::ARTICLES, 'Product', ...Page::DESCRIBED );
	}

	/**
	 * @return array<string, mixed>
	 */
	private function organization(): array {
		$text  = static fn( int $most = 500 ): array => array( 'type' => 'string', 'maxLength' => $most );
		$lines = array( 'type' => 'array', 'maxItems' => 50, 'items' => $text( 2000 ) );
		$texts = array( 'name', 'legal_name', 'alternate_name', 'phone', 'email', 'price_range', 'payment_accepted', 'currencies_accepted', 'vat_id', 'tax_id' );
		return array(
			'type'                 => 'object',
			'properties'           => array_fill_keys( $texts, $text() ) + array(
				'type'          => array( 'type' => 'string', 'enum' => array( '', ...Owner::ORGANIZATIONS, ...BusinessTypes::ALL ) ),
				'description'   => $text( 2000 ),
				'logo'          => array( 'type' => array( 'integer', 'string' ), 'maxLength' => 2000 ),
				'url'           => $text( 2000 ),
				'map'           => $text( 2000 ),
				'founding_date' => array( 'type' => 'string', 'pattern' => '^$|^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$' ),
				'address'       => array( 'type' => 'object', 'properties' => array_fill_keys( array( 'street', 'locality', 'region', 'postal_code', 'country' ), $text() ), 'additionalProperties' => false ),
				'geo'           => array(
					'type'                 => 'object',
					'properties'           => array(
						'latitude'  => array( 'type' => 'number', 'minimum' => -90, 'maximum' => 90 ),
						'longitude' => array( 'type' => 'number', 'minimum' => -180, 'maximum' => 180 ),
					),
					'additionalProperties' => false,
				),
				'area_served'   => $lines,
				'same_as'       => $lines,
				'hours'         => $this->hours(),
			),
			'additionalProperties' => false,
		);
	}

	/**
	 * As Hours::specification() takes them.
	 *
	 * @return array<string, mixed>
	 */
	private function hours(): array {
		$time = array( 'type' => 'string', 'pattern' => self::TIME );
		$span = array( 'type' => 'object', 'properties' => array( 'opens' => $time + array( 'required' => true ), 'closes' => $time + array( 'required' => true ) ), 'additionalProperties' => false );
		$day  = array( 'type' => 'array', 'maxItems' => 6, 'items' => $span );
		$date = array( 'type' => 'string', 'pattern' => self::DATE );
		return array(
			'type'                 => 'object',
			'properties'           => array(
				'is_always_open' => array( 'type' => 'boolean' ),
				'days'           => array( 'type' => 'object', 'properties' => array_fill_keys( array_keys( Hours::DAYS ), $day ), 'additionalProperties' => false ),
				'special'        => array(
					'type'     => 'array',
					'maxItems' => 100,
					'items'    => array(
						'type'                 => 'object',
						'properties'           => array( 'from' => $date + array( 'required' => true ), 'to' => $date, 'is_closed' => array( 'type' => 'boolean' ), 'opens' => $time, 'closes' => $time, 'note' => array( 'type' => 'string', 'maxLength' => 200 ) ),
						'additionalProperties' => false,
					),
				),
			),
			'additionalProperties' => false,
		);
	}
}
