// Few sentences are long.

// GOV.UK content design: split sentences of more than 25 words. Languages may set their own. The shares are ours.
const LONG = 25;
const GOOD = 0.25;
const FAIR = 0.35;

export default {
	name: 'sentence-length',
	run( { sentences, language } ) {
		if ( sentences.length === 0 ) {
			return null;
		}
		const limit = language.longSentence ?? LONG;
		const long = sentences.filter( ( { words } ) => words.length > limit );
		const share = long.length / sentences.length;
		const isFair = share <= FAIR;
		const status = isFair ? 'fair' : 'poor';
		return {
			status: share <= GOOD ? 'good' : status,
			count: long.length,
			share: Math.round( share * 100 ),
			limit,
			examples: long
				.sort( ( a, b ) => b.words.length - a.words.length )
				.map( ( { text } ) => text ),
		};
	},
};
