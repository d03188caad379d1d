// The table of pages with what can be done to each, alone or many at once.
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import {
	drafts,
	external,
	pencil,
	published,
	seen,
	update,
} from '@wordpress/icons';
import Badge from '../../../../admin/parts/Badge';
import DataTable from '../../../../admin/parts/DataTable';
import MetricCards from '../../../../admin/parts/MetricCards';
import { waiting } from '../../../../admin/nextStep';
import { refresh } from '../../../../admin/refresh';
import { can } from '../../../../admin/site';
import {
	PAGE_KINDS,
	PAGE_STATUSES,
	TASK_STATUSES,
	TEXT_STATES,
	options,
	phaseWords,
} from '../../../../admin/words';
import pageStatus, {
	isFailed,
	isPublishable,
	isPublished,
	isWritable,
	isWritten,
} from './pageStatus';
import QuickLook from './QuickLook';

const ANY = { operators: [ 'isAny' ], isPrimary: true };

const FIELDS = [
	{
		id: 'title',
		label: __( 'Page', 'igny8' ),
		enableHiding: false,
		render: ( { item } ) => <Title row={ item } />,
	},
	{
		id: 'kind',
		label: __( 'Kind', 'igny8' ),
		elements: options( PAGE_KINDS ),
		filterBy: ANY,
	},
	{
		id: 'cluster_title',
		label: __( 'Cluster', 'igny8' ),
		enableSorting: false,
		render: ( { item } ) => item.cluster_title || '–',
	},
	{
		id: 'phase',
		label: __( 'Phase', 'igny8' ),
		elements: [ 1, 2, 3, 4 ].map( ( value ) => ( {
			value,
			label: phaseWords( value ),
		} ) ),
		filterBy: ANY,
	},
	{
		id: 'status',
		label: __( 'Status', 'igny8' ),
		elements: options( TASK_STATUSES ),
		filterBy: ANY,
		render: ( { item } ) => (
			<Badge status={ pageStatus( item ) } words={ PAGE_STATUSES } />
		),
	},
	{
		id: 'state',
		label: __( 'Text', 'igny8' ),
		elements: options( TEXT_STATES ),
		enableSorting: false,
		filterBy: ANY,
		render: ( { item } ) => TEXT_STATES[ item.state ] ?? '–',
	},
	{
		id: 'published',
		label: __( 'Published', 'igny8' ),
		elements: [
			{ value: 'yes', label: __( 'Yes', 'igny8' ) },
			{ value: 'no', label: __( 'No', 'igny8' ) },
		],
		enableSorting: false,
		filterBy: { operators: [ 'is' ] },
		getValue: ( { item } ) => ( isPublished( item ) ? 'yes' : 'no' ),
	},
];

const COLUMNS = [ 'kind', 'cluster_title', 'phase', 'status' ];

/**
 * @param {Object}   props
 * @param {?Object}  props.status    Result of content.status.
 * @param {?number}  props.progress  How far the run is: the list is read again when it changes.
 * @param {boolean}  props.isBusy    Something is being written or published.
 * @param {Function} props.onWrite   Gets ids of pages, as the next two.
 * @param {Function} props.onRetry
 * @param {Function} props.onPublish
 */
export default function Tasks( {
	status,
	progress,
	isBusy,
	onWrite,
	onRetry,
	onPublish,
} ) {
	const [ looked, setLooked ] = useState( null );
	useEffect( () => {
		if ( progress !== null ) {
			refresh();
		}
	}, [ progress ] );
	return (
		<>
			<DataTable
				operation="content.list"
				rows="pages"
				fields={ FIELDS }
				titleField="title"
				columns={ COLUMNS }
				phoneField="status"
				searchLabel={ __( 'Search pages', 'igny8' ) }
				isItemClickable={ isWritten }
				onClickItem={ setLooked }
				actions={ actions( {
					isBusy,
					onWrite,
					onRetry,
					onPublish,
					onLook: setLooked,
				} ) }
				metrics={ <Metrics status={ status } /> }
			/>
			{ looked && (
				<QuickLook
					row={ looked }
					isBusy={ isBusy }
					onPublish={ () => {
						setLooked( null );
						onPublish( [ looked.id ] );
					} }
					onClose={ () => setLooked( null ) }
				/>
			) }
		</>
	);
}

function actions( { isBusy, onWrite, onRetry, onPublish, onLook } ) {
	const ids = ( rows ) => rows.map( ( { id } ) => id );
	const many = { isPrimary: true, supportsBulk: true, disabled: isBusy };
	return [
		{
			id: 'view',
			label: __( 'View', 'igny8' ),
			icon: external,
			isPrimary: true,
			isEligible: ( row ) => isPublished( row ) && !! row.url,
			callback: ( [ row ] ) =>
				window.open( row.url, '_blank', 'noopener' ),
		},
		{
			id: 'publish',
			label: __( 'Publish', 'igny8' ),
			icon: published,
			...many,
			isEligible: ( row ) =>
				can( 'content.publish' ) && isPublishable( row ),
			callback: ( rows ) => onPublish( ids( rows ) ),
		},
		{
			id: 'write',
			label: __( 'Write', 'igny8' ),
			icon: drafts,
			...many,
			isEligible: ( row ) => can( 'content.run' ) && isWritable( row ),
			callback: ( rows ) => onWrite( ids( rows ) ),
		},
		{
			id: 'retry',
			label: __( 'Try again', 'igny8' ),
			icon: update,
			...many,
			isEligible: ( row ) => can( 'content.retry' ) && isFailed( row ),
			callback: ( rows ) => onRetry( ids( rows ) ),
		},
		{
			id: 'look',
			label: __( 'Preview', 'igny8' ),
			icon: seen,
			isEligible: ( row ) => isWritten( row ) && ! isPublished( row ),
			callback: ( [ row ] ) => onLook( row ),
		},
		{
			id: 'edit',
			label: __( 'Edit', 'igny8' ),
			icon: pencil,
			isEligible: ( row ) => !! row.edit_url,
			callback: ( [ row ] ) => window.location.assign( row.edit_url ),
		},
	];
}

function Title( { row: { title, error } } ) {
	return (
		<span className="igny8-cell">
			<strong>{ title }</strong>
			{ error && (
				<span className="igny8-cell__error">{ error.message }</span>
			) }
		</span>
	);
}

function Metrics( { status } ) {
	return (
		<MetricCards
			label={ __( 'Pages in figures', 'igny8' ) }
			metrics={ [
				{
					label: __( 'To write', 'igny8' ),
					value: status && waiting( status ),
				},
				{
					label: __( 'Ready to publish', 'igny8' ),
					value: status?.publishable,
				},
				{
					label: __( 'Briefs for a writer', 'igny8' ),
					value: status?.briefs,
				},
				{
					label: __( 'Published', 'igny8' ),
					value: status?.published,
					of: status?.total,
				},
			] }
		/>
	);
}
