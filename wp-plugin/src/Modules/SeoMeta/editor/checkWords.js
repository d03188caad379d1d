// What each check says, why it matters, and how to put it right: the worker sends codes and numbers, people get words.
import { __, _n, sprintf } from '@wordpress/i18n';

const CUSTOM = __(
	'A custom of editors, not a rule of search engines; it counts little.',
	'igny8'
);

/**
 * Name of a check → `says( params, status )`, `why`, `how`.
 */
const WORDS = {
	'keyphrase-length': {
		says: ( { count } ) =>
			sprintf(
				/* translators: %d: number of words. */
				_n(
					'The keyphrase has %d telling word.',
					'The keyphrase has %d telling words.',
					count,
					'igny8'
				),
				count
			),
		how: __(
			'Shorten it to what people type: two to four words.',
			'igny8'
		),
		why: __(
			'A long phrase is typed by few, and no text repeats it naturally.',
			'igny8'
		),
	},
	'keyphrase-title': {
		says: ( { found }, status ) =>
			status === 'good'
				? __( 'The title begins with the keyphrase.', 'igny8' )
				: {
						late: __(
							'The keyphrase stands late in the title.',
							'igny8'
						),
						part: __(
							'The title has some words of the keyphrase.',
							'igny8'
						),
						none: __(
							'The keyphrase is not in the title.',
							'igny8'
						),
					}[ found ],
		how: __(
			'Say the keyphrase in the title, in the first half if it reads well.',
			'igny8'
		),
		why: __(
			'The title is what people read first among search results, and its end may be cut off.',
			'igny8'
		),
	},
	'keyphrase-description': {
		says: ( { found } ) =>
			( {
				all: __( 'The description has the keyphrase.', 'igny8' ),
				part: __(
					'The description has some words of the keyphrase.',
					'igny8'
				),
				none: __( 'The keyphrase is not in the description.', 'igny8' ),
				often: __(
					'The description repeats the keyphrase too often.',
					'igny8'
				),
				empty: __(
					'Without a description the keyphrase cannot be in it.',
					'igny8'
				),
			} )[ found ],
		how: __(
			'Say it once, in a sentence that makes people click.',
			'igny8'
		),
		why: __(
			'It does not change the rank, but search engines print the searched words in bold.',
			'igny8'
		),
	},
	'keyphrase-slug': {
		says: ( params, status ) =>
			( {
				good: __( 'The address has the keyphrase.', 'igny8' ),
				fair: __(
					'The address has some words of the keyphrase.',
					'igny8'
				),
				poor: __( 'The keyphrase is not in the address.', 'igny8' ),
			} )[ status ],
		how: __(
			'Change the slug before you publish. Afterwards leave it: a redirect costs more than it brings.',
			'igny8'
		),
		why: __(
			'Search engines weigh words in an address little; people read them in a shared link.',
			'igny8'
		),
	},
	'keyphrase-first-paragraph': {
		says: ( { found } ) =>
			( {
				sentence: __(
					'The first paragraph has the keyphrase.',
					'igny8'
				),
				paragraph: __(
					'The first paragraph has the words of the keyphrase, but in different sentences.',
					'igny8'
				),
				part: __(
					'The first paragraph has some words of the keyphrase.',
					'igny8'
				),
				none: __(
					'The keyphrase is not in the first paragraph.',
					'igny8'
				),
			} )[ found ],
		how: __( 'Say at the beginning what the page is about.', 'igny8' ),
		why: __(
			'Whoever comes from a search must see at once that this is what they wanted.',
			'igny8'
		),
	},
	'keyphrase-headings': {
		says: ( { count, total } ) =>
			sprintf(
				/* translators: 1: number of headings, 2: how many there are. */
				__( '%1$d of %2$d headings have the keyphrase.', 'igny8' ),
				count,
				total
			),
		how: __(
			'Put it, or a synonym, into one heading or two, not into all of them.',
			'igny8'
		),
		why: __( 'Readers and machines scan headings first.', 'igny8' ),
	},
	'keyphrase-image-alts': {
		says: ( { count, total } ) =>
			sprintf(
				/* translators: 1: number of images, 2: how many there are. */
				__(
					'%1$d of %2$d images speak of the keyphrase in their alternative text.',
					'igny8'
				),
				count,
				total
			),
		how: __(
			'Describe what an image shows; where that is the subject of the page, name it.',
			'igny8'
		),
		why: __(
			'Image search reads the alternative text. Repeating a phrase there counts as spam.',
			'igny8'
		),
	},
	'keyphrase-density': {
		says: ( { count, density, found } ) => {
			const says = sprintf(
				/* translators: 1: number of mentions, 2: a percentage. */
				_n(
					'The keyphrase is said %1$d time, %2$s per 100 words',
					'The keyphrase is said %1$d times, %2$s per 100 words',
					count,
					'igny8'
				),
				count,
				density.toLocaleString()
			);
			const judged = {
				few: __( 'that is little.', 'igny8' ),
				many: __( 'that is too much.', 'igny8' ),
				right: __( 'that is about right.', 'igny8' ),
			};
			return `${ says }: ${ judged[ found ] }`;
		},
		how: ( { least, most } ) =>
			sprintf(
				/* translators: 1: least, 2: most mentions. */
				__(
					'Say it, or a synonym, between %1$d and %2$d times in a text of this length.',
					'igny8'
				),
				least,
				most
			),
		why: __(
			'Google’s spam policies forbid stuffing a text with keywords and name no number; 0.5 to 3 in 100 words is custom, less for long phrases.',
			'igny8'
		),
	},
	'keyphrase-distribution': {
		says: ( { share } ) =>
			sprintf(
				/* translators: %d: a percentage. */
				__(
					'The longest part without the keyphrase is %d%% of the text.',
					'igny8'
				),
				share
			),
		how: __( 'Come back to the subject where that part is.', 'igny8' ),
		why: CUSTOM,
	},
	'keyphrase-uses': {
		says: ( { count } ) =>
			count === 0
				? __( 'No other page has this keyphrase.', 'igny8' )
				: sprintf(
						/* translators: %d: number of pages. */
						_n(
							'%d other page has this keyphrase.',
							'%d other pages have this keyphrase.',
							count,
							'igny8'
						),
						count
					),
		how: __(
			'Merge the pages, or give each the search that it answers best. They are listed under Keyphrases.',
			'igny8'
		),
		why: __( 'Two pages for one search hold each other down.', 'igny8' ),
	},
	'keyphrase-competing-links': {
		says: ( { count } ) =>
			count === 0
				? __(
						'No link to another page has the keyphrase as its text.',
						'igny8'
					)
				: sprintf(
						/* translators: %d: number of links. */
						_n(
							'%d link to another page has the keyphrase as its text.',
							'%d links to other pages have the keyphrase as their text.',
							count,
							'igny8'
						),
						count
					),
		how: __( 'Give these links other words:', 'igny8' ),
		why: __(
			'The text of a link says what its target is about; this one names another page as the answer.',
			'igny8'
		),
	},
	'title-width': {
		says: ( { found, px, most } ) =>
			( {
				empty: __( 'There is no title.', 'igny8' ),
				long: sprintf(
					/* translators: 1: pixels, 2: pixels. */
					__(
						'The title is %1$d pixels wide; after %2$d it is cut off.',
						'igny8'
					),
					px,
					most
				),
				short: __( 'The title leaves room to say more.', 'igny8' ),
				right: __( 'The title has a good length.', 'igny8' ),
			} )[ found ],
		how: __(
			'Say what is special about the page within the line.',
			'igny8'
		),
		why: __(
			'Google cuts titles after about 600 pixels on a desktop (measured; it names no number).',
			'igny8'
		),
	},
	'description-width': {
		says: ( { found, px, most } ) =>
			( {
				empty: __( 'There is no description.', 'igny8' ),
				long: sprintf(
					/* translators: 1: pixels, 2: pixels. */
					__(
						'The description is %1$d pixels long; after %2$d it is cut off.',
						'igny8'
					),
					px,
					most
				),
				short: __(
					'The description leaves room to say more.',
					'igny8'
				),
				right: __( 'The description has a good length.', 'igny8' ),
			} )[ found ],
		how: __(
			'Write one or two sentences that promise what the page keeps.',
			'igny8'
		),
		why: __(
			'Without one, search engines choose a sentence themselves. They show about 920 pixels on a desktop, 680 on a phone (measured).',
			'igny8'
		),
	},
	'text-length': {
		says: ( { count } ) =>
			sprintf(
				/* translators: %d: number of words. */
				_n(
					'The text has %d word.',
					'The text has %d words.',
					count,
					'igny8'
				),
				count
			),
		how: ( { least } ) =>
			sprintf(
				/* translators: %d: number of words. */
				__(
					'Answer what a reader would ask next. %d words are a custom for such a page, not a rule.',
					'igny8'
				),
				least
			),
		why: __(
			'Google has no preferred word count, but a very short text seldom says something of its own.',
			'igny8'
		),
	},
	'single-h1': {
		says: ( { count } ) =>
			count === 0
				? __( 'The title is the only first-level heading.', 'igny8' )
				: sprintf(
						/* translators: %d: number of headings. */
						_n(
							'%d heading in the text is of the first level, as the title is.',
							'%d headings in the text are of the first level, as the title is.',
							count,
							'igny8'
						),
						count
					),
		how: __( 'Make these headings second level:', 'igny8' ),
		why: __(
			'Screen readers announce the first level as the name of the page.',
			'igny8'
		),
	},
	'heading-order': {
		says: ( { count } ) =>
			count === 0
				? __( 'Headings go down one level at a time.', 'igny8' )
				: sprintf(
						/* translators: %d: number of headings. */
						_n(
							'%d heading skips a level.',
							'%d headings skip a level.',
							count,
							'igny8'
						),
						count
					),
		how: __( 'Raise these headings by a level:', 'igny8' ),
		why: __(
			'People who listen find their way by levels (W3C, “Headings”).',
			'igny8'
		),
	},
	'internal-links': {
		says: ( { count } ) =>
			count === 0
				? __( 'No link leads to another page of this site.', 'igny8' )
				: sprintf(
						/* translators: %d: number of links. */
						_n(
							'%d link leads to another page of this site.',
							'%d links lead to other pages of this site.',
							count,
							'igny8'
						),
						count
					),
		how: ( { wanted } ) =>
			sprintf(
				/* translators: %d: number of links. */
				_n(
					'Link to at least %d page that goes on where this one stops.',
					'Link to at least %d pages that go on where this one stops.',
					wanted,
					'igny8'
				),
				wanted
			),
		why: __(
			'Pages are found through links (Google, “Link best practices”).',
			'igny8'
		),
	},
	'outbound-links': {
		says: ( { count } ) =>
			count === 0
				? __( 'No link leads to another site.', 'igny8' )
				: sprintf(
						/* translators: %d: number of links. */
						_n(
							'%d link leads to another site.',
							'%d links lead to other sites.',
							count,
							'igny8'
						),
						count
					),
		how: __( 'If a statement rests on a source, link to it.', 'igny8' ),
		why: __(
			'Readers trust what they can check. It does not change the rank.',
			'igny8'
		),
	},
	images: {
		says: ( { count } ) =>
			count === 0
				? __( 'The page shows no image.', 'igny8' )
				: sprintf(
						/* translators: %d: number of images. */
						_n(
							'The page shows %d image.',
							'The page shows %d images.',
							count,
							'igny8'
						),
						count
					),
		how: __( 'Add one where it says more than a sentence.', 'igny8' ),
		why: CUSTOM,
	},
	'image-alts': {
		says: ( { count, total } ) =>
			count === 0
				? __( 'All images have an alternative text.', 'igny8' )
				: sprintf(
						/* translators: 1: number of images, 2: how many there are. */
						__(
							'%1$d of %2$d images have no alternative text.',
							'igny8'
						),
						count,
						total
					),
		how: __(
			'Describe each image that says something; leave only decoration without.',
			'igny8'
		),
		why: __(
			'Blind people hear it instead of the image (WCAG 2.2, 1.1.1), and image search reads it.',
			'igny8'
		),
	},
	'sentence-length': {
		says: ( { share, limit } ) =>
			sprintf(
				/* translators: 1: a percentage, 2: number of words. */
				__(
					'%1$d%% of the sentences have more than %2$d words.',
					'igny8'
				),
				share,
				limit
			),
		how: __( 'Split the longest ones:', 'igny8' ),
		why: __(
			'Plain-language standards agree on it; GOV.UK splits above 25 words. A quarter may be longer.',
			'igny8'
		),
	},
	'paragraph-length': {
		says: ( { count, limit } ) =>
			count === 0
				? __( 'No paragraph is too long.', 'igny8' )
				: sprintf(
						/* translators: 1: number of paragraphs, 2: number of words. */
						_n(
							'%1$d paragraph has more than %2$d words.',
							'%1$d paragraphs have more than %2$d words.',
							count,
							'igny8'
						),
						count,
						limit
					),
		how: __( 'Give each thought a paragraph of its own:', 'igny8' ),
		why: __(
			'The US Federal Plain Language Guidelines advise up to 150 words.',
			'igny8'
		),
	},
	subheadings: {
		says: ( { count, limit } ) =>
			count === 0
				? __( 'Headings divide the text well.', 'igny8' )
				: sprintf(
						/* translators: 1: number of parts, 2: number of words. */
						_n(
							'%1$d part has more than %2$d words without a heading.',
							'%1$d parts have more than %2$d words without a heading.',
							count,
							'igny8'
						),
						count,
						limit
					),
		how: __( 'Divide it by a heading that says what comes.', 'igny8' ),
		why: __(
			'Readers scan headings to find their answer. The number is a custom of editors.',
			'igny8'
		),
	},
	'sentence-starts': {
		says: ( { count } ) =>
			count === 0
				? __( 'Sentences begin differently.', 'igny8' )
				: sprintf(
						/* translators: %d: how often. */
						_n(
							'%d time three sentences in a row begin alike.',
							'%d times three sentences in a row begin alike.',
							count,
							'igny8'
						),
						count
					),
		how: __( 'Begin one of them with another word:', 'igny8' ),
		why: CUSTOM,
	},
	transitions: {
		says: ( { share } ) =>
			sprintf(
				/* translators: %d: a percentage. */
				__(
					'%d%% of the sentences have a word that connects, such as “because”.',
					'igny8'
				),
				share
			),
		how: __(
			'Say how thoughts hang together, in about a third of the sentences.',
			'igny8'
		),
		why: CUSTOM,
	},
	passive: {
		says: ( { share } ) =>
			sprintf(
				/* translators: %d: a percentage. */
				__( '%d%% of the sentences are passive.', 'igny8' ),
				share
			),
		how: __( 'Say who does it:', 'igny8' ),
		why: __(
			'Readers understand faster who does what. Recognised by rules that may err, so it counts little.',
			'igny8'
		),
	},
	'reading-ease': {
		says: ( { score } ) =>
			sprintf(
				/* translators: %d: number from 0 to 100. */
				__( 'Reading ease is %d of 100.', 'igny8' ),
				score
			),
		how: __( 'Use shorter sentences and shorter words.', 'igny8' ),
		why: ( { formula } ) =>
			sprintf(
				/* translators: %s: name of a formula. */
				__(
					'By the formula made for this language, %s. 60 is plain language, below 30 is for graduates.',
					'igny8'
				),
				formula
			),
	},
};

/**
 * @param {string} name   Of a check.
 * @param {string} status
 * @param {Object} params As the check gives them.
 * @return {{says: string, why: string, how: string}} Sentences.
 */
export function wordsOf( name, status, params ) {
	const { says, why, how } = WORDS[ name ];
	const filled = ( words ) =>
		typeof words === 'function' ? words( params ) : words;
	return {
		says: says( params, status ),
		why: filled( why ),
		how: filled( how ),
	};
}

// What a language may lack, in a sentence "cannot check …".
export const MISSING = {
	transitions: __( 'transition words', 'igny8' ),
	passive: __( 'passive voice', 'igny8' ),
	'reading-ease': __( 'reading ease', 'igny8' ),
};
