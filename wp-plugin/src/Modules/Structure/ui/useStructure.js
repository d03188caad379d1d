// The version on the screen, what it holds and what waits for the next one, for all views of the screen Structure.
import {
	createContext,
	useCallback,
	useContext,
	useMemo,
} from '@wordpress/element';
import { call } from '../../../../admin/api';
import { refresh } from '../../../../admin/refresh';
import { can } from '../../../../admin/site';
import useOperation from '../../../../admin/useOperation';
import useRoute, { address } from '../../../../admin/useRoute';

const WORKING = -1; // The version that changes go on from: a newer draft, or the active one.

const Context = createContext( null );

export const StructureProvider = Context.Provider;

/**
 * @return {Object} What useStructureState gave to the screen.
 */
export const useStructure = () => useContext( Context );

/**
 * @return {{asked: number, map: Object, changes: Object, version: number, status: string, isChangeable: boolean, act: Function, titles: Object, error: ?Error, reload: Function}}
 *   `asked` is the version as operations take it; `isChangeable` when this user may change it and it is the one changes go on from.
 */
export function useStructureState() {
	const { route } = useRoute();
	const asked = Number( route.version ) || WORKING;
	const map = useOperation( 'structure.map', { version: asked } );
	const changes = useOperation( 'structure.changes' );
	const titles = useMemo(
		() =>
			Object.fromEntries(
				( map.data?.clusters ?? [] ).map( ( { id, title } ) => [
					id,
					title,
				] )
			),
		[ map.data ]
	);
	const reload = changes.reload;
	// Small changes read only the list of changes again: the version itself stays as it is.
	const act = useCallback(
		async ( operation, input ) => {
			const result = await call( operation, input );
			await reload();
			return result;
		},
		[ reload ]
	);
	const version = map.data?.version ?? 0;
	return {
		asked,
		map: map.data,
		changes: changes.data,
		version,
		status: map.data?.status ?? '',
		isChangeable:
			can( 'structure.decide' ) &&
			version > 0 &&
			version === changes.data?.version,
		act,
		titles,
		error: map.error ?? changes.error,
		reload: refresh,
	};
}

/**
 * A place on this screen that keeps the version one is looking at.
 *
 * @param {Object} change Parameters of the address.
 * @return {Object} The same with the version, for `go` and Link.
 */
export function here( change ) {
	const { version } = Object.fromEntries(
		new URLSearchParams( window.location.search )
	);
	return { ...( version && { version } ), ...change };
}

export { address };
