// A value that follows another one once that has been still for a moment.
import { useEffect, useState } from '@wordpress/element';

/**
 * @param {*}      value
 * @param {number} ms
 * @return {*} The value as it was when it last stood still.
 */
export default function useDelayed( value, ms ) {
	const [ delayed, setDelayed ] = useState( value );
	useEffect( () => {
		const timer = setTimeout( () => setDelayed( value ), ms );
		return () => clearTimeout( timer );
	}, [ value, ms ] );
	return delayed;
}
