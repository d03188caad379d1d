// One attribute in detailed mode: its name, level and values, each to keep, rename, drop or add.
import {
	Button,
	CheckboxControl,
	SelectControl,
	TextControl,
} from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall, pencil } from '@wordpress/icons';
import { toLines } from '../../../../../admin/parts/Lines';
import { LEVELS, options } from '../../../../../admin/words';
import { add, change, remove, rename, tick } from './edits';

/**
 * @param {Object}   props
 * @param {Object}   props.attribute As `settle` gives it.
 * @param {Array}    props.edits
 * @param {Function} props.onChange
 */
export default function AttributeEditor( { attribute, edits, onChange } ) {
	const { slug, name, original, level, isDropped, isNew } = attribute;
	const set = ( patch ) => onChange( change( edits, slug, patch ) );
	const drop = () =>
		isNew
			? onChange( edits.filter( ( edit ) => edit.attribute !== slug ) )
			: set( { is_dropped: ! isDropped } );
	return (
		<fieldset
			className={ `igny8-attribute ${ isDropped ? 'is-dropped' : '' }` }
		>
			<legend className="screen-reader-text">{ name }</legend>
			<div className="igny8-attribute__head">
				{ isDropped ? (
					<p className="igny8-attribute__gone">
						<del>{ name }</del>
					</p>
				) : (
					<>
						<Name
							className="igny8-attribute__name"
							label={ sprintf(
								/* translators: %s: name of an attribute. */
								__( 'Name of %s', 'igny8' ),
								original
							) }
							name={ name }
							original={ original }
							onName={ ( text ) => set( { name: text } ) }
							isHeading
						/>
						<SelectControl
							className="igny8-attribute__level"
							label={ sprintf(
								/* translators: %s: name of an attribute. */
								__( 'Level of %s', 'igny8' ),
								name
							) }
							hideLabelFromVision
							value={ level }
							options={ options( LEVELS ) }
							onChange={ ( value ) => set( { level: value } ) }
						/>
					</>
				) }
				<Button
					variant="tertiary"
					size="compact"
					isDestructive={ ! isDropped }
					onClick={ drop }
					aria-label={
						isDropped
							? /* translators: %s: name of an attribute. */
								sprintf( __( 'Take %s back', 'igny8' ), name )
							: /* translators: %s: name of an attribute. */
								sprintf( __( 'Drop %s', 'igny8' ), name )
					}
				>
					{ isDropped
						? __( 'Take back', 'igny8' )
						: __( 'Drop', 'igny8' ) }
				</Button>
			</div>
			{ ! isDropped && (
				<Values
					attribute={ attribute }
					edits={ edits }
					onChange={ onChange }
				/>
			) }
		</fieldset>
	);
}

function Values( { attribute, edits, onChange } ) {
	const { slug, name, values } = attribute;
	const [ text, setText ] = useState( '' );
	const onAdd = () => {
		const labels = toLines( text );
		if ( labels.length > 0 ) {
			onChange( add( edits, attribute, labels ) );
			setText( '' );
		}
	};
	return (
		<>
			<ul className="igny8-values">
				{ values.map( ( value ) => (
					<li key={ value.slug }>
						<Value
							value={ value }
							onTick={ ( isOn ) =>
								onChange(
									tick( edits, slug, value.slug, isOn )
								)
							}
							onName={ ( label ) =>
								onChange( rename( edits, slug, value, label ) )
							}
							onRemove={ () =>
								onChange( remove( edits, slug, value.label ) )
							}
						/>
					</li>
				) ) }
			</ul>
			<div className="igny8-attribute__add">
				<TextControl
					label={ sprintf(
						/* translators: %s: name of an attribute. */
						__( 'Add to %s', 'igny8' ),
						name
					) }
					hideLabelFromVision
					placeholder={ __(
						'Add values, with commas between',
						'igny8'
					) }
					value={ text }
					onChange={ setText }
					onKeyDown={ ( event ) => {
						if ( event.key === 'Enter' ) {
							event.preventDefault();
							onAdd();
						}
					} }
				/>
				<Button
					variant="secondary"
					size="compact"
					onClick={ onAdd }
					disabled={ text.trim() === '' }
					accessibleWhenDisabled
				>
					{ __( 'Add', 'igny8' ) }
				</Button>
			</div>
		</>
	);
}

function Value( { value, onTick, onName, onRemove } ) {
	const { label, original, isOn, isAdded } = value;
	if ( isAdded ) {
		return (
			<span className="igny8-value is-added">
				<span>{ label }</span>
				<Button
					icon={ closeSmall }
					size="small"
					/* translators: %s: name of a value. */
					label={ sprintf( __( 'Remove %s', 'igny8' ), label ) }
					onClick={ onRemove }
				/>
			</span>
		);
	}
	return (
		<Name
			className="igny8-value"
			/* translators: %s: name of a value. */
			label={ sprintf( __( 'New name of %s', 'igny8' ), original ) }
			name={ label }
			original={ original }
			onName={ onName }
			canRename={ isOn }
		>
			<CheckboxControl
				label={ label }
				checked={ isOn }
				onChange={ onTick }
			/>
		</Name>
	);
}

/**
 * A name that turns into a field: Enter keeps what was typed, Escape what was there, an empty one the proposed.
 *
 * @param {Object} props
 */
function Name( {
	className,
	label,
	name,
	original,
	onName,
	isHeading = false,
	canRename = true,
	children,
} ) {
	const [ text, setText ] = useState( null );
	const field = useRef();
	const button = useRef();
	const wasOpen = useRef( false );
	const isOpen = text !== null;
	useEffect( () => {
		if ( isOpen ) {
			field.current.focus();
			field.current.select();
		} else if ( wasOpen.current ) {
			// Back to where it was opened, unless somebody went elsewhere.
			const { activeElement, body } = button.current?.ownerDocument ?? {};
			if ( activeElement === body ) {
				button.current?.focus();
			}
		}
		wasOpen.current = isOpen;
	}, [ isOpen ] );
	const keep = () => {
		if ( text !== null ) {
			onName( text.trim() === original ? '' : text.trim() );
			setText( null );
		}
	};
	if ( isOpen ) {
		return (
			<span className={ `${ className } is-open` }>
				<input
					ref={ field }
					type="text"
					className="components-text-control__input"
					aria-label={ label }
					value={ text }
					maxLength={ 60 }
					onChange={ ( event ) => setText( event.target.value ) }
					onBlur={ keep }
					onKeyDown={ ( event ) => {
						if ( event.key === 'Enter' ) {
							event.preventDefault();
							keep();
						}
						if ( event.key === 'Escape' ) {
							setText( null );
						}
					} }
				/>
			</span>
		);
	}
	return (
		<span className={ className }>
			{ isHeading ? <strong>{ name }</strong> : children }
			{ canRename && (
				<Button
					ref={ button }
					icon={ pencil }
					size="small"
					/* translators: %s: what is renamed. */
					label={ sprintf( __( 'Rename %s', 'igny8' ), name ) }
					onClick={ () => setText( name ) }
				/>
			) }
		</span>
	);
}
