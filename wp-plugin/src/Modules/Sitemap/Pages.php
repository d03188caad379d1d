<?php
/**
 * Keeps the pages of the sitemap: makes them, counts what has changed, splits what is full, notices imports.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Lock;
use Igny8\Plugin;

/**
 * A page is counted again when something in it changes: one query on a range of ids. What a page lists is always read live;
 * only its bounds, count and last change are kept. Kinds are named as in WordPress' own addresses.
 */
final class Pages {

	public const OPTION = 'igny8_sitemap_state';

	private const SIZE       = 1000;  // Addresses a page: read in a tenth of a second, and a crawler gets small files.
	private const LARGEST    = 50000; // What a sitemap may hold by the protocol (sitemaps.org).
	private const LEASE_S    = 60;    // Of the lock: far longer than counting one page takes.
	private const WAIT_S     = 1.0;   // What a crawler may wait for a page that is not there yet.
	private const CONTINUE_S = 10;    // Until cron goes on with what a request left.

	/**
	 * @var array<string, Source>
	 */
	private readonly array $sources;

	private readonly PagesTable $table;

	public readonly Listing $listing;

	private ?Fronts $fronts = null;

	/**
	 * Rows of the table as they were last read.
	 *
	 * @var list<array<string, mixed>>|null
	 */
	private ?array $rows = null;

	public function __construct( Plugin $plugin ) {
		$this->table   = new PagesTable();
		$this->listing = new Listing( $plugin );
		$this->sources = array( 'posts' => new Posts( $this->listing ), 'taxonomies' => new Terms( $this->listing ), 'users' => new Authors( $this->listing ) );
	}

	public static function size(): int {
		/**
		 * How many addresses a page of the sitemap has. Takes effect for new pages; rebuild for all.
		 *
		 * @param int $size
		 */
		return max( 1, min( self::LARGEST, (int) apply_filters( 'igny8/sitemap/page_size', self::SIZE ) ) );
	}

	public function source( string $kind ): ?Source {
		return $this->sources[ $kind ] ?? null;
	}

	/**
	 * Everything that is listed, newest change first within each kind: whoever reads only the beginning sees what is new.
	 *
	 * @return list<array<string, mixed>> Rows of the table.
	 */
	public function listed(): array {
		$rows   = $this->rows();
		$listed = array();
		foreach ( $this->sources as $kind => $source ) {
			foreach ( $source->subtypes() as $subtype ) {
				$fronts = count( $this->fronts()->of( $kind, $subtype ) );
				$own    = array_filter( $rows, static fn( array $row ) => $row['kind'] === $kind && $row['subtype'] === $subtype && ( $row['count'] > 0 || ( 1 === $row['page'] && $fronts > 0 ) ) );
				usort( $own, static fn( array $one, array $other ) => array( $other['lastmod'], $one['page'] ) <=> array( $one['lastmod'], $other['page'] ) );
				array_push( $listed, ...$own );
			}
		}
		return $listed;
	}

	/**
	 * One page that is listed, counted if something in it has changed.
	 *
	 * @return array<string, mixed>|null
	 */
	public function find( string $kind, string $subtype, int $page ): ?array {
		if ( ! in_array( $subtype, $this->source( $kind )?->subtypes() ?? array(), true ) ) {
			return null;
		}
		$address = array( 'kind' => $kind, 'subtype' => $subtype, 'page' => $page );
		$row     = $this->table->find( $address );
		if ( null === $row ) {
			$this->refresh( self::WAIT_S ); // A crawler may know pages that we are about to make.
			$row = $this->table->find( $address );
		} elseif ( $row['is_dirty'] ) {
			$this->locked( fn() => $this->count_again( $row ) );
			$this->rows = null;
			$row        = $this->table->find( $address );
		}
		$is_shown = null !== $row && ( $row['count'] > 0 || ( 1 === $page && array() !== $this->fronts()->of( $kind, $subtype ) ) );
		return $is_shown ? $row : null;
	}

	/**
	 * Addresses of a page: those no object stands for first, then its range.
	 *
	 * @param array<string, mixed> $row
	 * @return list<array<string, mixed>>
	 */
	public function entries( array $row ): array {
		$fronts = 1 === $row['page'] ? $this->fronts()->of( $row['kind'], $row['subtype'] ) : array();
		return array( ...$fronts, ...$this->source( $row['kind'] )->entries( $row['subtype'], $row['first_id'], $row['last_id'], self::LARGEST - count( $fronts ) ) );
	}

	public function fronts(): Fronts {
		return $this->fronts ??= new Fronts( $this->listing, fn( string $post_type ) => $this->newest( $post_type ) );
	}

	/**
	 * Newest change of a post type; from the rows when they are there.
	 */
	private function newest( string $post_type ): string {
		if ( null === $this->rows ) {
			return $this->table->newest( 'posts', $post_type );
		}
		$own = array_filter( $this->rows, static fn( array $row ) => 'posts' === $row['kind'] && $row['subtype'] === $post_type );
		return array() === $own ? '' : max( array_column( $own, 'lastmod' ) );
	}

	/**
	 * Makes what is missing and counts what has changed, for a while; cron goes on with the rest.
	 *
	 * @param float $seconds At least one page is counted.
	 * @param int   $wait_s  How long to wait for another request that counts.
	 * @return int Pages that still wait.
	 */
	public function refresh( float $seconds, int $wait_s = 0 ): int {
		$this->make_missing();
		$this->notice();
		if ( array() === $this->dirty() ) {
			return 0;
		}
		$this->locked( fn() => $this->count_until( microtime( true ) + $seconds ), $wait_s );
		$left = count( $this->dirty() );
		if ( $left > 0 && ! wp_next_scheduled( Module::REFRESH_HOOK ) ) {
			wp_schedule_single_event( time() + self::CONTINUE_S, Module::REFRESH_HOOK );
		}
		return $left;
	}

