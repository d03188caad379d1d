// The columns and filters of the list, by kind of page.
import { __ } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import { ago } from '../../../../admin/times';
import { read } from '../../../../admin/api';
import { options } from '../../../../admin/words';
import {
	MOST_DESCRIPTION,
	MOST_TITLE,
	descriptionWidth,
	titleWidth,
} from '../editor/width';
import { Noindex, Problems, SocialImage } from './cells';
import TextCell from './TextCell';
import { OWN, PROBLEMS, STATUSES } from './words';

const MOST_TERMS = 100; // As many terms a filter offers, in order of their names; a menu of more is no help.
const ANY = { operators: [ 'isAny' ] };
const FIRST = { ...ANY, isPrimary: true };

const Title = ( { item } ) => (
	<TextCell
		item={ item }
		field="title"
		label={ OWN.title }
		own={ item.title_own }
		printed={ item.title }
		template={ item.title_template }
		measure={ titleWidth }
		px={ item.title_px }
		most={ MOST_TITLE }
	/>
);

const Description = ( { item } ) => (
	<TextCell
		item={ item }
		field="description"
		label={ OWN.description }
		own={ item.description_own }
		printed={ item.description }
		template={ item.description_template }
		measure={ descriptionWidth }
		px={ item.description_px }
		most={ MOST_DESCRIPTION }
		isLong
	/>
);

// A column of a text that only the owner writes.
const written = ( id ) => ( {
	id,
	label: OWN[ id ],
	enableSorting: false,
	filterBy: false,
	render: ( { item } ) => (
		<TextCell
			item={ item }
			field={ id }
			label={ OWN[ id ] }
			own={ item[ id ] }
		/>
	),
} );

const COMMON = [
	{
		id: 'name',
		label: __( 'Page', 'igny8' ),
		enableHiding: false,
		filterBy: false,
		render: ( { item } ) => (
			<span className="igny8-cell">
				<a href={ item.edit_url || item.url } dir="auto">
					{ item.name || __( '(no name)', 'igny8' ) }
				</a>
				<span className="igny8-quiet">
					{ item.type_label }
					{ item.status !== 'publish' &&
						` · ${ STATUSES[ item.status ] ?? item.status }` }
				</span>
			</span>
		),
	},
	{ id: 'title', label: OWN.title, filterBy: false, render: Title },
	{
		id: 'description',
		label: OWN.description,
		filterBy: false,
		render: Description,
	},
	{
		id: 'problem',
		label: __( 'Problems', 'igny8' ),
		elements: options( PROBLEMS ),
		filterBy: FIRST,
		enableSorting: false,
		render: Problems,
	},
	{
		id: 'noindex',
		label: __( 'Robots', 'igny8' ),
		enableSorting: false,
		filterBy: false,
		render: Noindex,
	},
	written( 'keyphrase' ),
	written( 'canonical' ),
	{
		id: 'image',
		label: OWN.image,
		enableSorting: false,
		filterBy: false,
		render: SocialImage,
	},
	{
		id: 'modified',
		label: __( 'Changed', 'igny8' ),
		filterBy: false,
		render: ( { item } ) => ago( item.modified ),
	},
	{
		id: 'has',
		label: __( 'Has its own', 'igny8' ),
		elements: options( OWN ),
		filterBy: ANY,
		enableHiding: false,
		enableSorting: false,
	},
	{
		id: 'lacks',
		label: __( 'Has no own', 'igny8' ),
		elements: options( OWN ),
		filterBy: ANY,
		enableHiding: false,
		enableSorting: false,
	},
	// On a phone there is one column: all that is edited most, below the name.
	{
		id: 'overview',
		label: __( 'Title and description', 'igny8' ),
		enableHiding: false,
		enableSorting: false,
		filterBy: false,
		render: ( { item } ) => (
			<div className="igny8-overview">
				<Title item={ item } />
				<Description item={ item } />
				<Problems item={ item } />
				<Noindex item={ item } />
			</div>
		),
	},
];

const OF_POSTS = [
	{
		id: 'status',
		label: __( 'Status', 'igny8' ),
		elements: options( STATUSES ),
		filterBy: ANY,
		enableSorting: false,
		render: ( { item } ) => (
			<Badge
				status={ item.status === 'publish' ? 'published' : 'draft' }
				label={ STATUSES[ item.status ] ?? item.status }
			/>
		),
	},
	{
		id: 'author',
		label: __( 'Author', 'igny8' ),
		enableSorting: false,
		filterBy: ANY,
		getElements: () => pages( 'author' ),
		render: ( { item } ) => item.author,
	},
	{
		id: 'term',
		label: __( 'Category or term', 'igny8' ),
		enableSorting: false,
		enableHiding: false,
		filterBy: ANY,
		getElements: () => pages( 'term' ),
	},
];

/**
 * @param {string} kind  post, term or author.
 * @param {Array}  types `{ value, label }` of the post types or taxonomies of that kind.
 * @return {Array} DataViews fields.
 */
export function fieldsOf( kind, types ) {
	const type = {
		id: 'type',
		label:
			kind === 'post' ? __( 'Type', 'igny8' ) : __( 'Taxonomy', 'igny8' ),
		elements: types,
		filterBy: FIRST,
		enableSorting: false,
		render: ( { item } ) => item.type_label,
	};
	return [
		...COMMON,
		...( kind === 'author' ? [] : [ type ] ),
		...( kind === 'post' ? OF_POSTS : [] ),
	];
}

async function pages( kind ) {
	const answer = await read( 'seo-meta.list', {
		kind,
		orderby: 'name',
		order: 'asc',
		per_page: MOST_TERMS,
	} );
	return answer.pages.map( ( { id, name, type_label: type } ) => ( {
		value: id,
		label: kind === 'term' ? `${ type }: ${ name }` : name,
	} ) );
}
