<?php
/**
 * Notes addresses that were not found: sampled, without anything about the visitor, within fixed bounds.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Redirects;

/**
 * Under load one in `weight` misses is noted and counts as `weight`: about BUDGET writes a minute, whatever happens. The
 * bounds (rows, days) are enforced when a new address is noted, so that they hold without cron.
 */
final class MissLog {

	public const LOAD = 'igny8_redirects_load';

	private const BUDGET = 60; // Notes a minute; beyond it, sampling begins.

	private const DAYS_KEPT = 30; // Of counts per day in a row.

	/**
	 * Parts of an address that may name a person or hold a secret: e-mail addresses, long tokens.
	 */
	private const PERSONAL = array( '/[^\/@\s]+@[^\/@\s]+\.[^\/@\s]+/u', '/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i', '/(?<![A-Za-z0-9])(?=[A-Za-z0-9]*\d)[A-Za-z0-9]{24,}(?![A-Za-z0-9])/' );

	private const BOTS = '/bot|crawl|spider|slurp|preview|fetch|scan|monitor|curl|wget|python|java\/|go-http|headless/i';

	/**
	 * @param array<string, mixed> $settings All of the module.
	 */
	public function __construct( private readonly MissesTable $table, private readonly array $settings ) {}

	/**
	 * Notes a miss, if it still is one and the log wants it.
	 */
	public function note( Visit $visit ): void {
		if ( ! $this->settings['log'] || 404 !== http_response_code() || $visit->address->is_protected() || $this->is_ignored( $visit->address->path ) ) {
			return;
		}
		$weight = $this->weight();
		if ( 1 === $weight || 1 === wp_rand( 1, $weight ) ) {
			$this->write( $this->address( $visit->address ), $weight, self::referrer( $visit->referrer ), 1 === preg_match( self::BOTS, $visit->user_agent ) );
		}
	}

	/**
	 * Notes a page of ours that is not there any more, for the owner to decide about.
	 */
	public function offer( Path $address, string $title, string $type, int $id ): void {
		$hash = Path::hash( 'exact', $address->path );
		$this->table->delete( array( 'hash' => $hash ) );
		$this->insert( array( 'hash' => $hash, 'address' => $address->path, 'state' => 'removed', 'title' => mb_substr( $title, 0, 255 ), 'object_type' => $type, 'object_id' => $id ) );
	}

	/**
	 * @param string $address As it is kept.
	 */
	public function write( string $address, int $weight, string $referrer, bool $is_bot ): void {
		$day  = gmdate( 'Y-m-d' );
		$hash = Path::hash( 'exact', $address );
		$row  = $this->table->find( array( 'hash' => $hash ) );
		if ( null === $row ) {
			$this->insert( array( 'hash' => $hash, 'address' => $address, 'hits' => $weight, 'days' => array( $day => $weight ), 'referrer' => $referrer, 'is_bot' => (int) $is_bot ) );
			return;
		}
		$days         = (array) $row['days'];
		$days[ $day ] = ( $days[ $day ] ?? 0 ) + $weight;
		ksort( $days );
		$this->table->count_hits( $row['id'], $weight, array_slice( $days, -self::DAYS_KEPT, null, true ), $day, $referrer );
		if ( 1 === $row['is_bot'] && ! $is_bot ) {
			$this->table->update( array( 'is_bot' => 0 ), array( 'id' => $row['id'] ) ); // A person came: worth a look.
		}
	}

	/**
	 * An address as the log keeps it: without values of parameters, by default, and without what may name a person.
	 */
	public function address( Path $address ): string {
		$query = match ( $this->settings['log_query'] ) {
			'values' => $address->query,
			'names'  => implode( '&', array_unique( array_map( static fn( string $pair ) => explode( '=', $pair, 2 )[0], array_filter( explode( '&', $address->query ), 'strlen' ) ) ) ),
			default  => '',
		};
		return mb_substr( (string) preg_replace( self::PERSONAL, '*', $address->path . ( '' === $query ? '' : "?{$query}" ) ), 0, 500 );
	}

	/**
	 * Host and path of where the visitor came from; nothing of a query or a fragment.
	 */
	public static function referrer( string $referrer ): string {
		$parts = wp_parse_url( mb_scrub( $referrer ) );
		$text  = isset( $parts['host'] ) ? $parts['host'] . ( $parts['path'] ?? '' ) : '';
		return mb_substr( (string) preg_replace( self::PERSONAL, '*', (string) preg_replace( '/[\x00-\x1F\x7F]+/', '', $text ) ), 0, 255 );
	}

	/**
	 * Whether the owner's patterns say that nobody misses this address: probes of robots, mostly.
	 */
	public function is_ignored( string $path ): bool {
		$patterns = array_map( static fn( string $pattern ) => str_replace( '\*', '.*', preg_quote( $pattern, '~' ) ), $this->settings['ignored_paths'] );
		return array() !== $patterns && 1 === preg_match( '~^(?:' . implode( '|', $patterns ) . ')$~iu', $path );
	}

	/**
	 * @param array<string, mixed> $row
	 */
	private function insert( array $row ): void {
		$day = gmdate( 'Y-m-d' );
		$this->table->insert_ignore( $row + array( 'hits' => 0, 'days' => array(), 'first_on' => $day, 'last_on' => $day ) );
		$this->table->trim( gmdate( 'Y-m-d', time() - DAY_IN_SECONDS * (int) $this->settings['log_days'] ), (int) $this->settings['log_rows'] );
	}

	/**
	 * How many misses the next note stands for: what the last minute had, over BUDGET.
	 */
	private function weight(): int {
		$minute = intdiv( time(), 60 );
		if ( wp_using_ext_object_cache() ) {
			wp_cache_add( "misses_{$minute}", 0, 'igny8_redirect_hits', 180 );
			wp_cache_incr( "misses_{$minute}", 1, 'igny8_redirect_hits' );
			$last = max( (int) wp_cache_get( 'misses_' . ( $minute - 1 ), 'igny8_redirect_hits' ), (int) wp_cache_get( "misses_{$minute}", 'igny8_redirect_hits' ) );
			return max( 1, intdiv( $last, self::BUDGET ) );
		}
		list( $at, $seen, $weight ) = array_map( 'intval', explode( ':', (string) get_option( self::LOAD, '0:0:1' ) ) ) + array( 0, 0, 1 );
		if ( $at !== $minute ) {
			$weight = $minute - $at > 1 ? 1 : max( 1, intdiv( $seen, self::BUDGET ) );
			$seen   = 0;
		} elseif ( $seen >= self::BUDGET * $weight * 2 ) {
			$weight *= 2; // A flood within the minute.
		}
		// With a weight, only one in it is counted, as that many: the count itself must not be a write each time.
		if ( 1 === $weight || 1 === wp_rand( 1, $weight ) ) {
			update_option( self::LOAD, "{$minute}:" . ( $seen + $weight ) . ":{$weight}", false );
		}
		return $weight;
	}
}
