<?php
/**
 * Carries one source over, batch by batch, until it is through or the step's time is up.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

use Igny8\Lock;
use Igny8\Plugin;

/**
 * One request at a time works; another one waits a little, then tells how far it is. Memory does not grow with the site:
 * ids by keyset, a batch of meta at a time, WordPress' caches dropped after each.
 */
final class Run {

	private const BATCH   = 200; // Objects; with ten values each about 1 MB of rows.
	private const WORK_S  = 5;   // A step: a browser shows progress, and no host cuts it off.
	private const LEASE_S = 60;
	private const WAIT_S  = 10;

	/**
	 * Part → kind of object.
	 */
	public const KINDS = array( 'posts' => 'post', 'terms' => 'term', 'authors' => 'user' );

	public function __construct(
		private readonly Plugin $plugin,
		private readonly Rows $rows = new Rows(),
	) {}

	/**
	 * @param string       $existing keep or overwrite: what happens to values the owner has here already.
	 * @param list<string> $parts    Of State::PARTS.
	 * @return array<string, mixed> State of the import.
	 */
	public function step( Source $source, string $existing, array $parts ): array {
		$lock = Lock::take( 'import', self::LEASE_S, self::WAIT_S );
		if ( null === $lock ) {
			return State::of( $source->slug() );
		}
		$quiet = static fn(): bool => false; // Pages say what they said before, from another place.
		add_filter( 'igny8/sitemap/announces', $quiet, 1000 );
		try {
			$state = State::of( $source->slug() );
			$asked = array( 'existing' => $existing, 'parts' => array_values( array_intersect( State::PARTS, $parts ) ) );
			if ( 'running' !== $state['status'] || $state['existing'] !== $asked['existing'] || $state['parts'] !== $asked['parts'] ) {
				$state = $this->begin( $source, $asked );
			}
			$until = microtime( true ) + self::WORK_S;
			while ( 'running' === $state['status'] && microtime( true ) < $until && $lock->renew() ) {
				$state = $this->batch( $source, $state );
				wp_cache_flush_runtime();
			}
		} finally {
			remove_filter( 'igny8/sitemap/announces', $quiet, 1000 );
			$lock->release();
		}
		return $state;
	}

	/**
	 * @param array{existing: string, parts: list<string>} $asked
	 * @return array<string, mixed>
	 */
	private function begin( Source $source, array $asked ): array {
		$total = 0;
		foreach ( $asked['parts'] as $part ) {
			$total += $this->size( $source, $part );
		}
		return State::begin(
			$source->slug(),
			array(
				'status'     => 'running',
				'part'       => $asked['parts'][0] ?? '',
				'total'      => $total,
				'counts'     => array_fill_keys( State::PARTS, 0 ) + array( 'conflicts' => 0, 'redirects_refused' => 0 ),
				'version'    => $source->version(),
				'started_at' => JournalTable::now(),
			) + $asked
		);
	}

	/**
	 * How many steps of progress a part is.
	 */
	private function size( Source $source, string $part ): int {
		return match ( $part ) {
			'settings'  => 1,
			'redirects' => $source->redirect_count(),
			default     => $this->rows->count_ids( self::KINDS[ $part ] ),
		};
	}

	/**
	 * @param array<string, mixed> $state
	 * @return array<string, mixed>
	 */
	private function batch( Source $source, array $state ): array {
		$notes = new Notes( $state['notes'] );
		list( 'last' => $last, 'done' => $done, 'counts' => $counts ) = match ( $state['part'] ) {
			'settings'  => $this->settings( $source, $state, $notes ),
			'redirects' => $this->redirects( $source, $state, $notes ),
			default     => $this->objects( $source, $state, $notes ),
		};
		foreach ( $counts as $name => $count ) {
			$state['counts'][ $name ] = ( $state['counts'][ $name ] ?? 0 ) + $count;
		}
		$changed = array( 'counts' => $state['counts'], 'notes' => $notes->all(), 'done' => $state['done'] + $done, 'after' => $last );
		return State::store( $source->slug(), null === $last ? $this->next( $state, $changed ) : $changed );
	}

