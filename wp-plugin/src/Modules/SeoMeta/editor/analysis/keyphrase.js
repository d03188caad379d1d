// Finds a keyphrase in text: its words in any form and order within one sentence, or, in quotes, exactly as written.
import { wordsOf } from './segment';

const IN_QUOTES = /^\s*["“”„«](.+)["“”»]\s*$/u;

/**
 * @param {{phrase: string, synonyms: Array<string>}} keyphrase
 * @param {Object}                                    page      Gives language and stem().
 * @return {Array<Object>} `{ text, chosen, stems, words }` of the phrase, then of its synonyms: the words that count, their stems, and all of them of an exact one.
 */
export function formsOf( { phrase, synonyms = [] }, page ) {
	return [ phrase, ...synonyms ]
		.map( ( text ) => formOf( text, page ) )
		.filter( ( { stems } ) => stems.length > 0 );
}

function formOf( text, { language, stem } ) {
	const quoted = text.match( IN_QUOTES )?.[ 1 ];
	const words = wordsOf( quoted ?? text, language );
	// Words like "of" and "the" may differ; a phrase made of nothing else ("The Who") is taken whole.
	const telling = words.filter(
		( word ) => ! language.stopwords.has( word )
	);
	const chosen = quoted || telling.length === 0 ? words : telling;
	return {
		text,
		chosen,
		stems: [ ...new Set( chosen.map( stem ) ) ],
		words: quoted ? words : null,
	};
}

/**
 * @param {{stems: Array<string>, words: ?Array<string>}} form
 * @param {{words: Array<string>, stems: Array<string>}}  sentence
 * @return {number} How often the form is in the sentence: as often as its rarest word.
 */
export function countIn( form, sentence ) {
	if ( form.words ) {
		return countExact( form.words, sentence.words );
	}
	let least = Infinity;
	for ( const stem of form.stems ) {
		let count = 0;
		for ( const other of sentence.stems ) {
			count += other === stem ? 1 : 0;
		}
		if ( count === 0 ) {
			return 0;
		}
		least = Math.min( least, count );
	}
	return least;
}

function countExact( words, within ) {
	let count = 0;
	for ( let at = 0; at + words.length <= within.length; at++ ) {
		if ( words.every( ( word, ahead ) => within[ at + ahead ] === word ) ) {
			count++;
		}
	}
	return count;
}

/**
 * @param {Array<Object>} forms
 * @param {string}        text
 * @param {Object}        page
 * @return {boolean} Whether one of the forms is in the text, taken as one sentence.
 */
export function isIn( forms, text, page ) {
	const words = wordsOf( text, page.language );
	const sentence = { words, stems: words.map( page.stem ) };
	return forms.some( ( form ) => countIn( form, sentence ) > 0 );
}

/**
 * @param {Array<Object>} forms
 * @param {string}        text
 * @param {Object}        page
 * @return {number} Share (0–1) of the words of the form that fits best.
 */
export function shareIn( forms, text, page ) {
	const found = new Set( page.stemmed( text ) );
	return Math.max(
		0,
		...forms.map(
			( { stems } ) =>
				stems.filter( ( stem ) => found.has( stem ) ).length /
				stems.length
		)
	);
}
