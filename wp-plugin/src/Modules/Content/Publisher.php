<?php
/**
 * Publishes written pages in bounded steps, parents first, and tells menus and links about them.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

use Igny8\Lock;

/**
 * First everything is published, then it is announced in portions: so a page's links are all placed in one go. Killed
 * anywhere, the next call goes on: what is published but unannounced is noted in the tasks.
 */
final class Publisher {

	private const STEP_S    = 6;  // Of a browser's request; one portion of announcing may still follow.
	private const PORTION   = 30; // Pages announced at once: linking them and their neighbours takes about 2 s.
	private const LEASE_S   = 20; // Renewed with every page; longer than one portion takes.
	private const LOCK_S    = 22; // A second caller waits longer than a dead one's lease, so that its work is taken over.

	private int $published = 0;

	/**
	 * @var list<array{page: string, title: string, code: string, note: string}>
	 */
	private array $pages = array();

	public function __construct(
		private readonly TasksTable $tasks,
		private readonly Pages $page_list,
	) {}

	/**
	 * One step.
	 *
	 * @param list<string> $page_ids Empty: all composed pages.
	 * @return array<string, mixed>|\WP_Error done, total and remaining count each page twice: published, announced.
	 */
	public function step( array $page_ids, bool $is_dry = false ): array|\WP_Error {
		$lock = $is_dry ? null : Lock::take( 'content_publish', self::LEASE_S, self::LOCK_S );
		if ( ! $is_dry && null === $lock ) {
			return $this->progress( $this->waiting( $page_ids ), $page_ids );
		}
		try {
			$waiting = $this->waiting( $page_ids, ! $is_dry );
			$refused = $this->refusal( $page_ids, $waiting );
			if ( null !== $refused ) {
				return $refused;
			}
			return $is_dry ? $this->preview( $waiting ) : $this->work( $waiting, $page_ids, $lock );
		} finally {
			$lock?->release();
		}
	}

	/**
	 * @param list<array<string, mixed>> $waiting
	 * @param list<string>               $page_ids
	 * @return array<string, mixed>
	 */
	private function work( array $waiting, array $page_ids, Lock $lock ): array {
		$until = time() + self::STEP_S;
		wp_defer_term_counting( true );
		foreach ( $waiting as $position => $task ) {
			if ( time() >= $until || ! $lock->renew() ) {
				break;
			}
			$this->publish( $task );
			unset( $waiting[ $position ] );
		}
		wp_defer_term_counting( false );
		if ( array() === $waiting && $lock->renew() ) {
			$this->announce( $lock );
		}
		return $this->progress( $waiting, $page_ids );
	}

	/**
	 * Tells everybody about one portion of newly published pages.
	 */
	public function announce( ?Lock $lock = null ): void {
		$page_ids = array_column( $this->tasks->unannounced( self::PORTION ), 'page_id' );
		if ( array() === $page_ids ) {
			return;
		}
		/**
		 * Pages have been published; may come again for the same pages after an interruption.
		 *
		 * @param list<string> $page_ids
		 */
		do_action( 'igny8/content/published', $page_ids ); // phpcs:ignore WordPress.NamingConventions.ValidHookName -- Project-wide form igny8/<module>/<past_tense>.
		if ( null === $lock || $lock->renew() ) {
			$this->tasks->mark_announced( $page_ids );
		}
	}

	/**
	 * What there is to publish, in order.
	 *
	 * @param list<string> $page_ids
	 * @return list<array<string, mixed>>
	 */
	private function waiting( array $page_ids, bool $catches_up = false ): array {
		$tasks = array() === $page_ids ? $this->tasks->unpublished() : $this->tasks->select( array( 'page_id' => $page_ids ), 'position', TasksTable::ALL );
		$this->page_list->prime( $tasks );
		$kept  = array();
		$known = array_column( $tasks, null, 'page_id' );
		foreach ( array_diff( $page_ids, array_keys( $known ) ) as $page_id ) {
			$this->note( array( 'page_id' => $page_id, 'title' => '' ), 'not_planned', __( 'There is no such page.', 'igny8' ) );
		}
		foreach ( $tasks as $task ) {
			$catches_up && $this->catch_up( $task );
			$obstacle = $this->obstacle( $task );
			if ( null === $obstacle ) {
				$kept[] = $task;
			} elseif ( array() !== $page_ids ) {
				$this->note( $task, ...$obstacle );
			}
		}
		return $kept;
	}

	/**
	 * A post that was published while nobody could note it: a request killed in between, this module switched off.
	 *
	 * @param array<string, mixed> $task
	 */
	private function catch_up( array $task ): void {
		if ( null === $task['published_at'] && $task['object_id'] > 0 && 'published' === $this->page_list->status( $task ) ) {
			$this->tasks->change( $task['page_id'], array( 'published_at' => TasksTable::now(), 'needs_announcing' => 1 ) );
		}
	}

