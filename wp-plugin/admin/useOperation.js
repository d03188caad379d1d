// Reads something from the plugin and keeps it fresh while a part is on the screen.
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { read } from './api';
import { onRefresh } from './refresh';
import { can } from './site';

const NOTHING = {};

/**
 * What was there stays while it is read again, so that nothing flickers.
 *
 * @param {string}  operation  Name of a read-only operation.
 * @param {Object}  [input]
 * @param {boolean} [isWanted] False: nothing is asked.
 * @return {{data: ?Object, error: ?Error, isLoading: boolean, reload: Function}} `data` is null until the first answer, and without the right to ask.
 */
export default function useOperation(
	operation,
	input = NOTHING,
	isWanted = true
) {
	const isAsked = isWanted && can( operation );
	const [ state, setState ] = useState( {
		data: null,
		error: null,
		isLoading: isAsked,
	} );
	const running = useRef( null );
	const key = JSON.stringify( input );

	const reload = useCallback( async () => {
		running.current?.abort();
		if ( ! isAsked ) {
			return;
		}
		const request = new AbortController();
		running.current = request;
		setState( ( old ) => ( { ...old, isLoading: true } ) );
		try {
			const data = await read(
				operation,
				JSON.parse( key ),
				request.signal
			);
			setState( { data, error: null, isLoading: false } );
		} catch ( error ) {
			if ( error.name !== 'AbortError' ) {
				setState( ( old ) => ( { ...old, error, isLoading: false } ) );
			}
		}
	}, [ operation, key, isAsked ] );

	useEffect( () => {
		reload();
		const forget = onRefresh( reload );
		return () => {
			forget();
			running.current?.abort();
		};
	}, [ reload ] );

	return { ...state, reload };
}
