<?php
/**
 * Content: turns the planned pages into posts and term pages, and publishes them.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

/**
 * What other modules may ask of it: the public methods below, and the hooks `igny8/content/drafted`,
 * `igny8/content/published` and `igny8/content/unpublished`.
 */
final class Module extends \Igny8\Module {

	/**
	 * Cron event of on_announce(). Here and not in Watch, so that hooking it up does not load that class.
	 */
	public const ANNOUNCE = 'igny8_content_announce';

	/**
	 * Class of the callouts that only editors see. Here, because every group on a page is asked for it.
	 */
	public const EDITOR_NOTE = 'igny8-content-callout-editor';

	public function slug(): string {
		return 'content';
	}

	public function label(): string {
		return __( 'Content', 'igny8' );
	}

	public function description(): string {
		return __( 'Creates the planned pages as drafts, in native blocks, and publishes them.', 'igny8' );
	}

	public function screen(): array {
		return array( 'label' => $this->label(), 'capability' => 'edit_others_posts' );
	}

	public function tables(): array {
		return array( new TasksTable() );
	}

	public function settings(): array {
		return array(
			'prose' => array(
				'type'        => 'boolean',
				'default'     => true,
				'title'       => __( 'Let a language model write articles', 'igny8' ),
				'description' => __( 'Where the engine has one. Otherwise, and without this, articles become briefs for you to complete.', 'igny8' ),
			),
		);
	}

	public function operations(): array {
		$tasks = new TasksTable();
		return array(
			...( new RunOperations( $this->plugin, $tasks ) )->all(),
			( new PublishOperation( $this->plugin, $tasks ) )->publish(),
			...( new ListOperations( $tasks, new Pages( $tasks ) ) )->all(),
			...( new WriteOperations( $this->plugin, $tasks ) )->all(),
		);
	}

	public function boot(): void {
		add_action( 'transition_post_status', static fn( $new_status, $old_status, $post ) => ( new Watch( new TasksTable() ) )->on_transition_post_status( $new_status, $old_status, $post ), 10, 3 );
		add_action( 'post_updated', static fn( $post_id, $after, $before ) => ( new Watch( new TasksTable() ) )->on_post_updated( $post_id, $after, $before ), 10, 3 );
		add_action( 'before_delete_post', static fn( $post_id ) => ( new Watch( new TasksTable() ) )->on_before_delete_post( $post_id ) );
		add_action( 'pre_delete_term', static fn( $term_id ) => ( new Watch( new TasksTable() ) )->on_pre_delete_term( $term_id ) );
		add_action( 'wp', static fn() => is_tax() && TermArchive::on_wp() );
		add_filter( 'render_block_core/group', static fn( $html, $block ) => str_contains( (string) ( $block['attrs']['className'] ?? '' ), self::EDITOR_NOTE ) ? EditorNotes::hide( $html ) : $html, 10, 2 );
		add_action( 'rest_api_init', array( Meta::class, 'register' ) );
		add_action( self::ANNOUNCE, array( $this, 'on_announce' ) );
	}

	/**
	 * What a page view reads of our meta needs no registration; writing and REST do.
	 */
	public function register(): void {
		wp_using_themes() || Meta::register();
	}

	public function deactivate(): void {
		wp_unschedule_hook( self::ANNOUNCE );
	}

	/**
	 * Links and menus follow what somebody published in the editor.
	 */
	public function on_announce(): void {
		$tasks = new TasksTable();
		( new Publisher( $tasks, new Pages( $tasks ) ) )->announce();
		array() === $tasks->unannounced( 1 ) || wp_schedule_single_event( time(), self::ANNOUNCE );
	}

	/**
	 * Where planned pages stand, by page id; pages without a task are left out.
	 *
	 * @param list<string> $page_ids
	 * @return array<string, array{page: string, kind: string, title: string, type: string, id: int, status: string, state: string, object_type: string, url: string, edit_url: string}> status: queued, in_progress, failed, drafted, published, pending, future, private, trash or missing.
	 */
	public function page_objects( array $page_ids ): array {
		return ( new Pages( new TasksTable() ) )->objects( $page_ids );
	}

	/**
	 * @return array{page: string, kind: string, title: string, type: string, id: int, status: string, state: string, object_type: string, url: string, edit_url: string}|null
	 */
	public function page_object( string $page_id ): ?array {
		return $this->page_objects( array( $page_id ) )[ $page_id ] ?? null;
	}

	/**
	 * For the structure screens. A draft is `drafted` when it may be published, `brief` when only the owner can complete
	 * it, `written` when a model wrote it.
	 *
	 * @param list<string> $page_ids
	 * @return array<string, array{status: string, id: int, type: string, edit_url: string, view_url: string}>
	 */
	public function page_states( array $page_ids ): array {
		return array_map(
			static fn( array $page ) => array(
				'status'   => 'drafted' === $page['status'] ? array( 'brief' => 'brief', 'draft' => 'written' )[ $page['state'] ] ?? 'drafted' : $page['status'],
				'id'       => $page['id'],
				'type'     => $page['type'],
				'edit_url' => $page['edit_url'],
				'view_url' => $page['url'],
			),
			$this->page_objects( $page_ids )
		);
	}

	/**
	 * Ids of all published pages, in the order of work.
	 *
	 * @return list<string>
	 */
	public function published_pages(): array {
		return ( new TasksTable() )->published_ids( true );
	}

	/**
	 * A page's blocks, '' when it has none yet.
	 */
	public function page_content( string $page_id ): string {
		$tasks = new TasksTable();
		$task  = $tasks->of_page( $page_id );
		return null === $task ? '' : ( new Pages( $tasks ) )->content( $task );
	}

	/**
	 * Replaces a page's blocks in one save, unfiltered and without a revision.
	 */
	public function store_page_content( string $page_id, string $content ): bool|\WP_Error {
		$tasks = new TasksTable();
		$task  = $tasks->of_page( $page_id );
		/* translators: %s: id of a page. */
		return null === $task || 0 === $task['object_id'] ? new \WP_Error( 'page_missing', sprintf( __( 'Page %s has no post or term.', 'igny8' ), $page_id ) ) : ( new Pages( $tasks ) )->store_content( $task, $content );
	}
}
