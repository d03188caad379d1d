// Bulk changes and imports of the last weeks, each with its undo.
import { Button, Modal, Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Pager from '../../../../admin/parts/Pager';
import { ago, number } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import useOperation from '../../../../admin/useOperation';
import { useChanges } from './useChanges';
import { batchWords } from './words';

const PER_PAGE = 10;

/**
 * @param {Object}   props
 * @param {Function} props.onClose
 */
export default function History( { onClose } ) {
	const [ page, setPage ] = useState( 1 );
	const { data, error, reload } = useOperation( 'seo-meta.batches', {
		page,
		per_page: PER_PAGE,
	} );
	return (
		<Modal
			title={ __( 'Recent changes', 'igny8' ) }
			onRequestClose={ onClose }
			size="medium"
		>
			<ErrorNotice error={ error } onRetry={ reload } />
			{ ! data && ! error && <Spinner /> }
			{ data?.total === 0 && (
				<p>
					{ __(
						'Nothing has been changed from this list in the last 30 days.',
						'igny8'
					) }
				</p>
			) }
			{ data?.total > 0 && (
				<>
					<p>
						{ __(
							'Undoing puts back what a page had before. What somebody has changed since stays.',
							'igny8'
						) }
					</p>
					<ul className="igny8-history">
						{ data.batches.map( ( batch ) => (
							<Batch key={ batch.id } batch={ batch } />
						) ) }
					</ul>
					<Pager
						page={ page }
						perPage={ PER_PAGE }
						total={ data.total }
						onChange={ setPage }
					/>
				</>
			) }
		</Modal>
	);
}

function Batch( { batch } ) {
	const { undo } = useChanges();
	const undoing = useAction( () => undo( batch.id ) );
	const words = batchWords( batch );
	return (
		<li>
			<div className="igny8-cell">
				<strong dir="auto">{ words }</strong>
				<span className="igny8-quiet">
					{ sprintf(
						/* translators: %s: number of pages. */
						_n(
							'%s page',
							'%s pages',
							batch.can_undo ? batch.changed : batch.undone,
							'igny8'
						),
						number( batch.can_undo ? batch.changed : batch.undone )
					) }
					{ ` · ${ ago( batch.created_at ) }` }
					{ batch.user && ` · ${ batch.user }` }
				</span>
				<ErrorNotice error={ undoing.error } />
			</div>
			{ batch.can_undo ? (
				<Button
					variant="secondary"
					size="compact"
					aria-label={ sprintf(
						/* translators: %s: what was changed. */
						__( 'Undo: %s', 'igny8' ),
						words
					) }
					isBusy={ undoing.isBusy }
					disabled={ undoing.isBusy }
					accessibleWhenDisabled
					onClick={ () => undoing.run() }
				>
					{ __( 'Undo', 'igny8' ) }
				</Button>
			) : (
				<span className="igny8-quiet">
					{ batch.status === 'undone'
						? __( 'Undone', 'igny8' )
						: __( 'Nothing to undo', 'igny8' ) }
				</span>
			) }
		</li>
	);
}
