// The organisation or business: what it is, what it is called, where else it is found.
import {
	ComboboxControl,
	TextareaControl,
	TextControl,
} from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import MediaField from '../../../../admin/parts/MediaField';
import { bind } from '../../../../admin/parts/SettingsForm';

const TEXTS = [
	{
		name: 'name',
		label: __( 'Name', 'igny8' ),
		help: __( 'The site’s title, if empty.', 'igny8' ),
	},
	{ name: 'alternate_name', label: __( 'Also known as', 'igny8' ) },
	{ name: 'legal_name', label: __( 'Registered name', 'igny8' ) },
	{
		name: 'phone',
		label: __( 'Phone, with country code', 'igny8' ),
		type: 'tel',
	},
	{ name: 'email', label: __( 'Email', 'igny8' ), type: 'email' },
	{
		name: 'founding_date',
		label: __( 'Founded: year or date', 'igny8' ),
		help: __( '1987, 1987–05 or 1987–05–20', 'igny8' ),
	},
	{ name: 'vat_id', label: __( 'VAT number', 'igny8' ) },
	{ name: 'tax_id', label: __( 'Tax number', 'igny8' ) },
];

const ADDRESS = [
	{ name: 'street', label: __( 'Street and number', 'igny8' ) },
	{ name: 'postal_code', label: __( 'Postcode', 'igny8' ) },
	{ name: 'locality', label: __( 'Town', 'igny8' ) },
	{ name: 'region', label: __( 'Region or state', 'igny8' ) },
	{
		name: 'country',
		label: __( 'Country', 'igny8' ),
		help: __( 'Two letters, such as GB', 'igny8' ),
	},
];

export default function Organization( { settings, types } ) {
	const path = ( name ) => [ 'organization', name ];
	return (
		<>
			<ComboboxControl
				label={ __( 'Kind of organisation or business', 'igny8' ) }
				help={ __(
					'The more exact the better. For a local business opening hours can be given too.',
					'igny8'
				) }
				value={ settings.get( path( 'type' ) ) || 'Organization' }
				options={ [ ...types.organizations, ...types.businesses ].map(
					( name ) => ( { value: name, label: spaced( name ) } )
				) }
				onChange={ ( value ) =>
					settings.set( path( 'type' ), value ?? '' )
				}
				allowReset={ false }
				__nextHasNoMarginBottom
				__next40pxDefaultSize
			/>
			<div className="igny8-form__grid">
				{ TEXTS.map( ( { name, label, help, type } ) => (
					<TextControl
						key={ name }
						label={ label }
						type={ type }
						{ ...bind( settings, path( name ), help ) }
						__nextHasNoMarginBottom
						__next40pxDefaultSize
					/>
				) ) }
			</div>
			<MediaField
				label={ __( 'Logo', 'igny8' ) }
				{ ...bind(
					settings,
					path( 'logo' ),
					__(
						'At least 112 × 112 pixels. The theme’s logo, if empty.',
						'igny8'
					)
				) }
			/>
			<TextareaControl
				label={ __( 'Description', 'igny8' ) }
				{ ...bind( settings, path( 'description' ) ) }
				__nextHasNoMarginBottom
			/>
			<div className="igny8-form__grid">
				{ ADDRESS.map( ( { name, label, help } ) => (
					<TextControl
						key={ name }
						label={ label }
						{ ...bind(
							settings,
							[ 'organization', 'address', name ],
							help
						) }
						__nextHasNoMarginBottom
						__next40pxDefaultSize
					/>
				) ) }
			</div>
			<List
				settings={ settings }
				path={ path( 'area_served' ) }
				label={ __( 'Areas served, one a line', 'igny8' ) }
			/>
			<List
				settings={ settings }
				path={ path( 'same_as' ) }
				label={ __(
					'Profiles elsewhere, one address a line',
					'igny8'
				) }
				help={ __(
					'Wikipedia, registers: pages about the same organisation. Those of the tab Social are said too.',
					'igny8'
				) }
			/>
		</>
	);
}

function List( { settings, path, label, help } ) {
	const bound = bind( settings, path, help );
	return (
		<TextareaControl
			label={ label }
			{ ...bound }
			value={ ( bound.value || [] ).join( '\n' ) }
			onChange={ ( text ) =>
				bound.onChange( text ? text.split( '\n' ) : [] )
			}
			__nextHasNoMarginBottom
		/>
	);
}

/**
 * @param {string} name `AutoBodyShop`.
 * @return {string} `Auto Body Shop`; schema.org's own words, which are not translated.
 */
const spaced = ( name ) => name.replace( /([a-z])([A-Z])/g, '$1 $2' );
