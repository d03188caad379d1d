<?php
/**
 * Blueprint: keeps every version of the site's planned structure and makes taxonomies, terms, menu and front page of it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * The record of what the site is meant to become.
 */
final class Module extends \Igny8\Module {

	public function slug(): string {
		return 'blueprint';
	}

	public function label(): string {
		return __( 'Blueprint', 'igny8' );
	}

	public function description(): string {
		return __( 'Plans the structure of your site from your trade and creates its taxonomies, terms and menu.', 'igny8' );
	}
}
