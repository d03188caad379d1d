// Each check of the page and of its readability.
import { analyse } from '../analyse';
import { CHECKS } from '../checks';
import { load } from '../languages';
import { rate, score, WEIGHTS } from '../score';
import { p, paper, words } from './paper';

const analysed = async ( values ) => {
	const given = paper( values );
	return analyse( given, await load( given.locale ) );
};
const statusOf = async ( name, values ) => {
	const { content, readability } = await analysed( values );
	const all = [ ...content.checks, ...readability.checks ];
	return all.find( ( one ) => one.name === name )?.status ?? null;
};

const link = ( url ) => `<a href="${ url }">there</a>`;
const cases = {
	'title-width': [
		[ 'poor', { title: '' } ],
		[ 'fair', { title: 'Bed', titleWidth: 199 } ],
		[ 'good', { title: 'Beds', titleWidth: 600 } ],
		[ 'fair', { title: 'Beds', titleWidth: 601 } ],
	],
	'description-width': [
		[ 'poor', { description: '' } ],
		[ 'fair', { description: 'a', descriptionWidth: 399 } ],
		[ 'good', { description: 'a', descriptionWidth: 920 } ],
		[ 'fair', { description: 'a', descriptionWidth: 921 } ],
	],
	'text-length': [
		[ 'poor', { html: '' } ],
		[ 'poor', { html: p( words( 199 ) ) } ],
		[ 'fair', { html: p( words( 200 ) ) } ],
		[ 'good', { html: p( words( 300 ) ) } ],
		[ 'fair', { html: p( words( 300 ) ), isCornerstone: true } ],
		[ 'good', { html: p( words( 900 ) ), isCornerstone: true } ],
		// What nobody reads does not count.
		[
			'poor',
			{
				html: `<script>${ words( 400 ) }</script>[gallery ids="${ words( 400 ) }"]<!-- ${ words( 400 ) } -->`,
			},
		],
		[
			'good',
			{
				html: p( '犬のベッドは大きいです。'.repeat( 60 ) ),
				locale: 'ja',
			},
		],
	],
	'single-h1': [
		[ 'good', { html: '<h2>A</h2>' } ],
		[ 'poor', { html: '<h1>A</h1>' } ],
	],
	'heading-order': [
		[ null, { html: p( 'A.' ) } ],
		[ 'good', { html: '<h2>A</h2><h3>B</h3><h2>C</h2>' } ],
		[ 'fair', { html: '<h2>A</h2><h4>B</h4>' } ],
		[ 'fair', { html: '<h3>A</h3>' } ],
	],
	'internal-links': [
		[ 'poor', { html: link( 'https://other.org/' ) } ],
		[ 'poor', { html: link( 'mailto:a@example.com' ) + link( '#top' ) } ],
		[ 'poor', { html: link( 'https://example.com/page' ) } ],
		[ 'good', { html: link( '/beds/' ) } ],
		[ 'good', { html: link( '../beds' ) } ],
		[ 'good', { html: link( 'http://www.example.com/beds/' ) } ],
		[ 'fair', { html: p( words( 1300 ) ) + link( '/beds/' ) } ],
	],
	'outbound-links': [
		[ 'fair', { html: link( '/beds/' ) } ],
		[
			'fair',
			{ html: link( 'http://[' ) + link( 'javascript:alert(1)' ) },
		],
		[ 'good', { html: link( '//other.org/' ) } ],
	],
	images: [
		[ 'fair', { html: '' } ],
		[ 'good', { hasFeaturedImage: true } ],
		[ 'good', { html: '<img src="a.png">' } ],
	],
	'image-alts': [
		[ null, { html: '' } ],
		[ 'good', { html: '<img alt="A bed">' } ],
		[ 'fair', { html: '<img alt="A bed"><img alt="">' } ],
		[ 'poor', { html: '<img>' } ],
	],
	'sentence-length': [
		[ null, { html: '<h2>A</h2>' } ],
		[ 'good', { html: p( words( 100 ) ) } ],
		[
			'fair',
			{ html: p( `${ 'long '.repeat( 26 ) }. Short one. Short two.` ) },
		],
		[ 'poor', { html: p( `${ 'long '.repeat( 26 ) }.` ) } ],
	],
	'paragraph-length': [
		[ 'good', { html: p( words( 150 ) ) } ],
		[ 'fair', { html: p( words( 151 ) ) } ],
		[ 'poor', { html: p( words( 201 ) ) } ],
		[ 'good', { html: `${ words( 100 ) }\n\n${ words( 100 ) }` } ],
	],
	subheadings: [
		[ null, { html: p( words( 300 ) ) } ],
		[
			'good',
			{ html: `${ p( words( 200 ) ) }<h2>A</h2>${ p( words( 200 ) ) }` },
		],
		[
			'fair',
			{ html: `${ p( words( 310 ) ) }<h2>A</h2>${ p( words( 200 ) ) }` },
		],
		[ 'poor', { html: `<h2>A</h2>${ p( words( 400 ) ) }` } ],
	],
	'sentence-starts': [
		[ null, { html: p( 'Dogs bark. Dogs run.' ) } ],
		[ 'good', { html: p( 'Dogs bark. Dogs run. Cats sleep.' ) } ],
		[ 'fair', { html: p( 'Dogs bark. Dogs run. Dogs sleep.' ) } ],
		[
			'poor',
			{
				html:
					p( 'Dogs bark. Dogs run. Dogs sleep.' ) +
					p( 'We eat. We run. We sleep.' ),
			},
		],
		// An article is no beginning by itself.
		[
			'good',
			{ html: p( 'The dog barks. The bed is red. The sun shines.' ) },
		],
		[
			'good',
			{
				html: p(
					'Der Hund bellt. Das Bett ist rot. Der Tag ist warm.'
				),
				locale: 'de_DE',
			},
		],
		// A list begins alike on purpose.
		[
			null,
			{
				html: '<ul><li>We run.</li><li>We eat.</li><li>We sleep.</li></ul>',
			},
		],
	],
	transitions: [
		[ null, { html: p( 'One. Two.' ) } ],
		[
			'poor',
			{
				html: p(
					'Dogs bark. Cats sleep. Birds sing. Fish swim. Cows eat.'
				),
			},
		],
		[
			'fair',
			{
				html: p(
					'However, dogs bark. Cats sleep. Birds sing. Fish swim. Cows eat.'
				),
			},
		],
		[
			'good',
			{
				html: p(
					'However, dogs bark. For example, cats sleep. Birds sing. Fish swim. Cows eat.'
				),
			},
		],
		[
			null,
			{ html: p( 'Yksi. Kaksi. Kolme. Neljä. Viisi.' ), locale: 'fi' },
		],
	],
	passive: [
		[ 'good', { html: p( 'We make beds.' ) } ],
		[ 'poor', { html: p( 'The bed was made by hand.' ) } ],
		[ null, { html: p( 'Sänky on tehty käsin.' ), locale: 'fi' } ],
	],
	'reading-ease': [
		[ null, { html: p( 'We make beds.' ) } ],
		[
			'good',
			{
				html: p(
					'The dog can run and the cat can sit on a bed. '.repeat(
						20
					)
				),
			},
		],
		[
			'poor',
			{
				html: p(
					'Institutional considerations necessitate comprehensive administrative responsibilities. '.repeat(
						20
					)
				),
			},
		],
		[
			'good',
			{
				html: p(
					'Solen skiner och en hund kan ha en bra dag. '.repeat( 20 )
				),
				locale: 'sv_SE',
			},
		],
		[ null, { html: p( 'هذا كتاب جديد. '.repeat( 60 ) ), locale: 'ar' } ],
	],
};

