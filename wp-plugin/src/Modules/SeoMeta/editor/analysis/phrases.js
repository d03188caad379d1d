// Looks for any of many phrases in a sentence at once.

/**
 * @param {Array<string>} phrases In small letters: `for example`, `but`.
 * @return {Map<string, Array<Array<string>>>} First word → phrases as words, to be asked with hasPhrase().
 */
export function phraseList( phrases ) {
	const list = new Map();
	for ( const phrase of phrases ) {
		const words = phrase.split( ' ' );
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
