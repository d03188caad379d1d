<?php
/**
 * Follows addresses that change or go: posts, pages with their children, terms.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

/**
 * Address before and address after are compared, so that it does not matter what changed it: slug, parent, date, author,
 * category. A rule made here leads to the post or term itself, wherever that moves later; when an old address is used
 * again, its rule goes.
 */
final class Watch {

	public const ORIGIN = 'auto';

	/**
	 * `post 12` or `term 3` → addresses before the change, of this request.
	 *
	 * @var array<string, array{path: Path, base: Path|null}>
	 */
	private static array $before = array();

	/**
	 * @param array<string, mixed> $settings All of the module.
	 */
	public function __construct( private readonly array $settings ) {}

	/**
	 * A post is about to be changed.
	 */
	public function on_pre_post_update( int $post_id ): void {
		$post = get_post( $post_id );
		if ( null !== $post && $this->is_watched( $post ) ) {
			$path = Path::of( (string) get_permalink( $post ) );
			null === $path || self::$before[ "post {$post_id}" ] ??= array( 'path' => $path, 'base' => null );
		}
	}

	/**
	 * A post was saved, with its terms and meta.
	 */
	public function on_wp_after_insert_post( int $post_id, \WP_Post $post ): void {
		$before = self::$before[ "post {$post_id}" ] ?? null;
		unset( self::$before[ "post {$post_id}" ] );
		if ( ! $this->is_watched( $post ) ) {
			return;
		}
		$path = Path::of( (string) get_permalink( $post ) );
		if ( null === $path ) {
			return;
		}
		$this->release( $path );
		if ( null !== $before && $before['path']->full() !== $path->full() && $this->settings['on_slug_change'] ) {
			$this->redirect( $before['path'], $this->has_children( $post ), array( 'target_type' => 'post', 'target_id' => $post_id ) );
		}
	}

	/**
	 * A term is about to be changed.
	 */
	public function on_edit_terms( int $term_id, string $taxonomy ): void {
		$path = is_taxonomy_viewable( $taxonomy ) ? self::term_path( $term_id, $taxonomy ) : null;
		null === $path || self::$before[ "term {$term_id}" ] = array( 'path' => $path, 'base' => self::posts_base( $term_id, $taxonomy ) );
	}

	public function on_edited_term( int $term_id, int $tt_id, string $taxonomy ): void {
		$before = self::$before[ "term {$term_id}" ] ?? null;
		unset( self::$before[ "term {$term_id}" ] );
		$path = is_taxonomy_viewable( $taxonomy ) ? self::term_path( $term_id, $taxonomy ) : null;
		if ( null === $path ) {
			return;
		}
		$this->release( $path );
		if ( null === $before || ! $this->settings['on_slug_change'] ) {
			return;
		}
		if ( $before['path']->full() !== $path->full() ) {
			$is_tree = is_taxonomy_hierarchical( $taxonomy ) && array() !== get_terms( array( 'taxonomy' => $taxonomy, 'parent' => $term_id, 'hide_empty' => false, 'fields' => 'ids', 'number' => 1 ) );
			$this->redirect( $before['path'], $is_tree, array( 'target_type' => 'term', 'target_id' => $term_id ) );
		}
		$base = self::posts_base( $term_id, $taxonomy );
		if ( null !== $base && null !== $before['base'] && $base->path !== $before['base']->path ) {
			$this->redirect( $before['base'], true, array( 'target' => $base->path ) );
		}
	}

	/**
	 * A published post is about to go to the trash, or for good.
	 */
	public function on_removal( \WP_Post $post ): void {
		if ( $this->is_watched( $post ) ) {
			$this->remove( Path::of( (string) get_permalink( $post ) ), get_the_title( $post ), 'post', $post->ID, fn() => $this->above_post( $post ) );
		}
	}

	/**
	 * A term is about to be deleted.
	 */
	public function on_pre_delete_term( int $term_id, string $taxonomy ): void {
		$term = get_term( $term_id, $taxonomy );
		if ( $term instanceof \WP_Term && is_taxonomy_viewable( $taxonomy ) ) {
			$this->remove( self::term_path( $term_id, $taxonomy ), $term->name, 'term', $term_id, static fn() => $term->parent > 0 ? array( 'target_type' => 'term', 'target_id' => $term->parent ) : array( 'target' => '/' ) );
		}
	}

