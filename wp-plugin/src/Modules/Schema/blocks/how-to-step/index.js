// One step of the how-to block: a title, and any text or image below it.
import {
	RichText,
	useBlockProps,
	useInnerBlocksProps,
} from '@wordpress/block-editor';
import { __ } from '@wordpress/i18n';
import metadata from './block.json';

const TITLE = 'wp-block-igny8-how-to-step__title';
const ALLOWED = [
	'core/paragraph',
	'core/list',
	'core/image',
	'core/gallery',
	'core/video',
	'core/code',
	'core/quote',
];

function Edit( { attributes, setAttributes } ) {
	const inner = useInnerBlocksProps(
		{},
		{
			allowedBlocks: ALLOWED,
			template: [
				[
					'core/paragraph',
					{ placeholder: __( 'How it is done', 'igny8' ) },
				],
			],
			templateInsertUpdatesSelection: false,
		}
	);
	return (
		<li { ...useBlockProps() }>
			<RichText
				tagName="strong"
				className={ TITLE }
				aria-label={ __( 'What to do', 'igny8' ) }
				placeholder={ __( 'What to do', 'igny8' ) }
				value={ attributes.title }
				onChange={ ( title ) => setAttributes( { title } ) }
				allowedFormats={ [ 'core/italic', 'core/code', 'core/link' ] }
			/>
			<div { ...inner } />
		</li>
	);
}

function save( { attributes } ) {
	return (
		<li { ...useBlockProps.save() }>
			<RichText.Content
				tagName="strong"
				className={ TITLE }
				value={ attributes.title }
			/>
			<div { ...useInnerBlocksProps.save() } />
		</li>
	);
}

export default { metadata, settings: { edit: Edit, save } };
