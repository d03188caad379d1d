// The text names its sources.
import { kindOf } from '../../links';

export default {
	name: 'outbound-links',
	run( { links, paper } ) {
		const count = links.filter(
			( { url } ) => kindOf( url, paper ) === 'outbound'
		).length;
		// Not a ranking factor by Google's word; a page without sources is a finding, not a fault.
		return { status: count > 0 ? 'good' : 'fair', count };
	},
};
