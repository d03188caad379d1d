<?php
/**
 * Keeps a composed archive page with its term, as blocks in term meta.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

/**
 * The description field stays the owner's; the archive shows the blocks below it (TermArchive).
 */
final class TermWriter {

	public const PUBLISHED = 'published';

	/**
	 * @param array<string, mixed> $document
	 * @param array<string, mixed> $page
	 * @return array{id: int, is_new: bool, is_written: bool, hash: string}
	 */
	public static function write( int $term_id, array $document, array $page ): array {
		$old     = (string) get_term_meta( $term_id, Meta::CONTENT, true );
		$is_live = self::PUBLISHED === get_term_meta( $term_id, Meta::STATUS, true );
		$content = ( new Renderer() )->render( $document );
		if ( ! $is_live || '' === $old ) {
			foreach ( array( Meta::CONTENT => $content, Meta::HEADING => sanitize_text_field( $document['title'] ), Meta::STATUS => 'drafted' ) + Meta::of( $document, $page ) as $key => $value ) {
				update_term_meta( $term_id, $key, wp_slash( $value ) );
			}
		}
		return array(
			'id'         => $term_id,
			'is_new'     => '' === $old,
			'is_written' => ! $is_live,
			'hash'       => md5( $is_live && '' !== $old ? $old : $content ),
		);
	}

	public static function publish( int $term_id ): void {
		update_term_meta( $term_id, Meta::STATUS, self::PUBLISHED );
	}

	public static function is_published( int $term_id ): bool {
		return self::PUBLISHED === get_term_meta( $term_id, Meta::STATUS, true );
	}
}
