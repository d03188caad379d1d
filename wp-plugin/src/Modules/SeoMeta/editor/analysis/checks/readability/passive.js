// Most sentences say who does what.

// Share of sentences. Plain-language guides (plainlanguage.gov, "Use active voice") name no number; 10 % is the custom of
// checkers, and recognition by rules errs on both sides, so it weighs little.
const GOOD = 0.1;
const FAIR = 0.15;

export default {
	name: 'passive',
	needs: 'isPassive',
	run( { sentences, language } ) {
		if ( sentences.length === 0 ) {
			return null;
		}
		const passive = sentences.filter( ( { words } ) =>
			language.isPassive( words )
		);
		const share = passive.length / sentences.length;
		const status = share <= FAIR ? 'fair' : 'poor';
		return {
			status: share <= GOOD ? 'good' : status,
			count: passive.length,
			share: Math.round( share * 100 ),
			examples: passive.map( ( { text } ) => text ),
		};
	},
};
