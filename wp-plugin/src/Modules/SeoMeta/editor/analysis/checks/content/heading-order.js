// Headings go down one level at a time (W3C WAI, "Headings": skipping ranks can be confusing and should be avoided).

export default {
	name: 'heading-order',
	run( { headings } ) {
		if ( headings.length === 0 ) {
			return null;
		}
		let before = 1; // The title.
		const skipped = [];
		for ( const { level, text } of headings ) {
			if ( level > before + 1 ) {
				skipped.push( text );
			}
			before = level;
		}
		return {
			status: skipped.length === 0 ? 'good' : 'fair',
			count: skipped.length,
			examples: skipped,
		};
	},
};