	/**
	 * Counts one page after the other, those first that came first.
	 */
	private function count_until( float $until ): void {
		do {
			foreach ( $this->dirty() as $row ) {
				$this->count_again( $row );
				if ( microtime( true ) >= $until ) {
					break;
				}
			}
			$this->rows = null;
		} while ( array() !== $this->dirty() && microtime( true ) < $until );
	}

	/**
	 * Does it unless another request is at it: its figures come in a moment, and what is listed is read live anyway.
	 */
	private function locked( \Closure $work, int $wait_s = 0 ): void {
		$lock       = Lock::take( 'sitemap', self::LEASE_S, $wait_s );
		$this->rows = 0 === $wait_s ? $this->rows : null; // What the other has done meanwhile.
		if ( null === $lock ) {
			return;
		}
		try {
			$work();
		} finally {
			$lock->release();
		}
	}

	/**
	 * All rows, read once until something changes them.
	 *
	 * @return list<array<string, mixed>>
	 */
	private function rows(): array {
		return $this->rows ??= $this->table->all();
	}

	/**
	 * Forgets all pages and begins anew: full pages again, in the order of ids.
	 */
	public function begin_again(): void {
		$this->table->clear();
		$this->rows = null;
		delete_option( self::OPTION );
		$this->make_missing();
	}

	/**
	 * Everything is counted again; a kind whose pages overlap or leave a gap, after a crash while splitting, is made anew.
	 *
	 * @param int $how PagesTable::CHANGED when who asks knows that addresses have changed.
	 */
	public function doubt( int $how = PagesTable::DOUBTFUL ): void {
		$groups = array();
		foreach ( $this->rows() as $row ) {
			$groups[ $row['kind'] . ' ' . $row['subtype'] ][ $row['first_id'] ] = $row;
		}
		foreach ( $groups as $rows ) {
			ksort( $rows );
			$next = 0;
			foreach ( $rows as $row ) {
				$is_next = $row['first_id'] === $next;
				$next    = $is_next && PagesTable::END !== $row['last_id'] ? $row['last_id'] + 1 : ( $is_next ? PagesTable::END : -1 );
			}
			PagesTable::END === $next || $this->table->delete( array( 'kind' => $row['kind'], 'subtype' => $row['subtype'] ) );
		}
		$this->table->mark_all( $how );
		$this->rows = null;
	}

	/**
	 * @param array<string, mixed> $row
	 */
	private function count_again( array $row ): void {
		$source  = $this->source( $row['kind'] );
		$size    = self::size();
		$is_open = PagesTable::END === $row['last_id'];
		if ( ! $is_open ) {
			$tally = $source->tally( $row['subtype'], $row['first_id'], $row['last_id'], $size + 1 );
			if ( $tally['count'] <= $size ) {
				$this->settle( $row, $tally );
				return;
			}
		}
		// Filled from the end, a page is cut when full; one that grew in the middle, in halves, as in a B-tree.
		$part  = $is_open ? $size : max( 1, intdiv( $size, 2 ) );
		$tally = $source->tally( $row['subtype'], $row['first_id'], $row['last_id'], $part );
		if ( $tally['count'] >= $part ) {
			$this->table->add( $row['kind'], $row['subtype'], $tally['last_id'] + 1, $row['last_id'] );
			$this->table->close( $row['id'], $row['last_id'], $tally['last_id'] );
		}
		$this->settle( $row, $tally );
	}

	/**
	 * @param array<string, mixed>                                $row
	 * @param array{count: int, last_id: int, lastmod: string} $tally
	 */
	private function settle( array $row, array $tally ): void {
		$this->table->settle( $row, $tally['count'], '' === $tally['lastmod'] ? '1970-01-01 00:00:00' : $tally['lastmod'] );
	}

	/**
	 * @return list<array<string, mixed>> In order of number, so that a crawl of the first pages is served soonest.
	 */
	private function dirty(): array {
		$dirty = array_filter( $this->rows(), fn( array $row ) => 0 !== $row['is_dirty'] && in_array( $row['subtype'], $this->source( $row['kind'] )?->subtypes() ?? array(), true ) );
		usort( $dirty, static fn( array $one, array $other ) => $one['page'] <=> $other['page'] );
		return $dirty;
	}

	private function make_missing(): void {
		$there = array();
		foreach ( $this->rows() as $row ) {
			$there[ "{$row['kind']} {$row['subtype']}" ] = true;
		}
		foreach ( $this->sources as $kind => $source ) {
			foreach ( $source->subtypes() as $subtype ) {
				if ( ! isset( $there[ "{$kind} {$subtype}" ] ) ) {
					$this->table->add( $kind, $subtype, 0, PagesTable::END );
					$this->rows = null;
				}
			}
		}
	}

	/**
	 * Finds what came past our hooks, as importers by SQL do: public posts, terms or users above the highest ids known. A
	 * revision or a draft raises the highest id, too, and makes nobody count.
	 */
	private function notice(): void {
		$known   = (array) get_option( self::OPTION, array() );
		$before  = $known['highest'] ?? array();
		$highest = $this->table->highest_ids();
		if ( $before === $highest ) {
			return;
		}
		$is_like_before = array_slice( $before, 1 ) === array_slice( $highest, 1 ) && $before[0] < $highest[0];
		if ( ! $is_like_before || $this->table->has_posts_after( $before[0] ) ) {
			$this->table->doubt_open();
			$this->rows = null;
		}
		update_option( self::OPTION, array( 'highest' => $highest ) + $known, false );
	}
}
