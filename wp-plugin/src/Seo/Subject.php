<?php
/**
 * What a page is about: a post, a term, an author, an archive, the home page, a search, nothing.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

/**
 * Titles, tags, schema and breadcrumbs are made for a subject, never for "the current page": the same code serves a
 * visitor, REST and WP-CLI. `kind` is one of KINDS; `subtype` the post type or taxonomy, of a date its period (`2026-11`), of
 * a search what was searched for; `id` of the post, term or user.
 */
final class Subject {

	public const KINDS = array( 'post', 'term', 'author', 'post_type_archive', 'home', 'date', 'search', 'not_found', 'other' );

	/**
	 * Field of Fields → meta key it is kept under.
	 */
	public const META = array(
		'title'            => '_igny8_meta_title',
		'description'      => '_igny8_meta_description',
		'robots'           => '_igny8_robots',
		'canonical'        => '_igny8_canonical',
		'og_title'         => '_igny8_og_title',
		'og_description'   => '_igny8_og_description',
		'og_image'         => '_igny8_og_image',
		'x_title'          => '_igny8_x_title',
		'x_description'    => '_igny8_x_description',
		'x_image'          => '_igny8_x_image',
		'x_card'           => '_igny8_x_card',
		'keyphrases'       => '_igny8_keyphrases',
		'primary_terms'    => '_igny8_primary_terms',
		'breadcrumb_title' => '_igny8_breadcrumb_title',
		'is_cornerstone'   => '_igny8_is_cornerstone',
		'schema'           => '_igny8_schema',
		'redirect'         => '_igny8_redirect',
	);

	/**
	 * Kinds that carry their own values, as WordPress names their meta.
	 */
	private const META_TYPES = array( 'post' => 'post', 'term' => 'term', 'author' => 'user' );

	/**
	 * @param int $page Page of an archive or of a post split by page breaks, from 1.
	 */
	private function __construct(
		public readonly string $kind,
		public readonly string $subtype = '',
		public readonly int $id = 0,
		public readonly int $page = 1,
	) {}

	/**
	 * What the main query has found. Costs no query.
	 */
	public static function current(): self {
		global $wp_query;
		return self::of_query( $wp_query );
	}

	/**
	 * What a query stands for, once it has run.
	 */
	public static function of_query( \WP_Query $query ): self {
		$page  = max( 1, (int) $query->get( 'paged' ), (int) $query->get( 'page' ) );
		$found = $query->get_queried_object();
		return match ( true ) {
			$query->is_404()                  => new self( 'not_found' ),
			$query->is_search()               => new self( 'search', trim( (string) $query->get( 's' ) ), 0, $page ),
			$found instanceof \WP_Post        => self::of_found_post( $found, $query, $page ),
			$query->is_home()                 => new self( 'home', page: $page ),
			$found instanceof \WP_Term        => new self( 'term', $found->taxonomy, $found->term_id, $page ),
			$found instanceof \WP_User        => new self( 'author', '', $found->ID, $page ),
			$found instanceof \WP_Post_Type   => new self( 'post_type_archive', $found->name, 0, $page ),
			$query->is_date()                 => new self( 'date', Dates::of_query( $query ), 0, $page ),
			default                           => new self( 'other', page: $page ),
		};
	}

	/**
	 * A static front page and the page of posts have pages as archives do. Of any other post only those that page breaks
	 * make count: `paged` belongs to a list that its template may show, and `/news/2/` would be no page of it.
	 */
	private static function of_found_post( \WP_Post $post, \WP_Query $query, int $page ): self {
		$subject = self::post( $post );
		return $subject->on_page( $subject->is_front() || $subject->is_posts_page() ? $page : (int) $query->get( 'page' ) );
	}

	public static function post( \WP_Post $post ): self {
		return new self( 'post', $post->post_type, $post->ID );
	}

	public static function term( \WP_Term $term ): self {
		return new self( 'term', $term->taxonomy, $term->term_id );
	}

	public static function author( int $user_id ): self {
		return new self( 'author', '', $user_id );
	}

	public static function post_type_archive( string $post_type ): self {
		return new self( 'post_type_archive', $post_type );
	}

