<?php
/**
 * Brings pages' links up to date: reads pages and plans, has the Placer work, stores what changed.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Linker;

use Igny8\Modules\Content\Module as Content;
use Igny8\Plugin;

/**
 * Each page is saved at most once per call, and only when something changed.
 */
final class Placement {

	/**
	 * Everything but removed: what the state of a target may change.
	 */
	private const LIVE = array( 'planned', 'placed', 'listed', 'unplaceable' );

	public int $placed = 0;

	public function __construct(
		private readonly Plugin $plugin,
		private readonly LinksTable $links,
		private readonly EditsTable $edits,
	) {}

	/**
	 * Pages have been published, or have another address: they and everything that should lead to them.
	 *
	 * @param list<string> $page_ids
	 */
	public function on_published( array $page_ids ): void {
		$this->plan_if_empty();
		$sources = array_values( array_unique( array( ...$page_ids, ...$this->links->sources_of( $page_ids, self::LIVE ) ) ) );
		$this->update( $sources, $this->edits->batch( 'publish' ) );
	}

	/**
	 * Pages cannot be reached any more: nothing may lead to them.
	 *
	 * @param list<string> $page_ids
	 */
	public function on_unpublished( array $page_ids ): void {
		$this->update( $this->links->sources_of( $page_ids, array( 'placed', 'listed' ) ), $this->edits->batch( 'unpublish' ) );
	}

	/**
	 * @param list<string> $sources
	 * @param string       $batch   '' for a dry run: nothing is stored.
	 * @param bool         $again   Also links that somebody removed, or that were undone.
	 * @return list<array{source: string, target: string, type: string, status: string, place: string, anchor: string}> What changed, or would.
	 */
	public function update( array $sources, string $batch, bool $again = false ): array {
		$content = $this->plugin->module( 'content' );
		if ( ! $content instanceof Content || array() === $sources ) {
			return array();
		}
		$links   = $this->links->of_sources( $sources );
		$ends    = array_unique( array( ...$sources, ...array_column( array_merge( array(), ...array_values( $links ) ), 'target_page' ) ) );
		$pages   = $content->page_objects( array_values( $ends ) );
		$targets = $this->targets( $pages );
		$gone    = self::ends( array_diff_key( $pages, $targets ) );
		$placer  = new Placer( new Anchors( $this->links->anchors() ) );
		$report  = array();
		foreach ( array_intersect( $sources, array_keys( $targets ) ) as $source ) {
			$before = $content->page_content( $source );
			$made   = $placer->place( $before, $pages[ $source ]['kind'], $links[ $source ], array_diff_key( $targets, array( $source => true ) ), $gone, $again );
			if ( '' === $batch || $this->store( $content, $source, $before, $made, $links[ $source ], $batch ) ) {
				array_push( $report, ...$this->report( $made['changes'], $links[ $source ] ) );
			}
		}
		$this->edits->prune();
		return $report;
	}

	/**
	 * Takes these links, and only these, out of a page.
	 *
	 * @param list<array<string, mixed>> $out Rows of LinksTable with this source.
	 */
	public function take_out( string $source, array $out ): void {
		$content = $this->plugin->module( 'content' );
		$links   = $this->links->select( array( 'source_page' => $source, 'status' => array( 'placed', 'listed' ) ), 'position', LinksTable::ALL );
		$ids     = array_fill_keys( array_column( $out, 'target_page' ), true );
		$pages   = $content->page_objects( array_column( $links, 'target_page' ) );
		$gone    = self::ends( array_intersect_key( $pages, $ids ) );
		$before  = $content->page_content( $source );
		$made    = ( new Placer( new Anchors( array() ) ) )->place( $before, 'article', $links, array_diff_key( $this->targets( $pages ), $ids ), $gone );
		if ( $made['content'] !== $before ) {
			$content->store_page_content( $source, $made['content'] );
		}
	}

	/**
	 * A linker switched on after the blueprint was applied has no plan yet.
	 */
	public function plan_if_empty(): void {
		$document = 0 === $this->links->count() ? $this->plugin->module( 'blueprint' )?->active() : null;
		null === $document || $this->links->plan( $document['document']['links'] );
	}

	/**
	 * @param array{content: string, changes: array<int, array{status: string, place: string, anchor: string}>} $made
	 * @param list<array<string, mixed>>                                                                         $links
	 */
	private function store( Content $content, string $source, string $before, array $made, array $links, string $batch ): bool {
		$new = count( array_filter( $made['changes'], static fn( array $change ) => in_array( $change['status'], array( 'placed', 'listed' ), true ) ) );
		if ( $made['content'] !== $before ) {
			$stored = $content->store_page_content( $source, $made['content'] );
			if ( is_wp_error( $stored ) ) {
				return false;
			}
			$this->edits->note( $batch, $source, $before, $content->page_content( $source ), $new );
		}
		foreach ( $made['changes'] as $id => $change ) {
			$this->links->update( $change + array( 'batch' => $batch, 'updated_at' => LinksTable::now() ), array( 'id' => $id ) );
		}
		$old           = count( array_filter( $links, static fn( array $link ) => isset( $made['changes'][ $link['id'] ] ) && in_array( $link['status'], array( 'placed', 'listed' ), true ) ) );
		$this->placed += max( 0, $new - $old );
		return true;
	}

	/**
	 * Published pages as targets.
	 *
	 * @param array<string, array<string, mixed>> $pages
	 * @return array<string, array<string, mixed>>
	 */
	private function targets( array $pages ): array {
		$document = $this->plugin->module( 'blueprint' )?->reader();
		$targets  = array();
		foreach ( $pages as $page_id => $page ) {
			if ( 'published' === $page['status'] && '' !== $page['url'] ) {
				$targets[ $page_id ] = array(
					'page'  => $page_id,
					'kind'  => $page['kind'],
					'title' => $page['title'],
					'type'  => $page['object_type'],
					'id'    => $page['id'],
					'url'   => $page['url'],
					'exact' => $document?->page( $page_id )['primary_keyword'] ?? $page['title'],
				);
			}
		}
		return $targets;
	}

	/**
	 * What our links to pages are known by.
	 *
	 * @param array<string, array<string, mixed>> $pages
	 * @return array<string, array{type: string, id: int}>
	 */
	private static function ends( array $pages ): array {
		return array_map( static fn( array $page ) => array( 'type' => $page['object_type'], 'id' => $page['id'] ), $pages );
	}

	/**
	 * @param array<int, array{status: string, place: string, anchor: string}> $changes
	 * @param list<array<string, mixed>>                                        $links
	 * @return list<array{source: string, target: string, type: string, status: string, place: string, anchor: string}>
	 */
	private function report( array $changes, array $links ): array {
		$rows = array();
		foreach ( $links as $link ) {
			if ( isset( $changes[ $link['id'] ] ) ) {
				$rows[] = array(
					'source' => $link['source_page'],
					'target' => $link['target_page'],
					'type'   => $link['type'],
				) + $changes[ $link['id'] ];
			}
		}
		return $rows;
	}
}
