// The post in the block editor, for the panels: its fields are edits of the post, so saving and undoing are WordPress' own.
import { store as blockEditorStore } from '@wordpress/block-editor';
import { useEntityProp } from '@wordpress/core-data';
import { select, subscribe, useSelect } from '@wordpress/data';
import { store as editorStore } from '@wordpress/editor';
import { useCallback, useMemo } from '@wordpress/element';
import { Host } from '../host';

const NONE = {};

// Before there is a title, WordPress gives the post's id.
const slugOf = ( slug ) => ( typeof slug === 'string' ? slug : '' );

const content = () => select( editorStore ).getEditedPostContent();

/**
 * Listens without rendering: every key that is pressed makes a new list of blocks.
 *
 * @param {Function} callback
 * @return {Function} Ends it.
 */
function onContent( callback ) {
	let seen = select( blockEditorStore ).getBlocks();
	return subscribe( () => {
		const now = select( blockEditorStore ).getBlocks();
		if ( now !== seen ) {
			seen = now;
			callback();
		}
	}, blockEditorStore );
}

export default function BlockHost( { children } ) {
	const post = useSelect( ( choose ) => {
		const { getCurrentPostId, getCurrentPostType, getPermalink } =
			choose( editorStore );
		const { getEditedPostAttribute, getEditedPostSlug } =
			choose( editorStore );
		return {
			id: getCurrentPostId(),
			subtype: getCurrentPostType(),
			title: getEditedPostAttribute( 'title' ) ?? '',
			excerpt: getEditedPostAttribute( 'excerpt' ) ?? '',
			slug: slugOf( getEditedPostSlug() ),
			link: getPermalink() ?? '',
			image: getEditedPostAttribute( 'featured_media' ) || 0,
		};
	}, [] );
	const terms = useTerms( post.subtype );
	const [ stored, setStored ] = useEntityProp(
		'postType',
		post.subtype,
		'igny8_seo'
	);
	const fields = stored ?? NONE;
	const change = useCallback(
		( values ) => setStored( { ...fields, ...values } ),
		[ fields, setStored ]
	);
	const key = JSON.stringify( post );
	const host = useMemo(
		() => ( {
			...JSON.parse( key ),
			kind: 'post',
			fields,
			change,
			terms,
			content,
			onContent,
		} ),
		[ key, fields, change, terms ]
	);
	return <Host.Provider value={ host }>{ children }</Host.Provider>;
}

/**
 * @param {string} postType
 * @return {Object} Taxonomy → ids that are chosen now.
 */
function useTerms( postType ) {
	const key = useSelect(
		( choose ) => {
			const { getEditedPostAttribute } = choose( editorStore );
			const taxonomies =
				window.igny8Editor?.taxonomies?.[ postType ] ?? [];
			return JSON.stringify(
				Object.fromEntries(
					taxonomies.map( ( { name, base } ) => [
						name,
						getEditedPostAttribute( base ) ?? [],
					] )
				)
			);
		},
		[ postType ]
	);
	return useMemo( () => JSON.parse( key ), [ key ] );
}
