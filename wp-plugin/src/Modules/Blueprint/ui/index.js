// What the blueprint module brings to the admin screens: setting up, reviewing and comparing plans, as views of the dashboard, and a settings tab.
import { __ } from '@wordpress/i18n';
import Review from './Review';
import Templates from './templates/Templates';
import Versions from './Versions';
import Wizard from './wizard/Wizard';

export default {
	slug: 'blueprint',
	views: { setup: Wizard, review: Review, versions: Versions },
	settings: [
		{
			name: 'templates',
			title: __( 'Sector templates', 'igny8' ),
			Component: Templates,
		},
	],
};
