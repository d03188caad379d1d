// What the engine module brings to the admin screens: its settings and the switches of all modules.
import { __ } from '@wordpress/i18n';
import EngineTab from './EngineTab';
import ModulesTab from './ModulesTab';

export default {
	slug: 'engine',
	settings: [
		{
			name: 'engine',
			title: __( 'Engine', 'igny8' ),
			Component: EngineTab,
			needs: 'engine.connect',
		},
		{
			name: 'modules',
			title: __( 'Modules', 'igny8' ),
			Component: ModulesTab,
			needs: 'engine.set_modules',
		},
	],
};
