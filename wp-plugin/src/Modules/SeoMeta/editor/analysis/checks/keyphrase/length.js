// The keyphrase is what somebody types, not a sentence.

// Telling words, without "of" and "the". Ours: no text says five of them in one sentence again and again and reads well.
const MOST_GOOD = 4;
const MOST_FAIR = 6;

export default {
	name: 'keyphrase-length',
	run( page, { forms } ) {
		const count = forms[ 0 ].stems.length;
		if ( count <= MOST_GOOD ) {
			return { status: 'good', count };
		}
		return { status: count <= MOST_FAIR ? 'fair' : 'poor', count };
	},
};
