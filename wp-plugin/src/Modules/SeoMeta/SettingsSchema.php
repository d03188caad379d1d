<?php
/**
 * The settings of titles and meta as JSON schema; their defaults stand in Seo\Choices.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Seo\Choices;
use Igny8\Seo\Templates;

final class SettingsSchema {

	/**
	 * @return array<string, array<string, mixed>>
	 */
	public static function properties(): array {
		$properties = array(
			'separator'     => self::text( __( 'Separator in titles', 'igny8' ), 20 ),
			'output'        => array( 'type' => 'string', 'enum' => array( 'yield', 'take_over' ), 'title' => __( 'When another SEO plugin is active', 'igny8' ), 'description' => __( 'yield: it prints and IGNY8 prints nothing. take_over: IGNY8 prints and the other one is silenced.', 'igny8' ) ),
			'titles'        => self::titles(),
			'robots'        => self::text( __( 'Robots directives of every page', 'igny8' ), 500 ),
			'noindex_empty' => self::flag( __( 'Keep archives without posts out of search results', 'igny8' ) ),
			'noindex_paged' => self::flag( __( 'Keep the second and later pages of archives out of search results', 'igny8' ) ),
			'social'        => self::social(),
			'verification'  => self::group( __( 'Codes that prove to services whose site it is', 'igny8' ), array_map( static fn() => self::text( '', 200 ), Choices::DEFAULTS['verification'] ) ),
			'breadcrumbs'   => self::breadcrumbs(),
		);
		foreach ( $properties as $name => $property ) {
			$properties[ $name ]['default'] = Choices::DEFAULTS[ $name ];
		}
		return $properties;
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function titles(): array {
		return array(
			'type'                 => 'object',
			'title'                => __( 'Templates of each kind of page', 'igny8' ),
			'description'          => __( 'Kinds are home, post:<post type>, term:<taxonomy>, archive:<post type>, author, date, search, not_found. What is empty is the default.', 'igny8' ),
			'additionalProperties' => array(
				'type'                 => 'object',
				'properties'           => array_fill_keys( Templates::NAMES, self::text( '', 2000 ) ),
				'additionalProperties' => false,
			),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function social(): array {
		return self::group(
			__( 'Social networks', 'igny8' ),
			array(
				'is_on'        => self::flag( __( 'Print tags for social networks', 'igny8' ) ),
				'image'        => self::text( __( 'Image of pages that have none: id of an attachment or address', 'igny8' ), 2000 ),
				'facebook_app' => self::text( __( 'Facebook app id', 'igny8' ), 50 ),
				'x_site'       => self::text( __( 'Account on X', 'igny8' ), 200 ),
				'x_card'       => array( 'type' => 'string', 'enum' => array( 'summary', 'summary_large_image' ), 'title' => __( 'Card on X', 'igny8' ) ),
				'profiles'     => array( 'type' => 'array', 'items' => array( 'type' => 'string', 'maxLength' => 500 ), 'maxItems' => 30, 'title' => __( 'Addresses of your profiles', 'igny8' ) ),
			)
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function breadcrumbs(): array {
		return self::group(
			__( 'Breadcrumbs', 'igny8' ),
			array(
				'separator'     => self::text( __( 'Separator', 'igny8' ), 20 ),
				'home'          => self::text( __( 'Name of the front page', 'igny8' ), 100 ),
				'prefix'        => self::text( __( 'Text before them', 'igny8' ), 100 ),
				'shows_home'    => self::flag( __( 'Begin with the front page', 'igny8' ) ),
				'shows_current' => self::flag( __( 'End with the page itself', 'igny8' ) ),
				'shows_archive' => self::flag( __( 'Show the page of posts and the archives of post types', 'igny8' ) ),
				'taxonomies'    => array( 'type' => 'object', 'additionalProperties' => array( 'type' => 'string', 'maxLength' => 32 ), 'title' => __( 'Post type → taxonomy whose terms lead to its posts', 'igny8' ) ),
			)
		);
	}

	/**
	 * @param array<string, array<string, mixed>> $properties
	 * @return array<string, mixed>
	 */
	private static function group( string $title, array $properties ): array {
		return array( 'type' => 'object', 'title' => $title, 'properties' => $properties, 'additionalProperties' => false );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function text( string $title, int $most ): array {
		return array( 'type' => 'string', 'title' => $title, 'maxLength' => $most );
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function flag( string $title ): array {
		return array( 'type' => 'boolean', 'title' => $title );
	}
}
