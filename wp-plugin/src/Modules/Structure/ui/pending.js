// Lays the changes that wait over what a version holds, so that the screens show both.
import { __, _n, sprintf } from '@wordpress/i18n';

const isWaiting = ( { state } ) => state === 'pending';

/**
 * @param {Object[]} changes Of structure.changes.
 * @param {Object}   titles  Title by id of the cluster.
 * @return {Object} Id of a cluster → `{text, isGoing, title?}`: what the next version does to it.
 */
export function marksOf( changes, titles ) {
	const marks = {};
	changes
		.filter(
			( change ) => isWaiting( change ) && change.kind === 'decision'
		)
		.forEach( ( { change } ) => {
			const mark = markOf( change, titles );
			if ( mark && change.cluster ) {
				marks[ change.cluster ] = {
					...marks[ change.cluster ],
					...mark,
				};
			}
		} );
	return marks;
}

function markOf( { action, title, into, keywords = [] }, titles ) {
	switch ( action ) {
		case 'rename':
			return {
				title,
				/* translators: %s: title of a cluster. */
				text: sprintf( __( 'will be “%s”', 'igny8' ), title ),
			};
		case 'drop':
			return { isGoing: true, text: __( 'will be dropped', 'igny8' ) };
		case 'merge':
			return {
				isGoing: true,
				text: sprintf(
					/* translators: %s: title of a cluster. */
					__( 'goes into “%s”', 'igny8' ),
					titles[ into ] ?? into
				),
			};
		case 'split':
			/* translators: %s: title of a cluster. */
			return { text: sprintf( __( '“%s” splits off', 'igny8' ), title ) };
		case 'add_keywords':
			return {
				text: sprintf(
					/* translators: %d: number of keywords. */
					_n(
						'+%d keyword',
						'+%d keywords',
						keywords.length,
						'igny8'
					),
					keywords.length
				),
			};
	}
	return null;
}

/**
 * @param {Object[]} changes
 * @return {Object[]} Clusters that only the next version will have: `{id, title, text}`, `id` being the change's.
 */
export const comingClusters = ( changes ) =>
	changes
		.filter(
			( { kind, change, ...rest } ) =>
				isWaiting( rest ) &&
				kind === 'decision' &&
				[ 'add', 'split' ].includes( change.action )
		)
		.map( ( { id, text, change } ) => ( {
			id,
			title: change.title,
			text,
		} ) );

/**
 * Attributes with the changes that wait.
 *
 * @param {Object[]} attributes Of structure.attributes.
 * @param {Object[]} changes    Of structure.changes.
 * @return {Object[]} Each with `changes` (ids by what they change), `newName`, `newLevel`, `isGoing`, `isNew`; its values with `state`
 *   'kept', 'added', 'dropped' or 'renamed', `newLabel`, `changeId`.
 */
export function overlayAttributes( attributes, changes ) {
	const edits = changes.filter(
		( change ) => isWaiting( change ) && change.kind === 'edit'
	);
	const known = new Set( attributes.map( ( { slug } ) => slug ) );
	const added = edits
		.filter(
			( { change } ) => change.role && ! known.has( change.attribute )
		)
		.map( ( { id, change } ) => ( {
			slug: change.attribute,
			name: change.name,
			level: change.level,
			role: change.role,
			values: [],
			isNew: true,
			changeId: id,
		} ) );
	return [ ...attributes, ...added ].map( ( attribute ) =>
		overlay(
			attribute,
			edits.filter(
				( { change } ) => change.attribute === attribute.slug
			)
		)
	);
}

function overlay( attribute, edits ) {
	const result = { ...attribute, changes: {}, values: [] };
	const dropped = {};
	const renamed = {};
	const added = [];
	edits.forEach( ( { id, change } ) => {
		if ( change.is_dropped ) {
			result.isGoing = true;
			result.changes.drop = id;
		} else if ( ! change.role && change.name ) {
			result.newName = change.name;
			result.changes.name = id;
		} else if ( ! change.role && change.level ) {
			result.newLevel = change.level;
			result.changes.level = id;
		}
		change.drop_values?.forEach( ( value ) => ( dropped[ value ] = id ) );
		change.rename_values?.forEach(
			( { value, label } ) => ( renamed[ value ] = { id, label } )
		);
		change.add_values?.forEach( ( label ) =>
			added.push( {
				slug: `+${ label }`,
				label,
				synonyms: [],
				source: 'owner',
				state: 'added',
				changeId: id,
			} )
		);
	} );
	result.values = [
		...attribute.values.map( ( value ) => {
			if ( dropped[ value.slug ] ) {
				return {
					...value,
					state: 'dropped',
					changeId: dropped[ value.slug ],
				};
			}
			const rename = renamed[ value.slug ];
			return rename
				? {
						...value,
						state: 'renamed',
						newLabel: rename.label,
						changeId: rename.id,
					}
				: { ...value, state: 'kept' };
		} ),
		...added,
	];
	return result;
}
