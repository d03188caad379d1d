// Panel: robots, canonical address, redirect, breadcrumbs, cornerstone and primary terms.
import {
	CheckboxControl,
	PanelBody,
	SelectControl,
	TextControl,
	ToggleControl,
} from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { useHost } from '../../../../editor/host';
import { useLive } from './live/Live';
import PrimaryTerms from './PrimaryTerms';
import { parse, stanceOf, withDirectives, withStance } from './robots';

const SWITCHES = {
	noarchive: __( 'No cached copy', 'igny8' ),
	nosnippet: __( 'No text below the title', 'igny8' ),
	noimageindex: __( 'No images in image search', 'igny8' ),
	notranslate: __( 'No offer to translate', 'igny8' ),
};
const size = { __next40pxDefaultSize: true, __nextHasNoMarginBottom: true };

export default function AdvancedPanel() {
	const { kind, fields, change } = useHost();
	return (
		<PanelBody title={ __( 'Advanced', 'igny8' ) } initialOpen={ false }>
			<Robots
				value={ fields.robots ?? '' }
				onChange={ ( robots ) => change( { robots } ) }
			/>
			<TextControl
				label={ __( 'Canonical address', 'igny8' ) }
				help={ __(
					'Only when this page repeats another: the address of the original.',
					'igny8'
				) }
				type="url"
				value={ fields.canonical ?? '' }
				onChange={ ( canonical ) => change( { canonical } ) }
				{ ...size }
			/>
			{ window.igny8Editor?.mayRedirect !== false && (
				<TextControl
					label={ __( 'Redirect to', 'igny8' ) }
					help={ __(
						'Visitors of this page are sent there, for good (301).',
						'igny8'
					) }
					type="url"
					value={ fields.redirect ?? '' }
					onChange={ ( redirect ) => change( { redirect } ) }
					{ ...size }
				/>
			) }
			<TextControl
				label={ __( 'Title in breadcrumbs', 'igny8' ) }
				value={ fields.breadcrumb_title ?? '' }
				maxLength={ 300 }
				onChange={ ( value ) => change( { breadcrumb_title: value } ) }
				{ ...size }
			/>
			{ kind === 'post' && <PrimaryTerms /> }
			{ kind === 'post' && (
				<ToggleControl
					label={ __( 'Cornerstone content', 'igny8' ) }
					help={ __(
						'One of the pages you most want to be found: more is asked of it.',
						'igny8'
					) }
					checked={ Boolean( fields.is_cornerstone ) }
					onChange={ ( value ) =>
						change( { is_cornerstone: value } )
					}
					__nextHasNoMarginBottom
				/>
			) }
		</PanelBody>
	);
}

function Robots( { value, onChange } ) {
	const { preview } = useLive();
	const robots = parse( value );
	const set = ( values ) => onChange( withDirectives( value, values ) );
	const stance = ( yes, label, words ) => (
		<SelectControl
			label={ label }
			value={ stanceOf( value, yes ) }
			options={ words }
			onChange={ ( chosen ) =>
				onChange( withStance( value, yes, chosen ) )
			}
			{ ...size }
		/>
	);
	const byKind = { value: '', label: __( 'As the settings say', 'igny8' ) };
	return (
		<>
			{ stance( 'index', __( 'Show in search results', 'igny8' ), [
				byKind,
				{ value: 'index', label: __( 'Yes', 'igny8' ) },
				{ value: 'noindex', label: __( 'No (noindex)', 'igny8' ) },
			] ) }
			{ stance( 'follow', __( 'Follow links', 'igny8' ), [
				byKind,
				{ value: 'follow', label: __( 'Yes', 'igny8' ) },
				{ value: 'nofollow', label: __( 'No (nofollow)', 'igny8' ) },
			] ) }
			<fieldset className="igny8-robots">
				<legend>{ __( 'Search engines are told', 'igny8' ) }</legend>
				{ Object.entries( SWITCHES ).map( ( [ name, label ] ) => (
					<CheckboxControl
						key={ name }
						label={ `${ label } (${ name })` }
						checked={ robots[ name ] === true }
						onChange={ ( is ) => set( { [ name ]: is } ) }
						__nextHasNoMarginBottom
					/>
				) ) }
			</fieldset>
			<Number
				label={ __(
					'Longest text below the title, in characters',
					'igny8'
				) }
				help={ __( 'max-snippet: −1 is no limit, 0 none.', 'igny8' ) }
				value={ robots[ 'max-snippet' ] }
				onChange={ ( most ) => set( { 'max-snippet': most } ) }
			/>
			<SelectControl
				label={ __( 'Largest image preview', 'igny8' ) }
				value={ robots[ 'max-image-preview' ] ?? '' }
				options={ [
					byKind,
					{ value: 'large', label: __( 'Large', 'igny8' ) },
					{ value: 'standard', label: __( 'Standard', 'igny8' ) },
					{ value: 'none', label: __( 'None', 'igny8' ) },
				] }
				onChange={ ( most ) => set( { 'max-image-preview': most } ) }
				{ ...size }
			/>
			<Number
				label={ __( 'Longest video preview, in seconds', 'igny8' ) }
				help={ __(
					'max-video-preview: −1 is no limit, 0 none.',
					'igny8'
				) }
				value={ robots[ 'max-video-preview' ] }
				onChange={ ( most ) => set( { 'max-video-preview': most } ) }
			/>
			{ preview.robots && (
				<p className="igny8-checks__why">
					{ __( 'The page will say:', 'igny8' ) }{ ' ' }
					<code>{ preview.robots }</code>
				</p>
			) }
		</>
	);
}

function Number( { value, onChange, ...props } ) {
	return (
		<TextControl
			type="number"
			min={ -1 }
			step={ 1 }
			value={ value ?? '' }
			onChange={ ( text ) =>
				onChange( /^-?\d+$/.test( text ) ? text : '' )
			}
			{ ...size }
			{ ...props }
		/>
	);
}
