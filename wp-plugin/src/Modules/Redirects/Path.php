<?php
/**
 * The normal form of an address on this site, and the hashes under which rules for it are found.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

/**
 * A path is kept as people read it: percent-encoding undone, UTF-8 composed (NFC), no repeated slashes, relative to the
 * site's home. The key of its hash is lower case and without a trailing slash, so that one lookup serves every choice
 * of case and slash; what the rule really asks for is checked on the few rows that are found.
 */
final class Path {

	public const LONGEST = 2000; // What browsers and servers agree to carry is 2,083 (old IE) to 8,190 (Apache) bytes.

	private const DEEPEST = 32; // Segments looked up as prefixes; deeper addresses match by their first 32.

	/**
	 * Paths under which nothing is ever redirected, so that no rule can lock the owner out or break an API.
	 */
	private const PROTECTED = '~^/(?:wp-admin(?:/|$)|wp-login\.php|wp-signup\.php|wp-activate\.php|wp-cron\.php|xmlrpc\.php|wp-json(?:/|$)|index\.php/wp-json(?:/|$)|wp-comments-post\.php)~i';

	/**
	 * @param string $path  Normal form, with a leading slash; a trailing one as given.
	 * @param string $query Normal form: decoded and encoded again, sorted by name; '' for none.
	 */
	private function __construct( public readonly string $path, public readonly string $query, public readonly string $raw_query ) {}

	/**
	 * From `REQUEST_URI`, a path within the site, or a URL of this site.
	 *
	 * @param bool $is_request The path begins at the root of the host, as in REQUEST_URI; otherwise at the site's home.
	 * @return self|null Null for an address of another host.
	 */
	public static function of( string $address, bool $is_request = false ): ?self {
		$address = trim( self::utf8( $address ) );
		if ( preg_match( '~^(?:https?:)?//([^/?#]*)(.*)$~is', $address, $found ) ) {
			if ( ! $is_request && ! self::is_own_host( $found[1] ) ) {
				return null;
			}
			$address    = $is_request ? $address : $found[2];
			$is_request = true;
		}
		$address                    = explode( '#', $address, 2 )[0];
		list( $path, $query ) = explode( '?', $address, 2 ) + array( '', '' );
		$path                       = self::normal( $path );
		$home                       = $is_request ? self::home() : '';
		if ( '' !== $home && ( $path === $home || str_starts_with( $path, "{$home}/" ) ) ) {
			$path = substr( $path, strlen( $home ) ) ?: '/';
		} elseif ( '' !== $home && ! preg_match( '~^/[^/]*\.php~', $path ) ) {
			return null; // Beside a site that lives in a folder.
		}
		return new self( $path, self::sorted( $query ), $query );
	}

	/**
	 * Undoes percent-encoding, composes, drops control characters and repeated slashes.
	 */
	public static function normal( string $path ): string {
		$path = self::utf8( rawurldecode( $path ) );
		$path = class_exists( \Normalizer::class ) ? ( \Normalizer::normalize( $path, \Normalizer::FORM_C ) ?: $path ) : $path;
		$path = (string) preg_replace( array( '/[\x00-\x1F\x7F]+/u', '~[/\\\\]+~' ), array( '', '/' ), $path );
		return mb_substr( '/' . ltrim( $path, '/' ), 0, self::LONGEST );
	}

	/**
	 * A query whose parameters stand in one order, whatever order and encoding they came in.
	 */
	public static function sorted( string $query ): string {
		$pairs = array();
		foreach ( array_filter( explode( '&', $query ), 'strlen' ) as $pair ) {
			list( $name, $value ) = explode( '=', $pair, 2 ) + array( '', '' );
			$pairs[]              = rawurlencode( self::utf8( urldecode( $name ) ) ) . ( str_contains( $pair, '=' ) ? '=' . rawurlencode( self::utf8( urldecode( $value ) ) ) : '' );
		}
		sort( $pairs, SORT_STRING );
		return implode( '&', $pairs );
	}

