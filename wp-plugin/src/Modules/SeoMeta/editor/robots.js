// Reads and writes the list of directives that the field `robots` holds: "noindex, max-snippet:50".

/**
 * @param {string} text As in the robots meta tag; what nobody knows stays, so that saving loses nothing.
 * @return {Object} Name → true, or the text behind the colon.
 */
export function parse( text ) {
	const robots = {};
	for ( const part of ( text ?? '' ).split( ',' ) ) {
		const [ name, ...value ] = part.split( ':' );
		if ( name.trim() ) {
			robots[ name.trim().toLowerCase() ] =
				value.length > 0 ? value.join( ':' ).trim() : true;
		}
	}
	return robots;
}

/**
 * @param {Object} robots As parse() gives it; false, '' and undefined are left out.
 * @return {string} As the field holds it.
 */
export const format = ( robots ) =>
	Object.entries( robots )
		.filter(
			( [ , value ] ) =>
				value !== false && value !== '' && value !== undefined
		)
		.map( ( [ name, value ] ) =>
			value === true ? name : `${ name }:${ value }`
		)
		.join( ', ' );

/**
 * @param {string} text
 * @param {Object} values Directive → true, text, or '' to take it away.
 * @return {string} The list after the change.
 */
export const withDirectives = ( text, values ) =>
	format( { ...parse( text ), ...values } );

/**
 * @param {string} text
 * @param {string} yes  `index` or `follow`.
 * @return {string} That word, its opposite, or '' when the page goes with its kind.
 */
export function stanceOf( text, yes ) {
	const robots = parse( text );
	if ( robots[ `no${ yes }` ] || robots.none ) {
		return `no${ yes }`;
	}
	return robots[ yes ] || robots.all ? yes : '';
}

/**
 * @param {string} text
 * @param {string} yes    `index` or `follow`.
 * @param {string} chosen As stanceOf() gives it.
 * @return {string} The list after the change.
 */
export function withStance( text, yes, chosen ) {
	const robots = parse( text );
	const other = yes === 'index' ? 'follow' : 'index';
	// "none" and "all" speak of both: the other half stays said.
	const stays = robots.none || robots.all ? stanceOf( text, other ) : '';
	return format( {
		...robots,
		none: false,
		all: false,
		...( stays ? { [ stays ]: true } : {} ),
		[ yes ]: chosen === yes,
		[ `no${ yes }` ]: chosen === `no${ yes }`,
	} );
}
