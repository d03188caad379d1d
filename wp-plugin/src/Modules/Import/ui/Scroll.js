// A table that may be wider than a phone, reachable by the keyboard.

/**
 * @param {Object}  props
 * @param {string}  props.label
 * @param {Element} props.children
 */
export default function Scroll( { label, children } ) {
	return (
		<div
			className="igny8-import__scroll"
			role="region"
			aria-label={ label }
			tabIndex={ 0 }
		>
			{ children }
		</div>
	);
}
