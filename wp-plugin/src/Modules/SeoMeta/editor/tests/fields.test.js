// What the panels compute: robots directives, widths, variables, keyphrases.
import { readFileSync } from 'fs';
import { added, changed, focused, MOST_KEYPHRASES } from '../keyphrases';
import { format, parse, stanceOf, withDirectives, withStance } from '../robots';
import { insertAt, matching, openName } from '../variables';
import {
	cut,
	descriptionWidth,
	MOST_DESCRIPTION,
	MOST_TITLE,
	titleWidth,
	WIDTHS,
} from '../width';
import { trail } from '../trail';

test.each( [
	[ '', {}, '' ],
	[
		'noindex, max-snippet:50',
		{ noindex: true, 'max-snippet': '50' },
		'noindex, max-snippet:50',
	],
	[
		' NoIndex ,, follow ',
		{ noindex: true, follow: true },
		'noindex, follow',
	],
	// A colon in the value, and what nobody knows, survive.
	[
		'unavailable_after: 25 Jun 2027 15:00:00 CET, bogus',
		{ unavailable_after: '25 Jun 2027 15:00:00 CET', bogus: true },
		'unavailable_after:25 Jun 2027 15:00:00 CET, bogus',
	],
] )( 'robots "%s" are read and written', ( text, robots, written ) => {
	expect( parse( text ) ).toEqual( robots );
	expect( format( robots ) ).toBe( written );
} );

test.each( [
	[ '', 'index', '', 'noindex', 'noindex' ],
	[ 'noindex, nofollow', 'index', 'noindex', '', 'nofollow' ],
	[ 'none', 'index', 'noindex', 'index', 'nofollow, index' ],
	[ 'all', 'follow', 'follow', '', 'index' ],
	[ 'noarchive', 'follow', '', 'nofollow', 'noarchive, nofollow' ],
] )(
	'in "%s" %s is "%s"; chosen "%s" gives "%s"',
	( text, yes, stance, chosen, after ) => {
		expect( stanceOf( text, yes ) ).toBe( stance );
		expect( withStance( text, yes, chosen ) ).toBe( after );
	}
);

test( 'a directive is set and taken away', () => {
	expect( withDirectives( 'noindex', { 'max-snippet': '0' } ) ).toBe(
		'noindex, max-snippet:0'
	);
	expect(
		withDirectives( 'noindex, max-snippet:0', { 'max-snippet': '' } )
	).toBe( 'noindex' );
} );

test( 'widths are those of the list of pages, which PHP measures', () => {
	const php = readFileSync(
		`${ __dirname }/../../Survey/PixelWidth.php`,
		'utf8'
	);
	const rows = [
		...php.matchAll( /^\t\t(\d+)\s+=> (?:'((?:\\.|[^'])*)'|"(.*)"),$/gm ),
	];
	const table = Object.fromEntries(
		rows.map( ( [ , width, single, double ] ) => [
			width,
			double ?? single.replaceAll( '\\\\', '\\' ),
		] )
	);
	expect( table ).toEqual( WIDTHS );
	expect( php ).toContain( `MOST_TITLE       = ${ MOST_TITLE };` );
	expect( php ).toContain( `MOST_DESCRIPTION = ${ MOST_DESCRIPTION };` );
} );

test.each( [
	[ '', 0 ],
	[ 'Dog beds', 86 ],
	[ 'é', titleWidth( 'e' ) ],
	[ '犬', 20 ],
	[ '😀', 20 ],
	[ 'Собака', 67 ],
] )( 'a title "%s" is %d px wide', ( text, px ) => {
	expect( titleWidth( text ) ).toBe( px );
} );

test.each( [
	[ 'Short', 'Short' ],
	[ 'word '.repeat( 200 ), /^(word ){10,}…$/ ],
	[ 'w'.repeat( 500 ), /^w{20,}( )?…$/ ],
	[ '犬'.repeat( 500 ), /^犬{50,} …$/ ],
] )( 'a long text is cut between words', ( text, expected ) => {
	const shown = cut( text, MOST_DESCRIPTION, descriptionWidth );
	expect( shown ).toMatch( expected );
	expect( descriptionWidth( shown ) ).toBeLessThanOrEqual( MOST_DESCRIPTION );
} );

test.each( [
	[ 'Beds {', '' ],
	[ 'Beds {ti', 'ti' ],
	[ '{field:co', 'field:co' ],
	[ '{title}', null ],
	[ 'Beds', null ],
	[ '{{ti', null ], // A literal brace.
	[ '{ti tle', null ],
] )( 'behind "%s" the name "%s" is being typed', ( before, name ) => {
	expect( openName( before ) ).toBe( name );
} );

test.each( [
	[ '', 0, '{title}', 7 ],
	[ 'Beds', 4, 'Beds {title}', 12 ],
	[ 'Beds {ti', 8, 'Beds {title}', 12 ],
	[ '{ti and more', 3, '{title} and more', 7 ],
] )( 'a variable goes into "%s" at %d', ( text, at, after, caret ) => {
	expect( insertAt( text, '{title}', at ) ).toEqual( { text: after, caret } );
} );

test( 'variables whose name begins so come first', () => {
	const variables = [
		{ variable: '{archive_title}', label: 'Archive' },
		{ variable: '{title}', label: 'Title' },
		{ variable: '{date}', label: 'Time' },
	];
	const names = ( words ) =>
		matching( variables, words ).map( ( { variable } ) => variable );
	expect( names( 'ti' ) ).toEqual( [
		'{title}',
		'{archive_title}',
		'{date}',
	] );
	expect( names( 'zzz' ) ).toEqual( [] );
} );

test( 'keyphrases are added once, changed, and made the focus', () => {
	const list = added( added( [], '  dog   bed ' ), 'cat tree' );
	expect( list.map( ( { phrase } ) => phrase ) ).toEqual( [
		'dog bed',
		'cat tree',
	] );
	expect( added( list, 'Dog Bed' ) ).toBe( list );
	expect( added( list, '  ' ) ).toBe( list );
	expect( changed( list, 1, { synonyms: [ 'a' ] } )[ 1 ] ).toEqual( {
		phrase: 'cat tree',
		synonyms: [ 'a' ],
	} );
	expect( focused( list, 1 ).map( ( { phrase } ) => phrase ) ).toEqual( [
		'cat tree',
		'dog bed',
	] );
	const full = Array( MOST_KEYPHRASES ).fill( { phrase: 'x', synonyms: [] } );
	expect( added( full, 'y' ) ).toBe( full );
} );

test.each( [
	[ 'https://example.com/', 'https://example.com' ],
	[ 'https://example.com/beds/dog/?a=1', 'https://example.com › beds › dog' ],
	[ 'https://example.com/%D1%81%D0%BE%D0%B1', 'https://example.com › соб' ],
	[ 'https://example.com/%zz', 'https://example.com › %zz' ],
	[ 'nothing', 'nothing' ],
] )( 'the address %s is shown as %s', ( url, shown ) => {
	expect( trail( url ) ).toBe( shown );
} );
