<?php
/**
 * The template function for classic themes, in the global namespace.
 *
 * @package Igny8
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

if ( ! function_exists( 'igny8_breadcrumbs' ) ) {
	/**
	 * Prints the way from the front page to the page being shown: `<?php function_exists( 'igny8_breadcrumbs' ) && igny8_breadcrumbs(); ?>`.
	 */
	function igny8_breadcrumbs(): void {
		echo \Igny8\Modules\SeoMeta\Trail::html( \Igny8\Seo\Subject::current() ); // phpcs:ignore WordPress.Security.EscapeOutput -- Escaped by Trail.
	}
}
