// Steps are repeated until nothing remains, summed up, and never for ever.
import runSteps from '../runSteps';
import fakeSite, { settled } from './fakeSite';

const step = ( done, remaining, more = {} ) => ( {
	body: { done, remaining, total: 10, ...more },
} );
const broken = {
	status: 500,
	body: { code: 'internal', message: 'Broken.', data: { status: 500 } },
};

beforeEach( () => jest.useFakeTimers() );
afterEach( () => jest.useRealTimers() );

it( 'calls until nothing remains, and adds up what each step did', async () => {
	const requests = fakeSite( [
		step( 4, 6, { pages_drafted: 4, changes: [ 'a' ], version: 3 } ),
		step( 10, 0, { pages_drafted: 6, changes: [ 'b', 'c' ], version: 3 } ),
	] );
	const seen = [];
	const sum = await settled(
		runSteps(
			'content.run',
			{},
			{ onStep: ( { done } ) => seen.push( done ) }
		)
	);
	expect( sum ).toEqual( {
		done: 10,
		remaining: 0,
		total: 10,
		pages_drafted: 10,
		changes: [ 'a', 'b', 'c' ],
		version: 3,
	} );
	expect( seen ).toEqual( [ 4, 10 ] );
	expect( requests ).toHaveLength( 2 );
} );

it( 'repeats a step that got no answer', async () => {
	fakeSite( [
		step( 5, 5 ),
		new TypeError( 'Failed to fetch' ),
		broken,
		step( 10, 0 ),
	] );
	expect( ( await settled( runSteps( 'content.run', {} ) ) ).remaining ).toBe(
		0
	);
} );

it( 'stops at an error that stays', async () => {
	const requests = fakeSite( [ broken ] );
	expect( ( await settled( runSteps( 'content.run', {} ) ) ).message ).toBe(
		'Broken.'
	);
	expect( requests ).toHaveLength( 5 );
} );

it( 'does not repeat what was refused', async () => {
	const requests = fakeSite( [
		{
			status: 409,
			body: {
				code: 'already_published',
				message: 'Published already.',
				data: { status: 409 },
			},
		},
	] );
	expect( ( await settled( runSteps( 'content.publish', {} ) ) ).code ).toBe(
		'already_published'
	);
	expect( requests ).toHaveLength( 1 );
} );

it( 'stops after the step under way', async () => {
	const requests = fakeSite( [ step( 1, 9 ), step( 2, 8 ) ] );
	const controller = new AbortController();
	const sum = await settled(
		runSteps(
			'content.run',
			{},
			{ signal: controller.signal, onStep: () => controller.abort() }
		)
	);
	expect( sum.remaining ).toBe( 9 );
	expect( requests ).toHaveLength( 1 );
} );

it( 'says so when nothing moves any more', async () => {
	fakeSite( [ step( 1, 9 ) ] );
	expect( ( await settled( runSteps( 'content.run', {} ) ) ).code ).toBe(
		'steps_stuck'
	);
} );
