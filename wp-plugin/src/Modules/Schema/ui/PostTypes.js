// What the posts of a type are, unless a post says otherwise.
import { SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import Panel from '../../../../admin/parts/Panel';

/**
 * @param {Object} props
 * @param {Object} props.settings Of useSettings.
 * @param {Object} props.types    As `schema.types` gives them.
 */
export default function PostTypes( { settings, types } ) {
	return (
		<Panel
			title={ __( 'Post types', 'igny8' ) }
			description={ __(
				'What a post is about, and what kind of page it is. Each post can say otherwise in the editor.',
				'igny8'
			) }
		>
			{ types.post_types.map( ( postType ) => (
				<PostType
					key={ postType.name }
					{ ...{ postType, settings, types } }
				/>
			) ) }
		</Panel>
	);
}

function PostType( { postType, settings, types } ) {
	const path = ( name ) => [ 'post_types', postType.name, name ];
	const usual = types.types.find(
		( { type } ) => type === postType.usual_type
	);
	return (
		<fieldset className="igny8-schema-type">
			<legend>{ postType.label }</legend>
			<div className="igny8-form__grid">
				<SelectControl
					label={ __( 'About', 'igny8' ) }
					value={ settings.get( path( 'type' ) ) ?? '' }
					options={ [
						{
							value: '',
							label: usually(
								usual?.label ?? __( 'only a page', 'igny8' )
							),
						},
						{ value: 'None', label: __( 'Only a page', 'igny8' ) },
						...types.types.map( ( { type, label } ) => ( {
							value: type,
							label: `${ label } (${ type })`,
						} ) ),
					] }
					onChange={ ( value ) =>
						settings.set( path( 'type' ), value )
					}
					__nextHasNoMarginBottom
					__next40pxDefaultSize
				/>
				<SelectControl
					label={ __( 'Kind of page', 'igny8' ) }
					value={ settings.get( path( 'page_type' ) ) ?? '' }
					options={ [
						{
							value: '',
							label: usually( postType.usual_page_type ),
						},
						...types.page_types.map( ( name ) => ( {
							value: name,
							label: name,
						} ) ),
					] }
					onChange={ ( value ) =>
						settings.set( path( 'page_type' ), value )
					}
					__nextHasNoMarginBottom
					__next40pxDefaultSize
				/>
			</div>
		</fieldset>
	);
}

const usually = ( name ) =>
	/* translators: %s: what a page is about. */
	sprintf( __( 'As usual: %s', 'igny8' ), name );
