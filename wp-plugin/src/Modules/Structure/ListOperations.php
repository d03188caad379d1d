<?php
/**
 * List and show clusters and keywords, and sum them up.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Operation;

final class ListOperations {

	private const TYPES    = array( 'product_service_category', 'condition_problem', 'feature', 'brand', 'informational', 'comparison', 'use_case' );
	private const STATUSES = array( 'planned', 'in_progress', 'complete' );
	private const INTENTS  = array( 'informational', 'navigational', 'commercial', 'transactional' );
	private const STAGES   = array( 'awareness', 'consideration', 'decision', 'action' );

	public function __construct( private readonly Reader $reader ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->clusters(), $this->cluster(), $this->keywords(), $this->summary() );
	}

	private function clusters(): Operation {
		return new Operation(
			name: 'structure.clusters',
			label: __( 'List clusters', 'igny8' ),
			description: __( 'The topics of the active blueprint with their keywords, pages and how far these are.', 'igny8' ),
			capability: 'edit_posts',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'search' => array( 'type' => 'string', 'maxLength' => 100, 'default' => '', 'description' => __( 'Part of the title.', 'igny8' ) ),
					'type'   => self::any( self::TYPES, __( 'Only clusters of these types.', 'igny8' ) ),
					'status' => self::any( self::STATUSES, __( 'Only clusters whose pages are this far.', 'igny8' ) ),
					'phase'  => self::any( array( 1, 2, 3, 4 ), __( 'Only clusters of these phases of the work.', 'igny8' ) ),
				) + self::paging( ClustersTable::ORDERS ),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'version'  => array( 'type' => 'integer' ),
					'total'    => array( 'type' => 'integer' ),
					'clusters' => array( 'type' => 'array', 'items' => self::cluster_schema() ),
				),
			),
			run: fn( array $input ) => $this->reader->clusters( $input ),
			is_readonly: true,
			rows: 'clusters',
			columns: array( 'id', 'title', 'type', 'phase', 'keyword_count', 'page_count', 'pages_published', 'status' ),
		);
	}

	private function cluster(): Operation {
		return new Operation(
			name: 'structure.cluster',
			label: __( 'Show a cluster', 'igny8' ),
			description: __( 'One topic with everything that belongs to it: values, keywords, pages, neighbours.', 'igny8' ),
			capability: 'edit_posts',
			input: array(
				'type'       => 'object',
				'properties' => array( 'id' => array( 'type' => 'string', 'maxLength' => 120, 'description' => __( 'Id of the cluster.', 'igny8' ) ) ),
				'required'   => array( 'id' ),
			),
			output: self::cluster_schema(),
			run: fn( array $input ) => $this->reader->cluster( $input['id'] ),
			is_readonly: true,
			positional: array( 'id' ),
		);
	}

	private function keywords(): Operation {
		return new Operation(
			name: 'structure.keywords',
			label: __( 'List keywords', 'igny8' ),
			description: __( 'The keywords of the active blueprint.', 'igny8' ),
			capability: 'edit_posts',
			input: array(
				'type'       => 'object',
				'properties' => array(
					'search'  => array( 'type' => 'string', 'maxLength' => 100, 'default' => '', 'description' => __( 'Part of the keyword.', 'igny8' ) ),
					'cluster' => array( 'type' => 'string', 'maxLength' => 120, 'default' => '', 'description' => __( 'Only keywords of this cluster, by its id.', 'igny8' ) ),
					'intent'  => self::any( self::INTENTS, __( 'Only keywords with one of these intents.', 'igny8' ) ),
					'stage'   => self::any( self::STAGES, __( 'Only keywords of one of these stages.', 'igny8' ) ),
				) + self::paging( KeywordsTable::ORDERS ),
			),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'version'  => array( 'type' => 'integer' ),
					'total'    => array( 'type' => 'integer' ),
					'keywords' => array(
						'type'  => 'array',
						'items' => array(
							'type'       => 'object',
							'properties' => array(
								'phrase'        => array( 'type' => 'string' ),
								'cluster'       => array( 'type' => 'string' ),
								'cluster_title' => array( 'type' => 'string' ),
								'intent'        => array( 'type' => 'string' ),
								'stage'         => array( 'type' => 'string' ),
								'is_primary'    => array( 'type' => 'boolean' ),
								'volume'        => array( 'type' => array( 'integer', 'null' ) ),
								'difficulty'    => array( 'type' => array( 'integer', 'null' ) ),
							),
						),
					),
				),
			),
			run: fn( array $input ) => $this->reader->keywords( $input ),
			is_readonly: true,
			rows: 'keywords',
			columns: array( 'phrase', 'cluster_title', 'intent', 'stage', 'is_primary' ),
		);
	}

	private function summary(): Operation {
		$counts = array( 'type' => 'object', 'additionalProperties' => array( 'type' => 'integer' ) );
		return new Operation(
			name: 'structure.summary',
			label: __( 'Sum up the structure', 'igny8' ),
			description: __( 'How many clusters, keywords and pages the active blueprint has, by type, phase and status.', 'igny8' ),
			capability: 'edit_posts',
			input: array( 'type' => 'object', 'properties' => array() ),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'version'  => array( 'type' => 'integer', 'description' => __( '0 when no blueprint is active.', 'igny8' ) ),
					'clusters' => array( 'type' => 'object', 'properties' => array( 'total' => array( 'type' => 'integer' ), 'by_type' => $counts, 'by_phase' => $counts, 'by_status' => $counts ) ),
					'keywords' => array( 'type' => 'object', 'properties' => array( 'total' => array( 'type' => 'integer' ), 'by_intent' => $counts, 'by_stage' => $counts ) ),
					'pages'    => array( 'type' => 'object', 'properties' => array( 'total' => array( 'type' => 'integer' ), 'by_kind' => $counts, 'by_status' => $counts ) ),
				),
			),
			run: fn() => $this->reader->summary(),
			is_readonly: true,
		);
	}

	/**
	 * A filter that takes any of some values; an empty list is no filter.
	 *
	 * @param list<string>|list<int> $values
	 * @return array<string, mixed>
	 */
	private static function any( array $values, string $description ): array {
		return array( 'type' => 'array', 'items' => array( 'type' => is_int( $values[0] ) ? 'integer' : 'string', 'enum' => $values ), 'default' => array(), 'description' => $description );
	}

	/**
	 * @param list<string> $orders
	 * @return array<string, mixed>
	 */
	private static function paging( array $orders ): array {
		return array(
			'orderby'  => array( 'type' => 'string', 'enum' => $orders, 'default' => 'position', 'description' => __( 'What to order by; position is the blueprint\'s own order.', 'igny8' ) ),
			'order'    => array( 'type' => 'string', 'enum' => array( 'asc', 'desc' ), 'default' => 'asc', 'description' => __( 'Direction of the order.', 'igny8' ) ),
			...Operation::paging(),
		);
	}

	/**
	 * @return array<string, mixed>
	 */
	private static function cluster_schema(): array {
		return array(
			'type'       => 'object',
			'properties' => array(
				'id'              => array( 'type' => 'string' ),
				'title'           => array( 'type' => 'string' ),
				'type'            => array( 'type' => 'string', 'enum' => self::TYPES ),
				'phase'           => array( 'type' => 'integer' ),
				'score'           => array( 'type' => 'integer' ),
				'keyword_count'   => array( 'type' => 'integer' ),
				'page_count'      => array( 'type' => 'integer' ),
				'pages_published' => array( 'type' => 'integer' ),
				'status'          => array( 'type' => 'string', 'enum' => self::STATUSES ),
				'pages'           => array(
					'type'  => 'array',
					'items' => array(
						'type'       => 'object',
						'properties' => array_fill_keys( array( 'id', 'kind', 'title', 'path', 'status', 'edit_url', 'view_url' ), array( 'type' => 'string' ) ) + array( 'object_id' => array( 'type' => 'integer' ) ),
					),
				),
			),
		);
	}
}
