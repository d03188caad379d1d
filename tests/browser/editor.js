// What the tests ask of the block editor; added to its page as `editorTest`.

/**
 * @param {Array} blocks Parsed blocks.
 * @return {string[]} What the editor finds wrong with them and with everything in them, one line a block.
 */
function invalid( blocks ) {
	return blocks.flatMap( ( block ) => {
		const [ isValid, issues ] = wp.blocks.validateBlock( block );
		const isKnown = ! [ 'core/freeform', 'core/missing' ].includes( block.name );
		const words = issues.map( ( { args } ) => args.join( ' ' ) ).join( '; ' );
		const own = block.isValid && isValid && isKnown ? [] : [ `${ block.name }: ${ words.slice( 0, 600 ) }` ];
		return [ ...own, ...invalid( block.innerBlocks ) ];
	} );
}

window.editorTest = {
	/**
	 * @return {Object} The post that is open: names of its blocks, what is wrong, and what saving would write.
	 */
	opened() {
		const { getBlocks, getBlockName, getClientIdsWithDescendants } = wp.data.select( 'core/block-editor' );
		return {
			names: getClientIdsWithDescendants().map( getBlockName ),
			invalid: invalid( getBlocks() ),
			saved: wp.blocks.serialize( getBlocks() ),
			isDirty: wp.data.select( 'core/editor' ).isEditedPostDirty(),
		};
	},

	/**
	 * @param {string} content Raw content of a post.
	 * @return {Object} What is wrong with it, whether saving leaves it as it is, and how many blocks it has.
	 */
	parsed( content ) {
		const blocks = wp.blocks.parse( content );
		return {
			invalid: invalid( blocks ),
			isSame: wp.blocks.serialize( blocks ) === content,
			count: blocks.length,
		};
	},
};
