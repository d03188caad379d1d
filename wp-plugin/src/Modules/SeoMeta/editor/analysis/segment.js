// Cuts text into words and sentences by Unicode's rules, which know languages without spaces too.

// Marks that writing may leave out: Arabic vowel signs and the stretching line, soft hyphens.
const OPTIONAL = /[\u064B-\u0652\u0640\u00AD]/g;
const QUOTES = /[‘’ʼ]/g;
// Segmenting a long text at once is slower than its parts: V8 copies the whole string for each segment.
const cache = new Map();

function segmenter( code, granularity ) {
	const key = `${ code } ${ granularity }`;
	if ( ! cache.has( key ) ) {
		cache.set( key, new Intl.Segmenter( code, { granularity } ) );
	}
	return cache.get( key );
}

/**
 * @param {string} text
 * @param {Object} language Needs `code`; `elision` takes the article from `l'eau`.
 * @return {Array<string>} Words in small letters, without the marks that writing may leave out.
 */
export function wordsOf( text, language ) {
	const words = [];
	for ( const part of segmenter( language.code, 'word' ).segment( text ) ) {
		if ( part.isWordLike ) {
			words.push( normalise( part.segment, language ) );
		}
	}
	return words;
}

/**
 * @param {string} word
 * @param {Object} language
 * @return {string} The form in which words are compared.
 */
export function normalise( word, language ) {
	const small = word
		.normalize( 'NFC' )
		.replace( OPTIONAL, '' )
		.replace( QUOTES, "'" )
		.toLocaleLowerCase( language.code );
	return language.elision ? small.replace( language.elision, '' ) : small;
}

/**
 * @param {string} text     One block's.
 * @param {Object} language `abbreviations` do not end a sentence.
 * @return {Array<string>} Its sentences, trimmed.
 */
export function sentencesOf( text, language ) {
	const sentences = [];
	let open = '';
	for ( const part of segmenter( language.code, 'sentence' ).segment(
		text
	) ) {
		open += part.segment;
		if ( ! endsInAbbreviation( open, language ) ) {
			sentences.push( open.trim() );
			open = '';
		}
	}
	if ( open.trim() ) {
		sentences.push( open.trim() );
	}
	return sentences.filter( ( sentence ) => /[\p{L}\p{N}]/u.test( sentence ) );
}

function endsInAbbreviation( sentence, language ) {
	const last = sentence.match( /(?:^|[\s(«„“"'])([\p{L}.]+)\.\s*$/u )?.[ 1 ];
	if ( ! last ) {
		return false;
	}
	const isInitial = /^\p{Lu}$/u.test( last );
	return (
		isInitial ||
		( language.abbreviations?.has( last.toLowerCase() ) ?? false )
	);
}
