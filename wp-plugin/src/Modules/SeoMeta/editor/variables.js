// Puts variables into a text, and finds the one whose name is being typed.

/**
 * @param {string} before The text up to the caret.
 * @return {?string} What is typed behind an open "{" so far, or null outside of one.
 */
export const openName = ( before ) =>
	before.match( /(?<!\{)\{([a-z_:]*)$/i )?.[ 1 ] ?? null;

/**
 * @param {string} text
 * @param {string} variable With its braces.
 * @param {number} at       Where the caret is.
 * @return {{text: string, caret: number}} The text with it, in place of a name that was begun, and where the caret goes.
 */
export function insertAt( text, variable, at ) {
	const before = text.slice( 0, at );
	const begun = openName( before );
	const kept = begun === null ? before : before.slice( 0, -1 - begun.length );
	// Chosen from the menu, a variable is a word of its own.
	const space = begun === null && /\S$/.test( kept ) ? ' ' : '';
	const start = kept + space + variable;
	return { text: start + text.slice( at ), caret: start.length };
}

/**
 * @param {Array<{variable: string, label: string}>} variables
 * @param {string}                                   words
 * @return {Array<Object>} Those whose name begins so, then those whose name or label has the words.
 */
export function matching( variables, words ) {
	const wanted = words.trim().toLowerCase();
	const begins = ( { variable } ) => variable.slice( 1 ).startsWith( wanted );
	const has = ( { variable, label } ) =>
		variable.includes( wanted ) || label.toLowerCase().includes( wanted );
	return [
		...variables.filter( begins ),
		...variables.filter( ( one ) => ! begins( one ) && has( one ) ),
	];
}
