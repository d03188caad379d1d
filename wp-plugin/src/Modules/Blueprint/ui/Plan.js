// The form a plan is made from, and the progress of making it.
import { Button, Spinner } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import EmptyState from '../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import Progress from '../../../../admin/parts/Progress';
import Screen from '../../../../admin/parts/Screen';
import { can, site } from '../../../../admin/site';
import useJob from '../../../../admin/useJob';
import useOperation from '../../../../admin/useOperation';
import { go } from '../../../../admin/useRoute';
import { back } from './back';
import PlanForm from './PlanForm';
import usePlan from './usePlan';

export default function Plan() {
	const planning = useJob( 'blueprint.create', ( { version } ) =>
		go( { view: 'review', version } )
	);
	const engine = useOperation( 'engine.status' );
	const { plan, isNone, error, reload } = usePlan();
	const isReady =
		engine.data && ( plan || isNone || error ) && ! planning.isLooking;
	const isSent = planning.isBusy && ( planning.job || ! planning.error );
	return (
		<Screen
			title={ __( 'Plan your site', 'igny8' ) }
			subtitle={ __(
				'Nothing on your site changes until you apply the plan.',
				'igny8'
			) }
			back={ back }
			isNarrow
		>
			<ErrorNotice error={ engine.error } onRetry={ engine.reload } />
			<ErrorNotice error={ error } onRetry={ reload } />
			{ ! isReady && ! engine.error && <Spinner /> }
			{ isReady && ! engine.data.is_connected && <NotConnected /> }
			{ isReady && engine.data.is_connected && isSent && (
				<Planning { ...planning } />
			) }
			{ isReady && engine.data.is_connected && (
				// Stays in place while a plan is being made, so that what was typed is there if it fails.
				<div hidden={ isSent }>
					<PlanForm
						plan={ plan }
						error={ planning.error }
						onSubmit={ planning.start }
					/>
				</div>
			) }
		</Screen>
	);
}

function Planning( { job, isCancelling, cancel } ) {
	const place = useRef();
	// The button that was pressed is gone: go where something happens now.
	useEffect( () => {
		place.current.focus();
		place.current.scrollIntoView( { block: 'nearest' } );
	}, [] );
	return (
		<div ref={ place } tabIndex={ -1 } className="igny8-place">
			<Panel>
				<Progress
					title={ __( 'Planning your site', 'igny8' ) }
					message={ job?.progress.message }
					done={ job?.progress.done }
					total={ job?.progress.total }
					trouble={ job?.error }
					note={ __(
						'You can leave this page; the plan will be on the dashboard.',
						'igny8'
					) }
					onCancel={ job ? cancel : null }
					isCancelling={ isCancelling }
				/>
			</Panel>
		</div>
	);
}

function NotConnected() {
	return (
		<Panel>
			<EmptyState
				title={ __( 'First connect your engine', 'igny8' ) }
				action={
					can( 'engine.connect' ) && (
						<Button variant="primary" href={ site.urls.settings }>
							{ __( 'Connect the engine', 'igny8' ) }
						</Button>
					)
				}
			>
				{ __( 'It knows the trades and makes the plan.', 'igny8' ) }
			</EmptyState>
		</Panel>
	);
}
