// Has the server check what is chosen, a moment after the last change.
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { call } from '../../../../admin/api';
import { useHost } from '../../../../editor/host';

const PAUSE_MS = 700; // Longer than between two keys, shorter than one's patience.

/**
 * The choices are checked as they are typed, title and content as they were last saved.
 *
 * @param {Object} choices
 * @return {{result: ?Object, error: ?Error, isBusy: boolean, again: Function}} The last answer, and a function that asks again.
 */
export default function useCheck( choices ) {
	const { kind, id } = useHost();
	const [ state, setState ] = useState( { result: null, error: null } );
	const [ isBusy, setIsBusy ] = useState( false );
	const running = useRef( null );
	const key = JSON.stringify( choices );

	const again = useCallback( async () => {
		running.current?.abort();
		if ( ! id ) {
			return;
		}
		const request = new AbortController();
		running.current = request;
		setIsBusy( true );
		try {
			const page = `${ kind === 'user' ? 'author' : kind }:${ id }`;
			const input = { page, choices: JSON.parse( key ), is_draft: true };
			const result = await call( 'schema.check', input, request.signal );
			setState( { result, error: null } );
			setIsBusy( false );
		} catch ( error ) {
			if ( error.name !== 'AbortError' ) {
				setState( ( old ) => ( { ...old, error } ) );
				setIsBusy( false );
			}
		}
	}, [ kind, id, key ] );

	useEffect( () => {
		const timer = setTimeout( again, PAUSE_MS );
		return () => clearTimeout( timer );
	}, [ again ] );
	useEffect( () => () => running.current?.abort(), [] );

	return { ...state, isBusy, again };
}
