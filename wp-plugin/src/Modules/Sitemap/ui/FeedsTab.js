// Settings → llms.txt & feeds: the list for language models, and what feeds say.
import { TextareaControl } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import Panel from '../../../../admin/parts/Panel';
import SettingsForm, { bind } from '../../../../admin/parts/SettingsForm';
import useSettings from '../../../../admin/useSettings';
import { Switch } from './Choices';
import Llms from './Llms';

export default function FeedsTab() {
	const settings = useSettings( 'sitemap', 'feeds' );
	return (
		<>
			<SettingsForm settings={ settings }>
				<Panel
					title={ __( 'Feeds', 'igny8' ) }
					description={ __(
						'For feed readers and services that take your posts. Nothing here changes your pages.',
						'igny8'
					) }
				>
					<TextareaControl
						{ ...bind(
							settings,
							[ 'feed_before' ],
							__(
								'Variables: {title} {link} {site_link} {site_name} {author} {date}',
								'igny8'
							)
						) }
						label={ __( 'Before each post', 'igny8' ) }
						rows={ 2 }
					/>
					<TextareaControl
						{ ...bind(
							settings,
							[ 'feed_after' ],
							__(
								'Whoever copies your feed copies a link to the original with it: {link} appeared first on {site_link}.',
								'igny8'
							)
						) }
						label={ __( 'After each post', 'igny8' ) }
						rows={ 2 }
					/>
					<Switch
						settings={ settings }
						name="feed_images"
						label={ __( 'Featured images', 'igny8' ) }
						help={ __(
							'Before the text of each post, as readers and newsletters show them.',
							'igny8'
						) }
					/>
					<Switch
						settings={ settings }
						name="feed_noindex"
						label={ __(
							'Keep feeds out of search results',
							'igny8'
						) }
						help={ __(
							'Crawlers still read them and find new posts in them.',
							'igny8'
						) }
					/>
					<Switch
						settings={ settings }
						name="feed_comments"
						label={ __( 'Feeds of comments', 'igny8' ) }
						help={ __(
							'Every post has one. Without them crawlers spend less time on your site; their addresses lead to the posts then.',
							'igny8'
						) }
					/>
				</Panel>
				<Panel
					title={ __( 'llms.txt', 'igny8' ) }
					description={ __(
						'A proposal (llmstxt.org) that some assistants read. Search engines take no notice of it.',
						'igny8'
					) }
				>
					<Switch
						settings={ settings }
						name="llms"
						label={ __( 'Serve llms.txt', 'igny8' ) }
					/>
				</Panel>
			</SettingsForm>
			{ settings.values?.llms && <Llms /> }
		</>
	);
}
