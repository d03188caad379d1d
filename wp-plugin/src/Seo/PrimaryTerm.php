<?php
/**
 * The one term, among those a post has, that its breadcrumbs, its address and {category} speak of.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

final class PrimaryTerm {

	/**
	 * The owner's choice when the post still has that term, else the first. Costs no query where a post's terms and meta are
	 * loaded, as in every loop.
	 */
	public static function of( \WP_Post $post, string $taxonomy ): ?\WP_Term {
		$terms = '' === $taxonomy ? false : get_the_terms( $post, $taxonomy );
		return is_array( $terms ) ? self::among( array_values( $terms ), $post, $taxonomy ) : null;
	}

	/**
	 * @param list<\WP_Term>    $terms
	 * @param array<string, int> $unsaved Taxonomy → term id that an editor has not saved yet.
	 */
	public static function among( array $terms, \WP_Post $post, string $taxonomy, array $unsaved = array() ): ?\WP_Term {
		$stored = get_post_meta( $post->ID, Subject::META['primary_terms'], true );
		$chosen = (int) ( $unsaved[ $taxonomy ] ?? ( is_array( $stored ) ? $stored[ $taxonomy ] ?? 0 : 0 ) );
		foreach ( $terms as $term ) {
			if ( $term->term_id === $chosen ) {
				return $term;
			}
		}
		return $terms[0] ?? null;
	}

	/**
	 * Puts the primary category into addresses made of `%category%`.
	 *
	 * @param list<\WP_Term> $terms
	 */
	public static function for_permalink( \WP_Term $default_term, array $terms, \WP_Post $post ): \WP_Term {
		return ( '' === get_post_meta( $post->ID, Subject::META['primary_terms'], true ) ? null : self::of( $post, $default_term->taxonomy ) ) ?? $default_term;
	}
}
