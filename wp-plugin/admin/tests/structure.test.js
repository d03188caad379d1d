// The map fits and is walked, clusters are found and grouped, waiting changes are laid over what a plan holds.
import {
	filterClusters,
	groupClusters,
	regroup,
} from '../../src/Modules/Structure/ui/clusterTree';
import {
	SIZE,
	byLetter,
	curve,
	layout,
	step,
	zoomed,
} from '../../src/Modules/Structure/ui/mapLayout';
import { withFolders } from '../../src/Modules/Structure/ui/paths';
import {
	comingClusters,
	marksOf,
	overlayAttributes,
} from '../../src/Modules/Structure/ui/pending';

const cluster = ( id, more = {} ) => ( {
	id,
	title: id,
	type: 'feature',
	status: 'planned',
	phase: 1,
	source: 'template',
	parent: null,
	group: 'kind',
	values: [ { attribute: 'kind', value: id, label: id } ],
	...more,
} );

const GROUPS = [
	{ key: 'kind', name: 'Kind', level: 'primary' },
	{ key: 'size', name: 'Size', level: 'secondary' },
];

const FEW = [
	cluster( 'beds' ),
	cluster( 'large beds', {
		parent: 'beds',
		values: [
			{ attribute: 'kind', value: 'beds', label: 'Beds' },
			{ attribute: 'size', value: 'l', label: 'Large' },
		],
	} ),
	cluster( 'Café crates', { phase: 2, status: 'complete' } ),
	cluster( 'puppies', { group: 'size' } ),
];

// 50 hubs and children in six groups, as the largest plan of one sector has.
const FIFTY = Array.from( { length: 50 }, ( _, at ) =>
	cluster( `c${ at }`, {
		group: `g${ at % 6 }`,
		parent: at > 30 ? `c${ at - 30 }` : null,
	} )
).map( ( row, _, all ) => ( {
	...row,
	group: row.parent
		? all.find( ( { id } ) => id === row.parent ).group
		: row.group,
} ) );
const SIX = Array.from( { length: 6 }, ( _, at ) => ( {
	key: `g${ at }`,
	name: `Group ${ at }`,
	level: 'primary',
} ) );

describe( 'finding and grouping', () => {
	it( 'searches without regard to case and accents, in values too', () => {
		expect( filterClusters( FEW, { search: 'cafe' } ) ).toHaveLength( 1 );
		expect(
			filterClusters( FEW, { search: 'LARGE beds' } ).map(
				( { id } ) => id
			)
		).toEqual( [ 'large beds' ] );
		expect( filterClusters( FEW, {} ) ).toHaveLength( 4 );
	} );

	it( 'filters by each property, and by an attribute wherever a value of it is', () => {
		expect(
			filterClusters( FEW, { phase: '2', status: 'complete' } ).map(
				( { id } ) => id
			)
		).toEqual( [ 'Café crates' ] );
		expect(
			filterClusters( FEW, { attribute: 'size' } ).map( ( { id } ) => id )
		).toEqual( [ 'large beds' ] );
		expect(
			filterClusters( [ cluster( 'own', { values: [] } ) ], {
				attribute: 'none',
			} )
		).toHaveLength( 1 );
	} );

	it( 'puts children below their parents', () => {
		const [ kind, size ] = groupClusters( FEW, GROUPS );
		expect(
			kind.rows.map( ( { cluster: { id }, depth } ) => [ id, depth ] )
		).toEqual( [
			[ 'beds', 0 ],
			[ 'large beds', 1 ],
			[ 'Café crates', 0 ],
		] );
		expect( size.rows ).toHaveLength( 1 );
	} );

	it( 'lets a child stand by itself when its parent is filtered out', () => {
		const [ kind ] = groupClusters(
			filterClusters( FEW, { search: 'large' } ),
			GROUPS
		);
		expect( kind.rows ).toEqual( [ { cluster: FEW[ 1 ], depth: 0 } ] );
	} );

	it( 'groups by something else, each cluster in its own group', () => {
		const other = regroup( 'phase', FEW, [
			{ value: 1, label: 'Phase 1' },
			{ value: 2, label: 'Phase 2' },
		] );
		expect(
			groupClusters( other.clusters, other.groups ).map(
				( { name, rows } ) => [ name, rows.length ]
			)
		).toEqual( [
			[ 'Phase 1', 3 ],
			[ 'Phase 2', 1 ],
		] );
	} );
} );

