// How many pages are in which state, as one bar and its legend.
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import EmptyState from '../parts/EmptyState';
import Panel from '../parts/Panel';
import { site } from '../site';
import { number } from '../times';
import { TASK_STATUSES } from '../words';

const ORDER = [
	'published',
	'drafted',
	'brief',
	'writing',
	'queued',
	'planned',
	'failed',
	'cancelled',
];

/**
 * @param {Object} props
 * @param {Object} props.content What useOperation gives for content.summary.
 */
export default function PagesCard( { content } ) {
	const counts = content.data?.by_status ?? {};
	const total = content.data?.total ?? 0;
	const known = [
		...ORDER,
		...Object.keys( counts ).filter( ( name ) => ! ORDER.includes( name ) ),
	];
	const parts = known.filter( ( status ) => counts[ status ] > 0 );
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
						{ parts.map( ( status ) => (
							<span
								key={ status }
								className={ `is-${ status }` }
								style={ { flexGrow: counts[ status ] } }
							/>
						) ) }
					</div>
					<ul className="igny8-legend">
						{ parts.map( ( status ) => (
							<li key={ status }>
								<span
									className={ `igny8-legend__dot is-${ status }` }
									aria-hidden="true"
								/>
								{ TASK_STATUSES[ status ] ?? status }
								<strong>{ number( counts[ status ] ) }</strong>
							</li>
						) ) }
					</ul>
				</>
			) }
		</Panel>
	);
}
