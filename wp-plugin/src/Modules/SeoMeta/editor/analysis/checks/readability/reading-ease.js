// How easy the text is, by the formula made for its language: 100 very easy, 0 very hard.

// Flesch (1948): 60–70 is plain language, below 30 is read by graduates.
const GOOD = 50;
const FAIR = 30;
const FEW_WORDS = 100; // The formulas were fitted on samples of 100 words.

export default {
	name: 'reading-ease',
	needs: 'readingEase',
	run( { sentences, language } ) {
		const words = sentences.flatMap( ( sentence ) => sentence.words );
		if ( words.length < FEW_WORDS ) {
			return null;
		}
		const ease = language.readingEase.formula( {
			wordsPerSentence: words.length / sentences.length,
			syllablesPerWord: language.syllables
				? average( words, language.syllables )
				: 0,
			longWordShare:
				words.filter( ( word ) => word.length > 6 ).length /
				words.length,
		} );
		const score = Math.round( Math.min( 100, Math.max( 0, ease ) ) );
		const status = score >= FAIR ? 'fair' : 'poor';
		return {
			status: score >= GOOD ? 'good' : status,
			score,
			formula: language.readingEase.name,
		};
	},
};

function average( words, syllables ) {
	const known = new Map();
	let sum = 0;
	for ( const word of words ) {
		if ( ! known.has( word ) ) {
			known.set( word, syllables( word ) );
		}
		sum += known.get( word );
	}
	return sum / words.length;
}
