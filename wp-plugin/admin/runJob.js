// Starts a job of the engine and follows it to its end; leaving it does not stop it.
import { call, getJob } from './api';
import ApiError from './ApiError';
import wait from './wait';

const FIRST_PAUSE_MS = 400; // Most jobs take about a second.
const LONGEST_PAUSE_MS = 4000; // What a progress bar can pause without seeming stuck.
const HIDDEN_PAUSE_MS = 15000; // Nobody looks at a hidden tab; WP-Cron collects the result anyway.
const GROWTH = 1.5;
const TROUBLES = 8; // About 25 seconds without an answer: the site is down, say so.

export const isOpen = ( job ) =>
	job?.status === 'queued' || job?.status === 'running';

/**
 * @param {string}      operation          An operation that answers with a job.
 * @param {Object}      input
 * @param {Object}      [options]
 * @param {Function}    [options.onChange] Gets the job after every look.
 * @param {AbortSignal} [options.signal]   Stops watching; the job goes on.
 * @return {Promise<Object>} The finished job with its `result`. Rejects with an ApiError; `jobId` tells what to retry.
 */
export default async function runJob( operation, input, options = {} ) {
	return followJob( await call( operation, input, options.signal ), options );
}

/**
 * Watches a job until it is over. Requests that get no answer are repeated: the job does not depend on them.
 *
 * @param {Object}      job
 * @param {Object}      [options]
 * @param {Function}    [options.onChange]
 * @param {AbortSignal} [options.signal]
 * @return {Promise<Object>} As runJob.
 */
export async function followJob( job, { onChange, signal } = {} ) {
	let pause = FIRST_PAUSE_MS;
	let troubles = 0;
	onChange?.( job );
	while ( isOpen( job ) ) {
		await wait( document.hidden ? HIDDEN_PAUSE_MS : pause, signal );
		pause = Math.min( pause * GROWTH, LONGEST_PAUSE_MS );
		try {
			job = await getJob( job.id, signal );
			troubles = 0;
			onChange?.( job );
		} catch ( error ) {
			troubles++;
			if ( ! error.isTemporary || troubles > TROUBLES ) {
				throw error;
			}
		}
	}
	if ( job.status !== 'done' ) {
		throw ApiError.fromJob( job );
	}
	return job;
}
