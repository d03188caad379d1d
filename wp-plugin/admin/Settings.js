// The settings screen: a tab for each part that modules bring along.
import { __ } from '@wordpress/i18n';
import { modules } from './modules';
import Screen from './parts/Screen';
import { can } from './site';
import useRoute from './useRoute';

export default function Settings() {
	const { route } = useRoute();
	const all = modules
		.flatMap( ( { settings = [] } ) => settings )
		.filter( ( { needs } ) => ! needs || can( needs ) );
	const tabs = [
		...all.filter( ( { isLast } ) => ! isLast ),
		...all.filter( ( { isLast } ) => isLast ),
	];
	const tab = tabs.find( ( { name } ) => name === route.tab ) ?? tabs[ 0 ];
	return (
		<Screen
			title={ __( 'Settings', 'igny8' ) }
			tabs={ tabs.map( ( { name, title } ) => ( {
				name,
				title,
				to: { tab: name === tabs[ 0 ].name ? '' : name },
			} ) ) }
			tab={ tab?.name }
		>
			{ tab && <tab.Component key={ tab.name } /> }
		</Screen>
	);
}
