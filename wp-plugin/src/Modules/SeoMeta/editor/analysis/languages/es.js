// Spanish: what the readability checks need.
import { syllableCounter } from './syllables';

const SER = new Set(
	'soy eres es somos sois son fui fuiste fue fuimos fuisteis fueron era eras éramos erais eran seré serás será seremos seréis serán sería serían sea seas seamos sean fuera fueran fuese fuesen sido ser siendo'.split(
		' '
	)
);
const PARTICIPLE = /(?:ad|id|íd)[oa]s?$/;
const IRREGULAR =
	/^(?:abiert|cubiert|descubiert|dich|hech|deshech|satisfech|escrit|descrit|inscrit|impres|frit|muert|puest|compuest|propuest|supuest|dispuest|expuest|rot|vist|previst|vuelt|devuelt|resuelt|envuelt|elect|bendit)[oa]s?$/;
const NOT_PARTICIPLES = new Set(
	'sido estado cuidado lado grado pasado mercado abogado soldado resultado significado vida medida comida salida unido todo ruido sonido partido sentido contenido lados vidas medidas'.split(
		' '
	)
);
const MOST_BETWEEN = 2;

const isParticiple = ( word ) =>
	( PARTICIPLE.test( word ) &&
		word.length > 4 &&
		! NOT_PARTICIPLES.has( word ) ) ||
	IRREGULAR.test( word );

export default {
	articles: 'el la los las lo un una unos unas'.split( ' ' ),
	abbreviations:
		'sr sra srta dr dra prof ud uds etc p.ej ej núm pág tel av aprox ee.uu d.c a.c'.split(
			' '
		),
	wordsPerMinute: 218,
	transitions:
		`a causa de|a continuación|a diferencia de|a fin de|a la vez|a menos que|a menudo|a pesar de|a propósito|a saber|a su vez|a través de|acaso|actualmente|además|además de|ahora bien|al contrario|al fin y al cabo|al final|al igual que|al menos|al mismo tiempo|al principio|ante todo|antes|antes de|apenas|así|así como|así mismo|así pues|así que|asimismo|aun|aunque|bien|ciertamente|claro que|como|como resultado|con el fin de|con el tiempo|con todo|conforme|considerando que|cuando|dado que|de ahí que|de hecho|de igual modo|de manera que|de modo que|de otra manera|de todos modos|debido a|del mismo modo|desde entonces|desde luego|desde que|después|después de|empero|en cambio|en comparación|en concreto|en conclusión|en consecuencia|en cualquier caso|en cuanto a|en definitiva|en efecto|en ese caso|en especial|en general|en lugar de|en otras palabras|en particular|en primer lugar|en realidad|en resumen|en segundo lugar|en síntesis|en suma|en tanto que|en tercer lugar|en todo caso|en vez de|entonces|es decir|es más|especialmente|específicamente|esto es|evidentemente|finalmente|generalmente|gracias a|hasta que|hoy en día|igualmente|incluso|inmediatamente|luego|más adelante|más aún|más tarde|mientras|mientras que|mientras tanto|naturalmente|no obstante|o sea|obviamente|otra vez|otro|para concluir|para empezar|para que|para terminar|pero|por consiguiente|por ejemplo|por el contrario|por ende|por eso|por esta razón|por fin|por lo general|por lo menos|por lo tanto|por otra parte|por otro lado|por supuesto|por tanto|por último|por un lado|por una parte|porque|posteriormente|precisamente|primero|principalmente|probablemente|pronto|pues|puesto que|resumiendo|segundo|según|si|si bien|siempre que|sin duda|sin embargo|sino|sobre todo|también|tampoco|tan pronto como|tercero|todavía|tras|vale la pena|ya que`.split(
			'|'
		),
	isPassive: ( words ) =>
		words.some(
			( word, at ) =>
				SER.has( word ) &&
				words
					.slice( at + 1, at + 2 + MOST_BETWEEN )
					.some( isParticiple )
		),
	// Two strong vowels, or an accented weak one, stand apart; a weak one leans on its neighbour.
	syllables: syllableCounter(
		/(?:[iuü]|(?<=[gq])u)?[aeoáéó](?:[iuy](?![aeoáéó]))?|[iu]?[íú]|[iuü][iuü]?|y$/g
	),
	readingEase: {
		name: 'Fernández Huerta (1959)',
		formula: ( { wordsPerSentence, syllablesPerWord } ) =>
			206.84 - 1.02 * wordsPerSentence - 60 * syllablesPerWord,
	},
};
