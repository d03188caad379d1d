// The six steps of the wizard: which one may be opened, what is still missing, and how far each is.

export const STEPS = [
	'welcome',
	'site',
	'structure',
	'connect',
	'keywords',
	'finish',
];

export const OPTIONAL = [ 'connect', 'keywords' ];

/**
 * @typedef {Object} Standing
 * @property {Object}  record      Result of blueprint.wizard.
 * @property {boolean} isConnected Whether an engine is connected.
 */

/**
 * @param {Standing} standing
 * @return {Array<{step: string, what: string}>} What the last button needs and does not have yet, in the order of the steps.
 */
export function missing( { record, isConnected } ) {
	return [
		! record.site_name.trim() && { step: 'site', what: 'name' },
		record.sectors.length === 0 && { step: 'site', what: 'sectors' },
		! isConnected && { step: 'connect', what: 'engine' },
	].filter( Boolean );
}

/**
 * Without an engine no trade can be found: then the owner's words are enough to go on.
 *
 * @param {Standing} standing
 * @return {Object} What stops the step "site": field → true.
 */
export function siteFaults( { record, isConnected } ) {
	const hasTrade =
		record.sectors.length > 0 ||
		( ! isConnected && record.words.trim() !== '' );
	return {
		...( ! record.site_name.trim() && { name: true } ),
		...( ! hasTrade && { sectors: true } ),
	};
}

/**
 * @param {string}   step
 * @param {Standing} standing
 * @return {boolean} Whether the step may be opened now.
 */
export function canOpen( step, standing ) {
	return (
		STEPS.indexOf( step ) <= 1 ||
		Object.keys( siteFaults( standing ) ).length === 0
	);
}

/**
 * @param {string} step
 * @return {string} The step after it; the last one has none.
 */
export const after = ( step ) => STEPS[ STEPS.indexOf( step ) + 1 ] ?? '';

/**
 * @param {string} step
 * @return {string} The step before it; the first one has none.
 */
export const before = ( step ) => STEPS[ STEPS.indexOf( step ) - 1 ] ?? '';

/**
 * @param {string}   shown    The open step.
 * @param {Standing} standing
 * @return {Array<{step: string, state: 'current'|'done'|'skipped'|'ahead', isOpen: boolean}>} All six.
 */
export function way( shown, standing ) {
	const { record, isConnected } = standing;
	const furthest = Math.max(
		STEPS.indexOf( record.step ),
		STEPS.indexOf( shown )
	);
	const isDone = {
		site: ! Object.keys( siteFaults( standing ) ).length,
		structure: record.sectors.length > 0,
		connect: isConnected,
		keywords: record.keywords.count > 0,
	};
	const stateOf = ( step, index ) => {
		if ( step === shown ) {
			return 'current';
		}
		if ( record.skipped.includes( step ) && ! isDone[ step ] ) {
			return 'skipped';
		}
		const isBehind = index < furthest;
		return isBehind && ( isDone[ step ] ?? true ) ? 'done' : 'ahead';
	};
	return STEPS.map( ( step, index ) => ( {
		step,
		state: stateOf( step, index ),
		isOpen: canOpen( step, standing ),
	} ) );
}
