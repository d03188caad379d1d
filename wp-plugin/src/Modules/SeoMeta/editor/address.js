// How operations name what is being edited: `post:12`, `term:3`, `author:1`.

/**
 * @param {{kind: string, id: number}} host
 * @return {string} '' while it is not stored.
 */
export const addressOf = ( { kind, id } ) =>
	id ? `${ kind === 'user' ? 'author' : kind }:${ id }` : '';

/**
 * @param {{kind: string, subtype: string}} host
 * @return {string} The kind of page whose templates it has: `post:page`, `term:category`, `author`.
 */
export const kindOfPage = ( { kind, subtype } ) =>
	kind === 'user' ? 'author' : `${ kind }:${ subtype }`;
