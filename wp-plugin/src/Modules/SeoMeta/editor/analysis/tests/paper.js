// A page to be analysed, for tests: give what matters, the rest is unremarkable.

/**
 * @param {Object} values Of a Paper; `keyphrase` is short for one keyphrase without synonyms.
 * @return {import('../page').Paper} Complete.
 */
export const paper = ( { keyphrase, ...values } = {} ) => ( {
	html: '',
	title: '',
	titleWidth: 300,
	description: '',
	descriptionWidth: 500,
	slug: '',
	url: 'https://example.com/page/',
	siteUrl: 'https://example.com/',
	locale: 'en_US',
	isCornerstone: false,
	hasFeaturedImage: false,
	shortcodes: [ 'gallery' ],
	keyphrases: keyphrase
		? [ { phrase: keyphrase, synonyms: [], uses: null } ]
		: [],
	...values,
} );

/**
 * @param {number} count
 * @param {string} word
 * @return {string} So many words in sentences of ten.
 */
export const words = ( count, word = 'word' ) =>
	Array.from(
		{ length: count },
		( _, at ) =>
			[ 'Some ', ...Array( 8 ).fill( `${ word } ` ), `${ word }. ` ][
				at % 10
			]
	).join( '' );

export const p = ( text ) => `<p>${ text }</p>`;
