// There is one next step, and it is the right one.
import steps from '../nextStep';

const all = [ 'engine', 'blueprint', 'structure', 'content', 'linker' ];
const content = ( by, more = {} ) => ( {
	total: 10,
	by_status: { queued: 0, in_progress: 0, completed: 0, failed: 0, ...by },
	publishable: 0,
	...more,
} );
const current = ( facts ) =>
	steps( {
		engine: { is_connected: true },
		newest: null,
		active: 0,
		content: null,
		modules: all,
		...facts,
	} ).find( ( { state } ) => state === 'current' )?.name;

it.each( [
	[ 'connect', { engine: { is_connected: false } } ],
	[ 'plan', {} ],
	[ 'apply', { newest: { status: 'draft' } } ],
	[
		'apply',
		{
			newest: { status: 'draft' },
			active: 1,
			content: content( { completed: 10 } ),
		},
	],
	[ 'write', { newest: { status: 'active' }, active: 1 } ],
	[
		'write',
		{
			newest: { status: 'active' },
			active: 1,
			content: content( { queued: 3 } ),
		},
	],
	[
		'write',
		{
			newest: { status: 'active' },
			active: 1,
			content: content( { completed: 9, failed: 1 } ),
		},
	],
	[
		'publish',
		{
			newest: { status: 'active' },
			active: 1,
			content: content( { completed: 9, failed: 1 }, { publishable: 4 } ),
		},
	],
	[
		undefined,
		{
			newest: { status: 'active' },
			active: 1,
			content: content( { completed: 10 } ),
		},
	],
	[
		undefined,
		{
			newest: { status: 'archived' },
			active: 1,
			content: content( { completed: 10 } ),
		},
	],
] )( 'is %s', ( name, facts ) => {
	expect( current( facts ) ).toBe( name );
} );

it( 'leaves out steps of modules that are off', () => {
	const names = steps( {
		engine: null,
		newest: null,
		active: 0,
		content: null,
		modules: [ 'engine', 'content' ],
	} );
	expect( names.map( ( { name } ) => name ) ).toEqual( [
		'connect',
		'write',
		'publish',
	] );
} );
