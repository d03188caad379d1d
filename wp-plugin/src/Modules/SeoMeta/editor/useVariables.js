// The variables that a title or description of this page may have.
import { useEffect, useState } from '@wordpress/element';
import { read } from '../../../../admin/api';
import { addressOf, kindOfPage } from './address';

const asked = new Map();

/**
 * @param {Object} host
 * @return {Array<{variable: string, label: string, sample: string}>} [] until they are there.
 */
export default function useVariables( host ) {
	const [ variables, setVariables ] = useState( [] );
	const of = addressOf( host );
	const kind = kindOfPage( host );
	useEffect( () => {
		let isWanted = true;
		const key = `${ of } ${ kind }`;
		if ( ! asked.has( key ) ) {
			asked.set( key, read( 'seo-meta.variables', { of, kind } ) );
		}
		asked.get( key ).then(
			( answer ) => isWanted && setVariables( answer.variables ),
			() => asked.delete( key ) // Without them the field is a plain one; the next panel asks again.
		);
		return () => {
			isWanted = false;
		};
	}, [ of, kind ] );
	return variables;
}
