// A step-by-step operation on the screen: runs, shows how far it is, stops after the step under way.
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { refresh } from './refresh';
import runSteps from './runSteps';

/**
 * @param {string} operation An operation with `done`, `total` and `remaining`.
 * @return {{progress: ?Object, result: ?Object, error: ?Error, isBusy: boolean, isStopping: boolean, start: Function, stop: Function, clear: Function}}
 *   `progress` while running, `result` afterwards; `start(input)` resolves to the result or null.
 */
export default function useSteps( operation ) {
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

	const stop = useCallback( () => {
		setIsStopping( true );
		running.current?.abort();
	}, [] );

	const clear = useCallback( () => {
		setResult( null );
		setError( null );
	}, [] );

	// Leaving stops the calls; WP-Cron goes on with what remains.
	useEffect( () => () => running.current?.abort(), [] );

	return { progress, result, error, isBusy, isStopping, start, stop, clear };
}
