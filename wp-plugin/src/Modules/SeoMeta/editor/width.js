// How wide a title or description is in a search result, in pixels; the same table as Survey/PixelWidth.php, which lists use.

// Advance widths of Helvetica, which Arial shares, in thousandths of the font size (Adobe Font Metrics). Not measured in
// the browser: not every system has Arial.
export const WIDTHS = {
	191: "'",
	222: 'ijl',
	260: '|',
	278: ' !,./:;I[\\]ft',
	333: '()-`r',
	334: '{}',
	355: '"',
	389: '*',
	469: '^',
	500: 'Jckvsxyz',
	584: '+<=>~',
	611: 'FTZ',
	667: '&ABEKPSVXY',
	722: 'CDHNRUw',
	778: 'GOQ',
	833: 'Mm',
	889: '%',
	944: 'W',
	1015: '@',
};
const MIDDLE = 556; // Digits, most small letters, and what has no width here.
const WIDE = 1000; // Chinese, Japanese, Korean, emoji fill a square.
const IS_WIDE =
	/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{10000}-\u{10FFFF}]/u;

export const MOST_TITLE = 600; // Google cuts desktop titles after about 600 px.
export const MOST_DESCRIPTION = 920; // Two lines on a desktop.
export const MOST_DESCRIPTION_PHONE = 680; // On a phone.

const TITLE_SIZE = 20; // px, as Google sets them.
const DESCRIPTION_SIZE = 14;

const byCharacter = new Map(
	Object.entries( WIDTHS ).flatMap( ( [ width, characters ] ) =>
		[ ...characters ].map( ( character ) => [ character, Number( width ) ] )
	)
);

const widthOf = ( character ) =>
	byCharacter.get( character ) ??
	( IS_WIDE.test( character ) ? WIDE : MIDDLE );

function measure( text, size ) {
	// A combining mark has no width of its own.
	const letters = text.normalize( 'NFD' ).replace( /\p{Mn}/gu, '' );
	let width = 0;
	for ( const character of letters ) {
		width += widthOf( character );
	}
	return Math.round( ( width * size ) / 1000 );
}

export const titleWidth = ( text ) => measure( text, TITLE_SIZE );

export const descriptionWidth = ( text ) => measure( text, DESCRIPTION_SIZE );

/**
 * @param {string}   text
 * @param {number}   most  In px.
 * @param {Function} width titleWidth or descriptionWidth.
 * @return {string} As much as a search engine shows, cut between words.
 */
export function cut( text, most, width ) {
	if ( width( text ) <= most ) {
		return text;
	}
	const words = text.split( /(?<=\s)/ );
	let shown = '';
	for ( const word of words ) {
		if ( width( `${ shown }${ word.trimEnd() } …` ) > most ) {
			break;
		}
		shown += word;
	}
	// A single word that is too long, or a language without spaces.
	if ( ! shown ) {
		for ( const character of text ) {
			if ( width( `${ shown }${ character } …` ) > most ) {
				break;
			}
			shown += character;
		}
	}
	return `${ shown.trimEnd() } …`;
}
