// Cuts a CSV file into pieces that are files themselves: so a file of any size goes through any server's limits.

const BOM = '\ufeff';

/**
 * @param {string} text
 * @param {number} rows Of a piece, at most.
 * @return {Array<{text: string, line: number, rows: number}>} Each begins with the first line of the file; `line` is what to add to a line of the piece to have that of the file.
 */
export default function csvPieces( text, rows ) {
	const [ header, ...records ] = split(
		text.startsWith( BOM ) ? text.slice( 1 ) : text
	);
	return header ? pack( header, records, rows ) : [];
}

function pack( header, records, rows ) {
	const pieces = [];
	for ( let at = 0; at < Math.max( 1, records.length ); at += rows ) {
		const some = records.slice( at, at + rows );
		const first = some[ 0 ]?.line ?? header.line + header.lines;
		pieces.push( {
			text: [ header, ...some ]
				.map( ( { text: row } ) => row )
				.join( '\r\n' ),
			line: first - header.lines - 1,
			rows: some.length,
		} );
	}
	return pieces;
}

/**
 * @param {string} text
 * @return {Array<{text: string, line: number, lines: number}>} Records: a line break within quotation marks does not end one. Empty ones are left out, as the server does.
 */
function split( text ) {
	const records = [];
	const ends = /"[^"]*(?:"|$)|\r\n|\n|\r/g;
	let start = 0;
	let line = 1;
	let inside = 0;
	const close = ( end ) => {
		const record = text.slice( start, end );
		if ( record !== '' ) {
			records.push( { text: record, line, lines: inside + 1 } );
		}
	};
	for ( const { 0: found, index } of text.matchAll( ends ) ) {
		if ( found.startsWith( '"' ) ) {
			inside += found.split( '\n' ).length - 1;
			continue;
		}
		close( index );
		start = index + found.length;
		line += inside + 1;
		inside = 0;
	}
	close( text.length );
	return records;
}
