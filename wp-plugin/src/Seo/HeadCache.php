<?php
/**
 * Keeps the tags of a page in the object cache where that outlives the request; elsewhere nothing is kept.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

/**
 * Why no copy of heads stands in the database: docs/decisions/0009-no-copy-of-heads.md. One entry an object holds the heads
 * of all its pages and languages, so that a change of the object drops them together.
 */
final class HeadCache {

	private const GROUP   = 'igny8_head';
	private const VERSION = 'version'; // Changes with settings, terms, users and the site: then all heads are made anew.
	private const KINDS   = array( 'post', 'term', 'author', 'post_type_archive', 'home' );
	private const PAGES   = 20; // Heads kept of one object: the pages of an archive that visitors open.

	/**
	 * Options that stand in heads or decide about addresses, besides our own.
	 */
	private const OPTIONS = array( 'blogname', 'blogdescription', 'blog_public', 'home', 'siteurl', 'permalink_structure', 'category_base', 'tag_base', 'show_on_front', 'page_on_front', 'page_for_posts', 'posts_per_page', 'date_format', 'time_format', 'timezone_string', 'gmt_offset', 'WPLANG', 'site_icon', 'active_plugins', 'stylesheet' );

	/**
	 * Lets heads go when what they are made of changes. Called where there is a lasting object cache.
	 */
	public static function boot(): void {
		$forget_all = static function (): void {
			self::forget_all();
		};
		add_action( 'clean_post_cache', static fn( $id, $post ) => 'attachment' === ( $post->post_type ?? '' ) ? self::forget_all() : self::forget( (int) $id ), 10, 2 );
		add_action( 'post_updated', static fn( $id, $after, $before ) => is_post_type_hierarchical( $after->post_type ) && self::is_renamed( $after, $before ) && self::forget_all(), 10, 3 );
		foreach ( array( 'added_post_meta', 'updated_post_meta', 'deleted_post_meta' ) as $hook ) {
			add_action( $hook, static fn( $meta_ids, $id ) => self::forget( (int) $id ), 10, 2 );
		}
		foreach ( array( 'created_term', 'edited_term', 'delete_term', 'added_term_meta', 'updated_term_meta', 'deleted_term_meta', 'profile_update', 'deleted_user', 'switch_theme', 'activated_plugin', 'deactivated_plugin' ) as $hook ) {
			add_action( $hook, $forget_all );
		}
		add_action( 'set_object_terms', static fn( $id ) => self::forget( (int) $id ) );
		foreach ( array( 'added_user_meta', 'updated_user_meta', 'deleted_user_meta' ) as $hook ) { // A log-in writes meta too: of ours only.
			add_action( $hook, static fn( $meta_ids, $id, $key ) => str_starts_with( (string) $key, '_igny8_' ) && self::forget_all(), 10, 3 );
		}
		foreach ( array( 'added_option', 'updated_option', 'deleted_option' ) as $hook ) {
			add_action( $hook, static fn( $name ) => self::stands_in_heads( (string) $name ) && self::forget_all() );
		}
		add_action( 'update_site_option_' . \Igny8\Settings::NETWORK, $forget_all );
	}

	/**
	 * @return list<array{tag: string, attributes?: array<string, string>, content?: string|array<mixed>}>|null Null: not kept.
	 */
	public static function recall( Subject $subject ): ?array {
		if ( ! self::may_keep( $subject ) ) {
			return null;
		}
		$found = wp_cache_get_multiple( array( self::VERSION, self::key( $subject ) ), self::GROUP ); // One round trip.
		$kept  = $found[ self::key( $subject ) ];
		return is_array( $kept ) && $kept['stamp'] === self::stamp( $subject, $found[ self::VERSION ] ) ? $kept['heads'][ self::name( $subject ) ] ?? null : null;
	}

	/**
	 * @param list<array{tag: string, attributes?: array<string, string>, content?: string|array<mixed>}> $tags
	 * @return list<array{tag: string, attributes?: array<string, string>, content?: string|array<mixed>}> The same.
	 */
	public static function keep( Subject $subject, array $tags ): array {
		if ( ! self::may_keep( $subject ) ) {
			return $tags;
		}
		$stamp = self::stamp( $subject, wp_cache_get( self::VERSION, self::GROUP ) );
		$kept  = wp_cache_get( self::key( $subject ), self::GROUP );
		$heads = is_array( $kept ) && $kept['stamp'] === $stamp ? array_slice( $kept['heads'], 0, self::PAGES - 1, true ) : array();
		wp_cache_set(
			self::key( $subject ),
			array(
				'stamp' => $stamp,
				'heads' => array( self::name( $subject ) => $tags ) + $heads,
			),
			self::GROUP,
			DAY_IN_SECONDS
		);
		return $tags;
	}

	/**
	 * All heads of a post.
	 */
	public static function forget( int $post_id ): void {
		wp_cache_delete( "post:{$post_id}", self::GROUP );
	}

	/**
	 * All heads of the site.
	 */
	public static function forget_all(): bool {
		return wp_cache_set( self::VERSION, uniqid( '', true ), self::GROUP );
	}

	/**
	 * Only the page that is being shown to whoever may see it: what REST asks for is asked seldom, and a protected post has
	 * two faces.
	 */
	private static function may_keep( Subject $subject ): bool {
		if ( ! in_array( $subject->kind, self::KINDS, true ) || ! did_action( 'wp' ) || is_preview() || Subject::current()->key() !== $subject->key() ) {
			return false;
		}
		$post = 'post' === $subject->kind ? get_post( $subject->id ) : null;
		return null === $post || '' === $post->post_password;
	}

	/**
	 * Of the object, whatever page.
	 */
	private static function key( Subject $subject ): string {
		return $subject->on_page( 1 )->key();
	}

	private static function name( Subject $subject ): string {
		global $wp_query;
		// What a visitor adds to an address, such as ?hour=3, makes another list of posts of the same archive.
		return $subject->page . '|' . md5( (string) wp_json_encode( $wp_query->query ) ) . '|' . get_locale() . '|' . ( is_ssl() ? 's' : '' ) . '|' . wp_date( 'Ymd' ); // {current_date} may stand in it.
	}

	/**
	 * Archives speak of their posts: how many pages there are, whether there are any.
	 */
	private static function stamp( Subject $subject, mixed $version ): string {
		return (string) $version . ( 'post' === $subject->kind ? '' : wp_cache_get_last_changed( 'posts' ) );
	}

	/**
	 * Options of the site, and settings of our modules; not what modules count in options of their own.
	 */
	private static function stands_in_heads( string $option ): bool {
		return in_array( $option, self::OPTIONS, true ) || \Igny8\Settings::MODULES === $option
			|| ( str_starts_with( $option, 'igny8_' ) && array_key_exists( substr( $option, 6 ), \Igny8\Plugin::MODULES ) );
	}

	private static function is_renamed( \WP_Post $after, \WP_Post $before ): bool {
		return array( $after->post_title, $after->post_name, $after->post_parent, $after->post_status ) !== array( $before->post_title, $before->post_name, $before->post_parent, $before->post_status );
	}
}
