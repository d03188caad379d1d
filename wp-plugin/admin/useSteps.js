// A step-by-step operation on the screen: runs, shows how far it is, stops after the step under way.
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { call } from './api';
import { refresh } from './refresh';
import runSteps from './runSteps';

/**
 * @param {string} operation An operation with `done`, `total` and `remaining`.
 * @param {string} [cancel]  The operation that stops it for everybody; the next step then answers that nothing remains.
 * @return {{progress: ?Object, result: ?Object, error: ?Error, isBusy: boolean, isStopping: boolean, start: Function, stop: Function, clear: Function}}
 *   `progress` while running, `result` afterwards; `start(input)` resolves to the result or null.
 */
export default function useSteps( operation, cancel = '' ) {
	const [ progress, setProgress ] = useState( null );
	const [ result, setResult ] = useState( null );
	const [ error, setError ] = useState( null );
	const [ isBusy, setIsBusy ] = useState( false );
	const [ isStopping, setIsStopping ] = useState( false );
	const running = useRef( null );

	const start = useCallback(
		async ( input = {} ) => {
			if ( running.current ) {
				return null;
			}
			const controller = new AbortController();
			running.current = controller;
			setIsBusy( true );
			setError( null );
			setResult( null );
			setProgress( null );
			let last = null;
			try {
				last = await runSteps( operation, input, {
					signal: controller.signal,
					onStep: ( step ) => {
						last = step;
						setProgress( step );
					},
				} );
			} catch ( thrown ) {
				if ( thrown.name !== 'AbortError' ) {
					setError( thrown );
				}
			}
			running.current = null;
			setIsBusy( false );
			setIsStopping( false );
			setResult( last );
			refresh();
			return last;
		},
		[ operation ]
	);

	const stop = useCallback( async () => {
		setIsStopping( true );
		const controller = running.current;
		try {
			await ( cancel ? call( cancel ) : controller?.abort() );
		} catch ( thrown ) {
			setError( thrown );
			controller?.abort();
		}
	}, [ cancel ] );

	const clear = useCallback( () => {
		setResult( null );
		setError( null );
	}, [] );

	// Leaving stops the calls; WP-Cron goes on with what remains.
	useEffect( () => () => running.current?.abort(), [] );

	return { progress, result, error, isBusy, isStopping, start, stop, clear };
}
