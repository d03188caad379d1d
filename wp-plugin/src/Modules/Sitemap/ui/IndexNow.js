// IndexNow: the switch, what it sends and to whom, and the last announcements.
import { Button, ExternalLink, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import { ago } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import useOperation from '../../../../admin/useOperation';
import { Switch } from './Choices';

const STATUS = {
	queued: __( 'Waiting', 'igny8' ),
	sent: __( 'Sent', 'igny8' ),
	failed: __( 'Failed', 'igny8' ),
};
const TONES = { queued: 'pending', sent: 'done', failed: 'failed' };
const REASONS = {
	published: __( 'published', 'igny8' ),
	updated: __( 'changed', 'igny8' ),
	removed: __( 'removed', 'igny8' ),
	moved: __( 'moved', 'igny8' ),
	asked: __( 'asked for', 'igny8' ),
};

/**
 * @param {Object} props
 * @param {Object} props.settings Of useSettings.
 */
export default function IndexNow( { settings } ) {
	const isOn = !! settings.values.indexnow && ! settings.isDirty;
	return (
		<Panel
			title={ __( 'Tell search engines at once', 'igny8' ) }
			description={ __(
				'Google does not take part: it finds changes by the sitemap.',
				'igny8'
			) }
		>
			<Switch
				settings={ settings }
				name="indexnow"
				label={ __( 'IndexNow', 'igny8' ) }
				help={ __(
					'Sends the address of this site and of each page you publish, change or remove to api.indexnow.org, which passes them on to Bing, Yandex, Naver, Seznam and Yep. Nothing else is sent, and never while you save.',
					'igny8'
				) }
			/>
			<p>
				<ExternalLink href="https://www.indexnow.org/terms">
					{ __( 'Terms and privacy of IndexNow', 'igny8' ) }
				</ExternalLink>
			</p>
			{ isOn && <Announcements /> }
		</Panel>
	);
}

function Announcements() {
	const { data, error, reload } = useOperation( 'sitemap.pings', {
		per_page: 10,
	} );
	const ping = useAction( 'sitemap.ping' );
	if ( ! data ) {
		return <ErrorNotice error={ error } onRetry={ reload } />;
	}
	const isWaiting = data.pings.some( ( { status } ) => status === 'queued' );
	return (
		<>
			{ data.obstacle && (
				<Notice status="warning" isDismissible={ false }>
					{ data.obstacle }
				</Notice>
			) }
			<ErrorNotice error={ ping.error } onDismiss={ ping.clear } />
			{ data.pings.length === 0 ? (
				<p>
					{ __(
						'Nothing was announced yet. What you publish from now on is.',
						'igny8'
					) }
				</p>
			) : (
				<ul className="igny8-sitemap__pings">
					{ data.pings.map( ( row ) => (
						<li key={ row.id }>
							<Badge
								status={ TONES[ row.status ] }
								label={ STATUS[ row.status ] }
							/>
							<a href={ row.url }>
								<bdi>{ row.url }</bdi>
							</a>
							<span>
								{ REASONS[ row.reason ] ?? row.reason }
								{ row.sent_at && ` · ${ ago( row.sent_at ) }` }
								{ row.message && ` · ${ row.message }` }
							</span>
						</li>
					) ) }
				</ul>
			) }
			{ isWaiting && (
				<div className="igny8-buttons">
					<Button
						variant="secondary"
						isBusy={ ping.isBusy }
						disabled={ ping.isBusy }
						accessibleWhenDisabled
						onClick={ () => ping.run( {} ).then( reload ) }
					>
						{ __( 'Announce now', 'igny8' ) }
					</Button>
				</div>
			) }
		</>
	);
}
