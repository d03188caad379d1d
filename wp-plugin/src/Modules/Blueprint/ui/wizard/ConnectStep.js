// Step 4: the engine, connected here or skipped for now.
import { __ } from '@wordpress/i18n';
import Connection from '../../../Engine/ui/Connection';
import ConnectPanel from './ConnectPanel';
import StepButtons from './StepButtons';

export default function ConnectStep( { record, open, engine, isConnected } ) {
	return (
		<>
			<div className="igny8-wizard__narrow">
				{ isConnected ? (
					<Connection
						status={ engine.data }
						onRetry={ engine.reload }
					/>
				) : (
					<ConnectPanel
						engine={ engine }
						why={ __(
							'The engine knows the trades and builds the structure. You can go on without it for now; the last step needs it.',
							'igny8'
						) }
					/>
				) }
			</div>
			<StepButtons
				step="connect"
				record={ record }
				open={ open }
				isFilled={ isConnected }
			/>
		</>
	);
}
