// Writes an address as search results show it.

/**
 * @param {string} url
 * @return {string} As search engines write it: `https://example.com › beds › dog`.
 */
export function trail( url ) {
	try {
		const { origin, pathname } = new URL( url );
		const parts = pathname.split( '/' ).filter( Boolean );
		return [ origin, ...parts.map( decode ) ].join( ' › ' );
	} catch {
		return url;
	}
}

function decode( part ) {
	try {
		return decodeURIComponent( part );
	} catch {
		return part;
	}
}
