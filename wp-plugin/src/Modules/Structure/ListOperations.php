<?php
/**
 * List and show clusters and keywords, and sum them up.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Operation;

final class ListOperations {

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
					'type'   => Schemas::any( Schemas::TYPES, __( 'Only clusters of these types.', 'igny8' ) ),
					'status' => Schemas::any( Schemas::STATUSES, __( 'Only clusters whose pages are this far.', 'igny8' ) ),
					'phase'     => Schemas::any( array( 1, 2, 3, 4 ), __( 'Only clusters of these phases of the work.', 'igny8' ) ),
					'attribute' => array( 'type' => 'array', 'items' => array( 'type' => 'string', 'maxLength' => 60 ), 'default' => array(), 'description' => __( 'Only clusters of these attributes, by their slugs.', 'igny8' ) ),
					'source'    => Schemas::any( Schemas::SOURCES, __( 'Only clusters from these: the template, you, the language model.', 'igny8' ) ),
					'version'   => Schemas::version(),
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
				'properties' => array( 'id' => array( 'type' => 'string', 'maxLength' => 120, 'description' => __( 'Id of the cluster.', 'igny8' ) ), 'version' => Schemas::version() ),
				'required'   => array( 'id' ),
			),
			output: self::cluster_schema(),
			run: fn( array $input ) => $this->reader->cluster( $input['id'], $input['version'] ),
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
					'intent'  => Schemas::any( Schemas::INTENTS, __( 'Only keywords with one of these intents.', 'igny8' ) ),
					'stage'   => Schemas::any( Schemas::STAGES, __( 'Only keywords of one of these stages.', 'igny8' ) ),
					'source'  => Schemas::any( Schemas::SOURCES, __( 'Only keywords from these: the template, your list, the language model.', 'igny8' ) ),
					'version' => Schemas::version(),
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
								'cpc'           => array( 'type' => array( 'number', 'null' ) ),
								'match'         => array( 'type' => array( 'number', 'null' ) ),
								'source'        => array( 'type' => 'string', 'enum' => Schemas::SOURCES ),
								'origin'        => array( 'type' => 'string' ),
							),
						),
					),
				),
			),
			run: fn( array $input ) => $this->reader->keywords( $input ),
			is_readonly: true,
			rows: 'keywords',
			columns: array( 'phrase', 'cluster_title', 'intent', 'stage', 'is_primary', 'origin' ),
		);
	}

	private function summary(): Operation {
		$counts = array( 'type' => 'object', 'additionalProperties' => array( 'type' => 'integer' ) );
		return new Operation(
			name: 'structure.summary',
			label: __( 'Sum up the structure', 'igny8' ),
			description: __( 'How many clusters, keywords and pages the active blueprint has, by type, phase and status.', 'igny8' ),
			capability: 'edit_posts',
			input: array( 'type' => 'object', 'properties' => array( 'version' => Schemas::version() ) ),
			output: array(
				'type'       => 'object',
				'properties' => array(
					'version'  => array( 'type' => 'integer', 'description' => __( '0 when no blueprint is active.', 'igny8' ) ),
					'clusters' => array( 'type' => 'object', 'properties' => array( 'total' => array( 'type' => 'integer' ), 'by_type' => $counts, 'by_phase' => $counts, 'by_status' => $counts ) ),
					'keywords' => array( 'type' => 'object', 'properties' => array( 'total' => array( 'type' => 'integer' ), 'by_intent' => $counts, 'by_stage' => $counts ) ),
					'pages'    => array( 'type' => 'object', 'properties' => array( 'total' => array( 'type' => 'integer' ), 'by_kind' => $counts, 'by_status' => $counts ) ),
				),
			),
			run: fn( array $input ) => $this->reader->summary( $input['version'] ),
			is_readonly: true,
		);
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
				'type'            => array( 'type' => 'string', 'enum' => Schemas::TYPES ),
				'phase'           => array( 'type' => 'integer' ),
				'score'           => array( 'type' => 'integer' ),
				'attribute'       => array( 'type' => 'string' ),
				'source'          => array( 'type' => 'string', 'enum' => Schemas::SOURCES ),
				'origin'          => array( 'type' => 'string' ),
				'keyword_count'   => array( 'type' => 'integer' ),
				'page_count'      => array( 'type' => 'integer' ),
				'pages_published' => array( 'type' => 'integer' ),
				'status'          => array( 'type' => 'string', 'enum' => Schemas::STATUSES ),
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
