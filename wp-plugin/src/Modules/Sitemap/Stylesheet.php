<?php
/**
 * Turns a sitemap into a page for people: XSL of our own, translated, right to left where the language is, fit for phones.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

final class Stylesheet {

	/**
	 * @param string $name sitemap or index.
	 */
	public static function xsl( string $name ): string {
		$table = 'index' === $name ? self::index() : self::sitemap();
		$intro = Xml::text( __( 'This is an XML sitemap: search engines read it to find the pages of this site.', 'igny8' ) );
		$title = Xml::text( __( 'XML sitemap', 'igny8' ) );
		$site  = Xml::text( html_entity_decode( get_bloginfo( 'name' ), ENT_QUOTES, 'UTF-8' ) );
		$home  = Xml::text( esc_url_raw( home_url( '/' ) ) );
		return '<?xml version="1.0" encoding="UTF-8"?>' . "\n"
			. '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:video="http://www.google.com/schemas/sitemap-video/1.1" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" exclude-result-prefixes="s image video news">' . "\n"
			. '<xsl:output method="html" encoding="UTF-8" indent="yes" doctype-system="about:legacy-compat"/>' . "\n"
			. '<xsl:template match="/">' . "\n"
			. '<html lang="' . Xml::text( get_bloginfo( 'language' ) ) . '" dir="' . ( is_rtl() ? 'rtl' : 'ltr' ) . '"><head>'
			. '<meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="robots" content="noindex, follow"/>'
			. "<title>{$title} – {$site}</title><style>" . self::css() . '</style></head><body><main>'
			. "<h1>{$title}</h1><p>{$intro} <a href=\"{$home}\">{$site}</a></p>{$table}"
			. '</main></body></html></xsl:template></xsl:stylesheet>' . "\n";
	}

	private static function index(): string {
		$back = '<p><strong><xsl:value-of select="count( s:sitemapindex/s:sitemap )"/></strong> ' . Xml::text( __( 'sitemaps', 'igny8' ) ) . '</p>';
		return $back . self::table(
			array( __( 'Sitemap', 'igny8' ), __( 'Last change', 'igny8' ) ),
			's:sitemapindex/s:sitemap',
			array( self::link(), self::time( 's:lastmod' ) )
		);
	}

	private static function sitemap(): string {
		$index = Xml::text( Address::index() );
		$back  = '<p><strong><xsl:value-of select="count( s:urlset/s:url )"/></strong> ' . Xml::text( __( 'pages', 'igny8' ) ) . ' · <a href="' . $index . '">' . Xml::text( __( 'All sitemaps', 'igny8' ) ) . '</a></p>';
		return $back . self::table(
			array( __( 'Page', 'igny8' ), __( 'Images', 'igny8' ), __( 'Videos', 'igny8' ), __( 'Last change', 'igny8' ) ),
			's:urlset/s:url',
			array( self::link(), self::count( 'image:image' ), self::count( 'video:video' ), self::time( 's:lastmod | news:news/news:publication_date' ) )
		);
	}

	/**
	 * On a phone each row is a card: the label of a cell stands before it.
	 *
	 * @param list<string> $labels
	 * @param list<string> $cells XSL, one a label.
	 */
	private static function table( array $labels, string $rows, array $cells ): string {
		$head = '';
		$body = '';
		foreach ( $labels as $index => $label ) {
			$head .= '<th scope="col">' . Xml::text( $label ) . '</th>';
			$body .= '<td data-label="' . Xml::text( $label ) . '">' . $cells[ $index ] . '</td>';
		}
		return "<table><thead><tr>{$head}</tr></thead><tbody><xsl:for-each select=\"{$rows}\"><tr>{$body}</tr></xsl:for-each></tbody></table>";
	}

	private static function link(): string {
		return '<a><xsl:attribute name="href"><xsl:value-of select="s:loc"/></xsl:attribute><bdi><xsl:value-of select="s:loc"/></bdi></a>';
	}

	private static function count( string $what ): string {
		return "<xsl:if test=\"{$what}\"><xsl:value-of select=\"count( {$what} )\"/></xsl:if>";
	}

	/**
	 * Date and time without the letters between them; UTC, as it stands there.
	 */
	private static function time( string $what ): string {
		return "<xsl:if test=\"{$what}\"><xsl:value-of select=\"concat( substring( {$what}, 1, 10 ), ' ', substring( {$what}, 12, 5 ), ' UTC' )\"/></xsl:if>";
	}

	private static function css(): string {
		return 'body{background:#f0f0f1;color:#1e1e1e;font:15px/1.5 system-ui,sans-serif;margin:0}main{max-width:1040px;margin:0 auto;padding:32px 16px}'
			. 'h1{font-size:26px;margin:0 0 8px}p{margin:0 0 16px}a{color:#0a5a8c}table{background:#fff;border-collapse:collapse;border-radius:8px;width:100%;overflow:hidden}'
			. 'th,td{padding:9px 14px;text-align:start;vertical-align:top}th{background:#1e1e1e;color:#fff;font-weight:600}tr+tr td{border-top:1px solid #e4e4e7}'
			. 'td{font-variant-numeric:tabular-nums}td:first-child{overflow-wrap:anywhere}td+td{white-space:nowrap}'
			. '@media(max-width:640px){thead{display:none}tr,td{display:block}tr{padding:8px 0}tr+tr{border-top:1px solid #e4e4e7}tr+tr td{border:0}td{padding:2px 14px}td:empty{display:none}td+td::before{content:attr(data-label) ": ";color:#50575e}}';
	}
}
