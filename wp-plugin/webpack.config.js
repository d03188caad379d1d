// Builds the admin screens into build/: one script and one style for all of them.
const defaults = require( '@wordpress/scripts/config/webpack.config' );

module.exports = {
	...defaults,
	entry: { index: './admin/index.js' },
	performance: {
		hints: false, // DataViews alone is 850 KB; it loads on our own screens only.
	},
};
