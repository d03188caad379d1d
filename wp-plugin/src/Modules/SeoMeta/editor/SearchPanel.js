// Panel: title and description, and how they look among search results.
import { Notice, PanelBody } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { useHost } from '../../../../editor/host';
import Length from './Length';
import { useLive } from './live/Live';
import SearchPreview from './SearchPreview';
import useVariables from './useVariables';
import VariableField from './VariableField';
import {
	descriptionWidth,
	MOST_DESCRIPTION,
	MOST_TITLE,
	titleWidth,
} from './width';

const LEAST_TITLE = 200; // px; as the checks have them.
const LEAST_DESCRIPTION = 400;
const FIRST = {
	post: [ '{title}', '{separator}', '{site_name}', '{excerpt}' ],
	term: [ '{term}', '{separator}', '{site_name}', '{term_description}' ],
	user: [ '{author}', '{separator}', '{site_name}', '{author_bio}' ],
};

// What holds no variable, tag or entity is shown at once; the rest waits for the site's answer.
const shown = ( typed, filled ) =>
	typed && ! /[{<&]/.test( typed )
		? typed
		: ( filled ?? ( typed ? '…' : '' ) );

export default function SearchPanel() {
	const host = useHost();
	const { fields, change } = host;
	const { preview } = useLive();
	const variables = useVariables( host );
	const title = shown( fields.title, preview.title );
	const description = shown( fields.description, preview.description );
	const { siteName = '', siteIcon = '' } = window.igny8Editor ?? {};
	return (
		<PanelBody title={ __( 'Search appearance', 'igny8' ) }>
			{ preview.error && (
				<Notice status="warning" isDismissible={ false }>
					{ __( 'The preview is not up to date:', 'igny8' ) }{ ' ' }
					{ preview.error.message }
				</Notice>
			) }
			{ host.id > 0 && preview.is_indexed === false && (
				<Notice status="info" isDismissible={ false }>
					{ __(
						'Search engines are asked not to show this page.',
						'igny8'
					) }
				</Notice>
			) }
			<SearchPreview
				title={ title }
				description={ description }
				url={ fields.canonical || host.link || preview.url || '' }
				siteName={ siteName }
				siteIcon={ siteIcon }
			/>
			<VariableField
				label={ __( 'Title for search engines', 'igny8' ) }
				value={ fields.title ?? '' }
				placeholder={ preview.title_template }
				variables={ variables }
				first={ FIRST[ host.kind ].slice( 0, 3 ) }
				onChange={ ( value ) => change( { title: value } ) }
			/>
			<Length
				text={ title }
				width={ titleWidth( title ) }
				most={ MOST_TITLE }
				least={ LEAST_TITLE }
			/>
			<VariableField
				label={ __( 'Description for search engines', 'igny8' ) }
				value={ fields.description ?? '' }
				placeholder={
					preview.default_description || preview.description_template
				}
				variables={ variables }
				first={ FIRST[ host.kind ].slice( 3 ) }
				isLong
				onChange={ ( value ) => change( { description: value } ) }
			/>
			<Length
				text={ description }
				width={ descriptionWidth( description ) }
				most={ MOST_DESCRIPTION }
				least={ LEAST_DESCRIPTION }
			/>
		</PanelBody>
	);
}
