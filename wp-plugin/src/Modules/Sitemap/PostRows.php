<?php
/**
 * The only SQL of the sitemap on posts and their meta: rows by ranges of ids, never by offset.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

// phpcs:disable WordPress.DB.DirectDatabaseQuery, WordPress.DB.PreparedSQL, WordPress.DB.PreparedSQLPlaceholders -- Ranges of ids read once, for a file that is cached by its ETag; every value is prepared, the conditions are ours.

/**
 * Listed means: published, without password, not unlisted by its own fields, not excluded by the owner.
 */
final class PostRows {

	private const LISTED = "p.post_type = %s AND p.post_status = 'publish' AND p.post_password = '' AND p.ID BETWEEN %d AND %d";

	/**
	 * The same, but SQLite, which has no figures of the tables, reads the range by its ids: by the index of types, it reads all
	 * posts of the type, then throws most away. `+` is nothing to MySQL and MariaDB, which choose by themselves.
	 */
	private const LISTED_DENSELY = "+p.post_type = %s AND +p.post_status = 'publish' AND p.post_password = '' AND p.ID BETWEEN %d AND %d";

	private const DENSE = 20000; // Ids in a range, read in milliseconds whatever they are; in a wider one, the type is rare.

	/**
	 * Highest id there is; null until it is asked for.
	 */
	private ?int $highest = null;

	/**
	 * @param list<int> $excluded Ids of posts the owner leaves out.
	 */
	public function __construct( private readonly array $excluded = array() ) {}

	/**
	 * @return array{count: int, last_id: int, lastmod: string}
	 */
	public function tally( string $post_type, int $first_id, int $last_id, int $limit ): array {
		global $wpdb;
		list( $unless, $values ) = $this->unless( $first_id, $last_id );

		$sql = 'SELECT COUNT(*) AS count, MAX( id ) AS last_id, MAX( modified ) AS lastmod FROM ( SELECT p.ID AS id, p.post_modified_gmt AS modified FROM %i p WHERE ' . $this->listed( $first_id, $last_id ) . " AND {$unless} ORDER BY p.ID LIMIT %d ) AS listed";
		$row = $wpdb->get_row( $wpdb->prepare( $sql, $wpdb->posts, $post_type, $first_id, $last_id, ...array( ...$values, $limit ) ), ARRAY_A );
		return array( 'count' => (int) ( $row['count'] ?? 0 ), 'last_id' => (int) ( $row['last_id'] ?? 0 ), 'lastmod' => (string) ( $row['lastmod'] ?? '' ) );
	}

	/**
	 * @param bool $with_content Images and videos are looked for.
	 * @return list<array<string, string>>
	 */
	public function rows( string $post_type, int $first_id, int $last_id, int $limit, bool $with_content ): array {
		global $wpdb;
		list( $unless, $values ) = $this->unless( $first_id, $last_id );

		$fields = 'p.ID, p.post_name, p.post_parent, p.post_date, p.post_author, p.post_modified_gmt' . ( $with_content ? ', p.post_title, p.post_excerpt, p.post_content' : '' );
		$sql    = "SELECT {$fields} FROM %i p WHERE " . $this->listed( $first_id, $last_id ) . " AND {$unless} ORDER BY p.ID LIMIT %d";
		return $wpdb->get_results( $wpdb->prepare( $sql, $wpdb->posts, $post_type, $first_id, $last_id, ...array( ...$values, $limit ) ), ARRAY_A ) ?? array();
	}

