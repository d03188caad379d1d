// Step 5: the owner's own keyword list, uploaded or pasted; what was recognised of it, and what was not.
import {
	Button,
	FormFileUpload,
	Spinner,
	TextareaControl,
} from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { upload } from '@wordpress/icons';
import ErrorNotice from '../../../../../admin/parts/ErrorNotice';
import Panel from '../../../../../admin/parts/Panel';
import { number } from '../../../../../admin/times';
import useAction from '../../../../../admin/useAction';
import ConnectPanel from './ConnectPanel';
import decode from './decode';
import StepButtons from './StepButtons';
import useDraft from './useDraft';

const FORMATS = {
	ahrefs: 'Ahrefs',
	semrush: 'Semrush',
	keyword_planner: 'Google Keyword Planner',
	plain: __( 'a plain list', 'igny8' ),
};

const MOST_BYTES = 8_000_000; // UTF-16 of what the server takes (CreateInput::MOST_TEXT).

export default function KeywordsStep( {
	record,
	open,
	engine,
	isConnected,
	draftKey,
	onChanged,
} ) {
	const [ text, setText ] = useState( '' );
	const [ found, setFound ] = useState( null );
	const [ fault, setFault ] = useState( null );
	const place = useRef();
	const reading = useAction( 'blueprint.read_keywords' );
	const count = record.keywords.count;

	const readList = async ( given, name = '' ) => {
		setFault( null );
		const result = await reading.run( { text: given, name } );
		if ( result ) {
			setFound( result.count > 0 ? result : null );
			setText( '' );
			await onChanged();
			place.current?.focus();
		}
	};
	const onFile = async ( file ) => {
		if ( ! file ) {
			return;
		}
		if ( file.size > MOST_BYTES ) {
			setFault( {
				code: 'too_large',
				message: __(
					'This file is larger than 8 MB. Export fewer rows or columns.',
					'igny8'
				),
			} );
			return;
		}
		readList( decode( await file.arrayBuffer() ), file.name );
	};
	return (
		<>
			<div className="igny8-form igny8-wizard__narrow">
				<Panel
					title={ __( 'Your own keyword list', 'igny8' ) }
					description={ __(
						'Optional. Exports of Ahrefs, Semrush and Google Keyword Planner are recognised, and plain lists. Keywords are matched to your topics; what fits none is proposed as a new one.',
						'igny8'
					) }
				>
					<ErrorNotice
						error={ fault ?? reading.error }
						onDismiss={ () => {
							setFault( null );
							reading.clear();
						} }
					/>
					{ count > 0 && (
						<div
							ref={ place }
							tabIndex={ -1 }
							className="igny8-place"
						>
							<Kept
								keywords={ record.keywords }
								found={ found }
								isBusy={ reading.isBusy }
								onForget={ () => readList( '' ) }
							/>
						</div>
					) }
					{ count === 0 && isConnected && (
						<>
							<div
								className="igny8-drop"
								onDragOver={ ( event ) =>
									event.preventDefault()
								}
								onDrop={ ( event ) => {
									event.preventDefault();
									onFile( event.dataTransfer.files[ 0 ] );
								} }
							>
								<FormFileUpload
									__next40pxDefaultSize
									accept=".csv,.tsv,.txt,text/csv,text/plain"
									icon={ upload }
									variant="secondary"
									onChange={ ( event ) => {
										onFile( event.target.files[ 0 ] );
										event.target.value = '';
									} }
								>
									{ __( 'Choose a CSV file', 'igny8' ) }
								</FormFileUpload>
								<span>
									{ __( 'or drop it here', 'igny8' ) }
								</span>
								{ reading.isBusy && <Spinner /> }
							</div>
							<TextareaControl
								label={ __( 'Or paste keywords', 'igny8' ) }
								help={ __(
									'One per line, or rows copied from a table with their headings.',
									'igny8'
								) }
								rows={ 6 }
								value={ text }
								onChange={ setText }
							/>
							<div className="igny8-buttons">
								<Button
									variant="primary"
									isBusy={ reading.isBusy }
									disabled={ reading.isBusy || ! text.trim() }
									accessibleWhenDisabled
									onClick={ () => readList( text ) }
								>
									{ __( 'Read the list', 'igny8' ) }
								</Button>
							</div>
						</>
					) }
					{ count === 0 && ! isConnected && (
						<p>
							{ __(
								'The engine reads the list. Connect it first, or skip this step: keywords can be added at any time under Structure.',
								'igny8'
							) }
						</p>
					) }
				</Panel>
				{ count === 0 && ! isConnected && (
					<ConnectPanel
						engine={ engine }
						why={ __(
							'Connect your engine to read a list.',
							'igny8'
						) }
					/>
				) }
				{ count > 0 && isConnected && record.sectors.length > 0 && (
					<Effect draftKey={ draftKey } />
				) }
			</div>
			<StepButtons
				step="keywords"
				record={ record }
				open={ open }
				isFilled={ count > 0 }
				isBusy={ reading.isBusy }
			/>
		</>
	);
}

