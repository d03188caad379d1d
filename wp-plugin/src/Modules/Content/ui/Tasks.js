// The table of pages with what can be done to each, alone or many at once.
import { __ } from '@wordpress/i18n';
import { external, pencil, published, seen, update } from '@wordpress/icons';
import Badge from '../../../../admin/parts/Badge';
import DataTable from '../../../../admin/parts/DataTable';
import MetricCards from '../../../../admin/parts/MetricCards';
import { can } from '../../../../admin/site';
import {
	PAGE_KINDS,
	TASK_STATUSES,
	options,
	phaseWords,
} from '../../../../admin/words';

const ANY = { operators: [ 'isAny' ], isPrimary: true };

const FIELDS = [
	{
		id: 'title',
		label: __( 'Page', 'igny8' ),
		enableHiding: false,
		render: ( { item } ) => <Title task={ item } />,
	},
	{
		id: 'kind',
		label: __( 'Kind', 'igny8' ),
		elements: options( PAGE_KINDS ),
		filterBy: ANY,
	},
	{
		id: 'status',
		label: __( 'Status', 'igny8' ),
		elements: options( TASK_STATUSES ),
		filterBy: ANY,
		render: ( { item } ) => (
			<Badge status={ statusOf( item ) } words={ TASK_STATUSES } />
		),
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
		id: 'cluster',
		label: __( 'Cluster', 'igny8' ),
		enableSorting: false,
		filterBy: false,
		render: ( { item } ) => item.cluster_title || '–',
	},
];

const COLUMNS = [ 'kind', 'cluster', 'phase', 'status' ];
const PHONE_COLUMNS = [ 'status' ];

const isBrief = ( { status, document_state: state } ) =>
	status === 'drafted' && state === 'brief';
const statusOf = ( task ) => ( isBrief( task ) ? 'brief' : task.status );
const isWritable = ( { status } ) =>
	[ 'planned', 'cancelled' ].includes( status );
const isReady = ( task ) => task.status === 'drafted' && ! isBrief( task );
const open = ( url ) => window.open( url, '_blank', 'noopener' );

/**
 * @param {Object}   props
 * @param {?Object}  props.summary   Result of content.summary.
 * @param {boolean}  props.isBusy    Something is being written or published.
 * @param {Function} props.onWrite   Gets ids of pages.
 * @param {Function} props.onPublish Gets ids of pages.
 */
export default function Tasks( { summary, isBusy, onWrite, onPublish } ) {
	return (
		<DataTable
			operation="content.list"
			rows="tasks"
			fields={ FIELDS }
			titleField="title"
			columns={ COLUMNS }
			phoneColumns={ PHONE_COLUMNS }
			getItemId={ ( { page } ) => page }
			searchLabel={ __( 'Search pages', 'igny8' ) }
			actions={ actions( isBusy, onWrite, onPublish ) }
			metrics={ <Metrics summary={ summary } /> }
		/>
	);
}

function actions( isBusy, onWrite, onPublish ) {
	const ids = ( items ) => items.map( ( { page } ) => page );
	return [
		{
			id: 'view',
			label: __( 'View', 'igny8' ),
			icon: external,
			isPrimary: true,
			isEligible: ( task ) =>
				task.status === 'published' && !! task.view_url,
			callback: ( [ task ] ) => open( task.view_url ),
		},
		{
			id: 'publish',
			label: __( 'Publish', 'igny8' ),
			icon: published,
			isPrimary: true,
			supportsBulk: true,
			disabled: isBusy,
			isEligible: ( task ) => can( 'content.publish' ) && isReady( task ),
			callback: ( items ) => onPublish( ids( items ) ),
		},
		{
			id: 'write',
			label: __( 'Write', 'igny8' ),
			icon: pencil,
			isPrimary: true,
			supportsBulk: true,
			disabled: isBusy,
			isEligible: ( task ) => can( 'content.run' ) && isWritable( task ),
			callback: ( items ) => onWrite( ids( items ) ),
		},
		{
			id: 'retry',
			label: __( 'Try again', 'igny8' ),
			icon: update,
			isPrimary: true,
			supportsBulk: true,
			disabled: isBusy,
			isEligible: ( task ) =>
				can( 'content.run' ) && task.status === 'failed',
			callback: ( items ) => onWrite( ids( items ) ),
		},
		{
			id: 'edit',
			label: __( 'Edit', 'igny8' ),
			icon: pencil,
			isEligible: ( task ) => !! task.edit_url,
			callback: ( [ task ] ) => {
				window.location.href = task.edit_url;
			},
		},
		{
			id: 'preview',
			label: __( 'Preview', 'igny8' ),
			icon: seen,
			isEligible: ( task ) =>
				!! task.preview_url && task.status !== 'published',
			callback: ( [ task ] ) => open( task.preview_url ),
		},
	];
}

function Title( { task } ) {
	const { title, path, error } = task;
	return (
		<span className="igny8-cell">
			<strong>{ title }</strong>
			<code dir="ltr">{ path }</code>
			{ error && (
				<span className="igny8-cell__error">{ error.message }</span>
			) }
		</span>
	);
}

function Metrics( { summary } ) {
	const counts = summary?.by_status ?? {};
	const value = ( count ) => ( summary ? ( count ?? 0 ) : null );
	return (
		<MetricCards
			label={ __( 'Pages in figures', 'igny8' ) }
			metrics={ [
				{
					label: __( 'To write', 'igny8' ),
					value: value( summary?.remaining.run ),
				},
				{
					label: __( 'Ready to publish', 'igny8' ),
					value: value( summary?.remaining.publish ),
				},
				{
					label: __( 'Published', 'igny8' ),
					value: value( counts.published ),
					of: summary?.total,
				},
				{
					label: __( 'Failed', 'igny8' ),
					value: value( counts.failed ),
				},
			] }
		/>
	);
}