	/**
	 * The next part, or the end.
	 *
	 * @param array<string, mixed> $state
	 * @param array<string, mixed> $changed
	 * @return array<string, mixed>
	 */
	private function next( array $state, array $changed ): array {
		$part = $state['parts'][ array_search( $state['part'], $state['parts'], true ) + 1 ] ?? '';
		if ( '' !== $part ) {
			return array( 'part' => $part, 'after' => 0 ) + $changed;
		}
		$this->plugin->module( 'sitemap' )?->forget_pages();
		return array( 'status' => 'done', 'part' => '', 'after' => 0, 'done' => $state['total'], 'finished_at' => JournalTable::now() ) + $changed;
	}

	/**
	 * @param array<string, mixed> $state
	 * @return array{last: int|null, done: int, counts: array<string, int>}
	 */
	private function objects( Source $source, array $state, Notes $notes ): array {
		$kind = self::KINDS[ $state['part'] ];
		$ids  = $this->rows->ids( $kind, $state['after'], self::BATCH );
		if ( array() === $ids ) {
			return array( 'last' => null, 'done' => 0, 'counts' => array() );
		}
		$result = ( new Writer( $source->slug(), 'overwrite' === $state['existing'], $notes ) )->write( $kind, $source->records( $kind, $ids ) );
		return array(
			'last'   => end( $ids ),
			'done'   => count( $ids ),
			'counts' => array( $state['part'] => $result['imported'], 'conflicts' => $result['conflicts'] ),
		);
	}

	/**
	 * @param array<string, mixed> $state
	 * @return array{last: int|null, done: int, counts: array<string, int>}
	 */
	private function settings( Source $source, array $state, Notes $notes ): array {
		$record = $source->settings();
		$result = ( new SettingsWriter( $this->plugin, $source->slug(), 'overwrite' === $state['existing'] ) )->write( $record );
		$notes->add( $record );
		return array(
			'last'   => null,
			'done'   => 1,
			'counts' => array( 'settings' => $result['imported'], 'conflicts' => $result['conflicts'] ),
		);
	}

	/**
	 * @param array<string, mixed> $state
	 * @return array{last: int|null, done: int, counts: array<string, int>}
	 */
	private function redirects( Source $source, array $state, Notes $notes ): array {
		$module = $this->plugin->module( 'redirects' );
		$rules  = null === $module ? array() : $source->redirects( $state['after'], self::BATCH );
		if ( array() === $rules ) {
			return array( 'last' => null, 'done' => 0, 'counts' => array() );
		}
		$lost   = new SettingsRecord( new Variables( '/(?!)/', array() ) );
		$known  = array_values( array_filter( $rules, static fn( array $rule ) => ! isset( $rule['refused'] ) ) );
		$result = $module->import_rules( $this->with_existing( array_map( static fn( array $rule ) => array_diff_key( $rule, array( 'number' => 0 ) ), $known ) ), $source->slug() );
		$refuse = array( ...$result['skipped'], ...array_map( static fn( array $rule ) => array( 'source' => $rule['source'], 'reason' => $rule['refused'] ), array_values( array_filter( $rules, static fn( array $rule ) => isset( $rule['refused'] ) ) ) ) );
		foreach ( $refuse as $one ) {
			$lost->note( 'redirect', "{$one['source']}: {$one['reason']}" );
		}
		$notes->add( $lost );
		return array(
			'last'   => end( $rules )['number'],
			'done'   => count( array_unique( array_column( $rules, 'number' ) ) ),
			'counts' => array( 'redirects' => $result['added'] + $result['updated'], 'redirects_refused' => count( $refuse ) ),
		);
	}

	/**
	 * The other plugins redirect pages that exist too; ours do when a rule says so.
	 *
	 * @param list<array<string, mixed>> $rules
	 * @return list<array<string, mixed>>
	 */
	private function with_existing( array $rules ): array {
		$slug  = static fn( array $rule ): string => 'exact' === $rule['match'] ? sanitize_title( basename( (string) wp_parse_url( $rule['source'], PHP_URL_PATH ) ) ) : '';
		$there = array_flip( $this->rows->published_slugs( array_values( array_unique( array_filter( array_map( $slug, $rules ) ) ) ) ) );
		foreach ( $rules as $index => $rule ) {
			if ( isset( $there[ $slug( $rule ) ] ) && url_to_postid( home_url( (string) wp_parse_url( $rule['source'], PHP_URL_PATH ) ) ) > 0 ) {
				$rules[ $index ]['always'] = true;
			}
		}
		return $rules;
	}
}
