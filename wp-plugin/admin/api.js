// Talks to the plugin's REST doors under igny8/v1; nothing else in the app fetches.
import apiFetch from '@wordpress/api-fetch';
import { addQueryArgs } from '@wordpress/url';
import ApiError from './ApiError';

const ROOT = '/igny8/v1';

/**
 * Asks a read-only operation of the plugin.
 *
 * @param {string}      operation `module.verb`, the verb in snake_case.
 * @param {Object}      input     By the operation's schema; empty values are left out.
 * @param {AbortSignal} [signal]  Ends the request; the promise then rejects with an AbortError.
 * @return {Promise<Object>} Its result. Rejects with an ApiError.
 */
export function read( operation, input = {}, signal ) {
	const given = Object.entries( input ).filter(
		( [ , value ] ) => value !== '' && value !== undefined
	);
	const query = Object.fromEntries( given );
	return send( { path: addQueryArgs( pathOf( operation ), query ), signal } );
}

/**
 * Saves the file that a read-only operation makes, as the browser saves every file.
 *
 * @param {string} operation
 * @param {Object} input
 * @param {string} name      What to call it.
 * @return {Promise<void>} Rejects with an ApiError.
 */
export async function download( operation, input, name ) {
	const path = addQueryArgs( pathOf( operation ), { ...input, download: 1 } );
	const response = await send( { path, parse: false } );
	const link = document.createElement( 'a' );
	link.href = URL.createObjectURL( await response.blob() );
	link.download = name;
	link.click();
	setTimeout( () => URL.revokeObjectURL( link.href ) );
}

/**
 * Runs an operation of the plugin that changes something.
 *
 * @param {string}      operation
 * @param {Object}      input     By the operation's schema.
 * @param {AbortSignal} [signal]
 * @return {Promise<Object>} Its result, or the job that has begun. Rejects with an ApiError.
 */
export const call = ( operation, input = {}, signal ) =>
	send( { path: pathOf( operation ), method: 'POST', data: input, signal } );

/**
 * @param {number}      id
 * @param {AbortSignal} [signal]
 * @return {Promise<Object>} The job as it stands now.
 */
export const getJob = ( id, signal ) =>
	send( { path: `${ ROOT }/jobs/${ id }`, signal } );

/**
 * @param {number} id
 * @return {Promise<Object>} The job, cancelled unless it was over already.
 */
export const cancelJob = ( id ) =>
	send( { path: `${ ROOT }/jobs/${ id }/cancel`, method: 'POST' } );

/**
 * @param {number} id
 * @return {Promise<Object>} The job, started again.
 */
export const retryJob = ( id ) =>
	send( { path: `${ ROOT }/jobs/${ id }/retry`, method: 'POST' } );

function pathOf( operation ) {
	const [ module, verb ] = operation.split( '.' );
	return `${ ROOT }/${ module }/${ verb.replaceAll( '_', '-' ) }`;
}

async function send( options ) {
	try {
		return await apiFetch( options );
	} catch ( thrown ) {
		if ( thrown?.name === 'AbortError' || options.signal?.aborted ) {
			throw aborted();
		}
		throw ApiError.from( thrown );
	}
}

/**
 * @return {Error} What a request rejects with after its signal has ended it.
 */
export function aborted() {
	return Object.assign( new Error( 'aborted' ), { name: 'AbortError' } );
}
