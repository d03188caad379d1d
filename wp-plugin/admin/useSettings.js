// Some settings of one module as a draft: changed field by field, saved when asked, kept over a reload until then.
import { useEffect, useMemo, useState } from '@wordpress/element';
import useAction from './useAction';
import useKept from './useKept';
import useOperation from './useOperation';

/**
 * A path names a setting and what lies in it: `[ 'titles', 'post:page', 'title' ]`.
 *
 * @param {string} module Slug.
 * @param {string} part   Name of the form: several forms may change settings of one module, each with its own draft.
 * @return {Object} `values` with the draft over what is stored (null until read), `get( path )`, `set( path, value )`,
 *   `errorAt( path )`, `isDirty`, `isSaved` right after saving, `isBusy`, `error`, `save()`, `discard()`, `reload()`.
 */
export default function useSettings( module, part ) {
	const read = useOperation( 'engine.settings', { module } );
	const [ saved, setSaved ] = useState( null );
	const [ draft, setDraft ] = useKept(
		`settings ${ module } ${ part }`,
		() => ( {} )
	);
	const [ isSaved, setIsSaved ] = useState( false );
	const store = useAction( 'engine.save_settings' );

	const stored = ( saved ?? read.data )?.values ?? null;
	const changes = useMemo(
		() => changesOf( stored, draft ),
		[ stored, draft ]
	);
	const values = useMemo(
		() =>
			stored &&
			changes.reduce(
				( all, [ path, value ] ) => put( all, path, value ),
				stored
			),
		[ stored, changes ]
	);
	const isDirty = changes.length > 0;
	useWarning( isDirty );

	const save = async () => {
		const names = new Set( changes.map( ( [ path ] ) => path[ 0 ] ) );
		const result = await store.run( {
			module,
			values: Object.fromEntries(
				[ ...names ].map( ( name ) => [ name, values[ name ] ] )
			),
		} );
		if ( result ) {
			setSaved( result );
			setDraft( {} );
			setIsSaved( true );
		}
		return result;
	};
	return {
		values,
		isDirty,
		isSaved: isSaved && ! isDirty,
		isBusy: store.isBusy,
		error: store.error ?? ( stored ? null : read.error ),
		get: ( path ) => at( values, path ),
		set: ( path, value ) => {
			store.clear();
			setDraft( ( before ) => ( {
				...before,
				[ JSON.stringify( path ) ]: value,
			} ) );
		},
		errorAt: ( path ) => store.error?.fields?.[ path.join( '.' ) ] ?? '',
		save,
		discard: () => {
			store.clear();
			setDraft( {} );
		},
		reload: read.reload,
	};
}

/**
 * @param {?Object} values
 * @param {Array}   path
 * @return {*} What lies there, or undefined.
 */
export const at = ( values, path ) =>
	path.reduce( ( value, name ) => value?.[ name ], values );

/**
 * @param {*}     values PHP sends an empty object as an empty list.
 * @param {Array} path
 * @param {*}     value
 * @return {*} The same with the value there; nothing is changed in place.
 */
export function put( values, path, value ) {
	if ( path.length === 0 ) {
		return value;
	}
	const [ name, ...rest ] = path;
	const isEmptyList = Array.isArray( values ) && values.length === 0;
	const here = values === null || isEmptyList ? {} : values;
	const next = put( here?.[ name ], rest, value );
	if ( Array.isArray( here ) ) {
		return here.map( ( item, index ) => ( index === name ? next : item ) );
	}
	return { ...here, [ name ]: next };
}

function changesOf( stored, draft ) {
	if ( ! stored ) {
		return [];
	}
	return Object.entries( draft )
		.map( ( [ key, value ] ) => [ JSON.parse( key ), value ] )
		.filter(
			( [ path, value ] ) =>
				JSON.stringify( at( stored, path ) ?? '' ) !==
				JSON.stringify( value ?? '' )
		);
}

// Leaving the page with something unsaved asks first, as WordPress' own screens do.
function useWarning( isDirty ) {
	useEffect( () => {
		if ( ! isDirty ) {
			return;
		}
		const warn = ( event ) => event.preventDefault();
		window.addEventListener( 'beforeunload', warn );
		return () => window.removeEventListener( 'beforeunload', warn );
	}, [ isDirty ] );
}
