// What is known of each language: passive voice, words that connect, syllables, sentences, chunks.
import { codeOf, load } from '../languages';
import { hasPhrase } from '../phrases';
import { sentencesOf, wordsOf } from '../segment';

const PASSIVE = {
	en: [
		[ 'The bed was made by hand', true ],
		[ 'It has often been simply ignored', true ],
		[ 'The house got sold', true ],
		[ 'We made the bed', false ],
		[ 'I am tired', false ],
		[ 'There is a used car', false ],
		[ 'It is red', false ],
	],
	de: [
		[ 'Das Bett wird von Hand gemacht', true ],
		[ 'Die Ware wurde gestern verkauft', true ],
		[ 'Der Brief ist geschrieben worden', true ],
		[ 'Wir werden morgen kommen', false ],
		[ 'Sie machte das Bett', false ],
		[ 'Er wird uns die Ware verkaufen', false ],
		[ 'Das wird gut gehen', false ],
	],
	es: [
		[ 'La cama fue hecha a mano', true ],
		[ 'Los libros son vendidos aquí', true ],
		[ 'Hacemos camas', false ],
		[ 'La vida es bella', false ],
	],
	fr: [
		[ 'Le lit est fabriqué à la main', true ],
		[ 'Les livres ont été vendus hier', true ],
		[ 'Elle est allée au marché', false ],
		[ 'Nous vendons des lits', false ],
		[ 'Il est parti', false ],
	],
	it: [
		[ 'Il letto è stato fatto a mano', true ],
		[ 'I libri vengono venduti qui', true ],
		[ 'Sono andato al mercato', false ],
		[ 'Vendiamo letti', false ],
	],
	nl: [
		[ 'Het bed wordt met de hand gemaakt', true ],
		[ 'De boeken werden gisteren verkocht', true ],
		[ 'Wij maken bedden', false ],
		[ 'Het wordt warm', false ],
	],
	pt: [
		[ 'A cama foi feita à mão', true ],
		[ 'Os livros são vendidos aqui', true ],
		[ 'Fazemos camas', false ],
	],
	ru: [
		[ 'Дом был построен в прошлом году', true ],
		[ 'Дверь была открыта', true ],
		[ 'Мы строим дома', false ],
		[ 'Он был уверен', false ],
	],
	sv: [
		[ 'Boken blev skriven av honom', true ],
		[ 'Huset såldes förra året', true ],
		[ 'Vi säljer böcker', false ],
		[ 'Det finns en säng', false ],
	],
	ar: [
		[ 'تم بناء البيت', true ],
		[ 'نبني البيوت', false ],
	],
};

test.each(
	Object.entries( PASSIVE ).flatMap( ( [ code, rows ] ) =>
		rows.map( ( [ text, is ] ) => [ code, text, is ] )
	)
)( 'in %s "%s" is passive: %s', async ( code, text, is ) => {
	const language = await load( code );
	expect( language.isPassive( wordsOf( text, language ) ) ).toBe( is );
} );

test.each( [
	[ 'en', 'We stayed, as a result, at home', 'We stayed at home' ],
	[ 'de', 'Wir bleiben zum Beispiel hier', 'Wir bleiben hier' ],
	[ 'es', 'Sin embargo, nos quedamos', 'Nos quedamos' ],
	[ 'fr', 'Nous restons parce que nous aimons', 'Nous restons' ],
	[ 'fr', 'D’abord nous mangeons', 'Nous mangeons' ],
	[ 'it', 'Restiamo, tuttavia, a casa', 'Restiamo a casa' ],
	[ 'nl', 'Daarom blijven wij', 'Wij blijven' ],
	[ 'pt', 'No entanto, ficamos', 'Ficamos' ],
	[ 'ru', 'Однако мы остаёмся', 'Мы остаёмся' ],
	[ 'sv', 'Till exempel stannar vi', 'Vi stannar' ],
	[ 'ar', 'على الرغم من ذلك نبقى', 'نبقى هنا' ],
] )( 'in %s "%s" connects', async ( code, connected, plain ) => {
	const language = await load( code );
	const has = ( text ) =>
		hasPhrase( wordsOf( text, language ), language.transitions );
	expect( [ has( connected ), has( plain ) ] ).toEqual( [ true, false ] );
} );

