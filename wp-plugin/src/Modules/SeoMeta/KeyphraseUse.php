<?php
/**
 * Which other pages have a keyphrase already: two pages for one search hold each other down.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta;

use Igny8\Capabilities;
use Igny8\Operation;
use Igny8\Seo\Address;
use Igny8\Seo\Fields;
use Igny8\Seo\Subject;

final class KeyphraseUse {

	private const MOST_PHRASES = 20; // A page has at most ten; twice that for whoever checks two pages at once.
	private const MOST_PAGES   = 5;  // Enough to act on; the check asks for none.

	/**
	 * @return list<Operation>
	 */
	public function all(): array {
		$text = array( 'type' => 'string' );
		$page = array( 'type' => 'object', 'properties' => array( 'of' => $text, 'title' => $text, 'url' => $text, 'edit_url' => $text ) );
		return array(
			new Operation(
				name: 'seo-meta.keyphrase_use',
				label: __( 'Find pages with a keyphrase', 'igny8' ),
				description: __( 'Posts and terms that have one of these keyphrases, up to five of each; capital letters make no difference.', 'igny8' ),
				capability: Capabilities::EDIT_SEO,
				input: array(
					'type'       => 'object',
					'properties' => array(
						'phrases' => array( 'type' => 'array', 'required' => true, 'minItems' => 1, 'maxItems' => self::MOST_PHRASES, 'items' => array( 'type' => 'string', 'minLength' => 1, 'maxLength' => 200 ), 'description' => __( 'Keyphrases to look for.', 'igny8' ) ),
						'of'      => array( 'type' => 'string', 'default' => '', 'maxLength' => 2000, 'description' => __( 'A page to leave out: its address, or post:12, term:3.', 'igny8' ) ),
					),
				),
				output: array(
					'type'       => 'object',
					'properties' => array(
						'uses' => array( 'type' => 'array', 'items' => array( 'type' => 'object', 'properties' => array( 'phrase' => $text, 'pages' => array( 'type' => 'array', 'items' => $page ) ) ) ),
					),
				),
				run: fn( array $input ): array|\WP_Error => $this->run( $input['phrases'], $input['of'] ),
				is_readonly: true,
				positional: array( 'phrases' ),
				rows: 'uses',
				columns: array( 'phrase', 'pages' ),
			),
		);
	}

	/**
	 * @param list<string> $phrases
	 * @return array{uses: list<array{phrase: string, pages: list<array{of: string, title: string, url: string, edit_url: string}>}>}|\WP_Error
	 */
	private function run( array $phrases, string $of ): array|\WP_Error {
		$left_out = '' === $of ? null : Address::subject( $of );
		if ( is_wp_error( $left_out ) ) {
			return $left_out;
		}
		$pages = fn( string $phrase ): array => array_slice( array_merge( $this->posts( $phrase, $left_out ), $this->terms( $phrase, $left_out ) ), 0, self::MOST_PAGES );
		return array( 'uses' => array_map( static fn( string $phrase ) => array( 'phrase' => $phrase, 'pages' => $pages( $phrase ) ), $phrases ) );
	}

	/**
	 * @return list<array{of: string, title: string, url: string, edit_url: string}>
	 */
	private function posts( string $phrase, ?Subject $left_out ): array {
		$found = get_posts(
			array(
				'post_type'      => array_values( array_filter( get_post_types( array( 'public' => true ) ), 'is_post_type_viewable' ) ),
				'post_status'    => array( 'publish', 'future', 'draft', 'pending', 'private' ),
				'posts_per_page' => self::MOST_PAGES + 1,
				'no_found_rows'  => true,
				'meta_query'     => self::query( $phrase ), // phpcs:ignore WordPress.DB.SlowDBQuery -- Only when an editor asks; reads the rows of one key.
			)
		);
		$pages = array();
		foreach ( $found as $post ) {
			$subject = Subject::post( $post );
			if ( $subject->key() !== $left_out?->key() && ( 'publish' === $post->post_status || Capabilities::may( 'read_post', $post->ID ) ) ) {
				$pages[] = array( 'of' => $subject->key(), 'title' => html_entity_decode( wp_strip_all_tags( get_the_title( $post ) ), ENT_QUOTES, 'UTF-8' ), 'url' => $subject->url(), 'edit_url' => (string) get_edit_post_link( $post, 'raw' ) );
			}
		}
		return $pages;
	}

	/**
	 * @return list<array{of: string, title: string, url: string, edit_url: string}>
	 */
	private function terms( string $phrase, ?Subject $left_out ): array {
		$taxonomies = array_values( array_filter( get_taxonomies( array( 'public' => true ) ), 'is_taxonomy_viewable' ) );
		$found      = array() === $taxonomies ? array() : get_terms(
			array(
				'taxonomy'   => $taxonomies,
				'hide_empty' => false,
				'number'     => self::MOST_PAGES + 1,
				'meta_query' => self::query( $phrase ), // phpcs:ignore WordPress.DB.SlowDBQuery -- As above.
			)
		);
		$pages      = array();
		foreach ( is_array( $found ) ? $found : array() as $term ) {
			$subject = Subject::term( $term );
			if ( $subject->key() !== $left_out?->key() ) {
				$pages[] = array( 'of' => $subject->key(), 'title' => html_entity_decode( $term->name, ENT_QUOTES, 'UTF-8' ), 'url' => $subject->url(), 'edit_url' => html_entity_decode( (string) get_edit_term_link( $term ) ) );
			}
		}
		return $pages;
	}

	/**
	 * The phrase as PHP has serialised it: with its name and length, so that "bed" does not find "dog bed".
	 *
	 * @return list<array{key: string, value: string, compare: string}>
	 */
	private static function query( string $phrase ): array {
		$stored = Fields::prepare( array( 'keyphrases' => array( array( 'phrase' => $phrase ) ) ) );
		$phrase = is_wp_error( $stored ) ? $phrase : $stored['keyphrases'][0]['phrase'];
		return array( array( 'key' => Fields::META['keyphrases'], 'value' => sprintf( 's:6:"phrase";s:%d:"%s";', strlen( $phrase ), $phrase ), 'compare' => 'LIKE' ) );
	}
}
