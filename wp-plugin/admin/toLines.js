// Makes a list of what somebody typed or pasted, one entry a line or with commas between them.

const BULLET = /^\s*(?:[-–—*•·‣▪◦]|\d{1,3}[.)])\s+/;

/**
 * Commas count only within a single line: in a list of lines they belong to the names ("Portland, Oregon").
 *
 * @param {string} text
 * @return {string[]} Its entries without blanks, bullets and repetitions.
 */
export default function toLines( text ) {
	const lines = text.split( /[\r\n]+/ ).filter( ( line ) => line.trim() );
	const parts = lines.length > 1 ? lines : text.split( /[,;\t]/ );
	const entries = parts
		.map( ( part ) => part.replace( BULLET, '' ).trim() )
		.filter( Boolean );
	const seen = new Set();
	return entries.filter( ( entry ) => {
		const key = entry.toLocaleLowerCase();
		return ! seen.has( key ) && seen.add( key );
	} );
}