	/**
	 * The same address without parameters that only tell where a visitor came from.
	 *
	 * @param list<string> $names With `*` at the end for "begins with".
	 */
	public function without( array $names ): self {
		if ( '' === $this->query || array() === $names ) {
			return $this;
		}
		$marks = implode( '|', array_map( static fn( string $name ) => str_replace( '\*', '.*', preg_quote( $name, '~' ) ), $names ) );
		$kept  = array_filter( explode( '&', $this->query ), static fn( string $pair ) => ! preg_match( "~^(?:{$marks})$~i", rawurldecode( explode( '=', $pair, 2 )[0] ) ) );
		return new self( $this->path, implode( '&', $kept ), $this->raw_query );
	}

	/**
	 * Whether WordPress itself must always be reached here.
	 */
	public function is_protected(): bool {
		return 1 === preg_match( self::PROTECTED, $this->path )
			|| ( function_exists( 'rest_get_url_prefix' ) && preg_match( '~^/' . preg_quote( rest_get_url_prefix(), '~' ) . '(?:/|$)~i', $this->path ) );
	}

	/**
	 * Path and query as one text.
	 */
	public function full(): string {
		return $this->path . ( '' === $this->query ? '' : "?{$this->query}" );
	}

	/**
	 * Lower case, no trailing slash: what all spellings of a path have in common.
	 */
	public static function key( string $path ): string {
		return rtrim( mb_strtolower( $path, 'UTF-8' ), '/' );
	}

	/**
	 * Sixteen hexadecimal digits: `kind` is exact, prefix or regex. Found rows are compared in full, so that two paths
	 * of one hash do no harm.
	 */
	public static function hash( string $kind, string $path, string $query = '' ): string {
		return hash( 'xxh64', "{$kind} " . self::key( $path ) . ( '' === $query ? '' : "?{$query}" ) );
	}

	/**
	 * Every hash under which a rule for this address may stand, for one IN.
	 *
	 * @param self $bare The same address without tracking parameters.
	 * @return list<string>
	 */
	public function hashes( self $bare ): array {
		$hashes = array( self::hash( 'exact', $this->path ), self::hash( 'prefix', '' ), self::hash( 'regex', '' ) );
		if ( '' !== $this->query ) {
			$hashes[] = self::hash( 'exact', $this->path, $this->query );
			$hashes[] = self::hash( 'exact', $this->path, $bare->query );
		}
		$prefix   = '';
		$segments = array_slice( explode( '/', trim( self::key( $this->path ), '/' ) ), 0, self::DEEPEST );
		foreach ( array_filter( $segments, 'strlen' ) as $segment ) {
			$prefix  .= "/{$segment}";
			$hashes[] = self::hash( 'prefix', $prefix );
			$hashes[] = self::hash( 'regex', $prefix );
		}
		return array_values( array_unique( $hashes ) );
	}

	/**
	 * `example.com:8080` and the like of this site, with or without www, in Unicode or Punycode.
	 */
	public static function is_own_host( string $host ): bool {
		$plain = static fn( string $name ): string => (string) preg_replace( '/^www\./', '', self::ascii_host( $name ) );
		$home  = wp_parse_url( home_url() );
		$own   = $home['host'] . ( isset( $home['port'] ) ? ":{$home['port']}" : '' );
		return $plain( $host ) === $plain( $own );
	}

	/**
	 * A host name as DNS has it (IDNA), in lower case.
	 */
	public static function ascii_host( string $host ): string {
		$host = mb_strtolower( $host, 'UTF-8' );
		if ( ! preg_match( '/[^\x00-\x7F]/', $host ) ) {
			return $host;
		}
		try {
			return \WpOrg\Requests\IdnaEncoder::encode( $host );
		} catch ( \Exception $error ) {
			return $host; // Not a name at all: whoever checks the URL refuses it.
		}
	}

	/**
	 * Path of the site within its host, without a slash at the end: '' or '/blog'.
	 */
	public static function home(): string {
		return untrailingslashit( self::normal( (string) wp_parse_url( home_url( '/' ), PHP_URL_PATH ) ) );
	}

	private static function utf8( string $text ): string {
		return mb_check_encoding( $text, 'UTF-8' ) ? $text : mb_convert_encoding( $text, 'UTF-8', 'Windows-1252' );
	}
}