	/**
	 * The home page when it lists posts; a static front page is a post.
	 */
	public static function home(): self {
		$page_id = 'page' === get_option( 'show_on_front' ) ? get_post( (int) get_option( 'page_on_front' ) ) : null;
		return $page_id instanceof \WP_Post ? self::post( $page_id ) : new self( 'home' );
	}

	/**
	 * `search`, `not_found` or `date`, which no object stands for.
	 *
	 * @param string $subtype What was searched for, or the period: `2026-11`.
	 */
	public static function of_kind( string $kind, string $subtype = '' ): self {
		return new self( $kind, $subtype );
	}

	/**
	 * Another page of the same.
	 */
	public function on_page( int $page ): self {
		return new self( $this->kind, $this->subtype, $this->id, max( 1, $page ) );
	}

	/**
	 * How many pages it has, 0 when nobody knows: of an archive only its own view does.
	 */
	public function page_total(): int {
		global $wp_query;
		if ( 'post' === $this->kind && ! $this->is_posts_page() ) {
			$post = get_post( $this->id );
			return $post ? 1 + substr_count( $post->post_content, '<!--nextpage-->' ) : 0;
		}
		return $wp_query instanceof \WP_Query && did_action( 'wp' ) && self::current()->key() === $this->key() ? (int) $wp_query->max_num_pages : 0;
	}

	/**
	 * A name for caches and logs: `post:12`, `term:3`, `home`, with `/2` for a second page.
	 */
	public function key(): string {
		return $this->kind . ( $this->id ? ":{$this->id}" : ( $this->subtype ? ":{$this->subtype}" : '' ) ) . ( $this->page > 1 ? "/{$this->page}" : '' );
	}

	/**
	 * The post, term, user or post type; null when it is gone or there is none.
	 */
	public function object(): \WP_Post|\WP_Term|\WP_User|\WP_Post_Type|null {
		$object = match ( $this->kind ) {
			'post'              => get_post( $this->id ),
			'term'              => get_term( $this->id, $this->subtype ),
			'author'            => get_userdata( $this->id ),
			'post_type_archive' => get_post_type_object( $this->subtype ),
			default             => null,
		};
		return is_object( $object ) && ! is_wp_error( $object ) ? $object : null;
	}

	/**
	 * Whether it is the page at the root of the site, whatever stands there.
	 */
	public function is_front(): bool {
		return 'page' === get_option( 'show_on_front' )
			? 'post' === $this->kind && (int) get_option( 'page_on_front' ) === $this->id
			: 'home' === $this->kind;
	}

	/**
	 * Whether it is the page that the owner chose to list the posts.
	 */
	public function is_posts_page(): bool {
		return 'post' === $this->kind && 'page' === get_option( 'show_on_front' ) && (int) get_option( 'page_for_posts' ) === $this->id;
	}

	/**
	 * One value of the object's meta, '' when it has none. Of a post it costs no query on its own page.
	 */
	public function meta( string $key ): mixed {
		if ( 'post_type_archive' === $this->kind && 'product' === $this->subtype ) {
			$shop = Product::shop_page(); // What its owner says of the page is meant of the archive: nobody sees the page itself.
			return null === $shop ? '' : get_post_meta( $shop->ID, $key, true );
		}
		return $this->has_meta() ? get_metadata( self::META_TYPES[ $this->kind ], $this->id, $key, true ) : '';
	}

	public function has_meta(): bool {
		return $this->id > 0 && isset( self::META_TYPES[ $this->kind ] );
	}

	/**
	 * `post`, `term` or `user`, as register_meta() and get_metadata() want it; '' for what has no meta.
	 */
	public function meta_type(): string {
		return self::META_TYPES[ $this->kind ] ?? '';
	}

	/**
	 * Address of its first page; '' for what has none of its own (404, other).
	 */
	public function url(): string {
		$url = match ( $this->kind ) {
			'post'              => get_permalink( $this->id ),
			'term'              => get_term_link( $this->id, $this->subtype ),
			'author'            => get_author_posts_url( $this->id ),
			'post_type_archive' => get_post_type_archive_link( $this->subtype ),
			'home'              => home_url( '/' ),
			'date'              => Dates::url( $this->subtype ),
			'search'            => '' === $this->subtype ? '' : get_search_link( $this->subtype ),
			default             => '',
		};
		return is_string( $url ) ? $url : '';
	}
}
