// Files are cut without hurting a row, pasted tags find their service, drafts lie over settings.
import { at, put } from '../../../../../admin/useSettings';
import csvPieces from '../csvPieces';
import { readCode } from '../settings/codes';
import { actionsOf, batchWords } from '../words';

describe( 'csvPieces', () => {
	it( 'begins every piece with the first line and counts lines as the file has them', () => {
		expect(
			csvPieces( '\ufeffid,title\r\n1,a\r\n2,b\r\n3,c\r\n', 2 )
		).toEqual( [
			{ text: 'id,title\r\n1,a\r\n2,b', line: 0, rows: 2 },
			{ text: 'id,title\r\n3,c', line: 2, rows: 1 },
		] );
	} );

	it( 'does not cut within quotation marks, and counts the lines in there', () => {
		const text = 'id,title\n1,"two\nlines, ""said"""\n\n2,b\n3,"open';
		const pieces = csvPieces( text, 1 );
		expect( pieces.map( ( piece ) => piece.text ) ).toEqual( [
			'id,title\r\n1,"two\nlines, ""said"""',
			'id,title\r\n2,b',
			'id,title\r\n3,"open',
		] );
		// Of the second piece, line 2 is line 5 of the file.
		expect( pieces.map( ( { line } ) => line ) ).toEqual( [ 0, 3, 4 ] );
	} );

	it( 'has nothing to send of an empty file, and the header of one without rows', () => {
		expect( csvPieces( '', 5 ) ).toEqual( [] );
		expect( csvPieces( 'id,title', 5 ) ).toEqual( [
			{ text: 'id,title', line: 0, rows: 0 },
		] );
	} );

	it( 'keeps 10,000 rows whole', () => {
		const row = '1,"a ""b"",\nc",=x\r\n';
		const pieces = csvPieces(
			`id,title,x\r\n${ row.repeat( 10000 ) }`,
			250
		);
		expect( pieces ).toHaveLength( 40 );
		expect( pieces.reduce( ( sum, { rows } ) => sum + rows, 0 ) ).toBe(
			10000
		);
		expect( pieces[ 39 ].line ).toBe( 39 * 250 * 2 );
	} );
} );

it.each( [
	[ ' abc123 ', { service: 'google', code: 'abc123' } ],
	[
		'<meta name="google-site-verification" content="abc" />',
		{ service: 'google', code: 'abc' },
	],
	[
		"<META CONTENT='xyz' NAME='msvalidate.01'>",
		{ service: 'bing', code: 'xyz' },
	],
	[ '<meta name="other" content="x">', { service: 'google', code: 'x' } ],
	[
		'<meta name="google-site-verification">',
		{ service: 'google', code: '' },
	],
] )( 'reads the code from %s', ( text, expected ) => {
	expect( readCode( 'google', text ) ).toEqual( expected );
} );

it( 'puts a draft into settings without touching what was read', () => {
	const stored = { titles: [], social: { profiles: [ 'a', 'b' ] } };
	const next = put( stored, [ 'titles', 'post:page', 'title' ], 'x' );
	expect( next.titles ).toEqual( { 'post:page': { title: 'x' } } );
	expect(
		put( next, [ 'social', 'profiles', 1 ], 'c' ).social.profiles
	).toEqual( [ 'a', 'c' ] );
	expect( stored ).toEqual( {
		titles: [],
		social: { profiles: [ 'a', 'b' ] },
	} );
	expect( at( stored, [ 'titles', 'post:page', 'title' ] ) ).toBeUndefined();
} );

it( 'says what a change did, and offers what can be done to a field', () => {
	expect(
		batchWords( {
			action: 'bulk',
			input: { field: 'title', action: 'append', value: ' x', find: '' },
		} )
	).toBe( 'Title · Add at the end · “ x”' );
	expect( actionsOf( 'robots' ).map( ( { value } ) => value ) ).toEqual( [
		'add',
		'remove',
		'set',
		'clear',
	] );
} );
