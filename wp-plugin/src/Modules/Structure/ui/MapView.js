// The view Map: all clusters as a tree in columns, links of the chosen one as lines, and the same as a list for small screens and readers.
import { Button, SearchControl } from '@wordpress/components';
import { useMediaQuery, useResizeObserver } from '@wordpress/compose';
import { useDeferredValue, useMemo, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { lineSolid, plus } from '@wordpress/icons';
import { CLUSTER_TYPES } from '../../../../admin/words';
import { attributeGroups } from './Clusters';
import { filterClusters, groupClusters } from './clusterTree';
import MapDetails from './MapDetails';
import MapList from './MapList';
import MapTree from './MapTree';
import { layout, zoomed } from './mapLayout';
import { marksOf } from './pending';
import { useStructure } from './useStructure';

const PADDING = 48; // Of the frame, both sides.

export default function MapView() {
	const { map, changes, titles } = useStructure();
	const isPhone = useMediaQuery( '(max-width: 782px)' );
	const [ wantsList, setWantsList ] = useState( false );
	const [ search, setSearch ] = useState( '' );
	const [ zoom, setZoom ] = useState( 1 );
	const [ chosen, setChosen ] = useState( null );
	const [ observer, { width } ] = useResizeObserver();
	const groups = useMemo(
		() => groupClusters( map.clusters, attributeGroups( map ) ),
		[ map ]
	);
	const plan = useMemo(
		() => layout( groups, Math.max( 320, ( width ?? 1000 ) - PADDING ) ),
		[ groups, width ]
	);
	const marks = useMemo(
		() => marksOf( changes?.changes ?? [], titles ),
		[ changes, titles ]
	);
	const links = useMemo(
		() => linksOf( map.links, chosen ),
		[ map, chosen ]
	);
	const wanted = useDeferredValue( search );
	const found = useMemo(
		() =>
			wanted
				? new Set(
						filterClusters( map.clusters, { search: wanted } ).map(
							( { id } ) => id
						)
					)
				: null,
		[ map, wanted ]
	);
	const cluster = map.clusters.find( ( { id } ) => id === chosen );
	const isList = isPhone || wantsList;
	const shared = { groups, found, links, chosen, onChoose: setChosen, marks };
	return (
		<>
			<div className="igny8-toolbar">
				<SearchControl
					className="igny8-toolbar__search"
					label={ __( 'Search the map', 'igny8' ) }
					placeholder={ __( 'Search the map', 'igny8' ) }
					size="compact"
					value={ search }
					onChange={ setSearch }
				/>
				<p className="igny8-quiet" role="status">
					{ found &&
						sprintf(
							/* translators: 1: clusters found, 2: all clusters. */
							__( '%1$d of %2$d clusters', 'igny8' ),
							found.size,
							map.clusters.length
						) }
				</p>
				<div className="igny8-toolbar__end">
					{ ! isList && <Zoom zoom={ zoom } onChange={ setZoom } /> }
					{ ! isPhone && (
						<div
							role="group"
							className="igny8-map__views"
							aria-label={ __( 'Show as', 'igny8' ) }
						>
							<Button
								size="compact"
								isPressed={ ! wantsList }
								onClick={ () => setWantsList( false ) }
							>
								{ __( 'Map', 'igny8' ) }
							</Button>
							<Button
								size="compact"
								isPressed={ wantsList }
								onClick={ () => setWantsList( true ) }
							>
								{ __( 'List', 'igny8' ) }
							</Button>
						</div>
					) }
				</div>
			</div>
			<div className="igny8-map">
				{ observer }
				{ isList ? (
					<MapList { ...shared } titles={ titles } />
				) : (
					<>
						<Legend clusters={ map.clusters } />
						<MapTree
							{ ...shared }
							plan={ plan }
							zoom={ zoom }
							onZoom={ setZoom }
						/>
					</>
				) }
			</div>
			{ cluster && ! isList && (
				<MapDetails
					cluster={ cluster }
					links={ links }
					titles={ titles }
					mark={ marks[ chosen ] }
					onChoose={ setChosen }
				/>
			) }
		</>
	);
}

/**
 * @param {Object[]} links  Of structure.map.
 * @param {?string}  chosen Id of a cluster.
 * @return {{out: Map<string, number>, in: Map<string, number>}} How many links go to each other cluster, and how many come from it.
 */
function linksOf( links, chosen ) {
	const pick = ( own, other ) =>
		new Map(
			links
				.filter( ( link ) => link[ own ] === chosen )
				.map( ( link ) => [ link[ other ], link.links ] )
		);
	return { out: pick( 'source', 'target' ), in: pick( 'target', 'source' ) };
}

function Zoom( { zoom, onChange } ) {
	return (
		<div
			className="igny8-map__zoom"
			role="group"
			aria-label={ __( 'Size', 'igny8' ) }
		>
			<Button
				size="compact"
				icon={ lineSolid }
				label={ __( 'Smaller', 'igny8' ) }
				onClick={ () => onChange( zoomed( zoom, -1 ) ) }
			/>
			<Button
				size="compact"
				onClick={ () => onChange( 1 ) }
				label={ sprintf(
					/* translators: %d: percentage. */
					__( '%d %%, fit to the width', 'igny8' ),
					Math.round( 100 * zoom )
				) }
			>
				{ `${ Math.round( 100 * zoom ) } %` }
			</Button>
			<Button
				size="compact"
				icon={ plus }
				label={ __( 'Larger', 'igny8' ) }
				onClick={ () => onChange( zoomed( zoom, 1 ) ) }
			/>
		</div>
	);
}

function Legend( { clusters } ) {
	const types = Object.keys( CLUSTER_TYPES ).filter( ( type ) =>
		clusters.some( ( row ) => row.type === type )
	);
	return (
		<ul
			className="igny8-legend igny8-map__legend"
			aria-label={ __( 'Types of clusters', 'igny8' ) }
		>
			{ types.map( ( type ) => (
				<li key={ type }>
					<span
						className={ `igny8-map__dot is-${ type }` }
						aria-hidden="true"
					/>
					{ CLUSTER_TYPES[ type ] }
				</li>
			) ) }
		</ul>
	);
}
