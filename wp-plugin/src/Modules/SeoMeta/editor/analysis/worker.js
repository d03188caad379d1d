// Runs the analysis beside the page, so that typing never waits for it.
import { analyse } from './analyse';
import { load } from './languages';

/**
 * Takes `{ id, paper }`, answers `{ id, result, ms }` or `{ id, error }`.
 *
 * @param {MessageEvent} event
 */
self.onmessage = async ( { data: { id, paper } } ) => {
	try {
		const language = await load( paper.locale );
		const began = performance.now();
		const result = analyse( paper, language );
		self.postMessage( { id, result, ms: performance.now() - began } );
	} catch ( error ) {
		self.postMessage( { id, error: String( error?.message ?? error ) } );
	}
};
