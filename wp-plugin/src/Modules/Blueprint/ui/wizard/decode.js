// Makes text of a file whatever program has written it: Keyword Planner exports UTF-16, older Excel Windows-1252.

/**
 * @param {ArrayBuffer} buffer Content of the file.
 * @return {string} Its text without byte order mark.
 */
export default function decode( buffer ) {
	const bytes = new Uint8Array( buffer );
	if ( bytes[ 0 ] === 0xff && bytes[ 1 ] === 0xfe ) {
		return new TextDecoder( 'utf-16le' ).decode( buffer );
	}
	if ( bytes[ 0 ] === 0xfe && bytes[ 1 ] === 0xff ) {
		return new TextDecoder( 'utf-16be' ).decode( buffer );
	}
	try {
		return new TextDecoder( 'utf-8', { fatal: true } ).decode( buffer );
	} catch {
		return new TextDecoder( 'windows-1252' ).decode( buffer );
	}
}
