// The words of the list "Titles & meta": problems, fields, what can be done to them.
import { __ } from '@wordpress/i18n';

export const PROBLEMS = {
	title_missing: __( 'No title', 'igny8' ),
	title_long: __( 'Title too long', 'igny8' ),
	title_duplicate: __( 'Same title elsewhere', 'igny8' ),
	description_missing: __( 'No description', 'igny8' ),
	description_long: __( 'Description too long', 'igny8' ),
	description_duplicate: __( 'Same description elsewhere', 'igny8' ),
	noindex: __( 'noindex', 'igny8' ),
};

// What an owner can fill in, as the filters `has` and `lacks` name it.
export const OWN = {
	title: __( 'Title', 'igny8' ),
	description: __( 'Description', 'igny8' ),
	keyphrase: __( 'Focus keyphrase', 'igny8' ),
	canonical: __( 'Canonical address', 'igny8' ),
	image: __( 'Social image', 'igny8' ),
	cornerstone: __( 'Cornerstone', 'igny8' ),
};

export const STATUSES = {
	publish: __( 'Published', 'igny8' ),
	future: __( 'Scheduled', 'igny8' ),
	draft: __( 'Draft', 'igny8' ),
	pending: __( 'Pending review', 'igny8' ),
	private: __( 'Private', 'igny8' ),
};

// Fields that can be changed in bulk.
export const FIELDS = {
	title: OWN.title,
	description: OWN.description,
	robots: __( 'Robots', 'igny8' ),
	keyphrase: OWN.keyphrase,
	canonical: OWN.canonical,
	og_title: __( 'Social title', 'igny8' ),
	og_description: __( 'Social description', 'igny8' ),
	og_image: OWN.image,
	breadcrumb_title: __( 'Title in breadcrumbs', 'igny8' ),
	is_cornerstone: OWN.cornerstone,
	primary_term: __( 'Primary term', 'igny8' ),
};

const ACTIONS = {
	set: __( 'Set to', 'igny8' ),
	clear: __( 'Clear, so that the template applies', 'igny8' ),
	replace: __( 'Replace text', 'igny8' ),
	append: __( 'Add at the end', 'igny8' ),
	prepend: __( 'Add at the beginning', 'igny8' ),
	add: __( 'Add directives', 'igny8' ),
	remove: __( 'Take directives out', 'igny8' ),
};

const OF_FIELD = {
	robots: [ 'add', 'remove', 'set', 'clear' ],
	keyphrase: [ 'set', 'clear' ],
	og_image: [ 'set', 'clear' ],
	is_cornerstone: [ 'set', 'clear' ],
	primary_term: [ 'set', 'clear' ],
};

/**
 * @param {string} field
 * @return {Array<{value: string, label: string}>} What can be done to it.
 */
export const actionsOf = ( field ) =>
	(
		OF_FIELD[ field ] ?? [ 'set', 'append', 'prepend', 'replace', 'clear' ]
	).map( ( value ) => ( { value, label: ACTIONS[ value ] } ) );

/**
 * @param {Object} batch Of seo-meta.batches.
 * @return {string} What it did.
 */
export function batchWords( { action, words, input } ) {
	if ( action === 'import' ) {
		return words || __( 'CSV file', 'igny8' );
	}
	return [
		FIELDS[ input.field ] ?? input.field,
		ACTIONS[ input.action ] ?? input.action,
		input.find && `“${ input.find }” →`,
		input.value && `“${ input.value }”`,
	]
		.filter( Boolean )
		.join( ' · ' );
}
