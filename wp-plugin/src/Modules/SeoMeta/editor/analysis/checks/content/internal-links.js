// The text leads on to other pages of this site.
import { kindOf } from '../../links';

// Google, "Link best practices": every page you care about should have a link from at least one other page. One link
// is the least; one per 300 words the density that editors keep to (ours).
const WORDS_PER_LINK = 300;

export default {
	name: 'internal-links',
	run( { links, wordCount, paper } ) {
		const count = links.filter(
			( { url } ) => kindOf( url, paper ) === 'internal'
		).length;
		const wanted = Math.max(
			1,
			Math.floor( wordCount / WORDS_PER_LINK / 2 )
		);
		if ( count === 0 ) {
			return { status: 'poor', count, wanted };
		}
		return { status: count >= wanted ? 'good' : 'fair', count, wanted };
	},
};
