// The keywords of the active plan, each with the cluster it belongs to.
import { __ } from '@wordpress/i18n';
import DataTable from '../../../../admin/parts/DataTable';
import MetricCards from '../../../../admin/parts/MetricCards';
import { Link } from '../../../../admin/parts/Screen';
import { number } from '../../../../admin/times';
import { INTENTS, STAGES, options } from '../../../../admin/words';

const ANY = { operators: [ 'isAny' ], isPrimary: true };
const orDash = ( value ) => ( value === null ? '–' : number( value ) );

const FIELDS = [
	{
		id: 'phrase',
		label: __( 'Keyword', 'igny8' ),
		enableHiding: false,
		render: ( { item } ) => (
			<span>
				{ item.phrase }
				{ item.is_primary && (
					<span className="igny8-mark">
						{ __( 'main', 'igny8' ) }
					</span>
				) }
			</span>
		),
	},
	{
		id: 'cluster',
		label: __( 'Cluster', 'igny8' ),
		enableSorting: false,
		filterBy: false,
		render: ( { item } ) => (
			<Link to={ { cluster: item.cluster } }>{ item.cluster_title }</Link>
		),
	},
	{
		id: 'intent',
		label: __( 'Intent', 'igny8' ),
		elements: options( INTENTS ),
		filterBy: ANY,
	},
	{
		id: 'stage',
		label: __( 'Stage', 'igny8' ),
		elements: options( STAGES ),
		filterBy: ANY,
	},
	{
		id: 'volume',
		label: __( 'Searches a month', 'igny8' ),
		type: 'integer',
		filterBy: false,
		render: ( { item } ) => orDash( item.volume ),
	},
	{
		id: 'difficulty',
		label: __( 'Difficulty', 'igny8' ),
		type: 'integer',
		filterBy: false,
		render: ( { item } ) => orDash( item.difficulty ),
	},
];

const COLUMNS = [ 'cluster', 'intent', 'stage' ];

/**
 * @param {Object} props
 * @param {Object} props.summary What useOperation gives for structure.summary.
 */
export default function Keywords( { summary } ) {
	const counts = summary.data?.keywords;
	return (
		<DataTable
			operation="structure.keywords"
			rows="keywords"
			fields={ FIELDS }
			titleField="phrase"
			columns={ COLUMNS }
			phoneField="cluster"
			getItemId={ ( { phrase } ) => phrase }
			searchLabel={ __( 'Search keywords', 'igny8' ) }
			metrics={
				<MetricCards
					label={ __( 'Keywords by intent', 'igny8' ) }
					metrics={ [
						{
							label: __( 'Keywords', 'igny8' ),
							value: counts?.total,
						},
						...Object.entries( INTENTS ).map(
							( [ intent, label ] ) => ( {
								label,
								value:
									counts &&
									( counts.by_intent[ intent ] ?? 0 ),
							} )
						),
					] }
				/>
			}
		/>
	);
}
