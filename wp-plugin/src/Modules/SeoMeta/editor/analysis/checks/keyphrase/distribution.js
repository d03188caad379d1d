// The keyphrase is spread over the page, so that each part is about it.
import { countIn } from '../../keyphrase';

// Longest stretch without a mention, as a share of the text. Ours: less than a third is spread, more than half is not.
const GOOD = 0.3;
const FAIR = 0.5;
const FEW_SENTENCES = 15; // A short text needs no spreading.

export default {
	name: 'keyphrase-distribution',
	run( page, { forms } ) {
		const total = page.allSentences.length;
		if ( total < FEW_SENTENCES ) {
			return null;
		}
		let last = -1;
		let longest = 0;
		let count = 0;
		page.allSentences.forEach( ( sentence, at ) => {
			if ( forms.some( ( form ) => countIn( form, sentence ) > 0 ) ) {
				longest = Math.max( longest, at - last - 1 );
				last = at;
				count++;
			}
		} );
		longest = Math.max( longest, total - last - 1 );
		const share = count === 0 ? 1 : longest / total;
		const params = { share: Math.round( share * 100 ) };
		if ( share <= GOOD ) {
			return { status: 'good', ...params };
		}
		return { status: share <= FAIR ? 'fair' : 'poor', ...params };
	},
};
