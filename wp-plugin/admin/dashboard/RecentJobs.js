// The last things the engine did for this site.
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import Badge from '../parts/Badge';
import EmptyState from '../parts/EmptyState';
import ErrorNotice from '../parts/ErrorNotice';
import Panel from '../parts/Panel';
import { can, site } from '../site';
import { ago, moment, number } from '../times';
import useOperation from '../useOperation';
import { JOB_STATUSES, operationWords } from '../words';

const MANY = { per_page: 100 }; // A run of writing is one job a page.
const SHOWN = 5;

export default function RecentJobs() {
	const { data, error, isLoading, reload } = useOperation(
		'engine.jobs',
		MANY
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
				{ together( data?.jobs ?? [] ).map( ( { job, count } ) => (
					<li key={ job.id }>
						<span className="igny8-rows__main">
							{ operationWords( job.operation ) }
							{ count > 1 && (
								<span className="igny8-rows__id">
									{ ' ' }
									× { number( count ) }
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
					</li>
				) ) }
			</ul>
		</Panel>
	);
}

/**
 * @param {Array} jobs Newest first.
 * @return {Array<{job: Object, count: number}>} The newest few, those of one kind and state as one with their number.
 */
function together( jobs ) {
	const groups = [];
	for ( const job of jobs ) {
		const same = groups.find(
			( group ) =>
				group.job.operation === job.operation &&
				group.job.status === job.status
		);
		if ( same ) {
			same.count++;
		} else {
			groups.push( { job, count: 1 } );
		}
	}
	return groups.slice( 0, SHOWN );
}
