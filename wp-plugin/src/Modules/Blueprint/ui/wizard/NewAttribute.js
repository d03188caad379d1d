// An attribute of the owner's own: its name, what kind of axis it is, and its values.
import { Button, SelectControl, TextControl } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import Lines from '../../../../../admin/parts/Lines';
import toLines from '../../../../../admin/toLines';
import { LEVELS, ROLES, options } from '../../../../../admin/words';

/**
 * @param {Object}   props
 * @param {Function} props.onAdd    Gets `{name, role, level, values}`.
 * @param {Function} props.onCancel
 */
export default function NewAttribute( { onAdd, onCancel } ) {
	const place = useRef();
	const [ isChecked, setIsChecked ] = useState( false );
	const [ { name, role, level, text }, setFields ] = useState( {
		name: '',
		role: 'feature',
		level: 'secondary',
		text: '',
	} );
	const set = ( change ) => setFields( ( old ) => ( { ...old, ...change } ) );
	const values = toLines( text );
	const faults = isChecked
		? { name: ! name.trim(), values: values.length === 0 }
		: {};
	useEffect( () => place.current.querySelector( 'input' ).focus(), [] );
	const submit = () => {
		setIsChecked( true );
		if ( name.trim() && values.length > 0 ) {
			onAdd( { name: name.trim(), role, level, values } );
		}
	};
	return (
		<div ref={ place } className="igny8-form">
			<TextControl
				className={ faults.name ? 'has-error' : '' }
				label={ __( 'Attribute', 'igny8' ) }
				help={
					faults.name
						? __( 'Give it a name.', 'igny8' )
						: __(
								'One word or two, such as “Coat length”.',
								'igny8'
							)
				}
				value={ name }
				maxLength={ 60 }
				aria-invalid={ !! faults.name }
				onChange={ ( value ) => set( { name: value } ) }
			/>
			<div className="igny8-form__grid">
				<SelectControl
					label={ __( 'What kind', 'igny8' ) }
					value={ role }
					options={ options( ROLES ) }
					onChange={ ( value ) => set( { role: value } ) }
				/>
				<SelectControl
					label={ __( 'Level', 'igny8' ) }
					value={ level }
					options={ options( LEVELS ) }
					onChange={ ( value ) => set( { level: value } ) }
				/>
			</div>
			<Lines
				className={ faults.values ? 'has-error' : '' }
				label={ __( 'Values', 'igny8' ) }
				help={
					faults.values
						? __( 'Name at least one value.', 'igny8' )
						: __( 'One per line or with commas between.', 'igny8' )
				}
				value={ text }
				aria-invalid={ !! faults.values }
				onChange={ ( value ) => set( { text: value } ) }
			/>
			<div className="igny8-buttons">
				<Button variant="primary" onClick={ submit }>
					{ __( 'Add attribute', 'igny8' ) }
				</Button>
				<Button variant="tertiary" onClick={ onCancel }>
					{ __( 'Cancel', 'igny8' ) }
				</Button>
			</div>
		</div>
	);
}
