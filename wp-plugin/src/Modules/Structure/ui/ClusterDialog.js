// Asks what a decision about a cluster needs: a title, the cluster to merge into, the keywords. It waits for the next plan.
import {
	CheckboxControl,
	ComboboxControl,
	Modal,
	SelectControl,
	Spinner,
	TextControl,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import {
	pencil,
	plus,
	tag,
	trash,
	ungroup,
	link as merge,
} from '@wordpress/icons';
import FormButtons from '../../../../admin/parts/FormButtons';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Lines from '../../../../admin/parts/Lines';
import toLines from '../../../../admin/toLines';
import { number } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import useOperation from '../../../../admin/useOperation';
import { CLUSTER_TYPES, options } from '../../../../admin/words';
import { useStructure } from './useStructure';

export const DECISIONS = {
	rename: { title: __( 'Rename…', 'igny8' ), icon: pencil, Form: Rename },
	add_keywords: {
		title: __( 'Add keywords…', 'igny8' ),
		icon: tag,
		Form: AddKeywords,
	},
	merge: { title: __( 'Merge into…', 'igny8' ), icon: merge, Form: Merge },
	split: { title: __( 'Split…', 'igny8' ), icon: ungroup, Form: Split },
	drop: { title: __( 'Drop…', 'igny8' ), icon: trash, Form: Drop },
	add: { title: __( 'Add a cluster', 'igny8' ), icon: plus, Form: Add },
};

/**
 * @param {Object}   props
 * @param {string}   props.action    A key of DECISIONS.
 * @param {Object}   [props.cluster] The one it is about.
 * @param {Object}   [props.given]   What a new one begins with: `{title, type, values, keywords}`.
 * @param {Function} props.onClose
 */
export default function ClusterDialog( { action, cluster, given, onClose } ) {
	const { act } = useStructure();
	const { Form } = DECISIONS[ action ];
	const decide = useAction( ( input ) =>
		act( 'structure.decide', {
			action,
			cluster: cluster?.id ?? '',
			...input,
		} )
	);
	const submit = async ( input ) => {
		if ( await decide.run( input ) ) {
			onClose();
		}
	};
	return (
		<Modal
			title={ headline( action, cluster ) }
			onRequestClose={ onClose }
			size={ action === 'split' ? 'large' : 'medium' }
			className="igny8-decide"
		>
			<ErrorNotice error={ decide.error } />
			<Form
				cluster={ cluster }
				given={ given }
				isBusy={ decide.isBusy }
				onSubmit={ submit }
				onClose={ onClose }
			/>
		</Modal>
	);
}

const headline = ( action, cluster ) =>
	cluster ? HEADLINES[ action ]( cluster.title ) : DECISIONS.add.title;

const HEADLINES = {
	rename: ( title ) =>
		sprintf(
			/* translators: %s: title of a cluster. */
			__( 'Rename “%s”', 'igny8' ),
			title
		),
	add_keywords: ( title ) =>
		sprintf(
			/* translators: %s: title of a cluster. */
			__( 'Add keywords to “%s”', 'igny8' ),
			title
		),
	merge: ( title ) =>
		sprintf(
			/* translators: %s: title of a cluster. */
			__( 'Merge “%s” into another cluster', 'igny8' ),
			title
		),
	split: ( title ) =>
		sprintf(
			/* translators: %s: title of a cluster. */
			__( 'Split “%s”', 'igny8' ),
			title
		),
	drop: ( title ) =>
		sprintf(
			/* translators: %s: title of a cluster. */
			__( 'Drop “%s”?', 'igny8' ),
			title
		),
};

function Frame( {
	onSubmit,
	onClose,
	confirm,
	isBusy,
	isReady = true,
	isDestructive = false,
	children,
} ) {
	return (
		<form
			className="igny8-decide__form"
			onSubmit={ ( event ) => {
				event.preventDefault();
				if ( isReady ) {
					onSubmit();
				}
			} }
		>
			{ children }
			<FormButtons
				label={ confirm }
				onClose={ onClose }
				isBusy={ isBusy }
				isReady={ isReady }
				isDestructive={ isDestructive }
			/>
		</form>
	);
}

function Rename( { cluster, onSubmit, ...rest } ) {
	const [ title, setTitle ] = useState( cluster.title );
	const isReady = title.trim() !== '' && title.trim() !== cluster.title;
	return (
		<Frame
			{ ...rest }
			isReady={ isReady }
			confirm={ __( 'Rename', 'igny8' ) }
			onSubmit={ () => onSubmit( { title } ) }
		>
			<TextControl
				label={ __( 'New title', 'igny8' ) }
				help={ __(
					'Its keywords and pages stay with it; planned addresses follow the title.',
					'igny8'
				) }
				value={ title }
				maxLength={ 120 }
				onChange={ setTitle }
			/>
		</Frame>
	);
}

function AddKeywords( { onSubmit, ...rest } ) {
	const [ text, setText ] = useState( '' );
	const keywords = toLines( text );
	return (
		<Frame
			{ ...rest }
			isReady={ keywords.length > 0 }
			confirm={ __( 'Add', 'igny8' ) }
			onSubmit={ () => onSubmit( { keywords } ) }
		>
			<Lines
				label={ __( 'Keywords, one a line', 'igny8' ) }
				help={ __(
					'A keyword that belongs to another cluster moves here.',
					'igny8'
				) }
				value={ text }
				onChange={ setText }
			/>
		</Frame>
	);
}

function Merge( { cluster, onSubmit, ...rest } ) {
	const [ into, setInto ] = useState( cluster.parent ?? '' );
	return (
		<Frame
			{ ...rest }
			isReady={ !! into }
			confirm={ __( 'Merge', 'igny8' ) }
			onSubmit={ () => onSubmit( { into } ) }
		>
			<ChooseCluster
				without={ cluster.id }
				value={ into }
				onChange={ setInto }
				label={ __( 'Merge into', 'igny8' ) }
			/>
			<p className="igny8-decide__note">
				{ sprintf(
					/* translators: %s: number of keywords. */
					_n(
						'Its %s keyword goes there too.',
						'Its %s keywords go there too.',
						cluster.keyword_count,
						'igny8'
					),
					number( cluster.keyword_count )
				) }
			</p>
		</Frame>
	);
}

/**
 * Chooses one cluster by its title.
 *
 * @param {Object}   props
 * @param {string}   props.label
 * @param {string}   [props.without] Id of one that is not offered.
 * @param {string}   props.value     Id.
 * @param {Function} props.onChange
 */
export function ChooseCluster( { label, without, value, onChange } ) {
	const { map } = useStructure();
	return (
		<ComboboxControl
			label={ label }
			value={ value }
			onChange={ ( id ) => onChange( id ?? '' ) }
			options={ map.clusters
				.filter( ( { id } ) => id !== without )
				.map( ( { id, title } ) => ( { value: id, label: title } ) ) }
		/>
	);
}

function Split( { cluster, onSubmit, ...rest } ) {
	const { asked } = useStructure();
	const { data, error } = useOperation( 'structure.cluster', {
		id: cluster.id,
		version: asked,
	} );
	const [ title, setTitle ] = useState( '' );
	const [ chosen, setChosen ] = useState( [] );
	const all = data?.keywords ?? [];
	const isReady =
		title.trim() !== '' && chosen.length > 0 && chosen.length < all.length;
	const toggle = ( phrase, isChosen ) =>
		setChosen(
			isChosen
				? [ ...chosen, phrase ]
				: chosen.filter( ( other ) => other !== phrase )
		);
	return (
		<Frame
			{ ...rest }
			isReady={ isReady }
			confirm={ __( 'Split', 'igny8' ) }
			onSubmit={ () => onSubmit( { title, keywords: chosen } ) }
		>
			<ErrorNotice error={ error } />
			<TextControl
				label={ __( 'Title of the new cluster', 'igny8' ) }
				value={ title }
				maxLength={ 120 }
				onChange={ setTitle }
			/>
			<fieldset className="igny8-decide__list">
				<legend>
					{ sprintf(
						/* translators: 1: chosen keywords, 2: all keywords. */
						__( 'Keywords that go with it: %1$s of %2$s', 'igny8' ),
						number( chosen.length ),
						number( all.length )
					) }
				</legend>
				{ ! data && ! error && <Spinner /> }
				<div className="igny8-decide__scroll" tabIndex={ -1 }>
					{ all.map( ( { phrase } ) => (
						<CheckboxControl
							key={ phrase }
							label={ phrase }
							checked={ chosen.includes( phrase ) }
							onChange={ ( isChosen ) =>
								toggle( phrase, isChosen )
							}
						/>
					) ) }
				</div>
			</fieldset>
		</Frame>
	);
}

function Drop( { cluster, onSubmit, ...rest } ) {
	return (
		<Frame
			{ ...rest }
			isDestructive
			confirm={ __( 'Drop', 'igny8' ) }
			onSubmit={ () => onSubmit( {} ) }
		>
			<p>
				{ sprintf(
					/* translators: 1: number of keywords, 2: number of pages. */
					__(
						'The next plan goes without it, its %1$s keywords and its %2$s planned pages. Published pages stay, and you can take this back.',
						'igny8'
					),
					number( cluster.keyword_count ),
					number( cluster.page_count )
				) }
			</p>
		</Frame>
	);
}

function Add( { given = {}, onSubmit, ...rest } ) {
	const [ title, setTitle ] = useState( given.title ?? '' );
	const [ type, setType ] = useState(
		given.type ?? 'product_service_category'
	);
	const [ text, setText ] = useState( ( given.keywords ?? [] ).join( '\n' ) );
	const values = ( given.values ?? [] ).map( ( { attribute, value } ) => ( {
		attribute,
		value,
	} ) );
	return (
		<Frame
			{ ...rest }
			isReady={ title.trim() !== '' }
			confirm={ __( 'Add', 'igny8' ) }
			onSubmit={ () =>
				onSubmit( {
					title,
					type,
					keywords: toLines( text ),
					...( values.length > 0 && { values } ),
				} )
			}
		>
			<TextControl
				label={ __( 'Title', 'igny8' ) }
				value={ title }
				maxLength={ 120 }
				onChange={ setTitle }
			/>
			<SelectControl
				label={ __( 'Type', 'igny8' ) }
				value={ type }
				options={ options( CLUSTER_TYPES ) }
				onChange={ setType }
			/>
			<Lines
				label={ __( 'Keywords, one a line', 'igny8' ) }
				help={ __(
					'Leave it empty and the title is the first keyword; more are made from it.',
					'igny8'
				) }
				value={ text }
				onChange={ setText }
			/>
		</Frame>
	);
}
