<?php
/**
 * Takes the last apply back: removes what it made and restores what it changed, as long as nobody uses it since.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

use Igny8\Lock;

/**
 * Works off the journal backwards in bounded steps. What somebody uses or has edited is kept and reported.
 */
final class Undo {

	/**
	 * Changes per call; removing a term costs about as much as making it (Apply::STEP).
	 */
	private const STEP = 100;

	public function __construct(
		private readonly BlueprintsTable $blueprints,
		private readonly ChangesTable $changes,
		private readonly Taxonomies $taxonomies,
	) {}

	/**
	 * One step.
	 *
	 * @param string $batch The batch to take back, or '' for the last one. Only the last one can be.
	 * @return array{batch: string, version: int, done: int, total: int, remaining: int, kept: int, changes: list<array{action: string, type: string, object: string, note: string}>}|\WP_Error
	 */
	public function step( string $batch ): array|\WP_Error {
		$lock = Lock::take( ChangesTable::LOCK, ChangesTable::LEASE_S, ChangesTable::WAIT_S );
		if ( null === $lock ) {
			return new \WP_Error( 'busy', __( 'Another apply or undo is running. Try again in a minute.', 'igny8' ), array( 'status' => 409 ) );
		}
		try {
			$this->taxonomies->refresh();
			$last = $this->changes->newest_batch( array( 'done', 'started' ) );
			if ( '' !== $batch && $batch !== $last ) {
				return $this->refuse( $batch );
			}
			if ( '' === $last ) {
				return new \WP_Error( 'nothing_to_undo', __( 'There is nothing to undo.', 'igny8' ), array( 'status' => 409 ) );
			}
			$this->changes->abandon_open();
			$rows = $this->changes->undoable( $last, self::STEP );
			$all  = $this->changes->count( array( 'batch_id' => $last, 'status' => array( 'done', 'started' ) ) );
			$made = array();
			foreach ( $rows as $index => $change ) {
				if ( ! $lock->renew() ) {
					break; // We were so slow that another request has taken over.
				}
				$made[] = $this->take_back( $change, $index + 1 === $all );
			}
			return $this->progress( $last, $made );
		} finally {
			$lock->release();
		}
	}

	/**
	 * Asked again for a batch that is undone already: that is no error, there is just nothing left.
	 *
	 * @return array<string, mixed>|\WP_Error
	 */
	private function refuse( string $batch ): array|\WP_Error {
		$rows = $this->changes->count_by( 'status', array( 'batch_id' => $batch ) );
		if ( array() === $rows ) {
			return new \WP_Error( 'batch_not_found', __( 'There is no such apply.', 'igny8' ), array( 'status' => 404 ) );
		}
		if ( isset( $rows['done'] ) || isset( $rows['started'] ) ) {
			return new \WP_Error( 'not_the_last', __( 'Only the last apply can be undone. Undo the later ones first.', 'igny8' ), array( 'status' => 409 ) );
		}
		return $this->progress( $batch, array() );
	}

	/**
	 * @param array<string, mixed> $change
	 * @return array<string, mixed> The row as it is now.
	 */
	private function take_back( array $change, bool $is_last ): array {
		$reason = match ( $change['object_type'] ) {
			'taxonomy'  => $this->undo_taxonomy( $change ),
			'term'      => $this->undo_term( $change ),
			'blueprint' => $this->undo_activation( $change ),
			'menu'      => ( new Menu( $this->changes ) )->undo( $change ),
			'option'    => ( new FrontPage( $this->changes ) )->undo( $change ),
		};
		if ( $is_last ) {
			flush_rewrite_rules( false );
			/**
			 * An apply has been undone; the version that was active before it is so again. May come twice for one undo.
			 *
			 * @param int $version The version whose apply was undone.
			 */
			do_action( 'igny8/blueprint/undone', self::version( $change['batch_id'] ) );
		}
		$now = array(
			'status'    => '' === $reason ? 'undone' : 'retained',
			'reason'    => $reason,
			'undone_at' => \Igny8\Table::now(),
		);
		$this->changes->update( $now, array( 'id' => $change['id'] ) );
		return $now + $change;
	}

	/**
	 * @param array<string, mixed> $change
	 * @return string Why it was kept, or ''.
	 */
	private function undo_taxonomy( array $change ): string {
		$stored = $this->taxonomies->all()[ $change['object_key'] ] ?? null;
		if ( null === $stored ) {
			return '';
		}
		if ( 'create' !== $change['action'] ) {
			$this->taxonomies->store( $change['object_key'], $change['old_state'] );
			return '';
		}
		$count = count( Taxonomies::terms( $stored['name'] ) );
		if ( $count > 0 ) {
			/* translators: %d: number of terms. */
			return sprintf( _n( '%d term of it is kept', '%d terms of it are kept', $count, 'igny8' ), $count );
		}
		$this->taxonomies->store( $change['object_key'], null );
		return '';
	}

