// The first paragraph says what the page is about.
import { countIn, shareIn } from '../../keyphrase';

export default {
	name: 'keyphrase-first-paragraph',
	run( page, { forms } ) {
		const first = page.paragraphs[ 0 ];
		if ( ! first ) {
			return null;
		}
		const isInOne = first.sentences.some( ( sentence ) =>
			forms.some( ( form ) => countIn( form, sentence ) > 0 )
		);
		if ( isInOne ) {
			return { status: 'good', found: 'sentence' };
		}
		const share = shareIn( forms, first.text, page );
		if ( share === 1 ) {
			return { status: 'fair', found: 'paragraph' };
		}
		return {
			status: share >= 0.5 ? 'fair' : 'poor',
			found: share >= 0.5 ? 'part' : 'none',
		};
	},
};
