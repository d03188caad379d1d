// The text is long enough to say something of its own.

// Words. Google names no least length ("Creating helpful content": "we don't have a preferred word count"); 300 is the
// old rule of editors for an article, 900 for a guide that others link to. Low weight for that reason.
const GOOD = 300;
const FAIR = 200;
const CORNERSTONE = 900;

export default {
	name: 'text-length',
	run( { wordCount, paper: { isCornerstone } } ) {
		const least = isCornerstone ? CORNERSTONE : GOOD;
		const params = { count: wordCount, least };
		if ( wordCount >= least ) {
			return { status: 'good', ...params };
		}
		const isFair = wordCount >= ( isCornerstone ? GOOD : FAIR );
		return { status: isFair ? 'fair' : 'poor', ...params };
	},
};
