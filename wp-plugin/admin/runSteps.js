// Repeats an operation that works in bounded steps until nothing remains.
import { __ } from '@wordpress/i18n';
import { call } from './api';
import ApiError from './ApiError';
import wait from './wait';

const RETRIES = 4; // A step may be repeated safely; four times covers a restart of the web server.
const RETRY_PAUSE_MS = 1000; // Doubled each time.
const IDLE_PAUSE_MS = 1500; // Between steps that wait for the engine instead of working.
const IDLE_STEPS = 80; // Two minutes without headway: something is wrong that waiting does not mend.

// Numbers of a step that say how far all of it is, not what the step did.
const POSITION = new Set( [ 'done', 'total', 'remaining', 'version' ] );

/**
 * @param {string}      operation        An operation with `done`, `total` and `remaining` in its result.
 * @param {Object}      input
 * @param {Object}      [options]
 * @param {Function}    [options.onStep] Gets the result so far after each step.
 * @param {AbortSignal} [options.signal] Stops after the step under way; what is done stays.
 * @return {Promise<Object>} The last step's result, its counts and lists summed over all steps. Rejects with an ApiError.
 */
export default async function runSteps( operation, input, options = {} ) {
	const { onStep, signal } = options;
	let sum = {};
	let idle = 0;
	do {
		const step = await patiently( operation, input, signal );
		idle = step.remaining === sum.remaining ? idle + 1 : 0;
		sum = add( sum, step );
		onStep?.( sum );
		if ( idle > IDLE_STEPS ) {
			throw stuck();
		}
		if ( idle > 0 ) {
			await wait( IDLE_PAUSE_MS, signal );
		}
	} while ( sum.remaining > 0 && ! signal?.aborted );
	return sum;
}

async function patiently( operation, input, signal ) {
	for ( let retry = 0; ; retry++ ) {
		try {
			// The step itself is not aborted: the server would go on with it unseen.
			return await call( operation, input );
		} catch ( error ) {
			if ( ! error.isTemporary || retry >= RETRIES ) {
				throw error;
			}
			await wait( RETRY_PAUSE_MS * 2 ** retry, signal );
		}
	}
}

function add( sum, step ) {
	const total = { ...sum, ...step };
	for ( const [ name, value ] of Object.entries( step ) ) {
		if ( Array.isArray( value ) ) {
			total[ name ] = [ ...( sum[ name ] ?? [] ), ...value ];
		} else if ( typeof value === 'number' && ! POSITION.has( name ) ) {
			total[ name ] = ( sum[ name ] ?? 0 ) + value;
		}
	}
	return total;
}

function stuck() {
	return new ApiError( {
		code: 'steps_stuck',
		message: __(
			'Nothing has moved for two minutes. Look at the jobs under Settings → Engine, then start again: what is done stays done.',
			'igny8'
		),
	} );
}
