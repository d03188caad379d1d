// The screen Titles & meta: every page with what it says to search engines, edited in place or many at once.
import { Button } from '@wordpress/components';
import { useCallback, useEffect, useMemo, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { backup, download, external, pencil, upload } from '@wordpress/icons';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import DataTable from '../../../../admin/parts/DataTable';
import EmptyState from '../../../../admin/parts/EmptyState';
import Progress from '../../../../admin/parts/Progress';
import Screen from '../../../../admin/parts/Screen';
import { site } from '../../../../admin/site';
import { number } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import useOperation from '../../../../admin/useOperation';
import useRoute from '../../../../admin/useRoute';
import useSteps from '../../../../admin/useSteps';
import BulkDialog from './BulkDialog';
import exportCsv from './exportCsv';
import { fieldsOf } from './fields';
import History from './History';
import ImportDialog from './ImportDialog';
import OtherPlugin from './OtherPlugin';
import Summary from './Summary';
import { Changes } from './useChanges';
import { PROBLEMS } from './words';

const KINDS = {
	post: __( 'Posts and pages', 'igny8' ),
	term: __( 'Terms', 'igny8' ),
	author: __( 'Authors', 'igny8' ),
};
const WIDE_PX = 1500; // Below, more columns would only be seen by scrolling.
const COLUMNS = [
	'title',
	'description',
	'problem',
	'noindex',
	...( window.innerWidth > WIDE_PX ? [ 'keyphrase', 'image' ] : [] ),
];
const SORT = { field: 'modified', direction: 'desc' };

export default function TitlesMeta() {
	const { route } = useRoute();
	const kind = route.kind in KINDS ? route.kind : 'post';
	const summary = useOperation( 'seo-meta.summary' );
	return (
		<Changes>
			<Screen
				title={ __( 'Titles & meta', 'igny8' ) }
				actions={
					site.urls.settings && (
						<Button
							variant="tertiary"
							href={ `${ site.urls.settings }&tab=titles` }
						>
							{ __( 'Templates', 'igny8' ) }
						</Button>
					)
				}
				tabs={ Object.entries( KINDS ).map( ( [ name, title ] ) => ( {
					name,
					title,
					to: { kind: name === 'post' ? '' : name },
				} ) ) }
				tab={ kind }
			>
				<OtherPlugin summary={ summary.data } />
				<Looking remaining={ summary.data?.remaining ?? 0 } />
				<Pages
					key={ `${ kind } ${ route.problem ?? '' }` }
					kind={ kind }
					problem={ route.problem in PROBLEMS ? route.problem : '' }
					summary={ summary.data }
				/>
			</Screen>
		</Changes>
	);
}

/**
 * The first visit on a large site: pages are looked at a few thousand a minute, and the list grows meanwhile.
 *
 * @param {Object} props
 * @param {number} props.remaining
 */
function Looking( { remaining } ) {
	const survey = useSteps( 'seo-meta.survey' );
	const { start } = survey;
	useEffect( () => {
		if ( remaining > 0 ) {
			start();
		}
	}, [ remaining, start ] );
	if ( survey.error ) {
		return <ErrorNotice error={ survey.error } onRetry={ () => start() } />;
	}
	return (
		survey.isBusy && (
			<div className="igny8-bar">
				<Progress
					title={ __( 'Looking at your pages', 'igny8' ) }
					done={ survey.progress?.done ?? 0 }
					total={ survey.progress?.total ?? 0 }
					note={ __(
						'You can work with those that are there already. It goes on by itself when you leave.',
						'igny8'
					) }
				/>
			</div>
		)
	);
}

function Pages( { kind, problem, summary } ) {
	const kinds = useOperation( 'seo-meta.kinds' );
	const [ dialog, setDialog ] = useState( null );
	const [ asked, setAsked ] = useState( { query: { kind }, total: 0 } );
	const onQuery = useCallback(
		( query, total ) => setAsked( { query, total } ),
		[]
	);
	const fields = useMemo(
		() =>
			fieldsOf(
				kind,
				( kinds.data?.kinds ?? [] )
					.filter( ( { group } ) => group === kind )
					.map( ( { kind: name, label } ) => ( {
						value: name.slice( kind.length + 1 ),
						label,
					} ) )
			),
		[ kind, kinds.data ]
	);
	const input = useMemo( () => ( { kind } ), [ kind ] );
	const exporting = useAction( () => exportCsv( filtersOf( asked.query ) ) );
	const close = () => setDialog( null );
	return (
		<div className="igny8-pages">
			<div className="igny8-toolbar">
				<Button
					variant="secondary"
					size="compact"
					icon={ pencil }
					disabled={ asked.total === 0 }
					accessibleWhenDisabled
					onClick={ () => setDialog( { name: 'bulk' } ) }
				>
					{ sprintf(
						/* translators: %s: number of pages. */
						__( 'Change all %s', 'igny8' ),
						number( asked.total )
					) }
				</Button>
				<div className="igny8-toolbar__end">
					<Button
						variant="tertiary"
						size="compact"
						icon={ backup }
						onClick={ () => setDialog( { name: 'history' } ) }
					>
						{ __( 'Recent changes', 'igny8' ) }
					</Button>
					<Button
						variant="secondary"
						size="compact"
						icon={ upload }
						onClick={ () => setDialog( { name: 'import' } ) }
					>
						{ __( 'Import CSV', 'igny8' ) }
					</Button>
					<Button
						variant="secondary"
						size="compact"
						icon={ download }
						isBusy={ exporting.isBusy }
						onClick={ exporting.run }
					>
						{ __( 'Export CSV', 'igny8' ) }
					</Button>
				</div>
			</div>
			<ErrorNotice
				error={ exporting.error }
				onDismiss={ exporting.clear }
			/>
			<DataTable
				operation="seo-meta.list"
				rows="pages"
				input={ input }
				fields={ fields }
				titleField="name"
				columns={ COLUMNS }
				phoneField="overview"
				sort={ SORT }
				filters={
					problem
						? [
								{
									field: 'problem',
									operator: 'isAny',
									value: [ problem ],
								},
							]
						: []
				}
				readsAhead
				onQuery={ onQuery }
				getItemId={ ( { key } ) => key }
				searchLabel={ __( 'Search pages', 'igny8' ) }
				actions={ actionsOf( ( items ) =>
					setDialog( { name: 'bulk', items } )
				) }
				empty={
					<EmptyState title={ __( 'Nothing here yet', 'igny8' ) }>
						{ __(
							'Pages appear here as soon as they are saved.',
							'igny8'
						) }
					</EmptyState>
				}
				metrics={ <Summary summary={ summary } kind={ kind } /> }
			/>
			{ dialog?.name === 'bulk' && (
				<BulkDialog
					kind={ kind }
					items={ dialog.items ?? [] }
					filters={ filtersOf( asked.query ) }
					total={ asked.total }
					onClose={ close }
				/>
			) }
			{ dialog?.name === 'import' && <ImportDialog onClose={ close } /> }
			{ dialog?.name === 'history' && <History onClose={ close } /> }
		</div>
	);
}

/**
 * @param {Object} query What the list was asked.
 * @return {Object} The same pages, without which of them are shown and how.
 */
function filtersOf( query ) {
	const { page, per_page: perPage, orderby, order, ...filters } = query;
	return Object.fromEntries(
		Object.entries( filters ).filter( ( [ , value ] ) => value !== '' )
	);
}

const actionsOf = ( onChange ) => [
	{
		id: 'change',
		label: __( 'Change…', 'igny8' ),
		icon: pencil,
		isPrimary: true,
		supportsBulk: true,
		isEligible: ( item ) => item.may_edit,
		callback: onChange,
	},
	{
		id: 'view',
		label: __( 'View', 'igny8' ),
		icon: external,
		isEligible: ( { url } ) => !! url,
		callback: ( [ { url } ] ) => window.open( url, '_blank', 'noopener' ),
	},
];
