// The settings of redirects.
import {
	CheckboxControl,
	SelectControl,
	TextControl,
	TextareaControl,
} from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import Panel from '../../../../admin/parts/Panel';
import SettingsForm, { bind } from '../../../../admin/parts/SettingsForm';
import useSettings from '../../../../admin/useSettings';

const REMOVALS = [
	{
		value: 'offer',
		label: __( 'List its address for me to decide', 'igny8' ),
	},
	{ value: 'gone', label: __( 'Answer 410 Gone', 'igny8' ) },
	{ value: 'parent', label: __( 'Redirect to the page above it', 'igny8' ) },
	{ value: 'nothing', label: __( 'Do nothing', 'igny8' ) },
];

const QUERIES = [
	{ value: 'names', label: __( 'Only their names', 'igny8' ) },
	{ value: 'none', label: __( 'Nothing of them', 'igny8' ) },
	{
		value: 'values',
		label: __( 'Names and values, which may be personal', 'igny8' ),
	},
];

export default function Settings() {
	const settings = useSettings( 'redirects', 'redirects' );
	const check = ( name ) => ( {
		checked: !! settings.get( [ name ] ),
		onChange: ( value ) => settings.set( [ name ], value ),
	} );
	const whole = ( name, help ) => ( {
		__next40pxDefaultSize: true,
		type: 'number',
		...bind( settings, [ name ], help ),
		onChange: ( value ) => settings.set( [ name ], Number( value ) ),
	} );
	const lines = ( name, help ) => ( {
		...bind( settings, [ name ], help ),
		value: ( settings.get( [ name ] ) ?? [] ).join( '\n' ),
		onChange: ( text ) => settings.set( [ name ], text.split( '\n' ) ),
		onBlur: ( event ) =>
			settings.set(
				[ name ],
				event.target.value
					.split( '\n' )
					.map( ( line ) => line.trim() )
					.filter( Boolean )
			),
		rows: 8,
	} );
	return (
		<SettingsForm settings={ settings }>
			<Panel title={ __( 'By itself', 'igny8' ) }>
				<CheckboxControl
					label={ __( 'Redirect when an address changes', 'igny8' ) }
					help={ __(
						'When the slug or the parent of something published changes, its old address leads to the new one.',
						'igny8'
					) }
					{ ...check( 'on_slug_change' ) }
				/>
				<SelectControl
					__next40pxDefaultSize
					label={ __(
						'When something published is removed',
						'igny8'
					) }
					options={ REMOVALS }
					{ ...bind( settings, [ 'on_removal' ] ) }
				/>
				<CheckboxControl
					label={ __( 'Let WordPress guess', 'igny8' ) }
					help={ __(
						'WordPress sends visitors of an unknown address to a post whose slug begins alike.',
						'igny8'
					) }
					{ ...check( 'guess' ) }
				/>
			</Panel>
			<Panel title={ __( 'Addresses that were not found', 'igny8' ) }>
				<CheckboxControl
					label={ __( 'Note them', 'igny8' ) }
					help={ __(
						'Without IP address, browser or anything else about the visitor.',
						'igny8'
					) }
					{ ...check( 'log' ) }
				/>
				<TextControl
					label={ __( 'Keep each for this many days', 'igny8' ) }
					{ ...whole( 'log_days' ) }
				/>
				<TextControl
					label={ __( 'Keep at most this many', 'igny8' ) }
					{ ...whole( 'log_rows' ) }
				/>
				<SelectControl
					__next40pxDefaultSize
					label={ __( 'Parameters after ?', 'igny8' ) }
					options={ QUERIES }
					{ ...bind( settings, [ 'log_query' ] ) }
				/>
				<TextareaControl
					label={ __( 'Never note these', 'igny8' ) }
					{ ...lines(
						'ignored_paths',
						__(
							'One path a line, with * for anything. Robots ask for these.',
							'igny8'
						)
					) }
				/>
			</Panel>
			<Panel title={ __( 'Parameters', 'igny8' ) }>
				<TextareaControl
					label={ __( 'No redirect looks at these', 'igny8' ) }
					{ ...lines(
						'ignored_parameters',
						__(
							'One a line. They tell where a visitor came from, and are passed on.',
							'igny8'
						)
					) }
				/>
			</Panel>
		</SettingsForm>
	);
}
