<?php
/**
 * What the owner chose for titles, robots, social networks and breadcrumbs: the settings of seo-meta as a page view reads them.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

use Igny8\Settings;

/**
 * Only what differs from these constants is stored. Reading builds no schema and costs one array merge a request.
 */
final class Choices {

	public const MODULE = 'seo-meta';

	/**
	 * Setting → default. `titles` holds only what differs from Templates::DEFAULTS.
	 *
	 * @var array<string, mixed>
	 */
	public const DEFAULTS = array(
		'separator'     => '–',
		'output'        => 'yield', // Another SEO plugin that is active goes on printing until the owner says otherwise.
		'titles'        => array(),
		'robots'        => 'max-image-preview:large,max-snippet:-1,max-video-preview:-1', // Search engines may show as much as they like, what nearly every owner wants.
		'noindex_empty' => true,
		'noindex_paged' => false,   // Google reads every page of an archive as a page of its own.
		'social'        => array(
			'is_on'        => true,
			'image'        => '',
			'facebook_app' => '',
			'x_site'       => '',
			'x_card'       => 'summary_large_image',
			'profiles'     => array(),
		),
		'verification'  => array(
			'google'    => '',
			'bing'      => '',
			'yandex'    => '',
			'baidu'     => '',
			'pinterest' => '',
			'facebook'  => '',
		),
		'breadcrumbs'   => array(
			'separator'     => '›',
			'home'          => '',      // '' is the word "Home" in the site's language.
			'prefix'        => '',
			'shows_home'    => true,
			'shows_current' => true,
			'shows_archive' => true,    // The page of posts, or a post type's archive, before its posts.
			'taxonomies'    => array(), // Post type → taxonomy of its trail; '' is none, absent is the first hierarchical one.
		),
	);

	/**
	 * @var array<string, mixed>|null
	 */
	private static ?array $values = null;

	/**
	 * What is stored, to see that it changed within a request.
	 *
	 * @var array<string, mixed>
	 */
	private static array $stored = array();

	/**
	 * One setting; groups are complete.
	 */
	public static function get( string $name ): mixed {
		$stored = Settings::stored( self::MODULE );
		if ( null === self::$values || $stored !== self::$stored ) {
			self::$stored = $stored;
			self::$values = $stored + self::DEFAULTS;
			foreach ( array( 'social', 'verification', 'breadcrumbs' ) as $group ) {
				self::$values[ $group ] = (array) self::$values[ $group ] + self::DEFAULTS[ $group ];
			}
		}
		return self::$values[ $name ] ?? null;
	}

	/**
	 * One setting of a group: `Choices::of( 'social', 'x_site' )`.
	 */
	public static function of( string $group, string $name ): mixed {
		return self::get( $group )[ $name ] ?? null;
	}
}
