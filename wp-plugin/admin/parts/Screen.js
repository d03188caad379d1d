// The frame of every screen: heading, actions, tabs, content.
import { useEffect, useRef } from '@wordpress/element';
import { __, isRTL } from '@wordpress/i18n';
import { Button } from '@wordpress/components';
import { Icon, chevronLeft, chevronRight } from '@wordpress/icons';
import { address, go } from '../useRoute';

// Of the page, not of a component: another view of a screen brings a frame of its own.
let hasShown = false;

/**
 * @param {Object}  props
 * @param {string}  props.title
 * @param {Element} [props.subtitle]
 * @param {Element} [props.badge]    Beside the title.
 * @param {Element} [props.actions]  Buttons of the whole screen.
 * @param {?Object} [props.back]     `{label, to}`: a view above this one.
 * @param {Array}   [props.tabs]     `{name, title, to}` each; `to` is a change of the address.
 * @param {string}  [props.tab]      Name of the open one.
 * @param {boolean} [props.isNarrow] Keeps lines of text and forms readable.
 * @param {Element} props.children
 */
export default function Screen( {
	title,
	subtitle,
	badge,
	actions,
	back,
	tabs,
	tab,
	isNarrow = false,
	children,
} ) {
	const heading = useRef();

	// A new view is announced by moving to its heading; the first one is the browser's own page load.
	useEffect( () => {
		if ( hasShown ) {
			heading.current?.focus();
		}
		hasShown = true;
	}, [ title ] );

	// On a phone the open tab may lie beyond the edge.
	const bar = useRef();
	useEffect( () => {
		bar.current
			?.querySelector( '[aria-current]' )
			?.scrollIntoView( { block: 'nearest', inline: 'nearest' } );
	}, [ tab ] );

	return (
		<div className="igny8-screen">
			<div className="igny8-screen__header">
				{ back && (
					<Link to={ back.to } className="igny8-screen__back">
						<Icon
							icon={ isRTL() ? chevronRight : chevronLeft }
							size={ 20 }
						/>
						{ back.label }
					</Link>
				) }
				<div className="igny8-screen__bar">
					<div className="igny8-screen__titles">
						<h1 ref={ heading } tabIndex={ -1 }>
							{ title }
							{ badge }
						</h1>
						{ subtitle && <p>{ subtitle }</p> }
					</div>
					{ actions && (
						<div className="igny8-screen__actions">{ actions }</div>
					) }
				</div>
				{ tabs && (
					<nav
						ref={ bar }
						className="igny8-screen__tabs"
						aria-label={ __( 'Views of this screen', 'igny8' ) }
					>
						{ tabs.map( ( { name, title: label, to } ) => (
							<Link
								key={ name }
								to={ to }
								aria-current={
									name === tab ? 'page' : undefined
								}
							>
								{ label }
							</Link>
						) ) }
					</nav>
				) }
			</div>
			<div
				className={
					isNarrow
						? 'igny8-screen__content is-narrow'
						: 'igny8-screen__content'
				}
			>
				{ children }
			</div>
		</div>
	);
}

/**
 * A link to a view of the same screen: no reload, but a real address for new tabs.
 *
 * @param {Object} props
 * @param {Object} props.to        Change of the address, as for `address`.
 * @param {string} [props.variant] Of a Button; a plain link without.
 */
export function Link( { to, variant, ...rest } ) {
	const onClick = ( event ) => {
		if (
			event.metaKey ||
			event.ctrlKey ||
			event.shiftKey ||
			event.button
		) {
			return;
		}
		event.preventDefault();
		go( to );
	};
	return variant ? (
		<Button
			variant={ variant }
			href={ address( to ) }
			onClick={ onClick }
			{ ...rest }
		/>
	) : (
		// eslint-disable-next-line jsx-a11y/anchor-has-content -- Content comes with the other properties.
		<a href={ address( to ) } onClick={ onClick } { ...rest } />
	);
}
