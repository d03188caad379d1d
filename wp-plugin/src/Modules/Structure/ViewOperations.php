<?php
/**
 * Show a version as a whole: its attributes, its map, its menu and addresses, and the topics that were not taken.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Structure;

use Igny8\Modules\Blueprint\Document;
use Igny8\Operation;

final class ViewOperations {

	public function __construct( private readonly Reader $reader ) {}

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		return array( $this->attributes(), $this->map(), $this->menu(), $this->urls(), $this->candidates() );
	}

	private function attributes(): Operation {
		return $this->view(
			'structure.attributes',
			__( 'List attributes', 'igny8' ),
			__( 'The attributes of a version with their values, and where each value comes from.', 'igny8' ),
			'attributes',
			array( 'slug', 'name', 'level', 'role', 'labels' ),
			static fn( Document $document ) => array(
				'attributes' => array_map(
					static fn( array $attribute ) => array_intersect_key( $attribute, array_flip( array( 'slug', 'name', 'level', 'role' ) ) ) + array(
						'labels' => array_column( $attribute['values'], 'label' ),
						'values' => array_map( static fn( array $value ) => array( 'slug' => $value['slug'], 'label' => $value['label'], 'synonyms' => $value['synonyms'] ?? array(), 'source' => $value['source'] ?? 'template' ), $attribute['values'] ),
					),
					$document->data['attributes']
				),
			)
		);
	}

	private function map(): Operation {
		return $this->view(
			'structure.map',
			__( 'Show the map', 'igny8' ),
			__( 'All clusters of a version as a tree by attribute, hub and children, with how far they are and the links between them.', 'igny8' ),
			'clusters',
			array( 'id', 'title', 'group', 'parent', 'type', 'phase', 'status', 'keyword_count', 'page_count' ),
			fn( Document $document, int $version ) => $this->reader->map( $version, $document )
		);
	}

	private function menu(): Operation {
		return $this->view(
			'structure.menu',
			__( 'Preview the menu', 'igny8' ),
			__( 'The menu that a version plans, each entry with its address.', 'igny8' ),
			'items',
			array( 'depth', 'label', 'path' ),
			static fn( Document $document ) => array( 'items' => ( new Outline( $document ) )->menu() )
		);
	}

	private function urls(): Operation {
		return $this->view(
			'structure.urls',
			__( 'Preview the addresses', 'igny8' ),
			__( 'The address of every page that a version plans, in the order of the URL tree.', 'igny8' ),
			'pages',
			array( 'path', 'kind', 'title', 'cluster' ),
			static fn( Document $document ) => array( 'pages' => ( new Outline( $document ) )->urls() )
		);
	}

	private function candidates(): Operation {
		return $this->view(
			'structure.candidates',
			__( 'List topics not taken', 'igny8' ),
			__( 'Topics that were weighed and left out, with the reason; topics your keyword list proposes; and what else was left out.', 'igny8' ),
			'rejected',
			array( 'title', 'type', 'score', 'reason' ),
			static fn( Document $document ) => array(
				'rejected' => $document->data['rejected'],
				'proposed' => $document->data['proposals'] ?? array(),
				'dropped'  => $document->data['dropped'],
			)
		);
	}

	/**
	 * A read-only operation on one version; without one, everything is empty and version 0 says so.
	 *
	 * @param list<string>                                          $columns
	 * @param \Closure(Document, int): array<string, mixed>         $show
	 */
	private function view( string $name, string $label, string $description, string $rows, array $columns, \Closure $show ): Operation {
		return new Operation(
			name: $name,
			label: $label,
			description: $description,
			capability: 'edit_posts',
			input: array( 'type' => 'object', 'properties' => array( 'version' => Schemas::version() ) ),
			output: array(
				'type'       => 'object',
				'properties' => array( 'version' => array( 'type' => 'integer' ), 'status' => array( 'type' => 'string' ), $rows => array( 'type' => 'array', 'items' => array( 'type' => 'object' ) ) ),
			),
			run: function ( array $input ) use ( $rows, $show ): array {
				$version  = $this->reader->resolve( $input['version'] );
				$document = $this->reader->document( $version );
				return null === $document
					? array( 'version' => 0, 'status' => '', $rows => array() )
					: array( 'version' => $version, 'status' => $this->reader->status( $version ) ) + $show( $document, $version );
			},
			is_readonly: true,
			positional: array( 'version' ),
			rows: $rows,
			columns: $columns,
		);
	}
}
