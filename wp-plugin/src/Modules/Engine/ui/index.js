// What the engine module brings to the admin screens: its settings, the switches of all modules, roles, settings files.
import { __ } from '@wordpress/i18n';
import EngineTab from './EngineTab';
import ModulesTab from './ModulesTab';
import RolesTab from './RolesTab';
import TransferTab from './TransferTab';

export default {
	slug: 'engine',
	settingsTitle: __( 'Engine and site', 'igny8' ),
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
		{
			name: 'roles',
			title: __( 'Roles', 'igny8' ),
			Component: RolesTab,
			needs: 'engine.save_role',
		},
		{
			name: 'transfer',
			title: __( 'Export & import', 'igny8' ),
			Component: TransferTab,
			needs: 'engine.import_settings',
		},
	],
};
