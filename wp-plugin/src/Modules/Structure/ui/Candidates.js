// Topics that were weighed and not taken, with the reason, and topics the owner's keywords propose; each can be added.
import { Button, SearchControl } from '@wordpress/components';
import { useDeferredValue, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import Badge from '../../../../admin/parts/Badge';
import Panel from '../../../../admin/parts/Panel';
import { number } from '../../../../admin/times';
import useOperation from '../../../../admin/useOperation';
import { CLUSTER_TYPES } from '../../../../admin/words';
import ClusterDialog from './ClusterDialog';
import { fold } from './clusterTree';
import { comingClusters } from './pending';
import { useStructure } from './useStructure';

const SHOWN = 12; // Before the button.

export default function Candidates() {
	const { asked } = useStructure();
	const { data } = useOperation( 'structure.candidates', { version: asked } );
	if ( ! data ) {
		return null;
	}
	return (
		<>
			{ data.proposed?.length > 0 && (
				<List
					title={ __( 'Proposed by your keywords', 'igny8' ) }
					description={ __(
						'Keywords of your list that fit no cluster, put together.',
						'igny8'
					) }
					rows={ data.proposed }
				/>
			) }
			{ data.rejected.length > 0 && (
				<List
					title={ __( 'Weighed and not taken', 'igny8' ) }
					description={ __(
						'What the values would have made as well, and why it was left out.',
						'igny8'
					) }
					rows={ data.rejected }
				/>
			) }
			{ data.dropped?.length > 0 && <LeftOut rows={ data.dropped } /> }
		</>
	);
}

function List( { title, description, rows } ) {
	const { changes, isChangeable } = useStructure();
	const [ search, setSearch ] = useState( '' );
	const [ isOpen, setIsOpen ] = useState( false );
	const [ given, setGiven ] = useState( null );
	const words = fold( useDeferredValue( search ) );
	const found = rows.filter(
		( row ) => ! words || fold( row.title ).includes( words )
	);
	const shown = isOpen || words ? found : found.slice( 0, SHOWN );
	const coming = new Set(
		comingClusters( changes?.changes ?? [] ).map( ( row ) => row.title )
	);
	return (
		<Panel title={ title } description={ description } isFlush>
			{ rows.length > SHOWN && (
				<div className="igny8-toolbar is-padded">
					<SearchControl
						className="igny8-toolbar__search"
						label={ __( 'Search topics', 'igny8' ) }
						placeholder={ __( 'Search topics', 'igny8' ) }
						size="compact"
						value={ search }
						onChange={ setSearch }
					/>
				</div>
			) }
			<ul className="igny8-rows">
				{ shown.map( ( row ) => (
					<li key={ row.title }>
						<span className="igny8-rows__main">
							{ row.title }
							<span className="igny8-rows__note">
								{ noteWords( row ) }
							</span>
						</span>
						<Badge
							label={ CLUSTER_TYPES[ row.type ] ?? row.type }
						/>
						<span className="igny8-rows__action">
							{ coming.has( row.title ) ? (
								<Badge
									status="pending"
									label={ __( 'Next plan', 'igny8' ) }
								/>
							) : (
								isChangeable && (
									<Button
										variant="tertiary"
										size="compact"
										aria-label={ sprintf(
											/* translators: %s: title of a topic. */
											__( 'Add “%s”', 'igny8' ),
											row.title
										) }
										onClick={ () => setGiven( row ) }
									>
										{ __( 'Add', 'igny8' ) }
									</Button>
								)
							) }
						</span>
					</li>
				) ) }
			</ul>
			{ shown.length < found.length && (
				<Button
					className="igny8-more"
					variant="link"
					onClick={ () => setIsOpen( true ) }
				>
					{ sprintf(
						/* translators: %d: how many more there are. */
						__( '%d more', 'igny8' ),
						found.length - shown.length
					) }
				</Button>
			) }
			{ given && (
				<ClusterDialog
					action="add"
					given={ given }
					onClose={ () => setGiven( null ) }
				/>
			) }
		</Panel>
	);
}

function noteWords( { reason, score, keywords = [], volume } ) {
	return [
		reason,
		score !== undefined &&
			sprintf(
				/* translators: %d: a score from 0 to 100. */
				__( 'viability %d', 'igny8' ),
				score
			),
		keywords.length > 0 &&
			sprintf(
				/* translators: %s: number of keywords. */
				_n( '%s keyword', '%s keywords', keywords.length, 'igny8' ),
				number( keywords.length )
			),
		volume > 0 &&
			sprintf(
				/* translators: %s: number of searches. */
				__( '%s searches a month', 'igny8' ),
				number( volume )
			),
	]
		.filter( Boolean )
		.join( ' · ' );
}

function LeftOut( { rows } ) {
	return (
		<Panel isFlush>
			<details className="igny8-details is-padded">
				<summary>
					{ sprintf(
						/* translators: %s: number of things. */
						_n(
							'%s other thing was left out',
							'%s other things were left out',
							rows.length,
							'igny8'
						),
						number( rows.length )
					) }
				</summary>
				<ul className="igny8-rows">
					{ rows.map( ( { kind, name, reason } ) => (
						<li key={ `${ kind } ${ name } ${ reason }` }>
							<span className="igny8-rows__main">
								{ name }
								<span className="igny8-rows__note">
									{ reason }
								</span>
							</span>
						</li>
					) ) }
				</ul>
			</details>
		</Panel>
	);
}
