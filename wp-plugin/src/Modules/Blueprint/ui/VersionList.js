// Every version of the plan, newest first: look at one, see what it changed, go back to it.
import { Button, Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { call } from '../../../../admin/api';
import Badge from '../../../../admin/parts/Badge';
import Confirm from '../../../../admin/parts/Confirm';
import EmptyState from '../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Pager from '../../../../admin/parts/Pager';
import Panel from '../../../../admin/parts/Panel';
import Progress from '../../../../admin/parts/Progress';
import { Link } from '../../../../admin/parts/Screen';
import { refresh } from '../../../../admin/refresh';
import { can } from '../../../../admin/site';
import { moment, number } from '../../../../admin/times';
import useOperation from '../../../../admin/useOperation';
import useSteps from '../../../../admin/useSteps';
import { VERSION_STATUSES } from '../../../../admin/words';
import Diff from './Diff';

const PER_PAGE = 20;

/**
 * @param {Object}   props
 * @param {Function} props.linkOf Version → change of the address that shows it.
 */
export default function VersionList( { linkOf } ) {
	const [ page, setPage ] = useState( 1 );
	const [ compared, setCompared ] = useState( null );
	const [ wanted, setWanted ] = useState( null );
	const rollback = useSteps( 'blueprint.rollback' );
	const { data, error, reload } = useOperation( 'blueprint.list', {
		page,
		per_page: PER_PAGE,
	} );
	const plans = data?.blueprints ?? [];
	const goBack = async ( version ) => {
		const result = await rollback.start( { version } );
		if ( result?.remaining === 0 && can( 'content.plan' ) ) {
			// Only a list of what to write; writing plans again by itself if this fails.
			await call( 'content.plan' ).catch( () => {} );
			refresh();
		}
	};
	return (
		<>
			<ErrorNotice error={ error } onRetry={ reload } />
			<ErrorNotice
				error={ rollback.error }
				onDismiss={ rollback.clear }
			/>
			{ rollback.isBusy && (
				<Progress
					title={ __( 'Going back…', 'igny8' ) }
					done={ rollback.progress?.done }
					total={ rollback.progress?.total }
				/>
			) }
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
								to={ linkOf( plan.version ) }
								isBusy={ rollback.isBusy }
								onCompare={ setCompared }
								onRollback={ setWanted }
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
			{ wanted && (
				<Confirm
					title={ sprintf(
						/* translators: %d: number of the plan's version. */
						__( 'Go back to plan %d?', 'igny8' ),
						wanted
					) }
					confirm={ __( 'Go back', 'igny8' ) }
					onConfirm={ () => {
						setWanted( null );
						goBack( wanted );
					} }
					onClose={ () => setWanted( null ) }
				>
					{ __(
						'It becomes the active plan again, and what is missing of it is created. Nothing is removed, and you can come back.',
						'igny8'
					) }
				</Confirm>
			) }
		</>
	);
}

function Version( { plan, before, to, isBusy, onCompare, onRollback } ) {
	const { version, status } = plan;
	return (
		<li>
			<span className="igny8-rows__main">
				<Link to={ to }>
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
						aria-label={ sprintf(
							/* translators: %d: number of the plan's version. */
							__( 'What changed with plan %d', 'igny8' ),
							version
						) }
						onClick={ () =>
							onCompare( { from: before.version, to: version } )
						}
					>
						{ __( 'What changed', 'igny8' ) }
					</Button>
				) }
				{ status === 'archived' && can( 'blueprint.rollback' ) && (
					<Button
						variant="tertiary"
						size="compact"
						disabled={ isBusy }
						accessibleWhenDisabled
						aria-label={ sprintf(
							/* translators: %d: number of the plan's version. */
							__( 'Go back to plan %d', 'igny8' ),
							version
						) }
						onClick={ () => onRollback( version ) }
					>
						{ __( 'Go back', 'igny8' ) }
					</Button>
				) }
			</span>
		</li>
	);
}