describe( 'the map', () => {
	const groups = groupClusters( FIFTY, SIX );

	it.each( [ 1050, 700, 320 ] )(
		'shows every cluster once, none over another, in %d pixels',
		( width ) => {
			const { nodes, width: used } = layout( groups, width );
			expect( nodes ).toHaveLength( 56 );
			expect( new Set( nodes.map( ( { key } ) => key ) ).size ).toBe(
				56
			);
			expect( used ).toBeLessThanOrEqual(
				Math.max( width, SIZE.column )
			);
			nodes.forEach( ( a, at ) =>
				nodes.slice( at + 1 ).forEach( ( b ) => {
					const isApart =
						a.x + a.width <= b.x ||
						b.x + b.width <= a.x ||
						a.y + a.height <= b.y ||
						b.y + b.height <= a.y;
					expect(
						isApart ? 'apart' : `${ a.key } over ${ b.key }`
					).toBe( 'apart' );
				} )
			);
		}
	);

	it( 'is read without scrolling far: 50 clusters within 900 pixels', () => {
		expect( layout( groups, 1050 ).height ).toBeLessThan( 900 );
	} );

	it( 'keeps hubs and children in one column', () => {
		const { nodes } = layout( groups, 1050 );
		const byKey = Object.fromEntries(
			nodes.map( ( node ) => [ node.key, node ] )
		);
		nodes
			.filter( ( { depth } ) => depth === 2 )
			.forEach( ( node ) => {
				expect( node.x - byKey[ node.parent ].x ).toBe( SIZE.indent );
				expect( node.y ).toBeGreaterThan( byKey[ node.parent ].y );
			} );
	} );

	it( 'says where a group goes on in the next column', () => {
		const one = groupClusters(
			FIFTY.map( ( row ) => ( { ...row, group: 'g0' } ) ),
			SIX
		);
		expect( layout( one, 1050 ).continued.length ).toBeGreaterThan( 0 );
	} );

	it( 'lays out nothing', () => {
		expect( layout( [], 1000 ) ).toMatchObject( { nodes: [], height: 0 } );
	} );

	it( 'is walked like every tree', () => {
		const { nodes } = layout( groupClusters( FEW, GROUPS ), 1000 );
		const keys = nodes.map( ( { key } ) => key );
		expect( keys ).toEqual( [
			'group kind',
			'beds',
			'large beds',
			'Café crates',
			'group size',
			'puppies',
		] );
		expect( step( nodes, 'group kind', 'ArrowRight' ) ).toBe( 'beds' );
		expect( step( nodes, 'large beds', 'ArrowRight' ) ).toBe(
			'large beds'
		);
		expect( step( nodes, 'large beds', 'ArrowLeft' ) ).toBe( 'beds' );
		expect( step( nodes, 'beds', 'ArrowLeft' ) ).toBe( 'group kind' );
		expect( step( nodes, 'puppies', 'ArrowDown' ) ).toBe( 'puppies' );
		expect( step( nodes, 'puppies', 'Home' ) ).toBe( 'group kind' );
		expect( step( nodes, 'beds', 'x' ) ).toBeNull();
		expect( byLetter( nodes, 'puppies', 'c' ) ).toBe( 'Café crates' );
		expect( byLetter( nodes, 'beds', 'z' ) ).toBeNull();
	} );

	it( 'draws links around a column and across columns', () => {
		const at = ( x, y ) => ( { x, y, width: 200, height: 30 } );
		expect( curve( at( 0, 0 ), at( 0, 100 ) ) ).toMatch( /^M200 15C2\d\d/ );
		expect( curve( at( 0, 0 ), at( 400, 100 ) ) ).toBe(
			'M200 15C300 15 300 115 400 115'
		);
		expect( curve( at( 400, 0 ), at( 0, 100 ) ) ).toMatch(
			/^M400 15C.* 200 115$/
		);
	} );

	it( 'is made larger and smaller within bounds', () => {
		expect( [
			zoomed( 1, 1 ),
			zoomed( 1, -1 ),
			zoomed( 1.5, 1 ),
			zoomed( 0.5, -1 ),
		] ).toEqual( [ 1.25, 0.8, 1.5, 0.5 ] );
	} );
} );

