<?php
/**
 * Import: takes over what other SEO plugins know about this site, so that one can switch without losing anything.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Capabilities;

/**
 * The other plugin and its data are only ever read.
 */
final class Module extends \Igny8\Module {

	public function slug(): string {
		return 'import';
	}

	public function label(): string {
		return __( 'Import', 'igny8' );
	}

	public function description(): string {
		return __( 'Takes titles, descriptions, social texts, redirects and settings over from other SEO plugins, and back again.', 'igny8' );
	}

	public function tables(): array {
		return array( new JournalTable() );
	}

	public function operations(): array {
		return ( new Operations( $this->plugin ) )->all();
	}
}
