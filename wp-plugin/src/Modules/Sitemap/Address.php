<?php
/**
 * Addresses of the sitemap's files: made for links, read from requests, with and without pretty permalinks.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

/**
 * The same addresses as WordPress' own sitemap has, so that what is known of a site stays true. They are read from the
 * request itself: no rewrite rule has to be stored for them.
 */
final class Address {

	private const INDEX = '/^(?:sitemaps?|sitemaps?[_-]index(?:[_-]?\d+)?|sitemap-?\d+|sitemap\.index|sitemap\/index|main-sitemap|root-sitemap)\.xml(?:\.gz)?$/';

	/**
	 * Files of other sitemap plugins: `post-sitemap2.xml`, `sitemap-posttype-page.xml`, `sitemap-pt-post-2024-01.xml`, `sitemaps/author.xml`.
	 */
	private const PARTS = '/^(?:[a-z0-9_-]+-sitemap\d*|sitemap-[a-z0-9_-]+|sitemaps\/[a-z0-9_-]+)\.xml(?:\.gz)?$/';

	/**
	 * What a request asks for.
	 *
	 * @param string               $uri   As the browser sent it.
	 * @param array<string, mixed> $query `$_GET`.
	 * @return array{what: string, kind?: string, subtype?: string, page?: int, name?: string}|null `what`: index, page, news, stylesheet, moved, key, llms. Null: not ours.
	 */
	public static function read( string $uri, array $query ): ?array {
		$path = self::path( $uri );
		if ( '' === $path ) {
			return self::from_query( array_filter( $query, 'is_string' ) );
		}
		if ( preg_match( '/^wp-sitemap-(posts|taxonomies)-([a-z\d_-]+?)-(\d+)\.xml$/', $path, $found ) ) {
			return array( 'what' => 'page', 'kind' => $found[1], 'subtype' => $found[2], 'page' => (int) $found[3] );
		}
		if ( preg_match( '/^wp-sitemap-users-(\d+)\.xml$/', $path, $found ) ) {
			return array( 'what' => 'page', 'kind' => 'users', 'subtype' => '', 'page' => (int) $found[1] );
		}
		if ( preg_match( '/^([0-9a-f]{32})\.txt$/', $path, $found ) ) {
			return array( 'what' => 'key', 'name' => $found[1] );
		}
		return match ( true ) {
			'wp-sitemap.xml' === $path       => array( 'what' => 'index' ),
			'wp-sitemap-news.xml' === $path  => array( 'what' => 'news' ),
			'wp-sitemap.xsl' === $path       => array( 'what' => 'stylesheet', 'name' => 'sitemap' ),
			'wp-sitemap-index.xsl' === $path => array( 'what' => 'stylesheet', 'name' => 'index' ),
			'llms.txt' === $path             => array( 'what' => 'llms' ),
			str_starts_with( $path, 'wp-' )  => null, // WordPress' own: sitemaps that other plugins have given it.
			self::was_elsewhere( $path )     => array( 'what' => 'moved', 'name' => $path ),
			default                          => null,
		};
	}

	public static function index(): string {
		return self::is_pretty() ? self::url( 'wp-sitemap.xml' ) : self::url( '?sitemap=index' );
	}

	public static function page( string $kind, string $subtype, int $page ): string {
		if ( self::is_pretty() ) {
			return self::url( 'wp-sitemap-' . implode( '-', array_filter( array( $kind, $subtype, (string) $page ), 'strlen' ) ) . '.xml' );
		}
		return self::url( '?' . http_build_query( array( 'sitemap' => $kind ) + ( '' === $subtype ? array() : array( 'sitemap-subtype' => $subtype ) ) + array( 'paged' => $page ) ) );
	}

	public static function news(): string {
		return self::is_pretty() ? self::url( 'wp-sitemap-news.xml' ) : self::url( '?sitemap=news' );
	}

	/**
	 * @param string $name sitemap or index.
	 */
	public static function stylesheet( string $name ): string {
		return self::is_pretty() ? self::url( 'index' === $name ? 'wp-sitemap-index.xsl' : 'wp-sitemap.xsl' ) : self::url( "?sitemap-stylesheet={$name}" );
	}

	public static function key( string $key ): string {
		return self::is_pretty() ? self::url( "{$key}.txt" ) : self::url( "?igny8-indexnow={$key}" );
	}

	public static function llms(): string {
		return self::is_pretty() ? self::url( 'llms.txt' ) : self::url( '?igny8-llms=1' );
	}

	/**
	 * Path below the home page, without leading and trailing slash.
	 */
	private static function path( string $uri ): string {
		$path = (string) wp_parse_url( 'http://host' . ( str_starts_with( $uri, '/' ) ? $uri : "/{$uri}" ), PHP_URL_PATH );
		$home = rtrim( (string) wp_parse_url( home_url( '/' ), PHP_URL_PATH ), '/' );
		$path = '' !== $home && str_starts_with( $path, "{$home}/" ) ? substr( $path, strlen( $home ) ) : $path;
		$path = trim( $path, '/' );
		return 'index.php' === $path ? '' : ( str_starts_with( $path, 'index.php/' ) ? substr( $path, 10 ) : $path );
	}

	/**
	 * @param array<string, string> $query
	 * @return array<string, mixed>|null
	 */
	private static function from_query( array $query ): ?array {
		$kind = $query['sitemap'] ?? '';
		return match ( true ) {
			in_array( $kind, array( 'index', 'news' ), true )                       => array( 'what' => $kind ),
			in_array( $kind, array( 'posts', 'taxonomies', 'users' ), true )        => array( 'what' => 'page', 'kind' => $kind, 'subtype' => $query['sitemap-subtype'] ?? '', 'page' => max( 1, (int) ( $query['paged'] ?? 1 ) ) ),
			in_array( $query['sitemap-stylesheet'] ?? '', array( 'sitemap', 'index' ), true ) => array( 'what' => 'stylesheet', 'name' => $query['sitemap-stylesheet'] ),
			isset( $query['igny8-indexnow'] )                                       => array( 'what' => 'key', 'name' => $query['igny8-indexnow'] ),
			isset( $query['igny8-llms'] )                                           => array( 'what' => 'llms' ),
			default                                                                 => null,
		};
	}

	private static function was_elsewhere( string $path ): bool {
		return (bool) preg_match( self::INDEX, $path ) || preg_match( self::PARTS, $path );
	}

	/**
	 * Whether the server hands unknown paths to WordPress. With `/index.php/…` permalinks it does not without that prefix.
	 */
	private static function is_pretty(): bool {
		return '' !== (string) get_option( 'permalink_structure' );
	}

	private static function url( string $path ): string {
		global $wp_rewrite;
		return home_url( ( $wp_rewrite->using_index_permalinks() && ! str_starts_with( $path, '?' ) ? '/index.php/' : '/' ) . $path );
	}
}
