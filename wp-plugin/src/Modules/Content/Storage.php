<?php
/**
 * Writes content of ours into WordPress exactly as it was made.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

/**
 * WordPress filters what users without `unfiltered_html` save, which rewrites the JSON in block delimiters, and would
 * cut an administrator's own HTML when an editor of a network places links. What we write is escaped by us or was in
 * the post already, so those filters are off meanwhile. Revisions are off too: the linker keeps what was there before.
 */
final class Storage {

	/**
	 * @template T
	 * @param callable(): T $write
	 * @return T
	 */
	public static function write( callable $write ): mixed {
		$is_filtered = false !== has_filter( 'content_save_pre', 'wp_filter_post_kses' );
		$none        = static fn() => 0;
		kses_remove_filters();
		add_filter( 'wp_revisions_to_keep', $none, PHP_INT_MAX );
		try {
			return $write();
		} finally {
			remove_filter( 'wp_revisions_to_keep', $none, PHP_INT_MAX );
			$is_filtered && kses_init_filters();
		}
	}

	/**
	 * Replaces a post's content, in one save.
	 */
	public static function update_content( int $post_id, string $content ): bool|\WP_Error {
		$result = self::write(
			static fn() => wp_update_post(
				array(
					'ID'           => $post_id,
					'post_content' => wp_slash( $content ),
				),
				true
			)
		);
		return is_wp_error( $result ) ? $result : true;
	}
}
