// The screen Structure: what the site is planned to be, from all sides, and what its owner wants to be different.
import { Button, SelectControl, Spinner } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { layout } from '@wordpress/icons';
import Badge from '../../../../admin/parts/Badge';
import EmptyState from '../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import Screen from '../../../../admin/parts/Screen';
import { can, site } from '../../../../admin/site';
import useOperation from '../../../../admin/useOperation';
import useRoute from '../../../../admin/useRoute';
import { VERSION_STATUSES } from '../../../../admin/words';
import Attributes from './Attributes';
import ChangeBar from './ChangeBar';
import Changes from './Changes';
import Cluster from './Cluster';
import Clusters from './Clusters';
import History from './History';
import Keywords from './Keywords';
import MapView from './MapView';
import Menu from './Menu';
import { StructureProvider, here, useStructureState } from './useStructure';

const VERSIONS = { per_page: 20 };

const VIEWS = {
	clusters: { title: __( 'Clusters', 'igny8' ), Component: Clusters },
	map: { title: __( 'Map', 'igny8' ), Component: MapView },
	attributes: { title: __( 'Attributes', 'igny8' ), Component: Attributes },
	keywords: { title: __( 'Keywords', 'igny8' ), Component: Keywords },
	menu: { title: __( 'Menu & addresses', 'igny8' ), Component: Menu },
	changes: { title: __( 'Changes', 'igny8' ), Component: Changes },
	history: { title: __( 'History', 'igny8' ), Component: History },
};

export default function Structure() {
	const { route, go } = useRoute();
	const structure = useStructureState();
	const { map, changes, version, status, error, reload } = structure;
	const isEmpty = map?.version === 0;
	const tab = VIEWS[ route.tab ] ? route.tab : 'clusters';
	const { Component } = VIEWS[ tab ];
	return (
		<StructureProvider value={ structure }>
			<Screen
				title={ __( 'Structure', 'igny8' ) }
				badge={
					status && (
						<Badge status={ status } words={ VERSION_STATUSES } />
					)
				}
				subtitle={ __(
					'The topics of your site, what people search for in each, and the pages that answer.',
					'igny8'
				) }
				actions={
					version > 0 && (
						<Versions version={ version } status={ status } />
					)
				}
				tabs={ isEmpty ? undefined : tabs( changes?.waiting ) }
				tab={ tab }
			>
				<ErrorNotice error={ error } onRetry={ reload } />
				{ isEmpty && <NothingYet /> }
				{ ! map && ! error && <Spinner /> }
				{ version > 0 && (
					<>
						<ChangeBar />
						<Component key={ tab } />
						{ route.cluster && (
							<Cluster
								id={ route.cluster }
								onClose={ () =>
									go( here( { tab: route.tab } ) )
								}
							/>
						) }
					</>
				) }
			</Screen>
		</StructureProvider>
	);
}

const tabs = ( waiting ) =>
	Object.entries( VIEWS ).map( ( [ name, { title } ] ) => ( {
		name,
		title:
			name === 'changes' && waiting > 0
				? /* translators: %d: number of changes. */
					sprintf( __( 'Changes (%d)', 'igny8' ), waiting )
				: title,
		to: here( { tab: name === 'clusters' ? '' : name } ),
	} ) );

function Versions( { version, status } ) {
	const { route, go } = useRoute();
	const { data } = useOperation( 'blueprint.list', VERSIONS );
	const all = data?.blueprints ?? [];
	return (
		<>
			{ all.length > 1 && (
				<SelectControl
					className="igny8-structure__version"
					label={ __( 'Plan', 'igny8' ) }
					labelPosition="side"
					size="compact"
					value={ version }
					options={ all.map( ( row ) => ( {
						value: row.version,
						label: sprintf(
							/* translators: 1: number of the plan's version, 2: its status. */
							__( 'Plan %1$d, %2$s', 'igny8' ),
							row.version,
							VERSION_STATUSES[ row.status ].toLowerCase()
						),
					} ) ) }
					onChange={ ( chosen ) =>
						go( { tab: route.tab, version: chosen } )
					}
				/>
			) }
			{ status === 'draft' && can( 'blueprint.apply' ) && (
				<Button
					variant="secondary"
					size="compact"
					href={ `${ site.urls.dashboard }&view=review&version=${ version }` }
				>
					{ __( 'Review and apply', 'igny8' ) }
				</Button>
			) }
		</>
	);
}

function NothingYet() {
	return (
		<Panel>
			<EmptyState
				icon={ layout }
				title={ __( 'There is no plan yet', 'igny8' ) }
				action={
					<Button variant="primary" href={ site.urls.dashboard }>
						{ __( 'Go to the next step', 'igny8' ) }
					</Button>
				}
			>
				{ __(
					'Once you have made a plan, its clusters and keywords are listed here, and you can change them.',
					'igny8'
				) }
			</EmptyState>
		</Panel>
	);
}
