// Paragraphs are short enough to be read at a glance.

// US Federal Plain Language Guidelines: no more than 150 words in three to eight sentences. 200 is where it becomes
// a wall of text on a phone (ours: more than one screen).
const GOOD = 150;
const FAIR = 200;

export default {
	name: 'paragraph-length',
	run( { paragraphs } ) {
		if ( paragraphs.length === 0 ) {
			return null;
		}
		const long = paragraphs.filter( ( { wordCount } ) => wordCount > GOOD );
		const longest = Math.max(
			...paragraphs.map( ( { wordCount } ) => wordCount )
		);
		const status = longest > FAIR ? 'poor' : 'fair';
		return {
			status: long.length === 0 ? 'good' : status,
			count: long.length,
			longest,
			limit: GOOD,
			examples: long.map( ( { text } ) => text ),
		};
	},
};
