<?php
/**
 * The SQL that reads other plugins' data: object ids by keyset, meta of some keys, rows of their tables. Never writes.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Seo\Subject;

// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- What other plugins and WordPress keep, read once and by the batch: caching it would hold whole tables in memory. Every value is a placeholder; only column lists and conditions made here are put in.

/**
 * Objects are walked by primary key and their meta is asked for by id and key: linear on any site, and a page builder's
 * megabytes in other keys are not read.
 */
final class Rows {

	/**
	 * Kind → tables as $wpdb names them, and their columns.
	 */
	private const TABLES = array(
		'post' => array( 'meta' => 'postmeta', 'object' => 'post_id', 'id' => 'meta_id' ),
		'term' => array( 'meta' => 'termmeta', 'object' => 'term_id', 'id' => 'meta_id' ),
		'user' => array( 'meta' => 'usermeta', 'object' => 'user_id', 'id' => 'umeta_id' ),
	);

	/**
	 * What no visitor ever sees as a page.
	 */
	private const TYPES_WITHOUT_PAGE = array( 'revision', 'nav_menu_item', 'customize_changeset', 'oembed_cache', 'user_request', 'wp_block', 'wp_template', 'wp_template_part', 'wp_global_styles', 'wp_navigation', 'wp_font_family', 'wp_font_face', 'seopress_404', 'seopress_schemas', 'rank_math_schema' );

	/**
	 * Tables asked for: whether they are there.
	 *
	 * @var array<string, bool>
	 */
	private array $tables = array();

	/**
	 * Ids of all objects of a kind above one, ascending.
	 *
	 * @return list<int>
	 */
	public function ids( string $kind, int $after, int $limit ): array {
		global $wpdb;
		list( $from, $values ) = $this->objects( $kind );
		return array_map( 'intval', $wpdb->get_col( $wpdb->prepare( "SELECT %i FROM {$from} AND %i > %d ORDER BY %i LIMIT %d", ...array( $values['column'], ...$values['from'], $values['column'], $after, $values['column'], $limit ) ) ) );
	}

	/**
	 * The object as a subject; null when it is gone.
	 *
	 * @param string $kind post, term or user.
	 */
	public static function subject( string $kind, int $id ): ?Subject {
		$object = match ( $kind ) {
			'post' => get_post( $id ),
			'term' => get_term( $id ),
			'user' => get_userdata( $id ),
		};
		return match ( true ) {
			$object instanceof \WP_Post => Subject::post( $object ),
			$object instanceof \WP_Term => Subject::term( $object ),
			$object instanceof \WP_User => Subject::author( $id ),
			default                     => null,
		};
	}

	/**
	 * How many objects of a kind there are above one.
	 */
	public function count_ids( string $kind, int $after = 0 ): int {
		global $wpdb;
		list( $from, $values ) = $this->objects( $kind );
		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM {$from} AND %i > %d", ...array( ...$values['from'], $values['column'], $after ) ) );
	}

	/**
	 * How many objects carry one of these keys.
	 *
	 * @param list<string> $keys Exact, or prefixes that end in `*`.
	 */
	public function count_objects( string $kind, array $keys ): int {
		global $wpdb;
		if ( array() === $keys ) {
			return 0;
		}
		list( $condition, $values ) = $this->keys( $keys );
		$table                      = self::TABLES[ $kind ];
		$ours                       = 'user' === $kind && is_multisite() ? ' AND user_id IN ( SELECT user_id FROM %i WHERE meta_key = %s )' : ''; // Meta of users is the whole network's.
		$members                    = '' === $ours ? array() : array( $wpdb->usermeta, $wpdb->get_blog_prefix() . 'capabilities' );
		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT( DISTINCT %i ) FROM %i WHERE ( {$condition} ){$ours}", $table['object'], $wpdb->{$table['meta']}, ...$values, ...$members ) );
	}

	/**
	 * Which of these are the last part of a published post's address.
	 *
	 * @param list<string> $slugs
	 * @return list<string>
	 */
	public function published_slugs( array $slugs ): array {
		global $wpdb;
		$marks = implode( ', ', array_fill( 0, count( $slugs ), '%s' ) );
		return array() === $slugs ? array() : $wpdb->get_col( $wpdb->prepare( "SELECT DISTINCT post_name FROM %i WHERE post_name IN ( {$marks} ) AND post_status = 'publish'", $wpdb->posts, ...$slugs ) );
	}

	/**
	 * Meta of some objects, raw as it is stored: nothing is unserialised.
	 *
	 * @param list<int>    $ids
	 * @param list<string> $keys Exact, or prefixes that end in `*`.
	 * @return array<int, array<string, string>> Object → key → value; the first one where a key stands twice.
	 */
	public function meta( string $kind, array $ids, array $keys ): array {
		$meta = array();
		foreach ( $this->meta_rows( $kind, $ids, $keys ) as $row ) {
			$meta[ (int) $row['object_id'] ][ $row['meta_key'] ] ??= (string) $row['meta_value'];
		}
		return $meta;
	}

