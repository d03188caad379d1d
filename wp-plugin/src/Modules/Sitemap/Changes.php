<?php
/**
 * Notes during a request which posts, terms and authors have changed; marks their pages and counts them, at its end.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Plugin;
use Igny8\Seo\Subject;

/**
 * A save costs one update of a row per type of post, the dates of the archives that show the post, and counting their
 * pages: crawlers wait for none of it. Loaded by the first change of a request; views load nothing of it.
 */
final class Changes {

	private const SINGLY  = 20;  // Ids marked one by one; more are marked as a span, which may count a few pages too many.
	private const AT_ONCE = 200; // Posts collected before they are written: an import in one process stays small.
	private const COUNT_S = 0.1; // What counting may add to a save, a few times what it takes; a large change is left to cron.

	/**
	 * Kinds of objects, as WordPress names their meta, → kinds of pages.
	 */
	private const KINDS = array( 'post' => 'posts', 'term' => 'taxonomies', 'user' => 'users' );

	private static ?self $instance = null;

	/**
	 * Post type → ids.
	 *
	 * @var array<string, array<int, int>>
	 */
	private array $posts = array();

	/**
	 * Taxonomy → ids of terms whose archives changed.
	 *
	 * @var array<string, array<int, int>>
	 */
	private array $archives = array();

	/**
	 * Term taxonomy ids whose terms are looked up at the end, all at once → whether posts were added or taken away.
	 *
	 * @var array<int, bool>
	 */
	private array $relations = array();

	/**
	 * Pages to mark: kind and subtype → ids.
	 *
	 * @var array<string, array<int, int>>
	 */
	private array $marks = array();

	/**
	 * Kinds and subtypes of which every page is to be marked.
	 *
	 * @var array<string, array{string, string}>
	 */
	private array $everything = array();

	/**
	 * Ids of authors whose archives changed.
	 *
	 * @var array<int, int>
	 */
	private array $authors = array();

	/**
	 * URL → why search engines should look at it.
	 *
	 * @var array<string, string>
	 */
	private array $urls = array();

	private function __construct( private readonly Plugin $plugin ) {
		add_action( 'shutdown', array( $this, 'finish' ), 5 );
	}

	public static function of( Plugin $plugin ): self {
		return self::$instance ??= new self( $plugin );
	}

	/**
	 * A post that is or was public has been saved.
	 */
	public function on_transition( string $new_status, string $old_status, \WP_Post $post ): void {
		if ( ! is_post_type_viewable( $post->post_type ) || 'attachment' === $post->post_type || wp_is_post_revision( $post ) ) {
			return;
		}
		$this->note_post( $post );
		if ( 'publish' === $new_status ) {
			$this->announce( (string) get_permalink( $post ), 'publish' === $old_status ? 'updated' : 'published' );
		} elseif ( 'publish' === $old_status && 'trash' !== $new_status ) { // Trash was announced before its address changed.
			$this->announce( self::public_url( $post ), 'removed' );
		}
	}

	/**
	 * A post's name or parent has changed: its old address leads elsewhere now, and those below it have new ones.
	 */
	public function on_post_updated( \WP_Post $after, \WP_Post $before ): void {
		if ( 'publish' !== $before->post_status || ! is_post_type_viewable( $before->post_type ) ) {
			return;
		}
		if ( $after->post_type !== $before->post_type ) {
			$this->mark( 'posts', $before->post_type, $before->ID );
		}
		if ( $after->post_name !== $before->post_name || $after->post_parent !== $before->post_parent ) {
			'publish' === $after->post_status && $this->announce( self::public_url( $before ), 'moved' );
			is_post_type_hierarchical( $after->post_type ) && $this->mark_all( 'posts', $after->post_type );
		}
	}

	/**
	 * A public post is about to go: afterwards nothing tells its address, terms and author.
	 */
	public function before_removal( int $post_id ): void {
		$post = get_post( $post_id );
		if ( null !== $post && 'publish' === $post->post_status && is_post_type_viewable( $post->post_type ) && 'attachment' !== $post->post_type ) {
			$this->announce( (string) get_permalink( $post ), 'removed' );
			$this->note_post( $post );
			foreach ( self::terms_of( array( $post_id ) ) as $term ) {
				$this->archives[ $term->taxonomy ][ $term->term_id ] = $term->term_id;
			}
		}
	}

