// The settings of one module as a form made from their schema.
import {
	CheckboxControl,
	SelectControl,
	TextControl,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import useAction from '../../../../admin/useAction';
import useOperation from '../../../../admin/useOperation';

/**
 * Every change is saved at once, as switches are.
 *
 * @param {Object} props
 * @param {string} props.module Slug.
 */
export default function ModuleSettings( { module } ) {
	const { data, error, reload } = useOperation( 'engine.settings', {
		module,
	} );
	const [ saved, setSaved ] = useState( null );
	const save = useAction( 'engine.save_settings' );
	const values = ( saved ?? data )?.values ?? {};
	const properties = Object.entries( data?.schema?.properties ?? {} );

	const onChange = async ( name, value ) => {
		setSaved( { values: { ...values, [ name ]: value } } );
		setSaved( await save.run( { module, values: { [ name ]: value } } ) );
	};
	if ( error ) {
		return <ErrorNotice error={ error } onRetry={ reload } />;
	}
	if ( properties.length === 0 ) {
		return null;
	}
	return (
		<div className="igny8-module__settings">
			{ properties.map( ( [ name, schema ] ) => (
				<Field
					key={ name }
					name={ name }
					schema={ schema }
					value={ values[ name ] }
					onChange={ ( value ) => onChange( name, value ) }
				/>
			) ) }
			<ErrorNotice error={ save.error } onDismiss={ save.clear } />
		</div>
	);
}

function Field( { name, schema, value, onChange } ) {
	const words = {
		label: schema.title ?? schema.description ?? name,
		help: schema.title ? schema.description : undefined,
	};
	if ( schema.type === 'boolean' ) {
		return (
			<CheckboxControl
				{ ...words }
				checked={ !! value }
				onChange={ onChange }
			/>
		);
	}
	if ( schema.enum ) {
		const choices = schema.enum.map( ( choice ) => ( {
			value: choice,
			label: choice,
		} ) );
		return (
			<SelectControl
				{ ...words }
				value={ value }
				options={ choices }
				onChange={ onChange }
			/>
		);
	}
	return (
		<Typed
			{ ...words }
			schema={ schema }
			value={ value }
			onChange={ onChange }
		/>
	);
}

/**
 * Typed values are saved when the field is left, not at every key.
 *
 * @param {Object} props
 */
function Typed( { schema, value, onChange, ...words } ) {
	const [ text, setText ] = useState( null );
	const isNumber = [ 'integer', 'number' ].includes( schema.type );
	const onBlur = () => {
		if ( text !== null && text !== String( value ) ) {
			onChange( isNumber ? Number( text ) : text );
		}
		setText( null );
	};
	return (
		<TextControl
			{ ...words }
			type={ isNumber ? 'number' : 'text' }
			min={ schema.minimum }
			max={ schema.maximum }
			value={ text ?? String( value ?? '' ) }
			onChange={ setText }
			onBlur={ onBlur }
		/>
	);
}
