<?php
/**
 * Linker: places the planned links between pages once both ends are published.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Linker;

final class Module extends \Igny8\Module {

	private int $placed = 0;

	public function slug(): string {
		return 'linker';
	}

	public function label(): string {
		return __( 'Linker', 'igny8' );
	}

	public function description(): string {
		return __( 'Links your pages to each other as planned, and never to a page visitors cannot see.', 'igny8' );
	}

	/**
	 * Links placed in this request.
	 */
	public function placed_count(): int {
		return $this->placed;
	}
}
