// The page shows something.

export default {
	name: 'images',
	run( { images, paper } ) {
		const count = images.length + ( paper.hasFeaturedImage ? 1 : 0 );
		return { status: count > 0 ? 'good' : 'fair', count };
	},
};
