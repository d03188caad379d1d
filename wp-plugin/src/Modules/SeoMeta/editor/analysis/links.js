// Tells where a link leads: to this site, to another, or to no page at all.

/**
 * @param {string}                         href
 * @param {{url: string, siteUrl: string}} paper
 * @return {string} `internal`, `outbound`, `self` (this page or a part of it) or `other` (mail, telephone, script).
 */
export function kindOf( href, { url, siteUrl } ) {
	if ( href === '' || href.startsWith( '#' ) ) {
		return 'self';
	}
	let target;
	try {
		target = new URL( href, url || siteUrl );
	} catch {
		return 'other';
	}
	if ( ! /^https?:$/.test( target.protocol ) ) {
		return 'other';
	}
	if ( url && bare( target.href ) === bare( url ) ) {
		return 'self';
	}
	return hostOf( target.href ) === hostOf( siteUrl )
		? 'internal'
		: 'outbound';
}

const bare = ( url ) =>
	url.replace( /^https?:/, '' ).replace( /\/?(#.*)?$/, '' );

const hostOf = ( url ) => new URL( url ).hostname.replace( /^www\./, '' );
