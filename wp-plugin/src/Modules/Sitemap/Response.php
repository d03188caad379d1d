<?php
/**
 * One of our own files as an answer: status, headers, body; 304 for who has it already.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

final class Response {

	/**
	 * @param array<string, string>      $headers
	 * @param string|\Closure(): string $body Made only when it is sent.
	 */
	public function __construct(
		public readonly int $status,
		public readonly array $headers,
		private readonly string|\Closure $body = '',
	) {}

	/**
	 * @param string|\Closure(): string $body
	 * @param string                     $tag      What changes whenever the body does.
	 * @param string                     $modified UTC as MySQL writes it, or ''.
	 */
	public static function file( string $media_type, string|\Closure $body, string $tag, string $modified = '' ): self {
		$headers = array(
			'Content-Type'  => "{$media_type}; charset=UTF-8",
			'X-Robots-Tag'  => 'noindex, follow', // For crawlers, not for search results.
			'Cache-Control' => 'max-age=0, must-revalidate',
			'ETag'          => '"' . $tag . '"',
		);
		if ( '' !== $modified ) {
			$headers['Last-Modified'] = gmdate( 'D, d M Y H:i:s', (int) strtotime( "{$modified} UTC" ) ) . ' GMT';
		}
		return new self( self::has( $headers ) ? 304 : 200, $headers, $body );
	}

	public static function redirect( string $url ): self {
		return new self( 301, array( 'Location' => $url, 'X-Redirect-By' => 'IGNY8' ) );
	}

	/**
	 * The same file as a page that is not there.
	 */
	public static function missing(): self {
		return new self( 404, array( 'Content-Type' => 'text/plain; charset=UTF-8', 'X-Robots-Tag' => 'noindex', 'Cache-Control' => 'no-cache, must-revalidate, max-age=0' ), "Not found\n" );
	}

	public function body(): string {
		return in_array( $this->status, array( 301, 304 ), true ) ? '' : ( is_string( $this->body ) ? $this->body : ( $this->body )() );
	}

	/**
	 * Sends it and ends the request.
	 */
	public function send(): never {
		status_header( $this->status );
		foreach ( $this->headers as $name => $value ) {
			header( "{$name}: {$value}" );
		}
		if ( 'head' !== sanitize_key( wp_unslash( $_SERVER['REQUEST_METHOD'] ?? '' ) ) ) {
			echo $this->body(); // phpcs:ignore WordPress.Security.EscapeOutput -- XML and plain text, escaped for that where it is made.
		}
		exit;
	}

	/**
	 * Whether the client named this version; If-None-Match wins over If-Modified-Since (RFC 9110, 13.1.3).
	 *
	 * @param array<string, string> $headers
	 */
	private static function has( array $headers ): bool {
		$tags = isset( $_SERVER['HTTP_IF_NONE_MATCH'] ) ? sanitize_text_field( wp_unslash( $_SERVER['HTTP_IF_NONE_MATCH'] ) ) : '';
		if ( '' !== $tags ) {
			$known = array_map( static fn( string $tag ) => preg_replace( '~^W/|-gzip(?="$)~', '', trim( $tag ) ), explode( ',', $tags ) ); // Servers that compress mark or weaken tags.
			return in_array( $headers['ETag'], $known, true );
		}
		$since = isset( $_SERVER['HTTP_IF_MODIFIED_SINCE'] ) ? strtotime( sanitize_text_field( wp_unslash( $_SERVER['HTTP_IF_MODIFIED_SINCE'] ) ) ) : false;
		return false !== $since && isset( $headers['Last-Modified'] ) && strtotime( $headers['Last-Modified'] ) <= $since;
	}
}