describe( 'changes that wait', () => {
	const change = ( id, kind, data, state = 'pending' ) => ( {
		id,
		kind,
		state,
		text: id,
		change: data,
	} );

	it( 'tell what becomes of a cluster', () => {
		const marks = marksOf(
			[
				change( 'p1', 'decision', {
					action: 'rename',
					cluster: 'a',
					title: 'New',
				} ),
				change( 'p2', 'decision', {
					action: 'merge',
					cluster: 'b',
					into: 'a',
				} ),
				change(
					's1',
					'decision',
					{ action: 'drop', cluster: 'c' },
					'standing'
				),
			],
			{ a: 'Old' }
		);
		expect( marks ).toEqual( {
			a: { title: 'New', text: 'will be “New”' },
			b: { isGoing: true, text: 'goes into “Old”' },
		} );
	} );

	it( 'tell which clusters come', () => {
		const changes = [
			change( 'p1', 'decision', { action: 'add', title: 'Gifts' } ),
			change( 'p2', 'edit', { attribute: 'x' } ),
		];
		expect( comingClusters( changes ) ).toEqual( [
			{ id: 'p1', title: 'Gifts', text: 'p1' },
		] );
	} );

	it( 'are laid over attributes and values', () => {
		const attributes = [
			{
				slug: 'size',
				name: 'Size',
				level: 'facet',
				role: 'size',
				values: [
					{ slug: 's', label: 'S' },
					{ slug: 'm', label: 'M' },
					{ slug: 'l', label: 'L' },
				],
			},
		];
		const [ size, age ] = overlayAttributes( attributes, [
			change( 'p1', 'edit', { attribute: 'size', drop_values: [ 's' ] } ),
			change( 'p2', 'edit', {
				attribute: 'size',
				rename_values: [ { value: 'm', label: 'Medium' } ],
			} ),
			change( 'p3', 'edit', { attribute: 'size', add_values: [ 'XL' ] } ),
			change( 'p4', 'edit', { attribute: 'size', level: 'primary' } ),
			change( 'p5', 'edit', {
				attribute: 'age',
				name: 'Age',
				level: 'tertiary',
				role: 'audience',
			} ),
			change( 'p6', 'edit', {
				attribute: 'age',
				add_values: [ 'Puppies' ],
			} ),
			change(
				's1',
				'edit',
				{ attribute: 'size', name: 'Standing' },
				'standing'
			),
		] );
		expect(
			size.values.map( ( { state, changeId, newLabel } ) => [
				state,
				changeId,
				newLabel,
			] )
		).toEqual( [
			[ 'dropped', 'p1', undefined ],
			[ 'renamed', 'p2', 'Medium' ],
			[ 'kept', undefined, undefined ],
			[ 'added', 'p3', undefined ],
		] );
		expect( [ size.newLevel, size.newName, size.changes.level ] ).toEqual( [
			'primary',
			undefined,
			'p4',
		] );
		expect( [ age.isNew, age.changeId, age.values[ 0 ].label ] ).toEqual( [
			true,
			'p5',
			'Puppies',
		] );
	} );
} );

it( 'shows addresses that are no pages above what lies below them', () => {
	const pages = [
		{ path: '/', depth: 0, kind: 'home' },
		{ path: '/beds/', depth: 1, kind: 'hub' },
		{ path: '/beds/large/', depth: 2, kind: 'hub' },
		{ path: '/size/s/', depth: 2, kind: 'term' },
		{ path: '/size/l/', depth: 2, kind: 'term' },
	];
	expect(
		withFolders( pages ).map( ( { path, depth, kind } ) => [
			path,
			depth,
			kind,
		] )
	).toEqual( [
		[ '/', 0, 'home' ],
		[ '/beds/', 1, 'hub' ],
		[ '/beds/large/', 2, 'hub' ],
		[ '/size/', 1, '' ],
		[ '/size/s/', 2, 'term' ],
		[ '/size/l/', 2, 'term' ],
	] );
} );
