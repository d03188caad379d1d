// The screen Structure: the clusters and the keywords of the active plan.
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { layout } from '@wordpress/icons';
import EmptyState from '../../../../admin/parts/EmptyState';
import Panel from '../../../../admin/parts/Panel';
import Screen from '../../../../admin/parts/Screen';
import { site } from '../../../../admin/site';
import useOperation from '../../../../admin/useOperation';
import useRoute from '../../../../admin/useRoute';
import Clusters from './Clusters';
import Keywords from './Keywords';

const TABS = [
	{ name: 'clusters', title: __( 'Clusters', 'igny8' ), to: {} },
	{
		name: 'keywords',
		title: __( 'Keywords', 'igny8' ),
		to: { tab: 'keywords' },
	},
];

export default function Structure() {
	const { route } = useRoute();
	const summary = useOperation( 'structure.summary' );
	const isEmpty = summary.data?.version === 0;
	const tab = route.tab === 'keywords' ? 'keywords' : 'clusters';
	const Tab = tab === 'keywords' ? Keywords : Clusters;
	return (
		<Screen
			title={ __( 'Structure', 'igny8' ) }
			subtitle={ __(
				'The topics of your site, what people search for in each, and the pages that answer.',
				'igny8'
			) }
			tabs={ isEmpty ? undefined : TABS }
			tab={ tab }
		>
			{ isEmpty ? (
				<NothingYet />
			) : (
				<Tab key={ tab } summary={ summary } />
			) }
		</Screen>
	);
}

function NothingYet() {
	return (
		<Panel>
			<EmptyState
				icon={ layout }
				title={ __( 'No plan is active yet', 'igny8' ) }
				action={
					<Button variant="primary" href={ site.urls.dashboard }>
						{ __( 'Go to the next step', 'igny8' ) }
					</Button>
				}
			>
				{ __(
					'Once you have made a plan and applied it, its clusters and keywords are listed here.',
					'igny8'
				) }
			</EmptyState>
		</Panel>
	);
}
