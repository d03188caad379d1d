// The engine's address and key, within the step that needs it.
import { __ } from '@wordpress/i18n';
import ErrorNotice from '../../../../../admin/parts/ErrorNotice';
import Panel from '../../../../../admin/parts/Panel';
import { can } from '../../../../../admin/site';
import ConnectForm from '../../../Engine/ui/ConnectForm';

/**
 * @param {Object} props
 * @param {Object} props.engine What useOperation gives for engine.status.
 * @param {string} props.why    What this step needs it for, as a sentence.
 */
export default function ConnectPanel( { engine, why } ) {
	if ( ! engine.data ) {
		return <ErrorNotice error={ engine.error } onRetry={ engine.reload } />;
	}
	return (
		<div className="igny8-wizard__connect">
			<p className="igny8-wizard__why">{ why }</p>
			{ can( 'engine.connect' ) ? (
				<ConnectForm
					url={ engine.data.url }
					onDone={ engine.reload }
					onCancel={ null }
				/>
			) : (
				<Panel>
					<p>
						{ __(
							'An administrator of this site connects it.',
							'igny8'
						) }
					</p>
				</Panel>
			) }
		</div>
	);
}
