<?php
/**
 * Goes on by WP-Cron with a step-by-step operation that nobody calls again: a closed tab, an interrupted command.
 *
 * @package Igny8
 */

namespace Igny8;

/**
 * The option `igny8_unfinished` holds one entry per operation and input: both, user, what remains, and when it was last
 * called. While a browser or WP-CLI keeps calling, each call pushes the date on and cron has nothing to do.
 */
final class Continuation {

	public const OPTION = 'igny8_unfinished';

	private const IDLE_S   = 120; // A live caller calls again within seconds; two minutes of silence is a closed tab.
	private const WORK_S   = 40;  // One cron run's share: below the 60 s many hosts allow a request.
	private const PATIENCE = 30;  // Cron runs without headway, an hour in all: an engine that is away may come back, a language model may take its time.

	public function __construct( private readonly Plugin $plugin ) {}

	/**
	 * Notes what remains after a step, or that nothing does.
	 *
	 * @param array<string, mixed> $input Checked input of the operation.
	 */
	public function plan( Operation $operation, array $input, int $remaining ): void {
		if ( ! empty( $input['dry_run'] ) ) {
			return;
		}
		$entries = self::entries();
		$key     = self::key( $operation->name, $input );
		$before  = $entries[ $key ] ?? null;
		if ( $remaining > 0 ) {
			$entries[ $key ] = array(
				'operation' => $operation->name,
				'input'     => $input,
				'user_id'   => get_current_user_id(),
				'remaining' => $remaining,
				'called_at' => time(),
				'stalls'    => $remaining < ( $before['remaining'] ?? PHP_INT_MAX ) ? 0 : $before['stalls'],
			);
			self::store( $entries );
		} elseif ( null !== $before ) {
			unset( $entries[ $key ] );
			self::store( $entries );
		}
	}

	/**
	 * Drops all that is left of an operation, whatever its input: somebody has cancelled it.
	 */
	public static function forget( string $operation ): void {
		self::store( array_filter( self::entries(), static fn( array $entry ) => $entry['operation'] !== $operation ) );
	}

	/**
	 * The cron event: steps of every operation that has been left alone, until time is up.
	 */
	public function run(): void {
		$until   = time() + self::WORK_S;
		$user_id = get_current_user_id();
		foreach ( self::entries() as $key => $entry ) {
			$operation = $this->plugin->operations()[ $entry['operation'] ] ?? null;
			if ( null === $operation ) {
				$this->change( $key, null ); // Its module has been switched off.
			} elseif ( $entry['called_at'] <= time() - self::IDLE_S ) {
				wp_set_current_user( $entry['user_id'] ); // The work is done in the name of who asked for it.
				$this->go_on( $key, $operation, $entry, $until );
			}
		}
		wp_set_current_user( $user_id );
		self::schedule( self::entries() );
	}

	/**
	 * @param array<string, mixed> $entry
	 * @param int                  $until Unix time.
	 */
	private function go_on( string $key, Operation $operation, array $entry, int $until ): void {
		$remaining = $entry['remaining'];
		do {
			$result    = $this->plugin->serve( $operation, $entry['input'] );
			$left      = is_wp_error( $result ) ? $remaining : (int) ( $result['remaining'] ?? 0 );
			$is_moving = $left < $remaining;
			$remaining = $left;
		} while ( $is_moving && $remaining > 0 && time() < $until );
		if ( ! $is_moving ) {
			$stalls = $entry['stalls'] + 1;
			$this->change( $key, $stalls < self::PATIENCE ? array( 'stalls' => $stalls, 'called_at' => time(), 'remaining' => $remaining ) + $entry : null );
		}
	}

	/**
	 * @param array<string, mixed>|null $entry Null: drops it.
	 */
	private function change( string $key, ?array $entry ): void {
		self::store( array_filter( array( $key => $entry ) + self::entries() ) );
	}

	/**
	 * @return array<string, array{operation: string, input: array<string, mixed>, user_id: int, remaining: int, called_at: int, stalls: int}>
	 */
	private static function entries(): array {
		return array_filter( (array) get_option( self::OPTION, array() ), static fn( $entry ) => isset( $entry['operation'] ) );
	}

	/**
	 * @param array<string, array<string, mixed>> $entries
	 */
	private static function store( array $entries ): void {
		update_option( self::OPTION, $entries, false );
		self::schedule( $entries );
	}

	/**
	 * @param array<string, array<string, mixed>> $entries
	 */
	private static function schedule( array $entries ): void {
		if ( array() !== $entries && ! wp_next_scheduled( Plugin::CONTINUE_HOOK ) ) {
			wp_schedule_single_event( time() + self::IDLE_S, Plugin::CONTINUE_HOOK );
		}
	}

	/**
	 * @param array<string, mixed> $input
	 */
	private static function key( string $operation, array $input ): string {
		ksort( $input );
		return $operation . ' ' . md5( (string) wp_json_encode( $input ) );
	}
}
