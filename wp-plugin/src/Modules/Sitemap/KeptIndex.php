<?php
/**
 * Answers for the index before WordPress starts up, as long as nothing on the site has changed since it was made.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Seo\OtherPlugins;
use Igny8\Settings;

/**
 * Two queries: the kept file and what the site is now. Themes and most of WordPress are not loaded for it, which is most of
 * what an index costs. It is kept only where nothing else has a say: no news, no sitemaps of other plugins.
 */
final class KeptIndex {

	public const OPTION = 'igny8_sitemap_index';

	private const KEPT_S = HOUR_IN_SECONDS; // Code of a theme can change an index without a trace in the database.

	/**
	 * Autoloaded options that an index depends on: their values are here without a query.
	 */
	private const OPTIONS = array( 'home', 'siteurl', 'blog_public', 'permalink_structure', 'show_on_front', 'page_on_front', 'page_for_posts', 'category_base', 'tag_base', 'active_plugins', 'stylesheet', 'WPLANG', 'gmt_offset', 'timezone_string', 'igny8_modules' );

	/**
	 * Sends the kept index and ends the request, or comes back.
	 */
	public static function serve(): void {
		$kept = self::is_asked_for() && ! OtherPlugins::are_printing() ? get_option( self::OPTION ) : false;
		if ( is_array( $kept ) && time() < $kept['until'] && self::state() === $kept['state'] ) {
			Response::file( 'application/xml', $kept['xml'], $kept['tag'], $kept['modified'] )->send();
		}
	}

	/**
	 * What the site is now, as far as an index depends on it.
	 */
	public static function state(): string {
		return md5( ( new PagesTable() )->state() . wp_json_encode( array( \Igny8\VERSION, array_map( 'get_option', self::OPTIONS ), Settings::stored( 'sitemap' ), Settings::stored( 'seo-meta' ) ) ) );
	}

	/**
	 * @param string $state Of the site before the index was made: what changed meanwhile makes it useless, not wrong.
	 */
	public static function keep( string $state, string $xml, string $tag, string $modified ): void {
		update_option( self::OPTION, array( 'state' => $state, 'xml' => $xml, 'tag' => $tag, 'modified' => $modified, 'until' => time() + self::KEPT_S ), false );
	}

	private static function is_asked_for(): bool {
		return isset( $_SERVER['REQUEST_URI'] ) && (string) wp_parse_url( home_url(), PHP_URL_PATH ) . '/wp-sitemap.xml' === $_SERVER['REQUEST_URI']; // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- Only compared.
	}
}
