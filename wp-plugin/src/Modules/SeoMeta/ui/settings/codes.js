// The services that a site proves itself to, and how their codes are read from what people paste.

// Setting → name of the service and of its meta tag.
export const SERVICES = {
	google: { label: 'Google', tag: 'google-site-verification' },
	bing: { label: 'Bing', tag: 'msvalidate.01' },
	yandex: { label: 'Yandex', tag: 'yandex-verification' },
	baidu: { label: 'Baidu', tag: 'baidu-site-verification' },
	pinterest: { label: 'Pinterest', tag: 'p:domain_verify' },
	facebook: { label: 'Facebook', tag: 'facebook-domain-verification' },
};

/**
 * @param {string} service The field it was pasted into.
 * @param {string} text    A code, or the whole meta tag the service shows.
 * @return {{service: string, code: string}} A tag names its service itself, wherever it was pasted.
 */
export function readCode( service, text ) {
	if ( ! /<meta\b/i.test( text ) ) {
		return { service, code: text.trim() };
	}
	const tag = new window.DOMParser()
		.parseFromString( text, 'text/html' )
		.querySelector( 'meta' );
	const name = ( tag?.getAttribute( 'name' ) ?? '' ).toLowerCase();
	const named = Object.keys( SERVICES ).find(
		( key ) => SERVICES[ key ].tag.toLowerCase() === name
	);
	return {
		service: named ?? service,
		code: ( tag?.getAttribute( 'content' ) ?? '' ).trim(),
	};
}
