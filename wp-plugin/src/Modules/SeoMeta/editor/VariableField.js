// A text field that takes variables: chosen from a menu, or offered while a name is being typed behind "{".
import {
	BaseControl,
	Button,
	Dropdown,
	MenuGroup,
	MenuItem,
	SearchControl,
} from '@wordpress/components';
import { useId, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { insertAt, matching, openName } from './variables';

const MOST_OFFERED = 6; // More would cover the panel below.
const FIRST = [ '{title}', '{separator}', '{site_name}' ]; // What most titles are made of: one click each.

/**
 * @param {Object}   props
 * @param {string}   props.label
 * @param {string}   props.value
 * @param {Function} props.onChange
 * @param {Array}    props.variables     `{ variable, label, sample }`; without any it is a plain field.
 * @param {boolean}  [props.isLong]      Several lines.
 * @param {string}   [props.placeholder] What stands there while it is empty.
 * @param {Object}   [props.help]
 * @param {Array}    [props.first]       Variables with a button of their own.
 */
export default function VariableField( {
	label,
	value,
	onChange,
	variables = [],
	isLong = false,
	placeholder,
	help,
	first = FIRST,
} ) {
	const id = useId();
	const field = useRef( null );
	const [ name, setName ] = useState( null );
	const [ active, setActive ] = useState( 0 );
	const offered =
		name === null
			? []
			: matching( variables, name ).slice( 0, MOST_OFFERED );
	const isOpen = offered.length > 0;

	const look = ( { target } ) => {
		setName( openName( target.value.slice( 0, target.selectionStart ) ) );
		setActive( 0 );
	};
	const insert = ( variable ) => {
		const { text, caret } = insertAt(
			value,
			variable,
			field.current.selectionStart ?? value.length
		);
		onChange( text );
		setName( null );
		// Once the new text stands in the field.
		setTimeout( () => {
			field.current?.focus();
			field.current?.setSelectionRange( caret, caret );
		} );
	};
	const onKeyDown = ( event ) => {
		if ( ! isOpen ) {
			return;
		}
		const step = { ArrowDown: 1, ArrowUp: -1 }[ event.key ];
		if ( step ) {
			setActive( ( active + step + offered.length ) % offered.length );
		} else if ( event.key === 'Enter' || event.key === 'Tab' ) {
			insert( offered[ active ].variable );
		} else if ( event.key === 'Escape' ) {
			setName( null );
			event.stopPropagation(); // The sidebar would close.
		} else {
			return;
		}
		event.preventDefault();
	};

	const Field = isLong ? 'textarea' : 'input';
	return (
		<BaseControl
			id={ id }
			label={ label }
			help={ help }
			className="igny8-variables"
			__nextHasNoMarginBottom
		>
			<Field
				ref={ field }
				id={ id }
				className={
					isLong
						? 'components-textarea-control__input'
						: 'components-text-control__input'
				}
				rows={ isLong ? 4 : undefined }
				type={ isLong ? undefined : 'text' }
				value={ value }
				placeholder={ placeholder }
				dir="auto"
				aria-autocomplete="list"
				// A field of several lines may not be a combobox.
				{ ...( isLong
					? {}
					: { role: 'combobox', 'aria-expanded': isOpen } ) }
				aria-controls={ isOpen ? `${ id }-list` : undefined }
				aria-activedescendant={
					isOpen ? `${ id }-${ active }` : undefined
				}
				aria-describedby={ help ? `${ id }__help` : undefined }
				onChange={ ( event ) => {
					onChange( event.target.value );
					look( event );
				} }
				onClick={ look }
				onBlur={ () => setName( null ) }
				onKeyDown={ onKeyDown }
			/>
			{ isOpen && (
				<ul
					id={ `${ id }-list` }
					className="igny8-variables__list"
					role="listbox"
					aria-label={ __( 'Variables', 'igny8' ) }
				>
					{ offered.map( ( offer, index ) => (
						<li
							key={ offer.variable }
							id={ `${ id }-${ index }` }
							role="option"
							aria-selected={ index === active }
							className="igny8-variables__option"
							// The field keeps the focus.
							onMouseDown={ ( event ) => {
								event.preventDefault();
								insert( offer.variable );
							} }
						>
							<code>{ offer.variable }</code> { offer.label }
						</li>
					) ) }
				</ul>
			) }
			{ variables.length > 0 && (
				<div className="igny8-variables__chips">
					{ first
						.map( ( wanted ) =>
							variables.find(
								( { variable } ) => variable === wanted
							)
						)
						.filter( Boolean )
						.map( ( offer ) => (
							<Button
								key={ offer.variable }
								size="small"
								variant="secondary"
								aria-label={ sprintf(
									/* translators: 1: a variable, 2: what it stands for, 3: label of a field. */
									__(
										'Insert %1$s (%2$s) into %3$s',
										'igny8'
									),
									offer.variable,
									offer.label,
									label
								) }
								onClick={ () => insert( offer.variable ) }
							>
								{ offer.variable }
							</Button>
						) ) }
					<Menu
						label={ label }
						variables={ variables }
						onChoose={ insert }
					/>
				</div>
			) }
		</BaseControl>
	);
}

function Menu( { label, variables, onChoose } ) {
	const [ words, setWords ] = useState( '' );
	return (
		<Dropdown
			popoverProps={ { placement: 'bottom-start' } }
			renderToggle={ ( { isOpen, onToggle } ) => (
				<Button
					size="small"
					variant="tertiary"
					aria-expanded={ isOpen }
					aria-label={ sprintf(
						/* translators: %s: label of a field. */
						__( 'More variables for %s', 'igny8' ),
						label
					) }
					onClick={ onToggle }
				>
					{ __( 'More…', 'igny8' ) }
				</Button>
			) }
			renderContent={ ( { onClose } ) => (
				<div className="igny8-variables__menu">
					<SearchControl
						label={ __( 'Search variables', 'igny8' ) }
						value={ words }
						onChange={ setWords }
						__nextHasNoMarginBottom
					/>
					<MenuGroup label={ __( 'Variables', 'igny8' ) }>
						{ matching( variables, words ).map( ( offer ) => (
							<MenuItem
								key={ offer.variable }
								info={ offer.sample || undefined }
								onClick={ () => {
									onClose();
									onChoose( offer.variable );
								} }
							>
								{ offer.label }
							</MenuItem>
						) ) }
					</MenuGroup>
				</div>
			) }
		/>
	);
}
