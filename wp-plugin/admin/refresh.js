// Tells everything on the screen that the site has changed, so that no number is stale.

const listeners = new Set();

/**
 * Has every list and number read again.
 */
export function refresh() {
	listeners.forEach( ( listener ) => listener() );
}

/**
 * @param {Function} listener
 * @return {Function} Ends the subscription.
 */
export function onRefresh( listener ) {
	listeners.add( listener );
	return () => listeners.delete( listener );
}
