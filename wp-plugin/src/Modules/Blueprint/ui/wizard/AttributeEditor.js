// One attribute in detailed mode: its name, level and values, each to keep, rename, drop or add.
import {
	Button,
	CheckboxControl,
	SelectControl,
	TextControl,
} from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import {
	Icon,
	chevronDown,
	chevronUp,
	closeSmall,
	pencil,
} from '@wordpress/icons';
import toLines from '../../../../../admin/toLines';
import { number } from '../../../../../admin/times';
import { LEVELS, options } from '../../../../../admin/words';
import { add, change, remove, rename, tick } from './edits';

/**
 * @param {Object}   props
 * @param {Object}   props.attribute As `settle` gives it.
 * @param {Array}    props.edits
 * @param {boolean}  props.isOpen
 * @param {Function} props.onOpen    Opens or folds it.
 * @param {Function} props.onChange
 */
export default function AttributeEditor( {
	attribute,
	edits,
	isOpen,
	onOpen,
	onChange,
} ) {
	const { slug, name, level, values, isDropped } = attribute;
	const id = `igny8-attribute-${ slug }`;
	return (
		<>
			<h3>
				<button
					type="button"
					className={ `igny8-fold ${ isDropped ? 'is-dropped' : '' }` }
					aria-expanded={ isOpen }
					aria-controls={ id }
					onClick={ onOpen }
				>
					<span className="igny8-fold__name">{ name }</span>
					<span className="igny8-fold__note">
						{ isDropped
							? __( 'Dropped', 'igny8' )
							: sprintf(
									/* translators: 1: level, such as Primary, 2: number of ticked values, 3: number of values. */
									__( '%1$s · %2$s of %3$s', 'igny8' ),
									LEVELS[ level ],
									number(
										values.filter( ( { isOn } ) => isOn )
											.length
									),
									number( values.length )
								) }
					</span>
					<Icon icon={ isOpen ? chevronUp : chevronDown } />
				</button>
			</h3>
			<div id={ id } hidden={ ! isOpen } className="igny8-fold__body">
				{ isOpen && (
					<Body
						attribute={ attribute }
						edits={ edits }
						onChange={ onChange }
					/>
				) }
			</div>
		</>
	);
}

function Body( { attribute, edits, onChange } ) {
	const { slug, name, original, level, isDropped, isNew } = attribute;
	const [ text, setText ] = useState( name );
	const set = ( patch ) => onChange( change( edits, slug, patch ) );
	const drop = () =>
		isNew
			? onChange( edits.filter( ( edit ) => edit.attribute !== slug ) )
			: set( { is_dropped: ! isDropped } );
	if ( isDropped ) {
		return (
			<Button variant="secondary" size="compact" onClick={ drop }>
				{ __( 'Take back', 'igny8' ) }
			</Button>
		);
	}
	return (
		<>
			<Values
				attribute={ attribute }
				edits={ edits }
				onChange={ onChange }
			/>
			<div className="igny8-form__grid">
				<TextControl
					label={ __( 'Name', 'igny8' ) }
					value={ text }
					maxLength={ 60 }
					onChange={ ( value ) => {
						setText( value );
						const isOriginal = value.trim() === original;
						set( {
							name: isNew || ! isOriginal ? value.trim() : '',
						} );
					} }
				/>
				<SelectControl
					label={ __( 'Level', 'igny8' ) }
					value={ level }
					options={ options( LEVELS ) }
					onChange={ ( value ) => set( { level: value } ) }
				/>
			</div>
			<Button
				variant="tertiary"
				size="compact"
				isDestructive
				onClick={ drop }
			>
				{ __( 'Drop this attribute', 'igny8' ) }
			</Button>
		</>
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
		<fieldset className="igny8-axis">
			<legend className="screen-reader-text">{ name }</legend>
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
			<div className="igny8-axis__add">
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
		</fieldset>
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
			{ children }
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
