// Runs all checks on a page. Pure: the same paper and language give the same result, in a worker or in a test.
import { CHECKS } from './checks';
import { formsOf } from './keyphrase';
import { makePage } from './page';
import { score } from './score';

const MOST_EXAMPLES = 3;
const LONGEST_EXAMPLE = 140; // Characters: enough to find the place.

/**
 * @param {import('./page').Paper}         paper
 * @param {import('./languages').Language} language
 * @return {Object} `{ language, figures, keyphrases: [ { phrase, score, checks } ], content: { score, checks }, readability: { score, checks, missing } }`;
 *                  a check is `{ name, status, params, examples }`, `missing` are names of checks that this language does not have.
 */
export function analyse( paper, language ) {
	const page = makePage( paper, language );
	const keyphrases = paper.keyphrases.map( ( given ) => {
		const forms = formsOf( given, page );
		const checks =
			forms.length > 0
				? run( CHECKS.keyphrase, page, { ...given, forms } )
				: [];
		return { phrase: given.phrase, score: score( checks ), checks };
	} );
	const content = run( CHECKS.content, page );
	const hasText = page.wordCount > 0;
	const readability = hasText ? run( CHECKS.readability, page ) : [];
	return {
		language: { code: language.code, covers: language.covers },
		figures: figuresOf( page ),
		keyphrases,
		content: { score: score( content ), checks: content },
		readability: {
			score: score( readability ),
			checks: readability,
			missing: CHECKS.readability
				.filter( ( { needs } ) => needs && ! language[ needs ] )
				.map( ( { name } ) => name ),
		},
	};
}

function run( checks, page, keyphrase ) {
	return checks
		.filter( ( { needs } ) => ! needs || page.language[ needs ] )
		.map( ( check ) => [ check.name, check.run( page, keyphrase ) ] )
		.filter( ( [ , result ] ) => result )
		.map( ( [ name, { status, examples = [], ...params } ] ) => ( {
			name,
			status,
			params,
			examples: examples.slice( 0, MOST_EXAMPLES ).map( cut ),
		} ) );
}

const cut = ( text ) =>
	text.length > LONGEST_EXAMPLE
		? `${ text.slice( 0, LONGEST_EXAMPLE - 1 ).trimEnd() }…`
		: text;

const figuresOf = ( { wordCount, sentences, paragraphs, language } ) => ( {
	words: wordCount,
	sentences: sentences.length,
	paragraphs: paragraphs.length,
	minutes: Math.max(
		wordCount > 0 ? 1 : 0,
		Math.round( wordCount / language.wordsPerMinute )
	),
} );
