<?php
/**
 * Opening hours as the owner gave them, as schema.org and Google read them.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

/**
 * Google (Local business, "Business hours"): all day is 00:00–23:59, closed all day is 00:00–00:00, past midnight needs no
 * second entry; special days carry validFrom and validThrough.
 */
final class Hours {

	/**
	 * Key in the settings → name in schema.org.
	 */
	public const DAYS = array( 'mon' => 'Monday', 'tue' => 'Tuesday', 'wed' => 'Wednesday', 'thu' => 'Thursday', 'fri' => 'Friday', 'sat' => 'Saturday', 'sun' => 'Sunday' );

	private const MOST_SPECIAL = 60; // Days: a year's holidays of any country, and then some.

	/**
	 * @param array{is_always_open?: bool, days?: array<string, list<array{opens: string, closes: string}>>, special?: list<array{from: string, to?: string, is_closed?: bool, opens?: string, closes?: string}>} $hours A day without times is closed; a day that is missing is unknown.
	 * @return list<array<string, mixed>> OpeningHoursSpecification each.
	 */
	public static function specification( array $hours ): array {
		if ( ! empty( $hours['is_always_open'] ) ) {
			$weekly = array( self::entry( '00:00', '23:59', array( 'dayOfWeek' => array_values( self::DAYS ) ) ) );
		} else {
			$weekly = self::weekly( (array) ( $hours['days'] ?? array() ) );
		}
		return array( ...$weekly, ...self::special( (array) ( $hours['special'] ?? array() ) ) );
	}

	/**
	 * Days with the same times share an entry.
	 *
	 * @param array<string, list<array{opens: string, closes: string}>> $days
	 * @return list<array<string, mixed>>
	 */
	private static function weekly( array $days ): array {
		$same = array();
		foreach ( self::DAYS as $key => $name ) {
			if ( ! is_array( $days[ $key ] ?? null ) ) {
				continue;
			}
			foreach ( $days[ $key ] ?: array( array( 'opens' => '00:00', 'closes' => '00:00' ) ) as $times ) {
				$same[ ( $times['opens'] ?? '' ) . ' ' . ( $times['closes'] ?? '' ) ][] = $name;
			}
		}
		$entries = array();
		foreach ( $same as $times => $names ) {
			list( $opens, $closes ) = explode( ' ', $times );
			if ( self::is_time( $opens ) && self::is_time( $closes ) ) {
				$entries[] = self::entry( $opens, $closes, array( 'dayOfWeek' => $names ) );
			}
		}
		return $entries;
	}

	/**
	 * Days that are over say nothing any more.
	 *
	 * @param list<array{from: string, to?: string, is_closed?: bool, opens?: string, closes?: string}> $special
	 * @return list<array<string, mixed>>
	 */
	private static function special( array $special ): array {
		$entries = array();
		foreach ( array_slice( $special, 0, self::MOST_SPECIAL ) as $day ) {
			$from   = (string) ( $day['from'] ?? '' );
			$to     = (string) ( $day['to'] ?? '' ) ?: $from;
			$opens  = ! empty( $day['is_closed'] ) ? '00:00' : (string) ( $day['opens'] ?? '' );
			$closes = ! empty( $day['is_closed'] ) ? '00:00' : (string) ( $day['closes'] ?? '' );
			if ( preg_match( '/^\d{4}-\d\d-\d\d$/', $from ) && $to >= $from && $to >= current_time( 'Y-m-d' ) && self::is_time( $opens ) && self::is_time( $closes ) ) {
				$entries[] = self::entry( $opens, $closes, array( 'validFrom' => $from, 'validThrough' => $to ) );
			}
		}
		return $entries;
	}

	private static function is_time( string $time ): bool {
		return 1 === preg_match( '/^(?:[01]\d|2[0-3]):[0-5]\d$/', $time );
	}

	/**
	 * @param array<string, mixed> $when
	 * @return array<string, mixed>
	 */
	private static function entry( string $opens, string $closes, array $when ): array {
		return array( '@type' => 'OpeningHoursSpecification' ) + $when + array( 'opens' => $opens, 'closes' => $closes );
	}
}
