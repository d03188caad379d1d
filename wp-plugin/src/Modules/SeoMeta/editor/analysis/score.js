// How much each check counts, with the reason, and the score that comes of it.

/**
 * 3: search engines say it matters, or visitors see it before they click. 2: it helps a reader find what was promised.
 * 1: a custom of editors without proof. Nothing weighs more than three times another, so no single habit decides.
 */
export const WEIGHTS = {
	'keyphrase-length': 1, // A long phrase makes the other checks fail by itself.
	'keyphrase-title': 3, // What is seen and clicked first; Google's title links are made of it.
	'keyphrase-description': 2, // Not for ranking; printed bold when it was searched.
	'keyphrase-slug': 1, // Google: words in an address matter minimally; people read them in shared links.
	'keyphrase-first-paragraph': 3, // Whoever clicked must see at once that this is it.
	'keyphrase-headings': 2, // Readers scan headings.
	'keyphrase-image-alts': 1, // Counts in image search only.
	'keyphrase-density': 2, // None or too much is a fault; the exact number is custom.
	'keyphrase-distribution': 1, // Custom.
	'keyphrase-uses': 3, // Two pages for one search hold each other down.
	'keyphrase-competing-links': 2, // The text of a link says what its target is about (Google, "Link best practices").
	'title-width': 2, // Seen; what is cut off is not read.
	'description-width': 2, // Seen; without one Google picks a sentence itself.
	'text-length': 1, // Google names no least length.
	'single-h1': 2, // Says what the page is, to screen readers first.
	'heading-order': 1, // Accessibility advice, not a rule.
	'internal-links': 3, // How pages are found (Google, "Link best practices").
	'outbound-links': 1, // Good practice; not a factor by Google's word.
	images: 1, // Depends on the subject.
	'image-alts': 3, // WCAG 2.2, level A.
	'sentence-length': 3, // The one measure that all plain-language standards share.
	'paragraph-length': 2, // Plain-language standards.
	subheadings: 2, // Plain-language standards.
	'sentence-starts': 1, // Style.
	transitions: 1, // No study behind the number.
	passive: 1, // Recognised by rules that err.
	'reading-ease': 2, // Studied well, but blind to sense.
};

const POINTS = { good: 1, fair: 0.5, poor: 0 };

// From these on a score is good or fair: two thirds of everything right, and one third.
export const GOOD = 67;
export const FAIR = 34;

/**
 * @param {Array<{name: string, status: string}>} results
 * @return {?number} 0–100, weighed; null without results.
 */
export function score( results ) {
	const total = results.reduce(
		( sum, { name } ) => sum + WEIGHTS[ name ],
		0
	);
	if ( total === 0 ) {
		return null;
	}
	const reached = results.reduce(
		( sum, { name, status } ) => sum + WEIGHTS[ name ] * POINTS[ status ],
		0
	);
	return Math.round( ( reached / total ) * 100 );
}

/**
 * @param {?number} value
 * @return {string} `good`, `fair`, `poor`, or `none` without a score.
 */
export function rate( value ) {
	if ( value === null ) {
		return 'none';
	}
	const isFair = value >= FAIR;
	return value >= GOOD ? 'good' : ( isFair && 'fair' ) || 'poor';
}
