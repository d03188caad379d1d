// Each check of a keyphrase, on pages in several languages.
import { analyse } from '../analyse';
import { load } from '../languages';
import { p, paper, words } from './paper';

const statusOf = async ( name, values ) => {
	const given = paper( values );
	const result = analyse( given, await load( given.locale ) );
	const check = result.keyphrases[ 0 ].checks.find(
		( one ) => one.name === name
	);
	return check?.status ?? null;
};

const cases = {
	'keyphrase-length': [
		[ 'good', { keyphrase: 'dog beds' } ],
		[ 'good', { keyphrase: 'the best of the beds for a dog' } ],
		[
			'fair',
			{ keyphrase: 'large washable orthopaedic memory foam beds' },
		],
		[
			'poor',
			{
				keyphrase:
					'large washable orthopaedic memory foam dog beds grey',
			},
		],
	],
	'keyphrase-title': [
		[ 'good', { keyphrase: 'dog bed', title: 'Dog beds that last' } ],
		[ 'good', { keyphrase: 'running shoe', title: 'Shoes for running' } ],
		[
			'fair',
			{
				keyphrase: 'dog bed',
				title: 'What we have learnt in ten years of making dog beds',
			},
		],
		[ 'fair', { keyphrase: 'dog bed', title: 'Beds that last' } ],
		[ 'poor', { keyphrase: 'dog bed', title: 'Cat trees' } ],
		[ 'poor', { keyphrase: 'dog bed', title: '' } ],
		// In quotes word by word.
		[ 'good', { keyphrase: '"dog bed"', title: 'A dog bed' } ],
		[ 'fair', { keyphrase: '"dog bed"', title: 'A bed for a dog' } ],
		// A phrase of stop words is taken whole.
		[ 'good', { keyphrase: 'the who', title: 'The Who on tour' } ],
		[
			'good',
			{
				locale: 'de_DE',
				keyphrase: 'Hund Bett',
				title: 'Betten für Hunde',
			},
		],
		[
			'good',
			{
				locale: 'es_ES',
				keyphrase: 'cama para perro',
				title: 'Camas para perros grandes',
			},
		],
		[
			'good',
			{
				locale: 'fr_FR',
				keyphrase: 'lit pour chien',
				title: 'Les lits pour chiens',
			},
		],
		[
			'good',
			{ locale: 'fr_FR', keyphrase: 'eau', title: 'L’eau de pluie' },
		],
		[
			'good',
			{
				locale: 'it_IT',
				keyphrase: 'letto per cane',
				title: 'Letti per cani',
			},
		],
		[
			'good',
			{
				locale: 'nl_NL',
				keyphrase: 'mand voor hond',
				title: 'Manden voor honden',
			},
		],
		[
			'good',
			{
				locale: 'pt_BR',
				keyphrase: 'cama para cachorro',
				title: 'Camas para cachorros',
			},
		],
		[
			'good',
			{
				locale: 'ru_RU',
				keyphrase: 'корм для собаки',
				title: 'Корма для собак',
			},
		],
		[
			'good',
			{
				locale: 'sv_SE',
				keyphrase: 'säng till hund',
				title: 'Sängar till hundar',
			},
		],
		[
			'good',
			{ locale: 'ar', keyphrase: 'سرير الكلب', title: 'سرير للكلب' },
		],
		// An unknown language: the same form is found, another is not.
		[ 'good', { locale: 'xx', keyphrase: 'bleb', title: 'Bleb mor' } ],
		[ 'poor', { locale: 'xx', keyphrase: 'bleb', title: 'Blebs mor' } ],
		[
			'good',
			{ locale: 'ja', keyphrase: '犬 ベッド', title: '犬のベッド' },
		],
	],
	'keyphrase-description': [
		[
			'good',
			{ keyphrase: 'dog bed', description: 'Beds that every dog likes.' },
		],
		[
			'fair',
			{
				keyphrase: 'dog bed',
				description: 'Dog bed, dog bed, dog beds.',
			},
		],
		[ 'fair', { keyphrase: 'dog bed', description: 'Beds to sleep in.' } ],
		[ 'poor', { keyphrase: 'dog bed', description: 'Trees for cats.' } ],
		[ 'poor', { keyphrase: 'dog bed', description: '' } ],
	],
	'keyphrase-slug': [
		[ 'good', { keyphrase: 'dog bed', slug: 'dog-beds' } ],
		[ 'good', { keyphrase: 'large washable dog bed', slug: 'dog-beds' } ],
		[ 'fair', { keyphrase: 'dog bed', slug: 'beds' } ],
		[ 'poor', { keyphrase: 'dog bed', slug: 'cats' } ],
		[ null, { keyphrase: 'dog bed', slug: '' } ],
		[
			'good',
			{ locale: 'de_DE', keyphrase: 'Schlüssel', slug: 'schluessel' },
		],
		[
			'good',
			{
				locale: 'fr_FR',
				keyphrase: 'crème brûlée',
				slug: 'creme-brulee',
			},
		],
		[ 'good', { locale: 'sv_SE', keyphrase: 'säng', slug: 'sang' } ],
		[
			'good',
			{
				locale: 'ru_RU',
				keyphrase: 'собака',
				slug: '%d1%81%d0%be%d0%b1%d0%b0%d0%ba%d0%b0',
			},
		],
		[ 'poor', { keyphrase: 'dog', slug: '%zz' } ],
	],
	'keyphrase-first-paragraph': [
		[
			'good',
			{
				keyphrase: 'dog bed',
				html: `<h2>Why</h2>${ p( 'Our beds carry every dog.' ) }`,
			},
		],
		[
			'fair',
			{
				keyphrase: 'dog bed',
				html: p( 'We love every dog. Our beds last.' ),
			},
		],
		[ 'fair', { keyphrase: 'dog bed', html: p( 'Our beds last.' ) } ],
		[
			'poor',
			{
				keyphrase: 'dog bed',
				html: p( 'We like cats.' ) + p( 'Dog beds.' ),
			},
		],
		[ null, { keyphrase: 'dog bed', html: '' } ],
		// As the classic editor stores it.
		[
			'poor',
			{ keyphrase: 'dog bed', html: 'We like cats.\n\nDog beds.' },
		],
		[
			'good',
			{
				locale: 'es_ES',
				keyphrase: 'cama perro',
				html: p( 'Hacemos camas para perros.' ),
			},
		],
		[
			'good',
			{
				locale: 'ar',
				keyphrase: 'كتاب',
				html: p( 'هٰذَا كِتَاب جديد.' ),
			},
		],
	],
	'keyphrase-headings': [
		[ null, { keyphrase: 'dog bed', html: p( 'Dog beds.' ) } ],
		[
			'good',
			{
				keyphrase: 'dog bed',
				html: '<h2>Dog beds</h2><h2>Care</h2><h3>Size</h3>',
			},
		],
		[ 'good', { keyphrase: 'dog bed', html: '<h2>Dog beds</h2>' } ],
		[
			'fair',
			{
				keyphrase: 'dog bed',
				html: '<h2>Dog beds</h2><h2>Dog bed</h2><h2>The dog bed</h2>',
			},
		],
		[ 'poor', { keyphrase: 'dog bed', html: '<h2>Care</h2>' } ],
		[
			'good',
			{
				html: '<h2>Dog mattresses</h2>',
				keyphrases: [
					{
						phrase: 'dog bed',
						synonyms: [ 'dog mattress' ],
						uses: null,
					},
				],
			},
		],
	],
	'keyphrase-image-alts': [
		[ null, { keyphrase: 'dog bed', html: '' } ],
		[
			'good',
			{
				keyphrase: 'dog bed',
				html: '<img alt="A dog asleep"><img alt="Our shop">',
			},
		],
		[ 'poor', { keyphrase: 'dog bed', html: '<img alt=""><img>' } ],
		[
			'fair',
			{ keyphrase: 'dog bed', html: '<img alt="dog bed">'.repeat( 4 ) },
		],
	],
	'keyphrase-density': [
		[ null, { keyphrase: 'dog', html: p( words( 50 ) ) } ],
		[ 'poor', { keyphrase: 'dog', html: p( words( 200 ) ) } ],
		[ 'fair', { keyphrase: 'dog', html: p( `Dog. ${ words( 600 ) }` ) } ],
		[
			'good',
			{
				keyphrase: 'dog',
				html: p( `${ 'Dogs bark. '.repeat( 3 ) }${ words( 200 ) }` ),
			},
		],
		[
			'fair',
			{
				keyphrase: 'dog',
				html: p( `${ 'Dogs bark. '.repeat( 7 ) }${ words( 180 ) }` ),
			},
		],
		[
			'poor',
			{
				keyphrase: 'dog',
				html: p( `${ 'Dogs bark. '.repeat( 20 ) }${ words( 100 ) }` ),
			},
		],
	],
	'keyphrase-distribution': [
		[ null, { keyphrase: 'dog', html: p( 'A dog.' ) } ],
		[
			'good',
			{
				keyphrase: 'dog',
				html: p( `Dogs. ${ words( 50 ) }`.repeat( 4 ) ),
			},
		],
		[
			'fair',
			{
				keyphrase: 'dog',
				html: p( `Dogs. ${ words( 80 ) } Dogs. ${ words( 80 ) }` ),
			},
		],
		[ 'poor', { keyphrase: 'dog', html: p( `Dogs. ${ words( 200 ) }` ) } ],
		[ 'poor', { keyphrase: 'dog', html: p( words( 200 ) ) } ],
	],
	'keyphrase-uses': [
		[ null, { keyphrase: 'dog' } ],
		[
			'good',
			{ keyphrases: [ { phrase: 'dog', synonyms: [], uses: 0 } ] },
		],
		[
			'fair',
			{ keyphrases: [ { phrase: 'dog', synonyms: [], uses: 1 } ] },
		],
		[
			'poor',
			{ keyphrases: [ { phrase: 'dog', synonyms: [], uses: 2 } ] },
		],
	],
	'keyphrase-competing-links': [
		[ null, { keyphrase: 'dog bed', html: '<a href="#top">Dog beds</a>' } ],
		[
			'good',
			{ keyphrase: 'dog bed', html: '<a href="/care/">How to wash</a>' },
		],
		[
			'poor',
			{
				keyphrase: 'dog bed',
				html: '<a href="/beds/">dog <b>beds</b></a>',
			},
		],
		[
			'good',
			{
				keyphrase: 'dog bed',
				html: '<a href="/beds/">What vets say about beds for a dog that is old</a>',
			},
		],
		// A link to the page itself.
		[
			null,
			{
				keyphrase: 'dog bed',
				html: '<a href="https://example.com/page/#size">Dog beds</a>',
			},
		],
	],
};

Object.entries( cases ).forEach( ( [ name, rows ] ) =>
	test.each( rows )( `${ name } is %s for %j`, async ( status, values ) => {
		expect( await statusOf( name, values ) ).toBe( status );
	} )
);

test( 'every check of a keyphrase has cases', async () => {
	const { CHECKS } = await import( '../checks' );
	expect( Object.keys( cases ) ).toEqual(
		CHECKS.keyphrase.map( ( { name } ) => name )
	);
} );
