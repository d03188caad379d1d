// There is a description, and it fits into the two lines search engines give it.

// Google shows about 920 px of Arial 14 px on a desktop, 680 px on a phone (measured; Google names no number:
// "Control your snippets"). Below 400 px half of the place stays empty (ours).
const MOST = 920;
const LEAST = 400;

export default {
	name: 'description-width',
	run( { paper: { description, descriptionWidth } } ) {
		const params = { px: descriptionWidth, most: MOST };
		if ( ! description ) {
			return { status: 'poor', found: 'empty', ...params };
		}
		if ( descriptionWidth > MOST ) {
			return { status: 'fair', found: 'long', ...params };
		}
		return descriptionWidth < LEAST
			? { status: 'fair', found: 'short', ...params }
			: { status: 'good', found: 'right', ...params };
	},
};
