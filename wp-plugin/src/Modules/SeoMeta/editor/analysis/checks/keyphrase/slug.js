// The address of the page says the keyphrase.
import { slugStems } from '../../slug';

export default {
	name: 'keyphrase-slug',
	run( page, { forms } ) {
		const { slug } = page.paper;
		if ( ! slug ) {
			return null;
		}
		const found = slugStems( slug, page );
		const share = Math.max(
			...forms.map(
				( { stems } ) =>
					stems.filter( ( stem ) => found.has( stem ) ).length /
					stems.length
			)
		);
		// Long phrases are rightly shortened in an address: half of the words will do (our rule).
		if ( share === 1 || ( share >= 0.5 && forms[ 0 ].stems.length > 2 ) ) {
			return { status: 'good' };
		}
		return { status: share >= 0.5 ? 'fair' : 'poor' };
	},
};
