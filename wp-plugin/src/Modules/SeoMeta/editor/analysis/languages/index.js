// The languages and what is known of each: a visible list. Each language is a chunk of its own, fetched when it is needed.
import { phraseList } from '../phrases';
import { wordsOf } from '../segment';

const stemmer = {
	ar: () =>
		import(
			/* webpackChunkName: "language-ar" */ 'snowball-stemmers/snowball-stemmers.js?arabic'
		),
	ca: () =>
		import(
			/* webpackChunkName: "language-ca" */ 'snowball-stemmers/snowball-stemmers.js?catalan'
		),
	cs: () =>
		import(
			/* webpackChunkName: "language-cs" */ 'snowball-stemmers/snowball-stemmers.js?czech'
		),
	da: () =>
		import(
			/* webpackChunkName: "language-da" */ 'snowball-stemmers/snowball-stemmers.js?danish'
		),
	de: () =>
		import(
			/* webpackChunkName: "language-de" */ 'snowball-stemmers/snowball-stemmers.js?german'
		),
	en: () =>
		import(
			/* webpackChunkName: "language-en" */ 'snowball-stemmers/snowball-stemmers.js?english'
		),
	es: () =>
		import(
			/* webpackChunkName: "language-es" */ 'snowball-stemmers/snowball-stemmers.js?spanish'
		),
	eu: () =>
		import(
			/* webpackChunkName: "language-eu" */ 'snowball-stemmers/snowball-stemmers.js?basque'
		),
	fi: () =>
		import(
			/* webpackChunkName: "language-fi" */ 'snowball-stemmers/snowball-stemmers.js?finnish'
		),
	fr: () =>
		import(
			/* webpackChunkName: "language-fr" */ 'snowball-stemmers/snowball-stemmers.js?french'
		),
	ga: () =>
		import(
			/* webpackChunkName: "language-ga" */ 'snowball-stemmers/snowball-stemmers.js?irish'
		),
	hu: () =>
		import(
			/* webpackChunkName: "language-hu" */ 'snowball-stemmers/snowball-stemmers.js?hungarian'
		),
	hy: () =>
		import(
			/* webpackChunkName: "language-hy" */ 'snowball-stemmers/snowball-stemmers.js?armenian'
		),
	it: () =>
		import(
			/* webpackChunkName: "language-it" */ 'snowball-stemmers/snowball-stemmers.js?italian'
		),
	nb: () =>
		import(
			/* webpackChunkName: "language-nb" */ 'snowball-stemmers/snowball-stemmers.js?norwegian'
		),
	nl: () =>
		import(
			/* webpackChunkName: "language-nl" */ 'snowball-stemmers/snowball-stemmers.js?dutch'
		),
	pt: () =>
		import(
			/* webpackChunkName: "language-pt" */ 'snowball-stemmers/snowball-stemmers.js?portuguese'
		),
	ro: () =>
		import(
			/* webpackChunkName: "language-ro" */ 'snowball-stemmers/snowball-stemmers.js?romanian'
		),
	ru: () =>
		import(
			/* webpackChunkName: "language-ru" */ 'snowball-stemmers/snowball-stemmers.js?russian'
		),
	sl: () =>
		import(
			/* webpackChunkName: "language-sl" */ 'snowball-stemmers/snowball-stemmers.js?slovene'
		),
	sv: () =>
		import(
			/* webpackChunkName: "language-sv" */ 'snowball-stemmers/snowball-stemmers.js?swedish'
		),
	ta: () =>
		import(
			/* webpackChunkName: "language-ta" */ 'snowball-stemmers/snowball-stemmers.js?tamil'
		),
	tr: () =>
		import(
			/* webpackChunkName: "language-tr" */ 'snowball-stemmers/snowball-stemmers.js?turkish'
		),
};

