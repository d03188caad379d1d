<?php
/**
 * Where planned pages stand in WordPress: their posts and terms, addresses, and how far they are.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

final class Pages {

	public function __construct( private readonly TasksTable $tasks ) {}

	/**
	 * How far a task's page is: queued, in_progress, failed, drafted, published, or what WordPress says when somebody
	 * took the post in hand: pending, future, private, trash, missing.
	 *
	 * @param array<string, mixed> $task
	 */
	public function status( array $task ): string {
		if ( 0 === $task['object_id'] ) {
			return $task['status'];
		}
		if ( 'term' === $task['object_type'] ) {
			return TermWriter::is_published( $task['object_id'] ) ? 'published' : 'drafted';
		}
		$status = get_post_status( $task['object_id'] );
		return match ( $status ) {
			'publish' => 'published',
			'draft'   => 'drafted',
			false     => 'missing',
			default   => $status,
		};
	}

	/**
	 * A task as other modules see it.
	 *
	 * @param array<string, mixed> $task
	 * @return array{page: string, kind: string, title: string, type: string, id: int, status: string, state: string, object_type: string, url: string, edit_url: string}
	 */
	public function object( array $task ): array {
		$is_term = 'term' === $task['object_type'];
		$status  = $this->status( $task );
		$is_here = $task['object_id'] > 0 && 'missing' !== $status;
		$term    = $is_term && $is_here ? get_term( $task['object_id'] ) : null;
		$is_here = $is_here && ( ! $is_term || $term instanceof \WP_Term );
		$url     = match ( true ) {
			! $is_here => '',
			$is_term   => 'published' === $status ? get_term_link( $term ) : add_query_arg( 'preview', 'true', (string) get_term_link( $term ) ),
			default    => 'published' === $status ? get_permalink( $task['object_id'] ) : get_preview_post_link( $task['object_id'] ),
		};
		return array(
			'page'        => $task['page_id'],
			'kind'        => $task['kind'],
			'title'       => $is_here && ! $is_term ? html_entity_decode( get_post_field( 'post_title', $task['object_id'], 'raw' ), ENT_QUOTES, 'UTF-8' ) : $task['title'],
			'type'        => $task['object_type'],
			'id'          => $is_here ? $task['object_id'] : 0,
			'status'      => $status,
			'state'       => $task['state'],
			'object_type' => $is_here ? ( $is_term ? $term->taxonomy : get_post_type( $task['object_id'] ) ) : '',
			'url'         => is_string( $url ) ? $url : '',
			'edit_url'    => $is_here && $this->may( 'edit', $task ) ? (string) ( $is_term ? get_edit_term_link( $term ) : get_edit_post_link( $task['object_id'], 'raw' ) ) : '',
		);
	}

	/**
	 * @param list<string> $page_ids
	 * @return array<string, array{page: string, kind: string, title: string, type: string, id: int, status: string, state: string, object_type: string, url: string, edit_url: string}> By page id; only pages with a task.
	 */
	public function objects( array $page_ids ): array {
		$tasks = $this->tasks->select( array( 'page_id' => $page_ids ), 'position', TasksTable::ALL );
		$this->prime( $tasks );
		return array_column( array_map( array( $this, 'object' ), $tasks ), null, 'page' );
	}

	/**
	 * @param array<string, mixed> $task
	 */
	public function content( array $task ): string {
		return match ( true ) {
			0 === $task['object_id']         => '',
			'term' === $task['object_type'] => (string) get_term_meta( $task['object_id'], Meta::CONTENT, true ),
			default                          => get_post( $task['object_id'] )->post_content ?? '',
		};
	}

	/**
	 * @param array<string, mixed> $task
	 */
	public function store_content( array $task, string $content ): bool|\WP_Error {
		if ( 'term' !== $task['object_type'] ) {
			return Storage::update_content( $task['object_id'], $content );
		}
		update_term_meta( $task['object_id'], Meta::CONTENT, wp_slash( $content ) );
		return true;
	}

	/**
	 * Whether the user of this request may do this to a page. Without one, as under WP-CLI and WP-Cron, the door decided.
	 *
	 * @param 'edit'|'publish'     $what
	 * @param array<string, mixed> $task
	 */
	public function may( string $what, array $task ): bool {
		if ( 0 === get_current_user_id() ) {
			return defined( 'WP_CLI' ) || wp_doing_cron();
		}
		return 'term' === $task['object_type'] ? current_user_can( 'edit_term', $task['object_id'] ) : current_user_can( "{$what}_post", $task['object_id'] );
	}

	/**
	 * Loads posts and terms of many tasks in a few queries.
	 *
	 * @param list<array<string, mixed>> $tasks
	 */
	public function prime( array $tasks ): void {
		$ids = array( 'post' => array(), 'term' => array() );
		foreach ( $tasks as $task ) {
			if ( $task['object_id'] > 0 ) {
				$ids[ $task['object_type'] ][] = $task['object_id'];
			}
		}
		array() === $ids['post'] || _prime_post_caches( $ids['post'], false, true );
		array() === $ids['term'] || _prime_term_caches( $ids['term'], true );
	}
}
