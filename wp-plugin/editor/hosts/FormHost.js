// The post, term or user of a classic form, for the panels: what they change waits in a hidden field until the form is sent.
import {
	useCallback,
	useEffect,
	useMemo,
	useRef,
	useState,
} from '@wordpress/element';
import { Host } from '../host';
import { listenToContent, readContent, readForm } from './readForm';

const REST_MS = 300; // Of the keyboard, before the form is read again.

/**
 * @param {Object}           props
 * @param {Object}           props.subject  `{ kind, subtype, id, fields, slug, link }` as Forms/Enhancement.php prints it.
 * @param {HTMLInputElement} props.field    Takes the changed fields as JSON.
 * @param {Object}           props.children
 */
export default function FormHost( { subject, field, children } ) {
	const { kind, subtype, id, slug, link } = subject;
	const [ changes, setChanges ] = useState( {} );
	const [ typed, setTyped ] = useState( () => readForm( kind, slug, link ) );
	const form = useRef( field.form );

	const change = useCallback(
		( values ) => setChanges( ( before ) => ( { ...before, ...values } ) ),
		[]
	);
	useEffect( () => {
		field.value =
			Object.keys( changes ).length > 0 ? JSON.stringify( changes ) : '';
	}, [ field, changes ] );

	useEffect( () => {
		let timer;
		const look = () => {
			clearTimeout( timer );
			timer = setTimeout( () => {
				const now = readForm( kind, slug, link );
				setTyped( ( before ) =>
					JSON.stringify( before ) === JSON.stringify( now )
						? before
						: now
				);
			}, REST_MS );
		};
		const { current } = form;
		current.addEventListener( 'input', look );
		current.addEventListener( 'change', look );
		// The slug and the featured image are changed by scripts, without an event.
		const observer = new window.MutationObserver( look );
		document
			.querySelectorAll( '#edit-slug-box, #postimagediv' )
			.forEach( ( box ) =>
				observer.observe( box, {
					childList: true,
					subtree: true,
					characterData: true,
				} )
			);
		return () => {
			clearTimeout( timer );
			current.removeEventListener( 'input', look );
			current.removeEventListener( 'change', look );
			observer.disconnect();
		};
	}, [ kind, slug, link ] );

	// A form that adds terms stays on the screen after it was sent: the next term begins empty.
	useEffect( () => {
		if ( kind !== 'term' || id ) {
			return undefined;
		}
		const reset = ( event, xhr, settings ) => {
			if ( settings?.data?.includes?.( 'action=add-tag' ) ) {
				setChanges( {} );
				setTyped( readForm( kind, slug, link ) );
			}
		};
		window.jQuery?.( document ).on( 'ajaxSuccess', reset );
		return () => window.jQuery?.( document ).off( 'ajaxSuccess', reset );
	}, [ kind, id, slug, link ] );

	const content = useCallback( () => readContent( kind ), [ kind ] );
	const onContent = useCallback(
		( callback ) => listenToContent( kind, callback ),
		[ kind ]
	);
	const host = useMemo(
		() => ( {
			kind,
			subtype,
			id,
			...typed,
			fields: { ...subject.fields, ...changes },
			change,
			content,
			onContent,
		} ),
		[
			kind,
			subtype,
			id,
			typed,
			subject,
			changes,
			change,
			content,
			onContent,
		]
	);
	return (
		<Host.Provider value={ host }>
			<div
				// Enter in a field of ours must not send WordPress' form.
				onKeyDown={ ( event ) => {
					if (
						event.key === 'Enter' &&
						event.target.tagName === 'INPUT'
					) {
						event.preventDefault();
					}
				} }
				role="presentation"
			>
				{ children }
			</div>
		</Host.Provider>
	);
}
