// What one version of the plan adds, drops, renames and moves against the one before it.
import { Modal, Spinner } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import EmptyState from '../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import { number } from '../../../../admin/times';
import useOperation from '../../../../admin/useOperation';

const KINDS = {
	cluster: __( 'Clusters', 'igny8' ),
	attribute: __( 'Attributes', 'igny8' ),
	value: __( 'Values to filter by', 'igny8' ),
	page: __( 'Pages', 'igny8' ),
	taxonomy: __( 'Taxonomies', 'igny8' ),
	term: __( 'Terms', 'igny8' ),
	keyword: __( 'Keywords', 'igny8' ),
};

const MARKS = { added: '+', removed: '−', renamed: '→', moved: '→' };

const CHANGES = {
	added: __( 'Added', 'igny8' ),
	removed: __( 'Removed', 'igny8' ),
	renamed: __( 'Renamed', 'igny8' ),
	moved: __( 'Moved', 'igny8' ),
};

/**
 * @param {Object}   props
 * @param {number}   props.from    Older version.
 * @param {number}   props.to      Newer version.
 * @param {Function} props.onClose
 */
export default function Diff( { from, to, onClose } ) {
	const { data, error, reload } = useOperation( 'blueprint.diff', {
		from,
		to,
	} );
	return (
		<Modal
			title={ sprintf(
				/* translators: 1: older version, 2: newer version. */
				__( 'From plan %1$d to plan %2$d', 'igny8' ),
				from,
				to
			) }
			onRequestClose={ onClose }
			size="large"
		>
			<ErrorNotice error={ error } onRetry={ reload } />
			{ ! data && ! error && <Spinner /> }
			{ data?.changes.length === 0 && (
				<EmptyState isSmall title={ __( 'No difference', 'igny8' ) }>
					{ __(
						'Both plan the same clusters, pages, terms and keywords.',
						'igny8'
					) }
				</EmptyState>
			) }
			{ data &&
				Object.keys( KINDS ).map( ( kind ) => (
					<Group
						key={ kind }
						kind={ kind }
						changes={ data.changes.filter(
							( row ) => row.kind === kind
						) }
					/>
				) ) }
		</Modal>
	);
}

function Group( { kind, changes } ) {
	if ( changes.length === 0 ) {
		return null;
	}
	return (
		<details className="igny8-details" open={ changes.length <= 30 }>
			<summary>
				{ KINDS[ kind ] } <Tally changes={ changes } />
			</summary>
			<ul className="igny8-diff">
				{ changes.map( ( { change, object, before, after } ) => (
					<li
						key={ `${ change }-${ object }` }
						className={ `is-${ change }` }
					>
						<span aria-hidden="true">{ MARKS[ change ] }</span>
						<span className="screen-reader-text">
							{ CHANGES[ change ] }
						</span>
						{ change === 'added' && (
							<Thing
								kind={ kind }
								object={ object }
								label={ after }
							/>
						) }
						{ change === 'removed' && (
							<Thing
								kind={ kind }
								object={ object }
								label={ before }
							/>
						) }
						{ MARKS[ change ] === '→' && (
							<span>
								{ kind === 'keyword' && `${ object }: ` }
								{ change === 'moved' &&
									kind === 'attribute' &&
									`${ object }: ` }
								<del>{ before }</del> <ins>{ after }</ins>
							</span>
						) }
					</li>
				) ) }
			</ul>
		</details>
	);
}

// A keyword is its phrase, told with its cluster; everything else has a label.
function Thing( { kind, object, label } ) {
	if ( kind !== 'keyword' ) {
		return <span>{ label || object }</span>;
	}
	return (
		<span>
			{ object } <span className="igny8-quiet">{ label }</span>
		</span>
	);
}

function Tally( { changes } ) {
	return Object.keys( CHANGES ).map( ( change ) => {
		const count = changes.filter( ( row ) => row.change === change ).length;
		return (
			count > 0 && (
				<span
					key={ change }
					className={ `igny8-diff__tally is-${ change }` }
				>
					{ `${ CHANGES[ change ] } ${ number( count ) }` }
				</span>
			)
		);
	} );
}
