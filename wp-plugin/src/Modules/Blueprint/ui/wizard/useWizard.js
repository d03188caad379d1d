// The wizard's record on the screen: changes show at once and are saved on the server a moment later.
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { call, read } from '../../../../../admin/api';

const PAUSE_MS = 500; // Between the last key and saving.

/**
 * @return {{record: ?Object, kept: ?Object, isSaving: boolean, error: ?Error, set: Function, flush: Function, reload: Function}}
 *   `set(change)` shows and saves; `flush(change)` saves now and resolves to whether all is kept; `kept` is the record
 *   as the server has it.
 */
export default function useWizard() {
	const [ record, setRecord ] = useState( null );
	const [ kept, setKept ] = useState( null );
	const [ isSaving, setIsSaving ] = useState( false );
	const [ error, setError ] = useState( null );
	const pending = useRef( {} );
	const timer = useRef( 0 );
	const queue = useRef( Promise.resolve( true ) );

	const reload = useCallback( async () => {
		try {
			const found = await read( 'blueprint.wizard' );
			setKept( found );
			setRecord( { ...found, ...pending.current } );
			setError( null );
		} catch ( thrown ) {
			setError( thrown );
		}
	}, [] );

	const send = useCallback( async () => {
		clearTimeout( timer.current );
		const change = pending.current;
		if ( Object.keys( change ).length === 0 ) {
			return true;
		}
		pending.current = {};
		setIsSaving( true );
		try {
			const answer = await call( 'blueprint.save_wizard', change );
			setError( null );
			// What was typed meanwhile is newer than the answer.
			setRecord( ( old ) => ( {
				...old,
				state: answer.state,
				version: answer.version,
				updated_at: answer.updated_at,
			} ) );
			setKept( ( old ) => ( { ...old, ...change } ) );
			return true;
		} catch ( thrown ) {
			pending.current = { ...change, ...pending.current };
			setError( thrown );
			return false;
		} finally {
			setIsSaving( false );
		}
	}, [] );

	// One save after the other, or an older one could win.
	const flush = useCallback(
		( change = {} ) => {
			pending.current = { ...pending.current, ...change };
			setRecord( ( old ) => ( { ...old, ...change } ) );
			queue.current = queue.current.then( send, send );
			return queue.current;
		},
		[ send ]
	);

	const set = useCallback(
		( change ) => {
			pending.current = { ...pending.current, ...change };
			setRecord( ( old ) => ( { ...old, ...change } ) );
			clearTimeout( timer.current );
			timer.current = setTimeout( () => flush(), PAUSE_MS );
		},
		[ flush ]
	);

	useEffect( () => {
		reload();
		const leave = () => flush();
		window.addEventListener( 'pagehide', leave );
		return () => {
			window.removeEventListener( 'pagehide', leave );
			leave();
		};
	}, [ reload, flush ] );

	return { record, kept, isSaving, error, set, flush, reload };
}
