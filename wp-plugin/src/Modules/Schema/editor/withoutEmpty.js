// What is not chosen is not stored, so that the settings of the post type apply.

/**
 * @param {Object} values
 * @return {Object} The same without empty texts, lists and objects.
 */
export default function withoutEmpty( values ) {
	return Object.fromEntries(
		Object.entries( values )
			.map( ( [ name, value ] ) => [
				name,
				value && typeof value === 'object' && ! Array.isArray( value )
					? withoutEmpty( value )
					: value,
			] )
			.filter(
				( [ , value ] ) =>
					! [ '', false, undefined, null ].includes( value ) &&
					! (
						typeof value === 'object' &&
						Object.keys( value ).length === 0
					)
			)
	);
}
