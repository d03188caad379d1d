// What the sitemap lists: types, taxonomies, authors, images, videos, news, and single pages left out.
import {
	CheckboxControl,
	TextControl,
	ToggleControl,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import Panel from '../../../../admin/parts/Panel';
import { bind } from '../../../../admin/parts/SettingsForm';
import { toIds, toggled } from './toggles';

/**
 * @param {Object} props
 * @param {Object} props.settings Of useSettings.
 * @param {Object} props.choices  `{post_types, taxonomies}`, each `{name, label}`.
 */
export default function Choices( { settings, choices } ) {
	return (
		<Panel
			title={ __( 'What is listed', 'igny8' ) }
			description={ __(
				'Pages you keep from search engines (noindex), redirected ones and those with a password are never listed.',
				'igny8'
			) }
		>
			<Listed
				settings={ settings }
				name="excluded_post_types"
				legend={ __( 'Content', 'igny8' ) }
				choices={ choices.post_types }
			/>
			<Listed
				settings={ settings }
				name="excluded_taxonomies"
				legend={ __( 'Archives of terms', 'igny8' ) }
				choices={ choices.taxonomies }
			/>
			<Switch
				settings={ settings }
				name="authors"
				label={ __( 'Pages of authors', 'igny8' ) }
				help={ __( 'Those who have published posts.', 'igny8' ) }
			/>
			<Switch
				settings={ settings }
				name="images"
				label={ __( 'Images of each page', 'igny8' ) }
				help={ __(
					'Helps Google Images find them, also where scripts load them later.',
					'igny8'
				) }
			/>
			<Switch
				settings={ settings }
				name="videos"
				label={ __( 'Videos of each page', 'igny8' ) }
				help={ __(
					'YouTube, Vimeo and video files, with title and thumbnail.',
					'igny8'
				) }
			/>
			<News settings={ settings } choices={ choices.post_types } />
			<Ids
				settings={ settings }
				name="excluded_posts"
				label={ __( 'Posts and pages left out', 'igny8' ) }
				help={ __(
					'Their numbers, with commas between them. They stay open to search engines; to keep a page away from them, set it to noindex.',
					'igny8'
				) }
			/>
			<Ids
				settings={ settings }
				name="excluded_terms"
				label={ __( 'Terms left out', 'igny8' ) }
				help={ __( 'Their numbers, as above.', 'igny8' ) }
			/>
			{ settings.get( [ 'authors' ] ) && (
				<Ids
					settings={ settings }
					name="excluded_authors"
					label={ __( 'Authors left out', 'igny8' ) }
					help={ __( 'The numbers of their users.', 'igny8' ) }
				/>
			) }
		</Panel>
	);
}

/**
 * A checked box is listed; the setting keeps what is not.
 *
 * @param {Object} props
 */
function Listed( { settings, name, legend, choices } ) {
	const excluded = settings.get( [ name ] ) ?? [];
	return (
		<fieldset className="igny8-sitemap__boxes">
			<legend>{ legend }</legend>
			{ choices.map( ( choice ) => (
				<CheckboxControl
					key={ choice.name }
					label={ choice.label }
					checked={ ! excluded.includes( choice.name ) }
					onChange={ ( isListed ) =>
						settings.set(
							[ name ],
							toggled( excluded, choice.name, ! isListed )
						)
					}
				/>
			) ) }
		</fieldset>
	);
}

export function Switch( { settings, name, label, help } ) {
	const { value, onChange, ...rest } = bind( settings, [ name ], help );
	return (
		<ToggleControl
			{ ...rest }
			label={ label }
			checked={ !! value }
			onChange={ onChange }
		/>
	);
}

function News( { settings, choices } ) {
	const types = settings.get( [ 'news_post_types' ] ) ?? [];
	return (
		<>
			<Switch
				settings={ settings }
				name="news"
				label={ __( 'News sitemap', 'igny8' ) }
				help={ __(
					'Only for publications in Google News: what was published in the last two days.',
					'igny8'
				) }
			/>
			{ settings.get( [ 'news' ] ) && (
				<div className="igny8-sitemap__more">
					<TextControl
						{ ...bind(
							settings,
							[ 'news_name' ],
							__(
								'As it stands in Google News. Empty: the name of this site.',
								'igny8'
							)
						) }
						label={ __( 'Name of the publication', 'igny8' ) }
					/>
					<fieldset className="igny8-sitemap__boxes">
						<legend>{ __( 'News are', 'igny8' ) }</legend>
						{ choices.map( ( { name, label } ) => (
							<CheckboxControl
								key={ name }
								label={ label }
								checked={ types.includes( name ) }
								onChange={ ( isOn ) =>
									settings.set(
										[ 'news_post_types' ],
										toggled( types, name, isOn )
									)
								}
							/>
						) ) }
					</fieldset>
				</div>
			) }
		</>
	);
}

/**
 * Numbers typed with commas; what is no number is dropped when the field is left.
 *
 * @param {Object} props
 */
function Ids( { settings, name, label, help } ) {
	const [ text, setText ] = useState( null );
	const control = bind( settings, [ name ], help );
	const ids = settings.get( [ name ] ) ?? [];
	return (
		<TextControl
			{ ...control }
			label={ label }
			value={ text ?? ids.join( ', ' ) }
			onChange={ ( typed ) => {
				setText( typed );
				control.onChange( toIds( typed ) );
			} }
			onBlur={ () => setText( null ) }
		/>
	);
}
