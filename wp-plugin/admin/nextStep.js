// Decides how far the site is and what its owner does next.

/**
 * @typedef {Object} Facts
 * @property {?Object}  engine  Result of engine.status.
 * @property {?Object}  newest  The newest version, as blueprint.list shows it; null when there is none.
 * @property {number}   active  Active version of the blueprint; 0 for none.
 * @property {?Object}  content Result of content.status.
 * @property {string[]} modules Slugs of the modules that are on.
 */

/**
 * The way from an empty site to a published one. Steps of modules that are off are left out.
 *
 * @param {Facts} facts
 * @return {Array<{name: string, state: 'done'|'current'|'ahead'}>} At most one is current; none when all is done.
 */
export default function steps( { engine, newest, active, content, modules } ) {
	const hasNewDraft = newest?.status === 'draft';
	const all = [
		{ name: 'connect', module: 'engine', isDone: !! engine?.is_connected },
		{ name: 'plan', module: 'blueprint', isDone: !! newest },
		{
			name: 'apply',
			module: 'blueprint',
			isDone: active > 0 && ! hasNewDraft,
		},
		{ name: 'write', module: 'content', isDone: isWritten( content ) },
		{ name: 'publish', module: 'content', isDone: isPublished( content ) },
	].filter( ( { module } ) => modules.includes( module ) );
	const current = all.findIndex( ( { isDone } ) => ! isDone );
	return all.map( ( { name }, index ) => ( {
		name,
		state: stateOf( index, current ),
	} ) );
}

function stateOf( index, current ) {
	if ( current === -1 || index < current ) {
		return 'done';
	}
	return index === current ? 'current' : 'ahead';
}

/**
 * @param {?Object} content Result of content.status.
 * @return {number} Pages that are still to be written, not counting failed ones.
 */
export const waiting = ( content ) =>
	( content?.by_status.queued ?? 0 ) +
	( content?.by_status.in_progress ?? 0 );

// Failed pages call the owner back only when nothing better is left to do.
const isWritten = ( content ) =>
	content?.total > 0 &&
	waiting( content ) === 0 &&
	( ! content.by_status.failed || content.publishable > 0 );

const isPublished = ( content ) =>
	isWritten( content ) && content.publishable === 0;
