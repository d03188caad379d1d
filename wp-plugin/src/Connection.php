<?php
/**
 * Where the engine is and the key that opens it. The key is sealed at rest and leaves this class only in the Authorization header.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * Stored per site in the option `igny8_connection`: url, sealed key, the key's public prefix, what the engine called us.
 */
final class Connection {

	public const OPTION = 'igny8_connection';

	private const KEY_PATTERN = '/^igny8_([A-Za-z0-9]+)_[A-Za-z0-9_-]{16,}$/'; // igny8_<prefix>_<secret>, as the engine prints it once.

	private function __construct( public readonly string $url, private readonly string $key ) {}

	/**
	 * A connection the owner typed in, not stored yet.
	 */
	public static function from( string $url, #[\SensitiveParameter] string $key ): self|\WP_Error {
		$url    = untrailingslashit( trim( $url ) );
		$key    = trim( $key );
		$fields = array_filter(
			array(
				'url' => self::url_fault( $url ),
				'key' => preg_match( self::KEY_PATTERN, $key ) ? '' : __( 'This is not an engine key. It looks like igny8_ab12cd34_… and is shown once, when the engine makes it.', 'igny8' ),
			)
		);
		if ( array() !== $fields ) {
			return new \WP_Error( 'engine_connection_invalid', implode( ' ', $fields ), array( 'status' => 400, 'fields' => $fields ) );
		}
		return new self( $url, $key );
	}

	/**
	 * The stored connection, or why there is none that works.
	 */
	public static function stored(): self|\WP_Error {
		$stored = self::record();
		if ( array() === $stored ) {
			return new \WP_Error( 'engine_not_connected', __( 'No engine is connected. Enter its address and key under IGNY8 → Settings → Engine.', 'igny8' ), array( 'status' => 409 ) );
		}
		$key = Secret::open( $stored['key'] );
		if ( null === $key ) {
			return new \WP_Error( 'engine_key_unreadable', __( 'The stored engine key cannot be read any more, because the security salts of this site have changed. Reconnect with the key under IGNY8 → Settings → Engine.', 'igny8' ), array( 'status' => 409 ) );
		}
		return new self( $stored['url'], $key );
	}

	/**
	 * What may be shown of the stored connection; never the key.
	 *
	 * @return array{url: string, key_prefix: string, site: string, account: string, connected_at: string}|array{}
	 */
	public static function summary(): array {
		$stored = self::record();
		unset( $stored['key'] );
		return $stored;
	}

	/**
	 * @param string $site    Our name on the engine.
	 * @param string $account The account this site belongs to there.
	 */
	public function store( string $site, string $account ): void {
		preg_match( self::KEY_PATTERN, $this->key, $match );
		$record = array(
			'url'          => $this->url,
			'key'          => Secret::seal( $this->key ),
			'key_prefix'   => "igny8_{$match[1]}",
			'site'         => $site,
			'account'      => $account,
			'connected_at' => gmdate( 'Y-m-d\TH:i:s\Z' ),
		);
		update_option( self::OPTION, $record, false );
	}

	public static function forget(): void {
		delete_option( self::OPTION );
	}

	public function authorization(): string {
		return "Bearer {$this->key}";
	}

	/**
	 * Keeps the key out of var_dump(), error logs and debug screens.
	 *
	 * @return array<string, string>
	 */
	public function __debugInfo(): array {
		return array( 'url' => $this->url );
	}

	/**
	 * @return array<string, string>
	 */
	private static function record(): array {
		$stored = get_option( self::OPTION, array() );
		return is_array( $stored ) && isset( $stored['url'], $stored['key'] ) ? $stored : array();
	}

	/**
	 * @return string What is wrong with an address, or ''. Private addresses and odd ports are fine: the engine is often next door.
	 */
	private static function url_fault( string $url ): string {
		$parts = wp_parse_url( $url );
		return match ( true ) {
			! is_array( $parts ) || ! in_array( $parts['scheme'] ?? '', array( 'http', 'https' ), true ) || '' === ( $parts['host'] ?? '' )
				=> __( 'Enter the engine\'s full address, such as https://engine.example.com or http://127.0.0.1:8000.', 'igny8' ),
			isset( $parts['user'] ) || isset( $parts['pass'] )
				=> __( 'Leave user name and password out of the address: the key identifies this site.', 'igny8' ),
			isset( $parts['query'] ) || isset( $parts['fragment'] )
				=> __( 'Leave everything from ? or # on out of the address.', 'igny8' ),
			default => '',
		};
	}
}
