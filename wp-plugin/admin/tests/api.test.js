// What goes over the wire, and what the owner reads when it goes wrong.
import ApiError from '../ApiError';
import { call, cancelJob, getJob, read } from '../api';
import fakeSite from './fakeSite';

const refusal = ( promise ) =>
	promise.then(
		() => null,
		( error ) => error
	);

describe( 'requests', () => {
	it( 'reads by GET with the input as query, leaving empty values out', async () => {
		const requests = fakeSite( [ { body: { jobs: [] } } ] );
		await read( 'engine.jobs', {
			status: [ 'queued' ],
			operation: '',
			page: 2,
		} );
		expect( requests[ 0 ].method ).toBe( 'GET' );
		expect( requests[ 0 ].path ).toContain(
			'/igny8/v1/engine/jobs?status[0]=queued&page=2'
		);
	} );

	it( 'changes things by POST with a JSON body, the verb with dashes', async () => {
		const requests = fakeSite( [ { body: {} } ] );
		await call( 'engine.set_modules', { enabled: [ 'engine' ] } );
		expect( requests[ 0 ] ).toMatchObject( {
			method: 'POST',
			body: { enabled: [ 'engine' ] },
		} );
		expect( requests[ 0 ].path ).toContain(
			'/igny8/v1/engine/set-modules'
		);
	} );

	it( 'follows and cancels jobs by their number', async () => {
		const requests = fakeSite( [ { body: { id: 7 } } ] );
		await getJob( 7 );
		await cancelJob( 7 );
		expect(
			requests.map(
				( { method, path } ) =>
					`${ method } ${ path.split( '?' )[ 0 ] }`
			)
		).toEqual( [ 'GET /igny8/v1/jobs/7', 'POST /igny8/v1/jobs/7/cancel' ] );
	} );
} );

describe( 'errors', () => {
	it( 'keep message, fields and job of the plugin', async () => {
		fakeSite( [
			{
				status: 400,
				body: {
					code: 'engine_connection_invalid',
					message: 'Enter the full address.',
					data: {
						status: 400,
						fields: { url: 'Enter the full address.' },
						job_id: 12,
					},
				},
			},
		] );
		const error = await refusal( call( 'engine.connect', {} ) );
		expect( error ).toBeInstanceOf( ApiError );
		expect( error ).toMatchObject( {
			message: 'Enter the full address.',
			fields: { url: 'Enter the full address.' },
			status: 400,
			jobId: 12,
			isTemporary: false,
		} );
	} );

	it.each( [
		[
			'no answer',
			new TypeError( 'Failed to fetch' ),
			'did not answer',
			true,
		],
		[
			'a PHP error page',
			{ status: 500, raw: '<b>Fatal error</b>' },
			'unreadable',
			true,
		],
		[
			'a route that is gone',
			{
				status: 404,
				body: {
					code: 'rest_no_route',
					message: 'No route was found',
					data: { status: 404 },
				},
			},
			'Reload the page',
			false,
		],
		[
			'a logged out user',
			{
				status: 401,
				body: {
					code: 'rest_not_logged_in',
					message: 'x',
					data: { status: 401 },
				},
			},
			'logged out',
			false,
		],
		[
			'an engine that is away',
			{
				status: 503,
				body: {
					code: 'engine_unreachable',
					message: 'The engine does not answer.',
					data: { status: 503 },
				},
			},
			'does not answer',
			true,
		],
		[
			'an engine that breaks the contract',
			{
				status: 502,
				body: {
					code: 'engine_contract',
					message: 'Nothing was saved.',
					data: { status: 502 },
				},
			},
			'Nothing was saved',
			false,
		],
	] )(
		'say what to do about %s',
		async ( name, answer, words, isTemporary ) => {
			fakeSite( [ answer ] );
			const error = await refusal( read( 'engine.status' ) );
			expect( error.message ).toContain( words );
			expect( error.isTemporary ).toBe( isTemporary );
		}
	);

	it( 'tell leaving apart from failing', async () => {
		fakeSite( [
			Object.assign( new Error( 'gone' ), { name: 'AbortError' } ),
		] );
		const controller = new AbortController();
		controller.abort();
		const error = await refusal(
			read( 'engine.status', {}, controller.signal )
		);
		expect( error.name ).toBe( 'AbortError' );
	} );
} );
