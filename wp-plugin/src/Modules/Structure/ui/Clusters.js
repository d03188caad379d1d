// The clusters of a version in groups that fold, with filters, what waits for each, and all that can be decided about them.
import {
	Button,
	DropdownMenu,
	SearchControl,
	SelectControl,
} from '@wordpress/components';
import { useDeferredValue, useMemo, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import {
	chevronDown,
	chevronRight,
	moreVertical,
	plus,
} from '@wordpress/icons';
import Badge from '../../../../admin/parts/Badge';
import EmptyState from '../../../../admin/parts/EmptyState';
import MetricCards from '../../../../admin/parts/MetricCards';
import { Link } from '../../../../admin/parts/Screen';
import { number } from '../../../../admin/times';
import {
	CLUSTER_STATUSES,
	CLUSTER_TYPES,
	LEVELS,
	SOURCES,
	options,
	phaseWords,
} from '../../../../admin/words';
import { filterClusters, groupClusters, regroup } from './clusterTree';
import ClusterDialog, { DECISIONS } from './ClusterDialog';
import Refine from './Refine';
import { comingClusters, marksOf } from './pending';
import { here, useStructure } from './useStructure';

const NO_FILTERS = {
	search: '',
	attribute: '',
	type: '',
	status: '',
	phase: '',
	source: '',
};
const PHASES = [ 1, 2, 3, 4 ].map( ( value ) => ( {
	value,
	label: phaseWords( value ),
} ) );

// What clusters can be grouped by, and in which order the groups come.
const GROUPINGS = {
	attribute: { label: __( 'Attribute', 'igny8' ) },
	type: { label: __( 'Type', 'igny8' ), options: options( CLUSTER_TYPES ) },
	phase: { label: __( 'Phase', 'igny8' ), options: PHASES },
	status: {
		label: __( 'Status', 'igny8' ),
		options: options( CLUSTER_STATUSES ),
	},
};

export default function Clusters() {
	const { map, changes, titles, isChangeable } = useStructure();
	const [ filters, setFilters ] = useState( NO_FILTERS );
	const [ grouping, setGrouping ] = useState( 'attribute' );
	const [ folded, setFolded ] = useState( {} );
	const [ dialog, setDialog ] = useState( null );
	const wanted = useDeferredValue( filters );
	const marks = useMemo(
		() => marksOf( changes?.changes ?? [], titles ),
		[ changes, titles ]
	);
	const groups = useMemo(
		() => grouped( map, wanted, grouping ),
		[ map, wanted, grouping ]
	);
	const count = groups.reduce( ( sum, { rows } ) => sum + rows.length, 0 );
	return (
		<>
			<Figures clusters={ map.clusters } />
			<div className="igny8-toolbar">
				<FilterRow
					filters={ filters }
					onChange={ setFilters }
					groups={ map.groups }
				/>
				<SelectControl
					label={ __( 'Group by', 'igny8' ) }
					size="compact"
					value={ grouping }
					options={ Object.entries( GROUPINGS ).map(
						( [ value, { label } ] ) => ( { value, label } )
					) }
					onChange={ setGrouping }
				/>
				{ isChangeable && (
					<div className="igny8-toolbar__end">
						<Refine />
						<Button
							variant="secondary"
							size="compact"
							icon={ plus }
							onClick={ () => setDialog( { action: 'add' } ) }
						>
							{ __( 'Add a cluster', 'igny8' ) }
						</Button>
					</div>
				) }
			</div>
			<Coming clusters={ comingClusters( changes?.changes ?? [] ) } />
			<p className="screen-reader-text" role="status">
				{ sprintf(
					/* translators: %s: number of clusters. */
					_n( '%s cluster', '%s clusters', count, 'igny8' ),
					number( count )
				) }
			</p>
			{ count === 0 ? (
				<div className="igny8-panel">
					<EmptyState
						isSmall
						title={ __( 'No cluster matches', 'igny8' ) }
						action={
							<Button
								variant="secondary"
								onClick={ () => setFilters( NO_FILTERS ) }
							>
								{ __( 'Show all', 'igny8' ) }
							</Button>
						}
					>
						{ __(
							'Take a filter away, or search for another word.',
							'igny8'
						) }
					</EmptyState>
				</div>
			) : (
				<table className="igny8-clusters">
					<caption className="screen-reader-text">
						{ __( 'Clusters in groups', 'igny8' ) }
					</caption>
					<Head isChangeable={ isChangeable } />
					{ groups.map( ( group ) => (
						<Group
							key={ group.key }
							group={ group }
							isFolded={ folded[ group.key ] ?? false }
							onFold={ () =>
								setFolded( {
									...folded,
									[ group.key ]: ! folded[ group.key ],
								} )
							}
							marks={ marks }
							isChangeable={ isChangeable }
							onDecide={ setDialog }
						/>
					) ) }
				</table>
			) }
			{ dialog && (
				<ClusterDialog
					{ ...dialog }
					onClose={ () => setDialog( null ) }
				/>
			) }
		</>
	);
}

function grouped( map, filters, by ) {
	const found = filterClusters( map.clusters, filters );
	if ( by !== 'attribute' ) {
		const other = regroup( by, found, GROUPINGS[ by ].options );
		return groupClusters( other.clusters, other.groups );
	}
	return groupClusters( found, attributeGroups( map ) );
}

/**
 * @param {Object} map Of structure.map.
 * @return {Array} Its groups as groupClusters takes them.
 */
export const attributeGroups = ( { groups } ) =>
	groups.map( ( { attribute, name, level } ) => ( {
		key: attribute,
		name,
		level,
	} ) );

function Figures( { clusters } ) {
	const counted = ( status ) =>
		clusters.filter( ( row ) => row.status === status ).length;
	return (
		<MetricCards
			label={ __( 'Clusters in figures', 'igny8' ) }
			metrics={ [
				{ label: __( 'Clusters', 'igny8' ), value: clusters.length },
				{
					label: CLUSTER_STATUSES.planned,
					value: counted( 'planned' ),
				},
				{
					label: CLUSTER_STATUSES.in_progress,
					value: counted( 'in_progress' ),
				},
				{
					label: CLUSTER_STATUSES.complete,
					value: counted( 'complete' ),
					of: clusters.length,
				},
			] }
		/>
	);
}

function FilterRow( { filters, onChange, groups } ) {
	const set = ( name ) => ( value ) =>
		onChange( ( old ) => ( { ...old, [ name ]: value } ) );
	const select = ( name, label, choices ) => (
		<SelectControl
			label={ label }
			size="compact"
			value={ filters[ name ] }
			options={ [
				{ value: '', label: __( 'All', 'igny8' ) },
				...choices,
			] }
			onChange={ set( name ) }
		/>
	);
	return (
		<>
			<SearchControl
				className="igny8-toolbar__search"
				label={ __( 'Search clusters', 'igny8' ) }
				placeholder={ __( 'Search clusters', 'igny8' ) }
				size="compact"
				value={ filters.search }
				onChange={ set( 'search' ) }
			/>
			{ select(
				'attribute',
				__( 'Attribute', 'igny8' ),
				groups.map( ( { attribute, name } ) => ( {
					value: attribute || 'none',
					label: name,
				} ) )
			) }
			{ select(
				'type',
				__( 'Type', 'igny8' ),
				options( CLUSTER_TYPES )
			) }
			{ select(
				'status',
				__( 'Status', 'igny8' ),
				options( CLUSTER_STATUSES )
			) }
			{ select( 'phase', __( 'Phase', 'igny8' ), PHASES ) }
			{ select( 'source', __( 'From', 'igny8' ), options( SOURCES ) ) }
		</>
	);
}

function Coming( { clusters } ) {
	if ( clusters.length === 0 ) {
		return null;
	}
	return (
		<ul
			className="igny8-coming"
			aria-label={ __( 'Clusters of the next plan', 'igny8' ) }
		>
			{ clusters.map( ( { id, title, text } ) => (
				<li key={ id }>
					<Badge
						status="pending"
						label={ __( 'Next plan', 'igny8' ) }
					/>{ ' ' }
					<strong>{ title }</strong> <span>{ text }</span>
				</li>
			) ) }
		</ul>
	);
}

function Head( { isChangeable } ) {
	return (
		<thead>
			<tr>
				<th scope="col">{ __( 'Cluster', 'igny8' ) }</th>
				<th scope="col">{ __( 'Type', 'igny8' ) }</th>
				<th scope="col">{ __( 'Status', 'igny8' ) }</th>
				<th scope="col">{ __( 'Phase', 'igny8' ) }</th>
				<th scope="col" className="is-number">
					{ __( 'Keywords', 'igny8' ) }
				</th>
				<th scope="col" className="is-number">
					{ __( 'Pages published', 'igny8' ) }
				</th>
				<th scope="col">{ __( 'Viability', 'igny8' ) }</th>
				{ isChangeable && (
					<th scope="col">
						<span className="screen-reader-text">
							{ __( 'Actions', 'igny8' ) }
						</span>
					</th>
				) }
			</tr>
		</thead>
	);
}

function Group( { group, isFolded, onFold, marks, isChangeable, onDecide } ) {
	return (
		<tbody>
			<tr className="igny8-clusters__group">
				<th scope="rowgroup" colSpan={ isChangeable ? 8 : 7 }>
					<Button
						icon={ isFolded ? chevronRight : chevronDown }
						aria-expanded={ ! isFolded }
						onClick={ onFold }
					>
						{ group.name }
					</Button>
					{ group.level && <Badge label={ LEVELS[ group.level ] } /> }
					<span className="igny8-clusters__count">
						{ number( group.rows.length ) }
					</span>
				</th>
			</tr>
			{ ! isFolded &&
				group.rows.map( ( { cluster, depth } ) => (
					<Row
						key={ cluster.id }
						cluster={ cluster }
						depth={ depth }
						mark={ marks[ cluster.id ] }
						isChangeable={ isChangeable }
						onDecide={ onDecide }
					/>
				) ) }
		</tbody>
	);
}

function Row( { cluster, depth, mark, isChangeable, onDecide } ) {
	return (
		<tr className={ mark?.isGoing ? 'is-going' : undefined }>
			<th scope="row" style={ { '--depth': depth } }>
				<Link to={ here( { cluster: cluster.id } ) }>
					{ cluster.title }
				</Link>
				{ mark && (
					<span className="igny8-clusters__mark">{ mark.text }</span>
				) }
			</th>
			<td>{ CLUSTER_TYPES[ cluster.type ] }</td>
			<td>
				<Badge status={ cluster.status } words={ CLUSTER_STATUSES } />
			</td>
			<td>{ number( cluster.phase ) }</td>
			<td className="is-number">{ number( cluster.keyword_count ) }</td>
			<td className="is-number">
				{ sprintf(
					/* translators: 1: published pages, 2: all pages. */
					__( '%1$s of %2$s', 'igny8' ),
					number( cluster.pages_published ),
					number( cluster.page_count )
				) }
			</td>
			<td>
				<span className="igny8-score">
					<span className="igny8-score__track" aria-hidden="true">
						<span style={ { inlineSize: `${ cluster.score }%` } } />
					</span>
					{ number( cluster.score ) }
				</span>
			</td>
			{ isChangeable && (
				<td className="is-action">
					{ ! mark?.isGoing && (
						<Actions cluster={ cluster } onDecide={ onDecide } />
					) }
				</td>
			) }
		</tr>
	);
}

/**
 * What can be decided about a cluster.
 *
 * @param {Object}   props
 * @param {Object}   props.cluster
 * @param {Function} props.onDecide Gets `{action, cluster}` for ClusterDialog.
 */
export function Actions( { cluster, onDecide } ) {
	return (
		<DropdownMenu
			icon={ moreVertical }
			label={ sprintf(
				/* translators: %s: title of a cluster. */
				__( 'Change “%s”', 'igny8' ),
				cluster.title
			) }
			toggleProps={ { size: 'compact' } }
			popoverProps={ { placement: 'bottom-end' } }
			controls={ Object.entries( DECISIONS )
				.filter( ( [ action ] ) => action !== 'add' )
				.map( ( [ action, { title, icon } ] ) => ( {
					title,
					icon,
					isDisabled: action === 'split' && cluster.keyword_count < 2,
					onClick: () => onDecide( { action, cluster } ),
				} ) ) }
		/>
	);
}
