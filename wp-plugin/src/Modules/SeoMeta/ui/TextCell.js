// A text of a page in the list: what is printed and where it comes from; a click makes it a field.
import { Button, TextControl, TextareaControl } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { pencil } from '@wordpress/icons';
import useAction from '../../../../admin/useAction';
import { useChanges } from './useChanges';

/**
 * @param {Object}    props
 * @param {Object}    props.item       Row of seo-meta.list.
 * @param {string}    props.field      As seo-meta.bulk names it.
 * @param {string}    props.label
 * @param {string}    props.own        What the owner wrote.
 * @param {string}    [props.printed]  What is printed, when that is something else.
 * @param {string}    [props.template] What applies without an own text.
 * @param {?Function} [props.measure]  Text → px.
 * @param {number}    [props.px]       Of what is printed.
 * @param {number}    [props.most]     px that fit.
 * @param {boolean}   [props.isLong]
 */
export default function TextCell( props ) {
	const {
		item,
		label,
		own,
		printed = own,
		template,
		px,
		most,
		isLong,
	} = props;
	const [ isOpen, setIsOpen ] = useState( false );
	const button = useRef( null );
	const wasOpen = useRef( false );
	useEffect( () => {
		if ( wasOpen.current && ! isOpen ) {
			button.current?.focus();
		}
		wasOpen.current = isOpen;
	}, [ isOpen ] );
	const words = sprintf(
		/* translators: 1: name of a field, 2: name of a page. */
		__( 'Edit %1$s of “%2$s”', 'igny8' ),
		label,
		item.name
	);
	return (
		// A click in here edits; it must not choose the row.
		// eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
		<div
			className={ `igny8-textcell ${ isOpen ? 'is-open' : '' }` }
			onClick={ ( event ) => event.stopPropagation() }
		>
			{ isOpen ? (
				<Field { ...props } onClose={ () => setIsOpen( false ) } />
			) : (
				<>
					<div className="igny8-textcell__text" dir="auto">
						{ printed || <span aria-hidden="true">–</span> }
					</div>
					<div className="igny8-textcell__foot">
						{ most && printed && (
							<Width
								px={ px }
								most={ most }
								isCut={ ! own && isLong }
							/>
						) }
						{ ! own && template && (
							<span
								className="igny8-textcell__from"
								title={ template }
							>
								{ __( 'template', 'igny8' ) }
							</span>
						) }
					</div>
					{ item.may_edit && (
						<Button
							ref={ button }
							className="igny8-textcell__pencil"
							icon={ pencil }
							size="small"
							label={ words }
							onClick={ () => setIsOpen( true ) }
						/>
					) }
				</>
			) }
		</div>
	);
}

/**
 * @param {Object}  props
 * @param {number}  props.px
 * @param {number}  props.most
 * @param {boolean} [props.isCut] Taken from the content and cut at a sentence: nobody has to shorten it.
 */
export function Width( { px, most, isCut = false } ) {
	const text = sprintf(
		/* translators: 1: width of a text, 2: width that fits, both in pixels. */
		__( '%1$d of %2$d px', 'igny8' ),
		px,
		most
	);
	return (
		<span
			className={ `igny8-width ${
				px > most && ! isCut ? 'is-long' : ''
			}` }
		>
			<span className="igny8-width__track" aria-hidden="true">
				<span
					style={ {
						inlineSize: `${ Math.min( 100, ( 100 * px ) / most ) }%`,
					} }
				/>
			</span>
			{ text }
		</span>
	);
}

function Field( {
	item,
	field,
	label,
	own,
	template,
	measure,
	most,
	isLong,
	onClose,
} ) {
	const { change } = useChanges();
	const [ text, setText ] = useState( own );
	const box = useRef( null );
	const save = useAction( ( value ) =>
		change( item, field, value === '' ? 'clear' : 'set', value ).then(
			() => true
		)
	);
	useEffect( () => {
		const input = box.current.querySelector( 'input, textarea' );
		input.focus();
		input.select();
	}, [] );
	const store = async ( value ) => {
		if ( value === own || ( await save.run( value ) ) ) {
			onClose();
		}
	};
	const Control = isLong ? TextareaControl : TextControl;
	// Variables are filled in by the server: only plain text can be measured here.
	const isPlain = text !== '' && ! text.includes( '{' );
	return (
		<form
			ref={ box }
			className="igny8-textcell__form"
			onSubmit={ ( event ) => {
				event.preventDefault();
				store( text.trim() );
			} }
		>
			<Control
				label={ sprintf(
					/* translators: 1: name of a field, 2: name of a page. */
					__( '%1$s of “%2$s”', 'igny8' ),
					label,
					item.name
				) }
				hideLabelFromVision
				rows={ isLong ? 4 : undefined }
				value={ text }
				placeholder={ template }
				dir="auto"
				className={ save.error ? 'has-error' : undefined }
				help={ save.error?.message }
				onChange={ setText }
				onKeyDown={ ( event ) => {
					if ( event.key === 'Escape' ) {
						event.stopPropagation();
						onClose();
					} else if ( event.key === 'Enter' ) {
						event.preventDefault();
						store( text.trim() );
					}
				} }
			/>
			<div className="igny8-textcell__foot">
				{ measure && isPlain && (
					<Width px={ measure( text ) } most={ most } />
				) }
				<Button
					type="submit"
					variant="primary"
					size="small"
					isBusy={ save.isBusy }
					disabled={ save.isBusy }
					accessibleWhenDisabled
				>
					{ __( 'Save', 'igny8' ) }
				</Button>
				<Button variant="tertiary" size="small" onClick={ onClose }>
					{ __( 'Cancel', 'igny8' ) }
				</Button>
				{ own && template && (
					<Button
						variant="tertiary"
						size="small"
						onClick={ () => store( '' ) }
					>
						{ __( 'Use the template', 'igny8' ) }
					</Button>
				) }
			</div>
		</form>
	);
}
