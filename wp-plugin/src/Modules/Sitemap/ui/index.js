// What the sitemap module brings to the admin screens: three tabs of the settings.
import { __ } from '@wordpress/i18n';
import FeedsTab from './FeedsTab';
import RobotsTab from './RobotsTab';
import SitemapTab from './SitemapTab';

export default {
	slug: 'sitemap',
	settingsTitle: __( 'Sitemap and robots', 'igny8' ),
	settings: [
		{
			name: 'sitemap',
			title: __( 'Sitemap', 'igny8' ),
			Component: SitemapTab,
			needs: 'sitemap.status',
		},
		{
			name: 'robots',
			title: __( 'robots.txt', 'igny8' ),
			Component: RobotsTab,
			needs: 'sitemap.robots',
		},
		{
			name: 'feeds',
			title: __( 'llms.txt & feeds', 'igny8' ),
			Component: FeedsTab,
			needs: 'sitemap.llms',
		},
	],
};
