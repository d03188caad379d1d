<?php
/**
 * Cuts what a writer knows about one page out of the blueprint: the input of the engine's writing operations.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

use Igny8\Modules\Blueprint\Document;

/**
 * The same rules as `select_context()` of `engine/igny8/writing/context.py`; the contract holds the shape.
 */
final class WritingInput {

	private const MAX_ATTRIBUTES = 24; // As in context.py: a merged site has at most 8 structural and 16 facets.
	private const MAX_KEYWORDS   = 60; // As in context.py: three times what a cluster may have.

	public function __construct( private readonly Document $document ) {}

	/**
	 * @param array<string, mixed> $page A page of the document.
	 * @return array<string, mixed> PageInput.
	 */
	public function make( array $page ): array {
		$data    = $this->document->data;
		$cluster = $this->document->cluster_of( $page['id'] );
		$sector  = $this->sector( $cluster );
		return array(
			'site'       => array(
				'name'      => $data['site_name'],
				'site_type' => $data['site_type'],
				'locale'    => $data['locale'],
				'facts'     => $data['facts'],
			),
			'sector'     => $sector,
			'page'       => $page,
			'cluster'    => $cluster,
			'values'     => $this->document->values_of( $page ),
			'attributes' => $this->attributes( $page, $cluster, $sector ),
			'keywords'   => null === $cluster ? array() : array_slice( $this->document->keywords_of( $cluster['id'] ), 0, self::MAX_KEYWORDS ),
			'neighbours' => array_map( array( $this, 'neighbour' ), $this->document->neighbours( $page['id'] ) ),
		);
	}

	/**
	 * @param array<string, mixed>|null $cluster
	 * @return array<string, mixed>
	 */
	private function sector( ?array $cluster ): array {
		$sectors = array_column( $this->document->data['sectors'], null, 'slug' );
		return $sectors[ $cluster['sector'] ?? '' ] ?? $this->document->data['sectors'][0];
	}

	/**
	 * @param array<string, mixed>      $page
	 * @param array<string, mixed>|null $cluster
	 * @param array<string, mixed>      $sector
	 * @return list<array<string, mixed>>
	 */
	private function attributes( array $page, ?array $cluster, array $sector ): array {
		$is_wide    = null === $cluster || in_array( $page['kind'], array( 'home', 'commercial' ), true );
		$attributes = array_filter( $this->document->data['attributes'], static fn( array $attribute ) => $is_wide || in_array( $sector['slug'], $attribute['sectors'], true ) );
		return array_slice( array_values( $attributes ), 0, self::MAX_ATTRIBUTES );
	}

	/**
	 * @param array{relation: string, page: array<string, mixed>} $neighbour
	 * @return array<string, mixed>
	 */
	private function neighbour( array $neighbour ): array {
		$page = $neighbour['page'];
		return array(
			'relation'        => $neighbour['relation'],
			'page'            => $page['id'],
			'kind'            => $page['kind'],
			'structure'       => $page['content_structure'],
			'title'           => $page['title'],
			'primary_keyword' => $page['primary_keyword'],
			'summary'         => $page['summary'] ?? '',
			'values'          => $this->document->values_of( $page ),
			'term'            => $page['term'],
		);
	}
}
