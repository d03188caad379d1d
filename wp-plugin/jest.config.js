// Jest as @wordpress/scripts has it, reading the libraries of the content analysis as the build does.
const defaults = require( '@wordpress/scripts/config/jest-unit.config' );

module.exports = {
	...defaults,
	moduleNameMapper: {
		'^(snowball-stemmers/.+)\\?\\w+$': '$1', // The whole file: the build's loader cuts it.
	},
	// ES modules in sources: Jest must translate them.
	transformIgnorePatterns: [ '/node_modules/(?!stopword/)' ],
};
