// A list of the plugin in a DataViews table: searched, filtered, sorted and paged by the server.
import { DataViews } from '@wordpress/dataviews';
import { useMediaQuery } from '@wordpress/compose';
import { useEffect, useMemo, useRef, useState } from '@wordpress/element';
import useDelayed from '../useDelayed';
import useOperation from '../useOperation';
import ErrorNotice from './ErrorNotice';

const LAYOUTS = { table: {} };
const LOOK_MS = 300; // Who leafs on sooner is looking for a page further on.
const PAGE_SIZES = { perPageSizes: [ 20, 50, 100 ] };

/**
 * Field ids are the operation's names for `orderby` and for its filter of the same name.
 *
 * @param {Object}   props
 * @param {string}   props.operation     A list with `search`, `orderby`, `order`, `page`, `per_page`.
 * @param {string}   props.rows          Property of the result that holds the rows.
 * @param {Object}   [props.input]       Always sent along.
 * @param {Array}    props.fields        DataViews fields.
 * @param {string}   props.titleField
 * @param {string[]} props.columns       Fields shown beside the title.
 * @param {string}   props.phoneField    The one shown below the title on a phone, instead of columns.
 * @param {Object}   [props.sort]        `{field, direction}` to begin with.
 * @param {Array}    [props.filters]     DataViews filters to begin with.
 * @param {Function} [props.getItemId]
 * @param {Array}    [props.actions]
 * @param {Element}  [props.empty]       Shown when the list is empty without any search or filter.
 * @param {Element}  [props.metrics]     Cards between the filter row and the table.
 * @param {Function} [props.onClickItem]
 * @param {string}   [props.searchLabel]
 * @param {boolean}  [props.readsAhead]  Has the next page here before it is asked for.
 * @param {Function} [props.onQuery]     Gets what is asked for, and how many rows match it, whenever either changes.
 */
export default function DataTable( {
	operation,
	rows,
	input = {},
	fields,
	titleField,
	columns,
	phoneField,
	sort,
	filters = [],
	getItemId = ( item ) => String( item.id ),
	actions = [],
	empty,
	metrics,
	searchLabel,
	readsAhead = false,
	onQuery,
	...rest
} ) {
	const [ view, setView ] = useState( {
		type: 'table',
		search: '',
		page: 1,
		perPage: 20,
		filters,
		sort,
		titleField,
		fields: columns,
		layout: { density: 'balanced', enableMoving: false },
	} );
	const isPhone = useMediaQuery( '(max-width: 600px)' );
	const shownView = useMemo(
		() => ( isPhone ? onPhone( view, phoneField ) : view ),
		[ view, isPhone, phoneField ]
	);
	const asked = { ...input, ...query( view ) };
	const { data, error, isLoading, reload } = usePages(
		operation,
		asked,
		readsAhead
	);
	const total = data?.total ?? 0;
	const key = JSON.stringify( asked );
	useEffect( () => {
		onQuery?.( JSON.parse( key ), total );
	}, [ onQuery, key, total ] );
	const isFiltered = view.search !== '' || view.filters.some( isSet );

	if ( error && ! data ) {
		return <ErrorNotice error={ error } onRetry={ reload } />;
	}
	if ( data && total === 0 && ! isFiltered && empty ) {
		return empty;
	}
	return (
		<>
			<ErrorNotice error={ error } onRetry={ reload } />
			<div className="igny8-table">
				<DataViews
					view={ shownView }
					onChangeView={ ( next ) =>
						setView( isPhone ? offPhone( next, view ) : next )
					}
					fields={ fields }
					data={ data?.[ rows ] ?? [] }
					isLoading={ isLoading }
					getItemId={ getItemId }
					actions={ actions }
					paginationInfo={ {
						totalItems: total,
						totalPages: Math.max(
							1,
							Math.ceil( total / view.perPage )
						),
					} }
					defaultLayouts={ LAYOUTS }
					config={ PAGE_SIZES }
					{ ...rest }
				>
					<TableFrame
						searchLabel={ searchLabel }
						metrics={ metrics }
					/>
				</DataViews>
			</div>
		</>
	);
}

/**
 * One page of a list. With `readsAhead`, pages that were read are shown at once, and read again behind that.
 *
 * @param {string}  operation
 * @param {Object}  input      With `page` and `per_page`.
 * @param {boolean} readsAhead
 * @return {Object} As useOperation.
 */
function usePages( operation, input, readsAhead ) {
	const next = { ...input, page: input.page + 1 };
	const key = JSON.stringify( input );
	const isLookedAt = useDelayed( key, LOOK_MS ) === key;
	const page = useOperation( operation, input );
	const hasNext = input.page * input.per_page < ( page.data?.total ?? 0 );
	const ahead = useOperation(
		operation,
		next,
		readsAhead && hasNext && isLookedAt && ! page.isLoading
	);
	const read = useRef( new Map() );
	useRead( read, input, page );
	useRead( read, next, ahead );
	const known = readsAhead && page.isLoading && read.current.get( key );
	return known ? { ...page, data: known, isLoading: false } : page;
}

// Right after another page is asked for, the data is still that of the page before: the same object as last time.
function useRead( read, input, { data, isLoading } ) {
	const last = useRef( null );
	useEffect( () => {
		if ( data && ! isLoading && data !== last.current ) {
			last.current = data;
			read.current.set( JSON.stringify( input ), data );
		}
	} );
}

/**
 * The one shape of lists: filter row, metric cards, table. To be put into DataViews.
 *
 * @param {Object}  props
 * @param {string}  [props.searchLabel]
 * @param {Element} [props.metrics]
 */
export function TableFrame( { searchLabel, metrics } ) {
	return (
		<>
			<div className="igny8-table__filters">
				<DataViews.Search label={ searchLabel } />
				<DataViews.FiltersToggle />
				<DataViews.ViewConfig />
			</div>
			<DataViews.FiltersToggled className="igny8-table__chips" />
			{ metrics }
			<div className="igny8-table__body">
				<DataViews.Layout />
				<DataViews.Footer />
			</div>
		</>
	);
}

/**
 * @param {Object} view  Of DataViews.
 * @param {string} field Id of a field.
 * @return {Object} The same view in one column: title, and the field below it.
 */
export const onPhone = ( view, field ) => ( {
	...view,
	fields: [],
	descriptionField: field,
} );

/**
 * @param {Object} next What DataViews made of a phone's view.
 * @param {Object} view The view before.
 * @return {Object} The changed view with its columns, for when the window is wide again.
 */
export const offPhone = ( next, { fields, descriptionField } ) => ( {
	...next,
	fields,
	descriptionField,
} );

const isSet = ( { value } ) =>
	value !== undefined && value !== null && value !== '' && value.length !== 0;

/**
 * @param {Object} view Of DataViews.
 * @return {Object} The same wishes as input of a list operation.
 */
function query( { search, filters, sort, page, perPage } ) {
	const set = filters.filter( isSet );
	return {
		search: search ?? '',
		...Object.fromEntries(
			set.map( ( { field, value } ) => [ field, value ] )
		),
		...( sort && { orderby: sort.field, order: sort.direction } ),
		page,
		per_page: perPage,
	};
}
