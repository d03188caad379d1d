// Sentences say how they hang together: "because", "however", "for example".
import { hasPhrase } from '../../phrases';

// Share of sentences. A custom of writing teachers put into numbers by other checkers; no study stands behind it, so it
// weighs little. Very short texts need none.
const GOOD = 0.3;
const FAIR = 0.2;
const FEW_SENTENCES = 5;

export default {
	name: 'transitions',
	needs: 'transitions',
	run( { sentences, language } ) {
		if ( sentences.length < FEW_SENTENCES ) {
			return null;
		}
		const count = sentences.filter( ( { words } ) =>
			hasPhrase( words, language.transitions )
		).length;
		const share = count / sentences.length;
		const status = share >= FAIR ? 'fair' : 'poor';
		return {
			status: share >= GOOD ? 'good' : status,
			count,
			share: Math.round( share * 100 ),
		};
	},
};
