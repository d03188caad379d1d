<?php
/**
 * Content: turns the planned pages into posts and term pages, and publishes them.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

final class Module extends \Igny8\Module {

	public function slug(): string {
		return 'content';
	}

	public function label(): string {
		return __( 'Content', 'igny8' );
	}

	public function description(): string {
		return __( 'Creates the planned pages as drafts, in native blocks, and publishes them.', 'igny8' );
	}
}
