// Every single thing that applying would create, change or leave, folded away.
import { __, sprintf } from '@wordpress/i18n';
import Panel from '../../../../admin/parts/Panel';
import { number } from '../../../../admin/times';

const ACTIONS = {
	create: __( 'Create', 'igny8' ),
	update: __( 'Change', 'igny8' ),
	adopt: __( 'Use yours', 'igny8' ),
};

const TYPES = {
	taxonomy: __( 'Taxonomy', 'igny8' ),
	term: __( 'Term', 'igny8' ),
};

/**
 * @param {Object} props
 * @param {Object} props.preview Result of blueprint.preview.
 */
export default function Changes( { preview } ) {
	const { changes, left, front_page: frontPage } = preview;
	return (
		<Panel title={ __( 'What applying does', 'igny8' ) }>
			<p>
				<strong>{ __( 'Front page:', 'igny8' ) }</strong> { frontPage }
			</p>
			{ changes.length > 0 && (
				<details className="igny8-details">
					<summary>
						{ sprintf(
							/* translators: %s: number of changes. */
							__( 'All changes (%s)', 'igny8' ),
							number( changes.length )
						) }
					</summary>
					<div className="igny8-details__scroll">
						<table className="igny8-plain">
							<thead>
								<tr>
									<th scope="col">
										{ __( 'Change', 'igny8' ) }
									</th>
									<th scope="col">
										{ __( 'What', 'igny8' ) }
									</th>
									<th scope="col">
										{ __( 'Name', 'igny8' ) }
									</th>
								</tr>
							</thead>
							<tbody>
								{ changes.map(
									( { action, type, object, note } ) => (
										<tr key={ `${ type }-${ object }` }>
											<td>
												{ ACTIONS[ action ] ?? action }
											</td>
											<td>{ TYPES[ type ] ?? type }</td>
											<td>
												{ note || object }
												{ note && note !== object && (
													<small>{ object }</small>
												) }
											</td>
										</tr>
									)
								) }
							</tbody>
						</table>
					</div>
				</details>
			) }
			{ left.length > 0 && (
				<details className="igny8-details">
					<summary>
						{ sprintf(
							/* translators: %s: number of taxonomies and terms. */
							__( 'No longer planned, but kept (%s)', 'igny8' ),
							number( left.length )
						) }
					</summary>
					<p>{ left.join( ', ' ) }</p>
				</details>
			) }
		</Panel>
	);
}
