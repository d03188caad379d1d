// Step 3: facts and attributes on one side, the structure they lead to on the other.
import { __ } from '@wordpress/i18n';
import FactsFields from '../FactsFields';
import Attributes from './Attributes';
import ConnectPanel from './ConnectPanel';
import LivePreview from './LivePreview';
import StepButtons from './StepButtons';
import useDraft from './useDraft';

// A list of ten thousand is matched in the step that is about it, not at every tick here.
const QUICKLY = { keywords: [] };

export default function StructureStep( {
	record,
	set,
	open,
	engine,
	isConnected,
	draftKey,
} ) {
	const hasTrade = record.sectors.length > 0;
	const draft = useDraft( isConnected && hasTrade, draftKey, QUICKLY );
	return (
		<>
			<div className="igny8-columns igny8-wizard__columns is-even">
				<div className="igny8-form">
					<FactsFields
						facts={ record.facts }
						onChange={ ( facts ) => set( { facts } ) }
					/>
					{ draft.draft && (
						<Attributes
							proposed={ draft.draft.proposed }
							edits={ record.edits }
							isDetailed={ record.mode === 'detailed' }
							onChange={ ( edits ) => set( { edits } ) }
							onDetail={ () => set( { mode: 'detailed' } ) }
						/>
					) }
				</div>
				<div className="igny8-wizard__side">
					{ isConnected ? (
						<LivePreview
							{ ...draft }
							hasTrade={ hasTrade }
							onBack={ () => open( 'site' ) }
						/>
					) : (
						<ConnectPanel
							engine={ engine }
							why={ __(
								'The preview of your structure appears here as soon as the engine is connected. What you enter is kept.',
								'igny8'
							) }
						/>
					) }
				</div>
			</div>
			<StepButtons step="structure" record={ record } open={ open } />
		</>
	);
}
