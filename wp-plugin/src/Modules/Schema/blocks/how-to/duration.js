// Days, hours and minutes: as ISO 8601 for machines, as words for people.
import { __, _n, sprintf } from '@wordpress/i18n';

/**
 * @param {Object} time `{days, hours, minutes}`.
 * @return {string} `P1DT2H30M`; '' for no time.
 */
export function durationOf( { days = 0, hours = 0, minutes = 0 } ) {
	if ( ! ( days + hours + minutes ) ) {
		return '';
	}
	const time =
		( hours ? `${ hours }H` : '' ) + ( minutes ? `${ minutes }M` : '' );
	return `P${ days ? `${ days }D` : '' }${ time ? `T${ time }` : '' }`;
}

/**
 * @param {Object} time `{days, hours, minutes}`.
 * @return {string} `Time needed: 2 hours 30 minutes`; '' for no time.
 */
export function wordsOf( { days = 0, hours = 0, minutes = 0 } ) {
	const parts = [
		/* translators: %d: number of days. */
		days && sprintf( _n( '%d day', '%d days', days, 'igny8' ), days ),
		/* translators: %d: number of hours. */
		hours && sprintf( _n( '%d hour', '%d hours', hours, 'igny8' ), hours ),
		minutes &&
			sprintf(
				/* translators: %d: number of minutes. */
				_n( '%d minute', '%d minutes', minutes, 'igny8' ),
				minutes
			),
	].filter( Boolean );
	return parts.length
		? /* translators: %s: a time, such as "2 hours 30 minutes". */
			sprintf( __( 'Time needed: %s', 'igny8' ), parts.join( ' ' ) )
		: '';
}
