<?php
/**
 * Compares two versions of the blueprint: what was added, removed, renamed or moved.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * Things are matched by what identifies them across versions: ids of clusters and pages, slugs of attributes, values and terms, phrases of keywords.
 * A value that is a term is told as one.
 */
final class Diff {

	/**
	 * @return list<array{kind: 'cluster'|'attribute'|'value'|'taxonomy'|'term'|'page'|'keyword', change: 'added'|'removed'|'renamed'|'moved', object: string, before: string, after: string}>
	 */
	public function compare( Document $from, Document $to ): array {
		return array(
			...$this->rows( 'cluster', $this->clusters( $from ), $this->clusters( $to ), 'renamed' ),
			...$this->rows( 'attribute', $this->attributes( $from, 'name' ), $this->attributes( $to, 'name' ), 'renamed' ),
			...$this->rows( 'attribute', array_intersect_key( $this->attributes( $from, 'level' ), $this->attributes( $to, 'level' ) ), array_intersect_key( $this->attributes( $to, 'level' ), $this->attributes( $from, 'level' ) ), 'moved' ),
			...$this->rows( 'value', $this->values( $from ), $this->values( $to ), 'renamed' ),
			...$this->rows( 'taxonomy', $this->taxonomies( $from ), $this->taxonomies( $to ), 'renamed' ),
			...$this->rows( 'term', $this->terms( $from ), $this->terms( $to ), 'renamed' ),
			...$this->rows( 'page', array_column( $from->pages(), 'title', 'id' ), array_column( $to->pages(), 'title', 'id' ), 'renamed' ),
			...$this->rows( 'page', $this->shared( $from, $to ), $this->shared( $to, $from ), 'moved' ),
			...$this->keywords( $from, $to ),
		);
	}

	/**
	 * @param array<string, string> $before Label by identity.
	 * @param array<string, string> $after  Label by identity.
	 * @param string                $change What another label under the same identity means.
	 * @return list<array{kind: string, change: string, object: string, before: string, after: string}>
	 */
	private function rows( string $kind, array $before, array $after, string $change ): array {
		$rows = array();
		foreach ( $after + $before as $object => $label ) {
			$old = $before[ $object ] ?? null;
			$new = $after[ $object ] ?? null;
			if ( $old !== $new ) {
				$rows[] = array(
					'kind'   => $kind,
					'change' => null === $old ? 'added' : ( null === $new ? 'removed' : $change ),
					'object' => (string) $object,
					'before' => $old ?? '',
					'after'  => $new ?? '',
				);
			}
		}
		return $rows;
	}

	/**
	 * @return array<string, string>
	 */
	private function clusters( Document $document ): array {
		return array_column( $document->clusters(), 'title', 'id' );
	}

	/**
	 * @param 'name'|'level' $what
	 * @return array<string, string> By slug.
	 */
	private function attributes( Document $document, string $what ): array {
		return array_column( $document->data['attributes'], $what, 'slug' );
	}

	/**
	 * Labels of the values that are no terms: those of facets.
	 *
	 * @return array<string, string> By `attribute/value`.
	 */
	private function values( Document $document ): array {
		$planned = array_column( $document->taxonomies(), 'attribute' );
		$labels  = array();
		foreach ( $document->data['attributes'] as $attribute ) {
			foreach ( in_array( $attribute['slug'], $planned, true ) ? array() : $attribute['values'] as $value ) {
				$labels[ "{$attribute['slug']}/{$value['slug']}" ] = $value['label'];
			}
		}
		return $labels;
	}

	/**
	 * @return array<string, string>
	 */
	private function taxonomies( Document $document ): array {
		return array_column( $document->taxonomies(), 'plural', 'slug' );
	}

	/**
	 * @return array<string, string> Name by `taxonomy/term`.
	 */
	private function terms( Document $document ): array {
		$names = array();
		foreach ( $document->taxonomies() as $taxonomy ) {
			foreach ( $taxonomy['terms'] as $term ) {
				$names[ "{$taxonomy['slug']}/{$term['slug']}" ] = $term['name'];
			}
		}
		return $names;
	}

	/**
	 * Compared by the cluster's id, told by its title: a renamed cluster moves none of its keywords.
	 *
	 * @return list<array{kind: string, change: string, object: string, before: string, after: string}>
	 */
	private function keywords( Document $from, Document $to ): array {
		$rows = $this->rows( 'keyword', array_column( $from->data['keywords'], 'cluster', 'phrase' ), array_column( $to->data['keywords'], 'cluster', 'phrase' ), 'moved' );
		$old  = $this->clusters( $from );
		$new  = $this->clusters( $to );
		return array_map(
			static fn( array $row ) => array(
				'before' => $old[ $row['before'] ] ?? '',
				'after'  => $new[ $row['after'] ] ?? '',
			) + $row,
			$rows
		);
	}

	/**
	 * @return array<string, string> Path by id of the pages that both versions have.
	 */
	private function shared( Document $of, Document $other ): array {
		return array_intersect_key( array_column( $of->pages(), 'path', 'id' ), $other->pages() );
	}
}
