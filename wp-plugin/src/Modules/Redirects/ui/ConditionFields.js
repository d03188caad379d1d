// What must be true of a visitor besides the address.
import { SelectControl, TextControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

const TEXTS = [
	[
		'user_agent',
		__( 'Browser name contains', 'igny8' ),
		__(
			'Words; ~ begins a regular expression, ! turns it round.',
			'igny8'
		),
	],
	[ 'referrer', __( 'Comes from an address that contains', 'igny8' ) ],
	[
		'language',
		__( 'Prefers this language', 'igny8' ),
		__( 'Such as de or pt-BR.', 'igny8' ),
	],
	[
		'cookie',
		__( 'Has this cookie', 'igny8' ),
		__( 'As name or name=value.', 'igny8' ),
	],
];

/**
 * @param {Object}   props
 * @param {Object}   props.value    As the operation takes `conditions`.
 * @param {string}   [props.fault]
 * @param {Function} props.onChange
 */
export default function ConditionFields( { value, fault, onChange } ) {
	const set = ( name, next ) => {
		const { [ name ]: old, ...rest } = value;
		const isSet = next !== '' && next !== null && next.length !== 0;
		onChange( isSet ? { ...rest, [ name ]: next } : rest );
	};
	return (
		<fieldset>
			<legend>{ __( 'Only for some visitors', 'igny8' ) }</legend>
			{ fault && <p className="igny8-cell__error">{ fault }</p> }
			<SelectControl
				__next40pxDefaultSize
				label={ __( 'Logged in', 'igny8' ) }
				value={ { true: 'yes', false: 'no' }[ value.logged_in ] ?? '' }
				options={ [
					{ value: '', label: __( 'Does not matter', 'igny8' ) },
					{ value: 'yes', label: __( 'Yes', 'igny8' ) },
					{ value: 'no', label: __( 'No', 'igny8' ) },
				] }
				onChange={ ( next ) =>
					set( 'logged_in', next === '' ? null : next === 'yes' )
				}
			/>
			<TextControl
				__next40pxDefaultSize
				label={ __( 'Has one of these roles', 'igny8' ) }
				help={ __( 'Such as customer, subscriber.', 'igny8' ) }
				value={ ( value.roles ?? [] ).join( ', ' ) }
				onChange={ ( text ) =>
					set(
						'roles',
						text
							.split( ',' )
							.map( ( role ) => role.trimStart() )
							.filter(
								( role, at, all ) =>
									role || ( all.length - 1 === at && at > 0 )
							)
					)
				}
			/>
			{ TEXTS.map( ( [ name, label, help ] ) => (
				<TextControl
					key={ name }
					__next40pxDefaultSize
					label={ label }
					help={ help }
					value={ value[ name ] ?? '' }
					onChange={ ( text ) => set( name, text ) }
				/>
			) ) }
		</fieldset>
	);
}
