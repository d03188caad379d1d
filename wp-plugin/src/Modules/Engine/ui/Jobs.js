// The jobs this site has asked of the engine, with cancel and retry.
import { Button, SelectControl } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import EmptyState from '../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import Pager from '../../../../admin/parts/Pager';
import { isOpen } from '../../../../admin/runJob';
import { refresh } from '../../../../admin/refresh';
import { ago, moment } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import useOperation from '../../../../admin/useOperation';
import { JOB_STATUSES, operationWords, options } from '../../../../admin/words';

const PER_PAGE = 10;
const LOOK_MS = 5000; // While something is open the list is read again this often.

export default function Jobs() {
	const [ status, setStatus ] = useState( '' );
	const [ page, setPage ] = useState( 1 );
	const { data, error, isLoading, reload } = useOperation( 'engine.jobs', {
		status: status ? [ status ] : [],
		page,
		per_page: PER_PAGE,
	} );
	const hasOpen = !! data?.jobs.some( isOpen );
	useEffect( () => {
		const timer = hasOpen && setInterval( reload, LOOK_MS );
		return () => clearInterval( timer );
	}, [ hasOpen, reload ] );

	return (
		<Panel
			className="igny8-jobs"
			title={ __( 'Jobs', 'igny8' ) }
			description={ __(
				'What this site has asked of the engine.',
				'igny8'
			) }
			isFlush
			actions={
				<SelectControl
					label={ __( 'Status', 'igny8' ) }
					hideLabelFromVision
					value={ status }
					options={ [
						{ value: '', label: __( 'All', 'igny8' ) },
						...options( JOB_STATUSES ),
					] }
					onChange={ ( value ) => {
						setStatus( value );
						setPage( 1 );
					} }
				/>
			}
		>
			<ErrorNotice error={ error } onRetry={ reload } />
			{ isLoading && ! data && (
				<div className="igny8-skeleton igny8-skeleton--block" />
			) }
			{ data?.total === 0 && (
				<EmptyState isSmall title={ __( 'No jobs', 'igny8' ) }>
					{ status
						? __( 'None is in this state.', 'igny8' )
						: __(
								'The first one begins when you plan your site.',
								'igny8'
							) }
				</EmptyState>
			) }
			<ul className="igny8-rows" id="igny8-jobs">
				{ data?.jobs.map( ( job ) => (
					<Job key={ job.id } job={ job } />
				) ) }
			</ul>
			<Pager
				page={ page }
				perPage={ PER_PAGE }
				total={ data?.total ?? 0 }
				onChange={ setPage }
			/>
		</Panel>
	);
}

function Job( { job } ) {
	const step = useAction(
		isOpen( job ) ? 'engine.cancel_job' : 'engine.retry_job'
	);
	const canStep = job.status !== 'done';
	const words = isOpen( job )
		? __( 'Cancel', 'igny8' )
		: __( 'Retry', 'igny8' );
	const onClick = async () => {
		await step.run( { id: job.id } );
		refresh();
	};
	return (
		<li>
			<span className="igny8-rows__main">
				{ operationWords( job.operation ) }{ ' ' }
				<span className="igny8-rows__id">#{ job.id }</span>
				{ job.error && (
					<span className="igny8-rows__note">
						{ job.error.message }
					</span>
				) }
				{ step.error && (
					<span className="igny8-rows__note is-error" role="alert">
						{ step.error.message }
					</span>
				) }
			</span>
			<time
				dateTime={ job.created_at }
				title={ moment( job.created_at ) }
			>
				{ ago( job.created_at ) }
			</time>
			<Badge status={ job.status } words={ JOB_STATUSES } />
			<span className="igny8-rows__action">
				{ canStep && (
					<Button
						variant="secondary"
						size="small"
						isBusy={ step.isBusy }
						disabled={ step.isBusy }
						accessibleWhenDisabled
						onClick={ onClick }
						aria-label={ sprintf(
							/* translators: 1: Cancel or Retry, 2: number of the job. */
							__( '%1$s job %2$d', 'igny8' ),
							words,
							job.id
						) }
					>
						{ words }
					</Button>
				) }
			</span>
		</li>
	);
}
