<?php
/**
 * How far the pages of clusters are: asks the content module and sums up.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Modules\Blueprint\Document;
use Igny8\Plugin;

/**
 * Without the content module every page is planned.
 */
final class Progress {

	/**
	 * States of a page that mean that somebody has begun; `published` is the end.
	 */
	private const PLANNED   = array( '', 'planned', 'queued', 'cancelled' );
	private const PUBLISHED = 'published';

	/**
	 * @var array<string, array{status: string, id: int, edit_url: string, view_url: string}>|null By page id.
	 */
	private ?array $states = null;

	public function __construct(
		private readonly Plugin $plugin,
		private readonly Document $document,
	) {}

	/**
	 * The pages of a cluster, hub first.
	 *
	 * @return list<array{id: string, kind: string, title: string, path: string, status: string, object_id: int, edit_url: string, view_url: string}>
	 */
	public function pages( string $cluster_id ): array {
		$pages = array_map( fn( array $page ) => $this->row( $page ), $this->document->pages_of_cluster( $cluster_id ) );
		/**
		 * The pages of a cluster as lists show them.
		 *
		 * @param list<array<string, mixed>> $pages      Each `{id, kind, title, path, status, object_id, edit_url, view_url}`.
		 * @param string                     $cluster_id
		 */
		return (array) apply_filters( 'igny8/structure/cluster_pages', $pages, $cluster_id );
	}

	/**
	 * @param list<array{status: string}> $pages
	 * @return 'planned'|'in_progress'|'complete'
	 */
	public static function status( array $pages ): string {
		$states  = array_column( $pages, 'status' );
		$is_done = array() !== $states && array( self::PUBLISHED ) === array_values( array_unique( $states ) );
		if ( $is_done ) {
			return 'complete';
		}
		return array() === array_diff( $states, self::PLANNED ) ? 'planned' : 'in_progress';
	}

	/**
	 * All pages by kind and by status, those of no cluster too.
	 *
	 * @return array{total: int, by_kind: array<string, int>, by_status: array<string, int>}
	 */
	public function totals(): array {
		$rows = array_map( fn( array $page ) => $this->row( $page ), array_values( $this->document->pages() ) );
		return array(
			'total'     => count( $rows ),
			'by_kind'   => array_count_values( array_column( $rows, 'kind' ) ),
			'by_status' => array_count_values( array_column( $rows, 'status' ) ),
		);
	}

	/**
	 * @param array<string, mixed> $page
	 * @return array{id: string, kind: string, title: string, path: string, status: string, object_id: int, edit_url: string, view_url: string}
	 */
	private function row( array $page ): array {
		$state = $this->states()[ $page['id'] ] ?? array();
		return array(
			'id'        => $page['id'],
			'kind'      => $page['kind'],
			'title'     => $page['title'],
			'path'      => $page['path'],
			'status'    => $state['status'] ?? 'planned',
			'object_id' => $state['id'] ?? 0,
			'edit_url'  => $state['edit_url'] ?? '',
			'view_url'  => $state['view_url'] ?? '',
		);
	}

	/**
	 * @return array<string, array{status: string, id: int, edit_url: string, view_url: string}>
	 */
	private function states(): array {
		if ( null === $this->states ) {
			$content      = $this->plugin->module( 'content' );
			$this->states = null !== $content && method_exists( $content, 'page_states' ) ? $content->page_states( array_keys( $this->document->pages() ) ) : array();
		}
		return $this->states;
	}
}
