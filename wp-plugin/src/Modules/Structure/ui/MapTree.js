// The drawn map: nodes one can reach with the arrow keys, the lines of the tree below them, and the links of the chosen one.
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import {
	CLUSTER_STATUSES,
	CLUSTER_TYPES,
	LEVELS,
} from '../../../../admin/words';
import { byLetter, curve, step, zoomed } from './mapLayout';

/**
 * @param {Object}   props
 * @param {Object}   props.plan     Of layout().
 * @param {number}   props.zoom
 * @param {Function} props.onZoom
 * @param {?Set}     props.found    Ids that a search found; null without a search.
 * @param {Object}   props.links    `{out, in}` of the chosen cluster.
 * @param {?string}  props.chosen
 * @param {Function} props.onChoose Gets an id, or null.
 * @param {Object}   props.marks    What waits, by id.
 */
export default function MapTree( {
	plan,
	zoom,
	onZoom,
	found,
	links,
	chosen,
	onChoose,
	marks,
} ) {
	const tree = useRef();
	const { nodes, width, height } = plan;
	const [ focused, setFocused ] = useState( nodes[ 0 ]?.key );
	const current = nodes.some( ( { key } ) => key === focused )
		? focused
		: nodes[ 0 ]?.key;

	const focus = ( key ) => {
		setFocused( key );
		tree.current
			.querySelector( `[data-key="${ window.CSS.escape( key ) }"]` )
			?.focus();
	};

	// A click elsewhere than on a cluster, or Escape, takes the links away again.
	useEffect( () => {
		if ( chosen && ! nodes.some( ( { key } ) => key === chosen ) ) {
			onChoose( null );
		}
	}, [ chosen, nodes, onChoose ] );

	const onKeyDown = ( event ) => {
		if ( event.ctrlKey || event.metaKey || event.altKey ) {
			return;
		}
		if ( event.key === '+' || event.key === '-' ) {
			onZoom( zoomed( zoom, event.key === '+' ? 1 : -1 ) );
		} else if ( event.key === '0' ) {
			onZoom( 1 );
		} else if ( event.key === 'Escape' ) {
			onChoose( null );
		} else if ( event.key === 'Enter' || event.key === ' ' ) {
			choose( nodes.find( ( { key } ) => key === current ) );
		} else {
			const next =
				step( nodes, current, event.key ) ??
				( /^\S$/.test( event.key )
					? byLetter( nodes, current, event.key )
					: null );
			if ( ! next ) {
				return;
			}
			focus( next );
		}
		event.preventDefault();
	};

	const choose = ( { kind, key } ) => {
		if ( kind === 'cluster' ) {
			onChoose( key === chosen ? null : key );
		}
	};

	const isQuiet = ( { kind, key } ) =>
		kind === 'cluster' &&
		( ( found && ! found.has( key ) ) ||
			( ! found &&
				chosen &&
				key !== chosen &&
				! links.out.has( key ) &&
				! links.in.has( key ) ) );

	return (
		<div className="igny8-map__frame">
			<div
				style={ { blockSize: height * zoom, inlineSize: width * zoom } }
			>
				<div
					className="igny8-map__canvas"
					style={ {
						blockSize: height,
						inlineSize: width,
						transform: `scale(${ zoom })`,
					} }
				>
					<Lines plan={ plan } links={ links } chosen={ chosen } />
					{ plan.continued.map(
						( { key, x, y, width: size, name } ) => (
							<p
								key={ `${ key } ${ x }` }
								className="igny8-map__continued"
								style={ {
									insetInlineStart: x,
									insetBlockStart: y,
									inlineSize: size,
								} }
								aria-hidden="true"
							>
								{ sprintf(
									/* translators: %s: name of an attribute. */
									__( '%s, continued', 'igny8' ),
									name
								) }
							</p>
						)
					) }
					<div
						ref={ tree }
						role="tree"
						tabIndex={ -1 }
						aria-label={ __( 'Map of clusters', 'igny8' ) }
						aria-describedby="igny8-map-help"
						onKeyDown={ onKeyDown }
					>
						{ nodes.map( ( node ) => (
							<Node
								key={ node.key }
								node={ node }
								position={ positionOf( nodes, node ) }
								isCurrent={ node.key === current }
								isChosen={ node.key === chosen }
								isLinked={
									links.out.has( node.key ) ||
									links.in.has( node.key )
								}
								isFound={ found?.has( node.key ) ?? false }
								isQuiet={ isQuiet( node ) }
								mark={ marks[ node.key ] }
								onClick={ () => {
									focus( node.key );
									choose( node );
								} }
							/>
						) ) }
					</div>
				</div>
			</div>
			<p id="igny8-map-help" className="igny8-map__help">
				{ __(
					'Arrow keys move, Enter shows the links of a cluster, a letter jumps to the next title, + and − change the size.',
					'igny8'
				) }
			</p>
		</div>
	);
}

