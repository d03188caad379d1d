// A job is followed to its end through slow answers, a site that is away, and a closed tab.
import runJob, { followJob } from '../runJob';
import fakeSite, { settled } from './fakeSite';

const job = ( status, more = {} ) => ( {
	body: {
		id: 5,
		operation: 'blueprint.create',
		status,
		progress: { done: 0, total: 0, message: '' },
		error: null,
		result: null,
		...more,
	},
} );
const away = {
	status: 503,
	body: {
		code: 'engine_unreachable',
		message: 'Away.',
		data: { status: 503 },
	},
};

beforeEach( () => jest.useFakeTimers() );
afterEach( () => jest.useRealTimers() );

it( 'starts a job, reports every look and gives the result', async () => {
	const requests = fakeSite( [
		job( 'queued' ),
		job( 'running', {
			progress: { done: 1, total: 3, message: 'Keywords' },
		} ),
		job( 'done', { result: { version: 2 } } ),
	] );
	const seen = [];
	const done = await settled(
		runJob(
			'blueprint.create',
			{ sectors: [ 'coffee' ] },
			{ onChange: ( { status } ) => seen.push( status ) }
		)
	);
	expect( done.result ).toEqual( { version: 2 } );
	expect( seen ).toEqual( [ 'queued', 'running', 'done' ] );
	expect( requests.map( ( { method } ) => method ) ).toEqual( [
		'POST',
		'GET',
		'GET',
	] );
} );

it( 'asks less and less often', async () => {
	fakeSite( [ job( 'running' ) ] );
	const controller = new AbortController();
	const end = settled(
		runJob( 'blueprint.create', {}, { signal: controller.signal } )
	);
	await jest.advanceTimersByTimeAsync( 60000 );
	expect( window.fetch.mock.calls.length ).toBeLessThan( 25 );
	controller.abort();
	await end;
} );

it( 'needs no look when the answer was there at once', async () => {
	const requests = fakeSite( [ job( 'done', { result: {} } ) ] );
	await settled( runJob( 'blueprint.create', {} ) );
	expect( requests ).toHaveLength( 1 );
} );

it( 'goes on when some looks get no answer', async () => {
	fakeSite( [
		job( 'running' ),
		new TypeError( 'Failed to fetch' ),
		away,
		job( 'done', { result: { version: 1 } } ),
	] );
	const done = await settled( runJob( 'blueprint.create', {} ) );
	expect( done.status ).toBe( 'done' );
} );

it( 'gives up watching when the site stays away, without touching the job', async () => {
	const requests = fakeSite( [
		job( 'running' ),
		new TypeError( 'Failed to fetch' ),
	] );
	const error = await settled( runJob( 'blueprint.create', {} ) );
	expect( error.code ).toBe( 'fetch_error' );
	expect(
		requests.filter( ( { method } ) => method === 'POST' )
	).toHaveLength( 1 );
} );

it( 'stops at once at an error that waiting does not mend', async () => {
	const requests = fakeSite( [
		job( 'running' ),
		{
			status: 403,
			body: {
				code: 'rest_forbidden',
				message: 'Not yours.',
				data: { status: 403 },
			},
		},
	] );
	const error = await settled( runJob( 'blueprint.create', {} ) );
	expect( error.message ).toBe( 'Not yours.' );
	expect( requests ).toHaveLength( 2 );
} );

it( 'gives the reason of a failed job and which one to retry', async () => {
	fakeSite( [
		job( 'running' ),
		job( 'failed', {
			error: {
				code: 'job_lost',
				message: 'The engine does not know this job any more.',
			},
		} ),
	] );
	const error = await settled( runJob( 'blueprint.create', {} ) );
	expect( error ).toMatchObject( {
		code: 'job_lost',
		jobId: 5,
		message: 'The engine does not know this job any more.',
	} );
} );

it( 'tells a cancelled job apart', async () => {
	fakeSite( [ job( 'cancelled' ) ] );
	const error = await settled( followJob( job( 'running' ).body ) );
	expect( error.code ).toBe( 'job_cancelled' );
} );

it( 'lets go when the screen is left', async () => {
	const requests = fakeSite( [ job( 'running' ) ] );
	const controller = new AbortController();
	const end = settled(
		followJob( job( 'running' ).body, { signal: controller.signal } )
	);
	controller.abort();
	expect( ( await end ).name ).toBe( 'AbortError' );
	expect( requests ).toHaveLength( 0 );
} );
