// The addresses of pages as a tree: what lies between them gets a row of its own.

/**
 * @param {Object[]} pages `{path, depth}` each, in the order of the tree.
 * @return {Object[]} The same with a row `{path, depth, kind: ''}` before the first page below an address that is no page.
 */
export function withFolders( pages ) {
	const known = new Set( pages.map( ( { path } ) => path ) );
	return pages.flatMap( ( page ) => {
		const missing = foldersOf( page.path ).filter(
			( path ) => ! known.has( path )
		);
		missing.forEach( ( path ) => known.add( path ) );
		return [
			...missing.map( ( path ) => ( {
				path,
				depth: path.split( '/' ).length - 2,
				kind: '',
			} ) ),
			page,
		];
	} );
}

/**
 * @param {string} path '/dog-beds/large/'.
 * @return {string[]} What it lies below: '/dog-beds/'.
 */
function foldersOf( path ) {
	const parts = path.split( '/' ).filter( Boolean );
	return parts
		.slice( 0, -1 )
		.map( ( _, at ) => `/${ parts.slice( 0, at + 1 ).join( '/' ) }/` );
}
