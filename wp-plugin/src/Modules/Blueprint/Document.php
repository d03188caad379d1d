<?php
/**
 * Reads a blueprint document: finds pages, clusters, keywords and terms by id, and what lies around a page.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

/**
 * Wraps the decoded JSON of `engine/igny8/sag/blueprint.py` `Blueprint`. Changes nothing; indexes are built on first use.
 *
 * @phpstan-type Page array{id: string, kind: string, title: string, slug: string, path: string, parent: ?string, cluster: ?string, term: ?array{taxonomy: string, term: string}, content_type: string, content_structure: string, phase: int, primary_keyword: string, keywords: list<string>, terms: list<array{taxonomy: string, term: string}>, summary: string}
 */
final class Document {

	/**
	 * @var array<string, array<string, mixed>>|null
	 */
	private ?array $pages = null;

	/**
	 * @var array<string, array<string, mixed>>|null
	 */
	private ?array $clusters = null;

	/**
	 * @var array<string, list<array<string, mixed>>>|null
	 */
	private ?array $keywords = null;

	/**
	 * Groups of pages: `cluster/<id>`, `parent/<id>`, `kind/<kind>`, `term/<taxonomy>/<term>`.
	 *
	 * @var array<string, list<array<string, mixed>>>|null
	 */
	private ?array $groups = null;

	/**
	 * @param array<string, mixed> $data The decoded document.
	 */
	public function __construct( public readonly array $data ) {}

	/**
	 * Every planned page by its id, in the document's order.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function pages(): array {
		return $this->pages ??= array_column( $this->data['pages'], null, 'id' );
	}

	/**
	 * @return array<string, mixed>|null
	 */
	public function page( string $id ): ?array {
		return $this->pages()[ $id ] ?? null;
	}

	/**
	 * @param string $kind home, hub, article, term or commercial.
	 * @return list<array<string, mixed>>
	 */
	public function pages_of_kind( string $kind ): array {
		return $this->group( "kind/{$kind}" );
	}

	/**
	 * @return array<string, mixed>|null
	 */
	public function home(): ?array {
		return $this->pages_of_kind( 'home' )[0] ?? null;
	}

	/**
	 * Pages below this one in the URL tree.
	 *
	 * @return list<array<string, mixed>>
	 */
	public function children( string $page_id ): array {
		return $this->group( "parent/{$page_id}" );
	}

	/**
	 * Hub first, then articles, as the document has them.
	 *
	 * @return list<array<string, mixed>>
	 */
	public function pages_of_cluster( string $cluster_id ): array {
		return $this->group( "cluster/{$cluster_id}" );
	}

	/**
	 * The page of kind hub; null when the archive of the cluster's term takes its place.
	 *
	 * @return array<string, mixed>|null
	 */
	public function hub_of_cluster( string $cluster_id ): ?array {
		foreach ( $this->pages_of_cluster( $cluster_id ) as $page ) {
			if ( 'hub' === $page['kind'] ) {
				return $page;
			}
		}
		return null;
	}

	/**
	 * Every cluster by its id, in the document's order.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public function clusters(): array {
		return $this->clusters ??= array_column( $this->data['clusters'], null, 'id' );
	}

	/**
	 * @return array<string, mixed>|null
	 */
	public function cluster( string $id ): ?array {
		return $this->clusters()[ $id ] ?? null;
	}

	/**
	 * The cluster a page belongs to; null for the home page and commercial pages.
	 *
	 * @return array<string, mixed>|null
	 */
	public function cluster_of( string $page_id ): ?array {
		return $this->cluster( $this->page( $page_id )['cluster'] ?? '' );
	}

