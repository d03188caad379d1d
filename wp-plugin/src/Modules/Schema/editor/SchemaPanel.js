// Panel: what the page is, the facts of that type, and what Google would say about it.
import {
	Button,
	PanelBody,
	SelectControl,
	Spinner,
	ToggleControl,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { useFields, useHost } from '../../../../editor/host';
import Facts from './Facts';
import Messages from './Messages';
import useCheck from './useCheck';
import useTypes from './useTypes';
import Videos from './Videos';
import withoutEmpty from './withoutEmpty';
import './schema.scss';

export default function SchemaPanel() {
	const [ isOpen, setIsOpen ] = useState( false );
	return (
		<PanelBody
			title={ __( 'Schema', 'igny8' ) }
			opened={ isOpen }
			onToggle={ () => setIsOpen( ! isOpen ) }
		>
			{ isOpen && <Schema /> }
		</PanelBody>
	);
}

function Schema() {
	const [ fields, change ] = useFields();
	const { subtype } = useHost();
	const types = useTypes();
	const chosen = Array.isArray( fields.schema )
		? {}
		: ( fields.schema ?? {} );
	const check = useCheck( chosen );
	if ( ! types ) {
		return <Spinner />;
	}
	const set = ( values ) =>
		change( { schema: withoutEmpty( { ...chosen, ...values } ) } );
	const usual =
		types.post_types.find( ( { name } ) => name === subtype ) ?? {};
	const type = types.types.find(
		( entry ) => entry.type === ( chosen.type ?? check.result?.type )
	);
	return (
		<div className="igny8-schema">
			<SelectControl
				label={ __( 'This page is about', 'igny8' ) }
				value={ chosen.type ?? '' }
				options={ [
					{ value: '', label: usually( usual.type, types ) },
					{
						value: 'None',
						label: __( 'Only a page', 'igny8' ),
					},
					...types.types.map( ( entry ) => ( {
						value: entry.type,
						label: `${ entry.label } (${ entry.type })`,
					} ) ),
				] }
				onChange={ ( value ) => set( { type: value } ) }
				__nextHasNoMarginBottom
				__next40pxDefaultSize
			/>
			<SelectControl
				label={ __( 'Kind of page', 'igny8' ) }
				value={ chosen.page_type ?? '' }
				options={ [
					{
						value: '',
						label: sprintf(
							/* translators: %s: schema.org type. */
							__( 'As usual: %s', 'igny8' ),
							usual.page_type ?? 'WebPage'
						),
					},
					...types.page_types.map( ( name ) => ( {
						value: name,
						label: name,
					} ) ),
				] }
				onChange={ ( value ) => set( { page_type: value } ) }
				__nextHasNoMarginBottom
				__next40pxDefaultSize
			/>
			<Messages check={ check } />
			<Button
				variant="secondary"
				size="compact"
				isBusy={ check.isBusy }
				onClick={ check.again }
			>
				{ __( 'Check again', 'igny8' ) }
			</Button>
			{ type && type.properties.length > 0 && (
				<Facts
					type={ type }
					values={ chosen.properties ?? {} }
					onChange={ ( properties ) => set( { properties } ) }
				/>
			) }
			<Videos
				videos={ check.result?.videos ?? [] }
				typed={ chosen.videos ?? {} }
				onChange={ ( videos ) => set( { videos } ) }
			/>
			<ToggleControl
				label={ __( 'Details blocks are questions', 'igny8' ) }
				help={ __(
					'Says so of the plain details blocks too, not only of those in a FAQ block. Google shows no rich result for questions any more.',
					'igny8'
				) }
				checked={ !! chosen.faq_details }
				onChange={ ( value ) => set( { faq_details: value } ) }
				__nextHasNoMarginBottom
			/>
		</div>
	);
}

function usually( name, { types } ) {
	const type = types.find( ( entry ) => entry.type === name );
	return sprintf(
		/* translators: %s: what a page is about. */
		__( 'As usual: %s', 'igny8' ),
		type?.label ?? __( 'only a page', 'igny8' )
	);
}
