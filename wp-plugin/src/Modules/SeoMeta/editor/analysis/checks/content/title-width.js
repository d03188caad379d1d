// The title fits into the line search engines give it.

// Google cuts desktop titles after about 600 px of Arial 20 px (measured on result pages; Google names no number:
// "Influencing your title links"). The least is ours: below a third of the line an offer is left unsaid.
const MOST = 600;
const LEAST = 200;

export default {
	name: 'title-width',
	run( { paper: { title, titleWidth } } ) {
		if ( ! title ) {
			return { status: 'poor', found: 'empty', px: 0, most: MOST };
		}
		if ( titleWidth > MOST ) {
			return {
				status: 'fair',
				found: 'long',
				px: titleWidth,
				most: MOST,
			};
		}
		return titleWidth < LEAST
			? { status: 'fair', found: 'short', px: titleWidth, most: MOST }
			: { status: 'good', found: 'right', px: titleWidth, most: MOST };
	},
};
