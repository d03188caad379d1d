// The planned menu as a tree with the addresses its entries will have.

/**
 * @param {Object} props
 * @param {Array}  props.items   `{page, label, children}` each, with their `path` where there are no pages.
 * @param {Array}  [props.pages] Pages of the plan.
 */
export default function MenuTree( { items, pages = [] } ) {
	const paths = new Map( pages.map( ( { id, path } ) => [ id, path ] ) );
	return <Branch items={ items } paths={ paths } />;
}

function Branch( { items, paths } ) {
	return (
		<ul className="igny8-tree">
			{ items.map( ( { page, label, path, children } ) => (
				<li key={ `${ page }-${ label }` }>
					<span className="igny8-tree__item">
						<span>{ label }</span>
						<code dir="ltr">{ path ?? paths.get( page ) }</code>
					</span>
					{ children.length > 0 && (
						<Branch items={ children } paths={ paths } />
					) }
				</li>
			) ) }
		</ul>
	);
}
