<?php
/**
 * Structure: lists the clusters and keywords of the active blueprint with their pages and how far these are.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

/**
 * Read-only: what it shows is changed by making a new blueprint version.
 */
final class Module extends \Igny8\Module {

	public function slug(): string {
		return 'structure';
	}

	public function label(): string {
		return __( 'Structure', 'igny8' );
	}

	public function description(): string {
		return __( 'Shows the topics of your site, their keywords and pages, and what is still to do.', 'igny8' );
	}
}