function positionOf( nodes, node ) {
	const siblings = nodes.filter( ( { parent } ) => parent === node.parent );
	return { place: siblings.indexOf( node ) + 1, size: siblings.length };
}

function Node( {
	node,
	position,
	isCurrent,
	isChosen,
	isLinked,
	isFound,
	isQuiet,
	mark,
	onClick,
} ) {
	const { kind, key, depth, x, y, width, height, group, cluster } = node;
	const classes = [
		'igny8-map__node',
		kind === 'group' ? 'is-group' : `is-${ cluster.type }`,
		isChosen && 'is-chosen',
		isLinked && 'is-linked',
		isFound && 'is-found',
		isQuiet && 'is-quiet',
		mark?.isGoing && 'is-going',
	];
	return (
		// eslint-disable-next-line jsx-a11y/click-events-have-key-events -- The tree around it listens to the keys.
		<div
			role="treeitem"
			data-key={ key }
			tabIndex={ isCurrent ? 0 : -1 }
			className={ classes.filter( Boolean ).join( ' ' ) }
			style={ {
				insetInlineStart: x,
				insetBlockStart: y,
				inlineSize: width,
				blockSize: height,
			} }
			aria-level={ depth + 1 }
			aria-posinset={ position.place }
			aria-setsize={ position.size }
			aria-selected={ isChosen }
			onClick={ onClick }
		>
			<span className="igny8-map__title">
				{ group?.name ?? cluster.title }
			</span>
			{ group && (
				<span className="igny8-map__level">
					{ LEVELS[ group.level ] ?? '' }
				</span>
			) }
			<span className="screen-reader-text">
				{ group ? groupWords( group ) : clusterWords( cluster, mark ) }
			</span>
			{ cluster && (
				<span
					className={ `igny8-map__state is-${ cluster.status }` }
					title={ CLUSTER_STATUSES[ cluster.status ] }
				/>
			) }
		</div>
	);
}

// What is heard after the title.
const groupWords = ( { rows } ) =>
	', ' +
	sprintf(
		/* translators: %d: number of clusters. */
		_n( '%d cluster', '%d clusters', rows.length, 'igny8' ),
		rows.length
	);

const clusterWords = ( { type, status, keyword_count: keywords }, mark ) =>
	[
		'',
		CLUSTER_TYPES[ type ],
		CLUSTER_STATUSES[ status ],
		sprintf(
			/* translators: %d: number of keywords. */
			_n( '%d keyword', '%d keywords', keywords, 'igny8' ),
			keywords
		),
		...( mark ? [ mark.text ] : [] ),
	].join( ', ' );

function Lines( { plan, links, chosen } ) {
	const byKey = new Map( plan.nodes.map( ( node ) => [ node.key, node ] ) );
	const from = byKey.get( chosen );
	const others = [
		...new Set( [ ...links.out.keys(), ...links.in.keys() ] ),
	].filter( ( key ) => byKey.has( key ) );
	return (
		<svg
			className="igny8-map__lines"
			width={ plan.width }
			height={ plan.height }
			aria-hidden="true"
		>
			{ plan.rails.map( ( { key, d } ) => (
				<path key={ key } d={ d } className="is-rail" />
			) ) }
			{ from &&
				others.map( ( key ) => (
					<path
						key={ key }
						d={ curve( from, byKey.get( key ) ) }
						className={
							links.out.has( key )
								? 'is-link'
								: 'is-link is-incoming'
						}
						strokeWidth={ Math.min(
							3,
							1 +
								( links.out.get( key ) ??
									links.in.get( key ) ) /
									4
						) }
					/>
				) ) }
		</svg>
	);
}
