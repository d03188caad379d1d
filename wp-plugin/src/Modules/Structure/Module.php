<?php
/**
 * Structure: lists the clusters and keywords of the active blueprint with their pages and how far these are.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Modules\Blueprint\Document;

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

	public function tables(): array {
		return array( new ClustersTable(), new KeywordsTable() );
	}

	public function operations(): array {
		return ( new ListOperations( new Reader( $this->plugin ) ) )->all();
	}

	public function boot(): void {
		add_action( 'igny8/blueprint/applied', array( $this, 'on_applied' ), 10, 2 );
		add_action( 'igny8/blueprint/undone', array( $this, 'on_undone' ) );
	}

	/**
	 * @param array<string, mixed> $document
	 */
	public function on_applied( int $version, array $document ): void {
		$this->copy()->fill( $version, new Document( $document ) );
	}

	/**
	 * The version before, if any, is copied when somebody looks.
	 */
	public function on_undone(): void {
		$this->copy()->clear();
	}

	private function copy(): Copy {
		return new Copy( new ClustersTable(), new KeywordsTable() );
	}
}
