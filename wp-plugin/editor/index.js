// Entry of the block editor's sidebar: one sidebar with the panels that modules bring along, and theirs before publishing.
import {
	PluginPrePublishPanel,
	PluginSidebar,
	PluginSidebarMoreMenuItem,
} from '@wordpress/editor';
import { __ } from '@wordpress/i18n';
import { registerPlugin } from '@wordpress/plugins';
import BlockHost from './hosts/BlockHost';
import icon from './icon';
import './editor.scss';
import PanelList from './PanelList';
import { panelsBeforePublishing } from './panels';

const NAME = 'igny8';

function Sidebar() {
	return (
		<>
			<PluginSidebarMoreMenuItem target={ NAME } icon={ icon }>
				IGNY8
			</PluginSidebarMoreMenuItem>
			<PluginSidebar name={ NAME } title="IGNY8" icon={ icon }>
				<BlockHost>
					<PanelList />
				</BlockHost>
			</PluginSidebar>
			{ panelsBeforePublishing.map( ( { name, Component } ) => (
				<PluginPrePublishPanel
					key={ name }
					title={ __( 'IGNY8: most important findings', 'igny8' ) }
					initialOpen
					icon={ icon }
				>
					<BlockHost>
						<Component />
					</BlockHost>
				</PluginPrePublishPanel>
			) ) }
		</>
	);
}

registerPlugin( NAME, { render: Sidebar, icon } );
