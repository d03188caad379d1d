<?php
/**
 * Carries a blueprint out: makes its taxonomies and terms, then makes its version the active one.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Blueprint;

use Igny8\Lock;

/**
 * Works off the journal in bounded steps. Killed anywhere, the next call goes on where it stood; done twice, it does nothing.
 */
final class Apply {

	/**
	 * Changes per call: a term costs about 10 ms, so a step stays far below any web server's time limit.
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
	 * @return array{version: int, batch: string, done: int, total: int, remaining: int, taxonomies_created: int, terms_created: int, terms_adopted: int, changes: list<array{action: string, type: string, object: string, note: string}>}|\WP_Error
	 */
	public function step( int $version, Document $document ): array|\WP_Error {
		$lock = Lock::take( ChangesTable::LOCK, ChangesTable::LEASE_S, ChangesTable::WAIT_S );
		if ( null === $lock ) {
			return $this->progress( $this->open_batch( $version ), $version, array() );
		}
		try {
			$this->taxonomies->refresh();
			$batch = $this->batch( $version, $document );
			$made  = array();
			foreach ( '' === $batch ? array() : $this->changes->open( $batch, self::STEP ) as $change ) {
				if ( ! $lock->renew() ) {
					break; // We were so slow that another request has taken over.
				}
				$done = $this->carry_out( $change, $document );
				if ( is_wp_error( $done ) ) {
					return $done;
				}
				$made[] = $done;
			}
			return $this->progress( $batch, $version, $made );
		} finally {
			$lock->release();
		}
	}

	/**
	 * How a change is shown to people.
	 *
	 * @param array<string, mixed> $change
	 * @return array{action: string, type: string, object: string, note: string}
	 */
	public static function row( array $change ): array {
		return array(
			'action' => $change['action'],
			'type'   => $change['object_type'],
			'object' => $change['object_key'],
			'note'   => $change['note'] ?? '',
		);
	}

	/**
	 * The batch to work on: the interrupted one of this version, or a new one if there is anything to do, or ''.
	 */
	private function batch( int $version, Document $document ): string {
		$batch  = $this->open_batch( $version );
		$active = $this->blueprints->active();
		$old    = null === $active ? null : new Document( $this->blueprints->document( $active['version'] ) );
		if ( '' !== $batch && 'blueprint' === ( $this->changes->newest_of( $batch )['object_type'] ?? '' ) ) {
			return $batch;
		}
		$plan = ( new Plan( $this->taxonomies ) )->make( $document, $old )['changes'];
		if ( array() === $plan && '' === $batch && $version === ( $active['version'] ?? 0 ) ) {
			return '';
		}
		if ( '' === $batch ) {
			$this->changes->abandon_open();
		}
		$batch  = '' === $batch ? "v{$version}-" . wp_generate_uuid4() : $batch;
		$plan[] = array(
			'action'      => 'activate',
			'object_type' => 'blueprint',
			'object_key'  => (string) $version,
			'object_id'   => $version,
			'old_state'   => array( 'version' => $active['version'] ?? 0 ),
			'new_state'   => array( 'version' => $version ),
		);
		$this->changes->plan( $batch, $plan );
		return $batch;
	}

	private function open_batch( int $version ): string {
		$batch = $this->changes->newest_batch( array( 'planned', 'started' ) );
		return str_starts_with( $batch, "v{$version}-" ) ? $batch : '';
	}

	/**
	 * @param array<string, mixed> $change
	 * @return array<string, mixed>|\WP_Error The row as it is now.
	 */
	private function carry_out( array $change, Document $document ): array|\WP_Error {
		$this->changes->update( array( 'status' => 'started' ), array( 'id' => $change['id'] ) );
		$made = match ( $change['object_type'] ) {
			'taxonomy' => $this->make_taxonomy( $change ),
			'term'     => $this->make_term( $change ),
			default    => $this->activate( $change, $document ),
		};
		if ( $made instanceof \WP_Error ) {
			return $made;
		}
		$made['status'] = 'done';
		$this->changes->update( $made, array( 'id' => $change['id'] ) );
		return $made + $change;
	}

