// The plan at a glance: its figures, its menu, its order of work, and what applying will do in detail.
import { __ } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import MetricCards from '../../../../admin/parts/MetricCards';
import Panel from '../../../../admin/parts/Panel';
import { number } from '../../../../admin/times';
import { CLUSTER_TYPES, phaseWords } from '../../../../admin/words';
import Changes from './Changes';
import MenuTree from './MenuTree';

/**
 * @param {Object}  props
 * @param {Object}  props.plan    Result of blueprint.show with the document.
 * @param {?Object} props.preview Result of blueprint.preview.
 */
export default function ReviewOverview( { plan, preview } ) {
	return (
		<>
			<MetricCards
				label={ __( 'The plan in figures', 'igny8' ) }
				metrics={ [
					{ label: __( 'Clusters', 'igny8' ), value: plan.clusters },
					{ label: __( 'Keywords', 'igny8' ), value: plan.keywords },
					{ label: __( 'Pages', 'igny8' ), value: plan.pages },
					{
						label: __( 'Links planned', 'igny8' ),
						value: plan.links,
					},
				] }
			/>
			<div className="igny8-columns is-even">
				<div>
					<Panel
						title={ __( 'Menu', 'igny8' ) }
						description={ preview?.menu.note }
					>
						<MenuTree
							items={ plan.document.menu }
							pages={ plan.document.pages }
						/>
					</Panel>
				</div>
				<div>
					<Panel title={ __( 'Clusters by type', 'igny8' ) } isFlush>
						<Bars
							counts={ plan.clusters_by_type }
							words={ CLUSTER_TYPES }
						/>
					</Panel>
					<Panel
						title={ __( 'Order of work', 'igny8' ) }
						description={ __(
							'What brings most goes first.',
							'igny8'
						) }
						isFlush
					>
						<ul className="igny8-rows">
							{ plan.document.execution.map(
								( { phase, title, pages } ) => (
									<li key={ phase }>
										<Badge label={ phaseWords( phase ) } />
										<span className="igny8-rows__main">
											{ title }
										</span>
										<strong>
											{ number( pages.length ) }
										</strong>
									</li>
								)
							) }
						</ul>
					</Panel>
					{ preview && <Changes preview={ preview } /> }
				</div>
			</div>
		</>
	);
}

function Bars( { counts, words } ) {
	const rows = Object.entries( counts ).sort( ( [ , a ], [ , b ] ) => b - a );
	const most = Math.max( 1, ...rows.map( ( [ , count ] ) => count ) );
	return (
		<ul className="igny8-bars">
			{ rows.map( ( [ name, count ] ) => (
				<li key={ name }>
					<span className="igny8-bars__label">
						{ words[ name ] ?? name }
					</span>
					<span className="igny8-bars__track" aria-hidden="true">
						<span
							style={ {
								inlineSize: `${ ( 100 * count ) / most }%`,
							} }
						/>
					</span>
					<strong>{ number( count ) }</strong>
				</li>
			) ) }
		</ul>
	);
}
