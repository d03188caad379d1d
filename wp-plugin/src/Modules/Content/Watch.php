<?php
/**
 * Follows what people do with the pages' posts: publish them in the editor, take them back, delete them.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

/**
 * Its callbacks run when a post is saved or deleted, never on a visitor's page view.
 */
final class Watch {

	public function __construct( private readonly TasksTable $tasks ) {}

	/**
	 * Links and menus are changed a moment later, by WP-Cron: the editor that published still has the post open.
	 */
	public function on_transition_post_status( string $new_status, string $old_status, \WP_Post $post ): void {
		$was = 'publish' === $old_status;
		$is  = 'publish' === $new_status;
		if ( $was === $is ) {
			return;
		}
		$page_id = (string) get_post_meta( $post->ID, Meta::PAGE, true );
		if ( '' === $page_id || $post->ID !== ( $this->tasks->of_page( $page_id )['object_id'] ?? 0 ) ) {
			return;
		}
		if ( $is ) {
			$this->tasks->change( $page_id, array( 'published_at' => TasksTable::now(), 'needs_announcing' => 1 ) );
			$this->announce_soon();
			return;
		}
		$this->take_back( $page_id );
	}

	/**
	 * A page that moved has another address, and so have the pages below it: menus and links must follow.
	 */
	public function on_post_updated( int $post_id, \WP_Post $after, \WP_Post $before ): void {
		$has_moved = 'publish' === $after->post_status && ( $after->post_name !== $before->post_name || $after->post_parent !== $before->post_parent );
		if ( ! $has_moved || 'publish' !== $before->post_status || '' === (string) get_post_meta( $post_id, Meta::PAGE, true ) ) {
			return;
		}
		$below = array( $post_id );
		while ( array() !== $below ) {
			foreach ( $below as $id ) {
				$this->tasks->change( (string) get_post_meta( $id, Meta::PAGE, true ), array( 'needs_announcing' => 1 ) );
			}
			$below = get_posts( array( 'post_type' => 'page', 'post_parent__in' => $below, 'meta_key' => Meta::PAGE, 'posts_per_page' => -1, 'fields' => 'ids' ) ); // phpcs:ignore WordPress.DB.SlowDBQuery -- Only when somebody moves a page.
		}
		$this->announce_soon();
	}

	/**
	 * A deleted post is not made again by itself; retrying its task does.
	 */
	public function on_before_delete_post( int $post_id ): void {
		$page_id = (string) get_post_meta( $post_id, Meta::PAGE, true );
		if ( '' === $page_id || $post_id !== ( $this->tasks->of_page( $page_id )['object_id'] ?? 0 ) ) {
			return;
		}
		if ( 'publish' === get_post_status( $post_id ) ) {
			$this->take_back( $page_id );
		}
		$this->forget( $page_id );
		$this->tasks->fail( $page_id, new \WP_Error( 'deleted', __( 'Somebody deleted it. Retry to have it made again.', 'igny8' ) ) );
	}

	/**
	 * A deleted term comes back with the blueprint, and its page with it.
	 */
	public function on_pre_delete_term( int $term_id ): void {
		$page_id = (string) get_term_meta( $term_id, Meta::PAGE, true );
		if ( '' === $page_id || $term_id !== ( $this->tasks->of_page( $page_id )['object_id'] ?? 0 ) ) {
			return;
		}
		if ( TermWriter::is_published( $term_id ) ) {
			$this->take_back( $page_id );
		}
		$this->forget( $page_id );
		$this->tasks->change( $page_id, array( 'status' => 'queued', 'error' => null ) );
	}

	private function announce_soon(): void {
		wp_next_scheduled( Module::ANNOUNCE ) || wp_schedule_single_event( time(), Module::ANNOUNCE );
	}

	private function take_back( string $page_id ): void {
		$this->tasks->change( $page_id, array( 'published_at' => null, 'needs_announcing' => 0 ) );
		/**
		 * Pages that visitors cannot reach any more.
		 *
		 * @param list<string> $page_ids
		 */
		do_action( 'igny8/content/unpublished', array( $page_id ) ); // phpcs:ignore WordPress.NamingConventions.ValidHookName -- Project-wide form igny8/<module>/<past_tense>.
	}

	private function forget( string $page_id ): void {
		$this->tasks->change( $page_id, array( 'object_type' => '', 'object_id' => 0, 'state' => '', 'content_hash' => '', 'job_id' => 0, 'attempts' => 0 ) );
	}
}
