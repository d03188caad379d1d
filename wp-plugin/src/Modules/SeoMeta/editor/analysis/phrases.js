// Looks for any of many phrases in a sentence at once.

/**
 * @param {Array<string>} phrases In small letters: `for example`, `but`.
 * @param {Function}      cut     Gives the words of a phrase as those of a sentence are cut.
 * @return {Map<string, Array<Array<string>>>} First word → phrases as words, to be asked with hasPhrase().
 */
export function phraseList( phrases, cut ) {
	const list = new Map();
	for ( const phrase of phrases ) {
		const words = cut( phrase );
		list.set( words[ 0 ], [ ...( list.get( words[ 0 ] ) ?? [] ), words ] );
	}
	return list;
}

/**
 * @param {Array<string>}                     words
 * @param {Map<string, Array<Array<string>>>} list
 * @return {boolean} Whether one of the phrases is among the words.
 */
export const hasPhrase = ( words, list ) =>
	words.some(
		( word, at ) =>
			list
				.get( word )
				?.some( ( phrase ) =>
					phrase.every(
						( part, ahead ) => words[ at + ahead ] === part
					)
				) ?? false
	);
