<?php
/**
 * Archives of authors in the sitemap: of those who have published posts.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders -- Ranges of ids read once, for a file that is cached by its ETag; every value is prepared, the conditions are ours.

final class Authors implements Source {

	public function __construct( private readonly Listing $listing ) {}

	/**
	 * Users belong to a whole network, their posts to a site.
	 */
	public static function lastmod_key(): string {
		return Terms::LASTMOD . ( is_multisite() ? '_' . get_current_blog_id() : '' );
	}

	public function subtypes(): array {
		return $this->listing->has_authors() ? array( '' ) : array();
	}

	public function tally( string $subtype, int $first_id, int $last_id, int $limit ): array {
		global $wpdb;
		list( $listed, $values ) = $this->listed( $first_id, $last_id );

		$sql = "SELECT COUNT(*) AS count, MAX( id ) AS last_id, MAX( modified ) AS lastmod FROM ( SELECT u.ID AS id, m.meta_value AS modified FROM %i u LEFT JOIN %i m ON m.user_id = u.ID AND m.meta_key = %s WHERE {$listed} ORDER BY u.ID LIMIT %d ) AS listed";
		$row = $wpdb->get_row( $wpdb->prepare( $sql, $wpdb->users, $wpdb->usermeta, self::lastmod_key(), ...array( ...$values, $limit ) ), ARRAY_A );
		return array( 'count' => (int) ( $row['count'] ?? 0 ), 'last_id' => (int) ( $row['last_id'] ?? 0 ), 'lastmod' => (string) ( $row['lastmod'] ?? '' ) );
	}

	public function entries( string $subtype, int $first_id, int $last_id, int $limit ): array {
		global $wpdb;
		list( $listed, $values ) = $this->listed( $first_id, $last_id );

		$sql  = "SELECT u.ID, u.user_nicename, m.meta_value AS lastmod FROM %i u LEFT JOIN %i m ON m.user_id = u.ID AND m.meta_key = %s WHERE {$listed} ORDER BY u.ID LIMIT %d";
		$rows = $wpdb->get_results( $wpdb->prepare( $sql, $wpdb->users, $wpdb->usermeta, self::lastmod_key(), ...array( ...$values, $limit ) ) ) ?? array();
		return array_map(
			static fn( \stdClass $row ) => array( 'id' => (int) $row->ID, 'loc' => get_author_posts_url( (int) $row->ID, $row->user_nicename ), 'lastmod' => (string) $row->lastmod ),
			$rows
		);
	}

	/**
	 * Authors after an id: for Freshness.
	 *
	 * @return list<int>
	 */
	public function ids_after( int $after_id, int $limit ): array {
		global $wpdb;
		list( $listed, $values ) = $this->listed( $after_id + 1, PagesTable::END );
		return array_map( 'intval', $wpdb->get_col( $wpdb->prepare( "SELECT u.ID FROM %i u WHERE {$listed} ORDER BY u.ID LIMIT %d", $wpdb->users, ...array( ...$values, $limit ) ) ) );
	}

	/**
	 * @return array{string, list<mixed>}
	 */
	private function listed( int $first_id, int $last_id ): array {
		global $wpdb;
		list( $unless, $values ) = Listing::unless_unlisted( 'u.ID', $wpdb->usermeta, 'user_id', $first_id, $last_id, $this->listing->setting( 'excluded_authors' ) );
		return array(
			"u.ID BETWEEN %d AND %d AND EXISTS ( SELECT 1 FROM %i p WHERE p.post_author = u.ID AND p.post_type = 'post' AND p.post_status = 'publish' ) AND {$unless}",
			array( $first_id, $last_id, $wpdb->posts, ...$values ),
		);
	}
}
