// The map in words: groups, hubs and children as a nested list, the links of the chosen cluster below it.
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import { Link } from '../../../../admin/parts/Screen';
import {
	CLUSTER_STATUSES,
	CLUSTER_TYPES,
	LEVELS,
} from '../../../../admin/words';
import { linkWords } from './MapDetails';
import { here } from './useStructure';

/**
 * @param {Object}   props
 * @param {Array}    props.groups   Of groupClusters().
 * @param {?Set}     props.found    Ids that a search found; null without a search.
 * @param {Object}   props.links    `{out, in}` of the chosen cluster.
 * @param {?string}  props.chosen
 * @param {Function} props.onChoose
 * @param {Object}   props.marks
 * @param {Object}   props.titles
 */
export default function MapList( {
	groups,
	found,
	links,
	chosen,
	onChoose,
	marks,
	titles,
} ) {
	const shown = groups
		.map( ( group ) => ( {
			...group,
			rows: group.rows.filter(
				( { cluster } ) => ! found || found.has( cluster.id )
			),
		} ) )
		.filter( ( { rows } ) => rows.length > 0 );
	return (
		<div className="igny8-maplist">
			{ shown.map( ( { key, name, level, rows } ) => (
				<section key={ key } aria-label={ name }>
					<h2>
						{ name }{ ' ' }
						{ level && <Badge label={ LEVELS[ level ] } /> }
					</h2>
					<ul>
						{ rows.map( ( { cluster, depth } ) => (
							<li
								key={ cluster.id }
								style={ { '--depth': depth } }
							>
								<div className="igny8-maplist__row">
									<span
										className={ `igny8-map__dot is-${ cluster.type }` }
										aria-hidden="true"
									/>
									<Link
										to={ here( {
											tab: 'map',
											cluster: cluster.id,
										} ) }
									>
										{ cluster.title }
									</Link>
									<span className="igny8-quiet">
										{ [
											CLUSTER_TYPES[ cluster.type ],
											CLUSTER_STATUSES[ cluster.status ],
											marks[ cluster.id ]?.text,
										]
											.filter( Boolean )
											.join( ' · ' ) }
									</span>
									<Button
										variant="tertiary"
										size="small"
										aria-expanded={ chosen === cluster.id }
										onClick={ () =>
											onChoose(
												chosen === cluster.id
													? null
													: cluster.id
											)
										}
									>
										{ __( 'Links', 'igny8' ) }
										<span className="screen-reader-text">
											{ cluster.title }
										</span>
									</Button>
								</div>
								{ chosen === cluster.id && (
									<Links links={ links } titles={ titles } />
								) }
							</li>
						) ) }
					</ul>
				</section>
			) ) }
		</div>
	);
}

function Links( { links, titles } ) {
	const list = ( label, found ) =>
		found.size > 0 && (
			<p>
				<strong>{ label }</strong>{ ' ' }
				{ [ ...found ]
					.map(
						( [ id, count ] ) =>
							`${ titles[ id ] } (${ linkWords( count ) })`
					)
					.join( ', ' ) }
			</p>
		);
	return (
		<div className="igny8-maplist__links" role="status">
			{ list( __( 'Links to', 'igny8' ), links.out ) }
			{ list( __( 'Linked from', 'igny8' ), links.in ) }
			{ links.out.size + links.in.size === 0 && (
				<p>
					{ __( 'No links to other clusters are planned.', 'igny8' ) }
				</p>
			) }
		</div>
	);
}
