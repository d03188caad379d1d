// The view of all versions of the plan.
import { __ } from '@wordpress/i18n';
import Screen, { Link } from '../../../../admin/parts/Screen';
import { can } from '../../../../admin/site';
import { back } from './back';
import VersionList from './VersionList';

const linkOf = ( version ) => ( { view: 'review', version } );

export default function Versions() {
	return (
		<Screen
			title={ __( 'Plans', 'igny8' ) }
			subtitle={ __(
				'A plan is never changed once it is made, so you can always go back.',
				'igny8'
			) }
			back={ back }
			actions={
				can( 'blueprint.create' ) && (
					<Link variant="primary" to={ { view: 'setup' } }>
						{ __( 'New plan', 'igny8' ) }
					</Link>
				)
			}
		>
			<VersionList linkOf={ linkOf } />
		</Screen>
	);
}