	/**
	 * As meta(), with the number of each row.
	 *
	 * @param list<int>    $ids
	 * @param list<string> $keys
	 * @return list<array{id: string, object_id: string, meta_key: string, meta_value: string|null}>
	 */
	public function meta_rows( string $kind, array $ids, array $keys ): array {
		global $wpdb;
		if ( array() === $ids ) {
			return array();
		}
		list( $condition, $values ) = $this->keys( $keys );
		$table                      = self::TABLES[ $kind ];
		$marks                      = implode( ', ', array_fill( 0, count( $ids ), '%d' ) );
		return $wpdb->get_results( $wpdb->prepare( "SELECT %i AS id, %i AS object_id, meta_key, meta_value FROM %i WHERE %i IN ( {$marks} ) AND ( {$condition} ) ORDER BY %i", ...array( $table['id'], $table['object'], $wpdb->{$table['meta']}, $table['object'], ...$ids, ...$values, $table['id'] ) ), ARRAY_A );
	}

	/**
	 * Whether the other plugin's table is in this database.
	 */
	public function has_table( string $table ): bool {
		global $wpdb;
		$full_name = $wpdb->prefix . $table;
		return $this->tables[ $full_name ] ??= in_array( $full_name, $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $full_name ) ), true ); // Unescaped: SQLite takes no escapes here, and what else matches is sorted out.
	}

	/**
	 * Rows of another plugin's table above a number, in its order.
	 *
	 * @param string   $table  Without WordPress' prefix.
	 * @param string   $column The number they are walked by.
	 * @param string   $where  More conditions, constant SQL.
	 * @return list<array<string, string|null>>
	 */
	public function after( string $table, string $column, int $after, int $limit, string $where = '1 = 1' ): array {
		global $wpdb;
		if ( ! $this->has_table( $table ) ) {
			return array();
		}
		return $wpdb->get_results( $wpdb->prepare( "SELECT * FROM %i WHERE %i > %d AND ( {$where} ) ORDER BY %i LIMIT %d", $wpdb->prefix . $table, $column, $after, $column, $limit ), ARRAY_A );
	}

	/**
	 * Rows of another plugin's table for some objects.
	 *
	 * @param list<int> $ids
	 * @return list<array<string, string|null>>
	 */
	public function of( string $table, string $column, array $ids ): array {
		global $wpdb;
		if ( array() === $ids || ! $this->has_table( $table ) ) {
			return array();
		}
		$marks = implode( ', ', array_fill( 0, count( $ids ), '%d' ) );
		return $wpdb->get_results( $wpdb->prepare( "SELECT * FROM %i WHERE %i IN ( {$marks} )", $wpdb->prefix . $table, $column, ...$ids ), ARRAY_A );
	}

	/**
	 * Name of a table with WordPress' prefix.
	 */
	public function table( string $name ): string {
		global $wpdb;
		return $wpdb->prefix . $name;
	}

	/**
	 * @param string $where Conditions, constant SQL.
	 */
	public function count( string $table, string $where = '1 = 1' ): int {
		global $wpdb;
		return $this->has_table( $table ) ? (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM %i WHERE {$where}", $wpdb->prefix . $table ) ) : 0;
	}

	/**
	 * An option as it is stored; '' when there is none.
	 */
	public function option( string $name ): string {
		global $wpdb;
		return (string) $wpdb->get_var( $wpdb->prepare( 'SELECT option_value FROM %i WHERE option_name = %s', $wpdb->options, $name ) );
	}

	/**
	 * @return array{string, array{column: string, from: list<mixed>}} FROM and WHERE with placeholders, and their values.
	 */
	private function objects( string $kind ): array {
		global $wpdb;
		return match ( $kind ) {
			'post' => array(
				'%i WHERE post_type NOT IN ( ' . implode( ', ', array_fill( 0, count( self::TYPES_WITHOUT_PAGE ), '%s' ) ) . " ) AND post_status <> 'auto-draft'",
				array( 'column' => 'ID', 'from' => array( $wpdb->posts, ...self::TYPES_WITHOUT_PAGE ) ),
			),
			'term' => array( '%i WHERE 1 = 1', array( 'column' => 'term_id', 'from' => array( $wpdb->terms ) ) ),
			'user' => is_multisite() // Users of a network are everybody's: those who belong to this site.
				? array( '%i WHERE ID IN ( SELECT user_id FROM %i WHERE meta_key = %s )', array( 'column' => 'ID', 'from' => array( $wpdb->users, $wpdb->usermeta, $wpdb->get_blog_prefix() . 'capabilities' ) ) )
				: array( '%i WHERE 1 = 1', array( 'column' => 'ID', 'from' => array( $wpdb->users ) ) ),
		};
	}

	/**
	 * @param list<string> $keys
	 * @return array{string, list<string>}
	 */
	private function keys( array $keys ): array {
		global $wpdb;
		$exact  = array_values( array_filter( $keys, static fn( string $key ) => ! str_ends_with( $key, '*' ) ) );
		$parts  = array();
		$values = $exact;
		if ( array() !== $exact ) {
			$parts[] = 'meta_key IN ( ' . implode( ', ', array_fill( 0, count( $exact ), '%s' ) ) . ' )';
		}
		foreach ( array_diff( $keys, $exact ) as $prefix ) {
			$parts[]  = 'meta_key LIKE %s';
			$values[] = $wpdb->esc_like( substr( $prefix, 0, -1 ) ) . '%';
		}
		return array( implode( ' OR ', $parts ), $values );
	}
}