	/**
	 * @param callable(): array<string, mixed> $above Where to send its visitors.
	 */
	private function remove( ?Path $path, string $title, string $type, int $id, callable $above ): void {
		if ( null === $path || '/' === $path->path || '' !== $path->query ) {
			return; // Plain permalinks name the post by its number: nothing else ever stands there.
		}
		match ( $this->settings['on_removal'] ) {
			'gone'   => $this->redirect( $path, false, array( 'code' => 410 ) ),
			'parent' => $this->redirect( $path, false, $above() ),
			'offer'  => ( new MissLog( new MissesTable(), $this->settings ) )->offer( $path, $title, $type, $id ),
			default  => null,
		};
	}

	/**
	 * @return array<string, mixed>
	 */
	private function above_post( \WP_Post $post ): array {
		if ( $post->post_parent > 0 && 'publish' === get_post_status( $post->post_parent ) ) {
			return array( 'target_type' => 'post', 'target_id' => $post->post_parent );
		}
		foreach ( get_object_taxonomies( $post->post_type, 'objects' ) as $taxonomy ) {
			$terms = $taxonomy->hierarchical && is_taxonomy_viewable( $taxonomy ) ? get_the_terms( $post, $taxonomy->name ) : array();
			if ( is_array( $terms ) && array() !== $terms ) {
				return array( 'target_type' => 'term', 'target_id' => $terms[0]->term_id );
			}
		}
		$archive = get_post_type_archive_link( $post->post_type );
		return array( 'target' => is_string( $archive ) ? $archive : '/' );
	}

	/**
	 * An address is in use: no rule of ours may stand there, and nothing is missing.
	 */
	private function release( Path $path ): void {
		$rules = new Rules();
		$found = $rules->table->select( array( 'hash' => array( Path::hash( 'exact', $path->path, $path->query ), Path::hash( 'prefix', $path->path ) ), 'origin' => self::ORIGIN ), 'id', 10 );
		array() === $found || $rules->delete( array_column( $found, 'id' ), 'auto' );
		( new MissesTable() )->delete( array( 'hash' => Path::hash( 'exact', $path->path ) ) );
	}

	/**
	 * @param array<string, mixed> $target
	 */
	private function redirect( Path $from, bool $with_children, array $target ): void {
		if ( '/' === $from->path || '' !== $from->query ) {
			return;
		}
		$rule  = array( 'source' => str_replace( array( '%', '?', '#' ), array( '%25', '%3F', '%23' ), $from->path ), 'match' => $with_children ? 'prefix' : 'exact' ) + $target;
		$rules = new Rules();
		$saved = $rules->save( $rule, 0, false, self::ORIGIN );
		$other = is_wp_error( $saved ) && 'rule_exists' === $saved->get_error_code() ? $rules->table->find( array( 'id' => $saved->get_error_data()['rule'] ) ) : null;
		if ( null !== $other && self::ORIGIN === $other['origin'] ) {
			$rules->save( $rule, $other['id'] ); // An owner's own rule stays as it is.
		}
	}

	private function is_watched( \WP_Post $post ): bool {
		return 'publish' === $post->post_status && 'attachment' !== $post->post_type && is_post_type_viewable( $post->post_type ) && ! ( 'page' === get_option( 'show_on_front' ) && (int) get_option( 'page_on_front' ) === $post->ID );
	}

	private function has_children( \WP_Post $post ): bool {
		return is_post_type_hierarchical( $post->post_type ) && array() !== get_posts( array( 'post_type' => $post->post_type, 'post_parent' => $post->ID, 'post_status' => 'publish', 'fields' => 'ids', 'numberposts' => 1, 'suppress_filters' => true ) );
	}

	private static function term_path( int $term_id, string $taxonomy ): ?Path {
		$url = get_term_link( $term_id, $taxonomy );
		return is_string( $url ) ? Path::of( $url ) : null;
	}

	/**
	 * Where posts of a category stand when its slug is part of their addresses; null when it is not.
	 */
	private static function posts_base( int $term_id, string $taxonomy ): ?Path {
		$structure = (string) get_option( 'permalink_structure' );
		$at        = strpos( $structure, '%category%' );
		$start     = false === $at || 'category' !== $taxonomy ? '%' : substr( $structure, 0, $at );
		if ( str_contains( $start, '%' ) ) {
			return null;
		}
		$term  = get_term( $term_id, $taxonomy );
		$slugs = array();
		for ( $depth = 0; $term instanceof \WP_Term && $depth < 20; $depth++ ) {
			array_unshift( $slugs, $term->slug );
			$term = $term->parent > 0 ? get_term( $term->parent, $taxonomy ) : null;
		}
		return Path::of( $start . implode( '/', $slugs ) );
	}
}
