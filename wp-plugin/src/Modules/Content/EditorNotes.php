<?php
/**
 * Keeps notes to the editor from visitors: a brief that somebody publishes as it is does not show them.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

final class EditorNotes {

	/**
	 * @param string $html A rendered group with the class Module::EDITOR_NOTE.
	 */
	public static function hide( string $html ): string {
		return is_preview() || is_admin() || wp_is_serving_rest_request() ? $html : '';
	}
}
