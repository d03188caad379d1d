// Everything about one cluster: why it exists, its pages and how far they are, its keywords, its neighbours.
import { Button, Modal, Spinner } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import Chips from '../../../../admin/parts/Chips';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import { Link } from '../../../../admin/parts/Screen';
import { number } from '../../../../admin/times';
import useOperation from '../../../../admin/useOperation';
import {
	CLUSTER_STATUSES,
	CLUSTER_TYPES,
	PAGE_KINDS,
	PAGE_STATUSES,
	phaseWords,
} from '../../../../admin/words';

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

/**
 * @param {Object}   props
 * @param {string}   props.id
 * @param {Function} props.onClose
 */
export default function Cluster( { id, onClose } ) {
	const { data, error, reload } = useOperation( 'structure.cluster', { id } );
	return (
		<Modal
			title={ data?.title ?? __( 'Cluster', 'igny8' ) }
			onRequestClose={ onClose }
			size="large"
			className="igny8-cluster"
		>
			<ErrorNotice error={ error } onRetry={ reload } />
			{ ! data && ! error && <Spinner /> }
			{ data && <Details cluster={ data } /> }
		</Modal>
	);
}

function Details( { cluster } ) {
	return (
		<>
			<p className="igny8-cluster__badges">
				<Badge status={ cluster.status } words={ CLUSTER_STATUSES } />
				<Badge label={ CLUSTER_TYPES[ cluster.type ] } />
				<Badge label={ phaseWords( cluster.phase ) } />
				{ cluster.values.map( ( { attribute, value, label } ) => (
					<Badge
						key={ `${ attribute }-${ value }` }
						label={ label }
					/>
				) ) }
			</p>
			<p className="igny8-lead">{ cluster.reason }</p>
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
			<h2>
				{ sprintf(
					/* translators: %s: number of keywords. */
					_n(
						'%s keyword',
						'%s keywords',
						cluster.keywords.length,
						'igny8'
					),
					number( cluster.keywords.length )
				) }
			</h2>
			<Chips
				labels={ cluster.keywords.map( ( { phrase } ) => phrase ) }
				limit={ 24 }
			/>
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
						<Link to={ { cluster: id } }>{ name }</Link>
					</li>
				) ) }
			</ul>
		</>
	);
}
