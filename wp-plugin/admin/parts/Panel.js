// A white card with a heading, the unit screens are made of.

/**
 * @param {Object}  props
 * @param {string}  [props.title]
 * @param {Element} [props.description]
 * @param {Element} [props.actions]     Beside the title.
 * @param {boolean} [props.isFlush]     Content reaches the edges: tables and lists.
 * @param {string}  [props.className]
 * @param {Element} props.children
 */
export default function Panel( {
	title,
	description,
	actions,
	isFlush = false,
	className = '',
	children,
} ) {
	return (
		<section
			className={ `igny8-panel ${ isFlush ? 'is-flush' : '' } ${ className }` }
		>
			{ ( title || actions ) && (
				<div className="igny8-panel__header">
					<div>
						<h2>{ title }</h2>
						{ description && <p>{ description }</p> }
					</div>
					{ actions && (
						<div className="igny8-panel__actions">{ actions }</div>
					) }
				</div>
			) }
			<div className="igny8-panel__body">{ children }</div>
		</section>
	);
}
