// Entry of the block editor's sidebar: one sidebar, the panels that modules bring along.
import { PluginSidebar, PluginSidebarMoreMenuItem } from '@wordpress/editor';
import { registerPlugin } from '@wordpress/plugins';
import { panels } from './panels';

const NAME = 'igny8';

function Sidebar() {
	return (
		<>
			<PluginSidebarMoreMenuItem target={ NAME }>
				IGNY8
			</PluginSidebarMoreMenuItem>
			<PluginSidebar name={ NAME } title="IGNY8">
				{ panels.map( ( { name, Component } ) => (
					<Component key={ name } />
				) ) }
			</PluginSidebar>
		</>
	);
}

registerPlugin( NAME, { render: Sidebar } );
