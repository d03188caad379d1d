// The screen Redirects: rules, addresses that were not found, groups, test box, check, files and settings.
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import MetricCards from '../../../../admin/parts/MetricCards';
import Screen from '../../../../admin/parts/Screen';
import { number } from '../../../../admin/times';
import useOperation from '../../../../admin/useOperation';
import useRoute from '../../../../admin/useRoute';
import Check from './Check';
import Done from './Done';
import Files from './Files';
import Groups from './Groups';
import Misses from './Misses';
import Permalinks from './Permalinks';
import RuleDialog from './RuleDialog';
import Rules from './Rules';
import Settings from './Settings';
import TestBox from './TestBox';

const VIEWS = {
	rules: Rules,
	misses: Misses,
	groups: Groups,
	test: TestBox,
	check: Check,
	files: Files,
	settings: Settings,
};

export default function Redirects() {
	const { route } = useRoute();
	const status = useOperation( 'redirects.status' );
	const [ edited, setEdited ] = useState( null );
	const [ done, setDone ] = useState( null );
	const tab = VIEWS[ route.tab ] ? route.tab : 'rules';
	const View = VIEWS[ tab ];
	return (
		<Screen
			title={ __( 'Redirects', 'igny8' ) }
			subtitle={ __(
				'Visitors of old addresses arrive where the page is now.',
				'igny8'
			) }
			actions={
				<Button variant="primary" onClick={ () => setEdited( {} ) }>
					{ __( 'Add redirect', 'igny8' ) }
				</Button>
			}
			tabs={ tabs( status.data ) }
			tab={ tab }
		>
			<ErrorNotice error={ status.error } onRetry={ status.reload } />
			<Done
				done={ done }
				onClose={ ( text ) => setDone( text ? { text } : null ) }
			/>
			<Permalinks advice={ status.data?.permalinks } onDone={ setDone } />
			<View
				key={ tab }
				status={ status.data }
				metrics={ <Metrics status={ status.data } /> }
				onEdit={ setEdited }
				onDone={ setDone }
			/>
			{ edited && (
				<RuleDialog
					rule={ edited }
					groups={ status.data?.groups ?? [] }
					onSaved={ setDone }
					onClose={ () => setEdited( null ) }
				/>
			) }
		</Screen>
	);
}

function tabs( status ) {
	const missing = ( status?.misses ?? 0 ) + ( status?.removed ?? 0 );
	return [
		[ 'rules', __( 'Redirects', 'igny8' ) ],
		[
			'misses',
			missing > 0
				? sprintf(
						/* translators: %s: number of addresses. */
						__( 'Not found (%s)', 'igny8' ),
						number( missing )
					)
				: __( 'Not found', 'igny8' ),
		],
		[ 'groups', __( 'Groups', 'igny8' ) ],
		[ 'test', __( 'Test', 'igny8' ) ],
		[ 'check', __( 'Check', 'igny8' ) ],
		[ 'files', __( 'Import and export', 'igny8' ) ],
		[ 'settings', __( 'Settings', 'igny8' ) ],
	].map( ( [ name, title ] ) => ( {
		name,
		title,
		to: { tab: name === 'rules' ? '' : name },
	} ) );
}

function Metrics( { status } ) {
	return (
		<MetricCards
			label={ __( 'Redirects in figures', 'igny8' ) }
			metrics={ [
				{
					label: __( 'In effect', 'igny8' ),
					value: status?.live,
					of: status?.rules,
				},
				{
					label: __( 'Visitors redirected', 'igny8' ),
					value: status?.hits,
				},
				{
					label: __( 'Addresses not found', 'igny8' ),
					value: status?.misses,
				},
				{
					label: __( 'Also when the page exists', 'igny8' ),
					value: status?.always,
				},
			] }
		/>
	);
}
