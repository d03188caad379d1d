<?php
/**
 * Encrypts what must not be readable in a database dump: today the engine's key.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * XSalsa20-Poly1305 (sodium's secretbox; WordPress ships a PHP fallback) under a key derived from the salts of
 * wp-config.php, so a stolen database alone opens nothing. Changed salts make a sealed text unreadable, never wrong.
 */
final class Secret {

	private const CONTEXT = 'igny8/secret/v1'; // Keeps this key apart from every other use of the same salt.

	/**
	 * @return string Base64 of nonce and ciphertext.
	 */
	public static function seal( string $text ): string {
		$nonce = random_bytes( SODIUM_CRYPTO_SECRETBOX_NONCEBYTES );
		return sodium_bin2base64( $nonce . sodium_crypto_secretbox( $text, $nonce, self::key() ), SODIUM_BASE64_VARIANT_ORIGINAL );
	}

	/**
	 * @return string|null The text, or null when the salts have changed or the stored value is damaged.
	 */
	public static function open( string $sealed ): ?string {
		try {
			$bytes = sodium_base642bin( $sealed, SODIUM_BASE64_VARIANT_ORIGINAL );
			$nonce = substr( $bytes, 0, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES );
			$text  = sodium_crypto_secretbox_open( substr( $bytes, SODIUM_CRYPTO_SECRETBOX_NONCEBYTES ), $nonce, self::key() );
		} catch ( \SodiumException ) {
			return null;
		}
		return false === $text ? null : $text;
	}

	private static function key(): string {
		return hash_hmac( 'sha256', self::CONTEXT, wp_salt( 'auth' ), true );
	}
}
