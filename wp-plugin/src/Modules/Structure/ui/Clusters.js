// The clusters of the active plan with how far their pages are; a row opens everything about one.
import { __, sprintf } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import DataTable from '../../../../admin/parts/DataTable';
import MetricCards from '../../../../admin/parts/MetricCards';
import { number } from '../../../../admin/times';
import useRoute from '../../../../admin/useRoute';
import {
	CLUSTER_STATUSES,
	CLUSTER_TYPES,
	options,
	phaseWords,
} from '../../../../admin/words';
import Cluster from './Cluster';

const ANY = { operators: [ 'isAny' ], isPrimary: true };

const FIELDS = [
	{
		id: 'title',
		label: __( 'Cluster', 'igny8' ),
		enableHiding: false,
	},
	{
		id: 'type',
		label: __( 'Type', 'igny8' ),
		elements: options( CLUSTER_TYPES ),
		filterBy: ANY,
	},
	{
		id: 'status',
		label: __( 'Status', 'igny8' ),
		elements: options( CLUSTER_STATUSES ),
		filterBy: ANY,
		enableSorting: false,
		render: ( { item } ) => (
			<Badge status={ item.status } words={ CLUSTER_STATUSES } />
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
		id: 'keyword_count',
		label: __( 'Keywords', 'igny8' ),
		type: 'integer',
		filterBy: false,
	},
	{
		id: 'page_count',
		label: __( 'Pages published', 'igny8' ),
		type: 'integer',
		filterBy: false,
		render: ( { item } ) => (
			<span className="igny8-ratio">
				{ sprintf(
					/* translators: 1: published pages, 2: all pages. */
					__( '%1$s of %2$s', 'igny8' ),
					number( item.pages_published ),
					number( item.page_count )
				) }
			</span>
		),
	},
	{
		id: 'score',
		label: __( 'Viability', 'igny8' ),
		type: 'integer',
		filterBy: false,
		render: ( { item } ) => <Score value={ item.score } />,
	},
];

const COLUMNS = [ 'type', 'status', 'phase', 'keyword_count', 'page_count' ];

/**
 * @param {Object} props
 * @param {Object} props.summary What useOperation gives for structure.summary.
 */
export default function Clusters( { summary } ) {
	const { route, go } = useRoute();
	const counts = summary.data?.clusters;
	const statuses = counts?.by_status ?? {};
	return (
		<>
			<DataTable
				operation="structure.clusters"
				rows="clusters"
				fields={ FIELDS }
				titleField="title"
				columns={ COLUMNS }
				phoneField="status"
				searchLabel={ __( 'Search clusters', 'igny8' ) }
				onClickItem={ ( { id } ) => go( { cluster: id } ) }
				metrics={
					<MetricCards
						label={ __( 'Clusters in figures', 'igny8' ) }
						metrics={ [
							{
								label: __( 'Clusters', 'igny8' ),
								value: counts?.total,
							},
							{
								label: CLUSTER_STATUSES.planned,
								value: counts && ( statuses.planned ?? 0 ),
							},
							{
								label: CLUSTER_STATUSES.in_progress,
								value: counts && ( statuses.in_progress ?? 0 ),
							},
							{
								label: CLUSTER_STATUSES.complete,
								value: counts && ( statuses.complete ?? 0 ),
								of: counts?.total,
							},
						] }
					/>
				}
			/>
			{ route.cluster && (
				<Cluster id={ route.cluster } onClose={ () => go( {} ) } />
			) }
		</>
	);
}

function Score( { value } ) {
	return (
		<span className="igny8-score">
			<span className="igny8-score__track" aria-hidden="true">
				<span style={ { inlineSize: `${ value }%` } } />
			</span>
			{ number( value ) }
		</span>
	);
}
