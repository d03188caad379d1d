// The panels of seo-meta, in order, over one live preview and one analysis.
import { useHost } from '../../../../editor/host';
import AdvancedPanel from './AdvancedPanel';
import { AnalysisPanel, ReadabilityPanel } from './AnalysisPanels';
import KeyphrasePanel from './KeyphrasePanel';
import Live from './live/Live';
import SearchPanel from './SearchPanel';
import SocialPanel from './SocialPanel';

export default function SeoPanels() {
	const isPost = useHost().kind === 'post';
	return (
		<Live>
			<SearchPanel />
			<SocialPanel />
			<KeyphrasePanel />
			{ isPost && <AnalysisPanel /> }
			{ isPost && <ReadabilityPanel /> }
			<AdvancedPanel />
		</Live>
	);
}
