// How many pages are in which state, as one bar and its legend.
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import EmptyState from '../parts/EmptyState';
import Panel from '../parts/Panel';
import { site } from '../site';
import { number } from '../times';
import { PAGE_STATUSES } from '../words';

/**
 * @param {Object} status Result of content.status.
 * @return {Array<[string, number]>} State of a page → how many are in it; every page is counted once.
 */
function split( { by_status: tasks, published, publishable, briefs } ) {
	const written = tasks.completed - published - publishable - briefs;
	return [
		[ 'published', published ],
		[ 'drafted', publishable ],
		[ 'brief', briefs ],
		[ 'written', Math.max( 0, written ) ],
		[ 'in_progress', tasks.in_progress ],
		[ 'queued', tasks.queued ],
		[ 'failed', tasks.failed ],
	].filter( ( [ , count ] ) => count > 0 );
}

/**
 * @param {Object} props
 * @param {Object} props.content What useOperation gives for content.status.
 */
export default function PagesCard( { content } ) {
	const total = content.data?.total ?? 0;
	const parts = total > 0 ? split( content.data ) : [];
	return (
		<Panel
			title={ __( 'Pages', 'igny8' ) }
			actions={
				total > 0 && (
					<Button
						variant="tertiary"
						size="compact"
						href={ site.urls.content }
					>
						{ __( 'All pages', 'igny8' ) }
					</Button>
				)
			}
		>
			{ total === 0 ? (
				<EmptyState isSmall title={ __( 'No pages yet', 'igny8' ) }>
					{ __(
						'They appear here as soon as a plan is applied.',
						'igny8'
					) }
				</EmptyState>
			) : (
				<>
					<div className="igny8-split" aria-hidden="true">
						{ parts.map( ( [ status, count ] ) => (
							<span
								key={ status }
								className={ `is-${ status }` }
								style={ { flexGrow: count } }
							/>
						) ) }
					</div>
					<ul className="igny8-legend">
						{ parts.map( ( [ status, count ] ) => (
							<li key={ status }>
								<span
									className={ `igny8-legend__dot is-${ status }` }
									aria-hidden="true"
								/>
								{ PAGE_STATUSES[ status ] }
								<strong>{ number( count ) }</strong>
							</li>
						) ) }
					</ul>
				</>
			) }
		</Panel>
	);
}
