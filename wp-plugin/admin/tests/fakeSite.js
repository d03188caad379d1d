// A WordPress at the network edge: answers fetch() from a script and remembers what was asked.

/**
 * @param {Array} answers In order; each `{status?, body}`, `{raw}` for something that is no JSON, or an Error for no answer at all.
 *                        The last one is repeated.
 * @return {Array<{path: string, method: string, body: ?Object}>} Fills up with the requests.
 */
export default function fakeSite( answers ) {
	const requests = [];
	window.fetch = jest.fn( async ( url, { method = 'GET', body } = {} ) => {
		requests.push( {
			path: decodeURIComponent( String( url ) ),
			method,
			body: body ? JSON.parse( body ) : null,
		} );
		const answer =
			answers[ Math.min( requests.length, answers.length ) - 1 ];
		if ( answer instanceof Error ) {
			throw answer;
		}
		return respond( answer );
	} );
	return requests;
}

function respond( { status = 200, body, raw } ) {
	const text = raw ?? JSON.stringify( body );
	return {
		status,
		ok: status < 400,
		headers: { get: () => null },
		json: async () => JSON.parse( text ),
		text: async () => text,
		clone: () => respond( { status, raw: text } ),
	};
}

/**
 * Lets timers run until a promise is settled.
 *
 * @param {Promise} promise
 * @return {Promise<*>} What it resolves to; its rejection as a value.
 */
export async function settled( promise ) {
	let end = null;
	promise.then(
		( value ) => ( end = { value } ),
		( error ) => ( end = { value: error } )
	);
	while ( ! end ) {
		await jest.advanceTimersByTimeAsync( 500 );
	}
	return end.value;
}
