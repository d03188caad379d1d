// Settings → Social: the image of pages that have none, cards, profiles.
import {
	SelectControl,
	TextControl,
	ToggleControl,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import Lines, { toLines } from '../../../../../admin/parts/Lines';
import MediaField from '../../../../../admin/parts/MediaField';
import Panel from '../../../../../admin/parts/Panel';
import SettingsForm, { bind } from '../../../../../admin/parts/SettingsForm';
import useSettings from '../../../../../admin/useSettings';

export default function Social() {
	const settings = useSettings( 'seo-meta', 'social' );
	return (
		<SettingsForm settings={ settings }>
			<Fields settings={ settings } />
		</SettingsForm>
	);
}

function Fields( { settings } ) {
	const social = ( name, help ) => bind( settings, [ 'social', name ], help );
	return (
		<>
			<Panel title={ __( 'Cards', 'igny8' ) }>
				<ToggleControl
					label={ __( 'Print tags for social networks', 'igny8' ) }
					help={ __(
						'Open Graph and X tags: without them networks guess a title, a text and an image.',
						'igny8'
					) }
					checked={ !! settings.get( [ 'social', 'is_on' ] ) }
					onChange={ ( isOn ) =>
						settings.set( [ 'social', 'is_on' ], isOn )
					}
				/>
				<MediaField
					{ ...social(
						'image',
						__(
							'For pages that have no image of their own. 1200 × 630 pixels suit all networks.',
							'igny8'
						)
					) }
					label={ __( 'Default image', 'igny8' ) }
				/>
				<SelectControl
					{ ...social( 'x_card' ) }
					label={ __( 'Card on X', 'igny8' ) }
					options={ [
						{
							value: 'summary_large_image',
							label: __( 'Large image', 'igny8' ),
						},
						{
							value: 'summary',
							label: __( 'Small image beside the text', 'igny8' ),
						},
					] }
				/>
			</Panel>
			<Panel title={ __( 'Accounts', 'igny8' ) }>
				<TextControl
					{ ...social( 'x_site', __( 'Such as @example', 'igny8' ) ) }
					label={ __( 'Your account on X', 'igny8' ) }
				/>
				<TextControl
					{ ...social(
						'facebook_app',
						__(
							'Only for Facebook Insights; most sites need none.',
							'igny8'
						)
					) }
					label={ __( 'Facebook app id', 'igny8' ) }
				/>
				<Profiles settings={ settings } />
			</Panel>
		</>
	);
}

/**
 * The text stays as it is typed; the setting is its lines.
 *
 * @param {Object} props
 * @param {Object} props.settings
 */
function Profiles( { settings } ) {
	const path = [ 'social', 'profiles' ];
	const stored = settings.get( path ) ?? [];
	const [ text, setText ] = useState( null );
	const fault = stored
		.map( ( _, index ) => settings.errorAt( [ ...path, index ] ) )
		.find( Boolean );
	const isSame = text !== null && toLines( text ).join() === stored.join();
	return (
		<Lines
			label={ __( 'Addresses of your profiles, one a line', 'igny8' ) }
			help={
				fault ??
				__(
					'They tell search engines which profiles are yours.',
					'igny8'
				)
			}
			className={ fault ? 'has-error' : undefined }
			value={ isSame ? text : stored.join( '\n' ) }
			onChange={ ( next ) => {
				setText( next );
				settings.set( path, toLines( next ) );
			} }
		/>
	);
}
