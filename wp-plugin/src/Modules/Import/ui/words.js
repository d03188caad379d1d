// The names that the import's screens give to kinds, states and verdicts.
import { __ } from '@wordpress/i18n';

export const KINDS = {
	posts: __( 'Posts and pages', 'igny8' ),
	terms: __( 'Terms', 'igny8' ),
	authors: __( 'Authors', 'igny8' ),
	settings: __( 'Settings', 'igny8' ),
	redirects: __( 'Redirects', 'igny8' ),
};

export const STATUSES = {
	none: __( 'Not imported', 'igny8' ),
	running: __( 'Importing', 'igny8' ),
	done: __( 'Imported', 'igny8' ),
	rolling_back: __( 'Rolling back', 'igny8' ),
	rolled_back: __( 'Rolled back', 'igny8' ),
};

export const VERDICTS = {
	same: __( 'Same', 'igny8' ),
	equivalent: __( 'Equivalent', 'igny8' ),
	differs: __( 'Differs', 'igny8' ),
};

export const NOTES = {
	variable: __( 'Variable that is unknown here', 'igny8' ),
	left_out: __( 'Left out', 'igny8' ),
	schema: __( 'Schema type that is not made here', 'igny8' ),
	redirect: __( 'Redirect that was refused', 'igny8' ),
};
