<?php
/**
 * What search engines may do with a page: the directives of the robots meta tag.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

/**
 * The site's directives, above them those of the kind of page, above them the page's own; then WordPress' filter
 * `wp_robots`, so that what other plugins say counts too. Directives as Google documents them for the robots meta tag.
 */
final class Robots {

	private const SWITCHES = array( 'noindex', 'index', 'nofollow', 'follow', 'noarchive', 'noimageindex', 'nosnippet', 'notranslate', 'indexifembedded', 'none', 'all' );
	private const VALUED   = array( 'max-snippet', 'max-image-preview', 'max-video-preview', 'unavailable_after' );
	private const PREVIEWS = array( 'none', 'standard', 'large' );

	/**
	 * @return array<string, bool|string>
	 */
	public static function of( Resolver $page ): array {
		$own    = self::parse( (string) $page->own( 'robots' ) );
		$robots = self::above( self::parse( (string) Choices::get( 'robots' ) ), self::parse( Templates::get( $page->kind, 'robots' ) ) );
		if ( self::is_thin( $page ) ) {
			$robots = self::above( $robots, array( 'noindex' => true ) );
		}
		$robots = self::above( $robots, $own );
		if ( $page->thing instanceof \WP_Post && '' !== $page->thing->post_password ) {
			$robots = self::above( $robots, array( 'noindex' => true ) ); // Nobody who comes from a search can read it.
		}
		return self::settle( self::filtered( $robots ) );
	}

	/**
	 * A comma list as people and other plugins write it; what is no directive is left out.
	 *
	 * @return array<string, bool|string>
	 */
	public static function parse( string $list ): array {
		$robots = array();
		foreach ( explode( ',', $list ) as $directive ) {
			list( $name, $value ) = array_map( 'trim', explode( ':', $directive, 2 ) ) + array( '', '' );
			$name                 = strtolower( $name );
			if ( in_array( $name, self::SWITCHES, true ) ) {
				$robots = match ( $name ) {
					'none'  => array( 'noindex' => true, 'nofollow' => true ) + $robots,
					'all'   => array( 'index' => true, 'follow' => true ) + $robots,
					default => array( $name => true ) + $robots,
				};
			} elseif ( in_array( $name, self::VALUED, true ) && self::is_valid( $name, $value ) ) {
				$robots[ $name ] = $value;
			}
		}
		return $robots;
	}

	/**
	 * @param array<string, bool|string> $robots
	 */
	public static function text( array $robots ): string {
		$parts = array();
		foreach ( $robots as $name => $value ) {
			if ( is_string( $value ) || is_int( $value ) ) {
				$parts[] = "{$name}:{$value}";
			} elseif ( $value ) {
				$parts[] = $name;
			}
		}
		return implode( ', ', $parts );
	}

	/**
	 * @param array<string, bool|string> $below
	 * @param array<string, bool|string> $above Wins, also by the opposite word.
	 * @return array<string, bool|string>
	 */
	private static function above( array $below, array $above ): array {
		foreach ( array( 'index' => 'noindex', 'noindex' => 'index', 'follow' => 'nofollow', 'nofollow' => 'follow' ) as $word => $opposite ) {
			if ( isset( $above[ $word ] ) ) {
				unset( $below[ $opposite ] );
			}
		}
		return $above + $below;
	}

	/**
	 * What other plugins and WordPress itself say. WordPress' own defaults come first (10), ours above them, a later filter above ours.
	 *
	 * @param array<string, bool|string> $ours
	 * @return array<string, bool|string>
	 */
	private static function filtered( array $ours ): array {
		$merge = static fn( $theirs ) => self::merge( (array) $theirs, $ours );
		add_filter( 'wp_robots', $merge, 11 );
		$robots = (array) apply_filters( 'wp_robots', array() ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WordPress' own hook.
		remove_filter( 'wp_robots', $merge, 11 );
		return $robots;
	}

	/**
	 * @param array<string, bool|string> $theirs
	 * @param array<string, bool|string> $ours
	 * @return array<string, bool|string>
	 */
	private static function merge( array $theirs, array $ours ): array {
		$forbids = array_intersect_key( array_filter( $theirs ), array( 'noindex' => 1, 'nofollow' => 1 ) ); // Who forbids has a reason: a cart, a staging site.
		return self::above( self::above( $theirs, $ours ), $forbids );
	}

	/**
	 * Contradictions and what says nothing taken out: `index, follow` is what every page has, and a page out of the index has no snippet.
	 *
	 * @param array<string, bool|string> $robots
	 * @return array<string, bool|string>
	 */
	private static function settle( array $robots ): array {
		$robots = array_filter( $robots, static fn( $value ) => false !== $value && null !== $value && '' !== $value );
		if ( ! empty( $robots['noindex'] ) ) {
			$follow = empty( $robots['nofollow'] ) ? array( 'follow' => true ) : array( 'nofollow' => true );
			return array( 'noindex' => true ) + $follow + array_intersect_key( $robots, array( 'noarchive' => 1, 'noimageindex' => 1, 'indexifembedded' => 1 ) );
		}
		unset( $robots['index'], $robots['follow'] );
		if ( ! empty( $robots['nosnippet'] ) ) {
			unset( $robots['max-snippet'] );
		}
		return $robots;
	}

	/**
	 * Archives without posts, and later pages where the owner wants so.
	 */
	private static function is_thin( Resolver $page ): bool {
		global $wp_query;
		if ( $page->subject->page > 1 && Choices::get( 'noindex_paged' ) && 'post' !== $page->subject->kind ) {
			return true;
		}
		if ( ! Choices::get( 'noindex_empty' ) || ! in_array( $page->subject->kind, array( 'term', 'author', 'post_type_archive', 'date' ), true ) ) {
			return false;
		}
		if ( did_action( 'wp' ) && Subject::current()->key() === $page->subject->key() ) {
			return 0 === (int) $wp_query->post_count && '' === self::own_content( $page->subject );
		}
		return $page->thing instanceof \WP_Term && 0 === $page->thing->count && '' === self::own_content( $page->subject ) && ! self::shows_children( $page->thing );
	}

	/**
	 * Whether an archive without posts of its own shows those of a term below it, as WordPress does at any depth.
	 */
	private static function shows_children( \WP_Term $term ): bool {
		$below = is_taxonomy_hierarchical( $term->taxonomy ) ? get_term_children( $term->term_id, $term->taxonomy ) : array();
		if ( ! is_array( $below ) || array() === $below ) {
			return false;
		}
		return array() !== get_terms( array( 'taxonomy' => $term->taxonomy, 'include' => $below, 'hide_empty' => true, 'hierarchical' => false, 'number' => 1, 'fields' => 'ids', 'update_term_meta_cache' => false ) );
	}

	/**
	 * A term of the blueprint has content of its own: its archive is a page without posts too.
	 */
	private static function own_content( Subject $subject ): string {
		return 'term' === $subject->kind ? (string) $subject->meta( \Igny8\Modules\Content\Meta::CONTENT ) : '';
	}

	private static function is_valid( string $name, string $value ): bool {
		return match ( $name ) {
			'max-image-preview' => in_array( $value, self::PREVIEWS, true ),
			'unavailable_after' => false !== strtotime( $value ),
			default             => 1 === preg_match( '/^(?:-1|\d{1,5})$/', $value ),
		};
	}
}
