// The text of a file that somebody chose, whatever program has written it.

/**
 * Keyword Planner writes UTF-16, old spreadsheets Windows-1252.
 *
 * @param {File} file
 * @return {Promise<string>} Its text.
 */
export default async function readText( file ) {
	const bytes = new Uint8Array( await file.arrayBuffer() );
	if ( bytes[ 0 ] === 0xff && bytes[ 1 ] === 0xfe ) {
		return new TextDecoder( 'utf-16le' ).decode( bytes );
	}
	if ( bytes[ 0 ] === 0xfe && bytes[ 1 ] === 0xff ) {
		return new TextDecoder( 'utf-16be' ).decode( bytes );
	}
	try {
		return new TextDecoder( 'utf-8', { fatal: true } ).decode( bytes );
	} catch {
		return new TextDecoder( 'windows-1252' ).decode( bytes );
	}
}
