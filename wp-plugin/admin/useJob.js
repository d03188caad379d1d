// A job of one operation on the screen: started here or found running after a reload.
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { cancelJob, read } from './api';
import { refresh } from './refresh';
import runJob, { followJob, isOpen } from './runJob';
import { can } from './site';

/**
 * @param {string}   operation An operation that answers with a job.
 * @param {Function} [onDone]  Gets the result.
 * @return {{job: ?Object, error: ?Error, isLooking: boolean, isBusy: boolean, isCancelling: boolean, start: Function, cancel: Function, clear: Function}}
 *   `isLooking` while it is not known yet whether one is running; `isBusy` from the click to the end.
 */
export default function useJob( operation, onDone ) {
	const [ job, setJob ] = useState( null );
	const [ error, setError ] = useState( null );
	const [ isBusy, setIsBusy ] = useState( false );
	const [ isCancelling, setIsCancelling ] = useState( false );
	const [ isLooking, setIsLooking ] = useState( can( 'engine.jobs' ) );
	const watch = useRef( null );
	const whenDone = useRef( onDone );
	whenDone.current = onDone;

	const follow = useCallback( async ( begin ) => {
		if ( watch.current ) {
			return;
		}
		const controller = new AbortController();
		watch.current = controller;
		setIsBusy( true );
		setError( null );
		try {
			const done = await begin( {
				onChange: setJob,
				signal: controller.signal,
			} );
			whenDone.current?.( done.result );
			refresh();
		} catch ( thrown ) {
			if ( thrown.name === 'AbortError' ) {
				return;
			}
			setError( thrown.code === 'job_cancelled' ? null : thrown );
			refresh();
		} finally {
			// After leaving the screen there is nothing to set any more.
			if ( ! controller.signal.aborted ) {
				watch.current = null;
				setIsBusy( false );
				setIsCancelling( false );
			}
		}
	}, [] );

	useEffect( () => {
		let isHere = true;
		if ( can( 'engine.jobs' ) ) {
			findOpen( operation ).then( ( open ) => {
				if ( isHere && open ) {
					follow( ( options ) => followJob( open, options ) );
				}
				if ( isHere ) {
					setIsLooking( false );
				}
			} );
		}
		return () => {
			isHere = false;
			watch.current?.abort();
			watch.current = null;
		};
	}, [ operation, follow ] );

	const start = useCallback(
		( input ) =>
			follow( ( options ) => runJob( operation, input, options ) ),
		[ operation, follow ]
	);

	const cancel = useCallback( async () => {
		if ( ! isOpen( job ) ) {
			return;
		}
		setIsCancelling( true );
		try {
			setJob( await cancelJob( job.id ) );
		} catch ( thrown ) {
			setError( thrown );
			setIsCancelling( false );
		}
	}, [ job ] );

	const clear = useCallback( () => {
		setJob( null );
		setError( null );
	}, [] );

	return {
		job,
		error,
		isLooking,
		isBusy,
		isCancelling,
		start,
		cancel,
		clear,
	};
}

/**
 * @param {string} operation
 * @return {Promise<?Object>} The newest open job of the operation. Without an answer there is nothing to resume: null.
 */
async function findOpen( operation ) {
	try {
		const { jobs } = await read( 'engine.jobs', {
			operation,
			status: [ 'queued', 'running' ],
			per_page: 1,
		} );
		return jobs[ 0 ] ?? null;
	} catch {
		return null;
	}
}
