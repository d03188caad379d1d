// State that outlives a reload of this tab: what somebody has typed and not sent yet.
import { useEffect, useRef, useState } from '@wordpress/element';
import { site } from './site';

/**
 * @param {string}   name  Distinguishes what is kept; sites of one network keep apart by themselves.
 * @param {Function} begin Gives the value, an object, when nothing is kept; new properties of it are added to what is.
 * @return {Array} As useState.
 */
export default function useKept( name, begin ) {
	const key = `igny8 ${ site.urls.dashboard } ${ name }`;
	const [ value, setValue ] = useState( () => ( {
		...begin(),
		...read( key ),
	} ) );
	const first = useRef( value );
	useEffect( () => {
		if ( value !== first.current ) {
			write( key, value );
		}
	}, [ key, value ] );
	return [ value, setValue ];
}

function read( key ) {
	try {
		return JSON.parse( window.sessionStorage.getItem( key ) );
	} catch {
		return null; // Storage is switched off, or holds something else.
	}
}

function write( key, value ) {
	try {
		window.sessionStorage.setItem( key, JSON.stringify( value ) );
	} catch {
		// Switched off or full: then a reload forgets, as it would without us.
	}
}
