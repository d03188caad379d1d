// Back and forth through a list of pages.
import { Button } from '@wordpress/components';
import { __, isRTL, sprintf } from '@wordpress/i18n';
import { chevronLeft, chevronRight } from '@wordpress/icons';
import { number } from '../times';

/**
 * @param {Object}   props
 * @param {number}   props.page     From 1.
 * @param {number}   props.perPage
 * @param {number}   props.total    Rows of all pages.
 * @param {Function} props.onChange Gets the page.
 */
export default function Pager( { page, perPage, total, onChange } ) {
	const pages = Math.ceil( total / perPage );
	if ( pages < 2 ) {
		return null;
	}
	return (
		<nav
			className="igny8-pager"
			aria-label={ __( 'Pages of the list', 'igny8' ) }
		>
			<Button
				icon={ isRTL() ? chevronRight : chevronLeft }
				label={ __( 'Previous page', 'igny8' ) }
				size="compact"
				disabled={ page <= 1 }
				accessibleWhenDisabled
				onClick={ () => onChange( page - 1 ) }
			/>
			<span>
				{ sprintf(
					/* translators: 1: number of this page, 2: number of pages. */
					__( '%1$s of %2$s', 'igny8' ),
					number( page ),
					number( pages )
				) }
			</span>
			<Button
				icon={ isRTL() ? chevronLeft : chevronRight }
				label={ __( 'Next page', 'igny8' ) }
				size="compact"
				disabled={ page >= pages }
				accessibleWhenDisabled
				onClick={ () => onChange( page + 1 ) }
			/>
		</nav>
	);
}
