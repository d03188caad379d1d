<?php
/**
 * The way from the front page to a page, as data: for the block, the shortcode, schema and WordPress' own block.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

/**
 * A step is `array{name: string, url: string}`, the name plain text. The page itself is the last step; nothing comes before
 * the front page.
 */
final class Breadcrumbs {

	/**
	 * Longest step, in characters: a trail of three stands on one line of a wide screen.
	 */
	private const LONGEST = 200;

	/**
	 * @return list<array{name: string, url: string}>
	 */
	public static function trail( Subject $subject ): array {
		$home  = array( 'name' => self::home_name(), 'url' => home_url( '/' ) );
		$steps = $subject->is_front() ? array( $home ) : array( $home, ...self::above( $subject ), self::itself( $subject ) );
		if ( $subject->page > 1 ) {
			/* translators: %s: number of a page. */
			$steps[] = array( 'name' => sprintf( __( 'Page %s', 'igny8' ), number_format_i18n( $subject->page ) ), 'url' => '' );
		}
		$steps = array_values( array_filter( $steps, static fn( array $step ) => '' !== $step['name'] ) );
		/**
		 * The way to a page: what breadcrumbs show and schema says.
		 *
		 * @param list<array{name: string, url: string}> $steps   Plain text and addresses, from the front page to the page itself.
		 * @param Subject                                $subject
		 */
		return apply_filters( 'igny8/seo/breadcrumbs', $steps, $subject );
	}

	public static function home_name(): string {
		$name = Text::plain( (string) Choices::of( 'breadcrumbs', 'home' ), self::LONGEST );
		return '' === $name ? __( 'Home', 'igny8' ) : $name;
	}

	/**
	 * @return array{name: string, url: string}
	 */
	private static function itself( Subject $subject ): array {
		$page = Resolver::of( $subject );
		$own  = (string) $page->own( 'breadcrumb_title' );
		$name = '' !== $own ? $own : ( 'post' === $subject->kind || 'term' === $subject->kind || 'author' === $subject->kind ? $page->variables->value( 'title' ) : $page->variables->value( 'archive_title' ) );
		return array( 'name' => Text::plain( $name, self::LONGEST ), 'url' => $subject->url() );
	}

	/**
	 * @return list<array{name: string, url: string}>
	 */
	private static function above( Subject $subject ): array {
		$thing = $subject->object();
		return match ( true ) {
			$thing instanceof \WP_Post => array( ...self::archive( $subject, $thing->post_type ), ...self::above_post( $thing ) ),
			$thing instanceof \WP_Term => array( ...self::archive( $subject, get_taxonomy( $thing->taxonomy )->object_type[0] ?? '' ), ...self::term_parents( $thing ) ),
			'date' === $subject->kind  => self::above_date( $subject->subtype ),
			default                    => array(),
		};
	}

	/**
	 * Meta of terms costs a query on a post's page, so a site where no term has a name of its own does not ask for it (see
	 * SettingNotes, which notes that one has).
	 */
	private static function terms_have_names(): bool {
		return ! empty( \Igny8\Settings::stored( Choices::MODULE )['terms_have_names'] );
	}

	/**
	 * The page of posts, or the archive of a post type.
	 *
	 * @return list<array{name: string, url: string}>
	 */
	private static function archive( Subject $subject, string $post_type ): array {
		if ( ! Choices::of( 'breadcrumbs', 'shows_archive' ) || '' === $post_type || $subject->is_posts_page() ) {
			return array();
		}
		if ( 'post' === $post_type ) {
			$page = 'page' === get_option( 'show_on_front' ) ? get_post( (int) get_option( 'page_for_posts' ) ) : null;
			return $page instanceof \WP_Post ? array( self::post_step( $page ) ) : array();
		}
		$type = get_post_type_object( $post_type );
		$url  = null !== $type && $type->has_archive ? (string) get_post_type_archive_link( $post_type ) : '';
		$shop = 'product' === $post_type ? Product::shop_page() : null;
		return '' === $url ? array() : array( array( 'name' => Text::plain( $shop->post_title ?? $type->labels->name, self::LONGEST ), 'url' => $url ) );
	}

	/**
	 * Parents of a page, or the primary term of a post with its parents.
	 *
	 * @return list<array{name: string, url: string}>
	 */
	private static function above_post( \WP_Post $post ): array {
		if ( $post->post_parent > 0 ) {
			$parents = array_filter( array_map( 'get_post', array_reverse( get_post_ancestors( $post ) ) ) );
			return array_map( array( self::class, 'post_step' ), array_values( array_filter( $parents, 'is_post_publicly_viewable' ) ) ); // A private parent's name is not for visitors, and its address leads nowhere.
		}
		$taxonomies = (array) Choices::of( 'breadcrumbs', 'taxonomies' );
		$term       = PrimaryTerm::of( $post, (string) ( $taxonomies[ $post->post_type ] ?? Variables::main_taxonomy( $post->post_type ) ) );
		return null === $term ? array() : array( ...self::term_parents( $term ), self::term_step( $term ) );
	}

	/**
	 * @return list<array{name: string, url: string}>
	 */
	private static function term_parents( \WP_Term $term ): array {
		$steps = array();
		for ( $level = 0; $term->parent > 0 && $level < 10; $level++ ) { // A damaged tree may go round in circles.
			$parent = get_term( $term->parent, $term->taxonomy );
			if ( ! $parent instanceof \WP_Term ) {
				break;
			}
			array_unshift( $steps, self::term_step( $parent ) );
			$term = $parent;
		}
		return $steps;
	}

	/**
	 * @return list<array{name: string, url: string}>
	 */
	private static function above_date( string $period ): array {
		$steps = array();
		for ( $length = 4; $length < strlen( $period ); $length += 3 ) { // 2026, then 2026-11.
			$longer  = substr( $period, 0, $length );
			$steps[] = array( 'name' => Dates::label( $longer ), 'url' => Dates::url( $longer ) );
		}
		return $steps;
	}

	/**
	 * @return array{name: string, url: string}
	 */
	private static function post_step( \WP_Post $post ): array {
		$own = (string) get_post_meta( $post->ID, Subject::META['breadcrumb_title'], true );
		return array( 'name' => Text::plain( '' === $own ? $post->post_title : $own, self::LONGEST ), 'url' => (string) get_permalink( $post ) );
	}

	/**
	 * @return array{name: string, url: string}
	 */
	private static function term_step( \WP_Term $term ): array {
		$own = self::terms_have_names() ? (string) get_term_meta( $term->term_id, Subject::META['breadcrumb_title'], true ) : '';
		$url = get_term_link( $term );
		return array( 'name' => Text::plain( '' === $own ? $term->name : $own, self::LONGEST ), 'url' => is_string( $url ) ? $url : '' );
	}
}
