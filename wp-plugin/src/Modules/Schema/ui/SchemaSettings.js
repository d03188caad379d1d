// The settings tab Schema: who the site stands for, what posts are, and a check of the whole site.
import {
	RadioControl,
	SelectControl,
	Spinner,
	ToggleControl,
} from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import SettingsForm, { bind } from '../../../../admin/parts/SettingsForm';
import useOperation from '../../../../admin/useOperation';
import useSettings from '../../../../admin/useSettings';
import Business from './Business';
import Hours from './Hours';
import Organization from './Organization';
import PostTypes from './PostTypes';
import SiteCheck from './SiteCheck';

export default function SchemaSettings() {
	const settings = useSettings( 'schema', 'schema' );
	const types = useOperation( 'schema.types' );
	if ( ! types.data ) {
		return types.error ? (
			<ErrorNotice error={ types.error } onRetry={ types.reload } />
		) : (
			<Spinner />
		);
	}
	return (
		<>
			<SettingsForm settings={ settings }>
				<Owner settings={ settings } types={ types.data } />
				<PostTypes settings={ settings } types={ types.data } />
				<What settings={ settings } />
			</SettingsForm>
			<SiteCheck />
		</>
	);
}

function Owner( { settings, types } ) {
	const isPerson = settings.get( [ 'site_represents' ] ) === 'person';
	const type = settings.get( [ 'organization', 'type' ] ) || 'Organization';
	const isLocal = types.businesses.includes( type );
	return (
		<>
			<Panel
				title={ __( 'Who this site stands for', 'igny8' ) }
				description={ __(
					'Search engines learn it from every page. Say only what visitors can find on the site too.',
					'igny8'
				) }
			>
				<RadioControl
					label={ __( 'This site stands for', 'igny8' ) }
					selected={ settings.get( [ 'site_represents' ] ) }
					options={ [
						{
							value: 'organization',
							label: __(
								'An organisation or a business',
								'igny8'
							),
						},
						{ value: 'person', label: __( 'A person', 'igny8' ) },
					] }
					onChange={ ( value ) =>
						settings.set( [ 'site_represents' ], value )
					}
				/>
				{ isPerson ? (
					<SelectControl
						label={ __( 'The person', 'igny8' ) }
						{ ...bind(
							settings,
							[ 'person' ],
							__(
								'Name, description, website and profiles come from this user’s profile.',
								'igny8'
							)
						) }
						value={ String( settings.get( [ 'person' ] ) ?? 0 ) }
						options={ [
							{ value: '0', label: __( 'Choose one', 'igny8' ) },
							...types.users.map( ( { id, name } ) => ( {
								value: String( id ),
								label: name,
							} ) ),
						] }
						onChange={ ( value ) =>
							settings.set( [ 'person' ], Number( value ) )
						}
						__nextHasNoMarginBottom
						__next40pxDefaultSize
					/>
				) : (
					<Organization settings={ settings } types={ types } />
				) }
			</Panel>
			{ ! isPerson && isLocal && (
				<>
					<Business settings={ settings } />
					<Hours
						hours={ asObject(
							settings.get( [ 'organization', 'hours' ] )
						) }
						onChange={ ( hours ) =>
							settings.set( [ 'organization', 'hours' ], hours )
						}
					/>
				</>
			) }
		</>
	);
}

function What( { settings } ) {
	const toggles = [
		[
			'breadcrumbs',
			__( 'Say where a page stands (BreadcrumbList)', 'igny8' ),
		],
		[
			'authors',
			__( 'Name the author of a post', 'igny8' ),
			__(
				'Switch this off when your theme does not show who wrote a post: nothing is said that the page does not show.',
				'igny8'
			),
		],
		[
			'videos',
			__( 'Ask YouTube and Vimeo about embedded videos', 'igny8' ),
			__(
				'Title, preview image, date and length, once, in the background after a post is saved. Google requires them.',
				'igny8'
			),
		],
	];
	return (
		<Panel title={ __( 'What pages say', 'igny8' ) }>
			{ toggles.map( ( [ name, label, help ] ) => (
				<ToggleControl
					key={ name }
					label={ label }
					help={ help }
					checked={ !! settings.get( [ name ] ) }
					onChange={ ( value ) => settings.set( [ name ], value ) }
					__nextHasNoMarginBottom
				/>
			) ) }
		</Panel>
	);
}

/**
 * @param {*} value PHP sends an empty object as an empty list.
 * @return {Object} An object in any case.
 */
export const asObject = ( value ) =>
	value && ! Array.isArray( value ) ? value : {};
