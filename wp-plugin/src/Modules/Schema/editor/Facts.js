// The fields of a type, as Types.php declares them: what Google requires comes first and says so.
import {
	BaseControl,
	ExternalLink,
	SelectControl,
	TextareaControl,
	TextControl,
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

const NEEDS = { required: 0, recommended: 1 };
const INPUTS = {
	date: 'date',
	datetime: 'datetime-local',
	url: 'url',
	image: 'url',
	email: 'email',
	phone: 'tel',
};

/**
 * @param {Object}   props
 * @param {Object}   props.type     Of `schema.types`.
 * @param {Object}   props.values   By path.
 * @param {Function} props.onChange Gets all values.
 */
export default function Facts( { type, values, onChange } ) {
	const fields = [ ...type.properties ].sort(
		( a, b ) => ( NEEDS[ a.need ] ?? 2 ) - ( NEEDS[ b.need ] ?? 2 )
	);
	return (
		<fieldset className="igny8-schema__facts">
			<legend>
				{ sprintf(
					/* translators: %s: what a page is about. */
					__( 'Facts: %s', 'igny8' ),
					type.label
				) }
			</legend>
			<p>
				{ __(
					'Fill in what the page shows. What is empty is taken from the page or left out.',
					'igny8'
				) }{ ' ' }
				{ type.source && (
					<ExternalLink href={ type.source }>
						{ sprintf(
							/* translators: %s: a date. */
							__( 'Google’s rules, read on %s', 'igny8' ),
							type.checked
						) }
					</ExternalLink>
				) }
			</p>
			{ fields.map( ( field ) => (
				<Fact
					key={ field.path }
					field={ field }
					value={ values[ field.path ] }
					onChange={ ( value ) =>
						onChange( { ...values, [ field.path ]: value } )
					}
				/>
			) ) }
		</fieldset>
	);
}

function Fact( { field, value, onChange } ) {
	const common = {
		label: labelOf( field ),
		help: field.help,
		__nextHasNoMarginBottom: true,
	};
	if ( field.kind === 'choice' ) {
		return (
			<SelectControl
				{ ...common }
				value={ value ?? '' }
				options={ [ '', ...field.choices ].map( ( choice ) => ( {
					value: choice,
					label: choice || '—',
				} ) ) }
				onChange={ onChange }
				__next40pxDefaultSize
			/>
		);
	}
	if ( field.kind === 'lines' ) {
		return (
			<TextareaControl
				{ ...common }
				value={
					Array.isArray( value )
						? value.join( '\n' )
						: ( value ?? '' )
				}
				onChange={ ( text ) => onChange( text.split( '\n' ) ) }
			/>
		);
	}
	if ( field.kind === 'long' ) {
		return (
			<TextareaControl
				{ ...common }
				value={ value ?? '' }
				onChange={ onChange }
			/>
		);
	}
	if ( field.kind === 'duration' ) {
		return (
			<Duration
				{ ...common }
				value={ value ?? '' }
				onChange={ onChange }
			/>
		);
	}
	return (
		<TextControl
			{ ...common }
			type={ INPUTS[ field.kind ] ?? 'text' }
			inputMode={
				[ 'money', 'number' ].includes( field.kind )
					? 'decimal'
					: undefined
			}
			value={ value ?? '' }
			onChange={ ( text ) =>
				onChange(
					field.kind === 'currency' ? text.toUpperCase() : text
				)
			}
			__next40pxDefaultSize
		/>
	);
}

/**
 * Minutes typed, ISO 8601 stored.
 *
 * @param {Object}   props
 * @param {string}   props.label
 * @param {string}   props.value
 * @param {Function} props.onChange
 */
function Duration( { label, value, onChange, ...rest } ) {
	const [ , hours = 0, minutes = 0 ] =
		value.match( /^PT(?:(\d+)H)?(?:(\d+)M)?$/ ) ?? [];
	const total = 60 * Number( hours ) + Number( minutes );
	return (
		<BaseControl { ...rest }>
			<TextControl
				label={ sprintf(
					/* translators: %s: name of a field. */
					__( '%s, in minutes', 'igny8' ),
					label
				) }
				type="number"
				min={ 0 }
				value={ total || '' }
				onChange={ ( text ) =>
					onChange(
						parseInt( text, 10 ) > 0
							? `PT${ parseInt( text, 10 ) }M`
							: ''
					)
				}
				__nextHasNoMarginBottom
				__next40pxDefaultSize
			/>
		</BaseControl>
	);
}

function labelOf( { label, need } ) {
	if ( need === 'required' ) {
		/* translators: %s: name of a field. */
		return sprintf( __( '%s (required)', 'igny8' ), label );
	}
	return need === 'recommended'
		? /* translators: %s: name of a field. */
			sprintf( __( '%s (recommended)', 'igny8' ), label )
		: label;
}
