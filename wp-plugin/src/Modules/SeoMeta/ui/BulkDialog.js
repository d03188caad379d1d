// Changes one field of the chosen pages, or of all that match: what to do, a preview, then the change with its undo.
import {
	Button,
	Modal,
	SelectControl,
	Spinner,
	TextControl,
} from '@wordpress/components';
import { useEffect, useMemo, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { call } from '../../../../admin/api';
import FormButtons from '../../../../admin/parts/FormButtons';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import MediaField from '../../../../admin/parts/MediaField';
import Progress from '../../../../admin/parts/Progress';
import { number } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import useOperation from '../../../../admin/useOperation';
import useSteps from '../../../../admin/useSteps';
import { options } from '../../../../admin/words';
import VariableField from '../editor/VariableField';
import BulkPreview from './BulkPreview';
import { useChanges } from './useChanges';
import { FIELDS, actionsOf } from './words';

const TEXTS = [
	'title',
	'description',
	'og_title',
	'og_description',
	'breadcrumb_title',
];
const BEGIN = { field: 'title', action: 'set', value: '', find: '' };

/**
 * @param {Object}   props
 * @param {string}   props.kind
 * @param {Array}    props.items   Chosen rows; none: all that match.
 * @param {Object}   props.filters As seo-meta.list takes them.
 * @param {number}   props.total   How many match.
 * @param {Function} props.onClose
 */
export default function BulkDialog( { kind, items, filters, total, onClose } ) {
	const { tell } = useChanges();
	const [ wish, setWish ] = useState( BEGIN );
	const [ preview, setPreview ] = useState( null );
	const look = useAction( ( input ) =>
		call( 'seo-meta.bulk', { ...input, dry_run: true } )
	);
	const work = useSteps( 'seo-meta.bulk' );
	const count = items.length || total;
	const input = {
		...( items.length > 0
			? { kind, ids: items.map( ( { id } ) => id ) }
			: filters ),
		...wish,
	};
	const run = useMemo( () => `bulk ${ Date.now() }`, [] );
	const onApply = async () => {
		const result = await work.start( { ...input, run } );
		if ( result && result.remaining === 0 && result.refused === 0 ) {
			tell( changedWords( result.changed ), result.batch );
			onClose();
		}
	};
	const isOver = work.result && ! work.isBusy;
	return (
		<Modal
			title={ sprintf(
				/* translators: %s: number of pages. */
				_n( 'Change %s page', 'Change %s pages', count, 'igny8' ),
				number( count )
			) }
			onRequestClose={ onClose }
			size="large"
			className="igny8-bulk"
			shouldCloseOnClickOutside={ ! work.isBusy }
		>
			<ErrorNotice error={ work.error ?? look.error } />
			{ work.isBusy && (
				<Progress
					title={ __( 'Changing pages', 'igny8' ) }
					done={ work.progress?.done ?? 0 }
					total={ work.progress?.total ?? count }
					note={ __(
						'It goes on by itself when you leave, and can be undone under “Recent changes”.',
						'igny8'
					) }
					onCancel={ work.stop }
					cancel={ __( 'Stop', 'igny8' ) }
					isCancelling={ work.isStopping }
				/>
			) }
			{ isOver && <Outcome result={ work.result } onClose={ onClose } /> }
			{ ! work.isBusy && ! isOver && preview && (
				<BulkPreview
					preview={ preview }
					field={ wish.field }
					onBack={ () => setPreview( null ) }
					onApply={ onApply }
				/>
			) }
			{ ! work.isBusy && ! isOver && ! preview && (
				<form
					onSubmit={ async ( event ) => {
						event.preventDefault();
						setPreview( await look.run( input ) );
					} }
				>
					<Wish
						kind={ kind }
						wish={ wish }
						faults={ look.error?.fields ?? {} }
						onChange={ ( change ) => {
							look.clear();
							setWish( { ...wish, ...change } );
						} }
					/>
					<FormButtons
						label={ __( 'Preview', 'igny8' ) }
						onClose={ onClose }
						isBusy={ look.isBusy }
					/>
				</form>
			) }
		</Modal>
	);
}

const changedWords = ( changed ) =>
	sprintf(
		/* translators: %s: number of pages. */
		_n( '%s page changed.', '%s pages changed.', changed, 'igny8' ),
		number( changed )
	);

function Outcome( { result, onClose } ) {
	return (
		<>
			<p role="status">
				{ changedWords( result.changed ) }{ ' ' }
				{ result.refused > 0 &&
					sprintf(
						/* translators: %s: number of pages. */
						_n(
							'%s page was left as it is:',
							'%s pages were left as they are:',
							result.refused,
							'igny8'
						),
						number( result.refused )
					) }
			</p>
			<ul className="igny8-rows">
				{ result.errors.map( ( { key, name, message } ) => (
					<li key={ key }>
						<strong dir="auto">{ name }</strong>: { message }
					</li>
				) ) }
			</ul>
			<div className="igny8-confirm__buttons">
				<Button variant="primary" onClick={ onClose }>
					{ __( 'Close', 'igny8' ) }
				</Button>
			</div>
		</>
	);
}

function Wish( { kind, wish, faults, onChange } ) {
	const { field, action, value, find } = wish;
	const fields = options( FIELDS ).filter(
		( option ) => kind === 'post' || option.value !== 'primary_term'
	);
	const hasValue = action !== 'clear' || field === 'primary_term';
	return (
		<div className="igny8-bulk__wish">
			<div className="igny8-form__grid">
				<SelectControl
					label={ __( 'What', 'igny8' ) }
					value={ field }
					options={ fields }
					onChange={ ( next ) =>
						onChange( {
							field: next,
							action: actionsOf( next )[ 0 ].value,
							value:
								{ robots: 'noindex', is_cornerstone: 'yes' }[
									next
								] ?? '',
						} )
					}
				/>
				<SelectControl
					label={ __( 'How', 'igny8' ) }
					value={ action }
					options={ actionsOf( field ) }
					onChange={ ( next ) => onChange( { action: next } ) }
					help={ faults.action }
				/>
			</div>
			{ action === 'replace' && (
				<TextControl
					label={ __( 'Look for', 'igny8' ) }
					help={
						faults.find ??
						__(
							'In what was written for the page itself; upper and lower case are the same.',
							'igny8'
						)
					}
					className={ faults.find ? 'has-error' : undefined }
					value={ find }
					onChange={ ( next ) => onChange( { find: next } ) }
				/>
			) }
			{ hasValue && field !== 'is_cornerstone' && (
				<Value
					kind={ kind }
					field={ field }
					action={ action }
					value={ value }
					fault={ faults.value }
					onChange={ ( next ) => onChange( { value: next } ) }
				/>
			) }
		</div>
	);
}

function Value( { kind, field, action, value, fault, onChange } ) {
	const hasVariables = TEXTS.includes( field );
	const variables = useOperation(
		'seo-meta.variables',
		{ kind },
		hasVariables
	);
	const common = {
		label:
			action === 'replace'
				? __( 'Put instead', 'igny8' )
				: __( 'Value', 'igny8' ),
		value,
		onChange,
		help: fault,
		className: fault ? 'has-error' : undefined,
	};
	if ( hasVariables ) {
		return (
			<VariableField
				{ ...common }
				variables={ variables.data?.variables ?? [] }
				isLong={ field.endsWith( 'description' ) }
			/>
		);
	}
	if ( field === 'og_image' ) {
		return <MediaField { ...common } />;
	}
	if ( field === 'primary_term' ) {
		return <Term value={ value } fault={ fault } onChange={ onChange } />;
	}
	return (
		<TextControl
			{ ...common }
			help={
				fault ??
				( field === 'robots'
					? __(
							'As in the robots meta tag: noindex, nofollow, max-snippet:50',
							'igny8'
						)
					: undefined )
			}
		/>
	);
}

function Term( { value, fault, onChange } ) {
	const [ search, setSearch ] = useState( '' );
	const { data } = useOperation( 'seo-meta.list', {
		kind: 'term',
		search,
		orderby: 'name',
		order: 'asc',
		per_page: 100,
	} );
	const terms = data?.pages ?? [];
	const first = terms[ 0 ]?.id;
	useEffect( () => {
		if ( ! value && first ) {
			onChange( String( first ) );
		}
	}, [ value, first, onChange ] );
	if ( ! data ) {
		return <Spinner />;
	}
	return (
		<div className="igny8-form__grid">
			<TextControl
				label={ __( 'Search terms', 'igny8' ) }
				value={ search }
				onChange={ setSearch }
			/>
			<SelectControl
				label={ __( 'Term', 'igny8' ) }
				help={
					fault ??
					__(
						'Posts that do not have it are left as they are.',
						'igny8'
					)
				}
				value={ value }
				options={ terms.map( ( { id, name, type_label: type } ) => ( {
					value: String( id ),
					label: `${ type }: ${ name }`,
				} ) ) }
				onChange={ onChange }
			/>
		</div>
	);
}
