// What applying a plan will create, as a sentence.
import { __, _n, sprintf } from '@wordpress/i18n';
import { number } from '../../../../admin/times';

/**
 * @param {?Object} preview Result of blueprint.preview.
 * @return {string} Such as "Creates 4 taxonomies and 31 terms."
 */
export function countWords( preview ) {
	if ( ! preview ) {
		return '';
	}
	const {
		taxonomies_created: taxonomies,
		terms_created: terms,
		terms_adopted: adopted,
	} = preview.counts;
	if ( taxonomies + terms + adopted === 0 ) {
		return __(
			'Everything of this plan is on your site already.',
			'igny8'
		);
	}
	const sentence = sprintf(
		/* translators: 1: "4 taxonomies", 2: "31 terms". */
		__( 'Applying creates %1$s and %2$s.', 'igny8' ),
		taxonomyWords( taxonomies ),
		termWords( terms )
	);
	if ( adopted === 0 ) {
		return sentence;
	}
	return sprintf(
		/* translators: 1: what is created, 2: number of terms. */
		_n(
			'%1$s %2$s term that you have already is used.',
			'%1$s %2$s terms that you have already are used.',
			adopted,
			'igny8'
		),
		sentence,
		number( adopted )
	);
}

/**
 * @param {number} count
 * @return {string} "4 taxonomies".
 */
export const taxonomyWords = ( count ) =>
	sprintf(
		/* translators: %s: a number. */
		_n( '%s taxonomy', '%s taxonomies', count, 'igny8' ),
		number( count )
	);

/**
 * @param {number} count
 * @return {string} "31 terms".
 */
export const termWords = ( count ) =>
	sprintf(
		/* translators: %s: a number. */
		_n( '%s term', '%s terms', count, 'igny8' ),
		number( count )
	);
