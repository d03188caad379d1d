<?php
/**
 * Takes an import back: every value as it was before, by the journal, except what the owner has edited since.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Lock;
use Igny8\Plugin;
use Igny8\Seo\Fields;
use Igny8\Seo\Subject;

/**
 * A value is ours to take back while it is what we wrote. Rows of the journal go when their values are back, so a rollback
 * that is killed goes on where it was.
 */
final class Rollback {

	private const BATCH   = 200;
	private const WORK_S  = 5;
	private const LEASE_S = 60;
	private const WAIT_S  = 10;
	private const MOST    = 100; // Edited values that are listed; all are kept.

	public function __construct(
		private readonly Plugin $plugin,
		private readonly string $source,
		private readonly JournalTable $journal = new JournalTable(),
	) {}

	/**
	 * What step() would do.
	 *
	 * @return array<string, mixed>
	 */
	public function preview(): array {
		$total    = $this->journal->count( array( 'source' => $this->source ) );
		$edited   = array();
		$restored = 0;
		$after    = 0;
		$until    = microtime( true ) + self::WORK_S;
		do {
			$rows = $this->journal->after( $this->source, $after, self::BATCH );
			foreach ( $this->plan( $rows, false ) as $plan ) {
				$restored += (int) ( array() !== $plan['restore'] );
				array_push( $edited, ...$plan['edited'] );
			}
			$after = array() === $rows ? $after : end( $rows )['id'];
		} while ( count( $rows ) === self::BATCH && microtime( true ) < $until );
		return array(
			'source'      => $this->source,
			'status'      => State::of( $this->source )['status'],
			'done'        => 0,
			'total'       => $total,
			'remaining'   => 0,
			'restored'    => $restored,
			'redirects'   => (int) $this->plugin->module( 'redirects' )?->imported_count( $this->source ),
			'is_complete' => count( $rows ) < self::BATCH,
			'edited'      => array_slice( $edited, 0, self::MOST ),
			'plugins'     => State::of( $this->source )['deactivated'],
		);
	}

	/**
	 * @param bool $takes_edited Whether values that the owner has edited since go back too.
	 * @return array<string, mixed>
	 */
	public function step( bool $takes_edited ): array {
		$lock = Lock::take( 'import', self::LEASE_S, self::WAIT_S );
		$state = State::of( $this->source );
		if ( null === $lock ) {
			return $this->result( $state );
		}
		$quiet = static fn(): bool => false; // Pages say what they said before, from another place.
		add_filter( 'igny8/sitemap/announces', $quiet, 1000 );
		try {
			$state = 'rolling_back' === $state['status'] ? $state : State::store( $this->source, array( 'status' => 'rolling_back', 'after' => 0, 'done' => 0, 'total' => $this->journal->count( array( 'source' => $this->source ) ), 'edited' => array(), 'restored' => 0 ) );
			$until = microtime( true ) + self::WORK_S;
			while ( 'rolling_back' === $state['status'] && microtime( true ) < $until && $lock->renew() ) {
				$state = $this->batch( $state, $takes_edited );
				wp_cache_flush_runtime();
			}
		} finally {
			remove_filter( 'igny8/sitemap/announces', $quiet, 1000 );
			$lock->release();
		}
		return $this->result( $state );
	}

	/**
	 * @param array<string, mixed> $state
	 * @return array<string, mixed>
	 */
	private function batch( array $state, bool $takes_edited ): array {
		$rows = $this->journal->after( $this->source, $state['after'], self::BATCH );
		if ( array() === $rows ) {
			return $this->finish( $state );
		}
		$restored = 0;
		$gone     = array();
		foreach ( $this->plan( $rows, $takes_edited ) as $plan ) {
			$restored        += (int) ( array() !== $plan['restore'] );
			$state['edited'] = array_slice( array( ...$state['edited'], ...$plan['edited'] ), 0, self::MOST );
			$this->restore( $plan );
			$kept = array_intersect_key( $plan['row']['new'], array_flip( $plan['kept'] ) );
			if ( array() === $kept ) {
				$gone[] = $plan['row']['id'];
			} else {
				$this->journal->update( array( 'new' => $kept, 'old' => array_intersect_key( $plan['row']['old'], $kept ) ), array( 'id' => $plan['row']['id'] ) );
			}
		}
		$this->flush();
		$this->journal->forget( $gone );
		return State::store( $this->source, array( 'after' => end( $rows )['id'], 'done' => $state['done'] + count( $rows ), 'edited' => $state['edited'], 'restored' => ( $state['restored'] ?? 0 ) + $restored ) );
	}

	/**
	 * What waits to be written, by kind.
	 *
	 * @var array<string, array{changes: array<int, array<string, string|null>>, rows: array<int, array<string, int>>}>
	 */
	private array $waiting = array();

