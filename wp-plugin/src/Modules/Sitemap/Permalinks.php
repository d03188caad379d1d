<?php
/**
 * Addresses of many posts of a type at once, from raw rows.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

/**
 * get_permalink() is right and slow: it asks filters and options for each post anew. Where the permalink structure needs
 * only the row itself and nobody filters addresses, they are put together here, and the first and the last of each batch
 * compared with get_permalink(); if either differs, WordPress makes all of them.
 */
final class Permalinks {

	/**
	 * Filters through which a plugin changes single addresses.
	 */
	private const FILTERS = array( 'pre_post_link', 'post_link', 'post_link_category', 'post_type_link', 'page_link', '_get_page_link', 'get_page_uri', 'home_url', 'user_trailingslashit', 'pre_option_permalink_structure' );

	private const TOKENS = array( '%year%', '%monthnum%', '%day%', '%hour%', '%minute%', '%second%', '%post_id%', '%postname%' );

	/**
	 * Rows of parents by id: name and parent.
	 *
	 * @var array<int, array{0: string, 1: int}>
	 */
	private array $parents = array();

	public function __construct( private readonly string $post_type, private readonly PostRows $rows ) {}

	/**
	 * @param list<array<string, string>> $rows Of this post type, with ID, post_name, post_parent, post_date and post_author.
	 * @return list<string> In the same order.
	 */
	public function of( array $rows ): array {
		if ( array() === $rows ) {
			return array();
		}
		$is_tree = is_post_type_hierarchical( $this->post_type );
		$is_tree && $this->read_parents( $rows );
		$structure = $this->structure();
		if ( '' === $structure ) {
			return $this->by_wordpress( $rows );
		}
		$front = 'page' === $this->post_type && 'page' === get_option( 'show_on_front' ) ? (int) get_option( 'page_on_front' ) : 0;
		$home  = home_url( '/' );
		$urls  = array();
		foreach ( $rows as $row ) {
			$date   = preg_split( '/[-: ]/', $row['post_date'] );
			$name   = $is_tree ? $this->path( $row ) : $row['post_name'];
			$urls[] = (int) $row['ID'] === $front ? $home : str_replace( self::TOKENS, array( ...$date, $row['ID'], $name ), $structure );
		}
		$ends = $this->by_wordpress( array( $rows[0], $rows[ count( $rows ) - 1 ] ) );
		return array( $urls[0], $urls[ count( $urls ) - 1 ] ) === $ends ? $urls : $this->by_wordpress( $rows );
	}

	/**
	 * The address with our tokens in it, or '' when only WordPress can make it.
	 */
	private function structure(): string {
		global $wp_rewrite;
		if ( array() !== array_filter( self::FILTERS, 'has_filter' ) ) {
			return '';
		}
		$structure = match ( $this->post_type ) {
			'post'  => (string) get_option( 'permalink_structure' ),
			'page'  => str_replace( '%pagename%', '%postname%', (string) $wp_rewrite->get_page_permastruct() ),
			default => str_replace( "%{$this->post_type}%", '%postname%', (string) $wp_rewrite->get_extra_permastruct( $this->post_type ) ),
		};
		$unknown   = preg_replace( '/%(?:' . implode( '|', array_map( static fn( $token ) => trim( $token, '%' ), self::TOKENS ) ) . ')%/', '', $structure );
		return '' === $structure || str_contains( $unknown, '%' ) ? '' : user_trailingslashit( home_url( $structure ), 'single' );
	}

	/**
	 * @param list<array<string, string>> $rows
	 * @return list<string>
	 */
	private function by_wordpress( array $rows ): array {
		$structure = 'post' === $this->post_type ? (string) get_option( 'permalink_structure' ) : '';
		if ( count( $rows ) > 2 ) {
			str_contains( $structure, '%category%' ) && update_object_term_cache( array_column( $rows, 'ID' ), 'post' );
			str_contains( $structure, '%author%' ) && cache_users( array_column( $rows, 'post_author' ) );
			$this->post_type_has_parents( $rows ) && _prime_post_caches( array_keys( $this->parents ), false, false );
		}
		return array_map(
			fn( array $row ) => (string) get_permalink( new \WP_Post( (object) ( array( 'ID' => (int) $row['ID'], 'post_parent' => (int) $row['post_parent'], 'post_type' => $this->post_type, 'post_status' => 'publish', 'filter' => 'raw' ) + $row ) ) ),
			$rows
		);
	}

	/**
	 * @param list<array<string, string>> $rows
	 */
	private function post_type_has_parents( array $rows ): bool {
		return is_post_type_hierarchical( $this->post_type ) && array() !== array_filter( array_column( $rows, 'post_parent' ) );
	}

	/**
	 * Names and parents of all ancestors, one query a level.
	 *
	 * @param list<array<string, string>> $rows
	 */
	private function read_parents( array $rows ): void {
		$wanted = array_filter( array_map( 'intval', array_column( $rows, 'post_parent' ) ) );
		do {
			$wanted = array_values( array_diff( array_unique( $wanted ), array_keys( $this->parents ) ) );
			$found  = array() === $wanted ? array() : $this->rows->names( $wanted );
			// Whoever is missing has no name: a parent that was deleted by SQL.
			$this->parents += $found + array_fill_keys( $wanted, array( '', 0 ) );
			$wanted         = array_filter( array_column( $found, 1 ) );
		} while ( array() !== $wanted );
	}

	/**
	 * `grandparent/parent/name`, as get_page_uri() has it.
	 *
	 * @param array<string, string> $row
	 */
	private function path( array $row ): string {
		$path   = $row['post_name'];
		$seen   = array();
		$parent = (int) $row['post_parent'];
		while ( 0 !== $parent && ! isset( $seen[ $parent ] ) ) {
			$seen[ $parent ]     = true;
			list( $name, $next ) = $this->parents[ $parent ] ?? array( '', 0 );
			$path                = '' === $name ? $path : "{$name}/{$path}";
			$parent              = $next;
		}
		return $path;
	}
}