Object.entries( cases ).forEach( ( [ name, rows ] ) =>
	test.each( rows )( `${ name } is %s`, async ( status, values ) => {
		expect( await statusOf( name, values ) ).toBe( status );
	} )
);

test( 'every check has cases, a weight and words', async () => {
	const { wordsOf } = await import( '../../checkWords' );
	expect( Object.keys( cases ) ).toEqual(
		[ ...CHECKS.content, ...CHECKS.readability ].map( ( { name } ) => name )
	);
	const all = Object.values( CHECKS ).flat();
	expect( Object.keys( WEIGHTS ).sort() ).toEqual(
		all.map( ( { name } ) => name ).sort()
	);
	const params = {
		count: 2,
		total: 3,
		density: 1.5,
		found: 'few',
		px: 1,
		most: 2,
		least: 1,
		wanted: 1,
		share: 3,
		limit: 4,
		score: 5,
		formula: 'F',
	};
	all.forEach( ( { name } ) => {
		const { why, how } = wordsOf( name, 'poor', params );
		expect( why && how ).toBeTruthy();
	} );
} );

test( 'an unknown language says what is missing', async () => {
	const { language, readability } = await analysed( {
		html: p( words( 300 ) ),
		locale: 'xx_YY',
	} );
	expect( language.covers.stems ).toBe( false );
	expect( readability.missing ).toEqual( [
		'transitions',
		'passive',
		'reading-ease',
	] );
	expect( readability.checks.length ).toBe( 3 );
} );

test.each( [
	[ [], null, 'none' ],
	[ [ [ 'keyphrase-title', 'good' ] ], 100, 'good' ],
	[
		[
			[ 'keyphrase-title', 'poor' ],
			[ 'keyphrase-slug', 'good' ],
		],
		25,
		'poor',
	],
	[
		[
			[ 'keyphrase-title', 'fair' ],
			[ 'keyphrase-slug', 'good' ],
		],
		63,
		'fair',
	],
] )( 'the score of %j is %s', ( results, expected, rating ) => {
	const value = score(
		results.map( ( [ name, status ] ) => ( { name, status } ) )
	);
	expect( value ).toBe( expected );
	expect( rate( value ) ).toBe( rating );
} );

test( 'hostile content neither breaks nor slows the analysis', async () => {
	const hostile = [
		'<p>'.repeat( 5000 ),
		'<a href="'.repeat( 2000 ),
		'</div></p></h2>'.repeat( 2000 ),
		`[gallery ${ '['.repeat( 20000 ) }`,
		'😀 \u202Eright to left\u202C &nbsp;&#0;&#xFFFFFF; &bogus; '.repeat(
			500
		),
		`<h2>${ 'a'.repeat( 50000 ) }</h2>`,
		'\n\n'.repeat( 50000 ),
	];
	const began = Date.now();
	for ( const html of hostile ) {
		const result = await analysed( { html, keyphrase: '"*(\\[ 😀' } );
		expect( result.content.checks.length ).toBeGreaterThan( 0 );
	}
	expect( Date.now() - began ).toBeLessThan( 20000 ); // Nothing quadratic: minutes, if there were.
} );
