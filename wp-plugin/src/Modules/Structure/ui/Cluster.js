// Everything about one cluster: where it comes from, its pages and how far they are, its keywords, its neighbours, what can be decided.
import { Button, Modal, Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import { Link } from '../../../../admin/parts/Screen';
import { number } from '../../../../admin/times';
import useOperation from '../../../../admin/useOperation';
import {
	CLUSTER_STATUSES,
	CLUSTER_TYPES,
	PAGE_KINDS,
	PAGE_STATUSES,
	SOURCES,
	phaseWords,
} from '../../../../admin/words';
import ClusterDialog, { DECISIONS } from './ClusterDialog';
import { marksOf } from './pending';
import { here, useStructure } from './useStructure';

// Whether a draft is complete or a brief is the content screen's matter.
const STATUSES = {
	...PAGE_STATUSES,
	drafted: __( 'Draft', 'igny8' ),
};

// The parts of the viability score (SPEC §1.3), in the order of their weight.
const PARTS = {
	size: __( 'Size', 'igny8' ),
	coherence: __( 'Coherence', 'igny8' ),
	distinctness: __( 'Distinctness', 'igny8' ),
	demand: __( 'Demand', 'igny8' ),
};

// What each part tells, for whoever asks why the score is what it is.
const MEANINGS = {
	size: __( 'enough keywords for a page and its articles', 'igny8' ),
	coherence: __( 'its values make sense together', 'igny8' ),
	distinctness: __( 'different from its neighbours', 'igny8' ),
	demand: __( 'people search for it', 'igny8' ),
};

const SHOWN = 15; // Keywords before the button; a cluster has 5 to 20, with an owner's list far more.

/**
 * @param {Object}   props
 * @param {string}   props.id
 * @param {Function} props.onClose
 */
export default function Cluster( { id, onClose } ) {
	const { asked, map, changes, titles, isChangeable } = useStructure();
	const [ dialog, setDialog ] = useState( null );
	const { data, error, reload } = useOperation( 'structure.cluster', {
		id,
		version: asked,
	} );
	const mark = marksOf( changes?.changes ?? [], titles )[ id ];
	const row = map.clusters.find( ( cluster ) => cluster.id === id );
	return (
		<Modal
			title={ data?.title ?? __( 'Cluster', 'igny8' ) }
			onRequestClose={ onClose }
			size="large"
			className="igny8-cluster"
		>
			<ErrorNotice error={ error } onRetry={ reload } />
			{ ! data && ! error && <Spinner /> }
			{ data && <Details cluster={ data } mark={ mark } /> }
			{ data && row && isChangeable && ! mark?.isGoing && (
				<div className="igny8-cluster__actions">
					{ Object.entries( DECISIONS )
						.filter( ( [ action ] ) => action !== 'add' )
						.map( ( [ action, { title, icon } ] ) => (
							<Button
								key={ action }
								variant="tertiary"
								size="compact"
								icon={ icon }
								onClick={ () =>
									setDialog( { action, cluster: row } )
								}
							>
								{ title }
							</Button>
						) ) }
				</div>
			) }
			{ dialog && (
				<ClusterDialog
					{ ...dialog }
					onClose={ () => setDialog( null ) }
				/>
			) }
		</Modal>
	);
}

function Details( { cluster, mark } ) {
	return (
		<>
			<p className="igny8-cluster__badges">
				<Badge status={ cluster.status } words={ CLUSTER_STATUSES } />
				<Badge label={ CLUSTER_TYPES[ cluster.type ] } />
				<Badge label={ phaseWords( cluster.phase ) } />
				{ cluster.source !== 'template' && (
					<Badge
						status="running"
						label={ SOURCES[ cluster.source ] }
					/>
				) }
				{ mark && <Badge status="pending" label={ mark.text } /> }
			</p>
			<p className="igny8-lead">
				{ cluster.reason }{ ' ' }
				<span className="igny8-quiet">{ cluster.origin }</span>
			</p>
			<Viability { ...cluster.viability } />
			<h2>
				{ sprintf(
					/* translators: %s: number of pages. */
					_n( '%s page', '%s pages', cluster.pages.length, 'igny8' ),
					number( cluster.pages.length )
				) }
			</h2>
			<ul className="igny8-rows is-framed">
				{ cluster.pages.map( ( page ) => (
					<Page key={ page.id } page={ page } />
				) ) }
			</ul>
			<Keywords keywords={ cluster.keywords } />
			<Neighbours
				title={ __( 'Part of it', 'igny8' ) }
				clusters={ cluster.children }
			/>
			<Neighbours
				title={ __( 'Related', 'igny8' ) }
				clusters={ cluster.related }
			/>
		</>
	);
}

function Keywords( { keywords } ) {
	const [ isOpen, setIsOpen ] = useState( false );
	const shown = isOpen ? keywords : keywords.slice( 0, SHOWN );
	return (
		<>
			<h2>
				{ sprintf(
					/* translators: %s: number of keywords. */
					_n( '%s keyword', '%s keywords', keywords.length, 'igny8' ),
					number( keywords.length )
				) }
			</h2>
			<table className="igny8-plain">
				<thead>
					<tr>
						<th scope="col">{ __( 'Keyword', 'igny8' ) }</th>
						<th scope="col">
							{ __( 'Where it comes from', 'igny8' ) }
						</th>
						<th scope="col">
							{ __( 'Searches a month', 'igny8' ) }
						</th>
					</tr>
				</thead>
				<tbody>
					{ shown.map( ( { phrase, origin, volume } ) => (
						<tr key={ phrase }>
							<td>{ phrase }</td>
							<td>{ origin }</td>
							<td>
								{ volume === null ? '–' : number( volume ) }
							</td>
						</tr>
					) ) }
				</tbody>
			</table>
			{ shown.length < keywords.length && (
				<Button variant="link" onClick={ () => setIsOpen( true ) }>
					{ sprintf(
						/* translators: %d: how many more there are. */
						__( '%d more', 'igny8' ),
						keywords.length - shown.length
					) }
				</Button>
			) }
		</>
	);
}

function Viability( { score, ...parts } ) {
	return (
		<div className="igny8-viability">
			<p>
				<strong>{ number( score ) }</strong>
				<span>{ __( 'Viability of 100', 'igny8' ) }</span>
			</p>
			<dl>
				{ Object.entries( PARTS ).map( ( [ name, label ] ) => (
					<div key={ name }>
						<dt>{ label }</dt>
						<dd>
							<span
								className="igny8-viability__track"
								aria-hidden="true"
							>
								<span
									style={ {
										inlineSize: `${ 100 * parts[ name ] }%`,
									} }
								/>
							</span>
							{ Math.round( 100 * parts[ name ] ) }
						</dd>
						<dd className="igny8-viability__meaning">
							{ MEANINGS[ name ] }
						</dd>
					</div>
				) ) }
			</dl>
		</div>
	);
}

function Page( { page } ) {
	return (
		<li>
			<span className="igny8-rows__main">
				{ page.status === 'published' && page.view_url ? (
					<a href={ page.view_url }>{ page.title }</a>
				) : (
					page.title
				) }
				<span className="igny8-rows__note">
					{ PAGE_KINDS[ page.kind ] ?? page.kind } ·{ ' ' }
					<code dir="ltr">{ page.path }</code>
				</span>
			</span>
			<Badge status={ page.status || 'planned' } words={ STATUSES } />
			<span className="igny8-rows__action">
				{ page.edit_url && (
					<Button
						variant="secondary"
						size="small"
						href={ page.edit_url }
						aria-label={ sprintf(
							/* translators: %s: title of a page. */
							__( 'Edit %s', 'igny8' ),
							page.title
						) }
					>
						{ __( 'Edit', 'igny8' ) }
					</Button>
				) }
			</span>
		</li>
	);
}

function Neighbours( { title, clusters } ) {
	if ( clusters.length === 0 ) {
		return null;
	}
	return (
		<>
			<h2>{ title }</h2>
			<ul className="igny8-links">
				{ clusters.map( ( { id, title: name } ) => (
					<li key={ id }>
						<Link to={ here( { cluster: id } ) }>{ name }</Link>
					</li>
				) ) }
			</ul>
		</>
	);
}
