<?php
/**
 * Copies clusters and keywords of the active blueprint into the tables that lists are read from.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Modules\Blueprint\Document;

/**
 * Safe to repeat and to interrupt: the option names a version only once all of it is copied.
 */
final class Copy {

	/**
	 * The version whose rows are complete; 0 for none.
	 */
	public const OPTION = 'igny8_structure_version';

	public function __construct(
		private readonly ClustersTable $clusters,
		private readonly KeywordsTable $keywords,
	) {}

	public function fill( int $version, Document $document ): void {
		update_option( self::OPTION, 0, false );
		// A new version may reuse nothing of an interrupted copy of itself, but a document never changes: rows there are right.
		$this->clusters->insert_many( $this->cluster_rows( $version, $document ) );
		$this->keywords->insert_many( $this->keyword_rows( $version, $document ) );
		$this->clusters->keep_only( $version );
		$this->keywords->keep_only( $version );
		update_option( self::OPTION, $version, false );
	}

	public function clear(): void {
		update_option( self::OPTION, 0, false );
		$this->clusters->keep_only( 0 );
		$this->keywords->keep_only( 0 );
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private function cluster_rows( int $version, Document $document ): array {
		$rows = array();
		foreach ( array_values( $document->clusters() ) as $position => $cluster ) {
			$rows[] = array(
				'version'       => $version,
				'cluster_id'    => $cluster['id'],
				'type'          => $cluster['type'],
				'title'         => mb_substr( $cluster['title'], 0, 255 ),
				'slug'          => $cluster['slug'],
				'sector'        => $cluster['sector'],
				'phase'         => $cluster['phase'],
				'score'         => $cluster['viability']['score'],
				'keyword_count' => count( $document->keywords_of( $cluster['id'] ) ),
				'page_count'    => count( $document->pages_of_cluster( $cluster['id'] ) ),
				'position'      => $position,
				'data'          => array_intersect_key( $cluster, array_flip( array( 'values', 'parent', 'related', 'hub_structure', 'viability', 'reason', 'term' ) ) ),
			);
		}
		return $rows;
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private function keyword_rows( int $version, Document $document ): array {
		$rows = array();
		foreach ( $document->data['keywords'] as $position => $keyword ) {
			$rows[] = array(
				'version'    => $version,
				'phrase'     => mb_substr( $keyword['phrase'], 0, 255 ),
				'cluster_id' => $keyword['cluster'],
				'intent'     => $keyword['intent'],
				'stage'      => $keyword['stage'],
				'pattern'    => $keyword['pattern'],
				'source'     => $keyword['source'],
				'is_primary' => (int) $keyword['is_primary'],
				'volume'     => $keyword['volume'] ?? KeywordsTable::UNKNOWN,
				'difficulty' => $keyword['difficulty'] ?? KeywordsTable::UNKNOWN,
				'position'   => $position,
			);
		}
		return $rows;
	}
}
