<?php
/**
 * Archives of terms in the sitemap.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Modules\Content\Meta;

// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders -- Ranges of ids read once, for a file that is cached by its ETag; every value is prepared, the conditions are ours.

/**
 * Listed is a term with published posts of its own or of a term below it, or with a published page of its own (content
 * module). When its archive last changed stands in LASTMOD, kept by Changes and Freshness: asking all its posts would not
 * stay flat on large sites.
 */
final class Terms implements Source {

	/**
	 * Term and user meta: when a post of the archive last changed, came or went; UTC.
	 */
	public const LASTMOD = '_igny8_lastmod';

	public function __construct( private readonly Listing $listing ) {}

	public function subtypes(): array {
		return $this->listing->taxonomies();
	}

	public function tally( string $subtype, int $first_id, int $last_id, int $limit ): array {
		global $wpdb;
		list( $listed, $values ) = $this->listed( $subtype, $first_id, $last_id );

		$sql = "SELECT COUNT(*) AS count, MAX( id ) AS last_id, MAX( modified ) AS lastmod FROM ( SELECT tt.term_id AS id, m.meta_value AS modified FROM %i tt LEFT JOIN %i m ON m.term_id = tt.term_id AND m.meta_key = %s WHERE {$listed} ORDER BY tt.term_id LIMIT %d ) AS listed";
		$row = $wpdb->get_row( $wpdb->prepare( $sql, $wpdb->term_taxonomy, $wpdb->termmeta, self::LASTMOD, ...array( ...$values, $limit ) ), ARRAY_A );
		return array( 'count' => (int) ( $row['count'] ?? 0 ), 'last_id' => (int) ( $row['last_id'] ?? 0 ), 'lastmod' => (string) ( $row['lastmod'] ?? '' ) );
	}

	public function entries( string $subtype, int $first_id, int $last_id, int $limit ): array {
		global $wpdb;
		list( $listed, $values ) = $this->listed( $subtype, $first_id, $last_id );

		$sql   = "SELECT t.term_id, t.name, t.slug, t.term_group, tt.term_taxonomy_id, tt.taxonomy, tt.parent, tt.count, m.meta_value AS lastmod FROM %i tt JOIN %i t ON t.term_id = tt.term_id LEFT JOIN %i m ON m.term_id = tt.term_id AND m.meta_key = %s WHERE {$listed} ORDER BY tt.term_id LIMIT %d";
		$rows  = $wpdb->get_results( $wpdb->prepare( $sql, $wpdb->term_taxonomy, $wpdb->terms, $wpdb->termmeta, self::LASTMOD, ...array( ...$values, $limit ) ) ) ?? array();
		$nests = is_taxonomy_hierarchical( $subtype );
		$nests && _prime_term_caches( array_values( array_filter( array_map( static fn( $row ) => (int) $row->parent, $rows ) ) ), false );
		return array_map(
			static function ( \stdClass $row ): array {
				$lastmod = (string) $row->lastmod;
				unset( $row->lastmod );
				$url = get_term_link( new \WP_Term( sanitize_term( $row, $row->taxonomy, 'raw' ) ) );
				return array( 'id' => (int) $row->term_id, 'loc' => is_string( $url ) ? $url : '', 'lastmod' => $lastmod );
			},
			$rows
		);
	}

	/**
	 * Ids of the terms of a taxonomy that are listed or not, after an id: for Freshness.
	 *
	 * @return list<int>
	 */
	public function ids_after( string $taxonomy, int $after_id, int $limit ): array {
		global $wpdb;
		return array_map( 'intval', $wpdb->get_col( $wpdb->prepare( 'SELECT term_id FROM %i WHERE taxonomy = %s AND term_id > %d AND count > 0 ORDER BY term_id LIMIT %d', $wpdb->term_taxonomy, $taxonomy, $after_id, $limit ) ) );
	}

	/**
	 * @return array{string, list<mixed>}
	 */
	private function listed( string $taxonomy, int $first_id, int $last_id ): array {
		global $wpdb;
		list( $unless, $values ) = Listing::unless_unlisted( 'tt.term_id', $wpdb->termmeta, 'term_id', $first_id, $last_id, $this->listing->setting( 'excluded_terms' ) );

		$parents = $this->parents( $taxonomy );
		$parent  = array() === $parents ? '' : ' OR tt.term_id IN ( ' . implode( ', ', array_fill( 0, count( $parents ), '%d' ) ) . ' )';
		return array(
			"tt.taxonomy = %s AND tt.term_id BETWEEN %d AND %d AND ( tt.count > 0{$parent} OR tt.term_id IN ( SELECT s.term_id FROM %i s WHERE s.meta_key = %s AND s.meta_value = 'published' ) ) AND {$unless}",
			array( $taxonomy, $first_id, $last_id, ...$parents, $wpdb->termmeta, Meta::STATUS, ...$values ),
		);
	}

	/**
	 * Ids of empty terms that show the posts of a term below them, at any depth: one query a level.
	 *
	 * @return list<int>
	 */
	private function parents( string $taxonomy ): array {
		global $wpdb;
		if ( ! is_taxonomy_hierarchical( $taxonomy ) ) {
			return array();
		}
		$level = $wpdb->get_results( $wpdb->prepare( 'SELECT DISTINCT p.term_id, p.parent, p.count FROM %i c JOIN %i p ON p.term_id = c.parent AND p.taxonomy = c.taxonomy WHERE c.taxonomy = %s AND c.count > 0', $wpdb->term_taxonomy, $wpdb->term_taxonomy, $taxonomy ) ) ?? array();
		$seen  = array();
		while ( array() !== $level ) {
			$above = array();
			foreach ( $level as $row ) {
				$seen[ (int) $row->term_id ] ??= 0 === (int) $row->count;
				0 === (int) $row->count && 0 !== (int) $row->parent && ! isset( $seen[ (int) $row->parent ] ) && $above[ (int) $row->parent ] = (int) $row->parent;
			}
			$level = array() === $above ? array() : $wpdb->get_results( $wpdb->prepare( 'SELECT term_id, parent, count FROM %i WHERE taxonomy = %s AND term_id IN ( ' . implode( ', ', array_fill( 0, count( $above ), '%d' ) ) . ' )', $wpdb->term_taxonomy, $taxonomy, ...array_values( $above ) ) ) ?? array();
		}
		return array_keys( array_filter( $seen ) );
	}
}
