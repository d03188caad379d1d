// A score of 100 with its colour and its word.
import { __, sprintf } from '@wordpress/i18n';
import { rate } from './analysis/score';

const WORDS = {
	good: __( 'good', 'igny8' ),
	fair: __( 'fair', 'igny8' ),
	poor: __( 'needs work', 'igny8' ),
};

/**
 * @param {Object}  props
 * @param {?number} props.value null: nothing to show yet.
 */
export default function Score( { value } ) {
	if ( value === null || value === undefined ) {
		return null;
	}
	const rating = rate( value );
	return (
		<span className={ `igny8-score is-${ rating }` }>
			{ sprintf(
				/* translators: 1: a number up to 100, 2: good, fair or needs work. */
				__( '%1$d of 100, %2$s', 'igny8' ),
				value,
				WORDS[ rating ]
			) }
		</span>
	);
}
