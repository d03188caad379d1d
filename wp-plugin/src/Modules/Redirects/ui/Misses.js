// Addresses that visitors asked for in vain: redirect each with one click, or ignore it.
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import {
	cancelCircleFilled,
	check,
	error,
	trash,
	unseen,
	pencil,
} from '@wordpress/icons';
import { Button } from '@wordpress/components';
import Badge from '../../../../admin/parts/Badge';
import DataTable from '../../../../admin/parts/DataTable';
import EmptyState from '../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import { refresh } from '../../../../admin/refresh';
import { number } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import { STATES, choices } from './words';

/**
 * @param {Object}   props
 * @param {Function} props.onEdit Gets the beginning of a rule.
 * @param {Function} props.onDone Gets what was done.
 */
export default function Misses( { onEdit, onDone } ) {
	const resolve = useAction( 'redirects.resolve' );
	const ignore = useAction( 'redirects.ignore' );
	const forget = useAction( 'redirects.forget' );
	const [ left, setLeft ] = useState( [] );
	const act = ( action, words ) => async ( rows, input ) => {
		const result = await action.run( {
			ids: rows.map( ( { id } ) => id ),
			...input,
		} );
		if ( result ) {
			setLeft( result.left ?? [] );
			const count = result.made ?? result.changed ?? result.deleted;
			if ( count > 0 ) {
				onDone( {
					text: words( count ),
					batch:
						result.batches?.length === 1 ? result.batches[ 0 ] : '',
				} );
			}
			refresh();
		}
	};
	const onResolve = act( resolve, madeWords );
	const fields = makeFields( ( row ) =>
		onResolve( [ row ], { to: 'suggestion' } )
	);
	return (
		<>
			<ErrorNotice
				error={ resolve.error ?? ignore.error ?? forget.error }
			/>
			{ left.map( ( { id, address, reason } ) => (
				<ErrorNotice
					key={ id }
					status="warning"
					error={ { message: `${ address }: ${ reason }` } }
					onDismiss={ () => setLeft( [] ) }
				/>
			) ) }
			<DataTable
				operation="redirects.misses"
				rows="misses"
				input={ { suggest: true } }
				fields={ fields }
				titleField="address"
				columns={ [ 'hits', 'last_on', 'referrer', 'suggestion' ] }
				phoneField="suggestion"
				sort={ { field: 'hits', direction: 'desc' } }
				searchLabel={ __( 'Search addresses', 'igny8' ) }
				actions={ actions( {
					onResolve,
					onEdit,
					onIgnore: act( ignore, changedWords ),
					onForget: act( forget, deletedWords ),
				} ) }
				empty={ <Nothing /> }
			/>
		</>
	);
}

const madeWords = ( count ) =>
	sprintf(
		/* translators: %s: number of redirects. */
		_n( '%s redirect made.', '%s redirects made.', count, 'igny8' ),
		number( count )
	);

const changedWords = ( count ) =>
	sprintf(
		/* translators: %s: number of addresses. */
		_n( '%s address changed.', '%s addresses changed.', count, 'igny8' ),
		number( count )
	);

const deletedWords = ( count ) =>
	sprintf(
		/* translators: %s: number of addresses. */
		_n( '%s address deleted.', '%s addresses deleted.', count, 'igny8' ),
		number( count )
	);

function makeFields( onRedirect ) {
	return [
		{
			id: 'address',
			label: __( 'Address', 'igny8' ),
			enableHiding: false,
			enableSorting: false,
			render: ( { item } ) => (
				<span className="igny8-cell">
					<strong className="igny8-redirects__address" dir="ltr">
						{ item.address }
					</strong>
					{ ( item.state !== 'open' || item.is_bot ) && (
						<span className="igny8-cell__note">
							{ item.state !== 'open' && (
								<Badge status={ item.state } words={ STATES } />
							) }{ ' ' }
							{ item.title }
							{ item.state === 'open' &&
								__( 'Only robots asked for it', 'igny8' ) }
						</span>
					) }
				</span>
			),
		},
		{
			id: 'hits',
			label: __( 'Visits', 'igny8' ),
			render: ( { item } ) => number( item.hits ),
		},
		{ id: 'last_on', label: __( 'Last', 'igny8' ) },
		{ id: 'first_on', label: __( 'First', 'igny8' ) },
		{
			id: 'referrer',
			label: __( 'Came from', 'igny8' ),
			enableSorting: false,
			render: ( { item } ) => item.referrer || '–',
		},
		{
			id: 'state',
			label: __( 'State', 'igny8' ),
			elements: choices( STATES ),
			enableSorting: false,
			filterBy: { operators: [ 'isAny' ], isPrimary: true },
		},
		{
			id: 'suggestion',
			label: __( 'Perhaps meant', 'igny8' ),
			enableSorting: false,
			render: ( { item } ) => (
				<Suggestion row={ item } onRedirect={ onRedirect } />
			),
		},
	];
}

function Suggestion( { row, onRedirect } ) {
	if ( ! row.suggestion ) {
		return '–';
	}
	return (
		<span className="igny8-redirects__suggestion">
			<a href={ row.suggestion.url }>{ row.suggestion.title }</a>
			<Button
				variant="secondary"
				size="small"
				aria-label={ sprintf(
					/* translators: 1: address, 2: title of a page. */
					__( 'Redirect %1$s to “%2$s”', 'igny8' ),
					row.address,
					row.suggestion.title
				) }
				onClick={ ( event ) => {
					event.stopPropagation();
					onRedirect( row );
				} }
			>
				{ __( 'Redirect', 'igny8' ) }
			</Button>
		</span>
	);
}

function actions( { onResolve, onEdit, onIgnore, onForget } ) {
	return [
		{
			id: 'suggestion',
			label: __( 'Redirect to what was perhaps meant', 'igny8' ),
			icon: check,
			supportsBulk: true,
			isEligible: ( { suggestion } ) => !! suggestion,
			callback: ( rows ) => onResolve( rows, { to: 'suggestion' } ),
		},
		{
			id: 'redirect',
			label: __( 'Redirect elsewhere', 'igny8' ),
			icon: pencil,
			callback: ( [ { address } ] ) =>
				onEdit( { source: address.split( '?' )[ 0 ] } ),
		},
		{
			id: 'gone',
			label: __( 'Answer that it is gone (410)', 'igny8' ),
			icon: cancelCircleFilled,
			supportsBulk: true,
			callback: ( rows ) => onResolve( rows, { to: 'gone' } ),
		},
		{
			id: 'ignore',
			label: __( 'Ignore', 'igny8' ),
			icon: unseen,
			supportsBulk: true,
			isEligible: ( { state } ) => state !== 'ignored',
			callback: ( rows ) => onIgnore( rows, {} ),
		},
		{
			id: 'back',
			label: __( 'Do not ignore any more', 'igny8' ),
			icon: error,
			supportsBulk: true,
			isEligible: ( { state } ) => state === 'ignored',
			callback: ( rows ) => onIgnore( rows, { is_ignored: false } ),
		},
		{
			id: 'forget',
			label: __( 'Delete from this list', 'igny8' ),
			icon: trash,
			isDestructive: true,
			supportsBulk: true,
			callback: ( rows ) => onForget( rows, {} ),
		},
	];
}

function Nothing() {
	return (
		<Panel>
			<EmptyState
				icon={ check }
				title={ __( 'Nothing is missing', 'igny8' ) }
			>
				{ __(
					'Addresses that visitors ask for and do not find are listed here, without anything about the visitors.',
					'igny8'
				) }
			</EmptyState>
		</Panel>
	);
}
