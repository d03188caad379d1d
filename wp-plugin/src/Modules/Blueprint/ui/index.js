// What the blueprint module brings to the admin screens: planning, reviewing and comparing plans, as views of the dashboard.
import Plan from './Plan';
import Review from './Review';
import Versions from './Versions';

export default {
	slug: 'blueprint',
	views: { plan: Plan, review: Review, versions: Versions },
};
