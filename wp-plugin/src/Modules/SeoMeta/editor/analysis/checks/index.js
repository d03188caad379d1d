// The checks, in the order in which they are shown: a visible list, one line a check.
import keyphraseLength from './keyphrase/length';
import keyphraseTitle from './keyphrase/title';
import keyphraseDescription from './keyphrase/description';
import keyphraseSlug from './keyphrase/slug';
import keyphraseFirstParagraph from './keyphrase/first-paragraph';
import keyphraseHeadings from './keyphrase/headings';
import keyphraseImageAlts from './keyphrase/image-alts';
import keyphraseDensity from './keyphrase/density';
import keyphraseDistribution from './keyphrase/distribution';
import keyphraseUses from './keyphrase/uses';
import keyphraseCompetingLinks from './keyphrase/competing-links';
import titleWidth from './content/title-width';
import descriptionWidth from './content/description-width';
import textLength from './content/text-length';
import singleH1 from './content/single-h1';
import headingOrder from './content/heading-order';
import internalLinks from './content/internal-links';
import outboundLinks from './content/outbound-links';
import images from './content/images';
import imageAlts from './content/image-alts';
import sentenceLength from './readability/sentence-length';
import paragraphLength from './readability/paragraph-length';
import subheadings from './readability/subheadings';
import sentenceStarts from './readability/sentence-starts';
import transitions from './readability/transitions';
import passive from './readability/passive';
import readingEase from './readability/reading-ease';

/**
 * A check is `{ name, needs?, run( page, keyphrase ) }`. `run` gives `{ status: 'good'|'fair'|'poor', …params, examples? }`,
 * or null when there is nothing to check. `needs` names what the language must bring; without it the check is left out
 * and said to be.
 */
export const CHECKS = {
	keyphrase: [
		keyphraseLength,
		keyphraseTitle,
		keyphraseDescription,
		keyphraseSlug,
		keyphraseFirstParagraph,
		keyphraseHeadings,
		keyphraseImageAlts,
		keyphraseDensity,
		keyphraseDistribution,
		keyphraseUses,
		keyphraseCompetingLinks,
	],
	content: [
		titleWidth,
		descriptionWidth,
		textLength,
		singleH1,
		headingOrder,
		internalLinks,
		outboundLinks,
		images,
		imageAlts,
	],
	readability: [
		sentenceLength,
		paragraphLength,
		subheadings,
		sentenceStarts,
		transitions,
		passive,
		readingEase,
	],
};
