// A row of figures, each with what it means and, where it helps, how much of a whole it is.
import { number } from '../times';

/**
 * @param {Object} props
 * @param {Array}  props.metrics Each `{label, value, of?, note?, href?}`; a value of null is shown as still loading.
 * @param {string} [props.label] What the row is about, for screen readers.
 */
export default function MetricCards( { metrics, label } ) {
	return (
		<ul className="igny8-metrics" aria-label={ label }>
			{ metrics.map( ( metric ) => (
				<li key={ metric.label } className="igny8-metric">
					<Metric { ...metric } />
				</li>
			) ) }
		</ul>
	);
}

function Metric( { label, value, of, note, href } ) {
	const isLoading = value === null || value === undefined;
	return (
		<>
			<span className="igny8-metric__label">
				{ href ? <a href={ href }>{ label }</a> : label }
			</span>
			<strong
				className={ `igny8-metric__value ${ isLoading ? 'igny8-skeleton' : '' }` }
			>
				{ isLoading ? '\u00a0' : number( value ) }
				{ ! isLoading && of > 0 && (
					<span className="igny8-metric__of">
						{ ' ' }
						/ { number( of ) }
					</span>
				) }
			</strong>
			{ of > 0 && (
				<span className="igny8-metric__bar" aria-hidden="true">
					<span
						style={ {
							inlineSize: `${ ( 100 * ( value ?? 0 ) ) / of }%`,
						} }
					/>
				</span>
			) }
			{ note && <span className="igny8-metric__note">{ note }</span> }
		</>
	);
}
