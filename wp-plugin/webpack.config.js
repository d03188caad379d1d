// Builds into build/: the admin screens, the block editor's sidebar, and the editor's side of our blocks.
const defaults = require( '@wordpress/scripts/config/webpack.config' );

module.exports = {
	...defaults,
	entry: {
		index: './admin/index.js',
		editor: './editor/index.js',
		blocks: './blocks/index.js',
	},
	performance: {
		hints: false, // DataViews alone is 850 KB; it loads on our own screens only.
	},
};
