// On how many other pages each keyphrase is used already.
import { useEffect, useState } from '@wordpress/element';
import { read } from '../../../../../admin/api';

const known = new Map();

/**
 * @param {string}        of      As addressOf() names it.
 * @param {Array<string>} phrases
 * @return {Map<string, Array<{of: string, title: string, url: string, edit_url: string}>>} Phrase → other pages with it; phrases without an answer are missing.
 */
export default function useUses( of, phrases ) {
	const [ , setCount ] = useState( 0 );
	const wanted = phrases.filter(
		( phrase ) => ! known.has( keyOf( of, phrase ) )
	);
	const key = JSON.stringify( wanted );
	useEffect( () => {
		if ( key === '[]' ) {
			return undefined;
		}
		const request = new AbortController();
		const input = { of, phrases: JSON.parse( key ) };
		read( 'seo-meta.keyphrase_use', input, request.signal ).then(
			( { uses } ) => {
				uses.forEach( ( { phrase, pages } ) =>
					known.set( keyOf( of, phrase ), pages )
				);
				setCount( ( count ) => count + 1 );
			},
			() => {} // Without an answer the check is left out; the next change asks again.
		);
		return () => request.abort();
	}, [ of, key ] );
	return new Map(
		phrases
			.map( ( phrase ) => [ phrase, known.get( keyOf( of, phrase ) ) ] )
			.filter( ( [ , pages ] ) => pages )
	);
}

const keyOf = ( of, phrase ) => `${ of } ${ phrase.toLowerCase() }`;
