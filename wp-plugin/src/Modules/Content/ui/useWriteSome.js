// Writes the pages chosen in the table, one job after the other; the same shape as useSteps.
import { useCallback, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { refresh } from '../../../../admin/refresh';
import runJob from '../../../../admin/runJob';

/**
 * @param {boolean} hasModel Whether the engine writes prose; articles become briefs otherwise.
 * @return {Object} As useSteps; `start` takes rows of content.list.
 */
export default function useWriteSome( hasModel ) {
	const [ state, setState ] = useState( IDLE );
	const stopped = useRef( false );
	const isBusy = useRef( false );

	const start = useCallback(
		async ( rows ) => {
			if ( isBusy.current ) {
				return;
			}
			isBusy.current = true;
			stopped.current = false;
			setState( {
				...IDLE,
				isBusy: true,
				progress: count( rows, 0, 0 ),
			} );
			let drafted = 0;
			let failed = 0;
			let error = null;
			for ( const row of rows ) {
				if ( stopped.current || error ) {
					break;
				}
				try {
					await runJob( operationFor( row, hasModel ), {
						page: row.id,
					} );
					drafted++;
				} catch ( thrown ) {
					failed++;
					// What concerns the engine concerns the pages after this one as well.
					error =
						String( thrown.code ).startsWith( 'engine_' ) ||
						rows.length === 1
							? thrown
							: null;
				}
				const progress = count( rows, drafted, failed );
				setState( ( old ) => ( { ...old, progress } ) );
			}
			isBusy.current = false;
			setState( {
				...IDLE,
				error,
				result: count( rows, drafted, failed ),
			} );
			refresh();
		},
		[ hasModel ]
	);
	const stop = useCallback( () => {
		stopped.current = true;
		setState( ( old ) => ( { ...old, isStopping: true } ) );
	}, [] );
	const clear = useCallback(
		() => setState( ( old ) => ( old.isBusy ? old : IDLE ) ),
		[]
	);

	return {
		...state,
		note: __( 'Stay on this page until it is done.', 'igny8' ),
		start,
		stop,
		clear,
	};
}

const IDLE = {
	progress: null,
	result: null,
	error: null,
	isBusy: false,
	isStopping: false,
};

const count = ( rows, drafted, failed ) => ( {
	done: drafted + failed,
	total: rows.length,
	remaining: rows.length - drafted - failed,
	pages_drafted: drafted,
	pages_failed: failed,
} );

function operationFor( { kind }, hasModel ) {
	if ( kind !== 'article' ) {
		return 'content.compose';
	}
	return hasModel ? 'content.draft' : 'content.brief';
}
