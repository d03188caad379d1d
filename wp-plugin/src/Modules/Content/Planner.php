<?php
/**
 * Makes one task of every page of the active blueprint, in the order the pages are written and published.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

use Igny8\Modules\Blueprint\Document;
use Igny8\Table;

/**
 * Planning again brings tasks up to the blueprint's newest version. What has been written stays as it is.
 */
final class Planner {

	/**
	 * Columns that the blueprint decides; all others tell how far the work is.
	 */
	private const FROM_BLUEPRINT = array( 'blueprint_version', 'position', 'parent', 'cluster', 'cluster_title', 'kind', 'content_type', 'content_structure', 'title', 'description', 'taxonomy_term', 'phase' );

	public function __construct( private readonly TasksTable $tasks ) {}

	/**
	 * @return array{version: int, total: int, tasks_created: int, tasks_updated: int, tasks_removed: int}
	 */
	public function plan( int $version, Document $document, bool $is_dry = false ): array {
		$old     = array_column( $this->tasks->select( limit: TasksTable::ALL ), null, 'page_id' );
		$created = array();
		$updated = array();
		foreach ( self::order( $document ) as $position => $page ) {
			$title = mb_substr( $document->cluster( (string) $page['cluster'] )['title'] ?? '', 0, 200 );
			$row   = array( 'cluster_title' => $title ) + $this->row( $page, $version, $position );
			if ( ! isset( $old[ $page['id'] ] ) ) {
				$created[] = $row;
			} elseif ( array_intersect_key( $old[ $page['id'] ], $row, array_flip( self::FROM_BLUEPRINT ) ) != array_intersect_key( $row, array_flip( self::FROM_BLUEPRINT ) ) ) { // phpcs:ignore Universal.Operators.StrictComparisons -- Key order differs.
				$updated[] = $row;
			}
		}
		$gone    = array_diff_key( $old, $document->pages() );
		$removed = array_filter( $gone, static fn( array $task ) => 0 === $task['object_id'] && 'in_progress' !== $task['status'] );
		if ( ! $is_dry ) {
			$this->tasks->insert_many( array( ...$created, ...$updated ), self::FROM_BLUEPRINT );
			array_map( fn( array $task ) => $this->tasks->delete( array( 'id' => $task['id'] ) ), $removed );
		}
		return array(
			'version'       => $version,
			'total'         => count( $document->pages() ),
			'tasks_created' => count( $created ),
			'tasks_updated' => count( $updated ),
			'tasks_removed' => count( $removed ),
		);
	}

	/**
	 * By phase, and every page after its parent whatever its phase.
	 *
	 * @return list<array<string, mixed>>
	 */
	private static function order( Document $document ): array {
		$pages = $document->pages();
		uasort( $pages, static fn( array $a, array $b ) => $a['phase'] <=> $b['phase'] );
		$placed = array();
		$place  = static function ( array $page ) use ( &$placed, &$place, $pages ): void {
			if ( isset( $placed[ $page['id'] ] ) ) {
				return;
			}
			$placed[ $page['id'] ] = null; // Breaks a circle of parents, should a blueprint have one.
			if ( isset( $pages[ $page['parent'] ?? '' ] ) ) {
				$place( $pages[ $page['parent'] ] );
			}
			unset( $placed[ $page['id'] ] );
			$placed[ $page['id'] ] = $page;
		};
		array_map( $place, $pages );
		return array_values( array_filter( $placed ) );
	}

	/**
	 * @param array<string, mixed> $page
	 * @return array<string, mixed>
	 */
	private function row( array $page, int $version, int $position ): array {
		return array(
			'page_id'           => $page['id'],
			'blueprint_version' => $version,
			'position'          => $position,
			'parent'            => (string) $page['parent'],
			'cluster'           => (string) $page['cluster'],
			'kind'              => $page['kind'],
			'content_type'      => $page['content_type'],
			'content_structure' => $page['content_structure'],
			'title'             => $page['title'],
			'description'       => $page['summary'] ?? '',
			'taxonomy_term'     => null === $page['term'] ? '' : "{$page['term']['taxonomy']}/{$page['term']['term']}",
			'phase'             => $page['phase'],
			'created_at'        => Table::now(),
			'updated_at'        => Table::now(),
		);
	}
}
