// A pause that ends early when the work it belongs to is left.
import { aborted } from './api';

/**
 * @param {number}      ms
 * @param {AbortSignal} [signal]
 * @return {Promise<void>} Rejects with an AbortError when the signal fires.
 */
export default function wait( ms, signal ) {
	return new Promise( ( resolve, reject ) => {
		if ( signal?.aborted ) {
			reject( aborted() );
			return;
		}
		const onAbort = () => {
			clearTimeout( timer );
			reject( aborted() );
		};
		const timer = setTimeout( () => {
			signal?.removeEventListener( 'abort', onAbort );
			resolve();
		}, ms );
		signal?.addEventListener( 'abort', onAbort, { once: true } );
	} );
}
