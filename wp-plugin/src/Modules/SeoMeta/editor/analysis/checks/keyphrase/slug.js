// The address of the page says the keyphrase.
import { slugWords } from '../../slug';

export default {
	name: 'keyphrase-slug',
	run( page, { forms } ) {
		const { slug } = page.paper;
		if ( ! slug ) {
			return null;
		}
		const isInSlug = slugWords( slug, page );
		const share = Math.max(
			...forms.map(
				( { chosen } ) =>
					chosen.filter( isInSlug ).length / chosen.length
			)
		);
		// Long phrases are rightly shortened in an address: half of the words will do (our rule).
		if ( share === 1 || ( share >= 0.5 && forms[ 0 ].stems.length > 2 ) ) {
			return { status: 'good' };
		}
		return { status: share >= 0.5 ? 'fair' : 'poor' };
	},
};
