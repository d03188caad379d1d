// The templates of one kind of page: title, description, robots, social texts and image.
import {
	SelectControl,
	TextControl,
	ToggleControl,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import ErrorNotice from '../../../../../admin/parts/ErrorNotice';
import MediaField from '../../../../../admin/parts/MediaField';
import Panel from '../../../../../admin/parts/Panel';
import { bind } from '../../../../../admin/parts/SettingsForm';
import { site } from '../../../../../admin/site';
import useOperation from '../../../../../admin/useOperation';
import SearchPreview from '../../editor/SearchPreview';
import SocialCard from '../../editor/SocialCard';
import VariableField from '../../editor/VariableField';
import { parse, withStance } from '../../editor/robots';
import {
	MOST_DESCRIPTION,
	MOST_TITLE,
	descriptionWidth,
	titleWidth,
} from '../../editor/width';
import { Width } from '../TextCell';
import usePreview from './usePreview';

const SAMPLES = 20; // Pages to try a template on; the newest ones are what an owner knows.

/**
 * @param {Object} props
 * @param {Object} props.kind     Of seo-meta.kinds.
 * @param {Object} props.settings Of useSettings.
 */
export default function Kind( { kind, settings } ) {
	const [ chosen, setChosen ] = useState( '' );
	const { data } = useOperation( 'seo-meta.variables', {
		kind: kind.kind,
		of: chosen,
	} );
	const value = ( name ) =>
		settings.get( [ 'titles', kind.kind, name ] ) ?? '';
	const preview = usePreview( data?.of, {
		title: value( 'title' ) || kind.default_title,
		description: value( 'description' ) || kind.default_description,
		og_title: value( 'social_title' ),
		og_description: value( 'social_description' ),
		...( value( 'social_image' ) && {
			og_image: value( 'social_image' ),
		} ),
	} );
	const text = ( name ) => ( {
		...bind( settings, [ 'titles', kind.kind, name ] ),
		variables: data?.variables ?? [],
	} );
	return (
		<div className="igny8-kinds__kind">
			<Panel title={ kind.label }>
				<VariableField
					{ ...text( 'title' ) }
					label={ __( 'Title', 'igny8' ) }
					placeholder={ kind.default_title }
				/>
				<VariableField
					{ ...text( 'description' ) }
					label={ __( 'Description', 'igny8' ) }
					placeholder={
						kind.default_description ||
						__( 'None: search engines choose', 'igny8' )
					}
					isLong
				/>
				<Robots kind={ kind } settings={ settings } />
			</Panel>
			<Panel
				title={ __( 'Preview', 'igny8' ) }
				description={ __(
					'As the page would look with these templates, whatever it says itself.',
					'igny8'
				) }
				actions={
					<Samples
						kind={ kind }
						value={ chosen }
						onChange={ setChosen }
					/>
				}
			>
				<ErrorNotice error={ preview.error } status="warning" />
				{ preview.data && (
					<div aria-live="polite">
						<SearchPreview
							title={ preview.data.title }
							description={ preview.data.description }
							url={ preview.data.url }
							siteName={ site.siteName }
							siteIcon=""
						/>
						<div className="igny8-widths">
							<span>
								{ __( 'Title', 'igny8' ) }{ ' ' }
								<Width
									px={ titleWidth( preview.data.title ) }
									most={ MOST_TITLE }
								/>
							</span>
							<span>
								{ __( 'Description', 'igny8' ) }{ ' ' }
								<Width
									px={ descriptionWidth(
										preview.data.description
									) }
									most={ MOST_DESCRIPTION }
								/>
							</span>
						</div>
					</div>
				) }
			</Panel>
			<Panel
				title={ __( 'On social networks', 'igny8' ) }
				description={ __(
					'What is empty follows the title and description above, and the image of the page.',
					'igny8'
				) }
			>
				<VariableField
					{ ...text( 'social_title' ) }
					label={ __( 'Social title', 'igny8' ) }
					placeholder={ value( 'title' ) || kind.default_title }
				/>
				<VariableField
					{ ...text( 'social_description' ) }
					label={ __( 'Social description', 'igny8' ) }
					placeholder={
						value( 'description' ) || kind.default_description
					}
					isLong
				/>
				<MediaField
					{ ...bind(
						settings,
						[ 'titles', kind.kind, 'social_image' ],
						__(
							'For pages without an image of their own.',
							'igny8'
						)
					) }
					label={ __( 'Social image', 'igny8' ) }
				/>
				{ preview.data && (
					<SocialCard
						network={ __( 'Preview of the card', 'igny8' ) }
						title={ preview.data.og_title }
						description={ preview.data.og_description }
						image={ preview.data.og_image }
						host={ new URL( site.urls.site ).host }
					/>
				) }
			</Panel>
		</div>
	);
}

/**
 * A switch for what nearly everybody wants to say, and the whole list for the rest.
 *
 * @param {Object} props
 * @param {Object} props.kind
 * @param {Object} props.settings
 */
function Robots( { kind, settings } ) {
	const path = [ 'titles', kind.kind, 'robots' ];
	const own = settings.get( path ) ?? '';
	const robots = parse( own || kind.default_robots );
	return (
		<>
			<ToggleControl
				label={ sprintf(
					/* translators: %s: kind of pages, such as "Posts". */
					__( 'Keep out of search results: %s', 'igny8' ),
					kind.label
				) }
				help={ __(
					'Sets noindex, and takes these pages out of the sitemap. A single page can still say otherwise.',
					'igny8'
				) }
				checked={ !! robots.noindex }
				onChange={ ( isHidden ) => {
					const isDefault = !! parse( kind.default_robots ).noindex;
					let stance = '';
					if ( isHidden !== isDefault ) {
						stance = isHidden ? 'noindex' : 'index';
					}
					settings.set( path, withStance( own, 'index', stance ) );
				} }
			/>
			<TextControl
				{ ...bind(
					settings,
					path,
					__(
						'As in the robots meta tag, with commas: nofollow, max-snippet:50, noimageindex',
						'igny8'
					)
				) }
				label={ __( 'Robots directives', 'igny8' ) }
				placeholder={ kind.default_robots }
			/>
		</>
	);
}

function Samples( { kind, value, onChange } ) {
	const [ group, type ] = [
		kind.group,
		kind.kind.slice( kind.group.length + 1 ),
	];
	const hasPages = [ 'post', 'term', 'author' ].includes( group );
	const { data } = useOperation(
		'seo-meta.list',
		{
			kind: hasPages ? group : 'post',
			...( type && { type: [ type ] } ),
			per_page: SAMPLES,
		},
		hasPages
	);
	if ( ! data || data.pages.length < 2 ) {
		return null;
	}
	return (
		<SelectControl
			label={ __( 'Try on', 'igny8' ) }
			hideLabelFromVision
			value={ value }
			options={ [
				{ value: '', label: __( 'The newest one', 'igny8' ) },
				...data.pages.map( ( { key, name } ) => ( {
					value: key,
					label: name,
				} ) ),
			] }
			onChange={ onChange }
		/>
	);
}
