// An image chosen from the media library, or given by its address.
import { BaseControl, Button, TextControl } from '@wordpress/components';
import { useEffect, useId, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';

/**
 * @param {Object}        props
 * @param {string}        props.label
 * @param {string|number} props.value       Id of an attachment, an address, or ''.
 * @param {Function}      props.onChange    Gets the id as text, or an address.
 * @param {string}        [props.help]
 * @param {string}        [props.className]
 * @param {boolean}       [props.isIdOnly]  No address can be typed.
 */
export default function MediaField( {
	label,
	value,
	onChange,
	help,
	className,
	isIdOnly = false,
} ) {
	const id = useId();
	const source = useImage( value );
	const isId = /^\d+$/.test( String( value ) );
	const words = value
		? __( 'Choose another', 'igny8' )
		: __( 'Choose an image', 'igny8' );
	return (
		<BaseControl
			id={ id }
			help={ help }
			className={ `igny8-media ${ className ?? '' }` }
			__nextHasNoMarginBottom
		>
			<BaseControl.VisualLabel>{ label }</BaseControl.VisualLabel>
			<div className="igny8-media__row">
				{ source && (
					<img className="igny8-media__image" src={ source } alt="" />
				) }
				{ hasLibrary() && (
					<Button
						variant="secondary"
						aria-label={ `${ label }: ${ words }` }
						onClick={ () => choose( label, onChange ) }
					>
						{ words }
					</Button>
				) }
				{ value && (
					<Button
						variant="tertiary"
						aria-label={ `${ label }: ${ __( 'Remove', 'igny8' ) }` }
						onClick={ () => onChange( '' ) }
					>
						{ __( 'Remove', 'igny8' ) }
					</Button>
				) }
			</div>
			{ ! isIdOnly && ! isId && (
				<TextControl
					label={ `${ label }: ${ __( 'address', 'igny8' ) }` }
					hideLabelFromVision
					placeholder={ __( 'Or its address, https://…', 'igny8' ) }
					type="url"
					value={ value ?? '' }
					onChange={ onChange }
				/>
			) }
		</BaseControl>
	);
}

/**
 * @return {boolean} Whether this user may choose from the media library on this screen.
 */
export const hasLibrary = () => !! window.wp?.media;

/**
 * Opens the media library.
 *
 * @param {string}   title
 * @param {Function} onChange Gets the id of the chosen image as text.
 */
export function choose( title, onChange ) {
	const frame = window.wp?.media?.( {
		title,
		library: { type: 'image' },
		multiple: false,
	} );
	frame?.on( 'select', () =>
		onChange(
			String( frame.state().get( 'selection' ).first().get( 'id' ) )
		)
	);
	frame?.open();
}

/**
 * @param {string|number} value
 * @return {string} Address of a small version of the image, '' until it is known or when it is gone.
 */
function useImage( value ) {
	const [ source, setSource ] = useState( '' );
	useEffect( () => {
		let isWanted = true;
		const isId = /^\d+$/.test( String( value ?? '' ) );
		setSource( isId ? '' : String( value ?? '' ) );
		if ( isId && window.wp?.media ) {
			const attachment = window.wp.media.attachment( Number( value ) );
			attachment.fetch().then(
				() =>
					isWanted &&
					setSource(
						attachment.get( 'sizes' )?.medium?.url ??
							attachment.get( 'url' )
					),
				() => isWanted && setSource( '' )
			);
		}
		return () => {
			isWanted = false;
		};
	}, [ value ] );
	return source;
}
