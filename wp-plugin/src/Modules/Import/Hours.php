<?php
/**
 * Opening hours as other plugins keep them → as the schema module does: day → spans of opens and closes.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

final class Hours {

	private const DAYS = array( 'monday' => 'mon', 'tuesday' => 'tue', 'wednesday' => 'wed', 'thursday' => 'thu', 'friday' => 'fri', 'saturday' => 'sat', 'sunday' => 'sun' );

	/**
	 * From a list of `array( 'day' => 'Monday', 'time' => '09:00-17:00' )`, a day possibly twice.
	 *
	 * @param array<mixed> $list
	 * @return array<string, list<array{opens: string, closes: string}>>
	 */
	public static function of_list( array $list ): array {
		$days = array();
		foreach ( array_filter( $list, 'is_array' ) as $entry ) {
			$day = self::DAYS[ strtolower( Record::string( $entry['day'] ?? '' ) ) ] ?? '';
			list( $opens, $closes ) = array_map( array( self::class, 'time' ), explode( '-', Record::string( $entry['time'] ?? '' ), 2 ) + array( '', '' ) );
			if ( '' !== $day && '' !== $opens && '' !== $closes ) {
				$days[ $day ][] = array( 'opens' => $opens, 'closes' => $closes );
			}
		}
		return $days;
	}

	/**
	 * `9:00`, `09:00:00` or `9:00 pm` as `09:00`, `09:00`, `21:00`; '' when it is no time.
	 */
	private static function time( string $text ): string {
		$time = preg_match( '/^\d{1,2}(?::\d{2}){0,2}\s*(?:[ap]\.?m\.?)?$/i', trim( $text ) ) ? strtotime( '2026-01-01 ' . trim( str_replace( '.', '', $text ) ) ) : false;
		return false === $time ? '' : gmdate( 'H:i', $time );
	}
}
