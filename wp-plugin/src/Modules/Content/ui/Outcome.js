// What came of the last writing or publishing: counts, and why some pages were left.
import { Notice } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import { number } from '../../../../admin/times';

/**
 * @param {Object}  props
 * @param {?Object} props.write   Result of content.run, summed over its steps.
 * @param {?Object} props.publish Result of content.publish, summed over its steps.
 */
export default function Outcome( { write, publish } ) {
	const result = publish ?? write;
	if ( ! result ) {
		return null;
	}
	const problems = ( publish?.pages ?? [] ).filter(
		( { code, note } ) => code !== 'published' && note
	);
	const failed = write?.pages_failed ?? problems.length;
	const isStopped = result.is_cancelled || result.remaining > 0;
	const parts = [
		isStopped && __( 'Stopped.', 'igny8' ),
		write &&
			sprintf(
				/* translators: %s: number of pages. */
				_n(
					'%s page was written.',
					'%s pages were written.',
					write.pages_drafted,
					'igny8'
				),
				number( write.pages_drafted )
			),
		publish &&
			sprintf(
				/* translators: 1: number of pages, 2: number of links. */
				__(
					'%1$s pages were published and %2$s links placed.',
					'igny8'
				),
				number( publish.pages_published ),
				number( publish.links_placed )
			),
		write &&
			failed > 0 &&
			sprintf(
				/* translators: %s: number of pages. */
				_n(
					'%s page failed; the list says why.',
					'%s pages failed; the list says why.',
					failed,
					'igny8'
				),
				number( failed )
			),
	];
	return (
		<Notice
			status={ failed > 0 ? 'warning' : 'success' }
			isDismissible={ false }
		>
			<p>{ parts.filter( Boolean ).join( ' ' ) }</p>
			{ problems.length > 0 && (
				<ul>
					{ problems.map( ( { page, title, note } ) => (
						<li key={ page }>
							{ title }: { note }
						</li>
					) ) }
				</ul>
			) }
		</Notice>
	);
}
