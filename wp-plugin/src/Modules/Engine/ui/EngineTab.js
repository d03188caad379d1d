// Settings → Engine: connection, state, and the jobs this site has asked for.
import { Spinner } from '@wordpress/components';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import useOperation from '../../../../admin/useOperation';
import Connection from './Connection';
import Jobs from './Jobs';

export default function EngineTab() {
	const { data, error, reload } = useOperation( 'engine.status' );
	if ( ! data ) {
		return error ? (
			<ErrorNotice error={ error } onRetry={ reload } />
		) : (
			<Spinner />
		);
	}
	return (
		<>
			<Connection status={ data } onRetry={ reload } />
			<Jobs />
		</>
	);
}
