// The screen Import: which other SEO plugins left data here, and the way over from one of them.
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { download as downloadIcon } from '@wordpress/icons';
import Badge from '../../../../admin/parts/Badge';
import EmptyState from '../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import Screen from '../../../../admin/parts/Screen';
import { number } from '../../../../admin/times';
import useOperation from '../../../../admin/useOperation';
import useRoute from '../../../../admin/useRoute';
import Journey from './Journey';
import { KINDS, STATUSES } from './words';

export default function Import() {
	const { route } = useRoute();
	const found = useOperation( 'import.detect' );
	const sources = found.data?.sources ?? [];
	const chosen = sources.find( ( { source } ) => source === route.source );
	return (
		<Screen
			title={
				chosen
					? /* translators: %s: name of a plugin. */
						sprintf( __( 'Import from %s', 'igny8' ), chosen.name )
					: __( 'Import', 'igny8' )
			}
			subtitle={ __(
				'Take titles, descriptions, redirects and settings of another SEO plugin over. It and its data stay as they are.',
				'igny8'
			) }
			back={ chosen && { label: __( 'All plugins', 'igny8' ), to: {} } }
		>
			<ErrorNotice error={ found.error } onRetry={ found.reload } />
			{ chosen && <Journey key={ chosen.source } source={ chosen } /> }
			{ found.data && ! chosen && <Sources sources={ sources } /> }
		</Screen>
	);
}

function Sources( { sources } ) {
	if ( sources.length === 0 ) {
		return (
			<Panel>
				<EmptyState
					icon={ downloadIcon }
					title={ __( 'Nothing to import', 'igny8' ) }
				>
					{ __(
						'This site has no data of Yoast SEO, Rank Math, All in One SEO, SEOPress, The SEO Framework, Slim SEO or Redirection.',
						'igny8'
					) }
				</EmptyState>
			</Panel>
		);
	}
	return (
		<ul className="igny8-import__sources">
			{ sources.map( ( source ) => (
				<li key={ source.source }>
					<Source source={ source } />
				</li>
			) ) }
		</ul>
	);
}

function Source( { source } ) {
	const { go } = useRoute();
	const isNew = source.status === 'none' || source.status === 'rolled_back';
	return (
		<Panel
			title={ source.name }
			description={ [
				source.version &&
					/* translators: %s: version of a plugin. */
					sprintf( __( 'Version %s', 'igny8' ), source.version ),
				source.is_active
					? __( 'active', 'igny8' )
					: __( 'not active, its data is here', 'igny8' ),
			]
				.filter( Boolean )
				.join( ' · ' ) }
			actions={
				<Badge
					status={ TONES[ source.status ] }
					label={ STATUSES[ source.status ] }
				/>
			}
		>
			<dl className="igny8-import__counts">
				{ Object.entries( KINDS ).map( ( [ kind, label ] ) => (
					<div key={ kind }>
						<dt>{ label }</dt>
						<dd>{ number( source[ kind ] ) }</dd>
					</div>
				) ) }
			</dl>
			<Button
				variant={ isNew ? 'primary' : 'secondary' }
				onClick={ () => go( { source: source.source } ) }
			>
				{ isNew
					? /* translators: %s: name of a plugin. */
						sprintf( __( 'Preview %s', 'igny8' ), source.name )
					: /* translators: %s: name of a plugin. */
						sprintf( __( 'Go on with %s', 'igny8' ), source.name ) }
			</Button>
		</Panel>
	);
}

const TONES = {
	running: 'running',
	done: 'done',
	rolling_back: 'running',
	rolled_back: 'pending',
};
