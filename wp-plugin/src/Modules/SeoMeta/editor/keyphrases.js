// The keyphrases of a page as a list that fields can edit.

export const MOST_KEYPHRASES = 10; // Ours: a page about ten searches is about none.

/**
 * @param {Array<{phrase: string, synonyms: Array<string>}>} list
 * @param {number}                                           at
 * @param {Object}                                           values What changes of that one.
 * @return {Array<Object>} The list after the change.
 */
export const changed = ( list, at, values ) =>
	list.map( ( keyphrase, index ) =>
		index === at ? { ...keyphrase, ...values } : keyphrase
	);

/**
 * @param {Array<Object>} list
 * @param {string}        text
 * @return {Array<Object>} With the phrase at its end, unless it is there already.
 */
export function added( list, text ) {
	const phrase = text.trim().replace( /\s+/g, ' ' );
	const isThere = list.some(
		( other ) => other.phrase.toLowerCase() === phrase.toLowerCase()
	);
	return phrase && ! isThere && list.length < MOST_KEYPHRASES
		? [ ...list, { phrase, synonyms: [] } ]
		: list;
}

/**
 * @param {Array<Object>} list
 * @param {number}        at
 * @return {Array<Object>} With that one first: the focus of the page.
 */
export const focused = ( list, at ) => [
	list[ at ],
	...list.filter( ( _, index ) => index !== at ),
];
