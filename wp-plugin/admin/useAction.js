// Runs one operation at a time for a button: no double submit, and its error beside it.
import { useCallback, useRef, useState } from '@wordpress/element';
import { call } from './api';

/**
 * @param {string|Function} operation Name of an operation, or a function that gives a promise.
 * @return {{run: Function, isBusy: boolean, error: ?Error, clear: Function}} `run(input)` resolves to the result, or to null when it failed or was already running.
 */
export default function useAction( operation ) {
	const [ isBusy, setIsBusy ] = useState( false );
	const [ error, setError ] = useState( null );
	const lock = useRef( false );
	const act = useRef( operation );
	act.current = operation;

	const run = useCallback( async ( input ) => {
		if ( lock.current ) {
			return null;
		}
		lock.current = true;
		setIsBusy( true );
		setError( null );
		try {
			return typeof act.current === 'string'
				? await call( act.current, input )
				: await act.current( input );
		} catch ( thrown ) {
			setError( thrown );
			return null;
		} finally {
			lock.current = false;
			setIsBusy( false );
		}
	}, [] );

	const clear = useCallback( () => setError( null ), [] );
	return { run, isBusy, error, clear };
}
