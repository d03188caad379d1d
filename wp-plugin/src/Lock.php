<?php
/**
 * A named lock that expires: of several requests doing the same work, one does it.
 *
 * @package Igny8
 */

namespace Igny8;

// phpcs:disable WordPress.DB, PluginCheck.Security.DirectDB -- A lock must not be cached.

/**
 * A row of the options table, taken by INSERT IGNORE on its unique name as WordPress' own upgrader does: GET_LOCK() locks
 * nothing under SQLite. The value is `<unix expiry>:<token>`; whoever finds it expired takes it over by compare-and-swap.
 */
final class Lock {

	private const POLL_S = 0.25;

	private function __construct(
		private readonly string $option,
		private readonly int $lease_s,
		private string $value,
	) {}

	/**
	 * Takes the lock, or null when somebody else holds it all the time.
	 *
	 * @param int $lease_s How long it holds without renew(); longer than any single piece of the work.
	 * @param int $wait_s  How long to wait for another holder.
	 */
	public static function take( string $name, int $lease_s, int $wait_s = 0 ): ?self {
		$until = microtime( true ) + $wait_s;
		$lock  = new self( "igny8_lock_{$name}", $lease_s, '' );
		while ( ! $lock->try() ) {
			if ( microtime( true ) >= $until ) {
				return null;
			}
			usleep( (int) ( self::POLL_S * 1e6 ) );
		}
		return $lock;
	}

	/**
	 * Whether somebody holds it right now.
	 */
	public static function is_held( string $name ): bool {
		return (int) self::stored( "igny8_lock_{$name}" ) > time();
	}

	/**
	 * Pushes the expiry on. False: it expired and somebody else has it, so stop working.
	 */
	public function renew(): bool {
		return $this->swap( $this->value );
	}

	public function release(): void {
		global $wpdb;
		$wpdb->delete( $wpdb->options, array( 'option_name' => $this->option, 'option_value' => $this->value ) );
	}

	private function try(): bool {
		global $wpdb;
		$value = $this->fresh();
		$count = $wpdb->query( $wpdb->prepare( "INSERT IGNORE INTO %i ( option_name, option_value, autoload ) VALUES ( %s, %s, 'off' )", $wpdb->options, $this->option, $value ) );
		if ( $count ) {
			$this->value = $value;
			return true;
		}
		$stored = self::stored( $this->option );
		return (int) $stored <= time() && $this->swap( $stored );
	}

	private function swap( string $old ): bool {
		global $wpdb;
		$value = $this->fresh();
		$count = $wpdb->update( $wpdb->options, array( 'option_value' => $value ), array( 'option_name' => $this->option, 'option_value' => $old ) );
		if ( $count ) {
			$this->value = $value;
		}
		return (bool) $count;
	}

	private function fresh(): string {
		return ( time() + $this->lease_s ) . ':' . wp_generate_uuid4();
	}

	private static function stored( string $option ): string {
		global $wpdb;
		return (string) $wpdb->get_var( $wpdb->prepare( 'SELECT option_value FROM %i WHERE option_name = %s', $wpdb->options, $option ) );
	}
}
