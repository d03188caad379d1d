<?php
/**
 * Other SEO plugins: which one is active, and that only one of us prints.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

/**
 * While another SEO plugin is active it goes on printing and we print nothing, unless the owner, or the import's
 * comparison, says that we take over; then seo-meta silences it.
 */
final class OtherPlugins {

	/**
	 * Slug → name, constant that it defines, plugin files (free and paid).
	 *
	 * @var array<string, array{name: string, constant: string, files: list<string>}>
	 */
	public const PLUGINS = array(
		'yoast'     => array( 'name' => 'Yoast SEO', 'constant' => 'WPSEO_VERSION', 'files' => array( 'wordpress-seo/wp-seo.php', 'wordpress-seo-premium/wp-seo-premium.php' ) ),
		'rank-math' => array( 'name' => 'Rank Math SEO', 'constant' => 'RANK_MATH_VERSION', 'files' => array( 'seo-by-rank-math/rank-math.php', 'seo-by-rank-math-pro/rank-math-pro.php' ) ),
		'aioseo'    => array( 'name' => 'All in One SEO', 'constant' => 'AIOSEO_VERSION', 'files' => array( 'all-in-one-seo-pack/all_in_one_seo_pack.php', 'all-in-one-seo-pack-pro/all_in_one_seo_pack.php' ) ),
		'seopress'  => array( 'name' => 'SEOPress', 'constant' => 'SEOPRESS_VERSION', 'files' => array( 'wp-seopress/seopress.php', 'wp-seopress-pro/seopress-pro.php' ) ),
		'tsf'       => array( 'name' => 'The SEO Framework', 'constant' => 'THE_SEO_FRAMEWORK_VERSION', 'files' => array( 'autodescription/autodescription.php' ) ),
		'slim-seo'  => array( 'name' => 'Slim SEO', 'constant' => 'SLIM_SEO_VER', 'files' => array( 'slim-seo/slim-seo.php', 'slim-seo-pro/slim-seo-pro.php' ) ),
	);

	/**
	 * Slug of the first one that is active in this request, or ''. Costs six lookups of constants.
	 */
	public static function active(): string {
		foreach ( self::PLUGINS as $slug => $plugin ) {
			if ( defined( $plugin['constant'] ) ) {
				return $slug;
			}
		}
		return '';
	}

	/**
	 * Slugs of all that are active in this request.
	 *
	 * @return list<string>
	 */
	public static function all_active(): array {
		return array_keys( array_filter( self::PLUGINS, static fn( array $plugin ) => defined( $plugin['constant'] ) ) );
	}

	/**
	 * What the owner chose for the time that another one is active: `yield` or `take_over`.
	 */
	public static function choice(): string {
		return 'take_over' === Choices::get( 'output' ) ? 'take_over' : 'yield';
	}

	/**
	 * Whether another plugin prints in this request, and so none of our modules may.
	 */
	public static function are_printing(): bool {
		/**
		 * Whether IGNY8 prints although another SEO plugin is active. Whoever says yes silences the other.
		 *
		 * @param bool $takes_over
		 */
		return '' !== self::active() && ! self::is_dormant() && ! apply_filters( 'igny8/seo/takes_over', 'take_over' === self::choice() );
	}

	/**
	 * Takes titles, tags and schema of all the others out of the page being made. Called before the head is printed, again
	 * when printing starts, as some hook in late.
	 */
	public static function silence(): void {
		$folders = array();
		foreach ( self::all_active() as $slug ) {
			array_push( $folders, ...array_map( 'dirname', self::PLUGINS[ $slug ]['files'] ) );
		}
		Silence::of( $folders );
	}

	/**
	 * Rank Math prints nothing until its set-up is finished or skipped; then nobody would.
	 */
	private static function is_dormant(): bool {
		return array( 'rank-math' ) === self::all_active()
			&& is_callable( array( 'RankMath\Helper', 'is_invalid_registration' ) )
			&& \RankMath\Helper::is_invalid_registration();
	}
}
