// The structure that the wizard's record leads to, built anew whenever what it is made from has been saved.
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { call } from '../../../../../admin/api';

/**
 * What was there stays while a newer one is built, so that nothing flickers.
 *
 * @param {boolean} isWanted Whether there is an engine, and something to build from.
 * @param {string}  key      Changes with what is saved of the wishes.
 * @return {{draft: ?Object, error: ?Error, isBuilding: boolean, retry: Function}} `draft` is what blueprint.preview_draft gives.
 */
export default function useDraft( isWanted, key ) {
	const [ draft, setDraft ] = useState( null );
	const [ error, setError ] = useState( null );
	const [ isBuilding, setIsBuilding ] = useState( isWanted );
	const running = useRef( null );

	const build = useCallback( async () => {
		running.current?.abort();
		const request = new AbortController();
		running.current = request;
		setIsBuilding( true );
		try {
			const built = await call(
				'blueprint.preview_draft',
				{ from_wizard: true },
				request.signal
			);
			setDraft( built );
			setError( null );
		} catch ( thrown ) {
			if ( thrown.name === 'AbortError' ) {
				return;
			}
			setError( thrown );
		}
		setIsBuilding( false );
	}, [] );

	useEffect( () => {
		if ( isWanted ) {
			build();
		}
		return () => running.current?.abort();
	}, [ isWanted, key, build ] );

	return { draft, error, isBuilding: isWanted && isBuilding, retry: build };
}
