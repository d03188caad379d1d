// The owner's changes to the proposed attributes: from what is on the screen to the engine's edits, and back.

/**
 * @typedef {Object} Edit
 * @property {string}   attribute       Slug.
 * @property {string}   [name]          A new one.
 * @property {string}   [level]         A new one.
 * @property {string}   [role]          With it the attribute is a new one.
 * @property {string[]} [add_values]    Labels.
 * @property {string[]} [drop_values]   Slugs.
 * @property {Array}    [rename_values] `{value, label}` each.
 * @property {boolean}  [is_dropped]    The whole attribute goes.
 */

const EMPTY = ( value ) =>
	value === undefined ||
	value === '' ||
	value === false ||
	( Array.isArray( value ) && value.length === 0 );

/**
 * @param {Edit[]} edits
 * @param {string} attribute Slug.
 * @return {Edit} The edit of an attribute, or one that changes nothing.
 */
export const editOf = ( edits, attribute ) =>
	edits.find( ( edit ) => edit.attribute === attribute ) ?? { attribute };

/**
 * @param {Edit[]} edits
 * @param {string} attribute Slug.
 * @param {Object} patch     Fields of the edit to replace; an empty value takes the change back.
 * @return {Edit[]} The edits with it; an edit that changes nothing any more is gone.
 */
export function change( edits, attribute, patch ) {
	const next = Object.fromEntries(
		Object.entries( { ...editOf( edits, attribute ), ...patch } ).filter(
			( [ , value ] ) => ! EMPTY( value )
		)
	);
	const isThere = edits.some( ( edit ) => edit.attribute === attribute );
	const list = isThere
		? edits.map( ( edit ) =>
				edit.attribute === attribute ? next : edit
			)
		: [ ...edits, next ];
	return list.filter( ( edit ) => Object.keys( edit ).length > 1 );
}

/**
 * @param {Edit[]}  edits
 * @param {string}  attribute Slug.
 * @param {string}  value     Slug of a proposed value.
 * @param {boolean} isOn
 * @return {Edit[]} With that value ticked or not.
 */
export function tick( edits, attribute, value, isOn ) {
	const dropped = editOf( edits, attribute ).drop_values ?? [];
	const rest = dropped.filter( ( slug ) => slug !== value );
	return change( edits, attribute, {
		drop_values: isOn ? rest : [ ...rest, value ],
	} );
}

/**
 * @param {Edit[]} edits
 * @param {string} attribute Slug.
 * @param {Object} value     `{slug, original}` of a proposed value.
 * @param {string} label     The original one takes the change back.
 * @return {Edit[]} With that value called so.
 */
export function rename( edits, attribute, { slug, original }, label ) {
	const renamed = editOf( edits, attribute ).rename_values ?? [];
	const rest = renamed.filter( ( { value } ) => value !== slug );
	const isChange = label.trim() && label.trim() !== original;
	return change( edits, attribute, {
		rename_values: isChange
			? [ ...rest, { value: slug, label: label.trim() } ]
			: rest,
	} );
}

/**
 * @param {Edit[]}   edits
 * @param {Object}   attribute As `settle` gives it.
 * @param {string[]} labels    Those that are there already are left out.
 * @return {Edit[]} With values added.
 */
export function add( edits, { slug, values }, labels ) {
	const known = new Set( values.map( ( { label } ) => fold( label ) ) );
	const fresh = labels.filter( ( label ) => ! known.has( fold( label ) ) );
	return change( edits, slug, {
		add_values: [ ...( editOf( edits, slug ).add_values ?? [] ), ...fresh ],
	} );
}

/**
 * @param {Edit[]} edits
 * @param {string} attribute Slug.
 * @param {string} label     Of a value that was added.
 * @return {Edit[]} Without it.
 */
export const remove = ( edits, attribute, label ) =>
	change( edits, attribute, {
		add_values: ( editOf( edits, attribute ).add_values ?? [] ).filter(
			( added ) => added !== label
		),
	} );

/**
 * @param {Edit[]}   edits
 * @param {string[]} taken     Slugs that are in use.
 * @param {Object}   attribute `{name, role, level, values}`.
 * @return {Edit[]} With a new attribute.
 */
export function addAttribute( edits, taken, { name, role, level, values } ) {
	const attribute = slugOf( name, [
		...taken,
		...edits.map( ( edit ) => edit.attribute ),
	] );
	return [
		...edits,
		{ attribute, name: name.trim(), role, level, add_values: values },
	];
}

/**
 * @param {Array}  proposed Attributes as the engine proposes them.
 * @param {Edit[]} edits
 * @return {Array} What the owner sees: `{slug, name, original, level, role, isDropped, isNew, values: [{slug, label, original, isOn, isAdded}]}` each.
 */
export function settle( proposed, edits ) {
	const known = proposed.map( ( { slug } ) => slug );
	const fresh = edits
		.filter(
			( { attribute, role } ) => role && ! known.includes( attribute )
		)
		.map( ( edit ) => ( {
			slug: edit.attribute,
			name: edit.name,
			level: edit.level,
			role: edit.role,
			values: [],
			isNew: true,
		} ) );
	return [ ...proposed, ...fresh ].map( ( attribute ) =>
		settleOne( attribute, editOf( edits, attribute.slug ) )
	);
}

function settleOne( attribute, edit ) {
	const names = new Map(
		( edit.rename_values ?? [] ).map( ( { value, label } ) => [
			value,
			label,
		] )
	);
	const dropped = edit.drop_values ?? [];
	return {
		...attribute,
		original: attribute.name,
		name: edit.name || attribute.name,
		level: edit.level || attribute.level,
		isNew: !! attribute.isNew,
		isDropped: !! edit.is_dropped,
		values: [
			...attribute.values.map( ( { slug, label, source } ) => ( {
				slug,
				label: names.get( slug ) ?? label,
				original: label,
				isOn: ! dropped.includes( slug ),
				isAdded: false,
				isFact: source === 'owner',
			} ) ),
			...( edit.add_values ?? [] ).map( ( label ) => ( {
				slug: label,
				label,
				original: label,
				isOn: true,
				isAdded: true,
			} ) ),
		],
	};
}

const fold = ( text ) => text.trim().toLocaleLowerCase();

/**
 * @param {string}   name
 * @param {string[]} taken
 * @return {string} As the engine makes slugs, with a number where it is taken.
 */
export function slugOf( name, taken = [] ) {
	const plain =
		name
			.normalize( 'NFKD' )
			.replace( /[\u0300-\u036f]/g, '' )
			.toLowerCase()
			.replace( /[^a-z0-9]+/g, '-' )
			.replace( /^-+|-+$/g, '' )
			.slice( 0, 50 )
			.replace( /-+$/, '' ) || 'attribute';
	let slug = plain;
	for ( let number = 2; taken.includes( slug ); number++ ) {
		slug = `${ plain }-${ number }`;
	}
	return slug;
}
