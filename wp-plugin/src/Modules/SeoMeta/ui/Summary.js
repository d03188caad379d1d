// How many pages have which problem; each card leads to them.
import { __ } from '@wordpress/i18n';
import MetricCards from '../../../../admin/parts/MetricCards';
import { address } from '../../../../admin/useRoute';

const CARDS = {
	title_duplicate: __( 'Same title', 'igny8' ),
	title_long: __( 'Title too long', 'igny8' ),
	description_missing: __( 'No description', 'igny8' ),
	description_long: __( 'Description too long', 'igny8' ),
	description_duplicate: __( 'Same description', 'igny8' ),
	noindex: __( 'noindex', 'igny8' ),
};

// Of all kinds of page together: two pages of different kinds may have the same title.
const OF_ALL = [ 'title_duplicate', 'description_duplicate' ];

/**
 * @param {Object}  props
 * @param {?Object} props.summary Of seo-meta.summary.
 * @param {string}  props.kind
 */
export default function Summary( { summary, kind } ) {
	const own = summary?.kinds.find( ( { kind: name } ) => name === kind );
	const metrics = Object.entries( CARDS ).map( ( [ problem, label ] ) => ( {
		label,
		value: summary
			? ( ( OF_ALL.includes( problem ) ? summary : own )?.[ problem ] ??
				0 )
			: null,
		note: OF_ALL.includes( problem )
			? __( 'of all kinds', 'igny8' )
			: undefined,
		href: address( { kind: kind === 'post' ? '' : kind, problem } ),
	} ) );
	return (
		<MetricCards
			label={ __( 'Published pages with problems', 'igny8' ) }
			metrics={ metrics }
		/>
	);
}
