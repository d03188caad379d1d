// Entry of the editor's side of our blocks: a visible list, one import a block.
import { registerBlockType } from '@wordpress/blocks';
import breadcrumbs from '../src/Modules/SeoMeta/blocks/breadcrumbs';
import faq from '../src/Modules/Schema/blocks/faq';
import howTo from '../src/Modules/Schema/blocks/how-to';
import howToStep from '../src/Modules/Schema/blocks/how-to-step';
import review from '../src/Modules/Schema/blocks/review';

/**
 * `{ metadata, settings }` each: block.json, and what registerBlockType() takes beside it.
 */
const BLOCKS = [ breadcrumbs, faq, howTo, howToStep, review ];

// Blocks.php names those whose module is on.
const { igny8Blocks = [] } = window;

BLOCKS.filter( ( { metadata } ) =>
	igny8Blocks.includes( metadata.name )
).forEach( ( { metadata, settings } ) =>
	registerBlockType( metadata, settings )
);
