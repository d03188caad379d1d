// Reads a post's HTML into what the checks look at: blocks of text, links, images.
import { Parser } from 'htmlparser2';

// Elements that begin a block of text, and the kind it is. Others (div, section …) begin a paragraph.
const KINDS = {
	h1: 'heading',
	h2: 'heading',
	h3: 'heading',
	h4: 'heading',
	h5: 'heading',
	h6: 'heading',
	li: 'item',
	dt: 'item',
	dd: 'item',
	td: 'cell',
	th: 'cell',
	figcaption: 'caption',
	caption: 'caption',
	pre: 'code',
};
const BLOCKS = new Set(
	'address article aside blockquote details div dl fieldset figure footer form header hr main nav ol p section summary table tbody tfoot thead tr ul'
		.split( ' ' )
		.concat( Object.keys( KINDS ) )
);
// What visitors do not read.
const HIDDEN = new Set(
	'script style template noscript svg math textarea select option button iframe object audio video canvas'.split(
		' '
	)
);

/**
 * @typedef {Object} Block
 * @property {string}        kind       `paragraph`, `heading`, `item`, `cell`, `caption` or `code`.
 * @property {number}        level      Of a heading 1 to 6, else 0.
 * @property {string}        text       On one line.
 *
 * @param    {string}        html       As WordPress stores it: block comments, shortcodes and plain line breaks included.
 * @param    {Array<string>} shortcodes Names that are taken out; other words in brackets are text.
 * @return {{blocks: Array<Block>, links: Array<{url: string, text: string}>, images: Array<{alt: string}>}} In the order of the page.
 */
export function read( html, shortcodes = [] ) {
	const blocks = [];
	const links = [];
	const images = [];
	const open = [];
	let text = '';
	let hidden = 0;
	let link = null;

	const flush = () => {
		const name = open.findLast( ( tag ) => tag in KINDS );
		const kind = KINDS[ name ] ?? 'paragraph';
		// Content without paragraphs of its own, as WordPress' classic editor stores it, has blank lines between them.
		const parts = kind === 'code' ? [ text ] : text.split( /\n\s*\n/ );
		for ( const part of parts ) {
			const clean = part.replace( /\s+/g, ' ' ).trim();
			if ( clean ) {
				const level = kind === 'heading' ? Number( name[ 1 ] ) : 0;
				blocks.push( { kind, level, text: clean } );
			}
		}
		text = '';
	};

	const parser = new Parser( {
		onopentag( name, attributes ) {
			if ( HIDDEN.has( name ) ) {
				hidden++;
			} else if ( name === 'br' ) {
				text += '\n';
			} else if ( name === 'img' ) {
				images.push( { alt: ( attributes.alt ?? '' ).trim() } );
			} else if ( BLOCKS.has( name ) ) {
				flush();
				open.push( name );
			} else if ( name === 'a' && attributes.href ) {
				link = { url: attributes.href.trim(), text: '' };
				links.push( link );
			}
		},
		ontext( piece ) {
			if ( hidden === 0 ) {
				text += piece;
				if ( link ) {
					link.text += piece;
				}
			}
		},
		onclosetag( name ) {
			if ( HIDDEN.has( name ) ) {
				hidden--;
			} else if ( name === 'a' ) {
				link = null;
			} else if ( BLOCKS.has( name ) ) {
				flush();
				const at = open.lastIndexOf( name );
				if ( at >= 0 ) {
					open.length = at;
				}
			}
		},
	} );
	parser.write( withoutShortcodes( html, shortcodes ) );
	parser.end();
	flush();
	return { blocks, links, images };
}

function withoutShortcodes( html, names ) {
	if ( names.length === 0 || ! html.includes( '[' ) ) {
		return html;
	}
	const safe = names.map( ( name ) =>
		name.replace( /[.*+?^${}()|[\]\\]/g, '\\$&' )
	);
	return html.replace(
		new RegExp(
			`\\[/?(?:${ safe.join( '|' ) })(?=[\\s/\\]])[^\\]]*\\]`,
			'g'
		),
		' '
	);
}