	/**
	 * For each row of the journal, which values go back and which the owner has edited.
	 *
	 * @param list<array<string, mixed>> $rows
	 * @return list<array{row: array<string, mixed>, restore: array<string, mixed>, kept: list<string>, edited: list<array{object: string, field: string}>, rows: array<string, int>, current: array<string, string>}>
	 */
	private function plan( array $rows, bool $takes_edited ): array {
		$plans  = array();
		$writer = new Writer( $this->source, false, new Notes() );
		$known  = array();
		foreach ( array( 'post', 'term', 'user' ) as $kind ) {
			$known[ $kind ] = $writer->current( $kind, array_column( array_filter( $rows, static fn( array $row ) => $row['kind'] === $kind ), 'object_id' ) );
		}
		foreach ( $rows as $row ) {
			$is_meta = isset( $known[ $row['kind'] ] );
			$current = $is_meta ? ( $known[ $row['kind'] ][0][ $row['object_id'] ] ?? array() ) : ( new SettingsWriter( $this->plugin, $this->source, false ) )->current( array_keys( $row['new'] ) );
			$plan    = array( 'row' => $row, 'restore' => array(), 'kept' => array(), 'edited' => array(), 'rows' => $is_meta ? ( $known[ $row['kind'] ][1][ $row['object_id'] ] ?? array() ) : array(), 'current' => $current );
			foreach ( $row['new'] as $key => $new ) {
				$stands = $current[ $key ] ?? null;
				$old    = $row['old'][ $key ] ?? null;
				if ( $stands === $old || Fields::UNLISTED === $key ) {
					continue; // Back already; or derived from the others, made again by restore().
				}
				if ( $stands === $new || $takes_edited ) {
					$plan['restore'][ $key ] = $old;
				} else {
					$plan['kept'][]   = $key;
					$plan['edited'][] = array( 'object' => $is_meta ? "{$row['kind']}:{$row['object_id']}" : 'settings', 'field' => $is_meta ? (string) array_search( $key, Fields::META, true ) : $key );
				}
			}
			$plans[] = $plan;
		}
		return $plans;
	}

	/**
	 * @param array<string, mixed> $plan One of plan().
	 */
	private function restore( array $plan ): void {
		$row = $plan['row'];
		if ( ! in_array( $row['kind'], array( 'post', 'term', 'user' ), true ) ) {
			( new SettingsWriter( $this->plugin, $this->source, true ) )->restore( $plan['restore'] );
			return;
		}
		$changes = $plan['restore'];
		if ( array_key_exists( Fields::UNLISTED, $row['new'] ) ) {
			$changes[ Fields::UNLISTED ] = array() === $plan['kept'] ? ( $row['old'][ Fields::UNLISTED ] ?? null ) : $this->unlisted( $row, $plan['restore'] + $plan['current'] );
		}
		$this->waiting[ $row['kind'] ]['changes'][ $row['object_id'] ] = $changes;
		$this->waiting[ $row['kind'] ]['rows'][ $row['object_id'] ]    = $plan['rows'];
	}

	/**
	 * @param array<string, mixed>       $row
	 * @param array<string, string|null> $meta
	 */
	private function unlisted( array $row, array $meta ): ?string {
		$subject = Rows::subject( $row['kind'], $row['object_id'] );
		$value   = static fn( string $name ): string => (string) ( $meta[ Fields::META[ $name ] ] ?? '' );
		return null !== $subject && Fields::unlists( $subject, array( 'robots' => $value( 'robots' ), 'redirect' => $value( 'redirect' ), 'canonical' => $value( 'canonical' ) ) ) ? '1' : null;
	}

	private function flush(): void {
		foreach ( $this->waiting as $kind => $waiting ) {
			MetaBatch::write( $kind, $waiting['changes'], $waiting['rows'] );
			$names = static fn( array $changes ): array => array_keys( array_intersect( Fields::META, array_keys( $changes ) ) );
			Writer::announce( $kind, array_map( $names, $waiting['changes'] ), Writer::subjects( $kind, $waiting['changes'] ) );
		}
		$this->waiting = array();
	}

	/**
	 * Redirects go, and the plugin that finish() deactivated comes back.
	 *
	 * @param array<string, mixed> $state
	 * @return array<string, mixed>
	 */
	private function finish( array $state ): array {
		$redirects = $this->plugin->module( 'redirects' )?->remove_imported( $this->source ) ?? array( 'removed' => 0, 'kept' => 0 );
		$this->plugin->module( 'sitemap' )?->forget_pages();
		$plugins = ( new Switchover( $this->plugin, $this->source ) )->back();
		return State::store( $this->source, array( 'status' => 'rolled_back', 'after' => 0, 'done' => $state['total'], 'redirects_removed' => $redirects['removed'], 'redirects_kept' => $redirects['kept'], 'activated' => $plugins, 'finished_at' => JournalTable::now() ) );
	}

	/**
	 * @param array<string, mixed> $state
	 * @return array<string, mixed>
	 */
	private function result( array $state ): array {
		$is_over = 'rolled_back' === $state['status'];
		return array(
			'source'      => $this->source,
			'status'      => $state['status'],
			'done'        => $state['done'],
			'total'       => $state['total'],
			'remaining'   => $is_over ? 0 : max( 1, $state['total'] - $state['done'] ),
			'is_complete' => $is_over,
		) + ( $is_over ? array(
			'restored'       => $state['restored'] ?? 0,
			'redirects'      => $state['redirects_removed'] ?? 0,
			'redirects_kept' => $state['redirects_kept'] ?? 0,
			'edited'         => $state['edited'],
			'plugins'        => $state['activated'] ?? array(),
		) : array() );
	}
}
