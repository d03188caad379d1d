// What the owner says about the business: its name, kind, trades and facts.
import { Button, SelectControl, TextControl } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import { toLines } from '../../../../admin/parts/Lines';
import Panel from '../../../../admin/parts/Panel';
import { site } from '../../../../admin/site';
import useKept from '../../../../admin/useKept';
import { SITE_TYPES, options } from '../../../../admin/words';
import FactsFields, { FACTS } from './FactsFields';
import SectorPicker from './SectorPicker';

/**
 * @param {Object}   props
 * @param {?Object}  props.plan     The newest one, to begin with what it was made from.
 * @param {?Object}  props.error
 * @param {Function} props.onSubmit Gets the input of blueprint.create.
 */
export default function PlanForm( { plan, error, onSubmit } ) {
	// A newer plan was made from what was typed, or from something else: begin anew.
	const [ values, setValues ] = useKept( `plan ${ plan?.version ?? 0 }`, () =>
		initial( plan?.document )
	);
	const [ isMissing, setIsMissing ] = useState( false );
	const notice = useRef();
	const set = ( change ) => setValues( ( old ) => ( { ...old, ...change } ) );

	useEffect( () => {
		if ( error ) {
			notice.current?.focus();
		}
	}, [ error ] );

	const submit = ( event ) => {
		event.preventDefault();
		setIsMissing( values.sectors.length === 0 );
		if ( values.sectors.length > 0 ) {
			onSubmit( toInput( values ) );
		}
	};
	return (
		<form className="igny8-form" onSubmit={ submit }>
			<div ref={ notice } tabIndex={ -1 }>
				<ErrorNotice error={ error } />
			</div>
			<Panel title={ __( 'Your business', 'igny8' ) }>
				<TextControl
					label={ __( 'Name', 'igny8' ) }
					value={ values.name }
					maxLength={ 120 }
					onChange={ ( name ) => set( { name } ) }
				/>
				<SectorPicker
					sectors={ values.sectors }
					onChange={ ( sectors ) => {
						set( { sectors } );
						setIsMissing( false );
					} }
					isMissing={ isMissing }
				/>
				<SelectControl
					label={ __( 'Kind of site', 'igny8' ) }
					help={ __(
						'Decides which pages sell: shop categories, service and booking pages, or pricing.',
						'igny8'
					) }
					value={ values.type }
					options={ [
						{
							value: '',
							label: __( 'What is usual for the trade', 'igny8' ),
						},
						...options( SITE_TYPES ),
					] }
					onChange={ ( type ) => set( { type } ) }
				/>
			</Panel>
			<FactsFields
				facts={ values.facts }
				onChange={ ( facts ) => set( { facts } ) }
			/>
			<div className="igny8-buttons">
				<Button variant="primary" type="submit">
					{ __( 'Make the plan', 'igny8' ) }
				</Button>
				<span className="igny8-buttons__note">
					{ __( 'Takes a few seconds.', 'igny8' ) }
				</span>
			</div>
		</form>
	);
}

function initial( document ) {
	const facts = document?.facts ?? {};
	return {
		name: document?.site_name ?? site.siteName,
		type: document?.site_type ?? '',
		sectors: document?.sectors ?? [],
		facts: Object.fromEntries(
			FACTS.map( ( { name } ) => [
				name,
				( facts[ name ] ?? [] ).join( '\n' ),
			] )
		),
	};
}

function toInput( { name, type, sectors, facts } ) {
	const lists = Object.entries( facts ).map( ( [ kind, text ] ) => [
		kind,
		toLines( text ),
	] );
	return {
		sectors: sectors.map( ( { slug } ) => slug ),
		...( name.trim() && { site_name: name.trim() } ),
		...( type && { site_type: type } ),
		facts: Object.fromEntries(
			lists.filter( ( [ , list ] ) => list.length > 0 )
		),
	};
}
