// Dutch: what the readability checks need.
import { syllableCounter } from './syllables';

const WORDEN = new Set( 'word wordt worden werd werden geworden'.split( ' ' ) );
const PARTICIPLE =
	/^(?:(?:aan|af|achter|bij|binnen|door|in|klaar|mee|na|neer|om|onder|op|over|samen|tegen|terug|toe|uit|vast|voor|weg)?ge\p{L}{2,}(?:d|t|en)|(?:be|ver|ont|her|er)\p{L}{2,}(?:d|t)|(?:be|ver|ont|her)(?:sloten|schreven|sproken|nomen|grepen|gonnen|loren|boden|bonden|houden|kregen|vangen|dreven|broken|geten|wezen|dacht|kocht|zocht|zonden))$/u;
const NOT_PARTICIPLES = new Set(
	'geen geven gebruiken gebeuren geloven genieten gevoelens gegevens geheten gewoon gezicht gebied gewicht geld goed gezond bekend beroemd vaart bericht verstand verband verschil bent best verliefd gebeurt gelooft geniet geeft gebruikt geheel geduld gemeente gerecht geluid gevoel gezin'.split(
		' '
	)
);

const isParticiple = ( word ) =>
	PARTICIPLE.test( word ) && ! NOT_PARTICIPLES.has( word );

export default {
	articles: [ 'de', 'het', 'een' ],
	abbreviations:
		'dhr mevr mw dr prof ir drs bijv bv enz etc nr o.a d.w.z t.o.v m.b.t i.p.v ca incl excl max min st'.split(
			' '
		),
	wordsPerMinute: 202,
	transitions:
		`aangezien|aanvankelijk|al met al|aldus|allereerst|als|alsook|alvorens|anders gezegd|anderzijds|behalve|bijgevolg|bijvoorbeeld|bovenal|bovendien|concluderend|daar|daarbij|daarbovenop|daardoor|daarentegen|daarmee|daarna|daarnaast|daarom|daartoe|daarvoor|dan|dat betekent|dat wil zeggen|dankzij|denk aan|derhalve|desalniettemin|desondanks|deswege|dientengevolge|doch|doordat|doorgaans|dus|echter|eerder|eerst|eindelijk|enerzijds|evenals|eveneens|evenmin|evenzeer|gedurende|gelijktijdig|gezien|hetzij|hierbij|hierdoor|hiermee|hierna|hierom|hiervoor|hoewel|hoe dan ook|immers|in andere woorden|in de eerste plaats|in de tweede plaats|in feite|in het algemeen|in het bijzonder|in tegenstelling tot|in totaal|indien|inmiddels|integendeel|intussen|juist|kortom|kort gezegd|later|maar|met als gevolg|met andere woorden|met het oog op|met name|mits|na|naarmate|nadat|namelijk|natuurlijk|net als|niet alleen|niettemin|nochtans|of|ofschoon|om te beginnen|omdat|ondanks|ondertussen|ook|op dezelfde manier|op die manier|opdat|overigens|samengevat|sinds|sindsdien|slotsom|stel dat|tegelijk|tegelijkertijd|ten derde|ten eerste|ten slotte|ten tweede|tenminste|tenslotte|tenzij|tevens|toch|toen|tot slot|totdat|uiteindelijk|vanaf|vandaar|vanwege|vergeleken met|vervolgens|voor|vooral|voordat|voorts|voorheen|waardoor|want|wanneer|wegens|weliswaar|zelfs|zoals|zodat|zodoende|zodra|zowel`.split(
			'|'
		),
	isPassive: ( words ) =>
		words.some( ( word ) => WORDEN.has( word ) ) &&
		words.some( isParticiple ),
	syllables: syllableCounter(
		/aai|ooi|oei|eeuw|ieuw|ij|ei|ui|oe|ie|eu|ou|au|aa|ee|oo|uu|[aeiouyéèëïöüê]/g
	),
	readingEase: {
		name: 'Douma (1960)',
		formula: ( { wordsPerSentence, syllablesPerWord } ) =>
			206.84 - 0.93 * wordsPerSentence - 77 * syllablesPerWord,
	},
};
