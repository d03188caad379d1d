// ESLint as @wordpress/scripts has it, for a build that takes React and most of @wordpress from WordPress itself.
const defaults = require( '@wordpress/scripts/config/eslint.config.cjs' );

module.exports = [
	...defaults,
	{
		files: [ 'admin/tests/*.js', 'editor/tests/*.js' ],
		languageOptions: { globals: { jest: 'readonly' } },
	},
	{
		files: [ '**/worker.js' ],
		languageOptions: { globals: { self: 'readonly' } },
	},
	{
		settings: {
			// Installed for tests and types, given by WordPress at run time.
			'import/core-modules': [
				'@wordpress/a11y',
				'@wordpress/block-editor',
				'@wordpress/blocks',
				'@wordpress/compose',
				'@wordpress/core-data',
				'@wordpress/editor',
				'@wordpress/plugins',
				'@wordpress/server-side-render',
				'react',
			],
		},
		rules: {
			'@wordpress/i18n-text-domain': [
				'error',
				{ allowedTextDomain: 'igny8' },
			],
			'@wordpress/i18n-translator-comments': 'error',
			// A parameter that is taken apart is described whole.
			'jsdoc/require-param': [ 'error', { checkDestructured: false } ],
			'jsdoc/check-param-names': [
				'error',
				{ checkDestructured: false },
			],
		},
	},
];
