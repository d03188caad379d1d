// No other page of the site has the same keyphrase: two pages would compete for one place.

export default {
	name: 'keyphrase-uses',
	run( page, { uses } ) {
		if ( uses === null || uses === undefined ) {
			return null; // The site has not answered yet.
		}
		const status = uses === 0 ? 'good' : 'poor';
		return { status: uses === 1 ? 'fair' : status, count: uses };
	},
};
