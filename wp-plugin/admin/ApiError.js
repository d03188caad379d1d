// Every way a request can go wrong, as one error with words for the owner of the site.
import { __ } from '@wordpress/i18n';

/**
 * `message` is a sentence to show. `code` is for programs and never shown.
 */
export default class ApiError extends Error {
	/**
	 * @param {Object}  problem
	 * @param {string}  problem.code
	 * @param {string}  problem.message
	 * @param {Object}  [problem.fields] Dotted input path → what is wrong there.
	 * @param {number}  [problem.status] HTTP status; 0 when no answer came.
	 * @param {?number} [problem.jobId]  Job that can be retried.
	 */
	constructor( { code, message, fields = {}, status = 0, jobId = null } ) {
		super( message );
		this.name = 'ApiError';
		this.code = code;
		this.fields = fields;
		this.status = status;
		this.jobId = jobId;
	}

	/** Whether asking again in a while may help without anybody changing anything. */
	get isTemporary() {
		return (
			UNANSWERED.includes( this.code ) ||
			this.status === 429 ||
			( this.status >= 500 && ! SETTLED.includes( this.code ) )
		);
	}

	/**
	 * @param {*} thrown What apiFetch rejected with, or any error.
	 * @return {ApiError} The same problem in our shape.
	 */
	static from( thrown ) {
		if ( thrown instanceof ApiError ) {
			return thrown;
		}
		const code = thrown?.code ?? 'unknown_error';
		const status = thrown?.data?.status ?? 0;
		return new ApiError( {
			code,
			status,
			message: wordsFor( code ) ?? thrown?.message ?? unknownError(),
			fields: thrown?.data?.fields ?? {},
			jobId: thrown?.data?.job_id ?? null,
		} );
	}

	/**
	 * @param {Object} job A failed or cancelled job.
	 * @return {ApiError} Why it ended.
	 */
	static fromJob( job ) {
		const error = job.error ?? {
			code: 'job_cancelled',
			message: __( 'This work was cancelled.', 'igny8' ),
		};
		return new ApiError( {
			code: error.code,
			message: error.message || unknownError(),
			fields: error.fields,
			jobId: job.id,
		} );
	}
}

// No answer of WordPress reached the browser.
const UNANSWERED = [ 'fetch_error', 'offline_error', 'invalid_json' ];

// Answers with a status of 500 and more that stay the same when asked again.
const SETTLED = [ 'engine_garbled', 'engine_contract' ];

const unknownError = () =>
	__( 'Something went wrong. Reload the page and try again.', 'igny8' );

/**
 * What to say instead of the browser's or WordPress' own words, which name the fault but not the way out.
 *
 * @param {string} code
 * @return {string|undefined} A sentence, or undefined when the message that came is better.
 */
function wordsFor( code ) {
	switch ( code ) {
		case 'offline_error':
			return __(
				'You are offline. Connect to the internet and try again.',
				'igny8'
			);
		case 'fetch_error':
			return __(
				'Your site did not answer. Check your connection and try again.',
				'igny8'
			);
		case 'invalid_json':
			return __(
				'Your site answered with something unreadable, which usually means a PHP error. Try again; if it stays, look into the error log of your site.',
				'igny8'
			);
		case 'rest_cookie_invalid_nonce':
		case 'rest_not_logged_in':
			return __(
				'You have been logged out. Reload this page and log in again.',
				'igny8'
			);
		case 'rest_no_route':
			return __(
				'This part of IGNY8 is not there any more: its module was switched off or the plugin was updated. Reload the page.',
				'igny8'
			);
	}
}