	/**
	 * Listed posts of some types published since a moment, newest first. Uses the index of type, status and date.
	 *
	 * @param list<string> $post_types
	 * @param string       $since Local time of the site, as `post_date` has it.
	 * @return list<array<string, string>>
	 */
	public function since( array $post_types, string $since, int $limit ): array {
		global $wpdb;
		if ( array() === $post_types ) {
			return array();
		}
		list( $unless, $values ) = $this->unless( 0, PagesTable::END );

		$types = implode( ', ', array_fill( 0, count( $post_types ), '%s' ) );
		$sql   = "SELECT p.ID, p.post_type, p.post_name, p.post_parent, p.post_date, p.post_date_gmt, p.post_author, p.post_title FROM %i p WHERE p.post_type IN ( {$types} ) AND p.post_status = 'publish' AND p.post_password = '' AND p.post_date >= %s AND {$unless} ORDER BY p.post_date DESC, p.ID DESC LIMIT %d";
		return $wpdb->get_results( $wpdb->prepare( $sql, $wpdb->posts, ...array( ...$post_types, $since, ...$values, $limit ) ), ARRAY_A ) ?? array();
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, array{0: string, 1: int}> Id → name, parent.
	 */
	public function names( array $ids ): array {
		global $wpdb;
		$marks = implode( ', ', array_fill( 0, count( $ids ), '%d' ) );
		$rows  = $wpdb->get_results( $wpdb->prepare( "SELECT ID, post_name, post_parent FROM %i WHERE ID IN ( {$marks} )", $wpdb->posts, ...$ids ), ARRAY_A ) ?? array();
		return array_combine( array_map( 'intval', array_column( $rows, 'ID' ) ), array_map( static fn( $row ) => array( $row['post_name'], (int) $row['post_parent'] ), $rows ) );
	}

	/**
	 * Featured images: post id → attachment id, of a range of posts.
	 *
	 * @param list<int> $ids In ascending order.
	 * @return array<int, int>
	 */
	public function thumbnails( array $ids ): array {
		return array_map( 'intval', $this->meta( $ids, '_thumbnail_id' ) );
	}

	/**
	 * Files of attachments, relative to the folder of uploads.
	 *
	 * @param list<int> $ids
	 * @return array<int, string>
	 */
	public function files( array $ids ): array {
		return $this->meta( $ids, '_wp_attached_file' );
	}

	/**
	 * Newest change of listed posts in each term: for the last changes of archives, in batches of terms.
	 *
	 * @param list<int>    $term_ids
	 * @param list<string> $post_types
	 * @return array<int, string> Term id → UTC.
	 */
	public function newest_in_terms( array $term_ids, string $taxonomy, array $post_types ): array {
		global $wpdb;
		if ( array() === $term_ids || array() === $post_types ) {
			return array();
		}
		$terms = implode( ', ', array_fill( 0, count( $term_ids ), '%d' ) );
		$types = implode( ', ', array_fill( 0, count( $post_types ), '%s' ) );
		$sql   = "SELECT tt.term_id AS id, MAX( p.post_modified_gmt ) AS newest FROM %i tt JOIN %i tr ON tr.term_taxonomy_id = tt.term_taxonomy_id JOIN %i p ON p.ID = tr.object_id WHERE tt.taxonomy = %s AND tt.term_id IN ( {$terms} ) AND p.post_status = 'publish' AND p.post_type IN ( {$types} ) GROUP BY tt.term_id";
		$rows  = $wpdb->get_results( $wpdb->prepare( $sql, $wpdb->term_taxonomy, $wpdb->term_relationships, $wpdb->posts, $taxonomy, ...array( ...$term_ids, ...$post_types ) ), ARRAY_A );
		return array_column( $rows ?? array(), 'newest', 'id' );
	}

	/**
	 * The same of authors.
	 *
	 * @param list<int> $user_ids
	 * @return array<int, string> User id → UTC.
	 */
	public function newest_of_authors( array $user_ids ): array {
		global $wpdb;
		if ( array() === $user_ids ) {
			return array();
		}
		$users = implode( ', ', array_fill( 0, count( $user_ids ), '%d' ) );
		$rows  = $wpdb->get_results( $wpdb->prepare( "SELECT post_author AS id, MAX( post_modified_gmt ) AS newest FROM %i WHERE post_type = 'post' AND post_status = 'publish' AND post_author IN ( {$users} ) GROUP BY post_author", $wpdb->posts, ...$user_ids ), ARRAY_A );
		return array_column( $rows ?? array(), 'newest', 'id' );
	}

	/**
	 * @param list<int> $ids
	 * @return array<int, string> Post id → value.
	 */
	private function meta( array $ids, string $key ): array {
		global $wpdb;
		if ( array() === $ids ) {
			return array();
		}
		$marks = implode( ', ', array_fill( 0, count( $ids ), '%d' ) );
		$rows  = $wpdb->get_results( $wpdb->prepare( "SELECT post_id, meta_value FROM %i WHERE meta_key = %s AND post_id IN ( {$marks} )", $wpdb->postmeta, $key, ...$ids ), ARRAY_A );
		return array_column( $rows ?? array(), 'meta_value', 'post_id' );
	}

	private function listed( int $first_id, int $last_id ): string {
		global $wpdb;
		if ( PagesTable::END === $last_id ) {
			$this->highest ??= (int) $wpdb->get_var( $wpdb->prepare( 'SELECT MAX( ID ) FROM %i', $wpdb->posts ) );
			$last_id         = $this->highest;
		}
		return $last_id - $first_id <= self::DENSE ? self::LISTED_DENSELY : self::LISTED;
	}

	/**
	 * @return array{string, list<mixed>}
	 */
	private function unless( int $first_id, int $last_id ): array {
		global $wpdb;
		return Listing::unless_unlisted( 'p.ID', $wpdb->postmeta, 'post_id', $first_id, $last_id, $this->excluded );
	}
}
