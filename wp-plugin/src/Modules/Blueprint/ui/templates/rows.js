// A template as the editor's rows, and back: what an empty field means, and what is left out of the file.

/**
 * @param {string} text
 * @return {string[]} Entries between commas, without blanks and repetitions.
 */
export const toList = ( text ) => [
	...new Set(
		text
			.split( ',' )
			.map( ( part ) => part.trim() )
			.filter( Boolean )
	),
];

/**
 * @param {Object} template As the engine has it.
 * @return {Object} The same with lists as texts, and a key on every attribute and value that lasts while it is edited.
 */
export function toRows( template ) {
	let key = 0;
	return {
		...template,
		aliases: ( template.aliases ?? [] ).join( ', ' ),
		attributes: template.attributes.map( ( attribute ) => ( {
			...attribute,
			key: ++key,
			values: ( attribute.values ?? [] ).map( ( value ) => ( {
				...value,
				key: ++key,
				synonyms: ( value.synonyms ?? [] ).join( ', ' ),
				only_with: ( value.only_with ?? [] ).join( ', ' ),
			} ) ),
		} ) ),
	};
}

/**
 * @param {Object} rows
 * @return {Object} The template; values without a label are left out, new ones get their slug from the engine.
 */
export function toTemplate( rows ) {
	return {
		...rows,
		aliases: toList( rows.aliases ),
		attributes: rows.attributes.map( ( { key, ...attribute } ) => ( {
			...attribute,
			values: attribute.values
				.filter( ( { label } ) => label.trim() )
				.map( toValue ),
		} ) ),
	};
}

function toValue( { key, synonyms, only_with: onlyWith, slug, ...value } ) {
	const { joint, ...rest } = value;
	return {
		...rest,
		...( slug && { slug } ),
		...( joint && { joint } ),
		label: value.label.trim(),
		synonyms: toList( synonyms ),
		only_with: toList( onlyWith ),
	};
}

/**
 * Slugs that "only with" names and that no value has: the engine would refuse them.
 *
 * @param {Object} rows
 * @return {string[]} Each once.
 */
export function unknownSlugs( rows ) {
	const known = new Set(
		rows.attributes.flatMap( ( { values } ) =>
			values.map( ( { slug } ) => slug )
		)
	);
	const named = rows.attributes.flatMap( ( { values } ) =>
		values.flatMap( ( value ) => toList( value.only_with ) )
	);
	return [ ...new Set( named.filter( ( slug ) => ! known.has( slug ) ) ) ];
}
