<?php
/**
 * Our title for whoever asks WordPress for the title of the page: themes, feeds' readers, statistics.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Seo\OtherPlugins;
use Igny8\Seo\Resolver;
use Igny8\Seo\Subject;

final class DocumentTitle {

	/**
	 * Escaped, as wp_get_document_title() hands it on without looking; '' lets WordPress make its own.
	 */
	public static function current(): string {
		return ! did_action( 'wp' ) || is_feed() || OtherPlugins::are_printing() ? '' : htmlspecialchars( Resolver::of( Subject::current() )->title(), ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8' );
	}

	/**
	 * Of themes that write `<title><?php wp_title(); ?></title>` themselves. Whatever they put around it stays away.
	 */
	public static function for_old_theme( string $title ): string {
		if ( current_theme_supports( 'title-tag' ) || wp_is_block_theme() ) {
			return $title;
		}
		$ours = self::current();
		return '' === $ours ? $title : $ours;
	}
}
