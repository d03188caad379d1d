// A page as it was written, to read through before it is published.
import { Button, Modal, Spinner } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import { can } from '../../../../admin/site';
import useOperation from '../../../../admin/useOperation';
import { PAGE_KINDS, PAGE_STATUSES } from '../../../../admin/words';
import pageStatus, { isPublishable } from './pageStatus';

/**
 * @param {Object}   props
 * @param {Object}   props.row       A row of content.list.
 * @param {boolean}  props.isBusy
 * @param {Function} props.onPublish
 * @param {Function} props.onClose
 */
export default function QuickLook( { row, isBusy, onPublish, onClose } ) {
	const { data, error, reload } = useOperation( 'content.show', {
		page: row.id,
	} );
	return (
		<Modal
			title={ row.title }
			onRequestClose={ onClose }
			size="large"
			className="igny8-look"
		>
			<p className="igny8-look__badges">
				<Badge status={ pageStatus( row ) } words={ PAGE_STATUSES } />
				<Badge label={ PAGE_KINDS[ row.kind ] } />
			</p>
			<ErrorNotice error={ error } onRetry={ reload } />
			{ ! data && ! error && <Spinner /> }
			{ data && (
				<>
					<Snippet
						{ ...data.meta }
						title={ data.meta.title || row.title }
					/>
					<iframe
						className="igny8-look__page"
						title={ sprintf(
							/* translators: %s: title of a page. */
							__( 'Text of %s', 'igny8' ),
							row.title
						) }
						sandbox=""
						srcDoc={ framed( data.preview ) }
					/>
				</>
			) }
			<div className="igny8-look__buttons">
				{ row.edit_url && (
					<Button variant="secondary" href={ row.edit_url }>
						{ __( 'Edit', 'igny8' ) }
					</Button>
				) }
				{ isPublishable( row ) && can( 'content.publish' ) && (
					<Button
						variant="primary"
						disabled={ isBusy }
						accessibleWhenDisabled
						onClick={ onPublish }
					>
						{ __( 'Publish', 'igny8' ) }
					</Button>
				) }
			</div>
		</Modal>
	);
}

/**
 * How a search engine may show it.
 *
 * @param {Object} props
 */
function Snippet( { title, description } ) {
	return description ? (
		<div className="igny8-look__snippet">
			<strong>{ title }</strong>
			<p>{ description }</p>
		</div>
	) : null;
}

/**
 * @param {string} html Rendered blocks; shown in a frame without scripts, away from the styles of wp-admin.
 * @return {string} A document.
 */
const framed = ( html ) => `<!doctype html>
<html lang="${ document.documentElement.lang }" dir="${ document.documentElement.dir || 'ltr' }">
<meta name="viewport" content="width=device-width">
<style>
	body { color: #1e1e1e; font: 16px/1.65 -apple-system, "Segoe UI", Roboto, sans-serif; margin: 24px; max-width: 68ch; }
	h2, h3 { line-height: 1.3; margin: 1.6em 0 .5em; }
	table { border-collapse: collapse; width: 100%; }
	th, td { border: 1px solid #ddd; padding: 6px 10px; text-align: start; vertical-align: top; }
	figure { margin: 1em 0; }
	img { height: auto; max-width: 100%; }
	a { color: inherit; pointer-events: none; }
</style>
${ html }
</html>`;
