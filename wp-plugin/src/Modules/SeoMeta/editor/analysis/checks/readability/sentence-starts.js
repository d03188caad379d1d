// Sentences that follow one another begin differently.

// A row of three is a figure of speech or an oversight; more is monotonous. Custom of style guides, weighed low.
const ROW = 3;

export default {
	name: 'sentence-starts',
	run( { blocks, language } ) {
		const rows = [];
		let total = 0;
		for ( const { sentences, kind } of blocks ) {
			// Items of a list begin alike on purpose.
			if ( kind !== 'paragraph' ) {
				continue;
			}
			total += sentences.length;
			let row = [];
			for ( const sentence of sentences ) {
				const start = startOf( sentence.words, language );
				if (
					row.length === 0 ||
					startOf( row[ 0 ].words, language ) !== start
				) {
					keep( row, rows );
					row = [];
				}
				row.push( sentence );
			}
			keep( row, rows );
		}
		if ( total < ROW ) {
			return null;
		}
		const status = rows.length > 1 ? 'poor' : 'fair';
		return {
			status: rows.length === 0 ? 'good' : status,
			count: rows.length,
			examples: rows.map( ( row ) => row[ 0 ].text ),
		};
	},
};

function keep( row, rows ) {
	if ( row.length >= ROW ) {
		rows.push( row );
	}
}

/**
 * An article is no beginning by itself: "The dog" and "The bed" differ.
 *
 * @param {Array<string>} words
 * @param {Object}        language
 * @return {string} What a sentence begins with.
 */
const startOf = ( words, language ) =>
	language.articles?.has( words[ 0 ] )
		? `${ words[ 0 ] } ${ words[ 1 ] ?? '' }`
		: ( words[ 0 ] ?? '' );
