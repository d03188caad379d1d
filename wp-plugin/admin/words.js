// The names that screens give to statuses, kinds and operations; the same words as docs/glossary.md.
import { __, sprintf } from '@wordpress/i18n';

export const CLUSTER_TYPES = {
	product_service_category: __( 'Category', 'igny8' ),
	condition_problem: __( 'Problem', 'igny8' ),
	feature: __( 'Feature', 'igny8' ),
	brand: __( 'Brand', 'igny8' ),
	informational: __( 'Informational', 'igny8' ),
	comparison: __( 'Comparison', 'igny8' ),
	use_case: __( 'Use case', 'igny8' ),
};

export const CLUSTER_STATUSES = {
	planned: __( 'Planned', 'igny8' ),
	in_progress: __( 'In progress', 'igny8' ),
	complete: __( 'Complete', 'igny8' ),
};

export const PAGE_KINDS = {
	home: __( 'Home page', 'igny8' ),
	hub: __( 'Hub', 'igny8' ),
	article: __( 'Article', 'igny8' ),
	term: __( 'Term page', 'igny8' ),
	commercial: __( 'Commercial page', 'igny8' ),
};

// How far a page is; the last ones are what somebody did with its post in WordPress.
export const PAGE_STATUSES = {
	queued: __( 'To write', 'igny8' ),
	in_progress: __( 'Being written', 'igny8' ),
	failed: __( 'Failed', 'igny8' ),
	drafted: __( 'Ready to publish', 'igny8' ),
	written: __( 'Draft', 'igny8' ),
	brief: __( 'Brief', 'igny8' ),
	published: __( 'Published', 'igny8' ),
	planned: __( 'Planned', 'igny8' ),
	pending: __( 'Pending review', 'igny8' ),
	future: __( 'Scheduled', 'igny8' ),
	private: __( 'Private', 'igny8' ),
	trash: __( 'In the trash', 'igny8' ),
	missing: __( 'Deleted', 'igny8' ),
};

export const TASK_STATUSES = {
	queued: PAGE_STATUSES.queued,
	in_progress: PAGE_STATUSES.in_progress,
	completed: __( 'Written', 'igny8' ),
	failed: PAGE_STATUSES.failed,
};

export const TEXT_STATES = {
	page: __( 'Complete page', 'igny8' ),
	draft: __( 'Drafted article', 'igny8' ),
	brief: __( 'Brief', 'igny8' ),
};

export const JOB_STATUSES = {
	queued: __( 'Queued', 'igny8' ),
	running: __( 'Running', 'igny8' ),
	done: __( 'Done', 'igny8' ),
	failed: __( 'Failed', 'igny8' ),
	cancelled: __( 'Cancelled', 'igny8' ),
};

export const VERSION_STATUSES = {
	draft: __( 'Draft', 'igny8' ),
	active: __( 'Active', 'igny8' ),
	archived: __( 'Archived', 'igny8' ),
};

export const INTENTS = {
	informational: __( 'Informational', 'igny8' ),
	navigational: __( 'Navigational', 'igny8' ),
	commercial: __( 'Commercial', 'igny8' ),
	transactional: __( 'Transactional', 'igny8' ),
};

export const STAGES = {
	awareness: __( 'Awareness', 'igny8' ),
	consideration: __( 'Consideration', 'igny8' ),
	decision: __( 'Decision', 'igny8' ),
	action: __( 'Action', 'igny8' ),
};

// Where a value, a cluster or a keyword comes from.
export const SOURCES = {
	template: __( 'Template', 'igny8' ),
	owner: __( 'You', 'igny8' ),
	ai: __( 'Language model', 'igny8' ),
};

export const SITE_TYPES = {
	ecommerce: __( 'Online shop', 'igny8' ),
	local_services: __( 'Local services', 'igny8' ),
	saas: __( 'Software', 'igny8' ),
	content: __( 'Content site', 'igny8' ),
};

// How much an attribute structures the site.
export const LEVELS = {
	primary: __( 'Primary', 'igny8' ),
	secondary: __( 'Secondary', 'igny8' ),
	tertiary: __( 'Tertiary', 'igny8' ),
	facet: __( 'Filter only', 'igny8' ),
};

// What kind of axis an attribute is.
export const ROLES = {
	category: __( 'Category', 'igny8' ),
	problem: __( 'Problem', 'igny8' ),
	feature: __( 'Feature', 'igny8' ),
	brand: __( 'Brand', 'igny8' ),
	audience: __( 'For whom', 'igny8' ),
	occasion: __( 'Occasion', 'igny8' ),
	season: __( 'Season', 'igny8' ),
	location: __( 'Place', 'igny8' ),
	material: __( 'Material', 'igny8' ),
	price_band: __( 'Price range', 'igny8' ),
	size: __( 'Size', 'igny8' ),
	style: __( 'Style', 'igny8' ),
	process: __( 'Way of working', 'igny8' ),
	integration: __( 'Works with', 'igny8' ),
	topic: __( 'Topic', 'igny8' ),
};

const OPERATIONS = {
	'blueprint.generate_template': __( 'Write a sector template', 'igny8' ),
	'blueprint.create': __( 'Plan the site', 'igny8' ),
	'structure.rebuild': __( 'Make the next plan', 'igny8' ),
	'structure.refine': __( 'Propose better clusters', 'igny8' ),
	'structure.suggest_keywords': __( 'Propose keywords', 'igny8' ),
	'content.compose': __( 'Compose a page', 'igny8' ),
	'content.brief': __( 'Brief an article', 'igny8' ),
	'content.draft': __( 'Write an article', 'igny8' ),
};

/**
 * @param {string} operation
 * @return {string} What a job of it does, for people.
 */
export const operationWords = ( operation ) =>
	OPERATIONS[ operation ] ?? operation.replace( /[._]/g, ' ' );

/**
 * @param {number} phase 1 to 4.
 * @return {string} "Phase 2".
 */
export const phaseWords = ( phase ) =>
	sprintf(
		/* translators: %d: number of the phase, 1 to 4. */
		__( 'Phase %d', 'igny8' ),
		phase
	);

/**
 * @param {Object} words Value → label.
 * @return {Array<{value: string, label: string}>} For filters and selects.
 */
export const options = ( words ) =>
	Object.entries( words ).map( ( [ value, label ] ) => ( { value, label } ) );
