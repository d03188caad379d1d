<?php
/**
 * Makes all pages of the sitemap anew and dates the archives, in steps that can be left and gone on with.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Sitemap;

use Igny8\Plugin;

/**
 * Where it stands is kept in Pages::OPTION under `rebuild`: a killed process goes on with the next call.
 */
final class Rebuild {

	private const STEP_S = 2.0; // Far below any time limit, long enough for a hundred pages.

	private const WAIT_S = 5; // For cron, which may be counting; its headway is ours.

	private readonly Pages $pages;

	public function __construct( Plugin $plugin ) {
		$this->pages = new Pages( $plugin );
	}

	/**
	 * Begins anew unless one is under way, and does one step.
	 *
	 * @return array{done: int, total: int, remaining: int, urls: int, files: int}
	 */
	public function step(): array {
		$state = $this->state();
		if ( null === $state ) {
			$this->pages->begin_again();
			$state = array( 'total' => $this->estimate(), 'phase' => 'pages', 'place' => null );
		}
		$groups = count( $this->pages->source( 'taxonomies' )->subtypes() ) + 1;
		$left   = $this->pages->refresh( self::STEP_S, self::WAIT_S );
		$urls   = array_sum( array_column( $this->pages->listed(), 'count' ) );
		if ( $left > 0 && 'pages' === $state['phase'] ) {
			return $this->store( $state, $urls, max( 1, $state['total'] - $urls ) + $groups );
		}
		$state['phase'] = 'dates';
		$until          = microtime( true ) + self::STEP_S;
		$freshness      = new Freshness( $this->pages->listing );
		do {
			$state['place'] = $freshness->step( $state['place'] );
		} while ( null !== $state['place'] && microtime( true ) < $until );
		$this->pages->refresh( self::STEP_S, self::WAIT_S );
		return $this->store( null === $state['place'] ? null : $state, $urls, null === $state['place'] ? 0 : $groups );
	}

	/**
	 * `urls` and `files` are told by the last step only: callers add up what the steps say.
	 *
	 * @param array<string, mixed>|null $state Null: finished.
	 * @return array{done: int, total: int, remaining: int, urls: int, files: int}
	 */
	private function store( ?array $state, int $urls, int $remaining ): array {
		$all = (array) get_option( Pages::OPTION, array() );
		unset( $all['rebuild'] );
		update_option( Pages::OPTION, null === $state ? array( 'built_at' => gmdate( 'Y-m-d H:i:s' ) ) + $all : array( 'rebuild' => $state ) + $all, false );
		$is_done = null === $state;
		return array( 'done' => $urls, 'total' => $urls + $remaining, 'remaining' => $remaining, 'urls' => $is_done ? $urls : 0, 'files' => $is_done ? count( $this->pages->listed() ) : 0 );
	}

	/**
	 * @return array{total: int, phase: string, place: array{taxonomy: string, after: int}|null}|null
	 */
	private function state(): ?array {
		return ( (array) get_option( Pages::OPTION, array() ) )['rebuild'] ?? null;
	}

	/**
	 * About how many addresses there will be.
	 */
	private function estimate(): int {
		$count = 0;
		foreach ( $this->pages->source( 'posts' )->subtypes() as $type ) {
			$count += (int) ( wp_count_posts( $type )->publish ?? 0 );
		}
		return $count;
	}
}
