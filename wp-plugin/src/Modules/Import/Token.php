<?php
/**
 * A pass for one comparison: whoever shows it sees a page with our head, or with the other plugin's, for five minutes.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

/**
 * `<mode>-<unix expiry>-<signature>` in the query argument `igny8_compare`. It changes what is printed in one response,
 * nothing that is stored, and does nothing while no other SEO plugin is active.
 */
final class Token {

	private const VALID_S = 300;

	public const OURS   = 'ours';
	public const THEIRS = 'theirs';

	public static function make( string $mode ): string {
		$body = $mode . '-' . ( time() + self::VALID_S );
		return "{$body}-" . self::sign( $body );
	}

	/**
	 * `ours`, `theirs`, or '' when the token is none of ours or too old.
	 */
	public static function mode( mixed $token ): string {
		if ( ! is_string( $token ) || 1 !== preg_match( '/^(ours|theirs)-(\d{1,12})-([0-9a-f]{64})$/', $token, $found ) ) {
			return '';
		}
		$is_valid = (int) $found[2] >= time() && (int) $found[2] <= time() + self::VALID_S && hash_equals( self::sign( "{$found[1]}-{$found[2]}" ), $found[3] );
		return $is_valid ? $found[1] : '';
	}

	private static function sign( string $body ): string {
		return hash_hmac( 'sha256', "igny8 import {$body} " . get_current_blog_id(), wp_salt( 'auth' ) );
	}
}
