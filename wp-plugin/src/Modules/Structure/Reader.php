<?php
/**
 * Answers what lists, the detail view, the map and the dashboard ask about the structure of a version.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Modules\Blueprint;
use Igny8\Modules\Blueprint\Document;
use Igny8\Plugin;

/**
 * Without such a version everything is empty, and version 0 says so.
 */
final class Reader {

	/**
	 * Stands for the version that changes go on from.
	 */
	public const WORKING = -1;

	private readonly ClustersTable $clusters;
	private readonly KeywordsTable $keywords;

	public function __construct( private readonly Plugin $plugin ) {
		$this->clusters = new ClustersTable();
		$this->keywords = new KeywordsTable();
	}

	/**
	 * @param array<string, mixed> $input Of `structure.clusters`.
	 * @return array{version: int, total: int, clusters: list<array<string, mixed>>}
	 */
	public function clusters( array $input ): array {
		$version  = $this->version( $input['version'] );
		$progress = $this->progress( $version );
		$found    = null === $progress ? array() : $this->clusters->search( $version, $input, $input['orderby'], 'desc' === $input['order'] );
		$offset   = ( $input['page'] - 1 ) * $input['per_page'];
		if ( array() === $input['status'] ) {
			$total = count( $found );
			$found = array_map( fn( array $row ) => $this->row( $row, $progress ), array_slice( $found, $offset, $input['per_page'] ) );
		} else {
			// How far a cluster is follows from posts, not from our rows: 250 clusters at most (SPEC §1.3) are looked at.
			$found = array_map( fn( array $row ) => $this->row( $row, $progress ), $found );
			$found = array_values( array_filter( $found, static fn( array $row ) => in_array( $row['status'], $input['status'], true ) ) );
			$total = count( $found );
			$found = array_slice( $found, $offset, $input['per_page'] );
		}
		return array(
			'version'  => $version,
			'total'    => $total,
			'clusters' => $found,
		);
	}

	/**
	 * @return array<string, mixed>|\WP_Error
	 */
	public function cluster( string $id, int $version ): array|\WP_Error {
		$version  = $this->version( $version );
		$progress = $this->progress( $version );
		$row      = null === $progress ? null : $this->clusters->find( array( 'version' => $version, 'cluster_id' => $id ) );
		if ( null === $row ) {
			return new \WP_Error( 'cluster_not_found', __( 'This version of the blueprint has no such cluster.', 'igny8' ), array( 'status' => 404 ) );
		}
		$document = $this->document( $version );
		return $this->row( $row, $progress ) + array(
			'origin'        => ( new Words( $document ) )->cluster( $document->cluster( $id ) ),
			'values'        => $row['data']['values'],
			'hub_structure' => $row['data']['hub_structure'],
			'viability'     => $row['data']['viability'],
			'reason'        => $row['data']['reason'],
			'term'          => $row['data']['term'],
			'related'       => array_values( array_filter( array_map( static fn( string $other ) => self::named( $document, $other ), $row['data']['related'] ) ) ),
			'children'      => array_values( array_map( static fn( array $other ) => self::named( $document, $other['id'] ), array_filter( $document->clusters(), static fn( array $other ) => $other['parent'] === $id ) ) ),
			'keywords'      => array_map( array( self::class, 'explained' ), $this->keywords->search( $version, array( 'cluster_id' => array( $id ) ), 'position', false, 500, 0 )['rows'] ),
		);
	}

	/**
	 * @param array<string, mixed> $input Of `structure.keywords`.
	 * @return array{version: int, total: int, keywords: list<array<string, mixed>>}
	 */
	public function keywords( array $input ): array {
		$version = $this->version( $input['version'] );
		$filters = array( 'cluster_id' => array_filter( array( $input['cluster'] ), 'strlen' ) ) + $input;
		$found   = $this->keywords->search( $version, $filters, $input['orderby'], 'desc' === $input['order'], $input['per_page'], ( $input['page'] - 1 ) * $input['per_page'] );
		$titles  = $this->clusters->titles( $version ); // The document has 400 KB, and a page of the table needs only these.
		return array(
			'version'  => $version,
			'total'    => $found['total'],
			'keywords' => array_map( static fn( array $row ) => self::explained( $row ) + array( 'cluster_title' => $titles[ $row['cluster'] ] ?? '' ), $found['rows'] ),
		);
	}

