// Texts that people type, paste and upload: lists, files of other programs, trees, and a template's rows.
import { TextDecoder } from 'util';
import toLines from '../toLines';
import {
	toList,
	toRows,
	toTemplate,
	unknownSlugs,
} from '../../src/Modules/Blueprint/ui/templates/rows';
import decode from '../../src/Modules/Blueprint/ui/wizard/decode';
import tree from '../../src/Modules/Blueprint/ui/wizard/tree';

it.each( [
	[ 'Kong, Ruffwear; Julius K9', [ 'Kong', 'Ruffwear', 'Julius K9' ] ],
	[ 'Portland, Oregon\nSalem', [ 'Portland, Oregon', 'Salem' ] ],
	[
		'- Beds\n • Collars\r\n3. Leashes\n\n',
		[ 'Beds', 'Collars', 'Leashes' ],
	],
	[ 'kong\nKong\n Kong ', [ 'kong' ] ],
	[ '3M\n24 Hour Fitness', [ '3M', '24 Hour Fitness' ] ],
	[ ' \n', [] ],
] )( 'makes a list of %j', ( text, list ) => {
	expect( toLines( text ) ).toEqual( list );
} );

// Every browser has it, the one that tests run in has not.
window.TextDecoder = TextDecoder;

const bytes = ( ...parts ) => new Uint8Array( parts.flat() ).buffer;
const utf16 = ( text ) =>
	[ ...text ].flatMap( ( letter ) => [ letter.charCodeAt( 0 ), 0 ] );

it.each( [
	[ 'UTF-8', bytes( 0xc3, 0xa9 ), 'é' ],
	[ 'UTF-8 with a mark', bytes( 0xef, 0xbb, 0xbf, 0x61 ), 'a' ],
	[ 'UTF-16', bytes( 0xff, 0xfe, utf16( 'a\tb' ) ), 'a\tb' ],
	[ 'UTF-16 backwards', bytes( 0xfe, 0xff, 0, 0x61 ), 'a' ],
	[ 'Windows-1252', bytes( 0x61, 0xe9 ), 'aé' ],
] )( 'reads %s', ( name, buffer, text ) => {
	expect( decode( buffer ) ).toBe( text );
} );

it( 'puts clusters below their parents, and orphans at the top', () => {
	const branches = tree( [
		{ id: 'a', parent: null },
		{ id: 'b', parent: 'a' },
		{ id: 'c', parent: 'gone' },
		{ id: 'd', parent: 'd' },
	] );
	expect( branches.map( ( { cluster } ) => cluster.id ) ).toEqual( [
		'a',
		'c',
		'd',
	] );
	expect( branches[ 0 ].children[ 0 ].cluster.id ).toBe( 'b' );
} );

const TEMPLATE = {
	slug: 'falconry',
	name: 'Falconry',
	aliases: [ 'hawking' ],
	attributes: [
		{
			slug: 'bird',
			name: 'Bird',
			level: 'primary',
			role: 'category',
			joint: 'head',
			values: [
				{
					slug: 'hawks',
					label: 'Hawks',
					synonyms: [ 'goshawks' ],
					only_with: [ 'gloves' ],
					joint: null,
				},
			],
		},
	],
};

it( 'gives a template back as it came', () => {
	const { joint, ...value } = TEMPLATE.attributes[ 0 ].values[ 0 ];
	expect( joint ).toBe( null );
	expect( toTemplate( toRows( TEMPLATE ) ) ).toEqual( {
		...TEMPLATE,
		attributes: [ { ...TEMPLATE.attributes[ 0 ], values: [ value ] } ],
	} );
} );

it( 'leaves out empty rows and slugs of new values', () => {
	const rows = toRows( TEMPLATE );
	const empty = { synonyms: '', only_with: '', slug: '' };
	rows.attributes[ 0 ].values.push(
		{ ...empty, key: 8, label: ' ' },
		{ ...empty, key: 9, label: ' Owls ', synonyms: 'barn owls, , owls' }
	);
	const { values } = toTemplate( rows ).attributes[ 0 ];
	expect( values[ 1 ] ).toEqual( {
		label: 'Owls',
		synonyms: [ 'barn owls', 'owls' ],
		only_with: [],
	} );
	expect( values ).toHaveLength( 2 );
} );

it( 'finds slugs that no value has', () => {
	expect( unknownSlugs( toRows( TEMPLATE ) ) ).toEqual( [ 'gloves' ] );
	expect( toList( 'a, b ,a' ) ).toEqual( [ 'a', 'b' ] );
} );
