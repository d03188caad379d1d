// The screen Content: every planned page on its way to a published one.
import { Button } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { page as pageIcon } from '@wordpress/icons';
import { waiting } from '../../../../admin/nextStep';
import EmptyState from '../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import Screen from '../../../../admin/parts/Screen';
import { refresh } from '../../../../admin/refresh';
import { can, site } from '../../../../admin/site';
import useAction from '../../../../admin/useAction';
import useOperation from '../../../../admin/useOperation';
import useSteps from '../../../../admin/useSteps';
import Tasks from './Tasks';
import WorkBar from './WorkBar';

const TICK_MS = 2000;

export default function Content() {
	const status = useOperation( 'content.status' );
	const structure = useOperation( 'structure.summary' );
	const write = useSteps( 'content.run', 'content.cancel' );
	const some = useSteps( 'content.run', 'content.cancel' );
	const retry = useAction( 'content.retry' );
	const publish = useSteps( 'content.publish' );
	const isEmpty = status.data?.total === 0;
	const isBusy = write.isBusy || some.isBusy || publish.isBusy;
	useResume( status.data, write, some );
	useTicks( status.reload, isBusy );
	const onRetry = async ( pages ) => {
		if ( await retry.run( { pages } ) ) {
			some.start( { pages } );
		}
	};
	return (
		<Screen
			title={ __( 'Content', 'igny8' ) }
			subtitle={ __(
				'Every planned page on its way to a published one.',
				'igny8'
			) }
		>
			<ErrorNotice error={ status.error } onRetry={ status.reload } />
			<ErrorNotice error={ retry.error } onDismiss={ retry.clear } />
			{ status.data && ! isEmpty && (
				<WorkBar
					status={ status.data }
					write={ write }
					some={ some }
					publish={ publish }
				/>
			) }
			{ isEmpty ? (
				<NothingYet hasPlan={ structure.data?.version > 0 } />
			) : (
				<Tasks
					status={ status.data }
					progress={ isBusy ? finished( status.data ) : null }
					isBusy={ isBusy }
					onWrite={ ( pages ) => some.start( { pages } ) }
					onRetry={ onRetry }
					onPublish={ ( pages ) => publish.start( { pages } ) }
				/>
			) }
		</Screen>
	);
}

/**
 * Steps take some seconds; the numbers move in between.
 *
 * @param {Function} look
 * @param {boolean}  isOn
 */
function useTicks( look, isOn ) {
	useEffect( () => {
		const timer = isOn && setInterval( look, TICK_MS );
		return () => clearInterval( timer );
	}, [ look, isOn ] );
}

/**
 * @param {?Object} status Result of content.status.
 * @return {number} Grows with every page that is written or published.
 */
const finished = ( status ) =>
	status ? status.total - waiting( status ) + status.published : 0;

/**
 * Goes on with a run that was left a moment ago, once, when the screen is opened.
 *
 * @param {?Object} status Result of content.status.
 * @param {Object}  write  What useSteps gives for content.run over all pages.
 * @param {Object}  some   The same for the pages chosen in the table.
 */
function useResume( status, write, some ) {
	const isLooked = useRef( false );
	useEffect( () => {
		if ( status && ! isLooked.current ) {
			isLooked.current = true;
			if ( status.is_running && can( 'content.run' ) ) {
				const { run_pages: pages } = status;
				const run = pages.length > 0 ? some : write;
				run.start( pages.length > 0 ? { pages } : {} );
			}
		}
	}, [ status, write, some ] );
}

function NothingYet( { hasPlan } ) {
	const plan = useAction( 'content.plan' );
	const onPlan = async () => {
		await plan.run( {} );
		refresh();
	};
	return (
		<Panel>
			<ErrorNotice error={ plan.error } onDismiss={ plan.clear } />
			<EmptyState
				icon={ pageIcon }
				title={ __( 'No pages to write yet', 'igny8' ) }
				action={
					hasPlan && can( 'content.plan' ) ? (
						<Button
							variant="primary"
							isBusy={ plan.isBusy }
							disabled={ plan.isBusy }
							accessibleWhenDisabled
							onClick={ onPlan }
						>
							{ __( 'List the planned pages', 'igny8' ) }
						</Button>
					) : (
						<Button variant="primary" href={ site.urls.dashboard }>
							{ __( 'Go to the next step', 'igny8' ) }
						</Button>
					)
				}
			>
				{ hasPlan
					? __(
							'Your plan is applied. Next, its pages are put on a list that you write and publish from.',
							'igny8'
						)
					: __(
							'Make a plan of your site and apply it; its pages are listed here.',
							'igny8'
						) }
			</EmptyState>
		</Panel>
	);
}
