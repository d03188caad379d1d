// One page before and after: what was compared, and the judgement of each.
import { __ } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import Scroll from './Scroll';
import { VERDICTS } from './words';

const TONES = { same: 'done', equivalent: 'running', differs: 'brief' };

/**
 * @param {Object}   props
 * @param {Object}   props.page       Of import.verify or import.preview.
 * @param {boolean}  [props.showsAll] What is the same too.
 * @param {?Element} [props.children] Before the table.
 */
export default function Page( { page, showsAll = false, children } ) {
	const rows = page.rows.filter(
		( { verdict } ) => showsAll || verdict !== 'same'
	);
	return (
		<details open={ showsAll || page.verdict === 'differs' }>
			<summary>
				<span dir="auto">{ page.name || page.object }</span>{ ' ' }
				<Badge
					status={ TONES[ page.verdict ] }
					label={ VERDICTS[ page.verdict ] }
				/>
			</summary>
			{ children }
			{ rows.length === 0 ? (
				<p>{ __( 'Everything is the same.', 'igny8' ) }</p>
			) : (
				<Scroll label={ page.name || page.object }>
					<table className="igny8-import__table">
						<thead>
							<tr>
								<th scope="col">{ __( 'What', 'igny8' ) }</th>
								<th scope="col">{ __( 'Before', 'igny8' ) }</th>
								<th scope="col">{ __( 'After', 'igny8' ) }</th>
								<th scope="col">
									{ __( 'Judgement', 'igny8' ) }
								</th>
							</tr>
						</thead>
						<tbody>
							{ rows.map( ( row ) => (
								<tr key={ row.what }>
									<th scope="row">{ row.what }</th>
									<td dir="auto">{ row.before || '–' }</td>
									<td dir="auto">{ row.after || '–' }</td>
									<td>
										<Badge
											status={ TONES[ row.verdict ] }
											label={ VERDICTS[ row.verdict ] }
										/>{ ' ' }
										{ row.why }
									</td>
								</tr>
							) ) }
						</tbody>
					</table>
				</Scroll>
			) }
		</details>
	);
}
