// Of the terms a page is filed under, the one that leads: in its address, its breadcrumbs and its variables.
import apiFetch from '@wordpress/api-fetch';
import { SelectControl } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { addQueryArgs } from '@wordpress/url';
import { useHost } from '../../../../editor/host';

const MOST_TERMS = 100; // The most that REST gives at once; nobody files a page under more.

export default function PrimaryTerms() {
	const { subtype, terms } = useHost();
	const taxonomies = window.igny8Editor?.taxonomies?.[ subtype ] ?? [];
	return taxonomies
		.filter( ( { name } ) => ( terms[ name ] ?? [] ).length > 1 )
		.map( ( taxonomy ) => (
			<PrimaryTerm
				key={ taxonomy.name }
				taxonomy={ taxonomy }
				chosen={ terms[ taxonomy.name ] }
			/>
		) );
}

function PrimaryTerm( { taxonomy, chosen } ) {
	const { fields, change } = useHost();
	const names = useNames( taxonomy, chosen );
	const primary = fields.primary_terms ?? {};
	return (
		<SelectControl
			label={ sprintf(
				/* translators: %s: a taxonomy, such as Category. */
				__( 'Primary: %s', 'igny8' ),
				taxonomy.label
			) }
			value={ String( primary[ taxonomy.name ] ?? '' ) }
			options={ [
				{ value: '', label: __( 'WordPress decides', 'igny8' ) },
				...chosen
					.filter( ( id ) => names[ id ] )
					.map( ( id ) => ( {
						value: String( id ),
						label: names[ id ],
					} ) ),
			] }
			onChange={ ( value ) => {
				const { [ taxonomy.name ]: gone, ...others } = primary;
				change( {
					primary_terms: value
						? { ...others, [ taxonomy.name ]: Number( value ) }
						: others,
				} );
			} }
			__next40pxDefaultSize
			__nextHasNoMarginBottom
		/>
	);
}

/**
 * @param {{base: string, path: string}} taxonomy
 * @param {Array<number>}                ids
 * @return {Object} Id → name, of those that are known so far.
 */
function useNames( { path }, ids ) {
	const [ names, setNames ] = useState( {} );
	const key = ids.join( ',' );
	useEffect( () => {
		let isWanted = true;
		const query = {
			include: key,
			per_page: MOST_TERMS,
			_fields: 'id,name',
		};
		apiFetch( { path: addQueryArgs( path, query ) } ).then(
			( found ) =>
				isWanted &&
				setNames(
					Object.fromEntries(
						found.map( ( { id, name } ) => [ id, decode( name ) ] )
					)
				),
			() => {} // Without names there is nothing to choose from; WordPress decides.
		);
		return () => {
			isWanted = false;
		};
	}, [ path, key ] );
	return names;
}

const decode = ( html ) =>
	new window.DOMParser().parseFromString( html, 'text/html' ).body
		.textContent;
