// Brings a keyword list in: choose a file or paste, see which clusters its keywords fit, accept for the next plan.
import {
	Button,
	CheckboxControl,
	FormFileUpload,
	Modal,
	Spinner,
	TextareaControl,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { upload } from '@wordpress/icons';
import { call } from '../../../../admin/api';
import FormButtons from '../../../../admin/parts/FormButtons';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import MetricCards from '../../../../admin/parts/MetricCards';
import readText from '../../../../admin/readText';
import { number } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import { useStructure } from './useStructure';

const FORMATS = {
	ahrefs: 'Ahrefs',
	semrush: 'Semrush',
	keyword_planner: 'Keyword Planner',
	plain: __( 'plain list', 'igny8' ),
};

/**
 * @param {Object}   props
 * @param {Function} props.onClose
 */
export default function ImportKeywords( { onClose } ) {
	const [ list, setList ] = useState( { text: '', name: '' } );
	const [ preview, setPreview ] = useState( null );
	const look = useAction( ( given ) =>
		call( 'structure.import_keywords', { ...given, dry_run: true } )
	);
	const show = async ( given ) => {
		setList( given );
		setPreview( await look.run( given ) );
	};
	return (
		<Modal
			title={ __( 'Import a keyword list', 'igny8' ) }
			onRequestClose={ onClose }
			size="large"
			className="igny8-import"
		>
			<ErrorNotice error={ look.error } />
			{ look.isBusy && (
				<p role="status">
					<Spinner /> { __( 'Reading the list…', 'igny8' ) }
				</p>
			) }
			{ ! preview && ! look.isBusy && (
				<Choose
					list={ list }
					onChange={ setList }
					onShow={ show }
					onClose={ onClose }
				/>
			) }
			{ preview && ! look.isBusy && (
				<Preview
					list={ list }
					preview={ preview }
					onBack={ () => setPreview( null ) }
					onClose={ onClose }
				/>
			) }
		</Modal>
	);
}

function Choose( { list, onChange, onShow, onClose } ) {
	const read = async ( event ) => {
		const file = event.target.files[ 0 ];
		if ( file ) {
			onShow( { text: await readText( file ), name: file.name } );
		}
	};
	return (
		<form
			onSubmit={ ( event ) => {
				event.preventDefault();
				if ( list.text.trim() ) {
					onShow( list );
				}
			} }
		>
			<p>
				{ __(
					'Exports of Ahrefs, Semrush and Google Keyword Planner are recognised, as are simple lists. Nothing changes until you have seen what would become of it.',
					'igny8'
				) }
			</p>
			<FormFileUpload
				accept=".csv,.tsv,.txt,text/csv,text/plain"
				icon={ upload }
				variant="secondary"
				onChange={ read }
			>
				{ __( 'Choose a file', 'igny8' ) }
			</FormFileUpload>
			<TextareaControl
				className="igny8-import__paste"
				label={ __( 'Or paste the list', 'igny8' ) }
				rows={ 8 }
				value={ list.text }
				onChange={ ( text ) => onChange( { text, name: '' } ) }
			/>
			<FormButtons
				label={ __( 'Look at it', 'igny8' ) }
				onClose={ onClose }
				isReady={ list.text.trim() !== '' }
			/>
		</form>
	);
}

function Preview( { list, preview, onBack, onClose } ) {
	const { act } = useStructure();
	const { proposed } = preview;
	const [ chosen, setChosen ] = useState( () => proposed.map( () => false ) );
	const picked = proposed.filter( ( _, index ) => chosen[ index ] );
	const accept = useAction( async () => {
		const kept = await act( 'structure.import_keywords', list );
		if ( picked.length > 0 ) {
			await act( 'structure.accept', {
				decisions: picked.map( ( { title, keywords } ) => ( {
					action: 'add',
					title,
					keywords: keywords.slice( 0, 500 ),
				} ) ),
			} );
		}
		return kept;
	} );
	return (
		<>
			<ErrorNotice error={ accept.error } />
			<p>
				{ sprintf(
					/* translators: 1: number of keywords, 2: kind of file. */
					__( '%1$s keywords read (%2$s).', 'igny8' ),
					number( preview.count ),
					FORMATS[ preview.format ] ?? preview.format
				) }{ ' ' }
				{ ( preview.notes ?? [] ).join( ' ' ) }
			</p>
			<MetricCards
				label={ __( 'What becomes of the list', 'igny8' ) }
				metrics={ [
					{
						label: __( 'Fit a cluster', 'igny8' ),
						value: preview.matched,
						of: preview.count,
					},
					{
						label: __( 'New clusters proposed', 'igny8' ),
						value: proposed.length,
					},
					{
						label: __( 'Fit nothing', 'igny8' ),
						value: preview.left,
					},
					{
						label: __( 'Rows not read', 'igny8' ),
						value: preview.skipped_count,
					},
				] }
			/>
			{ proposed.length > 0 && (
				<Proposed
					rows={ proposed }
					chosen={ chosen }
					onChange={ setChosen }
				/>
			) }
			<Matched preview={ preview } />
			<Skipped rows={ preview.skipped } />
			<div className="igny8-confirm__buttons">
				<Button variant="tertiary" onClick={ onBack }>
					{ __( 'Another list', 'igny8' ) }
				</Button>
				<Button
					variant="primary"
					isBusy={ accept.isBusy }
					disabled={ accept.isBusy }
					accessibleWhenDisabled
					onClick={ async () => ( await accept.run() ) && onClose() }
				>
					{ __( 'Use it in the next plan', 'igny8' ) }
				</Button>
			</div>
		</>
	);
}

function Proposed( { rows, chosen, onChange } ) {
	return (
		<fieldset className="igny8-decide__list">
			<legend>{ __( 'New clusters to add', 'igny8' ) }</legend>
			<div className="igny8-decide__scroll is-wide" tabIndex={ -1 }>
				{ rows.map( ( { title, keywords, volume }, index ) => (
					<CheckboxControl
						key={ title }
						label={ title }
						help={ [
							keywords.slice( 0, 4 ).join( ', ' ),
							volume > 0 && searches( volume ),
						]
							.filter( Boolean )
							.join( ' · ' ) }
						checked={ chosen[ index ] }
						onChange={ ( isOn ) =>
							onChange(
								chosen.map( ( was, at ) =>
									at === index ? isOn : was
								)
							)
						}
					/>
				) ) }
			</div>
		</fieldset>
	);
}

const searches = ( volume ) =>
	sprintf(
		/* translators: %s: number of searches. */
		__( '%s searches a month', 'igny8' ),
		number( volume )
	);

function Matched( { preview } ) {
	if ( preview.rows.length === 0 ) {
		return null;
	}
	return (
		<details className="igny8-details">
			<summary>
				{ sprintf(
					/* translators: %s: number of clusters. */
					_n(
						'Where they go: %s cluster',
						'Where they go: %s clusters',
						preview.by_cluster.length,
						'igny8'
					),
					number( preview.by_cluster.length )
				) }
			</summary>
			<div className="igny8-details__scroll">
				<table className="igny8-plain">
					<thead>
						<tr>
							<th scope="col">{ __( 'Keyword', 'igny8' ) }</th>
							<th scope="col">{ __( 'Cluster', 'igny8' ) }</th>
							<th scope="col">
								{ __( 'Searches a month', 'igny8' ) }
							</th>
							<th scope="col">{ __( 'Fits', 'igny8' ) }</th>
						</tr>
					</thead>
					<tbody>
						{ preview.rows.map( ( row ) => (
							<tr key={ row.phrase }>
								<td>{ row.phrase }</td>
								<td>{ row.cluster_title }</td>
								<td>
									{ row.volume === null
										? '–'
										: number( row.volume ) }
								</td>
								<td>{ `${ Math.round( 100 * row.score ) } %` }</td>
							</tr>
						) ) }
					</tbody>
				</table>
			</div>
		</details>
	);
}

function Skipped( { rows } ) {
	if ( rows.length === 0 ) {
		return null;
	}
	return (
		<details className="igny8-details">
			<summary>{ __( 'Rows that were not read', 'igny8' ) }</summary>
			<ul className="igny8-rows">
				{ rows.map( ( { line, reason } ) => (
					<li key={ `${ line } ${ reason }` }>
						{ sprintf(
							/* translators: 1: number of a line, 2: what is wrong with it. */
							__( 'Line %1$d: %2$s', 'igny8' ),
							line,
							reason
						) }
					</li>
				) ) }
			</ul>
		</details>
	);
}