	/**
	 * A post has other terms than before.
	 *
	 * @param list<int> $tt_ids     Now.
	 * @param list<int> $old_tt_ids Before.
	 */
	public function on_set_object_terms( int $post_id, array $tt_ids, string $taxonomy, array $old_tt_ids ): void {
		if ( 'publish' !== get_post_status( $post_id ) || ! is_taxonomy_viewable( $taxonomy ) ) {
			return;
		}
		foreach ( array( ...array_diff( $tt_ids, $old_tt_ids ), ...array_diff( $old_tt_ids, $tt_ids ) ) as $tt_id ) {
			$this->relations[ (int) $tt_id ] = true;
		}
	}

	/**
	 * WordPress has counted a term's posts: it may have become empty, or not be empty any more.
	 */
	public function on_counted( int $tt_id ): void {
		$this->relations[ $tt_id ] ??= false;
	}

	/**
	 * A term was made, changed, counted anew or removed.
	 */
	public function on_term( int $term_id, string $taxonomy ): void {
		if ( is_taxonomy_viewable( $taxonomy ) ) {
			$this->mark( 'taxonomies', $taxonomy, $term_id );
			foreach ( is_taxonomy_hierarchical( $taxonomy ) ? get_ancestors( $term_id, $taxonomy, 'taxonomy' ) : array() as $parent ) {
				$this->mark( 'taxonomies', $taxonomy, $parent ); // An empty parent is listed while a child is not empty.
			}
		}
	}

	/**
	 * A term's name in addresses has changed: so have the addresses below it.
	 */
	public function on_term_moved( string $taxonomy ): void {
		is_taxonomy_hierarchical( $taxonomy ) && $this->mark_all( 'taxonomies', $taxonomy );
		'category' === $taxonomy && str_contains( (string) get_option( 'permalink_structure' ), '%category%' ) && $this->mark_all( 'posts', 'post' );
	}

	/**
	 * What an owner said about a page for search engines has changed.
	 */
	public function on_fields( Subject $subject ): void {
		$kind = self::KINDS[ $subject->meta_type() ] ?? '';
		if ( '' !== $kind ) {
			$this->mark( $kind, 'users' === $kind ? '' : $subject->subtype, $subject->id );
			$is_public = 'posts' !== $kind || 'publish' === get_post_status( $subject->id );
			$is_public && $this->announce( $subject->url(), 'updated' );
		}
	}

	public function on_user( int $user_id ): void {
		$this->mark( 'users', '', $user_id );
	}

	/**
	 * The owner leaves out other posts, terms or authors than before.
	 *
	 * @param array<string, mixed> $old Settings, as they are stored.
	 * @param array<string, mixed> $new
	 */
	public function on_settings( array $old, array $new ): void {
		list( $posts, $terms, $users ) = array_map(
			static function ( string $name ) use ( $old, $new ): array {
				list( $before, $after ) = array( (array) ( $old[ $name ] ?? array() ), (array) ( $new[ $name ] ?? array() ) );
				return array_map( 'intval', array( ...array_diff( $before, $after ), ...array_diff( $after, $before ) ) );
			},
			array( 'excluded_posts', 'excluded_terms', 'excluded_authors' )
		);
		_prime_post_caches( $posts, false, false );
		_prime_term_caches( $terms, false );
		foreach ( array_filter( array_map( 'get_post', $posts ) ) as $post ) {
			$this->mark( 'posts', $post->post_type, $post->ID );
		}
		foreach ( array_map( 'get_term', $terms ) as $term ) {
			$term instanceof \WP_Term && $this->mark( 'taxonomies', $term->taxonomy, $term->term_id );
		}
		array_map( array( $this, 'on_user' ), $users );
	}

	/**
	 * @param list<string> $urls Old addresses whose redirects changed.
	 */
	public function on_redirects( array $urls ): void {
		array_map( fn( $url ) => $this->announce( (string) $url, 'moved' ), $urls );
	}

	/**
	 * On `shutdown`: writes, and counts what was marked, so that the next crawler finds it done.
	 */
	public function finish(): void {
		$this->write() && ( new Pages( $this->plugin ) )->refresh( self::COUNT_S );
	}

