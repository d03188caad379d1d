// One version of the plan with its document; asks for it only when there is any, so that nothing answers 404.
import useOperation from '../../../../admin/useOperation';

const NEWEST = { per_page: 1 };

/**
 * @param {number} [version] 0: the newest.
 * @return {{plan: ?Object, isNone: boolean, error: ?Error, reload: Function}} `plan` is what blueprint.show gives; `isNone` is true when no plan was ever made.
 */
export default function usePlan( version = 0 ) {
	const list = useOperation( 'blueprint.list', NEWEST );
	const hasAny = list.data?.total > 0;
	const shown = useOperation(
		'blueprint.show',
		{ version, with_document: true },
		hasAny
	);
	const failed = list.error ? list : shown;
	return {
		plan: hasAny ? shown.data : null,
		isNone: list.data?.total === 0 || shown.error?.status === 404,
		error: failed.error,
		reload: failed.reload,
	};
}
