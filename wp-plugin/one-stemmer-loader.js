// Webpack loader: of the stemmers' one file (24 languages, 870 KB) keeps the base classes and the language of the query.

const EACH = /(?=^ {4}var \w+Stemmer = function \(_SnowballStemmer\d*\) \{$)/m;
const END = /^ {4}function newStemmer\([^]*$/m;

/**
 * `import( 'snowball-stemmers/snowball-stemmers.js?german' )` gives `newStemmer()` of German only. Fails the build when
 * the library's file no longer looks as expected.
 *
 * @param {string} source The library's file.
 * @return {string} The part of it.
 */
module.exports = function ( source ) {
	const language = this.resourceQuery.slice( 1 );
	const [ base, ...stemmers ] = source.replace( END, '' ).split( EACH );
	const own = stemmers.find( ( text ) =>
		text.startsWith( `    var ${ language }Stemmer ` )
	);
	if ( ! own ) {
		throw new Error( `snowball-stemmers has no "${ language }".` );
	}
	return `${ base }${ own }
    function newStemmer() {
        var stemmer = new ${ language }Stemmer();
        return { stem: function ( word ) { stemmer.setCurrent( word ); stemmer.stem(); return stemmer.getCurrent(); } };
    }
    function algorithms() { return [ '${ language }' ]; }
});
`;
};
