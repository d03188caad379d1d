<?php
/**
 * Sends visitors of a post, term or author on to where its owner says: field `redirect`.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Seo\Canonical;
use Igny8\Seo\Subject;

final class Redirect {

	/**
	 * Permanently, and never to itself. Of a post it costs no query: its meta came with it.
	 */
	public static function follow(): void {
		if ( is_feed() || is_preview() || is_customize_preview() || is_embed() ) {
			return;
		}
		/**
		 * Where a page's own field `redirect` sends its visitors.
		 *
		 * @param string $target Address; '' lets them stay.
		 */
		$target = (string) apply_filters( 'igny8/seo/redirect', self::target( Subject::current() ) );
		if ( '' !== $target ) {
			wp_redirect( $target, 301, 'IGNY8' ); // phpcs:ignore WordPress.Security.SafeRedirect.wp_redirect_wp_redirect -- The owner names the address, on any site.
			exit;
		}
	}

	/**
	 * Where the page sends its visitors, '' when it stays.
	 */
	public static function target( Subject $subject ): string {
		$target = $subject->has_meta() ? trim( (string) $subject->meta( Subject::META['redirect'] ) ) : '';
		$target = '' === $target ? '' : Canonical::absolute( $target );
		return self::bare( $target ) === self::bare( $subject->url() ) ? '' : $target;
	}

	private static function bare( string $url ): string {
		return untrailingslashit( preg_replace( '~^https?://~i', '', strtok( $url, '#' ) ?: '' ) ?? '' );
	}
}
