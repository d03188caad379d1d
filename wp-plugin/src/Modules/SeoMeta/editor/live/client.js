// The page's end of the worker that analyses: started at the first use, one for all panels.

/* global Worker */

let worker = null;
let latest = 0;
const waiting = new Map();

/**
 * @param {Object} paper As analysis/page.js describes it.
 * @return {Promise<{result: Object, ms: number}>} Rejects when the browser or the host lets no worker run.
 */
export function analyse( paper ) {
	const id = ++latest;
	return new Promise( ( resolve, reject ) => {
		waiting.set( id, { resolve, reject } );
		try {
			worker ??= start();
			worker.postMessage( { id, paper } );
		} catch ( error ) {
			fail( error );
		}
	} );
}

function start() {
	const started = new Worker(
		/* webpackChunkName: "analysis" */ new URL(
			'../analysis/worker.js',
			import.meta.url
		)
	);
	started.onmessage = ( { data: { id, error, result, ms } } ) => {
		const asked = waiting.get( id );
		waiting.delete( id );
		if ( error ) {
			asked?.reject( new Error( error ) );
		} else {
			asked?.resolve( { result, ms } );
		}
	};
	started.onerror = ( event ) => fail( new Error( event.message ?? '' ) );
	return started;
}

function fail( error ) {
	worker?.terminate();
	worker = null; // The next call starts another.
	waiting.forEach( ( { reject } ) => reject( error ) );
	waiting.clear();
}
