// The types there are and their fields, asked for once a page load.
import { useEffect, useState } from '@wordpress/element';
import { read } from '../../../../admin/api';

let asked = null;

/**
 * @return {?Object} As `schema.types` gives them; null until then.
 */
export default function useTypes() {
	const [ types, setTypes ] = useState( null );
	useEffect( () => {
		let isWanted = true;
		asked ??= read( 'schema.types' );
		asked.then(
			( found ) => isWanted && setTypes( found ),
			() => {
				asked = null; // The next one to open the panel tries again.
			}
		);
		return () => {
			isWanted = false;
		};
	}, [] );
	return types;
}