function Kept( { keywords, found, isBusy, onForget } ) {
	const { name, format, count, skipped } = keywords;
	return (
		<div className="igny8-kept">
			<p className="igny8-light is-on" role="status">
				<strong>
					{ sprintf(
						/* translators: %s: number of keywords. */
						_n( '%s keyword', '%s keywords', count, 'igny8' ),
						number( count )
					) }
				</strong>
				<span>
					{ format &&
						sprintf(
							/* translators: %s: where a list comes from, such as Ahrefs. */
							__( 'Recognised as %s.', 'igny8' ),
							FORMATS[ format ] ?? format
						) }{ ' ' }
					{ name }
				</span>
			</p>
			{ found?.notes?.map( ( note ) => (
				<p key={ note }>{ note }</p>
			) ) }
			{ found && <Examples rows={ found.examples } /> }
			{ skipped > 0 && (
				<Skipped count={ skipped } lines={ found?.skipped ?? [] } />
			) }
			<div className="igny8-buttons">
				<Button
					variant="secondary"
					isDestructive
					isBusy={ isBusy }
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ onForget }
				>
					{ __( 'Remove the list', 'igny8' ) }
				</Button>
			</div>
		</div>
	);
}

const COLUMNS = [
	{ name: 'volume', label: __( 'Volume', 'igny8' ) },
	{ name: 'difficulty', label: __( 'Difficulty', 'igny8' ) },
	{ name: 'cpc', label: __( 'CPC', 'igny8' ) },
	{ name: 'country', label: __( 'Country', 'igny8' ) },
];

function Examples( { rows } ) {
	const columns = COLUMNS.filter( ( { name } ) =>
		rows.some(
			( row ) =>
				row[ name ] !== null &&
				row[ name ] !== undefined &&
				row[ name ] !== ''
		)
	);
	return (
		// Scrolls by keyboard too.

		<div
			className="igny8-kept__scroll"
			tabIndex={ 0 }
			role="region"
			aria-label={ __( 'The first rows', 'igny8' ) }
		>
			<table className="igny8-plain">
				<thead>
					<tr>
						<th scope="col">{ __( 'Keyword', 'igny8' ) }</th>
						{ columns.map( ( { name, label } ) => (
							<th key={ name } scope="col" className="is-number">
								{ label }
							</th>
						) ) }
					</tr>
				</thead>
				<tbody>
					{ rows.map( ( row ) => (
						<tr key={ row.phrase }>
							<td>{ row.phrase }</td>
							{ columns.map( ( { name } ) => (
								<td key={ name } className="is-number">
									{ typeof row[ name ] === 'number'
										? number( row[ name ] )
										: ( row[ name ] ?? '–' ) }
								</td>
							) ) }
						</tr>
					) ) }
				</tbody>
			</table>
		</div>
	);
}

function Skipped( { count, lines } ) {
	const words = sprintf(
		/* translators: %s: number of lines. */
		_n( '%s line was skipped', '%s lines were skipped', count, 'igny8' ),
		number( count )
	);
	if ( lines.length === 0 ) {
		return <p>{ words }</p>;
	}
	return (
		<details className="igny8-details">
			<summary>{ words }</summary>
			<ul className="igny8-kept__skipped">
				{ lines.map( ( { line, reason } ) => (
					<li key={ line }>
						{ sprintf(
							/* translators: 1: number of a line, 2: why it was skipped. */
							__( 'Line %1$s: %2$s', 'igny8' ),
							number( line ),
							reason
						) }
					</li>
				) ) }
			</ul>
		</details>
	);
}

/**
 * What the list does to the structure.
 *
 * @param {Object} props
 * @param {string} props.draftKey
 */
function Effect( { draftKey } ) {
	const { draft, error, isBuilding, retry } = useDraft( true, draftKey );
	const status = useRef();
	const isShown = draft && ! isBuilding;
	useEffect( () => {
		if ( isShown && status.current ) {
			status.current.textContent = matchedWords( draft );
		}
	}, [ isShown, draft ] );
	return (
		<Panel
			title={ __( 'In your structure', 'igny8' ) }
			actions={ isBuilding && <Spinner /> }
		>
			<ErrorNotice error={ error } onRetry={ retry } />
			<p ref={ status } role="status" />
			{ isShown && draft.proposals.length > 0 && (
				<>
					<p className="igny8-kept__proposals">
						{ __(
							'Topics that the other keywords suggest; accept them later under Structure:',
							'igny8'
						) }
					</p>
					<ul className="igny8-rows is-plain">
						{ draft.proposals
							.slice( 0, 8 )
							.map( ( { title, keywords } ) => (
								<li key={ title }>
									<span className="igny8-rows__main">
										{ title }
									</span>
									<span className="igny8-rows__id">
										{ sprintf(
											/* translators: %s: number of keywords. */
											_n(
												'%s keyword',
												'%s keywords',
												keywords,
												'igny8'
											),
											number( keywords )
										) }
									</span>
								</li>
							) ) }
					</ul>
				</>
			) }
		</Panel>
	);
}

const matchedWords = ( { matched, proposals } ) =>
	sprintf(
		/* translators: 1: number of keywords, 2: number of proposed topics. */
		__(
			'%1$s of your keywords belong to planned topics. New topics proposed: %2$s.',
			'igny8'
		),
		number( matched ),
		number( proposals.length )
	);
