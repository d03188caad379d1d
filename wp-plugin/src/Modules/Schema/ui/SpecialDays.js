// Days on which the opening hours are different: holidays, inventory, late evenings.
import { Button, CheckboxControl, TextControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { Span } from './Hours';

/**
 * @param {Object}   props
 * @param {Object[]} props.days     `{from, to, is_closed, opens, closes, note}` each.
 * @param {Function} props.onChange Gets all of them.
 * @param {string}   props.from     Date of a new one.
 */
export default function SpecialDays( { days, onChange, from } ) {
	const change = ( index, values ) =>
		onChange(
			days.map( ( day, at ) =>
				at === index ? withTimes( { ...day, ...values } ) : day
			)
		);
	return (
		<div className="igny8-hours">
			<h3>{ __( 'Special days', 'igny8' ) }</h3>
			{ days.map( ( day, index ) => (
				<SpecialDay
					key={ index }
					day={ day }
					number={ index + 1 }
					onChange={ ( values ) => change( index, values ) }
					onRemove={ () =>
						onChange( days.filter( ( other, at ) => at !== index ) )
					}
				/>
			) ) }
			<Button
				variant="secondary"
				onClick={ () =>
					onChange( [ ...days, { from, is_closed: true } ] )
				}
			>
				{ __( 'Add a special day', 'igny8' ) }
			</Button>
		</div>
	);
}

function SpecialDay( { day, number, onChange, onRemove } ) {
	/* translators: %d: number of a special day in its list. */
	const name = sprintf( __( 'Special day %d', 'igny8' ), number );
	return (
		<fieldset className="igny8-hours__special">
			<legend className="screen-reader-text">{ name }</legend>
			<TextControl
				label={ __( 'From', 'igny8' ) }
				type="date"
				value={ day.from ?? '' }
				onChange={ ( value ) => onChange( { from: value } ) }
				__nextHasNoMarginBottom
				__next40pxDefaultSize
			/>
			<TextControl
				label={ __( 'Until, if more than one day', 'igny8' ) }
				type="date"
				min={ day.from }
				value={ day.to ?? '' }
				onChange={ ( to ) => onChange( { to } ) }
				__nextHasNoMarginBottom
				__next40pxDefaultSize
			/>
			<TextControl
				label={ __( 'Note for yourself', 'igny8' ) }
				value={ day.note ?? '' }
				onChange={ ( note ) => onChange( { note } ) }
				__nextHasNoMarginBottom
				__next40pxDefaultSize
			/>
			<CheckboxControl
				label={ __( 'Closed', 'igny8' ) }
				checked={ !! day.is_closed }
				onChange={ ( value ) => onChange( { is_closed: value } ) }
				__nextHasNoMarginBottom
			/>
			{ ! day.is_closed && (
				<Span day={ name } span={ day } onChange={ onChange } />
			) }
			<Button variant="tertiary" isDestructive onClick={ onRemove }>
				{ __( 'Remove', 'igny8' ) }
				<span className="screen-reader-text">{ ` ${ name }` }</span>
			</Button>
		</fieldset>
	);
}

/**
 * A closed day has no times, an open one has; no end is no property.
 *
 * @param {Object} day
 * @return {Object} As the settings take it.
 */
function withTimes( { opens, closes, to, ...day } ) {
	const end = to ? { to } : {};
	return day.is_closed
		? { ...day, ...end }
		: {
				...day,
				...end,
				opens: opens ?? '09:00',
				closes: closes ?? '17:00',
			};
}
