<?php
/**
 * Keeps notes to the editor from visitors: a brief that somebody publishes as it is does not show them.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

final class EditorNotes {

	public const CLASS_NAME = 'igny8-content-callout-editor';

	/**
	 * @param array<string, mixed> $block
	 */
	public static function filter_render_block_group( string $html, array $block ): string {
		$is_note = str_contains( (string) ( $block['attrs']['className'] ?? '' ), self::CLASS_NAME );
		return $is_note && ! is_preview() && ! is_admin() && ! wp_is_serving_rest_request() ? '' : $html;
	}
}
