// The structure as it would be: its figures, topics with addresses, menu and categories.
import { Button, Spinner, TabPanel } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import Chips from '../../../../../admin/parts/Chips';
import EmptyState from '../../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../../admin/parts/ErrorNotice';
import Panel from '../../../../../admin/parts/Panel';
import { number } from '../../../../../admin/times';
import { CLUSTER_TYPES } from '../../../../../admin/words';
import MenuTree from '../MenuTree';
import { termWords } from '../countWords';
import tree from './tree';

const TABS = [
	{ name: 'topics', title: __( 'Topics', 'igny8' ) },
	{ name: 'menu', title: __( 'Menu', 'igny8' ) },
	{ name: 'categories', title: __( 'Categories', 'igny8' ) },
];

/**
 * @param {Object}   props
 * @param {?Object}  props.draft      Result of blueprint.preview_draft.
 * @param {?Object}  props.error
 * @param {boolean}  props.isBuilding
 * @param {Function} props.retry
 * @param {boolean}  props.hasTrade
 * @param {Function} props.onBack     Leads to where the trade is chosen.
 */
export default function LivePreview( {
	draft,
	error,
	isBuilding,
	retry,
	hasTrade,
	onBack,
} ) {
	return (
		<Panel
			className="igny8-preview"
			title={ __( 'Your structure', 'igny8' ) }
			description={ __(
				'A preview. It follows what you change.',
				'igny8'
			) }
			actions={ isBuilding && <Spinner /> }
		>
			<p className="screen-reader-text" role="status">
				{ isBuilding ? __( 'Updating the preview', 'igny8' ) : '' }
				{ ! isBuilding && draft ? spoken( draft ) : '' }
			</p>
			{ ! hasTrade && (
				<EmptyState
					isSmall
					title={ __( 'First choose your trade', 'igny8' ) }
					action={
						<Button variant="secondary" onClick={ onBack }>
							{ __( 'Back to step 2', 'igny8' ) }
						</Button>
					}
				>
					{ __(
						'The structure is built from the trades you choose.',
						'igny8'
					) }
				</EmptyState>
			) }
			{ hasTrade && <ErrorNotice error={ error } onRetry={ retry } /> }
			{ hasTrade && ! draft && ! error && (
				<div className="igny8-skeleton igny8-skeleton--block" />
			) }
			{ hasTrade && draft && (
				<div>
					<Figures draft={ draft } />
					<TabPanel tabs={ TABS } className="igny8-preview__tabs">
						{ ( { name } ) => (
							// Scrolls by keyboard too.

							<div
								className="igny8-preview__scroll"
								tabIndex={ 0 }
								role="region"
								aria-label={ __( 'Preview', 'igny8' ) }
							>
								{ name === 'topics' && (
									<Topics
										branches={ tree( draft.clusters ) }
									/>
								) }
								{ name === 'menu' && (
									<MenuTree items={ draft.menu } />
								) }
								{ name === 'categories' && (
									<Categories
										taxonomies={ draft.taxonomies }
									/>
								) }
							</div>
						) }
					</TabPanel>
				</div>
			) }
		</Panel>
	);
}

function Figures( { draft: { counts } } ) {
	const figures = [
		[ counts.clusters, __( 'topics', 'igny8' ) ],
		[ counts.pages, __( 'pages', 'igny8' ) ],
		[ counts.keywords, __( 'keywords', 'igny8' ) ],
		[ counts.links, __( 'links', 'igny8' ) ],
	];
	return (
		<ul className="igny8-preview__figures">
			{ figures.map( ( [ count, label ] ) => (
				<li key={ label }>
					<strong>{ number( count ) }</strong>
					<span>{ label }</span>
				</li>
			) ) }
		</ul>
	);
}

function Topics( { branches } ) {
	return (
		<ul className="igny8-tree">
			{ branches.map( ( { cluster, children } ) => (
				<li key={ cluster.id }>
					<span className="igny8-topic">
						<span className="igny8-topic__title">
							{ cluster.title }
						</span>
						<span className="igny8-topic__type">
							{ CLUSTER_TYPES[ cluster.type ] ?? cluster.type }
						</span>
						<code dir="ltr">{ cluster.path }</code>
					</span>
					{ children.length > 0 && <Topics branches={ children } /> }
				</li>
			) ) }
		</ul>
	);
}

function Categories( { taxonomies } ) {
	return taxonomies.map( ( { slug, plural, terms } ) => (
		<div key={ slug } className="igny8-preview__taxonomy">
			<h3>
				{ plural } <code dir="ltr">/{ slug }/</code>
				<span>{ termWords( terms.length ) }</span>
			</h3>
			<Chips labels={ terms } limit={ 16 } />
		</div>
	) );
}

const spoken = ( { counts } ) =>
	sprintf(
		/* translators: 1: number of topics, 2: "120 pages". */
		__( 'The preview has %1$s topics and %2$s.', 'igny8' ),
		number( counts.clusters ),
		sprintf(
			/* translators: %s: number of pages. */
			_n( '%s page', '%s pages', counts.pages, 'igny8' ),
			number( counts.pages )
		)
	);
