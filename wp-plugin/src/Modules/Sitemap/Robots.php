<?php
/**
 * The robots.txt of this site: what is served, what the owner wrote, and the versions before.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

/**
 * No file is written: WordPress makes /robots.txt on request and lets us change it. A real file in the folder of the site
 * hides all that; then it is shown instead.
 */
final class Robots {

	public const OPTION = 'igny8_robots';

	/**
	 * Whether WordPress' own text is wanted, without the owner's.
	 */
	private static bool $is_asking = false;

	private const KEPT    = 20;    // Versions that can be taken back.
	private const LARGEST = 65536; // Of what is stored. Crawlers read 500 KB; nobody can mean that much.

	/**
	 * What visitors get: the owner's text or WordPress' own, with the sitemap named.
	 *
	 * @param string $made What WordPress and other plugins have made.
	 */
	public static function filter( string $made, bool $is_public ): string {
		$own = self::$is_asking ? '' : self::own();
		return self::with_sitemap( '' === $own ? $made : $own, $is_public );
	}

	/**
	 * The owner's text, '' when it is WordPress' own.
	 */
	public static function own(): string {
		return (string) ( self::stored()['text'] ?? '' );
	}

	/**
	 * What WordPress and other plugins would serve without the owner's text.
	 */
	public static function made(): string {
		$text = "User-agent: *\nDisallow: " . wp_parse_url( admin_url(), PHP_URL_PATH ) . "\nAllow: " . wp_parse_url( admin_url( 'admin-ajax.php' ), PHP_URL_PATH ) . "\n";

		self::$is_asking = true;
		$made            = (string) apply_filters( 'robots_txt', $text, (bool) get_option( 'blog_public' ) ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress' own, asked as do_robots() asks it.
		self::$is_asking = false;
		return self::with_sitemap( $made, (bool) get_option( 'blog_public' ) );
	}

	/**
	 * What crawlers read now: of a real file, its text.
	 */
	public static function served(): string {
		$file = self::file();
		return '' === $file ? self::filter( self::made(), (bool) get_option( 'blog_public' ) ) : (string) file_get_contents( $file ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A local file, read only.
	}

	/**
	 * Path of a real robots.txt that hides ours, or ''.
	 */
	public static function file(): string {
		$file = Status::root() . 'robots.txt';
		return is_file( $file ) && is_readable( $file ) ? $file : '';
	}

	/**
	 * Whether crawlers look at ours: they ask only at the root of a host.
	 */
	public static function is_reached(): bool {
		return '/' === (string) wp_parse_url( home_url( '/' ), PHP_URL_PATH );
	}

	/**
	 * Stores the owner's text; '' goes back to WordPress' own. What was there can be taken back.
	 *
	 * @param string $source Who wrote it, when not the owner: the import names its plugin.
	 * @return true|\WP_Error
	 */
	public static function save( string $text, string $source = '' ): bool|\WP_Error {
		$text = trim( (string) preg_replace( '/\r\n?/', "\n", $text ) );
		if ( strlen( $text ) > self::LARGEST ) {
			/* translators: %s: a size such as 64 KB. */
			return new \WP_Error( 'robots_large', sprintf( __( 'This is too long: robots.txt may have %s here.', 'igny8' ), size_format( self::LARGEST ) ), array( 'status' => 400 ) );
		}
		if ( ! wp_is_valid_utf8( $text ) || str_contains( $text, "\0" ) ) {
			return new \WP_Error( 'robots_text', __( 'This is not plain text in UTF-8.', 'igny8' ), array( 'status' => 400 ) );
		}
		$text   = '' === $text ? '' : "{$text}\n";
		$stored = self::stored();
		if ( $text !== ( $stored['text'] ?? '' ) ) {
			$before = array( 'text' => $stored['text'] ?? '', 'until' => gmdate( 'Y-m-d\TH:i:s\Z' ), 'user_id' => get_current_user_id(), 'source' => $source );
			update_option( self::OPTION, array( 'text' => $text, 'history' => array_slice( array( $before, ...( $stored['history'] ?? array() ) ), 0, self::KEPT ) ), false );
		}
		return true;
	}

	/**
	 * Goes back to the text before the last change.
	 */
	public static function undo(): bool|\WP_Error {
		$stored = self::stored();
		$before = $stored['history'][0] ?? null;
		if ( null === $before ) {
			return new \WP_Error( 'robots_no_history', __( 'There is no earlier version.', 'igny8' ), array( 'status' => 409 ) );
		}
		update_option( self::OPTION, array( 'text' => $before['text'], 'history' => array_slice( $stored['history'], 1 ) ), false );
		return true;
	}

	/**
	 * Versions before, newest first.
	 *
	 * @return list<array{text: string, until: string, user_id: int, source: string}>
	 */
	public static function history(): array {
		return self::stored()['history'] ?? array();
	}

	private static function with_sitemap( string $text, bool $is_public ): string {
		$index = Address::index();
		if ( ! $is_public || ! Listing::is_served() || preg_match( '~^\s*sitemap\s*:\s*' . preg_quote( $index, '~' ) . '\s*$~im', $text ) ) {
			return $text;
		}
		return rtrim( $text ) . "\n\nSitemap: {$index}\n";
	}

	/**
	 * @return array{text?: string, history?: list<array<string, mixed>>}
	 */
	private static function stored(): array {
		return (array) get_option( self::OPTION, array() );
	}
}
