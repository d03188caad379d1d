// German: what the readability checks need.
import { syllableCounter } from './syllables';

const WERDEN = new Set(
	'werde wirst wird werden werdet wurde wurdest wurden wurdet würde würden worden'.split(
		' '
	)
);
// Participles in -en of verbs whose prefix takes the "ge-", which look like their infinitive.
const STRONG =
	/^(?:be|ver|ent|er|zer|miss)?(?:gonnen|standen|schieden|schrieben|sprochen|nommen|griffen|worfen|loren|gessen|funden|boten|bunden|schlossen|brochen|zogen|troffen|hoben|wiesen|lieben|trieben|schnitten|rissen|sungen|schwunden|logen)$/;
const SEPARATED =
	/^(?:ab|an|auf|aus|bei|dar|durch|ein|fest|fort|heraus|her|hervor|hin|los|mit|nach|statt|um|unter|vor|vorbei|weg|weiter|wieder|wahr|zu|zurück|zusammen)ge\p{L}{2,}(?:t|en)$/u;
const WEAK =
	/^(?:be|ver|ent|er|zer|miss|über|unter|wider)\p{L}{2,}t$|ier(?:t)$/u;
const GE = /^ge\p{L}{2,}(?:t|en)$/u;
const NOT_PARTICIPLES = new Set(
	'gehen geben gewinnen gefallen gehören genießen gelten gelingen geschehen geraten gestalten gewähren gesamten guten gegen gestern genügen gelangen genauen gesunden geeignet gern geht gibt gilt gewinnt gefällt gehört bereit beliebt bekannt bereits bestimmt überhaupt unterwegs erst ernst verliebt berühmt gut gesund gebiet gewicht gesicht geschäft gericht gerät'.split(
		' '
	)
);

const isParticiple = ( word ) =>
	! NOT_PARTICIPLES.has( word ) &&
	( GE.test( word ) ||
		SEPARATED.test( word ) ||
		WEAK.test( word ) ||
		STRONG.test( word ) ||
		word === 'getan' ||
		word === 'angetan' );

export default {
	articles: 'der die das den dem des ein eine einen einem einer eines'.split(
		' '
	),
	abbreviations:
		'z.b bzw ca dr prof nr str usw u.a d.h i.d.r s.o s.u vgl evtl ggf inkl zzgl max min mind tel bsp abs art st'.split(
			' '
		),
	wordsPerMinute: 179,
	transitions:
		`aber|abgesehen davon|abschließend|allerdings|allein|als|also|anders gesagt|andererseits|anschließend|anstatt|auch|auf der anderen seite|auf der einen seite|auf diese weise|aufgrund|aus diesem grund|außerdem|bevor|beispielsweise|besonders|bis|da|dabei|dadurch|dafür|dagegen|daher|dahingegen|damit|danach|daneben|dann|daran|darauf|daraufhin|darüber hinaus|darum|das heißt|dass|davor|dazu|demnach|denn|dennoch|deshalb|desto|deswegen|doch|drittens|ebenfalls|ebenso|eher|einerseits|entsprechend|erst|erstens|etwa|falls|ferner|folglich|gleichzeitig|hierfür|hingegen|hinzu kommt|im gegensatz|im gegenteil|im grunde|immerhin|in der tat|indem|infolgedessen|insbesondere|insgesamt|inzwischen|jedoch|kurz gesagt|kurzum|letztendlich|mit anderen worten|mithin|nachdem|nachher|nämlich|natürlich|nichtsdestotrotz|nichtsdestoweniger|obgleich|obwohl|oder|ohne|ohnehin|schließlich|seitdem|sobald|sodass|sofern|solange|somit|sondern|sonst|soweit|sowie|sowohl|statt|stattdessen|tatsächlich|trotz|trotzdem|überdies|und zwar|unter anderem|vielmehr|vor allem|vorausgesetzt|vorher|während|weder|weil|weiterhin|weitere|wenn|wenngleich|wie bereits|wohingegen|zudem|zuerst|zuletzt|zum beispiel|zumal|zunächst|zusammenfassend|zusätzlich|zwar|zweitens|zwischenzeitlich`.split(
			'|'
		),
	isPassive: ( words ) =>
		words.some( ( word ) => WERDEN.has( word ) ) &&
		words.some( isParticiple ),
	syllables: syllableCounter(
		/aa|ee|oo|ie|ei|ai|au|eu|äu|ey|ay|qu[aeiouäöü]|[aeiouyäöüéè]/g,
		[
			[ /useum|eum$|ierre/, 1 ],
			[ /tion/, 0 ],
		]
	),
	readingEase: {
		name: 'Amstad (1978)',
		formula: ( { wordsPerSentence, syllablesPerWord } ) =>
			180 - wordsPerSentence - 58.5 * syllablesPerWord,
	},
};
