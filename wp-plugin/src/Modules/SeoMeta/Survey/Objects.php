<?php
/**
 * Which posts, terms and authors have a page, a few at a time in the order of their ids.
 *
 * @package Igny8
 */

namespace Igny8\Modules\SeoMeta\Survey;

use Igny8\Seo\Subject;

// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- Ranges of ids by primary keys, which no query class of WordPress gives; every value is a placeholder.

/**
 * Attachments count only where they have pages; authors only with something published.
 */
final class Objects {

	public const KINDS    = array( 'post', 'term', 'author' );
	public const STATUSES = array( 'publish', 'future', 'draft', 'pending', 'private' );

	private const STORED = array( ...self::STATUSES, 'inherit' ); // Attachments have the status of what they are attached to.

	/**
	 * @return list<string>
	 */
	public static function post_types(): array {
		$types = array_filter( get_post_types( array( 'public' => true ) ), 'is_post_type_viewable' );
		return array_values( array_diff( $types, get_option( 'wp_attachment_pages_enabled', 1 ) ? array() : array( 'attachment' ) ) );
	}

	/**
	 * @return list<string>
	 */
	public static function taxonomies(): array {
		return array_values( array_filter( get_taxonomies( array( 'public' => true ) ), 'is_taxonomy_viewable' ) );
	}

	/**
	 * Whether the object belongs into the survey.
	 */
	public static function has_page( \WP_Post|\WP_Term $object ): bool {
		return $object instanceof \WP_Post
			? in_array( $object->post_type, self::post_types(), true ) && in_array( $object->post_status, self::STORED, true )
			: in_array( $object->taxonomy, self::taxonomies(), true );
	}

	/**
	 * The next objects behind an id, with their meta loaded.
	 *
	 * @return list<Subject> Empty at the end. An object that was deleted in between is left out.
	 */
	public static function after( string $kind, int $id, int $limit ): array {
		$ids = self::ids_after( $kind, $id, $limit );
		self::load( $kind, $ids );
		return array_values( array_filter( array_map( static fn( int $id ) => self::subject( $kind, $id ), $ids ) ) );
	}

	/**
	 * The page of an object, or null when it is gone.
	 */
	public static function subject( string $kind, int $id ): ?Subject {
		$object = match ( $kind ) {
			'post'  => get_post( $id ),
			'term'  => get_term( $id ),
			default => get_userdata( $id ),
		};
		return match ( true ) {
			$object instanceof \WP_Post => Subject::post( $object ),
			$object instanceof \WP_Term => Subject::term( $object ),
			$object instanceof \WP_User => Subject::author( $object->ID ),
			default                     => null,
		};
	}

	/**
	 * Loads many objects with their meta in a few queries.
	 *
	 * @param list<int> $ids
	 */
	public static function load( string $kind, array $ids ): void {
		match ( $kind ) {
			'post'  => _prime_post_caches( $ids, true, true ),
			'term'  => _prime_term_caches( $ids, true ),
			default => cache_users( $ids ),
		};
	}

	public static function count_after( string $kind, int $id ): int {
		global $wpdb;
		list( $from, $values ) = self::source( $kind, $id );
		return (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) {$from}", ...$values ) );
	}

	public static function last_user(): int {
		global $wpdb;
		return (int) $wpdb->get_var( $wpdb->prepare( 'SELECT MAX( ID ) FROM %i', $wpdb->users ) );
	}

	/**
	 * @return list<int>
	 */
	private static function ids_after( string $kind, int $id, int $limit ): array {
		global $wpdb;
		list( $from, $values, $column ) = self::source( $kind, $id );
		return array_map( 'intval', $wpdb->get_col( $wpdb->prepare( "SELECT {$column} {$from} ORDER BY {$column} LIMIT %d", ...array( ...$values, $limit ) ) ) );
	}

	/**
	 * @return array{string, list<mixed>, string} FROM and WHERE, their values, and the column of the id.
	 */
	private static function source( string $kind, int $id ): array {
		global $wpdb;
		$types = array( '', ...self::post_types() ); // Never an empty list.
		$marks = self::marks( $types );
		return match ( $kind ) {
			'post'  => array( "FROM %i WHERE ID > %d AND post_type IN ( {$marks} ) AND post_status IN ( " . self::marks( self::STORED ) . ' )', array( $wpdb->posts, $id, ...$types, ...self::STORED ), 'ID' ),
			'term'  => array( 'FROM %i WHERE term_id > %d AND taxonomy IN ( ' . self::marks( array( '', ...self::taxonomies() ) ) . ' )', array( $wpdb->term_taxonomy, $id, '', ...self::taxonomies() ), 'term_id' ),
			default => array( "FROM %i AS users WHERE ID > %d AND EXISTS ( SELECT 1 FROM %i AS posts WHERE posts.post_author = users.ID AND post_status = 'publish' AND post_type IN ( {$marks} ) )", array( $wpdb->users, $id, $wpdb->posts, ...$types ), 'ID' ),
		};
	}

	/**
	 * @param list<string> $values
	 */
	private static function marks( array $values ): string {
		return implode( ', ', array_fill( 0, count( $values ), '%s' ) );
	}
}
