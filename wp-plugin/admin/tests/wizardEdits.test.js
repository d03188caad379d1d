// What the owner changes about attributes becomes the engine's edits, and taking a change back leaves no trace.
import {
	add,
	addAttribute,
	change,
	remove,
	rename,
	settle,
	slugOf,
	tick,
} from '../../src/Modules/Blueprint/ui/wizard/edits';

const PROPOSED = [
	{
		slug: 'feature',
		name: 'Feature',
		level: 'secondary',
		role: 'feature',
		values: [
			{ slug: 'waterproof', label: 'Waterproof', source: 'template' },
			{ slug: 'washable', label: 'Washable', source: 'template' },
		],
	},
];
const only = ( edits ) => settle( PROPOSED, edits )[ 0 ];

it( 'shows what is proposed as long as nothing is changed', () => {
	expect( only( [] ) ).toMatchObject( {
		name: 'Feature',
		isDropped: false,
		isNew: false,
		values: [ { isOn: true }, { isOn: true } ],
	} );
} );

it( 'unticks a value, and ticking it again leaves no edit', () => {
	const edits = tick( [], 'feature', 'washable', false );
	expect( edits ).toEqual( [
		{ attribute: 'feature', drop_values: [ 'washable' ] },
	] );
	expect( only( edits ).values[ 1 ].isOn ).toBe( false );
	expect( tick( edits, 'feature', 'washable', true ) ).toEqual( [] );
} );

it( 'renames a value, and its own name or none leaves no edit', () => {
	const [ value ] = only( [] ).values;
	const edits = rename( [], 'feature', value, ' Rainproof ' );
	expect( edits[ 0 ].rename_values ).toEqual( [
		{ value: 'waterproof', label: 'Rainproof' },
	] );
	expect( only( edits ).values[ 0 ] ).toMatchObject( {
		label: 'Rainproof',
		original: 'Waterproof',
	} );
	expect( rename( edits, 'feature', value, 'Waterproof' ) ).toEqual( [] );
	expect( rename( edits, 'feature', value, ' ' ) ).toEqual( [] );
} );

it( 'adds values once, whatever their case, and removes them', () => {
	let edits = add( [], only( [] ), [ 'Handmade', 'washable' ] );
	expect( edits[ 0 ].add_values ).toEqual( [ 'Handmade' ] );
	edits = add( edits, only( edits ), [ 'handmade', 'Recycled' ] );
	expect( edits[ 0 ].add_values ).toEqual( [ 'Handmade', 'Recycled' ] );
	expect( only( edits ).values.map( ( { label } ) => label ) ).toEqual( [
		'Waterproof',
		'Washable',
		'Handmade',
		'Recycled',
	] );
	edits = remove( edits, 'feature', 'Handmade' );
	expect( remove( edits, 'feature', 'Recycled' ) ).toEqual( [] );
} );

it( 'keeps several changes of one attribute in one edit', () => {
	let edits = tick( [], 'feature', 'washable', false );
	edits = change( edits, 'feature', { level: 'primary', name: 'Quality' } );
	edits = change( edits, 'feature', { is_dropped: true } );
	expect( edits ).toEqual( [
		{
			attribute: 'feature',
			drop_values: [ 'washable' ],
			level: 'primary',
			name: 'Quality',
			is_dropped: true,
		},
	] );
	expect( only( edits ) ).toMatchObject( {
		name: 'Quality',
		original: 'Feature',
		level: 'primary',
		isDropped: true,
	} );
} );

it( 'adds an attribute with a slug of its own', () => {
	const edits = addAttribute( [], [ 'feature' ], {
		name: 'Feature',
		role: 'style',
		level: 'tertiary',
		values: [ 'Modern' ],
	} );
	expect( edits[ 0 ] ).toMatchObject( {
		attribute: 'feature-2',
		name: 'Feature',
		role: 'style',
	} );
	expect( settle( PROPOSED, edits )[ 1 ] ).toMatchObject( {
		slug: 'feature-2',
		isNew: true,
		values: [ { label: 'Modern', isAdded: true } ],
	} );
} );

it.each( [
	[ 'Coat length', 'coat-length' ],
	[ ' Größe & Höhe ', 'gro-e-hohe' ],
	[ '犬', 'attribute' ],
	[ 'x'.repeat( 80 ), 'x'.repeat( 50 ) ],
] )( 'makes a slug of %s', ( name, slug ) => {
	expect( slugOf( name ) ).toBe( slug );
} );
