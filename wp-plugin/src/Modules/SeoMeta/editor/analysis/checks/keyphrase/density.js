// The keyphrase is said often enough to be the subject, and not so often that it grates.
import { countIn } from '../../keyphrase';

// Mentions per 100 words. Google's spam policies forbid keyword stuffing and name no number; 0.5–3 % is what checkers
// agree on. One mention takes as many words as the phrase has, so long phrases get lower limits.
const LEAST = 0.5;
const MOST = 3;
const SPAM = 4;
const FEW_WORDS = 100; // Below that a share says nothing.

export default {
	name: 'keyphrase-density',
	run( page, { forms } ) {
		const { wordCount } = page;
		if ( wordCount < FEW_WORDS ) {
			return null;
		}
		let count = 0;
		for ( const sentence of page.allSentences ) {
			count += Math.max(
				...forms.map( ( form ) => countIn( form, sentence ) )
			);
		}
		const density = Math.round( ( count / wordCount ) * 1000 ) / 10;
		const scale = 1 / ( 1 + ( forms[ 0 ].stems.length - 1 ) * 0.25 );
		const params = {
			count,
			density,
			least: Math.max(
				1,
				Math.ceil( ( wordCount / 100 ) * LEAST * scale )
			),
			most: Math.max(
				2,
				Math.floor( ( wordCount / 100 ) * MOST * scale )
			),
		};
		if ( count < params.least ) {
			return {
				status: count === 0 ? 'poor' : 'fair',
				found: 'few',
				...params,
			};
		}
		if ( count > params.most ) {
			const isSpam = count > ( wordCount / 100 ) * SPAM * scale;
			return {
				status: isSpam ? 'poor' : 'fair',
				found: 'many',
				...params,
			};
		}
		return { status: 'good', found: 'right', ...params };
	},
};
