// Puts clusters in order for lists and the map: filtered, in groups, children below their parents.

/**
 * @typedef {Object} Filters
 * @property {string} [search]    Words of the title or of values.
 * @property {string} [type]      A key of CLUSTER_TYPES.
 * @property {string} [status]    A key of CLUSTER_STATUSES.
 * @property {string} [phase]     As a select gives it.
 * @property {string} [attribute] Slug; 'none' for clusters of no attribute.
 * @property {string} [source]    A key of SOURCES.
 */

/**
 * @param {Object[]} clusters Of structure.map.
 * @param {Filters}  filters  Empty ones filter nothing.
 * @return {Object[]} Those that match all of them.
 */
export function filterClusters( clusters, filters ) {
	const words = fold( filters.search ?? '' )
		.split( ' ' )
		.filter( Boolean );
	return clusters.filter( ( cluster ) => {
		const text = fold(
			[
				cluster.title,
				...cluster.values.map( ( { label } ) => label ),
			].join( ' ' )
		);
		return (
			words.every( ( word ) => text.includes( word ) ) &&
			( ! filters.type || cluster.type === filters.type ) &&
			( ! filters.status || cluster.status === filters.status ) &&
			( ! filters.source || cluster.source === filters.source ) &&
			( ! filters.phase || cluster.phase === Number( filters.phase ) ) &&
			( ! filters.attribute || isOf( cluster, filters.attribute ) )
		);
	} );
}

// Made from a value of the attribute, wherever it is grouped.
const isOf = ( { values }, attribute ) =>
	attribute === 'none'
		? values.length === 0
		: values.some( ( value ) => value.attribute === attribute );

/**
 * @param {Object[]} clusters Those to show.
 * @param {Array}    groups   `{key, name, level}` in order; a cluster's `group` names its key.
 * @return {Array} The groups that have clusters, each with `rows`: `{cluster, depth}`, children right after their parents.
 */
export function groupClusters( clusters, groups ) {
	const known = new Set( clusters.map( ( { id } ) => id ) );
	const children = Map.groupBy
		? Map.groupBy( clusters, parentAmong( known ) )
		: groupBy( clusters, parentAmong( known ) );
	const walk = ( cluster, depth ) => [
		{ cluster, depth },
		...( children.get( cluster.id ) ?? [] ).flatMap( ( child ) =>
			walk( child, depth + 1 )
		),
	];
	const roots = children.get( null ) ?? [];
	return groups
		.map( ( group ) => ( {
			...group,
			rows: roots
				.filter( ( cluster ) => cluster.group === group.key )
				.flatMap( ( cluster ) => walk( cluster, 0 ) ),
		} ) )
		.filter( ( { rows } ) => rows.length > 0 );
}

// A child whose parent is filtered out stands by itself.
const parentAmong =
	( known ) =>
	( { parent } ) =>
		known.has( parent ) ? parent : null;

function groupBy( items, keyOf ) {
	const map = new Map();
	items.forEach( ( item ) => {
		const key = keyOf( item );
		map.set( key, [ ...( map.get( key ) ?? [] ), item ] );
	} );
	return map;
}

/**
 * What clusters can be grouped by, besides their attribute.
 *
 * @param {string}   by       'type', 'phase' or 'status'.
 * @param {Object[]} clusters
 * @param {Array}    options  `{value, label}` in order.
 * @return {Object} `{clusters, groups}` as groupClusters takes them; without parents, so that each stands in its own group.
 */
export function regroup( by, clusters, options ) {
	return {
		clusters: clusters.map( ( cluster ) => ( {
			...cluster,
			parent: null,
			group: String( cluster[ by ] ),
		} ) ),
		groups: options.map( ( { value, label } ) => ( {
			key: String( value ),
			name: label,
			level: '',
		} ) ),
	};
}

/**
 * @param {string} text
 * @return {string} The same for searching: lower case, without accents.
 */
export const fold = ( text ) =>
	text
		.toLowerCase()
		.normalize( 'NFD' )
		.replace( /\p{Diacritic}/gu, '' )
		.trim();
