// Where everything stands on the map: groups as headings, hubs below them, children below their hubs, in as many columns as fit.

/** Sizes in CSS pixels at 100 %. A node holds two short lines or one long one. */
export const SIZE = {
	column: 224,
	gap: 28,
	node: 34,
	between: 8,
	heading: 40,
	above: 20, // a group that is not the first of its column
	indent: 18,
};

const ZOOMS = [ 0.5, 0.65, 0.8, 1, 1.25, 1.5 ];

/**
 * @param {number} zoom One of the sizes there are.
 * @param {number} by   1 or -1.
 * @return {number} The next one in that direction.
 */
export const zoomed = ( zoom, by ) =>
	ZOOMS[
		Math.min( ZOOMS.length - 1, Math.max( 0, ZOOMS.indexOf( zoom ) + by ) )
	];

/**
 * A tree of 50 clusters side by side would be 1,700 px high or have letters of 5 px; wrapped into columns it is read like a page.
 * A hub is never parted from its children; a group may go on in the next column, under a heading that says so.
 *
 * @param {Array}  groups As groupClusters gives them.
 * @param {number} width  There is, in pixels.
 * @return {{nodes: Object[], rails: Object[], continued: Object[], width: number, height: number}}
 *   `nodes` in reading order: `{key, kind: 'group'|'cluster', depth, parent, x, y, width, height, group?, cluster?}`; `rails` are the lines of the tree: `{key, d}`.
 */
export function layout( groups, width ) {
	const fit = Math.max(
		1,
		Math.floor( ( width + SIZE.gap ) / ( SIZE.column + SIZE.gap ) )
	);
	const parts = groups.flatMap( families );
	const total = sum( parts.map( ( { height } ) => height ) );
	const highest = Math.max( 0, ...parts.map( ( { height } ) => height ) );
	let target = Math.max( highest, total / fit );
	let columns = pack( parts, target );
	while ( columns.length > fit ) {
		target += SIZE.node;
		columns = pack( parts, target );
	}
	const columnWidth = Math.min(
		320,
		( width - ( columns.length - 1 ) * SIZE.gap ) / columns.length
	);
	return place( columns, Math.max( SIZE.column, columnWidth ) );
}

/**
 * What must stay together: a hub with its children, the first one with the heading of the group.
 *
 * @param {Object} group
 * @return {Array} `{group, isFirst, rows, height}`.
 */
function families( group ) {
	const parts = [];
	group.rows.forEach( ( row ) => {
		if ( row.depth === 0 ) {
			parts.push( { group, isFirst: parts.length === 0, rows: [] } );
		}
		parts[ parts.length - 1 ].rows.push( row );
	} );
	return parts.map( ( part ) => ( {
		...part,
		height:
			part.rows.length * ( SIZE.node + SIZE.between ) +
			( part.isFirst ? SIZE.heading + SIZE.above : 0 ),
	} ) );
}

function pack( parts, target ) {
	const columns = [];
	let room = 0;
	parts.forEach( ( part ) => {
		const needed =
			part.height +
			( room < part.height && ! part.isFirst ? SIZE.heading : 0 );
		if ( columns.length === 0 || room < part.height ) {
			columns.push( [] );
			room = target + 1; // Half pixels of the division.
		}
		columns[ columns.length - 1 ].push( part );
		room -= needed;
	} );
	return columns;
}

