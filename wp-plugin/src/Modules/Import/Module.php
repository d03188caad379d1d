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

	/**
	 * Query argument of the pass for a comparison. Here, so that asking for it loads no class.
	 */
	public const COMPARE = 'igny8_compare';

	public function slug(): string {
		return 'import';
	}

	public function label(): string {
		return __( 'Import', 'igny8' );
	}

	public function description(): string {
		return __( 'Takes titles, descriptions, social texts, redirects and settings over from other SEO plugins, and back again.', 'igny8' );
	}

	public function screen(): array {
		return array( 'label' => $this->label(), 'capability' => Capabilities::MANAGE_SEO );
	}

	public function tables(): array {
		return array( new JournalTable() );
	}

	public function operations(): array {
		return ( new Operations( $this->plugin ) )->all();
	}

	public function boot(): void {
		if ( isset( $_GET[ self::COMPARE ] ) ) { // phpcs:ignore WordPress.Security.NonceVerification -- The pass is signed.
			add_filter( 'igny8/seo/takes_over', array( $this, 'filter_takes_over' ), 100 );
		}
	}

	/**
	 * Whose head the page of a comparison shows.
	 */
	public function filter_takes_over( bool $takes_over ): bool {
		$mode = Token::mode( wp_unslash( $_GET[ self::COMPARE ] ?? '' ) ); // phpcs:ignore WordPress.Security -- The pass is signed and checked.
		return '' === $mode ? $takes_over : Token::OURS === $mode;
	}
}