const MOST_WRONG = 2; // Of each list: rules err, averages hold.
const SYLLABLES = {
	en: 'dog 1, table 2, make 1, makes 1, jumped 1, wanted 2, boxes 2, piano 3, quiet 2, doing 2, beautiful 3, responsibility 6, quality 3, safely 2, moment 2, area 3, create 2, the 1, rhythm 2, business 2, experience 4, social 2, more 1, people 2, video 3, patient 2',
	de: 'hund 1, katze 2, straße 2, liebe 2, museum 3, häuser 2, bäume 2, qualität 3, information 4, eier 2',
	es: 'perro 2, cama 2, día 2, ciudad 2, aire 2, queso 2, agua 2, país 2, información 4, poeta 3, rey 1',
	fr: 'chien 1, table 1, maison 2, vie 1, eau 1, information 4, beaucoup 2, musique 2, oiseau 2, chiens 1',
	it: 'cane 2, casa 2, città 2, acqua 2, fiore 2, informazione 5, poeta 3, via 1, gatto 2',
	nl: 'hond 1, huis 1, mooie 2, eeuw 1, vrijheid 2, water 2, informatie 4, koeien 2',
	pt: 'cão 1, casa 2, coração 3, água 2, informação 4, leite 2, mãe 1, país 2',
	ru: 'собака 3, дом 1, информация 5',
};

test.each( Object.keys( SYLLABLES ) )(
	'syllables of %s are right within five in a hundred',
	async ( code ) => {
		const { syllables } = await load( code );
		const known = SYLLABLES[ code ]
			.split( ', ' )
			.map( ( pair ) => pair.split( ' ' ) );
		const right = known.reduce( ( sum, [ , n ] ) => sum + Number( n ), 0 );
		const counted = known.reduce(
			( sum, [ word ] ) => sum + syllables( word ),
			0
		);
		const wrong = known.filter(
			( [ word, n ] ) => syllables( word ) !== Number( n )
		);
		expect( wrong.map( ( [ word ] ) => word ).slice( MOST_WRONG ) ).toEqual(
			[]
		);
		expect( Math.abs( counted - right ) / right ).toBeLessThanOrEqual(
			0.05
		);
	}
);

test.each( [
	[ 'en', 'Dr. Smith sells beds, e.g. for dogs. They last!', 2 ],
	[ 'en', 'J. K. Rowling wrote it. We read it.', 2 ],
	[ 'de', 'Das ist z.B. ein Bett. Es kostet ca. 3 Euro.', 2 ],
	[ 'es', '¿Qué es? El Sr. López lo sabe.', 2 ],
	[ 'ar', 'هذا كتاب جديد. هل قرأته؟ نعم.', 3 ],
	[ 'ja', '犬です。猫です。', 2 ],
	[ 'und', 'Bleb. Mor.', 2 ],
] )( 'in %s "%s" has %d sentences', async ( code, text, count ) => {
	expect( sentencesOf( text, await load( code ) ) ).toHaveLength( count );
} );

test.each( [
	[ 'en_US', 'en' ],
	[ 'de_CH_informal', 'de' ],
	[ 'nn_NO', 'nb' ],
	[ 'pt-br', 'pt' ],
	[ '', 'und' ],
	[ undefined, 'und' ],
	[ '../../x', 'und' ],
] )( 'the locale %s is of the language %s', ( locale, code ) => {
	expect( codeOf( locale ) ).toBe( code );
} );

test.each( [
	[ 'en', 'running', 'runs' ],
	[ 'de', 'häuser', 'haus' ],
	[ 'es', 'perros', 'perro' ],
	[ 'fr', 'chevaux', 'cheval' ],
	[ 'it', 'gatti', 'gatto' ],
	[ 'nl', 'honden', 'hond' ],
	[ 'pt', 'casas', 'casa' ],
	[ 'ru', 'собаки', 'собака' ],
	[ 'sv', 'hundar', 'hund' ],
	[ 'ar', 'كتابين', 'كتاب' ],
	[ 'da', 'hunden', 'hund' ],
	[ 'fi', 'taloissa', 'talot' ],
	[ 'hu', 'házak', 'ház' ],
	[ 'tr', 'evler', 'ev' ],
] )( 'in %s "%s" and "%s" are one word', async ( code, one, other ) => {
	const { stem, covers } = await load( code );
	expect( covers.stems ).toBe( true );
	expect( stem( one ) ).toBe( stem( other ) );
} );
