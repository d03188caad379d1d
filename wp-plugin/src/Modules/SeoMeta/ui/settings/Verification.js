// Settings → Verification & robots: codes of search engines, and what they may do on all pages.
import { TextControl, ToggleControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import Panel from '../../../../../admin/parts/Panel';
import SettingsForm, { bind } from '../../../../../admin/parts/SettingsForm';
import useSettings from '../../../../../admin/useSettings';
import { SERVICES, readCode } from './codes';

export default function Verification() {
	const settings = useSettings( 'seo-meta', 'verification' );
	return (
		<SettingsForm settings={ settings }>
			<Codes settings={ settings } />
			<Panel
				title={ __( 'Robots', 'igny8' ) }
				description={ __(
					'What search engines may do on every page. Kinds of page and single pages can say otherwise.',
					'igny8'
				) }
			>
				<TextControl
					{ ...bind(
						settings,
						[ 'robots' ],
						__(
							'max-image-preview:large, max-snippet:-1 and max-video-preview:-1 let them show as much as they like.',
							'igny8'
						)
					) }
					label={ __( 'Directives of every page', 'igny8' ) }
				/>
				<Flag
					settings={ settings }
					name="noindex_empty"
					label={ __(
						'Keep archives without posts out of search results',
						'igny8'
					) }
				/>
				<Flag
					settings={ settings }
					name="noindex_paged"
					label={ __(
						'Keep the second and later pages of archives out of search results',
						'igny8'
					) }
				/>
			</Panel>
		</SettingsForm>
	);
}

function Codes( { settings } ) {
	const [ moved, setMoved ] = useState( '' );
	const onChange = ( name, text ) => {
		const { service, code } = readCode( name, text );
		settings.set( [ 'verification', service ], code );
		setMoved(
			service === name
				? ''
				: sprintf(
						/* translators: %s: name of a search engine. */
						__( 'That tag is of %s: it was put there.', 'igny8' ),
						SERVICES[ service ].label
					)
		);
	};
	return (
		<Panel
			title={ __( 'Verification', 'igny8' ) }
			description={ __(
				'Proves to these services that the site is yours. Paste the code, or the whole meta tag they show.',
				'igny8'
			) }
		>
			<p role="status">{ moved }</p>
			<div className="igny8-form__grid">
				{ Object.entries( SERVICES ).map( ( [ name, { label } ] ) => (
					<TextControl
						key={ name }
						{ ...bind( settings, [ 'verification', name ] ) }
						label={ label }
						spellCheck={ false }
						autoComplete="off"
						onChange={ ( text ) => onChange( name, text ) }
					/>
				) ) }
			</div>
		</Panel>
	);
}

function Flag( { settings, name, label } ) {
	return (
		<ToggleControl
			label={ label }
			checked={ !! settings.get( [ name ] ) }
			onChange={ ( isOn ) => settings.set( [ name ], isOn ) }
		/>
	);
}
