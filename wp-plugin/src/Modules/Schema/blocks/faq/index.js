// The FAQ block: a frame around WordPress' own details blocks, so that it stays readable without this plugin.
import {
	InnerBlocks,
	useBlockProps,
	useInnerBlocksProps,
} from '@wordpress/block-editor';
import { createBlock } from '@wordpress/blocks';
import { __ } from '@wordpress/i18n';
import metadata from './block.json';

const answer = () => [
	'core/paragraph',
	{ placeholder: __( 'The answer', 'igny8' ) },
];
const QUESTION = { name: 'core/details' };

function Edit() {
	const inner = useInnerBlocksProps( useBlockProps(), {
		allowedBlocks: metadata.allowedBlocks,
		template: [ [ 'core/details', {}, [ answer() ] ] ],
		defaultBlock: QUESTION,
		directInsert: true,
		renderAppender: InnerBlocks.ButtonBlockAppender,
	} );
	return <div { ...inner } />;
}

function save() {
	return <div { ...useInnerBlocksProps.save( useBlockProps.save() ) } />;
}

/**
 * Details blocks that stand below each other become one FAQ, and the other way round.
 */
const transforms = {
	from: [
		{
			type: 'block',
			isMultiBlock: true,
			blocks: [ 'core/details' ],
			__experimentalConvert: ( blocks ) =>
				createBlock(
					metadata.name,
					{},
					blocks.map( ( { name, attributes, innerBlocks } ) =>
						createBlock( name, attributes, innerBlocks )
					)
				),
		},
	],
	ungroup: ( attributes, innerBlocks ) => innerBlocks,
};

export default { metadata, settings: { edit: Edit, save, transforms } };
