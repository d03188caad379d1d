// Changes of single pages from the list: done at once, each with a way back.
import { Snackbar } from '@wordpress/components';
import {
	createContext,
	useCallback,
	useContext,
	useMemo,
	useState,
} from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { call } from '../../../../admin/api';
import { refresh } from '../../../../admin/refresh';
import runSteps from '../../../../admin/runSteps';
import { FIELDS } from './words';

const Context = createContext( null );

/**
 * @return {{change: Function, undo: Function}} `change( item, field, action, value )` rejects with a sentence when the page refuses it.
 */
export const useChanges = () => useContext( Context );

export function Changes( { children } ) {
	const [ last, setLast ] = useState( null );
	const undo = useCallback( async ( batch ) => {
		const result = await runSteps( 'seo-meta.undo', { batch } );
		setLast( {
			text:
				result.kept > 0
					? sprintf(
							/* translators: 1: number of pages, 2: number of pages. */
							__(
								'Undone on %1$d pages; %2$d were changed since and stay.',
								'igny8'
							),
							result.undone,
							result.kept
						)
					: __( 'Undone.', 'igny8' ),
		} );
		refresh();
	}, [] );
	const change = useCallback( async ( item, field, action, value = '' ) => {
		const result = await call( 'seo-meta.bulk', {
			kind: item.kind,
			ids: [ item.id ],
			field,
			action,
			value,
			run: `${ item.key } ${ field } ${ Date.now() }`,
		} );
		if ( result.errors.length > 0 ) {
			throw new Error( result.errors[ 0 ].message );
		}
		if ( result.changed > 0 ) {
			setLast( {
				batch: result.batch,
				text: sprintf(
					/* translators: 1: name of a field, 2: name of a page. */
					__( '%1$s of “%2$s” changed.', 'igny8' ),
					FIELDS[ field ],
					item.name
				),
			} );
			refresh();
		}
	}, [] );
	const tell = useCallback(
		( text, batch ) => setLast( { text, batch } ),
		[]
	);
	const value = useMemo(
		() => ( { change, undo, tell } ),
		[ change, undo, tell ]
	);
	return (
		<Context.Provider value={ value }>
			{ children }
			{ last && (
				<div className="igny8-toast">
					<Snackbar
						key={ last.text + last.batch }
						onRemove={ () => setLast( null ) }
						explicitDismiss
						actions={
							last.batch
								? [
										{
											label: __( 'Undo', 'igny8' ),
											onClick: () => undo( last.batch ),
										},
									]
								: []
						}
					>
						{ last.text }
					</Snackbar>
				</div>
			) }
		</Context.Provider>
	);
}