	/**
	 * Every cluster of a version with its place in the tree, and the links between them.
	 *
	 * @return array{groups: list<array<string, mixed>>, clusters: list<array<string, mixed>>, links: list<array<string, mixed>>}
	 */
	public function map( int $version, Document $document ): array {
		$this->version( $version );
		$progress = new Progress( $this->plugin, $document );
		$outline  = new Outline( $document );
		$words    = new Words( $document );
		$clusters = array();
		foreach ( $this->clusters->search( $version, array(), 'position', false ) as $row ) {
			$shown      = $this->row( $row, $progress );
			$hub        = $document->hub_of_cluster( $row['cluster_id'] );
			$clusters[] = array_diff_key( $shown, array( 'pages' => true ) ) + array(
				'group'  => $row['attribute'],
				'values' => $row['data']['values'],
				'path'   => $hub['path'] ?? '',
				'reason' => $row['data']['reason'],
				'origin' => $words->cluster( $document->cluster( $row['cluster_id'] ) ),
			);
		}
		return array( 'groups' => $outline->groups(), 'clusters' => $clusters, 'links' => $outline->links() );
	}

	/**
	 * @return array<string, mixed>
	 */
	public function summary( int $version ): array {
		$version  = $this->version( $version );
		$progress = $this->progress( $version );
		$of       = array( 'version' => $version );
		$statuses = array();
		foreach ( null === $progress ? array() : $this->clusters->search( $version, array(), 'position', false ) as $row ) {
			$statuses[] = Progress::status( $progress->pages( $row['cluster_id'] ) );
		}
		return array(
			'version'  => $version,
			'clusters' => array(
				'total'     => count( $statuses ),
				'by_type'   => $this->clusters->count_by( 'type', $of ),
				'by_phase'  => $this->clusters->count_by( 'phase', $of ),
				'by_status' => array_count_values( $statuses ),
			),
			'keywords' => array(
				'total'     => $this->keywords->count( $of ),
				'by_intent' => $this->keywords->count_by( 'intent', $of ),
				'by_stage'  => $this->keywords->count_by( 'stage', $of ),
			),
			'pages'    => $progress?->totals() ?? array( 'total' => 0, 'by_kind' => array(), 'by_status' => array() ),
		);
	}

	/**
	 * The number behind 0 and WORKING; 0 when there is none, or no such version.
	 */
	public function resolve( int $version ): int {
		$blueprint = $this->blueprint();
		if ( null === $blueprint ) {
			return 0;
		}
		return match ( $version ) {
			0             => $blueprint->active_version(),
			self::WORKING => $blueprint->working_version(),
			default       => '' === $blueprint->status( $version ) ? 0 : $version,
		};
	}

	public function document( int $version ): ?Document {
		return $version > 0 ? $this->blueprint()?->reader( $version ) : null;
	}

	public function status( int $version ): string {
		return $this->blueprint()?->status( $version ) ?? '';
	}

	/**
	 * The version that is asked for, with its rows in place: made now if nobody has looked at it yet, or if this module was off.
	 */
	private function version( int $asked ): int {
		$version  = $this->resolve( $asked );
		$document = Copy::has( $version ) ? null : $this->document( $version );
		if ( null !== $document ) {
			( new Copy( $this->clusters, $this->keywords ) )->fill( $version, $document );
		}
		return $version;
	}

	private function progress( int $version ): ?Progress {
		$document = $this->document( $version );
		return null === $document ? null : new Progress( $this->plugin, $document );
	}

	private function blueprint(): ?Blueprint\Module {
		$module = $this->plugin->module( 'blueprint' );
		return $module instanceof Blueprint\Module ? $module : null;
	}

	/**
	 * @param array<string, mixed> $row Of the table.
	 * @return array<string, mixed> As lists show it.
	 */
	private function row( array $row, Progress $progress ): array {
		$pages = $progress->pages( $row['cluster_id'] );
		return array(
			'id'              => $row['cluster_id'],
			'title'           => $row['title'],
			'type'            => $row['type'],
			'sector'          => $row['sector'],
			'attribute'       => $row['attribute'],
			'source'          => $row['source'],
			'parent'          => $row['data']['parent'],
			'phase'           => $row['phase'],
			'score'           => $row['score'],
			'keyword_count'   => $row['keyword_count'],
			'page_count'      => $row['page_count'],
			'pages_published' => count( array_filter( $pages, static fn( array $page ) => 'published' === $page['status'] ) ),
			'status'          => Progress::status( $pages ),
			'pages'           => $pages,
		);
	}

	/**
	 * @return array{id: string, title: string}|null
	 */
	private static function named( Document $document, string $id ): ?array {
		$cluster = $document->cluster( $id );
		return null === $cluster ? null : array(
			'id'    => $id,
			'title' => $cluster['title'],
		);
	}

	/**
	 * @param array<string, mixed> $keyword Of the table.
	 * @return array<string, mixed> With a sentence on where it comes from.
	 */
	private static function explained( array $keyword ): array {
		return $keyword + array( 'origin' => Words::keyword( $keyword ) );
	}
}
