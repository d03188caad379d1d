// What a place says while nothing is there: what will be, and what to do for it.
import { Icon } from '@wordpress/icons';

/**
 * @param {Object}  props
 * @param {Object}  [props.icon]    From @wordpress/icons.
 * @param {string}  props.title
 * @param {Element} props.children  One or two sentences.
 * @param {Element} [props.action]  The button of the next step.
 * @param {boolean} [props.isSmall] Inside a card.
 */
export default function EmptyState( {
	icon,
	title,
	children,
	action,
	isSmall,
} ) {
	return (
		<div className={ `igny8-empty ${ isSmall ? 'is-small' : '' }` }>
			{ icon && <Icon icon={ icon } size={ isSmall ? 24 : 40 } /> }
			<p className="igny8-empty__title">{ title }</p>
			<div className="igny8-empty__text">{ children }</div>
			{ action && <div className="igny8-empty__action">{ action }</div> }
		</div>
	);
}