// As the library calls them; the loader of the build has cut all but this one off.
const STEMMERS = {
	ar: 'arabic',
	ca: 'catalan',
	cs: 'czech',
	da: 'danish',
	de: 'german',
	en: 'english',
	es: 'spanish',
	eu: 'basque',
	fi: 'finnish',
	fr: 'french',
	ga: 'irish',
	hu: 'hungarian',
	hy: 'armenian',
	it: 'italian',
	nb: 'norwegian',
	nl: 'dutch',
	pt: 'portuguese',
	ro: 'romanian',
	ru: 'russian',
	sl: 'slovene',
	sv: 'swedish',
	ta: 'tamil',
	tr: 'turkish',
};

// Of the library's 62 lists, those whose licence (MIT) goes with ours.
const stopwords = {
	ar: () =>
		import(
			/* webpackChunkName: "language-ar" */ 'stopword/src/stopwords_ara.js'
		),
	da: () =>
		import(
			/* webpackChunkName: "language-da" */ 'stopword/src/stopwords_dan.js'
		),
	de: () =>
		import(
			/* webpackChunkName: "language-de" */ 'stopword/src/stopwords_deu.js'
		),
	en: () =>
		import(
			/* webpackChunkName: "language-en" */ 'stopword/src/stopwords_eng.js'
		),
	es: () =>
		import(
			/* webpackChunkName: "language-es" */ 'stopword/src/stopwords_spa.js'
		),
	fi: () =>
		import(
			/* webpackChunkName: "language-fi" */ 'stopword/src/stopwords_fin.js'
		),
	fr: () =>
		import(
			/* webpackChunkName: "language-fr" */ 'stopword/src/stopwords_fra.js'
		),
	he: () =>
		import(
			/* webpackChunkName: "language-he" */ 'stopword/src/stopwords_heb.js'
		),
	hi: () =>
		import(
			/* webpackChunkName: "language-hi" */ 'stopword/src/stopwords_hin.js'
		),
	id: () =>
		import(
			/* webpackChunkName: "language-id" */ 'stopword/src/stopwords_ind.js'
		),
	it: () =>
		import(
			/* webpackChunkName: "language-it" */ 'stopword/src/stopwords_ita.js'
		),
	lt: () =>
		import(
			/* webpackChunkName: "language-lt" */ 'stopword/src/stopwords_lit.js'
		),
	nb: () =>
		import(
			/* webpackChunkName: "language-nb" */ 'stopword/src/stopwords_nob.js'
		),
	nl: () =>
		import(
			/* webpackChunkName: "language-nl" */ 'stopword/src/stopwords_nld.js'
		),
	pl: () =>
		import(
			/* webpackChunkName: "language-pl" */ 'stopword/src/stopwords_pol.js'
		),
	pt: () =>
		import(
			/* webpackChunkName: "language-pt" */ 'stopword/src/stopwords_por.js'
		),
	ru: () =>
		import(
			/* webpackChunkName: "language-ru" */ 'stopword/src/stopwords_rus.js'
		),
	sv: () =>
		import(
			/* webpackChunkName: "language-sv" */ 'stopword/src/stopwords_swe.js'
		),
	uk: () =>
		import(
			/* webpackChunkName: "language-uk" */ 'stopword/src/stopwords_ukr.js'
		),
	vi: () =>
		import(
			/* webpackChunkName: "language-vi" */ 'stopword/src/stopwords_vie.js'
		),
};

const readability = {
	ar: () => import( /* webpackChunkName: "language-ar" */ './ar' ),
	de: () => import( /* webpackChunkName: "language-de" */ './de' ),
	en: () => import( /* webpackChunkName: "language-en" */ './en' ),
	es: () => import( /* webpackChunkName: "language-es" */ './es' ),
	fr: () => import( /* webpackChunkName: "language-fr" */ './fr' ),
	it: () => import( /* webpackChunkName: "language-it" */ './it' ),
	nl: () => import( /* webpackChunkName: "language-nl" */ './nl' ),
	pt: () => import( /* webpackChunkName: "language-pt" */ './pt' ),
	ru: () => import( /* webpackChunkName: "language-ru" */ './ru' ),
	sv: () => import( /* webpackChunkName: "language-sv" */ './sv' ),
};

