// The description says the keyphrase: search engines print the words that were searched in bold.
import { countIn, shareIn } from '../../keyphrase';
import { sentencesOf, wordsOf } from '../../segment';

// Our own limit: more than two mentions in some 150 characters read like a list of keywords.
const MOST = 2;

export default {
	name: 'keyphrase-description',
	run( page, { forms } ) {
		const { description } = page.paper;
		if ( ! description ) {
			return { status: 'poor', found: 'empty', count: 0 };
		}
		let count = 0;
		for ( const text of sentencesOf( description, page.language ) ) {
			const words = wordsOf( text, page.language );
			const sentence = { words, stems: words.map( page.stem ) };
			count += Math.max(
				...forms.map( ( form ) => countIn( form, sentence ) )
			);
		}
		if ( count > MOST ) {
			return { status: 'fair', found: 'often', count };
		}
		if ( count > 0 || shareIn( forms, description, page ) === 1 ) {
			return { status: 'good', found: 'all', count };
		}
		const isPart = shareIn( forms, description, page ) >= 0.5;
		return {
			status: isPart ? 'fair' : 'poor',
			found: isPart ? 'part' : 'none',
			count,
		};
	},
};
