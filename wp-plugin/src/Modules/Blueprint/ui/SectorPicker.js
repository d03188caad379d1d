// Finds up to five trades by the owner's own words: a search field with a list that the keyboard can walk.
import { BaseControl, Button, Spinner } from '@wordpress/components';
import { useId, useRef, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import useDelayed from '../../../../admin/useDelayed';
import useOperation from '../../../../admin/useOperation';

const MOST = 5; // The engine's limit (BlueprintInput.sectors).
const SHOWN = 8; // What fits without scrolling on a phone.
const PAUSE_MS = 200; // Between the last key and the question to the engine.

/**
 * @param {Object}   props
 * @param {Array}    props.sectors    Chosen ones, `{slug, name}`.
 * @param {Function} props.onChange
 * @param {string}   [props.industry] Slug of the one to look in; all without.
 * @param {boolean}  props.isMissing  The form was sent without any.
 * @param {string}   [props.label]
 * @param {string}   [props.help]
 */
export default function SectorPicker( {
	sectors,
	onChange,
	industry = '',
	isMissing,
	label = __( 'What do you do?', 'igny8' ),
	help = __(
		'Type in your own words, such as “dog food” or “drain cleaning”, and choose one to five trades.',
		'igny8'
	),
} ) {
	const id = useId();
	const field = useRef();
	const [ search, setSearch ] = useState( '' );
	const [ isOpen, setIsOpen ] = useState( false );
	const [ active, setActive ] = useState( 0 );
	const words = useDelayed( search.trim(), PAUSE_MS );
	const { data, error, isLoading, reload } = useOperation(
		'engine.sectors',
		{ search: words, industry, limit: SHOWN + MOST },
		isOpen
	);
	const own = useOperation( 'blueprint.templates', undefined, isOpen );
	const chosen = sectors.map( ( { slug } ) => slug );
	const found = together( own.data?.templates, data?.sectors, words )
		.filter( ( { slug } ) => ! chosen.includes( slug ) )
		.slice( 0, SHOWN );
	const isFull = sectors.length >= MOST;
	// Until the answer to the last key is there, the list belongs to older words.
	const isStale = isLoading || words !== search.trim();

	const choose = ( sector ) => {
		onChange( [ ...sectors, sector ] );
		setSearch( '' );
		setActive( 0 );
		setIsOpen( false );
		field.current?.focus();
	};
	const remove = ( slug ) => {
		onChange( sectors.filter( ( sector ) => sector.slug !== slug ) );
		field.current?.focus();
	};
	const onKeyDown = ( event ) => {
		const last = found.length - 1;
		const keys = {
			ArrowDown: () =>
				isOpen
					? setActive( active >= last ? 0 : active + 1 )
					: setIsOpen( true ),
			ArrowUp: () => setActive( active <= 0 ? last : active - 1 ),
			Enter: () =>
				isOpen &&
				! isStale &&
				found[ active ] &&
				choose( found[ active ] ),
			Escape: () => setIsOpen( false ),
		};
		if ( keys[ event.key ] ) {
			event.preventDefault();
			keys[ event.key ]();
		} else if (
			event.key === 'Backspace' &&
			search === '' &&
			sectors.length > 0
		) {
			remove( sectors[ sectors.length - 1 ].slug );
		}
	};

	return (
		<BaseControl
			id={ id }
			className={ isMissing ? 'has-error' : '' }
			label={ label }
			help={
				isMissing
					? __( 'Choose at least one trade from the list.', 'igny8' )
					: help
			}
		>
			<div className="igny8-picker">
				<ul
					className="igny8-picker__chosen"
					aria-label={ __( 'Chosen trades', 'igny8' ) }
				>
					{ sectors.map( ( { slug, name } ) => (
						<li key={ slug }>
							{ name }
							<Button
								icon={ closeSmall }
								size="small"
								label={ sprintf(
									/* translators: %s: name of a trade. */
									__( 'Remove %s', 'igny8' ),
									name
								) }
								onClick={ () => remove( slug ) }
							/>
						</li>
					) ) }
				</ul>
				<input
					ref={ field }
					id={ id }
					className="igny8-picker__field"
					type="text"
					role="combobox"
					aria-autocomplete="list"
					aria-expanded={ isOpen && found.length > 0 }
					aria-controls={ `${ id }-list` }
					aria-activedescendant={
						isOpen && found[ active ]
							? `${ id }-${ active }`
							: undefined
					}
					aria-invalid={ isMissing }
					autoComplete="off"
					value={ search }
					disabled={ isFull }
					placeholder={
						isFull ? __( 'Five are enough', 'igny8' ) : ''
					}
					onChange={ ( event ) => {
						setSearch( event.target.value );
						setActive( 0 );
						setIsOpen( true );
					} }
					onFocus={ () => setIsOpen( true ) }
					onClick={ () => setIsOpen( true ) }
					onBlur={ () => setIsOpen( false ) }
					onKeyDown={ onKeyDown }
				/>
				{ isOpen && isLoading && <Spinner /> }
				{ isOpen && ! isFull && (
					<div className="igny8-picker__list">
						<Choices
							id={ id }
							found={ found }
							active={ active }
							onChoose={ choose }
						/>
						{ data && ! isLoading && found.length === 0 && (
							<p className="igny8-picker__none">
								{ __(
									'No trade fits these words. Try what you sell, or a wider word.',
									'igny8'
								) }
							</p>
						) }
					</div>
				) }
			</div>
			<span className="screen-reader-text" role="status">
				{ isOpen &&
					data &&
					! isLoading &&
					sprintf(
						/* translators: %d: how many trades were found. */
						__( '%d trades found', 'igny8' ),
						found.length
					) }
			</span>
			<ErrorNotice error={ error } onRetry={ reload } />
		</BaseControl>
	);
}

/**
 * @param {Array}  own    The site's own templates; those that the catalogue has as well are found there.
 * @param {Array}  known  What the catalogue has for the words.
 * @param {string} search
 * @return {Array} Own ones whose name or alias has the words, then the catalogue's.
 */
function together( own = [], known = [], search = '' ) {
	const words = search.toLocaleLowerCase();
	const listed = known.map( ( { slug } ) => slug );
	const fitting = own.filter(
		( { slug, name, aliases } ) =>
			! listed.includes( slug ) &&
			words !== '' &&
			[ name, ...aliases ].some( ( text ) =>
				text.toLocaleLowerCase().includes( words )
			)
	);
	return [
		...fitting.map( ( sector ) => ( {
			...sector,
			industry: { name: __( 'Your own', 'igny8' ) },
		} ) ),
		...known,
	];
}

function Choices( { id, found, active, onChoose } ) {
	return (
		<ul
			id={ `${ id }-list` }
			role="listbox"
			aria-label={ __( 'Trades', 'igny8' ) }
		>
			{ found.map( ( sector, index ) => (
				// The keyboard acts on the field; the pointer must not take the focus from it.
				// eslint-disable-next-line jsx-a11y/click-events-have-key-events
				<li
					key={ sector.slug }
					id={ `${ id }-${ index }` }
					role="option"
					aria-selected={ index === active }
					onMouseDown={ ( event ) => event.preventDefault() }
					onClick={ () => onChoose( sector ) }
				>
					<strong>{ sector.name }</strong>
					<span>{ sector.industry?.name }</span>
				</li>
			) ) }
		</ul>
	);
}
