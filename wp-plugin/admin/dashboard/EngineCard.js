// Whether the engine is connected and answers, in three lines.
import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import ErrorNotice from '../parts/ErrorNotice';
import Panel from '../parts/Panel';
import { can, site } from '../site';
import { number } from '../times';

/**
 * @param {Object} props
 * @param {Object} props.engine What useOperation gives for engine.status.
 */
export default function EngineCard( { engine: { data, error, reload } } ) {
	return (
		<Panel
			title={ __( 'Engine', 'igny8' ) }
			actions={
				can( 'engine.connect' ) && (
					<Button
						variant="tertiary"
						size="compact"
						href={ site.urls.settings }
					>
						{ __( 'Settings', 'igny8' ) }
					</Button>
				)
			}
		>
			<ErrorNotice error={ error } onRetry={ reload } />
			{ ! data && ! error && (
				<div className="igny8-skeleton igny8-skeleton--block" />
			) }
			{ data && <State { ...data } onRetry={ reload } /> }
		</Panel>
	);
}

function State( {
	is_connected: isConnected,
	is_working: isWorking,
	onRetry,
	...engine
} ) {
	if ( ! isConnected ) {
		return (
			<p className="igny8-light is-off">
				<strong>{ __( 'Not connected', 'igny8' ) }</strong>
				<span>
					{ __(
						'Everything that is already on your site works without it.',
						'igny8'
					) }
				</span>
			</p>
		);
	}
	if ( ! isWorking ) {
		return (
			<ErrorNotice
				status="warning"
				error={ engine.error }
				onRetry={ onRetry }
			/>
		);
	}
	return (
		<>
			<p className="igny8-light is-on">
				<strong>{ __( 'Connected', 'igny8' ) }</strong>
				<span>{ engine.url }</span>
			</p>
			<dl className="igny8-facts">
				<dt>{ __( 'Writes prose with', 'igny8' ) }</dt>
				<dd>
					{ engine.model ||
						__( 'no model: articles become briefs', 'igny8' ) }
				</dd>
				<dt>{ __( 'Version', 'igny8' ) }</dt>
				<dd>{ engine.version }</dd>
				<dt>{ __( 'At work', 'igny8' ) }</dt>
				<dd>
					{ engine.open_jobs === 0
						? __( 'idle', 'igny8' )
						: sprintf(
								/* translators: %s: number of jobs. */
								_n(
									'%s job',
									'%s jobs',
									engine.open_jobs,
									'igny8'
								),
								number( engine.open_jobs )
							) }
				</dd>
			</dl>
		</>
	);
}
