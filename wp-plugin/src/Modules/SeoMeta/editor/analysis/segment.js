// Cuts text into words and sentences by Unicode's rules, which know languages without spaces too.

// Marks that writing may leave out: Arabic vowel signs and the stretching line, soft hyphens.
const OPTIONAL = /[\u064B-\u0652\u0640\u00AD]/g;
const QUOTES = /[‘’ʼ]/g;
// Letters, digits and what joins them. In scripts that put spaces between words this finds the words that Unicode's rules
// find, thirty times faster: V8 makes an object of each segment and copies the text for it.
const WORD =
	/[\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u00AD]*(?:['’ʼ.·:][\p{L}\p{N}][\p{L}\p{N}\p{M}\u0640\u00AD]*)*/gu;
// Scripts without spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
const UNSPACED =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

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
	if ( UNSPACED.test( text ) ) {
		return [ ...segmenter( language.code, 'word' ).segment( text ) ]
			.filter( ( { isWordLike } ) => isWordLike )
			.map( ( { segment } ) => normalise( segment, language ) );
	}
	return ( text.match( WORD ) ?? [] ).map( ( word ) =>
		normalise( word, language )
	);
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
