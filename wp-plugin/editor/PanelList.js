// All panels for what is being edited.
import { useHost } from './host';
import { panels } from './panels';

export default function PanelList() {
	const { kind } = useHost();
	return (
		<div className="igny8-panels">
			{ panels
				.filter( ( { kinds } ) => ! kinds || kinds.includes( kind ) )
				.map( ( { name, Component } ) => (
					<Component key={ name } />
				) ) }
		</div>
	);
}
