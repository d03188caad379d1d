// Reads what stands in the fields of WordPress' own classic forms.

const FIELDS = {
	post: { title: '#title', excerpt: '#excerpt', content: '#content' },
	term: {
		title: '#name, #tag-name',
		slug: '#slug, #tag-slug',
		content: '#description, #tag-description',
	},
	user: { title: '#display_name', content: '#description' },
};

const valueOf = ( selector ) => document.querySelector( selector )?.value ?? '';

/**
 * @param {string} kind   `post`, `term` or `user`.
 * @param {string} stored Slug in the database, shown by no field of a post until it is edited.
 * @param {string} link   Permalink in the database.
 * @return {Object} `title`, `excerpt`, `slug`, `link`, `image`, `terms` as they are typed now.
 */
export function readForm( kind, stored, link ) {
	const { title, excerpt, slug } = FIELDS[ kind ];
	return {
		title: valueOf( title ),
		excerpt: excerpt ? valueOf( excerpt ) : '',
		slug:
			kind === 'post'
				? document.querySelector( '#editable-post-name-full' )
						?.textContent || stored
				: valueOf( slug ?? '#none' ) || stored,
		link:
			document
				.querySelector( '#sample-permalink' )
				?.textContent?.trim() || link,
		image: Math.max( 0, Number( valueOf( '#_thumbnail_id' ) ) || 0 ),
		terms: kind === 'post' ? checkedTerms() : {},
	};
}

/**
 * @param {string} kind
 * @return {string} The content, from TinyMCE while its visual tab is open.
 */
export function readContent( kind ) {
	const selector = FIELDS[ kind ].content;
	const visual = window.tinymce?.get( selector.slice( 1 ) );
	return visual && ! visual.isHidden()
		? visual.getContent()
		: valueOf( selector );
}

function checkedTerms() {
	const terms = {};
	document
		.querySelectorAll( '.categorychecklist input:checked' )
		.forEach( ( { name, value } ) => {
			const taxonomy =
				name.match( /^tax_input\[([^\]]+)\]/ )?.[ 1 ] ?? 'category';
			terms[ taxonomy ] = [
				...new Set( [
					...( terms[ taxonomy ] ?? [] ),
					Number( value ),
				] ),
			];
		} );
	return terms;
}

/**
 * @param {string}   kind
 * @param {Function} callback Called after every change of the content.
 * @return {Function} Ends it.
 */
export function listenToContent( kind, callback ) {
	const id = FIELDS[ kind ].content.split( ',' )[ 0 ].trim().slice( 1 );
	const field = document.getElementById( id );
	field?.addEventListener( 'input', callback );
	const EVENTS = 'input change undo redo SetContent hide show';
	let editor = null;
	const attach = ( found ) => {
		if ( found?.id === id ) {
			editor = found;
			found.on( EVENTS, callback );
		}
	};
	const onAdd = ( event ) => attach( event.editor );
	attach( window.tinymce?.get( id ) );
	window.tinymce?.on( 'AddEditor', onAdd );
	return () => {
		field?.removeEventListener( 'input', callback );
		window.tinymce?.off( 'AddEditor', onAdd );
		editor?.off( EVENTS, callback );
	};
}
