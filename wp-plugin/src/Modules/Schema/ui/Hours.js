// Opening hours: every weekday with one or more spans, and days that are different.
import {
	Button,
	SelectControl,
	TextControl,
	ToggleControl,
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import Panel from '../../../../admin/parts/Panel';
import { ALL_DAY, changeDay, copyToWorkdays, stateOf, today } from './spans';
import SpecialDays from './SpecialDays';

export const DAYS = {
	mon: __( 'Monday', 'igny8' ),
	tue: __( 'Tuesday', 'igny8' ),
	wed: __( 'Wednesday', 'igny8' ),
	thu: __( 'Thursday', 'igny8' ),
	fri: __( 'Friday', 'igny8' ),
	sat: __( 'Saturday', 'igny8' ),
	sun: __( 'Sunday', 'igny8' ),
};

const STATES = [
	{ value: 'unknown', label: __( 'Not said', 'igny8' ) },
	{ value: 'closed', label: __( 'Closed', 'igny8' ) },
	{ value: 'open', label: __( 'Open at times', 'igny8' ) },
	{ value: 'always', label: __( 'Open 24 hours', 'igny8' ) },
];

/**
 * @param {Object}   props
 * @param {Object}   props.hours    `{is_always_open, days: {mon: [{opens, closes}]}, special: [...]}`.
 * @param {Function} props.onChange Gets all of it.
 */
export default function Hours( { hours, onChange } ) {
	const days = hours.days && ! Array.isArray( hours.days ) ? hours.days : {};
	const set = ( name, spans ) =>
		onChange( { ...hours, days: changeDay( days, name, spans ) } );
	return (
		<Panel title={ __( 'Opening hours', 'igny8' ) }>
			<ToggleControl
				label={ __( 'Open day and night, every day', 'igny8' ) }
				checked={ !! hours.is_always_open }
				onChange={ ( value ) =>
					onChange( { ...hours, is_always_open: value } )
				}
				__nextHasNoMarginBottom
			/>
			{ ! hours.is_always_open && (
				<div className="igny8-hours">
					{ Object.entries( DAYS ).map( ( [ name, label ] ) => (
						<Day
							key={ name }
							label={ label }
							spans={ days[ name ] }
							onChange={ ( spans ) => set( name, spans ) }
						/>
					) ) }
					<Button
						variant="tertiary"
						disabled={ ! days.mon }
						accessibleWhenDisabled
						onClick={ () =>
							onChange( {
								...hours,
								days: copyToWorkdays( days ),
							} )
						}
					>
						{ __( 'Take Monday for all weekdays', 'igny8' ) }
					</Button>
				</div>
			) }
			<SpecialDays
				days={ hours.special ?? [] }
				onChange={ ( special ) => onChange( { ...hours, special } ) }
				from={ today() }
			/>
		</Panel>
	);
}

function Day( { label, spans, onChange } ) {
	const state = stateOf( spans );
	const choose = ( value ) =>
		onChange(
			{
				unknown: undefined,
				closed: [],
				always: [ ALL_DAY ],
				open: [ { opens: '09:00', closes: '17:00' } ],
			}[ value ]
		);
	const change = ( index, values ) =>
		onChange(
			spans.map( ( span, at ) =>
				at === index ? { ...span, ...values } : span
			)
		);
	return (
		<fieldset className="igny8-hours__day">
			<legend>{ label }</legend>
			<SelectControl
				label={ label }
				hideLabelFromVision
				value={ state }
				options={ STATES }
				onChange={ choose }
				__nextHasNoMarginBottom
				__next40pxDefaultSize
			/>
			{ state === 'open' && (
				<div className="igny8-hours__spans">
					{ spans.map( ( span, index ) => (
						<Span
							key={ index }
							day={ label }
							span={ span }
							onChange={ ( values ) => change( index, values ) }
							onRemove={
								spans.length > 1
									? () =>
											onChange(
												spans.filter(
													( other, at ) =>
														at !== index
												)
											)
									: null
							}
						/>
					) ) }
					{ spans.length < 6 && (
						<Button
							variant="link"
							onClick={ () =>
								onChange( [
									...spans,
									{ opens: '18:00', closes: '22:00' },
								] )
							}
						>
							{ sprintf(
								/* translators: %s: a weekday. */
								__( 'Add hours on %s', 'igny8' ),
								label
							) }
						</Button>
					) }
				</div>
			) }
		</fieldset>
	);
}

export function Span( { day, span, onChange, onRemove } ) {
	return (
		<div className="igny8-hours__span">
			<TextControl
				/* translators: %s: a weekday or date. */
				label={ sprintf( __( '%s: opens', 'igny8' ), day ) }
				hideLabelFromVision
				type="time"
				value={ span.opens ?? '' }
				onChange={ ( opens ) => onChange( { opens } ) }
				__nextHasNoMarginBottom
				__next40pxDefaultSize
			/>
			<span aria-hidden="true">–</span>
			<TextControl
				/* translators: %s: a weekday or date. */
				label={ sprintf( __( '%s: closes', 'igny8' ), day ) }
				hideLabelFromVision
				type="time"
				value={ span.closes ?? '' }
				onChange={ ( closes ) => onChange( { closes } ) }
				__nextHasNoMarginBottom
				__next40pxDefaultSize
			/>
			{ onRemove && (
				<Button
					variant="tertiary"
					size="compact"
					onClick={ onRemove }
					/* translators: 1: a weekday or date, 2: a time. */
					aria-label={ sprintf(
						__( '%1$s: remove %2$s', 'igny8' ), // eslint-disable-line @wordpress/i18n-translator-comments -- Told above.
						day,
						span.opens
					) }
				>
					{ __( 'Remove', 'igny8' ) }
				</Button>
			) }
		</div>
	);
}
