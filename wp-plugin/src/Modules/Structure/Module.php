<?php
/**
 * Structure: shows what the site is planned to be, cluster by cluster, and collects what its owner wants to be different.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Modules\Blueprint\Document;

/**
 * Versions of the blueprint are never changed: changes wait here until a rebuild makes the next one.
 */
final class Module extends \Igny8\Module {

	public function slug(): string {
		return 'structure';
	}

	public function label(): string {
		return __( 'Structure', 'igny8' );
	}

	public function description(): string {
		return __( 'Shows the topics of your site, their keywords and pages, and lets you change them.', 'igny8' );
	}

	public function screen(): array {
		return array( 'label' => $this->label(), 'capability' => 'edit_others_posts' );
	}

	public function tables(): array {
		return array( new ClustersTable(), new KeywordsTable(), new PendingTable() );
	}

	public function operations(): array {
		$reader = new Reader( $this->plugin );
		return array(
			...( new ListOperations( $reader ) )->all(),
			...( new ViewOperations( $reader ) )->all(),
			...( new ChangeOperations( $this->plugin ) )->all(),
			...( new KeywordOperations( $this->plugin, $reader ) )->all(),
			...( new RefineOperations( $reader ) )->all(),
		);
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

	/**
	 * Title of a cluster of the active version, '' when it has none such.
	 */
	public function cluster_title( string $cluster_id ): string {
		$blueprint = $this->plugin->module( 'blueprint' );
		$version   = '' === $cluster_id || null === $blueprint ? 0 : $blueprint->active_version();
		return $version > 0 ? (string) ( ( new ClustersTable() )->titles( $version )[ $cluster_id ] ?? '' ) : '';
	}

	private function copy(): Copy {
		return new Copy( new ClustersTable(), new KeywordsTable() );
	}
}
