// Images say in words what they show (WCAG 2.2, 1.1.1; Google, "Image SEO best practices").

export default {
	name: 'image-alts',
	run( { images } ) {
		if ( images.length === 0 ) {
			return null;
		}
		const count = images.filter( ( { alt } ) => ! alt ).length;
		const isAll = count === images.length;
		const status = isAll ? 'poor' : 'fair'; // An image that only decorates rightly has none, but not all of them do.
		return {
			status: count === 0 ? 'good' : status,
			count,
			total: images.length,
		};
	},
};
