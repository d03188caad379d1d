<?php
/**
 * Compares a blueprint with the site: which taxonomies and terms an apply makes, changes, keeps and leaves alone.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * Reads only. Preview shows a plan, apply journals and carries it out.
 *
 * @phpstan-type Change array{action: 'create'|'update'|'adopt', object_type: 'taxonomy'|'term'|'blueprint', object_key: string, object_id: int, old_state: array<string, mixed>, new_state: array<string, mixed>, note: string}
 */
final class Plan {

	public function __construct( private readonly Taxonomies $taxonomies ) {}

	/**
	 * @param Document      $document The version to apply.
	 * @param Document|null $active   The version that is active now: names it gave may be changed, names people gave may not.
	 * @return array{changes: list<array<string, mixed>>, kept: int, left: list<string>} Changes in the order to make them; `kept` counts what is there and right; `left` names what no blueprint plans any more and nobody removes.
	 */
	public function make( Document $document, ?Document $active ): array {
		$stored  = $this->taxonomies->all();
		$bases   = new UrlBase( array_map( static fn( array $definition ) => $definition['base'], $stored ), $this->paths( $document ) );
		$changes = array();
		$kept    = 0;
		$left    = $this->left_taxonomies( $document, $stored );
		foreach ( $document->taxonomies() as $taxonomy ) {
			$change = $this->taxonomy_change( $taxonomy, $stored[ $taxonomy['slug'] ] ?? null, $bases );
			if ( null === $change ) {
				++$kept;
			} else {
				$changes[] = $change;
			}
		}
		foreach ( $document->taxonomies() as $taxonomy ) {
			$terms    = Taxonomies::terms( Taxonomies::name( $taxonomy['slug'] ) );
			$names    = array_column( $active?->taxonomy( $taxonomy['slug'] )['terms'] ?? array(), 'name', 'slug' );
			$new      = array_filter( array_map( fn( array $term ) => $this->term_change( $taxonomy['slug'], $term, $terms[ $term['slug'] ] ?? null, $names[ $term['slug'] ] ?? '' ), $taxonomy['terms'] ) );
			$kept    += count( $taxonomy['terms'] ) - count( $new );
			$left     = array( ...$left, ...array_map( static fn( \WP_Term $term ) => "{$taxonomy['slug']}/{$term->slug}", array_values( array_diff_key( $terms, array_column( $taxonomy['terms'], null, 'slug' ) ) ) ) );
			$changes  = array( ...$changes, ...array_values( $new ) );
		}
		return array(
			'changes' => $changes,
			'kept'    => $kept,
			'left'    => $left,
		);
	}

	/**
	 * @param array<string, mixed>      $taxonomy
	 * @param array<string, mixed>|null $stored
	 * @return array<string, mixed>|null
	 */
	private function taxonomy_change( array $taxonomy, ?array $stored, UrlBase $bases ): ?array {
		$note = '';
		$base = $stored['base'] ?? null;
		if ( null === $base ) {
			list( 'base' => $base, 'taken_by' => $taken_by ) = $bases->choose( $taxonomy['slug'] );
			/* translators: 1: URL base asked for, 2: what has it, 3: URL base chosen. */
			$note = '' === $taken_by ? '' : sprintf( __( '/%1$s/ belongs to %2$s; the address will be /%3$s/', 'igny8' ), $taxonomy['slug'], $taken_by, $base );
		}
		$definition = array(
			'name'            => Taxonomies::name( $taxonomy['slug'] ),
			'base'            => $base,
			'singular'        => $taxonomy['singular'],
			'plural'          => $taxonomy['plural'],
			'is_hierarchical' => $taxonomy['is_hierarchical'],
		);
		if ( $definition === $stored ) {
			return null;
		}
		return array(
			'action'      => null === $stored ? 'create' : 'update',
			'object_type' => 'taxonomy',
			'object_key'  => $taxonomy['slug'],
			'object_id'   => 0,
			'old_state'   => $stored ?? array(),
			'new_state'   => $definition,
			'note'        => $note,
		);
	}

	/**
	 * @param array{slug: string, name: string, page: string} $term
	 * @param string                                          $planned_name The name the active blueprint gave it, or ''.
	 * @return array<string, mixed>|null
	 */
	private function term_change( string $taxonomy, array $term, ?\WP_Term $found, string $planned_name ): ?array {
		$change = array(
			'action'      => 'create',
			'object_type' => 'term',
			'object_key'  => "{$taxonomy}/{$term['slug']}",
			'object_id'   => 0,
			'old_state'   => array(),
			'new_state'   => array(
				'name' => $term['name'],
				'page' => $term['page'],
			),
			'note'        => '',
		);
		if ( null === $found ) {
			return $change;
		}
		$page = (string) get_term_meta( $found->term_id, Taxonomies::PAGE_META, true );
		$name = html_entity_decode( $found->name, ENT_QUOTES );
		// A name somebody typed stays; a name of the active blueprint follows the new one.
		$wanted = '' !== $planned_name && $name === $planned_name ? $term['name'] : $name;
		if ( $page === $term['page'] && $name === $wanted ) {
			return null;
		}
		$change['action']    = '' === $page ? 'adopt' : 'update';
		$change['object_id'] = $found->term_id;
		$change['note']      = '' === $page ? __( 'is there already and will be used', 'igny8' ) : '';
		$change['old_state'] = array(
			'name' => $name,
			'page' => $page,
		);
		$change['new_state']['name'] = $wanted;
		return $change;
	}

	/**
	 * @param array<string, array<string, mixed>> $stored
	 * @return list<string>
	 */
	private function left_taxonomies( Document $document, array $stored ): array {
		return array_keys( array_diff_key( $stored, array_column( $document->taxonomies(), null, 'slug' ) ) );
	}

	/**
	 * @return list<string>
	 */
	private function paths( Document $document ): array {
		return array_values( array_map( static fn( array $page ) => $page['path'], array_filter( $document->pages(), static fn( array $page ) => 'term' !== $page['kind'] ) ) );
	}
}
