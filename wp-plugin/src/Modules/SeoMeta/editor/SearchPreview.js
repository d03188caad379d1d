// How the page will look among search results, on a desktop and on a phone.
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { trail } from './trail';
import {
	cut,
	descriptionWidth,
	MOST_DESCRIPTION,
	MOST_DESCRIPTION_PHONE,
	MOST_TITLE,
	titleWidth,
} from './width';

const PHONE_TITLE_LINES = 2; // On a phone a title takes two lines before it is cut.

const DEVICES = {
	desktop: __( 'Desktop', 'igny8' ),
	phone: __( 'Phone', 'igny8' ),
};

/**
 * @param {Object} props
 * @param {string} props.title
 * @param {string} props.description
 * @param {string} props.url
 * @param {string} props.siteName
 * @param {string} props.siteIcon    Address, or ''.
 */
export default function SearchPreview( {
	title,
	description,
	url,
	siteName,
	siteIcon,
} ) {
	const [ device, setDevice ] = useState( 'desktop' );
	const isPhone = device === 'phone';
	const shownTitle = cut(
		title,
		isPhone ? MOST_TITLE * PHONE_TITLE_LINES : MOST_TITLE,
		titleWidth
	);
	const shownDescription = cut(
		description,
		isPhone ? MOST_DESCRIPTION_PHONE : MOST_DESCRIPTION,
		descriptionWidth
	);
	return (
		<div className="igny8-search-preview">
			<div
				className="igny8-search-preview__devices"
				role="group"
				aria-label={ __( 'Preview', 'igny8' ) }
			>
				{ Object.entries( DEVICES ).map( ( [ name, label ] ) => (
					<Button
						key={ name }
						size="small"
						isPressed={ name === device }
						onClick={ () => setDevice( name ) }
					>
						{ label }
					</Button>
				) ) }
			</div>
			<figure
				className={ `igny8-result is-${ device }` }
				aria-label={ __( 'Preview of the search result', 'igny8' ) }
			>
				<div className="igny8-result__site">
					{ siteIcon ? (
						<img src={ siteIcon } alt="" />
					) : (
						<span className="igny8-result__icon" />
					) }
					<div>
						<div className="igny8-result__name" dir="auto">
							{ siteName }
						</div>
						<div className="igny8-result__url" dir="ltr">
							{ trail( url ) }
						</div>
					</div>
				</div>
				<div className="igny8-result__title" dir="auto">
					{ shownTitle || __( '(no title)', 'igny8' ) }
				</div>
				<div className="igny8-result__text" dir="auto">
					{ shownDescription ||
						__(
							'No description: search engines choose a sentence of the page themselves.',
							'igny8'
						) }
				</div>
			</figure>
		</div>
	);
}
