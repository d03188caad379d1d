<?php
/**
 * Copies clusters and keywords of a version into the tables that lists are read from.
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
	 * Versions whose rows are complete, the one filled last at the end.
	 */
	public const OPTION = 'igny8_structure_versions';

	private const KEPT = 3; // The active version, the one being worked on, and one to compare.

	public function __construct(
		private readonly ClustersTable $clusters,
		private readonly KeywordsTable $keywords,
	) {}

	public static function has( int $version ): bool {
		return in_array( $version, (array) get_option( self::OPTION, array() ), true );
	}

	public function fill( int $version, Document $document ): void {
		$others = array_slice( array_diff( (array) get_option( self::OPTION, array() ), array( $version ) ), 1 - self::KEPT );
		update_option( self::OPTION, array_values( $others ), false );
		// A document never changes: rows of an interrupted copy, or of another request's at this moment, are written over with the same.
		self::write( $this->clusters, $this->cluster_rows( $version, $document ) );
		self::write( $this->keywords, $this->keyword_rows( $version, $document ) );
		$whole = array( ...$others, $version );
		$this->clusters->keep_only( $whole );
		$this->keywords->keep_only( $whole );
		update_option( self::OPTION, $whole, false );
	}

	public function clear(): void {
		update_option( self::OPTION, array(), false );
		$this->clusters->keep_only( array() );
		$this->keywords->keep_only( array() );
	}

	/**
	 * @param list<array<string, mixed>> $rows
	 */
	private static function write( \Igny8\Table $table, array $rows ): void {
		$table->insert_many( $rows, array_keys( $rows[0] ?? array() ) );
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private function cluster_rows( int $version, Document $document ): array {
		$rows    = array();
		$outline = new Outline( $document );
		foreach ( array_values( $document->clusters() ) as $position => $cluster ) {
			$rows[] = array(
				'version'       => $version,
				'cluster_id'    => $cluster['id'],
				'type'          => $cluster['type'],
				'title'         => mb_substr( $cluster['title'], 0, 255 ),
				'slug'          => $cluster['slug'],
				'sector'        => $cluster['sector'],
				'attribute'     => $outline->group_of( $cluster['id'] ),
				'source'        => $cluster['source'] ?? 'template',
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
				'cpc'        => $keyword['cpc'] ?? KeywordsTable::UNKNOWN,
				'fit'        => $keyword['match'] ?? KeywordsTable::UNKNOWN,
				'position'   => $position,
			);
		}
		return $rows;
	}
}
