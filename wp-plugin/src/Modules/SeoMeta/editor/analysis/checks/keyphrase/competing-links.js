// No link to another page has the keyphrase as its text: it would tell search engines that the other page is about it.
import { isIn } from '../../keyphrase';
import { kindOf } from '../../links';

export default {
	name: 'keyphrase-competing-links',
	run( page, { forms } ) {
		const links = page.links.filter( ( { url } ) =>
			[ 'internal', 'outbound' ].includes( kindOf( url, page.paper ) )
		);
		if ( links.length === 0 ) {
			return null;
		}
		const competing = links.filter( ( { text } ) => {
			const isShort = page.stemmed( text ).length <= longest( forms );
			return isShort && isIn( forms, text, page );
		} );
		return {
			status: competing.length === 0 ? 'good' : 'poor',
			count: competing.length,
			examples: competing.map( ( { text } ) => text.trim() ),
		};
	},
};

// A text that says more than the keyphrase ("reviews of dog beds by vets") is about something else.
const longest = ( forms ) =>
	2 + Math.max( ...forms.map( ( { stems } ) => stems.length ) );
