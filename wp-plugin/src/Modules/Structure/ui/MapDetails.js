// What the map says about the chosen cluster, in words: where it comes from and which clusters it links to.
import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import Panel from '../../../../admin/parts/Panel';
import { Link } from '../../../../admin/parts/Screen';
import { number } from '../../../../admin/times';
import {
	CLUSTER_STATUSES,
	CLUSTER_TYPES,
	phaseWords,
} from '../../../../admin/words';
import { here } from './useStructure';

/**
 * @param {Object}   props
 * @param {Object}   props.cluster  Of structure.map.
 * @param {Object}   props.links    `{out, in}`.
 * @param {Object}   props.titles   By id.
 * @param {?Object}  props.mark     What waits for it.
 * @param {Function} props.onChoose Gets the id of another cluster.
 */
export default function MapDetails( {
	cluster,
	links,
	titles,
	mark,
	onChoose,
} ) {
	return (
		<Panel
			className="igny8-map__details"
			title={ cluster.title }
			actions={
				<Link
					variant="secondary"
					size="compact"
					to={ here( { tab: 'map', cluster: cluster.id } ) }
				>
					{ __( 'Open', 'igny8' ) }
				</Link>
			}
		>
			<div role="status">
				<p className="igny8-cluster__badges">
					<Badge
						status={ cluster.status }
						words={ CLUSTER_STATUSES }
					/>
					<Badge label={ CLUSTER_TYPES[ cluster.type ] } />
					<Badge label={ phaseWords( cluster.phase ) } />
					{ mark && <Badge status="pending" label={ mark.text } /> }
				</p>
				<p>
					{ cluster.reason }{ ' ' }
					<span className="igny8-quiet">{ cluster.origin }</span>
				</p>
			</div>
			<LinkList
				label={ __( 'Links to', 'igny8' ) }
				links={ links.out }
				titles={ titles }
				onChoose={ onChoose }
			/>
			<LinkList
				label={ __( 'Linked from', 'igny8' ) }
				links={ links.in }
				titles={ titles }
				onChoose={ onChoose }
			/>
		</Panel>
	);
}

function LinkList( { label, links, titles, onChoose } ) {
	if ( links.size === 0 ) {
		return null;
	}
	return (
		<div className="igny8-map__links">
			<h3>{ label }</h3>
			<ul className="igny8-links">
				{ [ ...links ].map( ( [ id, count ] ) => (
					<li key={ id }>
						<Button variant="link" onClick={ () => onChoose( id ) }>
							{ titles[ id ] }
						</Button>{ ' ' }
						<span className="igny8-quiet">
							{ linkWords( count ) }
						</span>
					</li>
				) ) }
			</ul>
		</div>
	);
}

/**
 * @param {number} count
 * @return {string} "3 links".
 */
export const linkWords = ( count ) =>
	sprintf(
		/* translators: %s: number of links. */
		_n( '%s link', '%s links', count, 'igny8' ),
		number( count )
	);
