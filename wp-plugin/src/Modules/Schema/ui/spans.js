// Pure changes of opening hours, and what they say of a day.

/** Google's way to say that a place is open all day. */
export const ALL_DAY = { opens: '00:00', closes: '23:59' };

const WORKDAYS = [ 'tue', 'wed', 'thu', 'fri' ];

/**
 * @param {?Object[]} spans Of a day.
 * @return {string} `unknown`, `closed`, `always` or `open`.
 */
export function stateOf( spans ) {
	if ( ! spans ) {
		return 'unknown';
	}
	if ( spans.length === 0 ) {
		return 'closed';
	}
	const [ { opens, closes } ] = spans;
	return spans.length === 1 &&
		opens === ALL_DAY.opens &&
		closes === ALL_DAY.closes
		? 'always'
		: 'open';
}

/**
 * @param {Object}    days
 * @param {string}    name  Of a day.
 * @param {?Object[]} spans Undefined: nothing is said of it any more.
 * @return {Object} The same with that day changed.
 */
export function changeDay( days, name, spans ) {
	const { [ name ]: before, ...rest } = days;
	return spans === undefined ? rest : { ...rest, [ name ]: spans };
}

/**
 * @param {Object} days
 * @return {Object} The same with Monday's hours on Tuesday to Friday.
 */
export const copyToWorkdays = ( days ) => ( {
	...days,
	...Object.fromEntries( WORKDAYS.map( ( name ) => [ name, days.mon ] ) ),
} );

/** @return {string} `2026-11-21`, where the browser is. */
export const today = () => new Date().toLocaleDateString( 'sv-SE' );
