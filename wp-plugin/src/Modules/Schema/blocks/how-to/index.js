// The how-to block: what is needed, then steps in an ordered list.
import {
	InnerBlocks,
	InspectorControls,
	RichText,
	useBlockProps,
	useInnerBlocksProps,
} from '@wordpress/block-editor';
import {
	FormTokenField,
	PanelBody,
	TextControl,
	__experimentalNumberControl as NumberControl, // eslint-disable-line @wordpress/no-unsafe-wp-apis -- The only number field there is.
} from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import metadata from './block.json';
import { durationOf, wordsOf } from './duration';

const TEMPLATE = [ [ 'igny8/how-to-step' ], [ 'igny8/how-to-step' ] ];

function Edit( { attributes, setAttributes } ) {
	const steps = useInnerBlocksProps(
		{ className: 'wp-block-igny8-how-to__steps' },
		{
			allowedBlocks: metadata.allowedBlocks,
			template: TEMPLATE,
			defaultBlock: { name: 'igny8/how-to-step' },
			directInsert: true,
			renderAppender: InnerBlocks.ButtonBlockAppender,
		}
	);
	return (
		<>
			<InspectorControls>
				<PanelBody title={ __( 'What is needed', 'igny8' ) }>
					<Time { ...{ attributes, setAttributes } } />
					<FormTokenField
						label={ __( 'Supplies', 'igny8' ) }
						value={ attributes.supplies }
						onChange={ ( supplies ) =>
							setAttributes( {
								supplies,
								suppliesText: listed(
									__( 'Supplies: %s', 'igny8' ), // eslint-disable-line @wordpress/i18n-translator-comments -- Told at listed().
									supplies
								),
							} )
						}
						__nextHasNoMarginBottom
						__next40pxDefaultSize
					/>
					<FormTokenField
						label={ __( 'Tools', 'igny8' ) }
						value={ attributes.tools }
						onChange={ ( tools ) =>
							setAttributes( {
								tools,
								toolsText: listed(
									__( 'Tools: %s', 'igny8' ), // eslint-disable-line @wordpress/i18n-translator-comments -- Told at listed().
									tools
								),
							} )
						}
						__nextHasNoMarginBottom
						__next40pxDefaultSize
					/>
					<TextControl
						label={ __(
							'Name, if not the title of the page',
							'igny8'
						) }
						value={ attributes.title }
						onChange={ ( title ) => setAttributes( { title } ) }
						__nextHasNoMarginBottom
						__next40pxDefaultSize
					/>
				</PanelBody>
			</InspectorControls>
			<div { ...useBlockProps() }>
				<RichText
					tagName="p"
					className="wp-block-igny8-how-to__description"
					aria-label={ __( 'What this is about', 'igny8' ) }
					placeholder={ __( 'What this is about', 'igny8' ) }
					value={ attributes.description }
					onChange={ ( description ) =>
						setAttributes( { description } )
					}
				/>
				<Needs attributes={ attributes } />
				<ol { ...steps } />
			</div>
		</>
	);
}

function Time( { attributes, setAttributes } ) {
	const change = ( values ) => {
		const time = { ...attributes, ...values };
		setAttributes( { ...values, timeText: wordsOf( time ) } );
	};
	const fields = [
		[ 'days', __( 'Days', 'igny8' ) ],
		[ 'hours', __( 'Hours', 'igny8' ) ],
		[ 'minutes', __( 'Minutes', 'igny8' ) ],
	];
	return fields.map( ( [ name, label ] ) => (
		<NumberControl
			key={ name }
			label={ label }
			min={ 0 }
			max={ 999 }
			value={ attributes[ name ] || '' }
			onChange={ ( value ) =>
				change( {
					[ name ]: Math.min(
						999,
						Math.max( 0, parseInt( value, 10 ) || 0 )
					),
				} )
			}
			__next40pxDefaultSize
		/>
	) );
}

/**
 * The texts are stored as they were written: a block must not change with the language of who looks at it.
 *
 * @param {Object} props
 * @param {Object} props.attributes
 */
function Needs( { attributes } ) {
	const { timeText, suppliesText, toolsText } = attributes;
	return (
		<>
			{ timeText && (
				<p className="wp-block-igny8-how-to__time">
					<time dateTime={ durationOf( attributes ) }>
						{ timeText }
					</time>
				</p>
			) }
			{ suppliesText && (
				<p className="wp-block-igny8-how-to__supplies">
					{ suppliesText }
				</p>
			) }
			{ toolsText && (
				<p className="wp-block-igny8-how-to__tools">{ toolsText }</p>
			) }
		</>
	);
}

/**
 * @param {string}   text  With %s for the things.
 * @param {string[]} names
 * @return {string} '' for none.
 */
const listed = ( text, names ) =>
	names.length ? sprintf( text, names.join( ', ' ) ) : '';

function save( { attributes } ) {
	const { description } = attributes;
	return (
		<div { ...useBlockProps.save() }>
			{ description && (
				<RichText.Content
					tagName="p"
					className="wp-block-igny8-how-to__description"
					value={ description }
				/>
			) }
			<Needs attributes={ attributes } />
			<ol
				{ ...useInnerBlocksProps.save( {
					className: 'wp-block-igny8-how-to__steps',
				} ) }
			/>
		</div>
	);
}

export default { metadata, settings: { edit: Edit, save } };
