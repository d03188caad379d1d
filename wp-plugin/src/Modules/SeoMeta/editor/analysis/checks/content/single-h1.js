// The theme prints the title as the page's one h1, so the content has none.

export default {
	name: 'single-h1',
	run( { headings } ) {
		const found = headings.filter( ( { level } ) => level === 1 );
		return {
			status: found.length === 0 ? 'good' : 'poor',
			count: found.length,
			examples: found.map( ( { text } ) => text ),
		};
	},
};
