// Before and after, for the first pages of a selection.
import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { number } from '../../../../admin/times';
import { MOST_DESCRIPTION, MOST_TITLE } from '../editor/width';
import BeforeAfter from './BeforeAfter';
import { Width } from './TextCell';

const MOST = { title: MOST_TITLE, description: MOST_DESCRIPTION };

/**
 * @param {Object}   props
 * @param {Object}   props.preview Of seo-meta.bulk with dry_run.
 * @param {string}   props.field
 * @param {Function} props.onBack
 * @param {Function} props.onApply
 */
export default function BulkPreview( { preview, field, onBack, onApply } ) {
	const rows = preview.rows.filter( ( row ) => row.is_changed );
	const isWhole = preview.remaining === 0;
	return (
		<>
			<p role="status">{ words( preview, isWhole ) }</p>
			<BeforeAfter
				rows={ rows.map( ( row ) => ( {
					...row,
					before: row.prints_before || row.before,
					after: <After row={ row } most={ MOST[ field ] } />,
				} ) ) }
			/>
			{ preview.errors.length > 0 && (
				<ul className="igny8-rows">
					{ preview.errors.map( ( { key, name, message } ) => (
						<li key={ key }>
							<strong dir="auto">{ name }</strong>: { message }
						</li>
					) ) }
				</ul>
			) }
			<div className="igny8-confirm__buttons">
				<Button variant="tertiary" onClick={ onBack }>
					{ __( 'Back', 'igny8' ) }
				</Button>
				<Button
					variant="primary"
					disabled={ isWhole && preview.changed === 0 }
					accessibleWhenDisabled
					onClick={ onApply }
				>
					{ isWhole
						? sprintf(
								/* translators: %s: number of pages. */
								_n(
									'Change %s page',
									'Change %s pages',
									preview.changed,
									'igny8'
								),
								number( preview.changed )
							)
						: sprintf(
								/* translators: %s: number of pages. */
								__( 'Change up to %s pages', 'igny8' ),
								number( preview.total )
							) }
				</Button>
			</div>
		</>
	);
}

function words( { total, done, changed, same, refused }, isWhole ) {
	if ( isWhole && changed === 0 ) {
		return __(
			'This changes nothing: all pages have it already.',
			'igny8'
		);
	}
	const looked = isWhole
		? ''
		: sprintf(
				/* translators: 1: number of pages looked at, 2: number of all pages. */
				__( 'The first %1$s of %2$s pages.', 'igny8' ),
				number( done ),
				number( total )
			);
	const counts = sprintf(
		/* translators: 1: pages that change, 2: pages that stay, 3: pages that cannot be changed. */
		__(
			'%1$s change, %2$s stay as they are, %3$s cannot be changed.',
			'igny8'
		),
		number( changed ),
		number( same ),
		number( refused )
	);
	return `${ looked } ${ counts }`.trim();
}

function After( { row, most } ) {
	return (
		<>
			{ row.prints_after || row.after || '–' }
			{ most && <Width px={ row.px } most={ most } /> }
		</>
	);
}
