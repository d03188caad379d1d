// An image that shows what the page is about says so in its alternative text.
import { shareIn } from '../../keyphrase';

// Google, "Image SEO best practices": useful, information-rich alt text, no keyword stuffing. The share is ours.
const MOST_SHARE = 0.75;
const FEW = 4; // With fewer images a share says nothing.

export default {
	name: 'keyphrase-image-alts',
	run( page, { forms } ) {
		if ( page.images.length === 0 ) {
			return null;
		}
		// Half of the words make an image belong to the page: an alternative text describes, it does not repeat.
		const count = page.images.filter(
			( { alt } ) => shareIn( forms, alt, page ) >= 0.5
		).length;
		const total = page.images.length;
		if ( count === 0 ) {
			return { status: 'poor', count, total };
		}
		const isTooMuch = total >= FEW && count / total > MOST_SHARE;
		return { status: isTooMuch ? 'fair' : 'good', count, total };
	},
};
