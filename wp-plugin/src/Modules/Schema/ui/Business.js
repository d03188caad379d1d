// What only a local business has: a place on the map, a range of prices, ways to pay.
import { TextControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import Panel from '../../../../admin/parts/Panel';
import { bind } from '../../../../admin/parts/SettingsForm';

const TEXTS = [
	{
		name: 'price_range',
		label: __( 'Price range', 'igny8' ),
		help: __( '$$, or €10–25', 'igny8' ),
	},
	{ name: 'map', label: __( 'Address of a map', 'igny8' ) },
	{
		name: 'payment_accepted',
		label: __( 'Ways to pay', 'igny8' ),
		help: __( 'Cash, credit card', 'igny8' ),
	},
	{
		name: 'currencies_accepted',
		label: __( 'Currencies', 'igny8' ),
		help: __( 'EUR, USD', 'igny8' ),
	},
];

export default function Business( { settings } ) {
	const geo = settings.get( [ 'organization', 'geo' ] );
	const setGeo = ( name, text ) => {
		const next = { ...geo, [ name ]: text.trim().replace( ',', '.' ) };
		const filled = Object.entries( next ).filter(
			( [ , value ] ) => value !== ''
		);
		settings.set( [ 'organization', 'geo' ], Object.fromEntries( filled ) );
	};
	return (
		<Panel
			title={ __( 'The local business', 'igny8' ) }
			description={ __(
				'Google requires the address above for it.',
				'igny8'
			) }
		>
			<div className="igny8-form__grid">
				{ TEXTS.map( ( { name, label, help } ) => (
					<TextControl
						key={ name }
						label={ label }
						{ ...bind( settings, [ 'organization', name ], help ) }
						__nextHasNoMarginBottom
						__next40pxDefaultSize
					/>
				) ) }
				<TextControl
					label={ __( 'Latitude', 'igny8' ) }
					{ ...bind(
						settings,
						[ 'organization', 'geo', 'latitude' ],
						'52.52000'
					) }
					inputMode="decimal"
					onChange={ ( text ) => setGeo( 'latitude', text ) }
					__nextHasNoMarginBottom
					__next40pxDefaultSize
				/>
				<TextControl
					label={ __( 'Longitude', 'igny8' ) }
					{ ...bind(
						settings,
						[ 'organization', 'geo', 'longitude' ],
						'13.40500'
					) }
					inputMode="decimal"
					onChange={ ( text ) => setGeo( 'longitude', text ) }
					__nextHasNoMarginBottom
					__next40pxDefaultSize
				/>
			</div>
		</Panel>
	);
}