function place( columns, columnWidth ) {
	const nodes = [];
	const rails = [];
	const continued = [];
	let height = 0;
	columns.forEach( ( parts, index ) => {
		const x = index * ( columnWidth + SIZE.gap );
		let y = 0;
		let rail = 0;
		parts.forEach( ( part, at ) => {
			const key = `group ${ part.group.key }`;
			if ( part.isFirst ) {
				y += at > 0 ? SIZE.above : 0;
				nodes.push( {
					key,
					kind: 'group',
					depth: 0,
					parent: null,
					x,
					y,
					width: columnWidth,
					height: SIZE.heading - SIZE.between,
					group: part.group,
				} );
			} else if ( at === 0 ) {
				continued.push( {
					key,
					x,
					y,
					width: columnWidth,
					name: part.group.name,
				} );
			}
			if ( part.isFirst || at === 0 ) {
				y += SIZE.heading;
				rail = y - SIZE.between;
			}
			const tops = [];
			part.rows.forEach( ( { cluster, depth } ) => {
				const left = x + SIZE.indent * ( depth + 1 );
				tops[ depth ] = { y, left };
				nodes.push( {
					key: cluster.id,
					kind: 'cluster',
					depth: depth + 1,
					parent: depth === 0 ? key : cluster.parent,
					x: left,
					y,
					width: columnWidth - SIZE.indent * ( depth + 1 ),
					height: SIZE.node,
					cluster,
				} );
				const start =
					depth === 0 ? rail : tops[ depth - 1 ].y + SIZE.node;
				const railX = left - SIZE.indent / 2;
				const middle = y + SIZE.node / 2;
				rails.push( {
					key: cluster.id,
					d: `M${ railX } ${ start }V${ middle }H${ left }`,
				} );
				y += SIZE.node + SIZE.between;
			} );
		} );
		height = Math.max( height, y );
	} );
	return {
		nodes,
		rails,
		continued,
		width: columns.length * ( columnWidth + SIZE.gap ) - SIZE.gap,
		height,
	};
}

const sum = ( numbers ) => numbers.reduce( ( all, one ) => all + one, 0 );

/**
 * A curve from one node to another: between columns from edge to edge, within one around the right side.
 *
 * @param {Object} from A node.
 * @param {Object} to   Another one.
 * @return {string} Path data.
 */
export function curve( from, to ) {
	const y1 = from.y + from.height / 2;
	const y2 = to.y + to.height / 2;
	const right = from.x + from.width;
	const isBeside = Math.abs( right - to.x - to.width ) < SIZE.column / 2;
	if ( isBeside ) {
		const x1 = right;
		const x2 = to.x + to.width;
		const out =
			Math.max( x1, x2 ) + 12 + Math.min( 12, Math.abs( y2 - y1 ) / 20 );
		return `M${ x1 } ${ y1 }C${ out } ${ y1 } ${ out } ${ y2 } ${ x2 } ${ y2 }`;
	}
	const isAhead = to.x > from.x;
	const x1 = isAhead ? right : from.x;
	const x2 = isAhead ? to.x : to.x + to.width;
	const bend = ( x2 - x1 ) / 2;
	return `M${ x1 } ${ y1 }C${ x1 + bend } ${ y1 } ${ x2 - bend } ${ y2 } ${ x2 } ${ y2 }`;
}

/**
 * Where the keyboard goes from a node, as in every tree: up and down in reading order, left to the parent, right to the first child.
 *
 * @param {Object[]} nodes In reading order.
 * @param {string}   key   Of the node with the focus.
 * @param {string}   press Name of the key.
 * @return {?string} Key of the node to go to; null when the key is not for the tree.
 */
export function step( nodes, key, press ) {
	const at = nodes.findIndex( ( node ) => node.key === key );
	const node = nodes[ at ];
	switch ( press ) {
		case 'ArrowDown':
			return nodes[ Math.min( at + 1, nodes.length - 1 ) ].key;
		case 'ArrowUp':
			return nodes[ Math.max( at - 1, 0 ) ].key;
		case 'ArrowLeft':
			return node.parent ?? key;
		case 'ArrowRight':
			return nodes[ at + 1 ]?.parent === key ? nodes[ at + 1 ].key : key;
		case 'Home':
			return nodes[ 0 ].key;
		case 'End':
			return nodes[ nodes.length - 1 ].key;
	}
	return null;
}

/**
 * A letter goes to the next node that begins with it.
 *
 * @param {Object[]} nodes
 * @param {string}   key    Of the node with the focus.
 * @param {string}   letter
 * @return {?string} Key of the node to go to, or null.
 */
export function byLetter( nodes, key, letter ) {
	const at = nodes.findIndex( ( node ) => node.key === key );
	const round = [ ...nodes.slice( at + 1 ), ...nodes.slice( 0, at + 1 ) ];
	const named = ( { group, cluster } ) =>
		( group?.name ?? cluster.title ).toLowerCase();
	return (
		round.find( ( node ) =>
			named( node ).startsWith( letter.toLowerCase() )
		)?.key ?? null
	);
}
