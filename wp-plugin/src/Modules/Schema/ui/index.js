// What the schema module brings to the admin screens: a settings tab.
import { __ } from '@wordpress/i18n';
import SchemaSettings from './SchemaSettings';

export default {
	slug: 'schema',
	settings: [
		{
			name: 'schema',
			title: __( 'Schema', 'igny8' ),
			Component: SchemaSettings,
			needs: 'schema.check_site',
		},
	],
};
