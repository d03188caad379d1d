// Lists of names and numbers as boxes and a text field change them.

/**
 * @param {string} text
 * @return {number[]} The numbers in it, each once; 0 is nobody's.
 */
export const toIds = ( text ) => [
	...new Set(
		( text.match( /\d+/g ) ?? [] ).map( Number ).filter( Boolean )
	),
];

/**
 * @param {string[]} names
 * @param {string}   name
 * @param {boolean}  isIn
 * @return {string[]} The list with or without the name.
 */
export const toggled = ( names, name, isIn ) =>
	isIn
		? [ ...new Set( [ ...names, name ] ) ]
		: names.filter( ( other ) => other !== name );
