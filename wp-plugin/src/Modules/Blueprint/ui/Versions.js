// Every version of the plan, newest first, to review, compare and go back to.
import { Button, Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import EmptyState from '../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Pager from '../../../../admin/parts/Pager';
import Panel from '../../../../admin/parts/Panel';
import Screen, { Link } from '../../../../admin/parts/Screen';
import { can } from '../../../../admin/site';
import { moment, number } from '../../../../admin/times';
import useOperation from '../../../../admin/useOperation';
import { VERSION_STATUSES } from '../../../../admin/words';
import { back } from './back';
import Diff from './Diff';

const PER_PAGE = 20;

export default function Versions() {
	const [ page, setPage ] = useState( 1 );
	const [ compared, setCompared ] = useState( null );
	const { data, error, reload } = useOperation( 'blueprint.list', {
		page,
		per_page: PER_PAGE,
	} );
	const plans = data?.blueprints ?? [];
	return (
		<Screen
			title={ __( 'Plans', 'igny8' ) }
			subtitle={ __(
				'A plan is never changed once it is made, so you can always go back.',
				'igny8'
			) }
			back={ back }
			actions={
				can( 'blueprint.create' ) && (
					<Link variant="primary" to={ { view: 'setup' } }>
						{ __( 'New plan', 'igny8' ) }
					</Link>
				)
			}
		>
			<ErrorNotice error={ error } onRetry={ reload } />
			{ ! data && ! error && <Spinner /> }
			{ data && (
				<Panel isFlush>
					{ plans.length === 0 && (
						<EmptyState title={ __( 'No plans yet', 'igny8' ) }>
							{ __(
								'The first one is made in a few seconds.',
								'igny8'
							) }
						</EmptyState>
					) }
					<ul className="igny8-rows">
						{ plans.map( ( plan, index ) => (
							<Version
								key={ plan.version }
								plan={ plan }
								before={ plans[ index + 1 ] }
								onCompare={ setCompared }
							/>
						) ) }
					</ul>
					<Pager
						page={ page }
						perPage={ PER_PAGE }
						total={ data.total }
						onChange={ setPage }
					/>
				</Panel>
			) }
			{ compared && (
				<Diff { ...compared } onClose={ () => setCompared( null ) } />
			) }
		</Screen>
	);
}

function Version( { plan, before, onCompare } ) {
	const { version, status } = plan;
	return (
		<li>
			<span className="igny8-rows__main">
				<Link to={ { view: 'review', version } }>
					<strong>
						{ sprintf(
							/* translators: %d: number of the plan's version. */
							__( 'Plan %d', 'igny8' ),
							version
						) }
					</strong>
				</Link>
				<span className="igny8-rows__note">
					{ sprintf(
						/* translators: 1: date and time, 2: clusters, 3: keywords, 4: pages. */
						__(
							'%1$s · %2$s clusters, %3$s keywords, %4$s pages',
							'igny8'
						),
						moment( plan.created_at ),
						number( plan.clusters ),
						number( plan.keywords ),
						number( plan.pages )
					) }
				</span>
			</span>
			<Badge status={ status } words={ VERSION_STATUSES } />
			<span className="igny8-rows__action">
				{ before && (
					<Button
						variant="tertiary"
						size="compact"
						onClick={ () =>
							onCompare( { from: before.version, to: version } )
						}
					>
						{ __( 'What changed', 'igny8' ) }
					</Button>
				) }
			</span>
		</li>
	);
}
