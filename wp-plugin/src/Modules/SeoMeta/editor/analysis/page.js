// The page as the checks see it: read, cut into sentences and words, and stemmed, once for all of them.
import { read } from './read';
import { sentencesOf, wordsOf } from './segment';

// Kinds of block that are prose; headings, cells and captions are not made of sentences.
const PROSE = new Set( [ 'paragraph', 'item' ] );

/**
 * What an editor sends to be analysed.
 *
 * @typedef {Object} Paper
 * @property {string}        html             As WordPress stores it.
 * @property {string}        title            As search engines will get it.
 * @property {number}        titleWidth       In px, as Google sets it.
 * @property {string}        description      As search engines will get it; '' for none.
 * @property {number}        descriptionWidth In px.
 * @property {string}        slug             Last part of the address.
 * @property {string}        url              Of the page; '' when unknown.
 * @property {string}        siteUrl          Of the home page.
 * @property {string}        locale           `de_CH`
 * @property {boolean}       isCornerstone    Of such a page more is asked.
 * @property {boolean}       hasFeaturedImage An image that is not in the content.
 * @property {Array<string>} shortcodes       Names that this site knows.
 * @property {Array<Object>} keyphrases       `{ phrase, synonyms, uses }`; `uses`: other pages with it, null when unknown.
 *
 * @param    {Paper}         paper
 * @param    {Object}        language         As load() of languages/ gives it.
 * @return {Object} Everything a check may ask for.
 */
export function makePage( paper, language ) {
	const { blocks, links, images } = read( paper.html, paper.shortcodes );
	const { stem } = language;
	const stemmed = ( text ) => wordsOf( text, language ).map( stem );

	for ( const block of blocks ) {
		block.isProse = PROSE.has( block.kind );
		block.sentences = (
			block.isProse ? sentencesOf( block.text, language ) : [ block.text ]
		).map( ( text ) => {
			const words = wordsOf( text, language );
			return { text, words, stems: words.map( stem ) };
		} );
		block.wordCount = block.sentences.reduce(
			( sum, { words } ) => sum + words.length,
			0
		);
	}
	const shown = blocks.filter( ( { kind } ) => kind !== 'code' );
	const prose = blocks.filter( ( { isProse } ) => isProse );
	return {
		paper,
		language,
		stem,
		stemmed,
		blocks: shown,
		links,
		images,
		headings: shown.filter( ( { kind } ) => kind === 'heading' ),
		paragraphs: shown.filter( ( { kind } ) => kind === 'paragraph' ),
		sentences: prose.flatMap( ( { sentences } ) => sentences ),
		allSentences: shown.flatMap( ( { sentences } ) => sentences ),
		wordCount: shown.reduce( ( sum, block ) => sum + block.wordCount, 0 ),
	};
}
