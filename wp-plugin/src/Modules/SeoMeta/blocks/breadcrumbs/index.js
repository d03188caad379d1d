// The breadcrumbs block: drawn by the server, as in every theme, with links that lead nowhere while somebody edits.
import { useBlockProps } from '@wordpress/block-editor';
import { Disabled } from '@wordpress/components';
import ServerSideRender from '@wordpress/server-side-render';
import metadata from './block.json';

function Edit( { attributes, context: { postId } } ) {
	return (
		<div { ...useBlockProps() }>
			<Disabled>
				<ServerSideRender
					block={ metadata.name }
					attributes={ attributes }
					urlQueryArgs={ postId ? { post_id: postId } : {} }
					skipBlockSupportAttributes
				/>
			</Disabled>
		</div>
	);
}

export default { metadata, settings: { edit: Edit, save: () => null } };