// Codes of WordPress' locales that name a language we know by another.
const SAME = { nn: 'nb', no: 'nb' };

// Silent reading of non-fiction in English: Brysbaert (2019). Those of the languages: Trauzettel-Klosinski & Dietz (2012).
const WORDS_PER_MINUTE = 238;

const same = ( word ) => word;
const loaded = new Map();

/**
 * What is known of a language. Functions that it does not have are undefined.
 *
 * @typedef {Object} Language
 * @property {string}      code           `de`
 * @property {Object}      covers         Which of `stems`, `stopwords`, `transitions`, `isPassive`, `readingEase` are known.
 * @property {Function}    stem           Takes a word, gives what its forms have in common.
 * @property {Set<string>} stopwords      Words that tell nothing of a subject.
 * @property {Set<string>} articles       Words that begin a sentence without being its beginning.
 * @property {Set<string>} abbreviations  Without the last dot.
 * @property {RegExp}      elision        What is cut from the beginning of a word: `l'`.
 * @property {number}      wordsPerMinute Read silently.
 * @property {Map}         transitions    As phraseList() makes them.
 * @property {Function}    isPassive      Takes the words of a sentence.
 * @property {Function}    syllables      Takes a word, gives how many.
 * @property {Object}      readingEase    `name`, `formula`.
 *
 * @param    {string}      locale         As WordPress names it: `de_CH_informal`.
 * @return {Promise<Language>} Of an unknown language what works in all of them.
 */
export function load( locale ) {
	const code = codeOf( locale );
	if ( ! loaded.has( code ) ) {
		// A chunk that could not be fetched is asked for again next time.
		const promise = make( code ).catch( ( error ) => {
			loaded.delete( code );
			throw error;
		} );
		loaded.set( code, promise );
	}
	return loaded.get( code );
}

/**
 * @param {string} locale
 * @return {string} `de`; `und`, which means undetermined, for what names no language.
 */
export function codeOf( locale ) {
	const code = ( locale ?? '' ).split( /[-_]/ )[ 0 ].toLowerCase();
	return /^[a-z]{2,3}$/.test( code ) ? ( SAME[ code ] ?? code ) : 'und';
}

const MOST_KNOWN = 50000; // Words whose stems are kept: some 5 MB. A long text has 5,000 different ones.

/**
 * @param {function(string): string} stem
 * @return {function(string): string} The same, fast for words that it has seen: the next analysis is of nearly the same text.
 */
function remembering( stem ) {
	const known = new Map();
	return ( word ) => {
		let found = known.get( word );
		if ( found === undefined ) {
			if ( known.size >= MOST_KNOWN ) {
				known.clear();
			}
			found = stem( word );
			known.set( word, found );
		}
		return found;
	};
}

async function make( code ) {
	const [ stems, stops, rules ] = await Promise.all( [
		stemmer[ code ]?.(),
		stopwords[ code ]?.(),
		readability[ code ]?.(),
	] );
	const own = rules?.default ?? {};
	const newStemmer = stems?.newStemmer ?? stems?.default?.newStemmer;
	const tool = newStemmer?.( STEMMERS[ code ] );
	return {
		wordsPerMinute: WORDS_PER_MINUTE,
		...own,
		code,
		stem: tool ? remembering( ( word ) => tool.stem( word ) ) : same,
		stopwords: new Set( stops ? Object.values( stops )[ 0 ] : [] ),
		articles: new Set( own.articles ),
		abbreviations: new Set( own.abbreviations ),
		transitions:
			own.transitions &&
			phraseList( own.transitions, ( phrase ) =>
				wordsOf( phrase, { ...own, code } )
			),
		covers: {
			stems: Boolean( tool ),
			stopwords: Boolean( stops ),
			transitions: Boolean( own.transitions ),
			isPassive: Boolean( own.isPassive ),
			readingEase: Boolean( own.readingEase ),
		},
	};
}
