<?php
/**
 * Finds what an address of this site, or a name such as `term:12`, stands for.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

use Igny8\Capabilities;

/**
 * Runs WordPress' own rewrite rules and query: whatever a visitor would be shown is found, including what other plugins add.
 * For operations; a page view has its query.
 */
final class Address {

	/**
	 * @param string $name An address of this site, or `post:12`, `term:3`, `author:1`, `archive:<post type>`, `home`, `search:<words>`, `date:2026-11`, `not_found`.
	 */
	public static function subject( string $name ): Subject|\WP_Error {
		$name = trim( $name );
		return preg_match( '~^(?:https?:)?/~i', $name ) ? self::of_url( $name ) : self::of_name( $name );
	}

	/**
	 * The same, if whoever asks may read it: drafts, people who have published nothing and what only the dashboard shows are
	 * not for every contributor.
	 */
	public static function readable( string $name ): Subject|\WP_Error {
		$subject = self::subject( $name );
		return is_wp_error( $subject ) || self::may_read( $subject ) ? $subject : new \WP_Error( 'rest_forbidden', __( 'Your account may not read this page.', 'igny8' ), array( 'status' => rest_authorization_required_code() ) );
	}

	private static function may_read( Subject $subject ): bool {
		$object = $subject->object();
		return match ( true ) {
			$object instanceof \WP_Post      => is_post_publicly_viewable( $object ) || Capabilities::may( 'edit_post', $object->ID ),
			$object instanceof \WP_Term      => is_taxonomy_viewable( $object->taxonomy ) || Capabilities::may( 'edit_term', $object->term_id ),
			$object instanceof \WP_User      => get_current_user_id() === $object->ID || Capabilities::may( 'list_users' ) || count_user_posts( $object->ID, array_values( array_filter( get_post_types( array( 'public' => true ) ), 'is_post_type_viewable' ) ), true ) > 0, // As WordPress' own REST API tells of people.
			$object instanceof \WP_Post_Type => is_post_type_viewable( $object ) || Capabilities::may( $object->cap->edit_posts ),
			default                          => true,
		};
	}

	private static function of_name( string $name ): Subject|\WP_Error {
		list( $kind, $what ) = explode( ':', $name, 2 ) + array( '', '' );
		$id                  = (int) $what;
		$post                = 'post' === $kind && $id > 0 ? get_post( $id ) : null;
		$term                = 'term' === $kind && $id > 0 ? get_term( $id ) : null;
		return match ( true ) {
			$post instanceof \WP_Post                                => Subject::post( $post ),
			$term instanceof \WP_Term                                => Subject::term( $term ),
			in_array( $kind, array( 'author', 'user' ), true ) && get_userdata( $id ) instanceof \WP_User => Subject::author( $id ),
			'archive' === $kind && post_type_exists( $what )         => Subject::post_type_archive( $what ),
			'home' === $kind                                         => Subject::home(),
			in_array( $kind, array( 'search', 'date', 'not_found' ), true ) => Subject::of_kind( $kind, $what ),
			/* translators: %s: what was given. */
			default                                                  => new \WP_Error( 'subject_not_found', sprintf( __( 'There is no %s. Give an address of this site, or post:12, term:3, author:1, archive:post, home, search:words, date:2026-11 or not_found.', 'igny8' ), $name ), array( 'status' => 404 ) ),
		};
	}

	private static function of_url( string $url ): Subject|\WP_Error {
		$home = wp_parse_url( home_url( '/' ) );
		$url  = wp_parse_url( str_starts_with( $url, '/' ) && ! str_starts_with( $url, '//' ) ? "{$home['scheme']}://{$home['host']}{$url}" : $url );
		$base = untrailingslashit( $home['path'] ?? '' );
		$path = (string) ( $url['path'] ?? '/' );
		if ( ! is_array( $url ) || strtolower( (string) ( $url['host'] ?? '' ) ) !== strtolower( $home['host'] ) || ! str_starts_with( "{$path}/", "{$base}/" ) ) {
			return new \WP_Error( 'subject_foreign', __( 'That is no address of this site.', 'igny8' ), array( 'status' => 400 ) );
		}
		parse_str( (string) ( $url['query'] ?? '' ), $given );
		$query = new \WP_Query();
		$vars  = self::query_vars( trim( substr( $path, strlen( $base ) ), '/' ), $given );
		if ( array() === $vars && '' !== trim( substr( $path, strlen( $base ) ), '/' ) ) {
			return Subject::of_kind( 'not_found' );
		}
		$query->query( $vars );
		return self::is_found( $query ) ? Subject::of_query( $query ) : Subject::of_kind( 'not_found' );
	}

	/**
	 * What WP::parse_request() makes of a path, without touching the request at hand.
	 *
	 * @param array<string, mixed> $given Parameters of the address.
	 * @return array<string, mixed>
	 */
	private static function query_vars( string $path, array $given ): array {
		global $wp, $wp_rewrite;
		$parser                    = new \WP();
		$parser->public_query_vars = array_unique( array( ...$parser->public_query_vars, ...$wp->public_query_vars ) );
		// phpcs:disable WordPress.Security.NonceVerification -- Nothing of the request is read: it is laid aside while WordPress reads another address, and put back.
		$kept                      = array( $_SERVER, $_GET, $_POST );
		$_SERVER['REQUEST_URI']    = trailingslashit( wp_parse_url( home_url( '/' ), PHP_URL_PATH ) ?: '/' ) . $path . ( array() === $given ? '' : '?' . http_build_query( $given ) );
		$_SERVER['PHP_SELF']       = '/' . $wp_rewrite->index;
		unset( $_SERVER['PATH_INFO'] );
		$_GET  = $given;
		$_POST = array();
		try {
			$parser->parse_request();
		} finally {
			list( $_SERVER, $_GET, $_POST ) = $kept;
			// phpcs:enable WordPress.Security.NonceVerification
		}
		return isset( $parser->query_vars['error'] ) ? array() : array_diff_key( $parser->query_vars, array( 'error' => 1 ) );
	}

	/**
	 * As WP::handle_404() decides.
	 */
	private static function is_found( \WP_Query $query ): bool {
		$object = $query->get_queried_object();
		return $query->is_home() || $query->is_search() || $query->post_count > 0
			|| ( ! $query->is_paged() && ( ( $query->is_author() && $object instanceof \WP_User && is_user_member_of_blog( $object->ID ) ) || ( ( $query->is_tag() || $query->is_category() || $query->is_tax() || $query->is_post_type_archive() ) && null !== $object ) ) );
	}
}
