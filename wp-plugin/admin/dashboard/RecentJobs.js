// The last things the engine did for this site.
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import Badge from '../parts/Badge';
import EmptyState from '../parts/EmptyState';
import ErrorNotice from '../parts/ErrorNotice';
import Panel from '../parts/Panel';
import { can, site } from '../site';
import { ago, moment } from '../times';
import useOperation from '../useOperation';
import { JOB_STATUSES, operationWords } from '../words';

const FEW = { per_page: 5 };

export default function RecentJobs() {
	const { data, error, isLoading, reload } = useOperation(
		'engine.jobs',
		FEW
	);
	if ( ! can( 'engine.jobs' ) ) {
		return null;
	}
	return (
		<Panel
			title={ __( 'Recent work of the engine', 'igny8' ) }
			isFlush
			actions={
				data?.total > 0 && (
					<Button
						variant="tertiary"
						size="compact"
						href={ `${ site.urls.settings }#igny8-jobs` }
					>
						{ __( 'All jobs', 'igny8' ) }
					</Button>
				)
			}
		>
			<ErrorNotice error={ error } onRetry={ reload } />
			{ data?.total === 0 && (
				<EmptyState isSmall title={ __( 'Nothing yet', 'igny8' ) }>
					{ __(
						'What the engine does for this site is listed here.',
						'igny8'
					) }
				</EmptyState>
			) }
			{ isLoading && ! data && (
				<div className="igny8-skeleton igny8-skeleton--block" />
			) }
			<ul className="igny8-rows">
				{ data?.jobs.map( ( job ) => (
					<li key={ job.id }>
						<span className="igny8-rows__main">
							{ operationWords( job.operation ) }
						</span>
						<time
							dateTime={ job.created_at }
							title={ moment( job.created_at ) }
						>
							{ ago( job.created_at ) }
						</time>
						<Badge status={ job.status } words={ JOB_STATUSES } />
					</li>
				) ) }
			</ul>
		</Panel>
	);
}
