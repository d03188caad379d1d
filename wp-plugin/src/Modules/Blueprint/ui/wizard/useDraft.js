// The structure that the wizard's record leads to, built anew whenever what it is made from has been saved.
import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import { call } from '../../../../../admin/api';

const NOTHING = {};

/**
 * What was there stays while a newer one is built, so that nothing flickers.
 *
 * @param {boolean} isWanted Whether there is an engine, and something to build from.
 * @param {string}  key      Changes with what is saved of the wishes.
 * @param {Object}  [less]   What to leave out of the record, as input of blueprint.preview_draft; the same object always.
 * @return {{draft: ?Object, error: ?Error, isBuilding: boolean, retry: Function}} `draft` is what blueprint.preview_draft gives.
 */
export default function useDraft( isWanted, key, less = NOTHING ) {
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
				{ from_wizard: true, ...less },
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
	}, [ less ] );

	useEffect( () => {
		if ( isWanted ) {
			build();
		}
		return () => running.current?.abort();
	}, [ isWanted, key, build ] );

	return { draft, error, isBuilding: isWanted && isBuilding, retry: build };
}
