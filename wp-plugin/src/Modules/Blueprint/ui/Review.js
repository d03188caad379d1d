// One version of the plan: what is in it, what applying it will do, apply and undo.
import { Spinner } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import EmptyState from '../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import Screen, { Link } from '../../../../admin/parts/Screen';
import { can } from '../../../../admin/site';
import { moment } from '../../../../admin/times';
import useOperation from '../../../../admin/useOperation';
import useRoute from '../../../../admin/useRoute';
import { VERSION_STATUSES } from '../../../../admin/words';
import ApplyBar from './ApplyBar';
import { back } from './back';
import ReviewOverview from './ReviewOverview';
import ReviewPages from './ReviewPages';
import ReviewTaxonomies from './ReviewTaxonomies';
import usePlan from './usePlan';

const PARTS = {
	overview: { title: __( 'Overview', 'igny8' ), Component: ReviewOverview },
	pages: { title: __( 'Pages', 'igny8' ), Component: ReviewPages },
	taxonomies: {
		title: __( 'Taxonomies', 'igny8' ),
		Component: ReviewTaxonomies,
	},
};

export default function Review() {
	const { route } = useRoute();
	const version = Number( route.version ) || 0;
	const { plan, isNone, error, reload } = usePlan( version );
	const preview = useOperation( 'blueprint.preview', { version }, !! plan );
	const part = PARTS[ route.part ] ? route.part : 'overview';
	const { Component } = PARTS[ part ];
	if ( isNone ) {
		return <NoPlan />;
	}
	return (
		<Screen
			title={
				plan
					? sprintf(
							/* translators: %d: number of the plan's version. */
							__( 'Plan %d', 'igny8' ),
							plan.version
						)
					: __( 'Plan', 'igny8' )
			}
			badge={
				plan && (
					<Badge status={ plan.status } words={ VERSION_STATUSES } />
				)
			}
			subtitle={ plan && subtitle( plan ) }
			back={ back }
			actions={
				<>
					<Link variant="tertiary" to={ { view: 'versions' } }>
						{ __( 'All plans', 'igny8' ) }
					</Link>
					{ can( 'blueprint.create' ) && (
						<Link variant="secondary" to={ { view: 'setup' } }>
							{ __( 'Change the plan', 'igny8' ) }
						</Link>
					) }
				</>
			}
			tabs={ Object.entries( PARTS ).map( ( [ name, { title } ] ) => ( {
				name,
				title,
				to: {
					view: 'review',
					version: route.version,
					part: name === 'overview' ? '' : name,
				},
			} ) ) }
			tab={ part }
		>
			<ErrorNotice
				error={ error ?? preview.error }
				onRetry={ error ? reload : preview.reload }
			/>
			{ plan && <ApplyBar plan={ plan } preview={ preview.data } /> }
			{ ! plan && ! error && <Spinner /> }
			{ plan && <Component plan={ plan } preview={ preview.data } /> }
		</Screen>
	);
}

function subtitle( { document, created_at: createdAt } ) {
	const trades = document.sectors.map( ( { name } ) => name ).join( ', ' );
	return sprintf(
		/* translators: 1: name of the business, 2: its trades, 3: date and time. */
		__( '%1$s · %2$s · made %3$s', 'igny8' ),
		document.site_name,
		trades,
		moment( createdAt )
	);
}

function NoPlan() {
	return (
		<Screen title={ __( 'Plan', 'igny8' ) } back={ back }>
			<Panel>
				<EmptyState
					title={ __( 'There is no plan here', 'igny8' ) }
					action={
						can( 'blueprint.create' ) && (
							<Link variant="primary" to={ { view: 'setup' } }>
								{ __( 'Start the plan', 'igny8' ) }
							</Link>
						)
					}
				>
					{ __(
						'Say what your business does, and you get one to look through.',
						'igny8'
					) }
				</EmptyState>
			</Panel>
		</Screen>
	);
}
