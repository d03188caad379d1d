// Panel: how links to the page look on social networks.
import { Notice, PanelBody, SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import MediaField from '../../../../admin/parts/MediaField';
import { useHost } from '../../../../editor/host';
import { useLive } from './live/Live';
import SocialCard from './SocialCard';
import useVariables from './useVariables';
import VariableField from './VariableField';

// Facebook, "Sharing best practices": at least 1200 × 630 for sharp previews, below 200 × 200 none is shown.
const WIDTH = 1200;
const HEIGHT = 630;
const LEAST = 200;

export default function SocialPanel() {
	const host = useHost();
	const { fields, change } = host;
	const { preview } = useLive();
	const variables = useVariables( host );
	const field = ( name, label, placeholder, isLong = false ) => (
		<VariableField
			label={ label }
			value={ fields[ name ] ?? '' }
			placeholder={ placeholder }
			variables={ variables }
			first={ [] }
			isLong={ isLong }
			onChange={ ( value ) => change( { [ name ]: value } ) }
		/>
	);
	return (
		<PanelBody title={ __( 'Social', 'igny8' ) } initialOpen={ false }>
			<SocialCard
				network={ __( 'Preview on Facebook and LinkedIn', 'igny8' ) }
				host={ hostOf( host.link ) }
				title={ preview.og_title }
				description={ preview.og_description }
				image={ preview.og_image }
			/>
			{ field(
				'og_title',
				__( 'Title on social networks', 'igny8' ),
				preview.title
			) }
			{ field(
				'og_description',
				__( 'Description on social networks', 'igny8' ),
				preview.description,
				true
			) }
			<MediaField
				label={ __( 'Image on social networks', 'igny8' ) }
				value={ fields.og_image ?? '' }
				onChange={ ( value ) => change( { og_image: value } ) }
			/>
			<Size image={ preview.og_image } />
			<SocialCard
				network={ __( 'Preview on X', 'igny8' ) }
				host={ hostOf( host.link ) }
				isSmall={ preview.x_card === 'summary' }
				title={ preview.x_title }
				description={ preview.x_description }
				image={ preview.x_image }
			/>
			{ field(
				'x_title',
				__( 'Title on X', 'igny8' ),
				preview.og_title
			) }
			{ field(
				'x_description',
				__( 'Description on X', 'igny8' ),
				preview.og_description,
				true
			) }
			<MediaField
				label={ __( 'Image on X', 'igny8' ) }
				value={ fields.x_image ?? '' }
				onChange={ ( value ) => change( { x_image: value } ) }
			/>
			<SelectControl
				label={ __( 'Card on X', 'igny8' ) }
				value={ fields.x_card ?? '' }
				options={ [
					{
						value: '',
						label: __( 'As the settings say', 'igny8' ),
					},
					{
						value: 'summary_large_image',
						label: __( 'Large image', 'igny8' ),
					},
					{ value: 'summary', label: __( 'Small image', 'igny8' ) },
				] }
				onChange={ ( value ) => change( { x_card: value } ) }
				__next40pxDefaultSize
				__nextHasNoMarginBottom
			/>
		</PanelBody>
	);
}

function Size( { image } ) {
	if (
		! image?.width ||
		( image.width >= WIDTH && image.height >= HEIGHT )
	) {
		return null;
	}
	const isLost = image.width < LEAST || image.height < LEAST;
	return (
		<Notice status="warning" isDismissible={ false }>
			{ sprintf(
				/* translators: 1: width, 2: height of an image, 3: width, 4: height it should have. */
				__(
					'This image has %1$d × %2$d pixels. Sharp previews need %3$d × %4$d.',
					'igny8'
				),
				image.width,
				image.height,
				WIDTH,
				HEIGHT
			) }
			{ isLost &&
				' ' + __( 'So small an image is not shown at all.', 'igny8' ) }
		</Notice>
	);
}

function hostOf( url ) {
	try {
		return new URL( url ).hostname;
	} catch {
		return '';
	}
}
