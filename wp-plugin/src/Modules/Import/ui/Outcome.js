// What an import has brought.
import { __ } from '@wordpress/i18n';
import MetricCards from '../../../../admin/parts/MetricCards';
import Notes from './Notes';
import { KINDS } from './words';

/**
 * @param {Object} props
 * @param {Object} props.source One of import.detect.
 */
export default function Outcome( { source } ) {
	return (
		<>
			<MetricCards
				label={ __( 'What was imported', 'igny8' ) }
				metrics={ Object.entries( KINDS ).map(
					( [ kind, label ] ) => ( {
						label,
						value: source.counts[ kind ] ?? 0,
					} )
				) }
			/>
			<Notes notes={ source.notes } />
		</>
	);
}
