<?php
/**
 * What the run in progress has to remember between its steps: who looks after it, and whether to stop.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Content;

/**
 * A run is many short steps called by a browser, a command or WP-Cron. Cancelling reaches whoever calls next: their step
 * answers that nothing remains, and so they stop.
 */
final class RunState {

	public const OPTION = 'igny8_content_run';

	private const ALIVE_S = 30; // A caller who has not come back for so long is gone: steps take 8 s, pauses between them 2 s.

	/**
	 * @return array{stepped_at: int, cancelled_at: int, has_prose: ?bool, pages: list<string>} `pages` is empty for a run over all of them.
	 */
	public static function get(): array {
		wp_cache_delete( self::OPTION, 'options' ); // Another request may have cancelled.
		return (array) get_option( self::OPTION, array() ) + array(
			'stepped_at'   => 0,
			'cancelled_at' => 0,
			'has_prose'    => null,
			'pages'        => array(),
		);
	}

	/**
	 * @param array<string, mixed> $change
	 */
	public static function change( array $change ): void {
		update_option( self::OPTION, $change + self::get(), false );
	}

	/**
	 * Whether somebody has called a step just now and will call the next.
	 */
	public static function is_alive(): bool {
		return self::get()['stepped_at'] > time() - self::ALIVE_S;
	}

	/**
	 * Whether to stop now. Answers true once: the next run is a new one.
	 */
	public static function take_cancellation(): bool {
		$is_cancelled = self::get()['cancelled_at'] > time() - self::ALIVE_S;
		if ( $is_cancelled ) {
			self::change( array( 'cancelled_at' => 0, 'stepped_at' => 0 ) );
		}
		return $is_cancelled;
	}
}