	/**
	 * Writes all that was noted. At the end, and in between when there is much.
	 *
	 * @return bool Whether anything on a page has changed.
	 */
	public function write(): bool {
		$table = new PagesTable();
		$this->date_archives();
		$has_changed = array() !== $this->marks || array() !== $this->everything;
		foreach ( $this->marks as $name => $ids ) {
			list( $kind, $subtype ) = explode( ' ', $name );
			foreach ( count( $ids ) > self::SINGLY ? array( array( min( $ids ), max( $ids ) ) ) : array_map( static fn( int $id ) => array( $id, $id ), $ids ) as list( $from, $to ) ) {
				$table->mark( $kind, $subtype, $from, $to );
			}
		}
		if ( array() !== $this->urls ) {
			( new IndexNow( $this->plugin ) )->queue( $this->urls );
		}
		foreach ( $this->everything as list( $kind, $subtype ) ) {
			$table->mark( $kind, $subtype, 0, PagesTable::END );
		}
		$this->marks      = array();
		$this->everything = array();
		$this->urls       = array();
		return $has_changed;
	}

	/**
	 * Dates of the archives that show the posts, and their pages.
	 */
	private function date_archives(): void {
		$now   = gmdate( 'Y-m-d H:i:s' );
		$terms = array() === $this->relations ? array() : get_terms( array( 'term_taxonomy_id' => array_keys( $this->relations ), 'hide_empty' => false, 'update_term_meta_cache' => false ) );
		foreach ( is_array( $terms ) ? $terms : array() as $term ) {
			if ( $this->relations[ $term->term_taxonomy_id ] && is_taxonomy_viewable( $term->taxonomy ) ) {
				$this->archives[ $term->taxonomy ][ $term->term_id ] = $term->term_id;
			}
			$this->on_term( $term->term_id, $term->taxonomy );
		}
		$ids = array_merge( array(), ...array_values( $this->posts ) );
		foreach ( array() === $ids ? array() : self::terms_of( $ids ) as $term ) {
			$this->archives[ $term->taxonomy ][ $term->term_id ] = $term->term_id;
		}
		foreach ( $this->archives as $taxonomy => $terms ) {
			foreach ( $terms as $term_id ) {
				update_term_meta( $term_id, Terms::LASTMOD, $now );
				$this->on_term( $term_id, $taxonomy );
			}
		}
		foreach ( $this->authors as $user_id ) {
			update_user_meta( $user_id, Authors::lastmod_key(), $now );
			$this->mark( 'users', '', $user_id );
		}
		$this->posts     = array();
		$this->relations = array();
		$this->archives  = array();
		$this->authors   = array();
	}

	private function note_post( \WP_Post $post ): void {
		$this->posts[ $post->post_type ][ $post->ID ] = $post->ID;
		$this->mark( 'posts', $post->post_type, $post->ID );
		if ( 'post' === $post->post_type ) {
			$this->authors[ (int) $post->post_author ] = (int) $post->post_author;
		}
		if ( count( $this->posts[ $post->post_type ] ) >= self::AT_ONCE ) {
			$this->write();
		}
	}

	private function mark( string $kind, string $subtype, int $id ): void {
		$this->marks[ "{$kind} {$subtype}" ][ $id ] = $id;
	}

	private function mark_all( string $kind, string $subtype ): void {
		$this->everything[ "{$kind} {$subtype}" ] = array( $kind, $subtype );
	}

	private function announce( string $url, string $why ): void {
		/**
		 * Whether search engines are told that something about an address has changed. An import says no: thousands of pages get
		 * their values from another place, and stay as they were.
		 *
		 * @param bool   $is_told
		 * @param string $url
		 * @param string $why     published, updated, moved or removed.
		 */
		if ( '' !== $url && apply_filters( 'igny8/sitemap/announces', true, $url, $why ) ) {
			$this->urls[ $url ] = $why;
		}
	}

	/**
	 * @param list<int> $post_ids
	 * @return list<\WP_Term>
	 */
	private static function terms_of( array $post_ids ): array {
		$taxonomies = array_filter( get_taxonomies( array( 'public' => true ) ), 'is_taxonomy_viewable' );
		$terms      = wp_get_object_terms( $post_ids, array_values( $taxonomies ), array( 'update_term_meta_cache' => false ) );
		return is_wp_error( $terms ) ? array() : $terms;
	}

	/**
	 * The address a post has, or had, as a public one.
	 */
	private static function public_url( \WP_Post $post ): string {
		$public              = clone $post;
		$public->post_status = 'publish';
		return (string) get_permalink( $public );
	}
}
