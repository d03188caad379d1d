<?php
/**
 * What WordPress would show at an address of this site, without visiting it.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

/**
 * Asked when a rule is saved, tested or checked, and when a rule that fires leads into another one; never on a page that
 * exists. Reads the rewrite rules as WP::parse_request() does and runs the query they stand for, limited to one id.
 */
final class PageAt {

	/**
	 * @var array<string, array{type: string, id: int, url: string}|null>
	 */
	private static array $found = array();

	/**
	 * @return array{type: string, id: int, url: string}|null type: post, term, author, home, or page for anything else that is there.
	 */
	public static function find( Path $address ): ?array {
		return self::$found[ $address->full() ] ??= self::ask( $address );
	}

	/**
	 * Forgets what was found: pages have changed.
	 */
	public static function forget(): void {
		self::$found = array();
	}

	/**
	 * Where the page's own field `redirect` sends its visitors, or ''.
	 *
	 * @param array{type: string, id: int, url: string} $page
	 */
	public static function redirect( array $page ): string {
		return in_array( $page['type'], array( 'post', 'term' ), true ) ? (string) get_metadata( $page['type'], $page['id'], \Igny8\Seo\Fields::META['redirect'], true ) : '';
	}

	/**
	 * @return array{type: string, id: int, url: string}|null
	 */
	private static function ask( Path $address ): ?array {
		$variables = self::variables( $address );
		if ( null === $variables ) {
			return null;
		}
		if ( array() === $variables ) {
			return '/' === $address->path ? array( 'type' => 'home', 'id' => 0, 'url' => home_url( '/' ) ) : null;
		}
		$query = new \WP_Query();
		$query->query( $variables + array( 'posts_per_page' => 1, 'fields' => 'ids', 'no_found_rows' => true, 'update_post_meta_cache' => false, 'update_post_term_cache' => false, 'suppress_filters' => true ) );
		return self::page( $query );
	}

	/**
	 * @return array{type: string, id: int, url: string}|null
	 */
	private static function page( \WP_Query $query ): ?array {
		$found = $query->get_queried_object();
		if ( $query->is_singular() ) {
			$id = (int) ( $query->posts[0] ?? 0 );
			return 0 === $id || ! is_post_status_viewable( (string) get_post_status( $id ) ) ? null : array( 'type' => 'post', 'id' => $id, 'url' => (string) get_permalink( $id ) );
		}
		if ( $found instanceof \WP_Term ) {
			$url = get_term_link( $found );
			return array( 'type' => 'term', 'id' => $found->term_id, 'url' => is_string( $url ) ? $url : '' );
		}
		if ( $query->is_author() ) {
			return $found instanceof \WP_User ? array( 'type' => 'author', 'id' => $found->ID, 'url' => get_author_posts_url( $found->ID ) ) : null;
		}
		$is_there = $query->is_search() || $query->is_post_type_archive() || array() !== $query->posts;
		return $is_there && ! $query->is_404() ? array( 'type' => 'page', 'id' => 0, 'url' => '' ) : null;
	}

	/**
	 * Query variables of an address, null when no rewrite rule takes it.
	 *
	 * @return array<string, mixed>|null
	 */
	private static function variables( Path $address ): ?array {
		global $wp_rewrite, $wp;
		parse_str( $address->query, $given );
		$public = array_intersect_key( $given, array_flip( $wp->public_query_vars ) );
		$path   = trim( $address->path, '/' );
		if ( '' === $path || 'index.php' === $path ) {
			return $public;
		}
		foreach ( (array) $wp_rewrite->wp_rewrite_rules() as $pattern => $query ) {
			$path_of = str_starts_with( $query, $path ) ? $path : rawurldecode( $path );
			if ( ! preg_match( "#^{$pattern}#", $path_of, $matches ) ) {
				continue;
			}
			if ( $wp_rewrite->use_verbose_page_rules && preg_match( '/pagename=\$matches\[([0-9]+)\]/', $query, $found ) && null === get_page_by_path( $matches[ $found[1] ] ) ) {
				continue;
			}
			parse_str( addslashes( \WP_MatchesMapRegex::apply( (string) preg_replace( '!^.+\?!', '', $query ), $matches ) ), $variables );
			return self::typed( array_intersect_key( $variables, array_flip( $wp->public_query_vars ) ) + $public );
		}
		return null;
	}

	/**
	 * As WP::parse_request(): variables of post types and taxonomies become queries of them.
	 *
	 * @param array<string, mixed> $variables
	 * @return array<string, mixed>
	 */
	private static function typed( array $variables ): array {
		foreach ( get_post_types( array(), 'objects' ) as $name => $type ) {
			if ( $type->query_var && isset( $variables[ $type->query_var ] ) ) {
				$variables['post_type'] = $name;
				$variables['name']      = $variables[ $type->query_var ];
			}
		}
		return array_filter( $variables, static fn( $value ) => '' !== $value );
	}
}
