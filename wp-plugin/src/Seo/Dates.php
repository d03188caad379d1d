<?php
/**
 * A date archive's period, written `2026`, `2026-11` or `2026-11-21`: its name and its address.
 *
 * @package Igny8
 */

namespace Igny8\Seo;

final class Dates {

	/**
	 * The period that a query asks for, '' when it asks for none.
	 */
	public static function of_query( \WP_Query $query ): string {
		$month = (string) $query->get( 'm' ); // 202611, the form of addresses without permalinks.
		$parts = $month ? array( substr( $month, 0, 4 ), substr( $month, 4, 2 ), substr( $month, 6, 2 ) ) : array( $query->get( 'year' ), $query->get( 'monthnum' ), $query->get( 'day' ) );
		$parts = array_filter( array_map( 'intval', $parts ) );
		return array() === $parts ? '' : vsprintf( array( '', '%04d', '%04d-%02d', '%04d-%02d-%02d' )[ count( $parts ) ], $parts );
	}

	/**
	 * In the words of the site's language.
	 */
	public static function label( string $period ): string {
		list( $year, $month, $day ) = self::parts( $period );
		$format                     = match ( true ) {
			$day > 0   => (string) get_option( 'date_format' ),
			$month > 0 => _x( 'F Y', 'monthly archives date format', 'igny8' ),
			default    => 'Y',
		};
		return $year > 0 ? (string) wp_date( $format, gmmktime( 12, 0, 0, max( 1, $month ), max( 1, $day ), $year ), new \DateTimeZone( 'UTC' ) ) : '';
	}

	public static function url( string $period ): string {
		list( $year, $month, $day ) = self::parts( $period );
		return match ( true ) {
			$year < 1  => '',
			$day > 0   => get_day_link( $year, $month, $day ),
			$month > 0 => get_month_link( $year, $month ),
			default    => get_year_link( $year ),
		};
	}

	/**
	 * @return array{int, int, int} Year, month, day; 0 for what is not said.
	 */
	private static function parts( string $period ): array {
		return array_map( 'intval', explode( '-', $period ) ) + array( 0, 0, 0 );
	}
}
