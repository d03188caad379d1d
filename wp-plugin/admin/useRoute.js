// The view within a screen, kept in the address so that the back button and bookmarks work.
import { useCallback, useSyncExternalStore } from '@wordpress/element';
import { addQueryArgs } from '@wordpress/url';

const CHANGED = 'igny8:route';

const read = () => window.location.search;

function subscribe( listener ) {
	window.addEventListener( 'popstate', listener );
	window.addEventListener( CHANGED, listener );
	return () => {
		window.removeEventListener( 'popstate', listener );
		window.removeEventListener( CHANGED, listener );
	};
}

/**
 * @param {Object} change Parameter → value; an empty value removes it. Parameters but `page` that are not named go.
 * @return {string} Address of that view of this screen.
 */
export function address( change ) {
	const page = new URLSearchParams( read() ).get( 'page' );
	const set = Object.entries( change ).filter( ( [ , value ] ) => value );
	return addQueryArgs( window.location.pathname, {
		...( page && { page } ),
		...Object.fromEntries( set ),
	} );
}

/**
 * @param {Object}  change      As for `address`.
 * @param {boolean} [isReplace] Without a new entry in the history.
 */
export function go( change, isReplace = false ) {
	const method = isReplace ? 'replaceState' : 'pushState';
	window.history[ method ]( null, '', address( change ) );
	window.dispatchEvent( new Event( CHANGED ) );
}

/**
 * @return {{route: Object, go: Function, address: Function}} `route` holds the parameters of the address.
 */
export default function useRoute() {
	const search = useSyncExternalStore( subscribe, read );
	const move = useCallback( go, [] );
	return {
		route: Object.fromEntries( new URLSearchParams( search ) ),
		go: move,
		address,
	};
}
