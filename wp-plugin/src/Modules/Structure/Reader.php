<?php
/**
 * Answers what lists, the detail view and the dashboard ask about the active structure.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Modules\Blueprint;
use Igny8\Plugin;

/**
 * Without an active blueprint everything is empty, and version 0 says so.
 */
final class Reader {

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
		$version  = $this->version();
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
	public function cluster( string $id ): array|\WP_Error {
		$version  = $this->version();
		$progress = $this->progress( $version );
		$row      = null === $progress ? null : $this->clusters->find( array( 'version' => $version, 'cluster_id' => $id ) );
		if ( null === $row ) {
			return new \WP_Error( 'cluster_not_found', __( 'The active blueprint has no such cluster.', 'igny8' ), array( 'status' => 404 ) );
		}
		$document = $this->blueprint()->reader( $version );
		return $this->row( $row, $progress ) + array(
			'values'        => $row['data']['values'],
			'hub_structure' => $row['data']['hub_structure'],
			'viability'     => $row['data']['viability'],
			'reason'        => $row['data']['reason'],
			'term'          => $row['data']['term'],
			'related'       => array_values( array_filter( array_map( static fn( string $other ) => self::named( $document, $other ), $row['data']['related'] ) ) ),
			'children'      => array_values( array_map( static fn( array $other ) => self::named( $document, $other['id'] ), array_filter( $document->clusters(), static fn( array $other ) => $other['parent'] === $id ) ) ),
			'keywords'      => $this->keywords->search( $version, array( 'cluster_id' => array( $id ) ), 'position', false, 200, 0 )['rows'],
		);
	}

	/**
	 * @param array<string, mixed> $input Of `structure.keywords`.
	 * @return array{version: int, total: int, keywords: list<array<string, mixed>>}
	 */
	public function keywords( array $input ): array {
		$version  = $this->version();
		$document = $this->blueprint()?->reader( $version );
		$filters  = array( 'cluster_id' => array_filter( array( $input['cluster'] ), 'strlen' ) ) + $input;
		$found    = $this->keywords->search( $version, $filters, $input['orderby'], 'desc' === $input['order'], $input['per_page'], ( $input['page'] - 1 ) * $input['per_page'] );
		return array(
			'version'  => $version,
			'total'    => $found['total'],
			'keywords' => array_map( static fn( array $row ) => $row + array( 'cluster_title' => $document?->cluster( $row['cluster'] )['title'] ?? '' ), $found['rows'] ),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	public function summary(): array {
		$version  = $this->version();
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
	 * The active version, with its rows in place: made now if this module was off or interrupted when it was applied.
	 */
	private function version(): int {
		$blueprint = $this->blueprint();
		$active    = $blueprint?->active_version() ?? 0;
		if ( $active > 0 && (int) get_option( Copy::OPTION, 0 ) !== $active ) {
			( new Copy( $this->clusters, $this->keywords ) )->fill( $active, $blueprint->reader( $active ) );
		}
		return $active;
	}

	private function progress( int $version ): ?Progress {
		$document = $version > 0 ? $this->blueprint()?->reader( $version ) : null;
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
	private static function named( Blueprint\Document $document, string $id ): ?array {
		$cluster = $document->cluster( $id );
		return null === $cluster ? null : array(
			'id'    => $id,
			'title' => $cluster['title'],
		);
	}
}
