// The words of an address, comparable with those of a text: WordPress has taken accents off and may have percent-encoded.
import { wordsOf } from './segment';

/**
 * @param {string} slug
 * @param {Object} page Gives language and stem().
 * @return {function(string): boolean} Whether a word of the text is in the slug, in any form.
 */
export function slugWords( slug, page ) {
	const words = wordsOf(
		decode( slug ).replace( /[-_/.]+/g, ' ' ),
		page.language
	);
	const stems = new Set();
	for ( const word of words ) {
		[ word, page.stem( word ) ].forEach( ( form ) => {
			stems.add( plain( form ) );
			stems.add( germanic( form ) );
		} );
	}
	return ( word ) =>
		[ word, page.stem( word ) ].some(
			( form ) =>
				stems.has( plain( form ) ) || stems.has( germanic( form ) )
		);
}

function decode( slug ) {
	try {
		return decodeURIComponent( slug );
	} catch {
		return slug; // A percent sign that encodes nothing.
	}
}

/**
 * As remove_accents() of WordPress does it in most languages.
 *
 * @param {string} text
 * @return {string} Without accents.
 */
const plain = ( text ) =>
	text
		.replace( /ß/g, 'ss' )
		.replace( /æ/g, 'ae' )
		.replace( /ø/g, 'o' )
		.replace( /œ/g, 'oe' )
		.normalize( 'NFD' )
		.replace( /\p{M}/gu, '' );

/**
 * As remove_accents() does it for German and Danish.
 *
 * @param {string} text
 * @return {string} With two letters for an umlaut.
 */
const germanic = ( text ) =>
	plain(
		text
			.replace( /ä/g, 'ae' )
			.replace( /ö/g, 'oe' )
			.replace( /ü/g, 'ue' )
			.replace( /ø/g, 'oe' )
			.replace( /å/g, 'aa' )
	);
