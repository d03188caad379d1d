// The keywords of a version, each with its cluster and where it comes from; lists come in and go out as CSV.
import { Button, Modal } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { download, moveTo, upload } from '@wordpress/icons';
import { download as save } from '../../../../admin/api';
import DataTable from '../../../../admin/parts/DataTable';
import MetricCards from '../../../../admin/parts/MetricCards';
import { Link } from '../../../../admin/parts/Screen';
import { number } from '../../../../admin/times';
import { can } from '../../../../admin/site';
import useAction from '../../../../admin/useAction';
import useOperation from '../../../../admin/useOperation';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import { INTENTS, SOURCES, STAGES, options } from '../../../../admin/words';
import { ChooseCluster } from './ClusterDialog';
import ImportKeywords from './ImportKeywords';
import { here, useStructure } from './useStructure';

const ANY = { operators: [ 'isAny' ], isPrimary: true };
const orDash = ( value ) => ( value === null ? '–' : number( value ) );

const FIELDS = [
	{
		id: 'phrase',
		label: __( 'Keyword', 'igny8' ),
		enableHiding: false,
		render: ( { item } ) => (
			<span>
				{ item.phrase }
				{ item.is_primary && (
					<span className="igny8-mark">
						{ __( 'main', 'igny8' ) }
					</span>
				) }
			</span>
		),
	},
	{
		id: 'cluster',
		label: __( 'Cluster', 'igny8' ),
		enableSorting: false,
		filterBy: false,
		render: ( { item } ) => (
			<Link to={ here( { tab: 'keywords', cluster: item.cluster } ) }>
				{ item.cluster_title }
			</Link>
		),
	},
	{
		id: 'intent',
		label: __( 'Intent', 'igny8' ),
		elements: options( INTENTS ),
		filterBy: ANY,
	},
	{
		id: 'stage',
		label: __( 'Stage', 'igny8' ),
		elements: options( STAGES ),
		filterBy: ANY,
	},
	{
		id: 'volume',
		label: __( 'Searches a month', 'igny8' ),
		type: 'integer',
		filterBy: false,
		render: ( { item } ) => orDash( item.volume ),
	},
	{
		id: 'difficulty',
		label: __( 'Difficulty', 'igny8' ),
		type: 'integer',
		filterBy: false,
		render: ( { item } ) => orDash( item.difficulty ),
	},
	{
		id: 'cpc',
		label: __( 'US dollars a click', 'igny8' ),
		type: 'integer',
		filterBy: false,
		render: ( { item } ) => orDash( item.cpc ),
	},
	{
		id: 'source',
		label: __( 'From', 'igny8' ),
		elements: options( SOURCES ),
		filterBy: ANY,
		enableSorting: false,
		render: ( { item } ) => item.origin,
	},
];

const COLUMNS = [ 'cluster', 'intent', 'stage', 'source' ];

export default function Keywords() {
	const { asked, version, isChangeable } = useStructure();
	const summary = useOperation( 'structure.summary', { version: asked } );
	const [ isImporting, setIsImporting ] = useState( false );
	const [ moved, setMoved ] = useState( null );
	const exporting = useAction( () =>
		save(
			'structure.export_keywords',
			{ version },
			`keywords-${ version }.csv`
		)
	);
	const counts = summary.data?.keywords;
	const actions = isChangeable
		? [
				{
					id: 'move',
					label: __( 'Move to a cluster', 'igny8' ),
					icon: moveTo,
					supportsBulk: true,
					callback: setMoved,
				},
			]
		: [];
	return (
		<>
			<div className="igny8-toolbar">
				<div className="igny8-toolbar__end">
					{ isChangeable && can( 'structure.import_keywords' ) && (
						<Button
							variant="secondary"
							size="compact"
							icon={ upload }
							onClick={ () => setIsImporting( true ) }
						>
							{ __( 'Import a list', 'igny8' ) }
						</Button>
					) }
					{ can( 'structure.export_keywords' ) && (
						<Button
							variant="secondary"
							size="compact"
							icon={ download }
							isBusy={ exporting.isBusy }
							onClick={ exporting.run }
						>
							{ __( 'Export CSV', 'igny8' ) }
						</Button>
					) }
				</div>
			</div>
			<ErrorNotice
				error={ exporting.error }
				onDismiss={ exporting.clear }
			/>
			<DataTable
				operation="structure.keywords"
				readsAhead
				input={ { version: asked } }
				rows="keywords"
				fields={ FIELDS }
				titleField="phrase"
				columns={ COLUMNS }
				phoneField="cluster"
				actions={ actions }
				getItemId={ ( { phrase } ) => phrase }
				searchLabel={ __( 'Search keywords', 'igny8' ) }
				metrics={
					<MetricCards
						label={ __( 'Keywords by intent', 'igny8' ) }
						metrics={ [
							{
								label: __( 'Keywords', 'igny8' ),
								value: counts?.total,
							},
							...Object.entries( INTENTS ).map(
								( [ intent, label ] ) => ( {
									label,
									value:
										counts &&
										( counts.by_intent[ intent ] ?? 0 ),
								} )
							),
						] }
					/>
				}
			/>
			{ isImporting && (
				<ImportKeywords onClose={ () => setIsImporting( false ) } />
			) }
			{ moved && (
				<Move keywords={ moved } onClose={ () => setMoved( null ) } />
			) }
		</>
	);
}

function Move( { keywords, onClose } ) {
	const { act } = useStructure();
	const [ cluster, setCluster ] = useState( '' );
	const move = useAction( () =>
		act( 'structure.decide', {
			action: 'add_keywords',
			cluster,
			keywords: keywords.map( ( { phrase } ) => phrase ),
		} )
	);
	return (
		<Modal
			title={ sprintf(
				/* translators: %s: number of keywords. */
				_n(
					'Move %s keyword',
					'Move %s keywords',
					keywords.length,
					'igny8'
				),
				number( keywords.length )
			) }
			onRequestClose={ onClose }
			size="medium"
			className="igny8-decide"
		>
			<ErrorNotice error={ move.error } />
			<ChooseCluster
				label={ __( 'To the cluster', 'igny8' ) }
				value={ cluster }
				onChange={ setCluster }
			/>
			<div className="igny8-confirm__buttons">
				<Button variant="tertiary" onClick={ onClose }>
					{ __( 'Cancel', 'igny8' ) }
				</Button>
				<Button
					variant="primary"
					isBusy={ move.isBusy }
					disabled={ move.isBusy || ! cluster }
					accessibleWhenDisabled
					onClick={ async () => ( await move.run() ) && onClose() }
				>
					{ __( 'Move', 'igny8' ) }
				</Button>
			</div>
		</Modal>
	);
}