	/**
	 * @param array<string, mixed> $change
	 * @return string Why it was kept, or ''.
	 */
	private function undo_term( array $change ): string {
		list( $slug, $term_slug ) = explode( '/', $change['object_key'] );
		$taxonomy                 = Taxonomies::name( $slug );
		$term                     = taxonomy_exists( $taxonomy ) ? get_term_by( 'slug', $term_slug, $taxonomy ) : false;
		if ( false === $term ) {
			return $this->is_renamed( $change ) ? __( 'its slug has been changed since', 'igny8' ) : '';
		}
		if ( 'create' !== $change['action'] ) {
			return $this->restore_term( $term, $change );
		}
		$reason = $this->in_use( $term, $change );
		if ( '' === $reason ) {
			wp_delete_term( $term->term_id, $taxonomy );
		}
		return $reason;
	}

	/**
	 * @param array<string, mixed> $change
	 */
	private function is_renamed( array $change ): bool {
		return 0 !== $change['object_id'] && get_term( $change['object_id'] ) instanceof \WP_Term;
	}

	/**
	 * @param array<string, mixed> $change
	 */
	private function restore_term( \WP_Term $term, array $change ): string {
		$old = $change['old_state'];
		if ( get_term_meta( $term->term_id, Taxonomies::PAGE_META, true ) === $change['new_state']['page'] ) {
			'' === $old['page'] ? delete_term_meta( $term->term_id, Taxonomies::PAGE_META ) : update_term_meta( $term->term_id, Taxonomies::PAGE_META, $old['page'] );
		}
		if ( $old['name'] === $change['new_state']['name'] ) {
			return '';
		}
		if ( html_entity_decode( $term->name, ENT_QUOTES ) !== $change['new_state']['name'] ) {
			return __( 'its name has been changed since', 'igny8' );
		}
		wp_update_term( $term->term_id, $term->taxonomy, array( 'name' => wp_slash( $old['name'] ) ) );
		return '';
	}

	/**
	 * @param array<string, mixed> $change
	 * @return string How somebody uses a term we made, or ''.
	 */
	private function in_use( \WP_Term $term, array $change ): string {
		// get_objects_in_term() sees drafts too, unlike the term's count.
		$posts = count( (array) get_objects_in_term( $term->term_id, $term->taxonomy ) );
		if ( $posts > 0 ) {
			/* translators: %d: number of posts. */
			return sprintf( _n( '%d post has it', '%d posts have it', $posts, 'igny8' ), $posts );
		}
		$is_same = html_entity_decode( $term->name, ENT_QUOTES ) === $change['new_state']['name'] && '' === $term->description && 0 === $term->parent;
		if ( ! $is_same ) {
			return __( 'it has been edited since', 'igny8' );
		}
		$meta = array_diff( array_keys( (array) get_term_meta( $term->term_id ) ), array( Taxonomies::PAGE_META ) );
		return array() === $meta ? '' : __( 'it has content of its own', 'igny8' );
	}

	/**
	 * @param array<string, mixed> $change
	 */
	private function undo_activation( array $change ): string {
		$version = $change['new_state']['version'];
		if ( ( $this->blueprints->active()['version'] ?? 0 ) === $version ) {
			$this->blueprints->deactivate( $version, $change['old_state']['version'] );
		}
		return '';
	}

	private static function version( string $batch ): int {
		return (int) substr( $batch, 1 );
	}

	/**
	 * @param list<array<string, mixed>> $made Rows of this step; when nothing remains, those of the whole batch are told.
	 * @return array{batch: string, version: int, done: int, total: int, remaining: int, kept: int, changes: list<array{action: string, type: string, object: string, note: string}>}
	 */
	private function progress( string $batch, array $made ): array {
		$counts    = $this->changes->count_by( 'status', array( 'batch_id' => $batch ) );
		$remaining = ( $counts['done'] ?? 0 ) + ( $counts['started'] ?? 0 );
		$rows      = 0 === $remaining ? $this->changes->select( array( 'batch_id' => $batch ), limit: 5000 ) : $made;
		return array(
			'batch'     => $batch,
			'version'   => self::version( $batch ),
			'done'      => array_sum( $counts ) - $remaining,
			'total'     => array_sum( $counts ),
			'remaining' => $remaining,
			'kept'      => count( array_filter( $made, static fn( array $row ) => 'retained' === $row['status'] ) ),
			'changes'   => array_map(
				static fn( array $row ) => array(
					'action' => 'retained' === $row['status'] ? 'keep' : ( 'create' === $row['action'] ? 'remove' : 'restore' ),
					'type'   => $row['object_type'],
					'object' => $row['object_key'],
					'note'   => $row['reason'],
				),
				$rows
			),
		);
	}
}
