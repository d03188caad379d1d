// A table of pages as they are and as they would be.
import { __ } from '@wordpress/i18n';

/**
 * @param {Object} props
 * @param {Array}  props.rows        `{key, name, before, after}` each; both may be elements.
 * @param {string} [props.className] Of the cells.
 */
export default function BeforeAfter( { rows, className } ) {
	if ( rows.length === 0 ) {
		return null;
	}
	return (
		<div
			className="igny8-bulk__scroll"
			tabIndex={ 0 }
			role="region"
			aria-label={ __( 'Before and after', 'igny8' ) }
		>
			<table className="igny8-plain">
				<thead>
					<tr>
						<th scope="col">{ __( 'Page', 'igny8' ) }</th>
						<th scope="col">{ __( 'Before', 'igny8' ) }</th>
						<th scope="col">{ __( 'After', 'igny8' ) }</th>
					</tr>
				</thead>
				<tbody>
					{ rows.map( ( { key, name, before, after } ) => (
						<tr key={ key }>
							<th scope="row" dir="auto">
								{ name }
							</th>
							<td className={ className } dir="auto">
								{ before || '–' }
							</td>
							<td className={ className } dir="auto">
								{ after || '–' }
							</td>
						</tr>
					) ) }
				</tbody>
			</table>
		</div>
	);
}
