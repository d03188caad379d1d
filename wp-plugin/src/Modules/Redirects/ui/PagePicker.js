// Where a redirect leads: an address, or a page that is followed wherever it moves.
import {
	ComboboxControl,
	RadioControl,
	TextControl,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import useDelayed from '../../../../admin/useDelayed';
import useOperation from '../../../../admin/useOperation';

const TYPE_MS = 250; // A pause in typing.

/**
 * @param {Object}   props
 * @param {Object}   props.value    `{target, target_type, target_id}`
 * @param {string}   [props.label]  Title of the page it leads to now.
 * @param {string}   [props.fault]
 * @param {Function} props.onChange Gets what changes of `value`.
 */
export default function PagePicker( { value, label, fault, onChange } ) {
	const isPage = value.target_type !== 'url';
	return (
		<>
			<RadioControl
				label={ __( 'Leads to', 'igny8' ) }
				selected={ isPage ? 'page' : 'url' }
				options={ [
					{ value: 'url', label: __( 'An address', 'igny8' ) },
					{
						value: 'page',
						label: __( 'A page or term of this site', 'igny8' ),
					},
				] }
				onChange={ ( kind ) =>
					onChange( {
						target_type: kind === 'url' ? 'url' : 'post',
						target_id: 0,
					} )
				}
			/>
			{ isPage ? (
				<Find
					value={ value }
					label={ label }
					fault={ fault }
					onChange={ onChange }
				/>
			) : (
				<TextControl
					__next40pxDefaultSize
					label={ __( 'New address', 'igny8' ) }
					placeholder="/new-page"
					dir="ltr"
					spellCheck={ false }
					value={ value.target }
					help={ fault }
					className={ fault ? 'has-error' : undefined }
					aria-invalid={ fault ? true : undefined }
					onChange={ ( target ) => onChange( { target } ) }
				/>
			) }
		</>
	);
}

function Find( { value, label, fault, onChange } ) {
	const [ words, setWords ] = useState( '' );
	const [ picked, setPicked ] = useState(
		value.target_id ? { value: keyOf( value ), label } : null
	);
	const asked = useDelayed( words.trim(), TYPE_MS );
	const found = useOperation(
		'redirects.suggest',
		{ address: `/${ asked }` },
		asked.length > 1
	);
	const options = ( found.data?.suggestions ?? [] ).map( ( page ) => ( {
		value: `${ page.type } ${ page.id }`,
		label: page.title,
	} ) );
	const all =
		picked && ! options.some( ( { value: key } ) => key === picked.value )
			? [ picked, ...options ]
			: options;
	return (
		<ComboboxControl
			__next40pxDefaultSize
			label={ __( 'Page', 'igny8' ) }
			help={
				fault ??
				__( 'Type the beginning of its address or title.', 'igny8' )
			}
			value={ picked?.value ?? null }
			options={ all }
			onFilterValueChange={ setWords }
			onChange={ ( key ) => {
				const [ type, id ] = ( key ?? 'post 0' ).split( ' ' );
				setPicked( all.find( ( option ) => option.value === key ) );
				onChange( { target_type: type, target_id: Number( id ) } );
			} }
		/>
	);
}

const keyOf = ( { target_type: type, target_id: id } ) => `${ type } ${ id }`;
