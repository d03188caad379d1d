// What a page would print with templates that are not saved yet.
import { useEffect, useState } from '@wordpress/element';
import { call } from '../../../../../admin/api';
import useDelayed from '../../../../../admin/useDelayed';

const STILL_MS = 250; // Somebody who types on does not look at the preview yet.

/**
 * @param {string} of     The page, as seo-meta.preview names it; nothing is asked without one.
 * @param {Object} fields Unsaved fields.
 * @return {{data: ?Object, error: ?Error}} The last answer stays while the next one is awaited.
 */
export default function usePreview( of, fields ) {
	const [ state, setState ] = useState( { data: null, error: null } );
	const key = useDelayed(
		JSON.stringify( { of, values: fields } ),
		STILL_MS
	);
	useEffect( () => {
		const input = JSON.parse( key );
		if ( ! input.of ) {
			return;
		}
		const request = new AbortController();
		call( 'seo-meta.preview', input, request.signal ).then(
			( data ) => setState( { data, error: null } ),
			( error ) =>
				error.name === 'AbortError' ||
				setState( ( { data } ) => ( { data, error } ) )
		);
		return () => request.abort();
	}, [ key ] );
	return state;
}
