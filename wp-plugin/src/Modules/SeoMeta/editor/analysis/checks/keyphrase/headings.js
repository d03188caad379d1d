// Some headings say the keyphrase, not all of them.
import { countIn } from '../../keyphrase';

// Ours: at least one heading, and no more than three in four, above which headings no longer tell sections apart.
const MOST_SHARE = 0.75;
const FEW = 3; // With fewer headings a share says nothing.

export default {
	name: 'keyphrase-headings',
	run( page, { forms } ) {
		const headings = page.headings.filter( ( { level } ) => level > 1 );
		if ( headings.length === 0 ) {
			return null;
		}
		const count = headings.filter( ( { sentences } ) =>
			sentences.some( ( sentence ) =>
				forms.some( ( form ) => countIn( form, sentence ) > 0 )
			)
		).length;
		const params = { count, total: headings.length };
		if ( count === 0 ) {
			return { status: 'poor', ...params };
		}
		const isTooMuch =
			headings.length >= FEW && count / headings.length > MOST_SHARE;
		return { status: isTooMuch ? 'fair' : 'good', ...params };
	},
};
