// French: what the readability checks need.
import { syllableCounter } from './syllables';

const ETRE = new Set(
	'suis es est sommes êtes sont étais était étions étiez étaient fus fut furent serai seras sera serons serez seront serais serait seraient sois soit soyons soient fût été être étant'.split(
		' '
	)
);
const PARTICIPLE =
	/(?:é|ée|és|ées|[^ae]i|ie|is|ies|[bcdlnrtv]u|[bcdlnrtv]ue|[bcdlnrtv]us|[bcdlnrtv]ues|uit|uits|uite|uites|[cfm]it|ite|ites|[ps]ris|rise|rises|[eo]int|eints?|eintes?|oints?|ointes?|ert|erte|erts|ertes|fait|faite|faits|faites)$/;
// Verbs whose past is made with "être", and adjectives that look like participles.
const NOT_PASSIVE =
	/^(?:all|arriv|entr|rentr|mont|pass|rest|retourn|tomb|décéd)(?:é|ée|és|ées)$|^(?:part|sort)i(?:e|s|es)?$|^(?:ven|deven|reven|parven|surven|interven)u(?:e|s|es)?$|^(?:né|née|nés|nées|mort|morte|descendu|descendue|été|aussi|ici|ainsi|parmi|mais|depuis|très|vrai|qualité|beauté|santé|société|liberté|été|joli|jolie|gratuit|gratuite|petit|petite|dû|plus|puis|sur|jamais|prix|déjà|après|dès|près|clé|côté|marché|lui|celui|oui|suis|paris|avis|bleu|nouveau|tenu)$/;
const MOST_BETWEEN = 2;

const isParticiple = ( word ) =>
	PARTICIPLE.test( word ) && ! NOT_PASSIVE.test( word );

export default {
	articles: 'le la les un une des du'.split( ' ' ),
	elision: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'/,
	abbreviations:
		'm mm mme mlle dr pr etc p.ex ex cf env max min n° p pp av apr tél st ste'.split(
			' '
		),
	wordsPerMinute: 195,
	transitions:
		`à cause de|à ce propos|à condition que|à l'inverse|à l'opposé|à moins que|à première vue|à savoir|à tel point que|à vrai dire|afin de|afin que|ailleurs|ainsi|ainsi que|alors|alors que|après|après tout|au cas où|au contraire|au début|au fur et à mesure|au lieu de|au moins|auparavant|aussi|aussitôt que|autant que|autrement|autrement dit|avant|avant de|avant que|avant tout|bien que|bien sûr|bref|car|ce qui veut dire|cependant|certes|c'est à dire|c'est dire|c'est pourquoi|comme|compte tenu de|contrairement à|d'abord|d'ailleurs|d'autant plus|d'autre part|d'une part|dans ce cas|dans l'ensemble|dans le but de|dans un premier temps|de fait|de la même façon|de la même manière|de même|de même que|de plus|de sorte que|de toute façon|de toute manière|depuis|dès lors|dès que|désormais|deuxièmement|donc|dorénavant|du coup|du fait de|du moins|du reste|effectivement|également|en bref|en cas de|en comparaison|en conclusion|en conséquence|en d'autres termes|en définitive|en dépit de|en effet|en fait|en fin de compte|en général|en outre|en particulier|en premier lieu|en raison de|en réalité|en résumé|en revanche|en somme|en tout cas|encore|enfin|ensuite|entre autres|et puis|étant donné|évidemment|finalement|grâce à|hormis|il en résulte|jusqu'à ce que|lorsque|lors de|maintenant|mais|malgré|même si|néanmoins|notamment|or|ou bien|outre|par ailleurs|par conséquent|par contre|par exemple|par la suite|parce que|pareillement|pendant que|plus tard|plutôt|plutôt que|pour autant|pour conclure|pour que|pour résumer|pourtant|précisément|premièrement|puis|puisque|quand|quant à|quoique|quoi qu'il en soit|sans doute|sauf|selon|si|si bien que|sinon|soit|soudain|surtout|tandis que|tant que|tout d'abord|tout de même|toutefois|troisièmement|vu que`.split(
			'|'
		),
	isPassive: ( words ) =>
		words.some( ( word, at ) => {
			const isReflexive = /^(?:me|te|se|nous|vous|m'|t'|s')$/.test(
				words[ at - 1 ] ?? ''
			);
			return (
				ETRE.has( word ) &&
				! isReflexive &&
				words
					.slice( at + 1, at + 2 + MOST_BETWEEN )
					.some( isParticiple )
			);
		} ),
	syllables: syllableCounter(
		/eau|oeu|œu|(?<=[gq])u[aeiouéèêâ]|oui|ui|oi|io(?=n)|i[eéè]|ai|ei|au|eu|ou|œ|[aeiouyàâäéèêëîïôöùûü]/g,
		[
			[ /[^aeiouyéèêàâîôûgq](?:e|es)$|[gq]ue?s?$/, -1 ], // Mute e: "table", "musique".
		]
	),
	readingEase: {
		name: 'Kandel & Moles (1958)',
		formula: ( { wordsPerSentence, syllablesPerWord } ) =>
			207 - 1.015 * wordsPerSentence - 73.6 * syllablesPerWord,
	},
};
