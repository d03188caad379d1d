// The check: what is wrong with redirects, and one click to mend it.
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { call } from '../../../../admin/api';
import Confirm from '../../../../admin/parts/Confirm';
import DataTable from '../../../../admin/parts/DataTable';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import Progress from '../../../../admin/parts/Progress';
import EmptyState from '../../../../admin/parts/EmptyState';
import { refresh } from '../../../../admin/refresh';
import { ago, number } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import useOperation from '../../../../admin/useOperation';
import useSteps from '../../../../admin/useSteps';
import { FINDINGS, FIXES, choices } from './words';

/**
 * @param {Object}   props
 * @param {Function} props.onDone Gets what was done.
 */
export default function Check( { onDone } ) {
	const state = useOperation( 'redirects.findings', { per_page: 1 } );
	const work = useSteps( 'redirects.check' );
	const look = useAction( ( input ) =>
		call( 'redirects.fix', { ...input, dry_run: true } )
	);
	const [ plan, setPlan ] = useState( null );
	const onPlan = async ( input ) => {
		const preview = await look.run( input );
		if ( preview ) {
			setPlan( { input, preview } );
		}
	};
	const checkedAt = state.data?.checked_at;
	return (
		<>
			<Panel
				title={ __( 'Check all redirects', 'igny8' ) }
				description={
					checkedAt
						? sprintf(
								/* translators: %s: how long ago. */
								__( 'Last checked %s.', 'igny8' ),
								ago( checkedAt )
							)
						: __(
								'Looks for circles, chains, dead targets, duplicates and redirects that never fire.',
								'igny8'
							)
				}
				actions={
					<Button
						variant="secondary"
						isBusy={ work.isBusy }
						disabled={ work.isBusy }
						accessibleWhenDisabled
						onClick={ () => work.start() }
					>
						{ __( 'Check now', 'igny8' ) }
					</Button>
				}
			>
				<ErrorNotice
					error={ work.error ?? look.error ?? state.error }
				/>
				{ work.isBusy && (
					<Progress
						title={ __( 'Checking redirects…', 'igny8' ) }
						{ ...work.progress }
						onCancel={ work.stop }
						isCancelling={ work.isStopping }
						cancel={ __( 'Stop', 'igny8' ) }
					/>
				) }
				{ ! work.isBusy && state.data?.total > 0 && (
					<Button variant="primary" onClick={ () => onPlan( {} ) }>
						{ __( 'Mend all', 'igny8' ) }
					</Button>
				) }
				{ ! work.isBusy && checkedAt && state.data.total === 0 && (
					<EmptyState
						isSmall
						title={ __( 'Nothing is wrong', 'igny8' ) }
					>
						{ __(
							'Every redirect leads somewhere in one step.',
							'igny8'
						) }
					</EmptyState>
				) }
			</Panel>
			{ state.data?.total > 0 && (
				<DataTable
					operation="redirects.findings"
					rows="findings"
					fields={ FIELDS }
					titleField="source"
					columns={ [ 'kind', 'detail', 'fix' ] }
					phoneField="kind"
					actions={ [
						{
							id: 'mend',
							label: __( 'Mend', 'igny8' ),
							isEligible: ( { rule } ) => rule > 0,
							callback: ( rows ) =>
								onPlan( {
									ids: rows.map( ( { rule } ) => rule ),
								} ),
							supportsBulk: true,
						},
						{
							id: 'edit',
							label: __( 'Edit the page', 'igny8' ),
							isEligible: ( { edit } ) => !! edit,
							callback: ( [ { edit } ] ) =>
								window.location.assign( edit ),
						},
					] }
				/>
			) }
			{ plan && (
				<Mend
					plan={ plan }
					onDone={ onDone }
					onClose={ () => setPlan( null ) }
				/>
			) }
		</>
	);
}

const FIELDS = [
	{
		id: 'source',
		label: __( 'Old address', 'igny8' ),
		enableHiding: false,
		enableSorting: false,
		render: ( { item } ) => (
			<strong className="igny8-redirects__address" dir="ltr">
				{ item.source }
			</strong>
		),
	},
	{
		id: 'kind',
		label: __( 'What is wrong', 'igny8' ),
		elements: choices( FINDINGS ),
		enableSorting: false,
		filterBy: { operators: [ 'isAny' ], isPrimary: true },
	},
	{
		id: 'detail',
		label: __( 'Why', 'igny8' ),
		enableSorting: false,
	},
	{
		id: 'fix',
		label: __( 'What mends it', 'igny8' ),
		enableSorting: false,
		render: ( { item } ) => FIXES[ item.fix ] ?? '–',
	},
];

function Mend( { plan, onDone, onClose } ) {
	const fix = useAction( 'redirects.fix' );
	const { preview, input } = plan;
	const onConfirm = async () => {
		const result = await fix.run( input );
		if ( result ) {
			onDone( {
				text: mendedWords( result.fixed ),
				batch: result.batch,
			} );
			onClose();
			refresh();
		}
	};
	return (
		<Confirm
			title={ sprintf(
				/* translators: %s: number of redirects. */
				_n(
					'Mend %s redirect?',
					'Mend %s redirects?',
					preview.fixed,
					'igny8'
				),
				number( preview.fixed )
			) }
			confirm={ __( 'Mend', 'igny8' ) }
			isBusy={ fix.isBusy }
			onConfirm={ onConfirm }
			onClose={ onClose }
		>
			<ErrorNotice error={ fix.error } />
			<ul className="igny8-redirects__preview">
				{ preview.fixes.slice( 0, 20 ).map( ( finding ) => (
					<li key={ finding.rule }>
						<code>{ finding.source }</code> { FIXES[ finding.fix ] }{ ' ' }
						{ finding.target && <code>{ finding.target }</code> }
					</li>
				) ) }
				{ preview.fixes.length > 20 && <li>…</li> }
			</ul>
			<p>{ __( 'You can undo it.', 'igny8' ) }</p>
		</Confirm>
	);
}

const mendedWords = ( count ) =>
	sprintf(
		/* translators: %s: number of redirects. */
		_n( '%s redirect mended.', '%s redirects mended.', count, 'igny8' ),
		number( count )
	);
