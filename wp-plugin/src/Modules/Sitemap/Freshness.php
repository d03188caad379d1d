<?php
/**
 * Finds out from the posts when each archive of a term or author last changed, a batch at a time.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

/**
 * Saves keep these dates; this makes them where posts came past WordPress' hooks, or before this module was there. Only
 * dates that differ are written, and none is set back: an archive also changes when a post leaves it.
 */
final class Freshness {

	private const TERMS = 100; // A step: their posts are read once, however many.

	private readonly Terms $terms;
	private readonly Authors $authors;
	private readonly PostRows $rows;

	public function __construct( private readonly Listing $listing ) {
		$this->terms   = new Terms( $listing );
		$this->authors = new Authors( $listing );
		$this->rows    = new PostRows();
	}

	/**
	 * One batch after a place, and where to go on.
	 *
	 * @param array{taxonomy: string, after: int}|null $place Null: from the beginning. Taxonomy '' stands for authors.
	 * @return array{taxonomy: string, after: int}|null Null: that was all.
	 */
	public function step( ?array $place ): ?array {
		$groups   = array( ...$this->terms->subtypes(), '' );
		$taxonomy = $place['taxonomy'] ?? $groups[0];
		$after    = $place['after'] ?? 0;
		$ids      = '' === $taxonomy ? $this->authors->ids_after( $after, self::TERMS ) : $this->terms->ids_after( $taxonomy, $after, self::TERMS );
		'' === $taxonomy ? $this->date_authors( $ids ) : $this->date_terms( $taxonomy, $ids );
		if ( count( $ids ) === self::TERMS ) {
			return array( 'taxonomy' => $taxonomy, 'after' => end( $ids ) );
		}
		$next = array_search( $taxonomy, $groups, true );
		return false === $next || ! isset( $groups[ $next + 1 ] ) ? null : array( 'taxonomy' => $groups[ $next + 1 ], 'after' => 0 );
	}

	/**
	 * @param list<int> $ids
	 */
	private function date_terms( string $taxonomy, array $ids ): void {
		$types = array_values( array_intersect( get_taxonomy( $taxonomy )->object_type ?? array(), $this->listing->post_types() ) );
		update_meta_cache( 'term', $ids );
		foreach ( $this->rows->newest_in_terms( $ids, $taxonomy, $types ) as $term_id => $newest ) {
			if ( (string) get_term_meta( $term_id, Terms::LASTMOD, true ) < $newest ) {
				update_term_meta( $term_id, Terms::LASTMOD, $newest );
				( new PagesTable() )->mark( 'taxonomies', $taxonomy, $term_id, $term_id );
			}
		}
	}

	/**
	 * @param list<int> $ids
	 */
	private function date_authors( array $ids ): void {
		update_meta_cache( 'user', $ids );
		foreach ( $this->rows->newest_of_authors( $ids ) as $user_id => $newest ) {
			if ( (string) get_user_meta( $user_id, Authors::lastmod_key(), true ) < $newest ) {
				update_user_meta( $user_id, Authors::lastmod_key(), $newest );
				( new PagesTable() )->mark( 'users', '', $user_id, $user_id );
			}
		}
	}
}
