// English: what the readability checks need.
import { syllableCounter } from './syllables';

const BE = new Set(
	"am are is was were be been being isn't aren't wasn't weren't i'm you're he's she's it's we're they're get gets got getting gotten".split(
		' '
	)
);
const IRREGULAR = new Set(
	`beaten become begun bent bet bitten bled blown born bought bound bred broken brought built burnt caught chosen cut dealt done drawn driven drunk dug
	eaten fed felt flung flown fought forbidden forgiven forgotten found frozen given gone ground grown heard held hidden hit hung hurt kept known laid led
	left lent let lit lost made meant met mistaken overcome paid proven put read rebuilt ridden rung run said seen sent set sewn shaken shed shot shown shut slain
	sold sought spent split spoken spread spun stolen struck stuck stung sung sunk swept sworn swum taken taught thought thrown told torn
	understood undertaken undone upheld woken won worn wound woven written`.split(
		/\s+/
	)
);
// Adjectives that look like participles of the verb "to be".
const NOT_PARTICIPLES = new Set(
	'tired interested excited bored worried pleased concerned supposed indeed need seed feed speed red bed hundred limited advanced experienced dedicated located related married used gone'.split(
		' '
	)
);
const MOST_BETWEEN = 3; // "was very often simply ignored"

const isParticiple = ( word ) =>
	( /..ed$/.test( word ) || IRREGULAR.has( word ) ) &&
	! NOT_PARTICIPLES.has( word );

export default {
	articles: [ 'a', 'an', 'the' ],
	abbreviations:
		'mr mrs ms dr prof st jr sr vs etc e.g i.e eg ie no fig approx inc ltd co corp dept est vol p pp u.s u.k a.m p.m'.split(
			' '
		),
	wordsPerMinute: 228,
	transitions:
		`above all|accordingly|additionally|after all|afterwards|albeit|also|although|altogether|another|as a result|as long as|as opposed to|as soon as|as well as|at first|at last|at the same time|because|before|besides|but|by contrast|by the way|consequently|conversely|despite|due to|during|earlier|either|equally|especially|even if|even so|even though|eventually|finally|first|first of all|firstly|for example|for instance|for that reason|for this reason|further|furthermore|given that|hence|however|if|in addition|in brief|in case|in comparison|in conclusion|in contrast|in fact|in other words|in particular|in short|in spite of|in summary|in that case|in the end|in the meantime|in turn|indeed|instead|just as|last|lastly|later|likewise|meanwhile|moreover|most importantly|namely|neither|nevertheless|next|nonetheless|notably|now that|of course|on balance|on the contrary|on the one hand|on the other hand|on top of that|once|otherwise|overall|particularly|previously|provided that|rather|regardless|second|secondly|similarly|since|so|so that|soon|specifically|still|subsequently|such as|that is why|that means|then|thereby|therefore|third|thirdly|though|thus|to begin with|to conclude|to illustrate|to put it another way|to sum up|too|ultimately|unless|unlike|until|what is more|whenever|whereas|wherever|whether|while|yet`.split(
			'|'
		),
	isPassive: ( words ) =>
		words.some( ( word, at ) => {
			if ( ! BE.has( word ) ) {
				return false;
			}
			const after = words.slice( at + 1, at + 2 + MOST_BETWEEN );
			const found = after.findIndex( isParticiple );
			// "is a used car": after an article the participle belongs to a noun.
			return (
				found >= 0 &&
				! after
					.slice( 0, found )
					.some(
						( between ) =>
							/^(a|an|the|my|your|his|her|its|our|their|that|to|of|for|in|on|and|what|how)$/.test(
								between
							) || /ing$/.test( between )
					)
			);
		} ),
	syllables: syllableCounter( /[aeiouy]+/g, [
		[ /[^aeiouylr]e$|[aeiouy][lr]e$/, -1 ], // make, whole, more; not table.
		[ /[^aeiouydt]ed$/, -1 ], // jumped; not wanted.
		[ /[^aeiouysxzcgh]es$/, -1 ], // makes; not boxes.
		[ /[^aeiouy]e(?:ly|ment|ful|less|ness)(?:s|ly)?$/, -1 ], // safely, movements.
		[ /(?<![ctgsxln])i[ao]|i[ui]|iet|[^qg]ua|(?<!p)eo(?!u)/, 1 ], // piano, radius, quiet, usual, video.
		[ /(?<![ctx]|fr)ie(?=n[ct])|scien/, 1 ], // audience, science; not patient.
		[ /[aeiouy]ing|creat(?!u)|[aeiouy].*ea$|sm$|thm/, 1 ], // doing, create, area, prism, rhythm.
	] ),
	readingEase: {
		name: 'Flesch (1948)',
		formula: ( { wordsPerSentence, syllablesPerWord } ) =>
			206.835 - 1.015 * wordsPerSentence - 84.6 * syllablesPerWord,
	},
};
