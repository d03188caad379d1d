// One attribute in the editor: its name, level and values, each with what waits for it and the way back.
import { Button, SelectControl, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { closeSmall, pencil, trash, undo as undoIcon } from '@wordpress/icons';
import Badge from '../../../../admin/parts/Badge';
import { number } from '../../../../admin/times';
import { LEVELS, ROLES, SOURCES, options } from '../../../../admin/words';

const SHOWN_SYNONYMS = 3;

/**
 * @param {Object}   props
 * @param {Object}   props.attribute    Of overlayAttributes().
 * @param {boolean}  props.isChangeable
 * @param {Function} props.onEdit       Gets an AttributeEdit; gives null when it was refused.
 * @param {Function} props.onUndo       Gets the id of a change.
 */
export default function Attribute( {
	attribute,
	isChangeable,
	onEdit,
	onUndo,
} ) {
	const [ isNaming, setIsNaming ] = useState( false );
	const {
		slug,
		name,
		newName,
		newLevel,
		level,
		role,
		values,
		isGoing,
		isNew,
		changeId,
		changes,
	} = attribute;
	const may = isChangeable && ! isGoing;
	return (
		<section
			className={ `igny8-attribute ${ isGoing ? 'is-going' : '' }` }
			aria-label={ newName ?? name }
		>
			<header>
				{ isNaming ? (
					<Naming
						label={ __( 'Name of the attribute', 'igny8' ) }
						value={ newName ?? name }
						onSave={ async ( next ) => {
							setIsNaming( false );
							if ( next !== ( newName ?? name ) ) {
								await onEdit( { attribute: slug, name: next } );
							}
						} }
						onCancel={ () => setIsNaming( false ) }
					/>
				) : (
					<h3>
						{ newName ? (
							<>
								<del>{ name }</del> { newName }
								<Undo
									id={ changes.name }
									of={ newName }
									onUndo={ onUndo }
								/>
							</>
						) : (
							name
						) }
					</h3>
				) }
				<span className="igny8-quiet">
					{ ROLES[ role ] } ·{ ' ' }
					{ sprintf(
						/* translators: %s: number of values. */
						_n( '%s value', '%s values', values.length, 'igny8' ),
						number( values.length )
					) }
				</span>
				{ isNew && (
					<>
						<Badge
							status="pending"
							label={ __( 'Next plan', 'igny8' ) }
						/>
						<Undo id={ changeId } of={ name } onUndo={ onUndo } />
					</>
				) }
				{ isGoing && (
					<>
						<Badge
							status="pending"
							label={ __( 'will be dropped', 'igny8' ) }
						/>
						<Undo
							id={ changes.drop }
							of={ name }
							onUndo={ onUndo }
						/>
					</>
				) }
				{ may && ! isNew && ! isNaming && (
					<span className="igny8-attribute__tools">
						<SelectControl
							label={ sprintf(
								/* translators: %s: name of an attribute. */
								__( 'Level of %s', 'igny8' ),
								name
							) }
							hideLabelFromVision
							size="compact"
							value={ newLevel ?? level }
							options={ options( LEVELS ) }
							onChange={ ( next ) =>
								next === level
									? onUndo( changes.level )
									: onEdit( { attribute: slug, level: next } )
							}
						/>
						<Button
							size="compact"
							icon={ pencil }
							label={ sprintf(
								/* translators: %s: name of an attribute. */
								__( 'Rename %s', 'igny8' ),
								name
							) }
							onClick={ () => setIsNaming( true ) }
						/>
						<Button
							size="compact"
							icon={ trash }
							label={ sprintf(
								/* translators: %s: name of an attribute. */
								__( 'Drop %s', 'igny8' ),
								name
							) }
							onClick={ () =>
								onEdit( { attribute: slug, is_dropped: true } )
							}
						/>
					</span>
				) }
			</header>
			{ newLevel && (
				<p className="igny8-attribute__level">
					<Badge
						status="pending"
						label={ sprintf(
							/* translators: 1: level, 2: new level. */
							__( '%1$s → %2$s', 'igny8' ),
							LEVELS[ level ],
							LEVELS[ newLevel ]
						) }
					/>
					<Undo id={ changes.level } of={ name } onUndo={ onUndo } />
				</p>
			) }
			<ul className="igny8-valuelist">
				{ values.map( ( value ) => (
					<Value
						key={ value.slug }
						value={ value }
						attribute={ attribute }
						may={ may }
						onEdit={ onEdit }
						onUndo={ onUndo }
					/>
				) ) }
			</ul>
			{ may && <AddValue attribute={ attribute } onEdit={ onEdit } /> }
		</section>
	);
}

function Value( { value, attribute, may, onEdit, onUndo } ) {
	const [ isNaming, setIsNaming ] = useState( false );
	const { slug, label, newLabel, synonyms, source, state, changeId } = value;
	if ( isNaming ) {
		return (
			<li>
				<Naming
					label={ sprintf(
						/* translators: %s: a value. */
						__( 'New name for %s', 'igny8' ),
						label
					) }
					value={ newLabel ?? label }
					onSave={ async ( next ) => {
						setIsNaming( false );
						if ( next !== ( newLabel ?? label ) ) {
							await onEdit( {
								attribute: attribute.slug,
								rename_values: [ { value: slug, label: next } ],
							} );
						}
					} }
					onCancel={ () => setIsNaming( false ) }
				/>
			</li>
		);
	}
	return (
		<li className={ `is-${ state }` }>
			<span className="igny8-valuelist__label">
				{ state === 'renamed' ? (
					<>
						<del>{ label }</del> { newLabel }
					</>
				) : (
					label
				) }
				{ source !== 'template' && (
					<span className="igny8-mark">{ SOURCES[ source ] }</span>
				) }
				{ synonyms.length > 0 && (
					<span
						className="igny8-valuelist__synonyms"
						title={ synonyms.join( ', ' ) }
					>
						{ synonyms.slice( 0, SHOWN_SYNONYMS ).join( ', ' ) }
					</span>
				) }
			</span>
			{ changeId && (
				<Undo
					id={ changeId }
					of={ newLabel ?? label }
					onUndo={ onUndo }
				/>
			) }
			{ may && state === 'kept' && (
				<span className="igny8-valuelist__tools">
					<Button
						size="small"
						icon={ pencil }
						iconSize={ 16 }
						label={ sprintf(
							/* translators: %s: a value. */
							__( 'Rename %s', 'igny8' ),
							label
						) }
						onClick={ () => setIsNaming( true ) }
					/>
					<Button
						size="small"
						icon={ closeSmall }
						label={ sprintf(
							/* translators: %s: a value. */
							__( 'Drop %s', 'igny8' ),
							label
						) }
						onClick={ () =>
							onEdit( {
								attribute: attribute.slug,
								drop_values: [ slug ],
							} )
						}
					/>
				</span>
			) }
		</li>
	);
}

function Naming( { label, value, onSave, onCancel } ) {
	const [ text, setText ] = useState( value );
	return (
		<form
			className="igny8-naming"
			onSubmit={ ( event ) => {
				event.preventDefault();
				if ( text.trim() ) {
					onSave( text.trim() );
				}
			} }
		>
			<TextControl
				label={ label }
				hideLabelFromVision
				value={ text }
				maxLength={ 60 }
				onChange={ setText }
				onKeyDown={ ( event ) => event.key === 'Escape' && onCancel() }
				// eslint-disable-next-line jsx-a11y/no-autofocus -- The pencil was pressed to type here.
				autoFocus
			/>
			<Button variant="secondary" size="compact" type="submit">
				{ __( 'Rename', 'igny8' ) }
			</Button>
			<Button variant="tertiary" size="compact" onClick={ onCancel }>
				{ __( 'Cancel', 'igny8' ) }
			</Button>
		</form>
	);
}

function AddValue( { attribute, onEdit } ) {
	const [ text, setText ] = useState( '' );
	const submit = async ( event ) => {
		event.preventDefault();
		if (
			text.trim() &&
			( await onEdit( {
				attribute: attribute.slug,
				add_values: [ text.trim() ],
			} ) )
		) {
			setText( '' );
		}
	};
	return (
		<form className="igny8-naming" onSubmit={ submit }>
			<TextControl
				label={ sprintf(
					/* translators: %s: name of an attribute. */
					__( 'Add a value to %s', 'igny8' ),
					attribute.newName ?? attribute.name
				) }
				hideLabelFromVision
				placeholder={ __( 'Add a value…', 'igny8' ) }
				value={ text }
				maxLength={ 120 }
				onChange={ setText }
			/>
			{ text.trim() && (
				<Button variant="secondary" size="compact" type="submit">
					{ __( 'Add', 'igny8' ) }
				</Button>
			) }
		</form>
	);
}

function Undo( { id, of, onUndo } ) {
	return (
		<Button
			size="small"
			icon={ undoIcon }
			iconSize={ 18 }
			label={ sprintf(
				/* translators: %s: what was changed. */
				__( 'Undo: %s', 'igny8' ),
				of
			) }
			onClick={ () => onUndo( id ) }
		/>
	);
}
