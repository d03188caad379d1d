// What an import could not take along, with how often and where it was met.
import { __, sprintf } from '@wordpress/i18n';
import Panel from '../../../../admin/parts/Panel';
import { number } from '../../../../admin/times';
import { NOTES } from './words';

/**
 * @param {Object} props
 * @param {Array}  props.notes `{code, what, count, example}` each.
 */
export default function Notes( { notes } ) {
	if ( ! notes || notes.length === 0 ) {
		return null;
	}
	return (
		<Panel
			title={ __( 'Not carried over', 'igny8' ) }
			description={ __(
				'It stays in the other plugin’s data. Unknown variables are left out of titles, as visitors would read them.',
				'igny8'
			) }
		>
			<ul className="igny8-import__notes">
				{ notes.map( ( { code, what, count, example } ) => (
					<li key={ `${ code } ${ what }` }>
						<strong>{ NOTES[ code ] ?? code }:</strong>{ ' ' }
						<span dir="auto">{ what }</span>{ ' ' }
						<span className="igny8-import__where">
							{ sprintf(
								/* translators: 1: number of times, 2: an object, as post:12. */
								__( '%1$s×, as in %2$s', 'igny8' ),
								number( count ),
								example
							) }
						</span>
					</li>
				) ) }
			</ul>
		</Panel>
	);
}
