// Many short labels in little room: the first ones, and the rest on demand.
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';

/**
 * @param {Object}   props
 * @param {string[]} props.labels
 * @param {number}   [props.limit] How many before the button.
 */
export default function Chips( { labels, limit = 12 } ) {
	const [ isOpen, setIsOpen ] = useState( false );
	const shown = isOpen ? labels : labels.slice( 0, limit );
	const hidden = labels.length - shown.length;
	return (
		<div className="igny8-chips">
			<ul>
				{ shown.map( ( label, index ) => (
					<li key={ `${ index }-${ label }` }>{ label }</li>
				) ) }
			</ul>
			{ hidden > 0 && (
				<Button variant="link" onClick={ () => setIsOpen( true ) }>
					{ sprintf(
						/* translators: %d: how many more labels there are. */
						__( '%d more', 'igny8' ),
						hidden
					) }
				</Button>
			) }
		</div>
	);
}
