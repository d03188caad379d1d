<?php
/**
 * Silences the other SEO plugin where the owner, or the import's comparison, says that IGNY8 prints.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Seo\OtherPlugins;

/**
 * Loaded only while another one is active.
 */
final class Takeover {

	/**
	 * Once the query is known, as many hook in then, and again as the head begins: SEOPress adds its tags in it.
	 */
	public function boot(): void {
		add_action( 'wp', array( $this, 'silence' ), PHP_INT_MAX );
		add_action( 'wp_head', array( $this, 'silence' ), PHP_INT_MIN );
	}

	public function silence(): void {
		OtherPlugins::are_printing() || OtherPlugins::silence();
	}
}
