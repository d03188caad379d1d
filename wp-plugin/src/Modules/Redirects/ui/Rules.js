// The list of redirects with what can be done to them.
import { Button, Modal, TextControl } from '@wordpress/components';
import { useMemo, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import {
	external,
	pencil,
	seen,
	tag,
	trash,
	unseen,
	shuffle,
} from '@wordpress/icons';
import Badge from '../../../../admin/parts/Badge';
import Confirm from '../../../../admin/parts/Confirm';
import DataTable from '../../../../admin/parts/DataTable';
import EmptyState from '../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import { refresh } from '../../../../admin/refresh';
import { number } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import { CODES, MATCHES, choices, originWords } from './words';

const ANY = { operators: [ 'isAny' ] };

/**
 * @param {Object}   props
 * @param {?Object}  props.status  Result of redirects.status.
 * @param {Element}  props.metrics
 * @param {Function} props.onEdit  Gets a rule.
 * @param {Function} props.onDone  Gets what was done.
 */
export default function Rules( { status, metrics, onEdit, onDone } ) {
	const set = useAction( 'redirects.set' );
	const [ chosen, setChosen ] = useState( null );
	const fields = useMemo( () => makeFields( status ), [ status ] );
	const onSet = async ( rows, input ) => {
		const result = await set.run( { ids: ids( rows ), ...input } );
		if ( result ) {
			onDone( { text: changedWords( result.changed ), ...result } );
			refresh();
		}
	};
	return (
		<>
			<ErrorNotice error={ set.error } onDismiss={ set.clear } />
			<DataTable
				operation="redirects.list"
				rows="rules"
				fields={ fields }
				titleField="source"
				columns={ [ 'target', 'code', 'hits', 'last_hit_on', 'state' ] }
				phoneField="target"
				sort={ { field: 'id', direction: 'desc' } }
				searchLabel={ __( 'Search redirects', 'igny8' ) }
				isItemClickable={ () => true }
				onClickItem={ onEdit }
				actions={ actions( { onEdit, onSet, onChoose: setChosen } ) }
				metrics={ metrics }
				empty={ <Nothing onEdit={ onEdit } /> }
			/>
			{ chosen?.what === 'delete' && (
				<Delete
					rows={ chosen.rows }
					onDone={ onDone }
					onClose={ () => setChosen( null ) }
				/>
			) }
			{ chosen?.what === 'group' && (
				<Move
					rows={ chosen.rows }
					groups={ status?.groups ?? [] }
					onMove={ ( group ) => onSet( chosen.rows, { group } ) }
					onClose={ () => setChosen( null ) }
				/>
			) }
		</>
	);
}

const ids = ( rows ) => rows.map( ( { id } ) => id );

const changedWords = ( count ) =>
	sprintf(
		/* translators: %s: number of redirects. */
		_n( '%s redirect changed.', '%s redirects changed.', count, 'igny8' ),
		number( count )
	);

function makeFields( status ) {
	const named = ( names ) =>
		names.map( ( name ) => ( { value: name, label: name } ) );
	return [
		{
			id: 'source',
			label: __( 'Old address', 'igny8' ),
			enableHiding: false,
			enableSorting: false,
			render: ( { item } ) => <Source rule={ item } />,
		},
		{
			id: 'target',
			label: __( 'Leads to', 'igny8' ),
			enableSorting: false,
			render: ( { item } ) => <Target rule={ item } />,
		},
		{
			id: 'code',
			label: __( 'Status', 'igny8' ),
			elements: choices( CODES ),
			enableSorting: false,
			filterBy: ANY,
			render: ( { item } ) => item.code,
		},
		{
			id: 'match',
			label: __( 'Meets', 'igny8' ),
			elements: choices( MATCHES ),
			enableSorting: false,
			filterBy: ANY,
		},
		{
			id: 'group',
			label: __( 'Group', 'igny8' ),
			elements: named( status?.groups ?? [] ),
			enableSorting: false,
			filterBy: ANY,
			render: ( { item } ) => item.group || '–',
		},
		{
			id: 'origin',
			label: __( 'Made by', 'igny8' ),
			elements: ( status?.origins ?? [] ).map( ( value ) => ( {
				value,
				label: originWords( value ),
			} ) ),
			enableSorting: false,
			filterBy: ANY,
			render: ( { item } ) => originWords( item.origin ) || '–',
		},
		{
			id: 'hits',
			label: __( 'Visitors', 'igny8' ),
			render: ( { item } ) => number( item.hits ),
		},
		{
			id: 'last_hit_on',
			label: __( 'Last', 'igny8' ),
			render: ( { item } ) => item.last_hit_on || '–',
		},
		{
			id: 'state',
			label: __( 'State', 'igny8' ),
			elements: [
				{ value: 'on', label: __( 'On', 'igny8' ) },
				{ value: 'off', label: __( 'Off', 'igny8' ) },
			],
			enableSorting: false,
			filterBy: { operators: [ 'is' ] },
			getValue: ( { item } ) => ( isLive( item ) ? 'on' : 'off' ),
			render: ( { item } ) => <State rule={ item } />,
		},
		{ id: 'id', label: __( 'Newest', 'igny8' ), enableHiding: true },
		{ id: 'priority', label: __( 'Priority', 'igny8' ) },
	];
}

const isLive = ( { is_on: isOn, group_on: groupOn } ) => isOn && groupOn;

function Source( { rule } ) {
	const kind = rule.match !== 'exact' && MATCHES[ rule.match ];
	const about = [
		kind,
		rule.always && __( 'also when the page exists', 'igny8' ),
		Object.keys( rule.conditions ).length > 0 &&
			__( 'with conditions', 'igny8' ),
		originWords( rule.origin ),
		rule.note,
	].filter( Boolean );
	return (
		<span className="igny8-cell">
			<strong className="igny8-redirects__address" dir="ltr">
				{ rule.source }
			</strong>
			{ about.length > 0 && (
				<span className="igny8-cell__note">
					{ about.join( ' · ' ) }
				</span>
			) }
		</span>
	);
}

function Target( { rule } ) {
	if ( rule.code >= 400 ) {
		return CODES[ rule.code ];
	}
	if ( rule.target_type !== 'url' && ! rule.target_url ) {
		return (
			<Badge
				status="missing"
				label={ __( 'Deleted or not published', 'igny8' ) }
			/>
		);
	}
	return (
		<span className="igny8-redirects__address" dir="auto">
			{ rule.target_text }
		</span>
	);
}

function State( { rule } ) {
	if ( ! rule.is_on ) {
		return <Badge status="off" label={ __( 'Off', 'igny8' ) } />;
	}
	return rule.group_on ? (
		<Badge status="active" label={ __( 'On', 'igny8' ) } />
	) : (
		<Badge status="off" label={ __( 'Group is off', 'igny8' ) } />
	);
}

function actions( { onEdit, onSet, onChoose } ) {
	return [
		{
			id: 'edit',
			label: __( 'Edit', 'igny8' ),
			icon: pencil,
			isPrimary: true,
			callback: ( [ rule ] ) => onEdit( rule ),
		},
		{
			id: 'try',
			label: __( 'Open the old address', 'igny8' ),
			icon: external,
			isEligible: ( { match } ) => match !== 'regex',
			callback: ( [ { source } ] ) =>
				window.open(
					window.igny8.urls.site.replace( /\/$/, '' ) + source,
					'_blank',
					'noopener'
				),
		},
		{
			id: 'on',
			label: __( 'Switch on', 'igny8' ),
			icon: seen,
			supportsBulk: true,
			isEligible: ( { is_on: isOn } ) => ! isOn,
			callback: ( rows ) => onSet( rows, { is_on: true } ),
		},
		{
			id: 'off',
			label: __( 'Switch off', 'igny8' ),
			icon: unseen,
			supportsBulk: true,
			isEligible: ( { is_on: isOn } ) => isOn,
			callback: ( rows ) => onSet( rows, { is_on: false } ),
		},
		{
			id: 'group',
			label: __( 'Move to a group', 'igny8' ),
			icon: tag,
			supportsBulk: true,
			callback: ( rows ) => onChoose( { what: 'group', rows } ),
		},
		{
			id: 'delete',
			label: __( 'Delete', 'igny8' ),
			icon: trash,
			isDestructive: true,
			supportsBulk: true,
			callback: ( rows ) => onChoose( { what: 'delete', rows } ),
		},
	];
}

function Delete( { rows, onDone, onClose } ) {
	const act = useAction( 'redirects.delete' );
	const onConfirm = async () => {
		const result = await act.run( { ids: ids( rows ) } );
		if ( result ) {
			onDone( {
				text: sprintf(
					/* translators: %s: number of redirects. */
					_n(
						'%s redirect deleted.',
						'%s redirects deleted.',
						result.deleted,
						'igny8'
					),
					number( result.deleted )
				),
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
					'Delete %s redirect?',
					'Delete %s redirects?',
					rows.length,
					'igny8'
				),
				number( rows.length )
			) }
			confirm={ __( 'Delete', 'igny8' ) }
			isDestructive
			isBusy={ act.isBusy }
			onConfirm={ onConfirm }
			onClose={ onClose }
		>
			<ErrorNotice error={ act.error } />
			<p>
				{ __(
					'Visitors of these addresses will see that the page was not found. You can undo it.',
					'igny8'
				) }
			</p>
		</Confirm>
	);
}

function Move( { rows, groups, onMove, onClose } ) {
	const [ name, setName ] = useState( rows[ 0 ].group );
	return (
		<Modal
			title={ __( 'Move to a group', 'igny8' ) }
			onRequestClose={ onClose }
			size="small"
		>
			<form
				className="igny8-form"
				onSubmit={ ( event ) => {
					event.preventDefault();
					onMove( name );
					onClose();
				} }
			>
				<TextControl
					__next40pxDefaultSize
					label={ __( 'Group', 'igny8' ) }
					help={ __(
						'A new name makes a new group; none takes them out of their group.',
						'igny8'
					) }
					value={ name }
					list="igny8-redirect-groups"
					onChange={ setName }
				/>
				<datalist id="igny8-redirect-groups">
					{ groups.map( ( group ) => (
						<option key={ group } value={ group } />
					) ) }
				</datalist>
				<Button variant="primary" type="submit">
					{ __( 'Move', 'igny8' ) }
				</Button>
			</form>
		</Modal>
	);
}

function Nothing( { onEdit } ) {
	return (
		<Panel>
			<EmptyState
				icon={ shuffle }
				title={ __( 'No redirects yet', 'igny8' ) }
				action={
					<Button variant="primary" onClick={ () => onEdit( {} ) }>
						{ __( 'Add the first redirect', 'igny8' ) }
					</Button>
				}
			>
				{ __(
					'When you change the address of a page, its redirect is made by itself. Others you add here, import from a file, or make from an address that was not found.',
					'igny8'
				) }
			</EmptyState>
		</Panel>
	);
}
