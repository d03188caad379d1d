// Settings → Breadcrumbs: how the trail looks, which taxonomy leads to a post, and how it gets onto a page.
import {
	SelectControl,
	TextControl,
	ToggleControl,
} from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import Panel from '../../../../../admin/parts/Panel';
import SettingsForm, { bind } from '../../../../../admin/parts/SettingsForm';
import useOperation from '../../../../../admin/useOperation';
import useSettings from '../../../../../admin/useSettings';

const NONE = '-'; // A select has no two empty values: '' is "by itself" here.

export default function Breadcrumbs() {
	const settings = useSettings( 'seo-meta', 'breadcrumbs' );
	return (
		<SettingsForm settings={ settings }>
			<Look settings={ settings } />
			<Ways settings={ settings } />
			<Panel title={ __( 'Put them on your pages', 'igny8' ) }>
				<ul className="igny8-ways">
					<li>
						{ __(
							'In a block theme or a post: the block “Breadcrumbs”, best in the templates of single posts and archives.',
							'igny8'
						) }
					</li>
					<li>
						{ __( 'As a shortcode:', 'igny8' ) }{ ' ' }
						<code>[igny8_breadcrumbs]</code>
					</li>
					<li>
						{ __( 'In a classic theme:', 'igny8' ) }{ ' ' }
						<code>{ '<?php igny8_breadcrumbs(); ?>' }</code>
					</li>
				</ul>
			</Panel>
		</SettingsForm>
	);
}

function Look( { settings } ) {
	const field = ( name, help ) =>
		bind( settings, [ 'breadcrumbs', name ], help );
	return (
		<Panel title={ __( 'Look', 'igny8' ) }>
			<p
				className="igny8-trail"
				aria-label={ __( 'Preview', 'igny8' ) }
				role="img"
			>
				{ trail( settings.get( [ 'breadcrumbs' ] ) ) }
			</p>
			<div className="igny8-form__grid">
				<TextControl
					{ ...field( 'separator' ) }
					label={ __( 'Separator', 'igny8' ) }
				/>
				<TextControl
					{ ...field( 'home' ) }
					label={ __( 'Name of the front page', 'igny8' ) }
					placeholder={ __( 'Home', 'igny8' ) }
				/>
				<TextControl
					{ ...field( 'prefix' ) }
					label={ __( 'Text before them', 'igny8' ) }
				/>
			</div>
			<Flag
				settings={ settings }
				name="shows_home"
				label={ __( 'Begin with the front page', 'igny8' ) }
			/>
			<Flag
				settings={ settings }
				name="shows_archive"
				label={ __(
					'Show the page of posts and the archives of post types',
					'igny8'
				) }
			/>
			<Flag
				settings={ settings }
				name="shows_current"
				label={ __( 'End with the page itself', 'igny8' ) }
			/>
		</Panel>
	);
}

function Ways( { settings } ) {
	const { data } = useOperation( 'seo-meta.kinds' );
	const types = ( data?.kinds ?? [] ).filter(
		( { taxonomies } ) => taxonomies?.length > 0
	);
	return (
		types.length > 0 && (
			<Panel
				title={ __( 'The way to a post', 'igny8' ) }
				description={ __(
					'Whose terms stand before a post in its trail. Of several terms the primary one is taken.',
					'igny8'
				) }
			>
				<div className="igny8-form__grid">
					{ types.map( ( { kind, label, taxonomies } ) => {
						const type = kind.slice( 'post:'.length );
						const path = [ 'breadcrumbs', 'taxonomies', type ];
						const chosen = settings.get( path );
						return (
							<SelectControl
								key={ kind }
								label={ label }
								value={
									chosen === '' ? NONE : ( chosen ?? '' )
								}
								options={ [
									{
										value: '',
										label: __(
											'The first hierarchical one',
											'igny8'
										),
									},
									{
										value: NONE,
										label: __( 'No terms', 'igny8' ),
									},
									...taxonomies,
								] }
								onChange={ ( value ) =>
									settings.set(
										[ 'breadcrumbs', 'taxonomies' ],
										withChoice(
											settings.get( [
												'breadcrumbs',
												'taxonomies',
											] ),
											type,
											value
										)
									)
								}
							/>
						);
					} ) }
				</div>
			</Panel>
		)
	);
}

/**
 * @param {Object} taxonomies Post type → taxonomy; '' is none, absent is "by itself".
 * @param {string} type
 * @param {string} value      Of the select.
 * @return {Object} With the choice.
 */
function withChoice( taxonomies, type, value ) {
	const { [ type ]: before, ...others } = { ...taxonomies };
	return value === ''
		? others
		: { ...others, [ type ]: value === NONE ? '' : value };
}

function Flag( { settings, name, label } ) {
	const path = [ 'breadcrumbs', name ];
	return (
		<ToggleControl
			label={ label }
			checked={ !! settings.get( path ) }
			onChange={ ( isOn ) => settings.set( path, isOn ) }
		/>
	);
}

function trail( look ) {
	const parts = [
		look.shows_home && ( look.home || __( 'Home', 'igny8' ) ),
		look.shows_archive && __( 'Blog', 'igny8' ),
		__( 'Category', 'igny8' ),
		look.shows_current && __( 'The post', 'igny8' ),
	].filter( Boolean );
	return `${ look.prefix ?? '' } ${ parts.join(
		` ${ look.separator } `
	) }`.trim();
}
