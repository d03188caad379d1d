// What the screen calls statuses, kinds, origins and findings.
import { __ } from '@wordpress/i18n';

export const CODES = {
	301: __( '301 Moved for good', 'igny8' ),
	302: __( '302 Moved for now', 'igny8' ),
	307: __( '307 For now, same method', 'igny8' ),
	308: __( '308 For good, same method', 'igny8' ),
	410: __( '410 Gone', 'igny8' ),
	451: __( '451 Unavailable for legal reasons', 'igny8' ),
};

export const MATCHES = {
	exact: __( 'This address', 'igny8' ),
	prefix: __( 'Everything below it', 'igny8' ),
	regex: __( 'Regular expression', 'igny8' ),
};

export const QUERIES = {
	pass: __( 'Pass them on', 'igny8' ),
	ignore: __( 'Drop them', 'igny8' ),
	exact: __( 'Must be exactly those of the old address', 'igny8' ),
};

export const FORMATS = {
	csv: __( 'CSV', 'igny8' ),
	apache: __( 'Apache (.htaccess)', 'igny8' ),
	nginx: __( 'nginx', 'igny8' ),
	json: __( 'JSON of Redirection', 'igny8' ),
};

export const FINDINGS = {
	loop: __( 'Round in a circle', 'igny8' ),
	chain: __( 'More than one step', 'igny8' ),
	dead: __( 'Leads to nothing', 'igny8' ),
	duplicate: __( 'Twice the same address', 'igny8' ),
	never: __( 'Never fires', 'igny8' ),
};

export const FIXES = {
	off: __( 'Switch it off', 'igny8' ),
	delete: __( 'Delete it', 'igny8' ),
	retarget: __( 'Lead to the end at once', 'igny8' ),
	gone: __( 'Answer 410 Gone', 'igny8' ),
};

export const STATES = {
	open: __( 'Not found', 'igny8' ),
	removed: __( 'You removed it', 'igny8' ),
	ignored: __( 'Ignored', 'igny8' ),
};

export const OUTCOMES = {
	redirect: __( 'Redirected', 'igny8' ),
	gone: __( 'Gone', 'igny8' ),
	page: __( 'Page is shown', 'igny8' ),
	missing: __( 'Not found', 'igny8' ),
	wordpress: __( 'Redirected by WordPress', 'igny8' ),
	protected: __( 'Never redirected', 'igny8' ),
	circle: __( 'Round in a circle', 'igny8' ),
};

/**
 * @param {string} origin Of a rule.
 * @return {string} In words; '' for those made by hand.
 */
export const originWords = ( origin ) =>
	( {
		'': '',
		auto: __( 'Automatic', 'igny8' ),
		file: __( 'From a file', 'igny8' ),
		404: __( 'From “Not found”', 'igny8' ),
	} )[ origin ] ?? origin;

/**
 * @param {Object} words Value → label.
 * @return {Array} As DataViews and SelectControl take them.
 */
export const choices = ( words ) =>
	Object.entries( words ).map( ( [ value, label ] ) => ( {
		value: /^\d+$/.test( value ) ? Number( value ) : value,
		label,
	} ) );
