// The settings screen: an area for each module that has settings, and in it a page for each part.
import { __ } from '@wordpress/i18n';
import { modules } from './modules';
import Screen, { Link } from './parts/Screen';
import { can } from './site';
import useRoute from './useRoute';

export default function Settings() {
	const { route } = useRoute();
	const areas = modules
		.map( ( { settings = [], settingsTitle } ) => ( {
			pages: settings.filter( ( { needs } ) => ! needs || can( needs ) ),
			settingsTitle,
		} ) )
		.filter( ( { pages } ) => pages.length > 0 );
	const hasPage = ( { pages } ) =>
		pages.some( ( { name } ) => name === route.tab );
	const area = areas.find( hasPage ) ?? areas[ 0 ];
	const page =
		area?.pages.find( ( { name } ) => name === route.tab ) ??
		area?.pages[ 0 ];
	const to = ( { name } ) => ( {
		tab: name === areas[ 0 ].pages[ 0 ].name ? '' : name,
	} );
	return (
		<Screen
			title={ __( 'Settings', 'igny8' ) }
			tabs={ areas.map( ( { pages, settingsTitle } ) => ( {
				name: pages[ 0 ].name,
				title: settingsTitle ?? pages[ 0 ].title,
				to: to( pages[ 0 ] ),
			} ) ) }
			tab={ area?.pages[ 0 ].name }
		>
			{ area?.pages.length > 1 && (
				<Pages pages={ area.pages } open={ page } to={ to } />
			) }
			{ page && <page.Component key={ page.name } /> }
		</Screen>
	);
}

function Pages( { pages, open, to } ) {
	return (
		<nav
			className="igny8-screen__pages"
			aria-label={ __( 'Pages of these settings', 'igny8' ) }
		>
			{ pages.map( ( page ) => (
				<Link
					key={ page.name }
					to={ to( page ) }
					aria-current={ page === open ? 'page' : undefined }
				>
					{ page.title }
				</Link>
			) ) }
		</nav>
	);
}
