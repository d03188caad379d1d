// Swedish: what the readability checks need.

const BLI = new Set( 'bli blir blev bliva blivit'.split( ' ' ) );
const PARTICIPLE =
	/\p{L}{2,}(?:ad|ade|at|dd|tt|rd|nd|gd|vd|ld|lt|rt|pt|kt|st|en|et|na|da|ta)$/u;
const S_PASSIVE = /\p{L}{2,}(?:ades|ats|as|des|ts)$/u;
// Verbs that have the ending without being passive, and words that end alike.
const NOT_PASSIVE = new Set(
	'finns finnas fanns hoppas hoppades trivas trivdes andas andades minnas mindes lyckas lyckades lyckats umgås synas kännas kändes tyckas tycktes låtsas skämmas vistas vistades behövas kallas annars alltså dess deras hans ens alltjämt oss alls trots genast plats platser tills sedan sådan denna mycket något annat inget lite vackert stort gott bättre bäst glad inte barn hund arg rädd kall varm gammal vid ett den det allt ut ens dessutom människas lärdas kvinnors flickas sats skatts'.split(
		' '
	)
);
const MOST_BETWEEN = 2;

export default {
	articles: [ 'en', 'ett', 'den', 'det', 'de' ],
	abbreviations:
		't.ex bl.a d.v.s dvs m.m m.fl o.s.v osv s.k p.g.a ca kl nr st dr prof f.d inkl exkl max min'.split(
			' '
		),
	wordsPerMinute: 199,
	transitions:
		`alltså|allt som allt|andra|annars|ändå|ännu|avslutningsvis|bland annat|dels|dessutom|det innebär|det vill säga|detta beror på|detta betyder|detta innebär|därefter|därför|därför att|därigenom|därmed|därpå|däremot|då|eftersom|efter det|efteråt|emellertid|eller|exempelvis|fast|fastän|följaktligen|för att|för det andra|för det första|för det tredje|förr|först|först och främst|förutom|genom att|givetvis|huvudsakligen|i det fallet|i första hand|i gengäld|i jämförelse med|i kontrast till|i motsats till|i och med|i själva verket|i slutändan|i stället|i synnerhet|i varje fall|icke desto mindre|inledningsvis|innan|istället|ju|jämfört med|kort sagt|kort och gott|liksom|likaså|likväl|medan|men|med andra ord|med anledning av|naturligtvis|nämligen|när|närmare bestämt|och därmed|oavsett|om|ock|också|om än|omvänt|på grund av|på samma sätt|på så sätt|på så vis|samma sak|sammanfattningsvis|sammantaget|samt|samtidigt|sedan|senare|sist|slutligen|slutsatsen|snarare|som en följd av|som ett resultat|som exempel|som tidigare|så|såldes|således|såsom|så småningom|så snart|så att|så länge|särskilt|tack vare|tidigare|till att börja med|till dess|till exempel|till följd av|till sist|till skillnad från|till slut|tills|tillika|trots|trots att|tvärtom|under tiden|ungefär som|ur|utom|utan|vare sig|varefter|varför|varken|vid sidan av|vidare|visserligen|å andra sidan|å ena sidan|åtminstone|även|även om`.split(
			'|'
		),
	isPassive: ( words ) =>
		words.some(
			( word ) => S_PASSIVE.test( word ) && ! NOT_PASSIVE.has( word )
		) ||
		words.some(
			( word, at ) =>
				BLI.has( word ) &&
				words
					.slice( at + 1, at + 2 + MOST_BETWEEN )
					.some(
						( other ) =>
							PARTICIPLE.test( other ) &&
							! NOT_PASSIVE.has( other )
					)
		),
	// No formula with syllables was fitted to Swedish. LIX is its own measure: 20 very easy, 60 very hard; turned round here.
	readingEase: {
		name: 'LIX (Björnsson 1968)',
		formula: ( { wordsPerSentence, longWordShare } ) =>
			120 - ( wordsPerSentence + 100 * longWordShare ) * 1.5,
	},
};
