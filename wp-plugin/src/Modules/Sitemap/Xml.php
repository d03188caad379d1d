<?php
/**
 * Writes sitemaps as XML, piece by piece.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

/**
 * By sitemaps.org/protocol.html and Google's extensions. `priority` and `changefreq` are left out: Google ignores both
 * (developers.google.com/search/docs/crawling-indexing/sitemaps/build-sitemap), and what nobody reads cannot be wrong.
 */
final class Xml {

	private const PROTOCOL = 'http://www.sitemaps.org/schemas/sitemap/0.9';
	private const IMAGE    = 'http://www.google.com/schemas/sitemap-image/1.1';
	private const VIDEO    = 'http://www.google.com/schemas/sitemap-video/1.1';
	private const NEWS     = 'http://www.google.com/schemas/sitemap-news/0.9';

	/**
	 * @param list<array{loc: string, lastmod: string}> $files
	 */
	public static function index( array $files ): string {
		$xml = self::head( 'index' ) . '<sitemapindex xmlns="' . self::PROTOCOL . "\">\n";
		foreach ( $files as $file ) {
			$xml .= '<sitemap><loc>' . self::url( $file['loc'] ) . '</loc>' . self::lastmod( $file['lastmod'] ) . "</sitemap>\n";
		}
		return $xml . "</sitemapindex>\n";
	}

	/**
	 * @param list<array<string, mixed>> $entries As Source::entries() gives them.
	 */
	public static function urls( array $entries ): string {
		$extra = array_column( $entries, 'images' ) ? ' xmlns:image="' . self::IMAGE . '" xmlns:video="' . self::VIDEO . '"' : '';
		$xml   = self::head( 'sitemap' ) . '<urlset xmlns="' . self::PROTOCOL . "\"{$extra}>\n";
		foreach ( $entries as $entry ) {
			$xml .= '<url><loc>' . self::url( $entry['loc'] ) . '</loc>' . self::lastmod( $entry['lastmod'] );
			foreach ( $entry['images'] ?? array() as $image ) {
				$xml .= '<image:image><image:loc>' . self::url( $image ) . '</image:loc></image:image>';
			}
			foreach ( $entry['videos'] ?? array() as $video ) {
				$xml .= '<video:video>' . self::video( $video ) . '</video:video>';
			}
			$xml .= "</url>\n";
		}
		return $xml . "</urlset>\n";
	}

	/**
	 * @param list<array{loc: string, title: string, date: string}> $entries `date` UTC.
	 */
	public static function news( array $entries, string $publication, string $language ): string {
		$xml = self::head( 'sitemap' ) . '<urlset xmlns="' . self::PROTOCOL . '" xmlns:news="' . self::NEWS . "\">\n";
		foreach ( $entries as $entry ) {
			$xml .= '<url><loc>' . self::url( $entry['loc'] ) . '</loc><news:news><news:publication><news:name>' . self::text( $publication ) . '</news:name><news:language>' . self::text( $language )
				. '</news:language></news:publication><news:publication_date>' . self::time( $entry['date'] ) . '</news:publication_date><news:title>' . self::text( $entry['title'] ) . "</news:title></news:news></url>\n";
		}
		return $xml . "</urlset>\n";
	}

	/**
	 * Any text as content of an element: no character that XML forbids.
	 */
	public static function text( string $text ): string {
		$text = preg_replace( '/[^\x{9}\x{A}\x{D}\x{20}-\x{D7FF}\x{E000}-\x{FFFD}\x{10000}-\x{10FFFF}]/u', '', wp_check_invalid_utf8( $text, true ) );
		return htmlspecialchars( (string) $text, ENT_XML1 | ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8' );
	}

	/**
	 * The page for people by XSL; by CSS in browsers without XSLT, which Chromium is taking out. Others ignore the second.
	 */
	private static function head( string $stylesheet ): string {
		return '<?xml version="1.0" encoding="UTF-8"?>' . "\n"
			. '<?xml-stylesheet type="text/xsl" href="' . self::url( Address::stylesheet( $stylesheet ) ) . "\"?>\n"
			. '<?xml-stylesheet type="text/css" href="' . self::url( plugins_url( 'src/Modules/Sitemap/sitemap.css', \Igny8\FILE ) ) . "\"?>\n";
	}

	/**
	 * @param array<string, string> $video
	 */
	private static function video( array $video ): string {
		$xml = '';
		foreach ( $video as $name => $value ) {
			$xml .= "<video:{$name}>" . ( str_ends_with( $name, '_loc' ) ? self::url( $value ) : self::text( $value ) ) . "</video:{$name}>";
		}
		return $xml;
	}

	/**
	 * Permalinks are clean but for `&`; whatever is not goes through WordPress' own cleaning.
	 */
	private static function url( string $url ): string {
		return preg_match( '~^[A-Za-z0-9:/._%?=,\-]+$~', $url ) ? $url : self::text( esc_url_raw( $url, array( 'http', 'https' ) ) );
	}

	private static function lastmod( string $time ): string {
		return '' === $time || $time < '1970-01-02' ? '' : '<lastmod>' . self::time( $time ) . '</lastmod>';
	}

	/**
	 * `2026-01-02 03:04:05` → `2026-01-02T03:04:05+00:00`.
	 */
	private static function time( string $utc ): string {
		return strtr( $utc, ' ', 'T' ) . '+00:00';
	}
}
