// What the seo-meta module brings to the admin screens: the list "Titles & meta" and its settings.
import { __ } from '@wordpress/i18n';
import Breadcrumbs from './settings/Breadcrumbs';
import Social from './settings/Social';
import Titles from './settings/Titles';
import Verification from './settings/Verification';
import TitlesMeta from './TitlesMeta';

const needs = 'engine.save_settings';

export default {
	slug: 'seo-meta',
	Screen: TitlesMeta,
	settingsTitle: __( 'Titles & meta', 'igny8' ),
	settings: [
		{
			name: 'titles',
			title: __( 'Titles', 'igny8' ),
			Component: Titles,
			needs,
		},
		{
			name: 'social',
			title: __( 'Social', 'igny8' ),
			Component: Social,
			needs,
		},
		{
			name: 'verification',
			title: __( 'Verification & robots', 'igny8' ),
			Component: Verification,
			needs,
		},
		{
			name: 'breadcrumbs',
			title: __( 'Breadcrumbs', 'igny8' ),
			Component: Breadcrumbs,
			needs,
		},
	],
};
