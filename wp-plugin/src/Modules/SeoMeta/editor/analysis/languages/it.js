// Italian: what the readability checks need.
import { syllableCounter } from './syllables';

const ESSERE = new Set(
	'sono sei è siamo siete ero eri era eravamo eravate erano fui fosti fu fummo foste furono sarò sarai sarà saremo sarete saranno sarei sarebbe sarebbero sia siano fosse fossero stato stata stati state essere vengo vieni viene veniamo venite vengono veniva venivano venne vennero verrà verranno verrebbe verrebbero venga vengano venire'.split(
		' '
	)
);
const PARTICIPLE = /(?:at|ut|it)[oaie]$/;
const IRREGULAR =
	/^(?:apert|coperta?|copert|scopert|offert|soffert|dett|fatt|lett|scritt|rott|tradott|prodott|condott|ridott|mess|promess|permess|pres|compres|sorpres|res|spes|chius|decis|divis|uccis|pers|corret|corrett|elett|protett|scelt|tolt|rivolt|risolt|vint|dipint|spint|vist|previst|chiest|post|propost|compost|espost|appes|spent|accolt|raccolt)[oaie]$/;
const NOT_PASSIVE =
	/^(?:andat|arrivat|partit|uscit|entrat|tornat|venut|divenut|diventat|rimast|stat|nat|mort|cresciut|cadut|salit|scappat|riuscit|piaciut|sembrat|bastat|costat|accadut|success|passat)[oaie]$|^(?:sito|vita|vite|marito|dito|tutto|minuto|aiuto|abito|invito|spirito|lato|prato|mercato|gelato|stato|subito|quantità|moneta|dato|data|salute|solito|gratuito|gratuita|unito|sempre|grato|adatto|adatta|adatti|adatte)$/;
const MOST_BETWEEN = 2;

const isParticiple = ( word ) =>
	( PARTICIPLE.test( word ) || IRREGULAR.test( word ) ) &&
	! NOT_PASSIVE.test( word );

export default {
	articles: "il lo la i gli le un uno una l' un'".split( ' ' ),
	elision:
		/^(?:l|un|d|c|s|n|m|t|v|dell|nell|sull|all|dall|quell|quest|bell|com|dov|anch)'/,
	abbreviations:
		'sig sigg dott prof ecc es pag n tel ing avv art cfr ca max min s.r.l s.p.a'.split(
			' '
		),
	wordsPerMinute: 188,
	transitions:
		`a causa di|a condizione che|a differenza di|a dire il vero|a meno che|a mio parere|a patto che|a proposito|a questo punto|a tal fine|a tal proposito|affinché|al contrario|al fine di|al posto di|allo stesso modo|allo stesso tempo|allora|altrimenti|anche|anche se|ancora|anzi|anzitutto|appena|attualmente|benché|certamente|che|ciò nonostante|cioè|ciononostante|col tempo|come|come risultato|comunque|con il tempo|conseguentemente|contrariamente|così|così come|d'altra parte|d'altro canto|da un lato|da una parte|dal momento che|dall'altra parte|dapprima|dato che|davvero|del resto|di conseguenza|di fatto|di norma|di solito|dopo|dopo che|dopotutto|dunque|e poi|ebbene|eccetto|effettivamente|eppure|evidentemente|ed ecco|finalmente|finché|grazie a|il che significa|in altre parole|in altri termini|in breve|in caso|in conclusione|in effetti|in fin dei conti|in generale|in ogni caso|in particolare|in primo luogo|in realtà|in secondo luogo|in seguito|in sintesi|in sostanza|in tal caso|in tal modo|in ultima analisi|infatti|infine|innanzitutto|inoltre|insomma|intanto|invece|malgrado|ma|mentre|nel caso|nel complesso|nel frattempo|nello stesso modo|nemmeno|neppure|nonché|nondimeno|nonostante|oltre a|oltre a ciò|oppure|ora|ossia|ovvero|ovviamente|per cominciare|per concludere|per contro|per esempio|ad esempio|per fortuna|per prima cosa|per questo|per questo motivo|per quanto riguarda|per riassumere|perché|perciò|però|pertanto|più tardi|piuttosto|poi|poiché|precedentemente|prima|prima di|prima di tutto|principalmente|proprio come|pur|purché|purtroppo|quando|quindi|rispetto a|riassumendo|sebbene|se|secondo|semmai|senza dubbio|siccome|sicché|similmente|soprattutto|specialmente|successivamente|tanto che|tuttavia|ugualmente|vale a dire|viceversa|visto che`.split(
			'|'
		),
	isPassive: ( words ) =>
		words.some(
			( word, at ) =>
				ESSERE.has( word ) &&
				! /^(?:mi|ti|si|ci|vi)$/.test( words[ at - 1 ] ?? '' ) &&
				words
					.slice( at + 1, at + 2 + MOST_BETWEEN )
					.some( isParticiple )
		),
	syllables: syllableCounter(
		/(?:[iu]|(?<=[gq])u)?[aeoàèéòó](?:[iu](?![aeoàèéòó]))?|[iu]?[ìù]|[iu][iu]?/g
	),
	readingEase: {
		name: 'Franchina & Vacca (1986)',
		formula: ( { wordsPerSentence, syllablesPerWord } ) =>
			217 - 1.3 * wordsPerSentence - 60 * syllablesPerWord,
	},
};
