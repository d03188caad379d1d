// The dashboard: how far the site is, its figures, and the one thing to do next. Other views of it come from modules.
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { external } from '@wordpress/icons';
import Checklist from './dashboard/Checklist';
import EngineCard from './dashboard/EngineCard';
import Journey from './dashboard/Journey';
import PagesCard from './dashboard/PagesCard';
import RecentJobs from './dashboard/RecentJobs';
import { modules } from './modules';
import MetricCards from './parts/MetricCards';
import Screen from './parts/Screen';
import { has, site } from './site';
import useOperation from './useOperation';
import useRoute from './useRoute';

const NEWEST = { per_page: 1 };

export default function Dashboard() {
	const { route } = useRoute();
	const views = Object.assign(
		{},
		...modules.map( ( module ) => module.views ?? {} )
	);
	const View = views[ route.view ];
	return View ? <View /> : <Overview />;
}

function Overview() {
	const engine = useOperation( 'engine.status' );
	const newest = useOperation( 'blueprint.list', NEWEST );
	const structure = useOperation( 'structure.summary' );
	const content = useOperation( 'content.status' );
	const links = useOperation( 'linker.status' );
	return (
		<Screen
			title={ __( 'Dashboard', 'igny8' ) }
			subtitle={ site.siteName }
			actions={
				<Button
					variant="secondary"
					size="compact"
					href={ site.urls.site }
					target="_blank"
					icon={ external }
					iconPosition="right"
				>
					{ __( 'Visit site', 'igny8' ) }
				</Button>
			}
		>
			<Journey
				engine={ engine }
				newest={ newest }
				structure={ structure }
				content={ content }
			/>
			<MetricCards
				label={ __( 'Your site in figures', 'igny8' ) }
				metrics={ figures( structure.data, content.data, links.data ) }
			/>
			<div className="igny8-columns">
				<div>
					<Checklist />
					{ has( 'content' ) && <PagesCard content={ content } /> }
					<RecentJobs />
				</div>
				<div>
					<EngineCard engine={ engine } />
				</div>
			</div>
		</Screen>
	);
}

function figures( counts, pages, links ) {
	return [
		...( has( 'structure' )
			? [
					{
						label: __( 'Clusters', 'igny8' ),
						value: counts?.clusters.total,
						note: __( 'topics of your site', 'igny8' ),
						href: site.urls.structure,
					},
					{
						label: __( 'Keywords', 'igny8' ),
						value: counts?.keywords.total,
						note: __( 'phrases that people search for', 'igny8' ),
						href: `${ site.urls.structure }&tab=keywords`,
					},
				]
			: [] ),
		...( has( 'content' )
			? [
					{
						label: __( 'Pages published', 'igny8' ),
						value: pages?.published,
						of: pages?.total,
						href: site.urls.content,
					},
				]
			: [] ),
		...( has( 'linker' )
			? [
					{
						label: __( 'Links placed', 'igny8' ),
						value:
							links &&
							links.by_status.placed + links.by_status.listed,
						of: links?.total,
					},
				]
			: [] ),
	];
}