	/**
	 * Why a page is not published, or null.
	 *
	 * @param array<string, mixed> $task
	 * @return array{string, string}|null Code and text.
	 */
	private function obstacle( array $task ): ?array {
		$status = $this->page_list->status( $task );
		return match ( true ) {
			'published' === $status               => array( 'already_published', __( 'already published', 'igny8' ) ),
			'completed' !== $task['status']       => array( 'not_written', __( 'not written yet', 'igny8' ) ),
			'brief' === $task['state']            => array( 'is_brief', __( 'a brief: complete it in the editor and publish it there', 'igny8' ) ),
			'trash' === $status                   => array( 'in_trash', __( 'in the trash', 'igny8' ) ),
			'missing' === $status                 => array( 'is_missing', __( 'deleted; retry its task to make it again', 'igny8' ) ),
			in_array( $status, array( 'future', 'private', 'pending' ), true ) => array( 'has_own_status', __( 'somebody has scheduled it, made it private or put it up for review', 'igny8' ) ),
			! $this->page_list->may( 'publish', $task ) => array( 'not_allowed', __( 'your account may not publish it', 'igny8' ) ),
			default                               => null,
		};
	}

	/**
	 * A refusal of the whole call: pages were named, and there is nothing to do for any of them.
	 *
	 * @param list<string>               $page_ids
	 * @param list<array<string, mixed>> $waiting
	 */
	private function refusal( array $page_ids, array $waiting ): ?\WP_Error {
		$is_over = array() !== $page_ids && array() === $waiting && 0 === $this->tasks->count( array( 'page_id' => $page_ids, 'needs_announcing' => 1 ) );
		if ( ! $is_over || array() === $this->pages ) {
			return null;
		}
		$codes = array_unique( array_column( $this->pages, 'code' ) );
		$code  = 1 === count( $codes ) ? $codes[0] : 'nothing_to_publish';
		$notes = array_map( static fn( array $page ) => '' === $page['title'] ? "{$page['page']}: {$page['note']}" : "{$page['title']}: {$page['note']}", array_slice( $this->pages, 0, 5 ) );
		return new \WP_Error( $code, implode( ' · ', $notes ), array( 'status' => 'not_planned' === $code ? 404 : 409, 'pages' => $this->pages ) );
	}

	/**
	 * @param array<string, mixed> $task
	 */
	private function publish( array $task ): void {
		if ( 'term' === $task['object_type'] ) {
			TermWriter::publish( $task['object_id'] );
			$this->tasks->change( $task['page_id'], array( 'published_at' => TasksTable::now(), 'needs_announcing' => 1 ) );
		} else {
			// The task is noted by Watch, as it is when somebody publishes in the editor.
			$change = array( 'ID' => $task['object_id'], 'post_status' => 'publish' ) + $this->late_parent( $task );
			$saved  = Storage::write( static fn() => wp_update_post( $change, true ) );
			if ( is_wp_error( $saved ) ) {
				$this->tasks->fail( $task['page_id'], $saved );
				$this->note( $task, (string) $saved->get_error_code(), $saved->get_error_message() );
				return;
			}
		}
		++$this->published;
		$this->note( $task, 'published', '' );
	}

	/**
	 * A page written before its parent gets it now, unless somebody has worked on the page.
	 *
	 * @param array<string, mixed> $task
	 * @return array{post_parent?: int}
	 */
	private function late_parent( array $task ): array {
		$post = get_post( $task['object_id'] );
		if ( '' === $task['parent'] || 'page' !== $post->post_type || 0 !== $post->post_parent || md5( $post->post_content ) !== $task['content_hash'] ) {
			return array();
		}
		$parent = $this->tasks->of_page( $task['parent'] );
		return 'post' === ( $parent['object_type'] ?? '' ) ? array( 'post_parent' => $parent['object_id'] ) : array();
	}

	/**
	 * @param array<string, mixed> $task
	 */
	private function note( array $task, string $code, string $note ): void {
		$this->pages[] = array(
			'page'  => $task['page_id'],
			'title' => $task['title'],
			'code'  => $code,
			'note'  => $note,
		);
	}

	/**
	 * @param list<array<string, mixed>> $waiting
	 * @return array<string, mixed>
	 */
	private function preview( array $waiting ): array {
		foreach ( $waiting as $task ) {
			$this->note( $task, 'would_publish', '' );
		}
		return $this->progress( $waiting, array_column( $waiting, 'page_id' ) );
	}

	/**
	 * @param list<array<string, mixed>> $waiting
	 * @param list<string>               $page_ids
	 * @return array<string, mixed>
	 */
	private function progress( array $waiting, array $page_ids ): array {
		$unannounced = $this->tasks->count( array( 'needs_announcing' => 1 ) );
		$published   = $this->tasks->count_published( $page_ids );
		$total       = 2 * ( $published + count( $waiting ) );
		$remaining   = 2 * count( $waiting ) + $unannounced;
		return array(
			'done'            => max( 0, $total - $remaining ),
			'total'           => max( $total, $remaining ),
			'remaining'       => $remaining,
			'pages_published' => $this->published,
			'pages'           => $this->pages,
		);
	}
}
