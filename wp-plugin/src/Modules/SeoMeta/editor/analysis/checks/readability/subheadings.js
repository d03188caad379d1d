// Long texts are divided by headings.

// Words without a heading: about two screens of a phone. The number is a custom of editors, not a
// rule of search engines.
const GOOD = 300;
const FAIR = 350;

export default {
	name: 'subheadings',
	run( { blocks, wordCount } ) {
		if ( wordCount <= GOOD ) {
			return null;
		}
		let words = 0;
		let longest = 0;
		let count = 0;
		for ( const { kind, wordCount: own } of blocks ) {
			if ( kind === 'heading' ) {
				count += words > GOOD ? 1 : 0;
				words = 0;
			} else {
				words += own;
				longest = Math.max( longest, words );
			}
		}
		count += words > GOOD ? 1 : 0;
		const status = longest > FAIR ? 'poor' : 'fair';
		return {
			status: count === 0 ? 'good' : status,
			count,
			longest,
			limit: GOOD,
		};
	},
};