	/**
	 * @param array<string, mixed> $change
	 * @return array<string, mixed> What to note in the journal.
	 */
	private function make_taxonomy( array $change ): array {
		$this->taxonomies->store( $change['object_key'], $change['new_state'] );
		return array();
	}

	/**
	 * @param array<string, mixed> $change
	 * @return array<string, mixed>|\WP_Error What to note in the journal.
	 */
	private function make_term( array $change ): array|\WP_Error {
		list( $slug, $term_slug ) = explode( '/', $change['object_key'] );
		$taxonomy                 = Taxonomies::name( $slug );
		$found                    = get_term_by( 'slug', $term_slug, $taxonomy );
		$action                   = $change['action'];
		$old                      = $change['old_state'];
		if ( false === $found ) {
			$made = wp_insert_term( wp_slash( $change['new_state']['name'] ), $taxonomy, array( 'slug' => $term_slug ) );
			if ( is_wp_error( $made ) ) {
				return $made;
			}
			$id     = $made['term_id'];
			$action = 'create';
		} else {
			$id = $found->term_id;
			if ( 'create' === $action && 'planned' === $change['status'] ) {
				// Not there when planned and not begun by us: somebody made it meanwhile, so undo must not remove it.
				$action = 'adopt';
				$old    = array( 'name' => html_entity_decode( $found->name, ENT_QUOTES ), 'page' => '' );
			} elseif ( html_entity_decode( $found->name, ENT_QUOTES ) === ( $old['name'] ?? null ) && $old['name'] !== $change['new_state']['name'] ) {
				wp_update_term( $id, $taxonomy, array( 'name' => wp_slash( $change['new_state']['name'] ) ) );
			}
		}
		update_term_meta( $id, Taxonomies::PAGE_META, $change['new_state']['page'] );
		return array(
			'action'    => $action,
			'object_id' => $id,
			'old_state' => $old,
			'new_state' => array(
				'name' => html_entity_decode( get_term( $id, $taxonomy )->name, ENT_QUOTES ),
				'page' => $change['new_state']['page'],
			),
		);
	}

	/**
	 * The last change of a batch. Its hook runs before it is noted as done, so that an interrupted listener is called again.
	 *
	 * @param array<string, mixed> $change
	 * @return array<string, mixed> What to note in the journal.
	 */
	private function activate( array $change, Document $document ): array {
		$version = $change['object_id'];
		$this->blueprints->activate( $version );
		flush_rewrite_rules( false );
		/**
		 * A version of the blueprint has become the active one. May come twice for one apply.
		 *
		 * @param int                  $version
		 * @param array<string, mixed> $document
		 */
		do_action( 'igny8/blueprint/applied', $version, $document->data );
		return array();
	}

	/**
	 * @param list<array<string, mixed>> $made Changes of this step; when nothing remains, those of the whole batch are told.
	 * @return array<string, mixed> As step(); `…_created` and `…_adopted` count this step's.
	 */
	private function progress( string $batch, int $version, array $made ): array {
		$of        = static fn( string $type, string $action ) => count( array_filter( $made, static fn( array $change ) => $change['object_type'] === $type && $change['action'] === $action ) );
		$counts    = '' === $batch ? array() : $this->changes->count_by( 'status', array( 'batch_id' => $batch ) );
		$remaining = ( $counts['planned'] ?? 0 ) + ( $counts['started'] ?? 0 );
		$is_over   = 0 === $remaining && '' !== $batch;
		return array(
			'version'            => $version,
			'batch'              => $batch,
			'done'               => array_sum( $counts ) - $remaining,
			'total'              => array_sum( $counts ),
			'remaining'          => $remaining,
			'taxonomies_created' => $of( 'taxonomy', 'create' ),
			'terms_created'      => $of( 'term', 'create' ),
			'terms_adopted'      => $of( 'term', 'adopt' ),
			'changes'            => array_map( array( self::class, 'row' ), $is_over ? $this->changes->select( array( 'batch_id' => $batch ), limit: 5000 ) : $made ),
		);
	}
}
