// How much of its place a text takes: a bar for the eye, a sentence for everybody.
import { __, _n, sprintf } from '@wordpress/i18n';

/**
 * @param {Object} props
 * @param {string} props.text
 * @param {number} props.width In px.
 * @param {number} props.most  In px.
 * @param {number} props.least In px, below which there is room to say more.
 */
export default function Length( { text, width, most, least } ) {
	const characters = [ ...text ].length;
	const isLong = width > most;
	const state = isLong || width < least ? 'fair' : 'good';
	return (
		<div className={ `igny8-length is-${ state }` }>
			<div className="igny8-length__bar" aria-hidden="true">
				<span
					style={ {
						inlineSize: `${ Math.min( 100, ( width / most ) * 100 ) }%`,
					} }
				/>
			</div>
			<p>
				{ sprintf(
					/* translators: 1: pixels taken, 2: pixels there are. */
					__( '%1$d of %2$d pixels', 'igny8' ),
					width,
					most
				) }
				{ ' · ' }
				{ sprintf(
					/* translators: %d: number of characters. */
					_n( '%d character', '%d characters', characters, 'igny8' ),
					characters
				) }
				{ isLong && ` · ${ __( 'the end is cut off', 'igny8' ) }` }
			</p>
		</div>
	);
}