	/**
	 * @return list<array<string, mixed>> Keywords, primary first.
	 */
	public function keywords_of( string $cluster_id ): array {
		if ( null === $this->keywords ) {
			$this->keywords = array();
			foreach ( $this->data['keywords'] as $keyword ) {
				$this->keywords[ $keyword['cluster'] ][] = $keyword;
			}
		}
		$keywords = $this->keywords[ $cluster_id ] ?? array();
		usort( $keywords, static fn( array $a, array $b ) => $b['is_primary'] <=> $a['is_primary'] );
		return $keywords;
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	public function taxonomies(): array {
		return $this->data['taxonomies'];
	}

	/**
	 * @return array<string, mixed>|null
	 */
	public function taxonomy( string $slug ): ?array {
		return array_column( $this->data['taxonomies'], null, 'slug' )[ $slug ] ?? null;
	}

	/**
	 * The page that a term's archive is.
	 *
	 * @return array<string, mixed>|null
	 */
	public function page_of_term( string $taxonomy, string $term ): ?array {
		return $this->group( "term/{$taxonomy}/{$term}" )[0] ?? null;
	}

	/**
	 * The attribute of a slug with all its values.
	 *
	 * @return array<string, mixed>|null
	 */
	public function attribute( string $slug ): ?array {
		return array_column( $this->data['attributes'], null, 'slug' )[ $slug ] ?? null;
	}

	/**
	 * One value of an attribute: label, phrase, description, synonyms.
	 *
	 * @return array<string, mixed>|null
	 */
	public function value( string $attribute, string $value ): ?array {
		return array_column( $this->attribute( $attribute )['values'] ?? array(), null, 'slug' )[ $value ] ?? null;
	}

	/**
	 * Planned links that leave a page.
	 *
	 * @return list<array{source: string, target: string, type: string, anchors: list<string>}>
	 */
	public function links_from( string $page_id ): array {
		return array_values( array_filter( $this->data['links'], static fn( array $link ) => $link['source'] === $page_id ) );
	}

	/**
	 * Page ids of the menu, each item before its children.
	 *
	 * @return list<string>
	 */
	public function menu_pages(): array {
		$ids  = array();
		$list = static function ( array $items ) use ( &$ids, &$list ): void {
			foreach ( $items as $item ) {
				$ids[] = $item['page'];
				$list( $item['children'] );
			}
		};
		$list( $this->data['menu'] );
		return $ids;
	}

	/**
	 * What lies around a page, nearest first: what its text may speak of and lead to.
	 *
	 * @return list<array{relation: 'home'|'parent'|'child'|'article'|'sibling'|'related'|'term'|'commercial', page: array<string, mixed>}>
	 */
	public function neighbours( string $page_id ): array {
		$page = $this->page( $page_id );
		return null === $page ? array() : ( new Neighbours( $this ) )->of( $page );
	}

	/**
	 * Values a page is about: those of its own term, or else of its cluster (at most three).
	 *
	 * @param array<string, mixed> $page
	 * @return list<array{attribute: string, value: string, label: string}>
	 */
	public function values_of( array $page ): array {
		$taxonomy = null === $page['term'] ? null : $this->taxonomy( $page['term']['taxonomy'] );
		$names    = array_column( $taxonomy['terms'] ?? array(), 'name', 'slug' );
		if ( isset( $names[ $page['term']['term'] ?? '' ] ) ) {
			return array(
				array(
					'attribute' => $taxonomy['attribute'],
					'value'     => $page['term']['term'],
					'label'     => $names[ $page['term']['term'] ],
				),
			);
		}
		return array_slice( $this->cluster( $page['cluster'] ?? '' )['values'] ?? array(), 0, 3 );
	}

	/**
	 * @return list<array<string, mixed>>
	 */
	private function group( string $key ): array {
		if ( null === $this->groups ) {
			$this->groups = array();
			foreach ( $this->data['pages'] as $page ) {
				$this->groups[ "kind/{$page['kind']}" ][] = $page;
				if ( null !== $page['cluster'] ) {
					$this->groups[ "cluster/{$page['cluster']}" ][] = $page;
				}
				if ( null !== $page['parent'] ) {
					$this->groups[ "parent/{$page['parent']}" ][] = $page;
				}
				if ( 'term' === $page['kind'] && null !== $page['term'] ) {
					$this->groups[ "term/{$page['term']['taxonomy']}/{$page['term']['term']}" ][] = $page;
				}
			}
		}
		return $this->groups[ $key ] ?? array();
	}
}
