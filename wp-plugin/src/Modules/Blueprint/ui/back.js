// The way back to the dashboard, the same from every view of a plan.
import { __ } from '@wordpress/i18n';

export const back = { label: __( 'Dashboard', 'igny8' ), to: {} };
