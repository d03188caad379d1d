// The title shown by search engines says the keyphrase, best at its beginning.
import { isIn, shareIn } from '../../keyphrase';

// Google's title links documentation asks for descriptive, concise titles; narrow screens cut the end off, so the words
// that tell stand in the first half.
const FIRST_PART = 0.5;

export default {
	name: 'keyphrase-title',
	run( page, { forms } ) {
		const { title } = page.paper;
		if ( isIn( forms, title, page ) ) {
			const words = page.stemmed( title );
			const first = words.slice(
				0,
				Math.ceil( words.length * FIRST_PART )
			);
			const isEarly = forms.some( ( { stems } ) =>
				stems.some( ( stem ) => first.includes( stem ) )
			);
			return { status: isEarly ? 'good' : 'fair', found: 'late' };
		}
		const share = shareIn( forms, title, page );
		return share >= 0.5
			? { status: 'fair', found: 'part' }
			: { status: 'poor', found: 'none' };
	},
};
