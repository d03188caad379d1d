// All pages of a plan, to search, filter and sort in the browser: the whole plan is here already.
import { DataViews, filterSortAndPaginate } from '@wordpress/dataviews';
import { useMediaQuery } from '@wordpress/compose';
import { useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import {
	TableFrame,
	offPhone,
	onPhone,
} from '../../../../admin/parts/DataTable';
import { PAGE_KINDS, options, phaseWords } from '../../../../admin/words';

const LAYOUTS = { table: {} };

const FIELDS = [
	{
		id: 'title',
		label: __( 'Title', 'igny8' ),
		enableGlobalSearch: true,
		enableHiding: false,
		render: ( { item } ) => (
			<span className="igny8-cell">
				<strong>{ item.title }</strong>
				<code dir="ltr">{ item.path }</code>
			</span>
		),
	},
	{
		id: 'kind',
		label: __( 'Kind', 'igny8' ),
		elements: options( PAGE_KINDS ),
		filterBy: { operators: [ 'isAny' ], isPrimary: true },
	},
	{
		id: 'primary_keyword',
		label: __( 'Keyword', 'igny8' ),
		enableGlobalSearch: true,
		filterBy: false,
	},
	{
		id: 'phase',
		label: __( 'Phase', 'igny8' ),
		elements: [ 1, 2, 3, 4 ].map( ( value ) => ( {
			value,
			label: phaseWords( value ),
		} ) ),
		filterBy: { operators: [ 'isAny' ], isPrimary: true },
	},
];

/**
 * @param {Object} props
 * @param {Object} props.plan Result of blueprint.show with the document.
 */
export default function ReviewPages( { plan } ) {
	const isPhone = useMediaQuery( '(max-width: 600px)' );
	const [ view, setView ] = useState( {
		type: 'table',
		search: '',
		page: 1,
		perPage: 50,
		filters: [],
		titleField: 'title',
		fields: [ 'kind', 'primary_keyword', 'phase' ],
		layout: { enableMoving: false },
	} );
	const { data, paginationInfo } = useMemo(
		() => filterSortAndPaginate( plan.document.pages, view, FIELDS ),
		[ plan, view ]
	);
	return (
		<div className="igny8-table">
			<DataViews
				view={ isPhone ? onPhone( view, 'kind' ) : view }
				onChangeView={ ( next ) =>
					setView( isPhone ? offPhone( next, view ) : next )
				}
				fields={ FIELDS }
				data={ data }
				paginationInfo={ paginationInfo }
				getItemId={ ( { id } ) => id }
				defaultLayouts={ LAYOUTS }
			>
				<TableFrame searchLabel={ __( 'Search pages', 'igny8' ) } />
			</DataViews>
		</div>
	);
}
