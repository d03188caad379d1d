<?php
/**
 * Goes on by WP-Cron with a step-by-step operation that nobody calls again: a closed tab, an interrupted command.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * The option `igny8_unfinished` holds operation name → input, user, what remains, and when it was last called. While a
 * browser or WP-CLI keeps calling, each call pushes the date on and cron has nothing to do.
 */
final class Continuation {

	public const OPTION = 'igny8_unfinished';

	private const IDLE_S = 120; // A live caller calls again within seconds; two minutes of silence is a closed tab.
	private const WORK_S = 40;  // One cron run's share: below the 60 s many hosts allow a request.

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * Notes what remains after a step, or that nothing does.
	 *
	 * @param array<string, mixed> $input Checked input of the operation.
	 */
	public function plan( Operation $operation, array $input, int $remaining ): void {
		$stored = (array) get_option( self::OPTION, array() );
		if ( $remaining <= 0 || ! empty( $input['dry_run'] ) ) {
			if ( ! isset( $stored[ $operation->name ] ) || ! empty( $input['dry_run'] ) ) {
				return;
			}
			unset( $stored[ $operation->name ] );
		} else {
			$stored[ $operation->name ] = array(
				'input'     => $input,
				'user_id'   => get_current_user_id(),
				'remaining' => $remaining,
				'called_at' => time(),
			);
		}
		update_option( self::OPTION, $stored, false );
		if ( array() !== $stored && ! wp_next_scheduled( Plugin::CONTINUE_HOOK ) ) {
			wp_schedule_single_event( time() + self::IDLE_S, Plugin::CONTINUE_HOOK );
		}
	}

	/**
	 * The cron event: steps of every operation that has been left alone, until time is up. What makes no headway is dropped.
	 */
	public function run(): void {
		$until   = time() + self::WORK_S;
		$user_id = get_current_user_id();
		foreach ( (array) get_option( self::OPTION, array() ) as $name => $entry ) {
			$operation = $this->plugin->operations()[ $name ] ?? null;
			if ( $entry['called_at'] > time() - self::IDLE_S && null !== $operation ) {
				continue;
			}
			wp_set_current_user( $entry['user_id'] ); // The work is done in the name of who asked for it.
			$is_moving = null !== $operation;
			$remaining = $entry['remaining'];
			while ( $is_moving && $remaining > 0 && time() < $until ) {
				$result    = $this->plugin->call( $operation, $entry['input'] );
				$left      = is_wp_error( $result ) ? $remaining : (int) ( $result['remaining'] ?? 0 );
				$is_moving = $left < $remaining;
				$remaining = $left;
			}
			$is_moving || $this->drop( $name );
		}
		wp_set_current_user( $user_id );
		if ( array() !== (array) get_option( self::OPTION, array() ) && ! wp_next_scheduled( Plugin::CONTINUE_HOOK ) ) {
			wp_schedule_single_event( time() + self::IDLE_S, Plugin::CONTINUE_HOOK );
		}
	}

	private function drop( string $name ): void {
		$stored = (array) get_option( self::OPTION, array() );
		unset( $stored[ $name ] );
		update_option( self::OPTION, $stored, false );
	}
}
