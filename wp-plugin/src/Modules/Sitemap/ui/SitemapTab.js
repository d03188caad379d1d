// Settings → Sitemap: what is listed now, what is to be listed, and who is told of changes.
import { Spinner } from '@wordpress/components';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import SettingsForm from '../../../../admin/parts/SettingsForm';
import useOperation from '../../../../admin/useOperation';
import useSettings from '../../../../admin/useSettings';
import Choices from './Choices';
import IndexNow from './IndexNow';
import State from './State';

export default function SitemapTab() {
	const settings = useSettings( 'sitemap', 'sitemap' );
	const { data, error, reload } = useOperation( 'sitemap.status' );
	if ( ! data ) {
		return error ? (
			<ErrorNotice error={ error } onRetry={ reload } />
		) : (
			<Spinner />
		);
	}
	return (
		<>
			<State status={ data } onChange={ reload } />
			<SettingsForm settings={ settings }>
				<Choices settings={ settings } choices={ data.choices } />
				<IndexNow settings={ settings } />
			</SettingsForm>
		</>
	);
}
