// Counts syllables by the vowels of a word: exact enough for averages over a hundred words, which is all a formula needs.

/**
 * @param {RegExp}                  nucleus      Global: one match is one syllable; longest alternatives first.
 * @param {Array<[RegExp, number]>} [exceptions] Added when the word matches: silent endings −1, hiatus +1.
 * @return {function(string): number} Syllables of a word in small letters, at least 1.
 */
export const syllableCounter =
	( nucleus, exceptions = [] ) =>
	( word ) => {
		const count = word.match( nucleus )?.length ?? 0;
		const changes = exceptions.reduce(
			( sum, [ pattern, change ] ) =>
				pattern.test( word ) ? sum + change : sum,
			0
		);
		return Math.max( 1, count + changes );
	};
