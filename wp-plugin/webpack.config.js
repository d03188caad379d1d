// Builds into build/: the admin screens, the block editor's sidebar, its panels for classic forms, and the editor's side of our blocks.
const defaults = require( '@wordpress/scripts/config/webpack.config' );

module.exports = {
	...defaults,
	entry: {
		index: './admin/index.js',
		editor: './editor/index.js',
		forms: './editor/forms.js',
		blocks: './blocks/index.js',
	},
	output: {
		...defaults.output,
		chunkFilename: '[name].js?ver=[contenthash:8]', // A browser must not run the chunk of an older version.
	},
	optimization: {
		...defaults.optimization,
		splitChunks: {
			...defaults.optimization.splitChunks,
			cacheGroups: {
				...defaults.optimization.splitChunks.cacheGroups,
				defaultVendors: false, // One file a language, not two.
			},
		},
	},
	module: {
		...defaults.module,
		rules: [
			...defaults.module.rules,
			{
				test: /snowball-stemmers\.js$/,
				loader: require.resolve( './one-stemmer-loader' ),
			},
		],
	},
	performance: {
		hints: false, // DataViews alone is 850 KB; it loads on our own screens only.
	},
};
