// Videos of which something is missing that Google requires: the owner may know it.
import { TextControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

const FACTS = [
	{ name: 'name', label: __( 'Title', 'igny8' ), type: 'text' },
	{
		name: 'thumbnail',
		label: __( 'Address of a preview image', 'igny8' ),
		type: 'url',
	},
	{ name: 'uploaded', label: __( 'Uploaded on', 'igny8' ), type: 'date' },
];

/**
 * @param {Object}   props
 * @param {Object[]} props.videos   As they are known: `{url, name, thumbnail, uploaded}`.
 * @param {Object}   props.typed    Address → what the owner has typed.
 * @param {Function} props.onChange Gets all that is typed.
 */
export default function Videos( { videos, typed, onChange } ) {
	const open = videos.filter( ( video ) =>
		FACTS.some( ( { name } ) => ! video[ name ] )
	);
	return open.map( ( video ) => (
		<fieldset key={ video.url } className="igny8-schema__facts">
			<legend>{ __( 'Video', 'igny8' ) }</legend>
			<p dir="ltr">{ video.url }</p>
			{ FACTS.filter( ( { name } ) => ! video[ name ] ).map(
				( { name, label, type } ) => (
					<TextControl
						key={ name }
						label={ label }
						type={ type }
						value={ typed[ video.url ]?.[ name ] ?? '' }
						onChange={ ( value ) =>
							onChange( {
								...typed,
								[ video.url ]: {
									...typed[ video.url ],
									[ name ]: value,
								},
							} )
						}
						__nextHasNoMarginBottom
						__next40pxDefaultSize
					/>
				)
			) }
		</fieldset>
	) );
}
