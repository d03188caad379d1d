<?php
/**
 * Shows a term's composed page on its archive, in any theme.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

/**
 * Block themes show a term's description by the block core/term-description, classic ones by
 * the_archive_description(): both ask term_description(). Other pages pay nothing for it.
 */
final class TermArchive {

	/**
	 * Whether the content is being rendered: its own blocks must not ask for it again.
	 */
	private static bool $is_rendering = false;

	/**
	 * Hooks in on archives of terms that have a page, nowhere else. Called when the query is one for terms.
	 */
	public static function on_wp(): void {
		if ( ! is_feed() && str_starts_with( get_queried_object()->taxonomy ?? '', 'igny8_' ) && self::is_shown( get_queried_object_id() ) ) {
			add_filter( 'term_description', array( self::class, 'filter_term_description' ), 20, 2 ); // After WordPress' own filters (10), which would put paragraphs around blocks.
			add_filter( 'get_the_archive_title', array( self::class, 'filter_get_the_archive_title' ) );
			add_filter( 'render_block_core/query-no-results', '__return_empty_string' ); // "Nothing found" is not true of a page with content.
		}
	}

	/**
	 * "All adjustable dog collars" instead of "Feature: Adjustable".
	 */
	public static function filter_get_the_archive_title( string $title ): string {
		$heading = (string) get_term_meta( get_queried_object_id(), Meta::HEADING, true );
		return '' === $heading ? $title : esc_html( $heading );
	}

	/**
	 * The owner's description first, then the page's content; on the first page of the archive only.
	 */
	public static function filter_term_description( string $description, int $term_id ): string {
		if ( $term_id !== get_queried_object_id() || self::$is_rendering || doing_action( 'wp_head' ) || is_paged() ) {
			return $description;
		}
		self::$is_rendering = true;
		$content            = wptexturize( do_blocks( Markup::group( array(), (string) get_term_meta( $term_id, Meta::CONTENT, true ) ) ) );
		self::$is_rendering = false;
		return trim( "{$description}\n{$content}" );
	}

	private static function is_shown( int $term_id ): bool {
		return TermWriter::is_published( $term_id ) || ( is_preview() && current_user_can( 'edit_term', $term_id ) );
	}
}
