// Groups of robots.txt that block one crawler from everything.

/**
 * @param {string} text
 * @return {string[][]} Lines of each group: from its User-agent lines to the next ones.
 */
function groups( text ) {
	const found = [ [] ];
	let isNaming = false;
	for ( const line of text.split( '\n' ) ) {
		const isName = /^\s*user-agent\s*:/i.test( line );
		if ( isName && ! isNaming ) {
			found.push( [] );
		}
		if ( isName || /^\s*(dis)?allow\s*:/i.test( line ) ) {
			isNaming = isName;
		}
		found.at( -1 ).push( line );
	}
	return found;
}

const named = ( lines ) =>
	lines
		.map(
			( line ) => line.match( /^\s*user-agent\s*:\s*([^#\s]+)/i )?.[ 1 ]
		)
		.filter( Boolean )
		.map( ( name ) => name.toLowerCase() );

const blocksAll = ( lines ) =>
	lines.some( ( line ) => /^\s*disallow\s*:\s*\/\s*(#.*)?$/i.test( line ) ) &&
	! lines.some( ( line ) => /^\s*allow\s*:\s*\S/i.test( line ) );

/**
 * @param {string} text
 * @param {string} agent
 * @return {boolean} Whether a group of its own keeps the crawler from everything.
 */
export const isBlocked = ( text, agent ) =>
	groups( text ).some(
		( lines ) =>
			named( lines ).includes( agent.toLowerCase() ) && blocksAll( lines )
	);

/**
 * @param {string}  text
 * @param {string}  agent
 * @param {boolean} isOn
 * @return {string} The text with the crawler blocked, or without what blocked it. Everything else stays as it was.
 */
export function withBlock( text, agent, isOn ) {
	if ( isOn ) {
		const block = `User-agent: ${ agent }\nDisallow: /\n`;
		return isBlocked( text, agent )
			? text
			: `${ block }\n${ text.replace( /^\n+/, '' ) }`;
	}
	const name = agent.toLowerCase();
	return groups( text )
		.flatMap( ( lines ) => {
			const names = named( lines );
			if ( ! names.includes( name ) || ! blocksAll( lines ) ) {
				return lines;
			}
			if ( names.length > 1 ) {
				return lines.filter(
					( line ) => named( [ line ] )[ 0 ] !== name
				);
			}
			// What is neither name nor rule of the crawler, a sitemap say, is not its own.
			return lines.filter(
				( line ) =>
					line.trim() !== '' &&
					! /^\s*(user-agent|(dis)?allow|crawl-delay)\s*:/i.test(
						line
					)
			);
		} )
		.join( '\n' )
		.replace( /^\n+/, '' );
}
