// Brings an edited CSV file back: choose it, see what it changes and which rows have faults, then change.
import { Button, FormFileUpload, Modal } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { upload } from '@wordpress/icons';
import { call } from '../../../../admin/api';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import MetricCards from '../../../../admin/parts/MetricCards';
import Progress from '../../../../admin/parts/Progress';
import readText from '../../../../admin/readText';
import { refresh } from '../../../../admin/refresh';
import { number } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import BeforeAfter from './BeforeAfter';
import csvPieces from './csvPieces';
import { useChanges } from './useChanges';

const ROWS = 250; // Of a piece: about a second of the server's time.
const SHOWN = 50; // Rows and faults that are shown; the counts tell about all.
const NONE = {
	rows: 0,
	changed: 0,
	same: 0,
	refused: 0,
	changes: [],
	errors: [],
};

/**
 * @param {Object}   props
 * @param {Function} props.onClose
 */
export default function ImportDialog( { onClose } ) {
	const { tell } = useChanges();
	const [ file, setFile ] = useState( null );
	const [ preview, setPreview ] = useState( null );
	const [ outcome, setOutcome ] = useState( null );
	const [ done, setDone ] = useState( 0 );
	const isStopped = useRef( false );

	const send = useAction( async ( { pieces, name, run } ) => {
		let sum = NONE;
		isStopped.current = false;
		setDone( 0 );
		for ( const piece of pieces ) {
			if ( isStopped.current ) {
				break;
			}
			sum = add(
				sum,
				await call( 'seo-meta.import', {
					text: piece.text,
					name,
					...( run ? { run } : { dry_run: true } ),
				} ),
				piece.line
			);
			setDone( ( before ) => before + piece.rows );
		}
		return sum;
	} );
	const onFile = async ( event ) => {
		const chosen = event.target.files[ 0 ];
		if ( chosen ) {
			const pieces = csvPieces( await readText( chosen ), ROWS );
			const next = {
				name: chosen.name,
				pieces:
					pieces.length > 0
						? pieces
						: [ { text: '', line: 0, rows: 0 } ],
				total: pieces.reduce( ( sum, { rows } ) => sum + rows, 0 ),
			};
			setFile( next );
			setPreview( await send.run( next ) );
		}
	};
	const onApply = async () => {
		const result = await send.run( {
			...file,
			run: `import ${ Date.now() }`,
		} );
		refresh();
		if ( result ) {
			setOutcome( result );
			tell(
				sprintf(
					/* translators: %s: number of pages. */
					_n(
						'%s page changed.',
						'%s pages changed.',
						result.changed,
						'igny8'
					),
					number( result.changed )
				),
				result.batch
			);
			if ( result.refused === 0 ) {
				onClose();
			}
		}
	};
	const shown = outcome ?? preview;
	return (
		<Modal
			title={ __( 'Import titles and descriptions', 'igny8' ) }
			onRequestClose={ onClose }
			size="large"
			className="igny8-import"
			shouldCloseOnClickOutside={ ! send.isBusy }
		>
			<ErrorNotice error={ send.error } />
			{ send.isBusy && (
				<Progress
					title={
						preview
							? __( 'Changing pages', 'igny8' )
							: __( 'Reading the file', 'igny8' )
					}
					done={ done }
					total={ file?.total ?? 0 }
					note={ __(
						'What is done can be undone under “Recent changes”.',
						'igny8'
					) }
					onCancel={ () => {
						isStopped.current = true;
					} }
					cancel={ __( 'Stop', 'igny8' ) }
				/>
			) }
			{ ! send.isBusy && ! shown && <Choose onFile={ onFile } /> }
			{ ! send.isBusy && shown && (
				<>
					<Figures result={ shown } isOver={ !! outcome } />
					<Faults errors={ shown.errors } />
					{ ! outcome && (
						<BeforeAfter
							rows={ shown.changes.map( ( row ) => ( {
								...row,
								key: row.line,
							} ) ) }
							className="igny8-bulk__values"
						/>
					) }
					<div className="igny8-confirm__buttons">
						{ outcome ? (
							<Button variant="primary" onClick={ onClose }>
								{ __( 'Close', 'igny8' ) }
							</Button>
						) : (
							<>
								<Button
									variant="tertiary"
									onClick={ () => setPreview( null ) }
								>
									{ __( 'Another file', 'igny8' ) }
								</Button>
								<Button
									variant="primary"
									disabled={ shown.changed === 0 }
									accessibleWhenDisabled
									onClick={ onApply }
								>
									{ sprintf(
										/* translators: %s: number of pages. */
										_n(
											'Change %s page',
											'Change %s pages',
											shown.changed,
											'igny8'
										),
										number( shown.changed )
									) }
								</Button>
							</>
						) }
					</div>
				</>
			) }
		</Modal>
	);
}

/**
 * @param {Object} sum
 * @param {Object} result Of one piece.
 * @param {number} line   To be added to its lines.
 * @return {Object} Both together.
 */
function add( sum, result, line ) {
	const at = ( row ) => ( {
		...row,
		line: row.line > 0 ? row.line + line : 0,
	} );
	return {
		batch: result.batch,
		rows: sum.rows + result.rows,
		changed: sum.changed + result.changed,
		same: sum.same + result.same,
		refused: sum.refused + result.refused,
		changes: [ ...sum.changes, ...result.changes.map( at ) ].slice(
			0,
			SHOWN
		),
		errors: [ ...sum.errors, ...result.errors.map( at ) ].slice( 0, SHOWN ),
	};
}

function Choose( { onFile } ) {
	return (
		<>
			<p>
				{ __(
					'Export a file, edit it in a spreadsheet, and bring it back here. Rows you take out and columns you take out stay as they are; a cell you empty empties its field, and the template applies.',
					'igny8'
				) }
			</p>
			<p>
				{ __(
					'Nothing changes until you have seen what would become of it.',
					'igny8'
				) }
			</p>
			<FormFileUpload
				accept=".csv,.tsv,.txt,text/csv,text/plain"
				icon={ upload }
				variant="secondary"
				onChange={ onFile }
			>
				{ __( 'Choose a file', 'igny8' ) }
			</FormFileUpload>
		</>
	);
}

function Figures( { result, isOver } ) {
	return (
		<MetricCards
			label={ __( 'What becomes of the file', 'igny8' ) }
			metrics={ [
				{ label: __( 'Rows', 'igny8' ), value: result.rows },
				{
					label: isOver
						? __( 'Changed', 'igny8' )
						: __( 'Will change', 'igny8' ),
					value: result.changed,
				},
				{
					label: __( 'Stay as they are', 'igny8' ),
					value: result.same,
				},
				{
					label: __( 'With faults, left out', 'igny8' ),
					value: result.refused,
				},
			] }
		/>
	);
}

function Faults( { errors } ) {
	if ( errors.length === 0 ) {
		return null;
	}
	return (
		<details className="igny8-details" open>
			<summary>{ __( 'Rows with faults', 'igny8' ) }</summary>
			<ul className="igny8-rows">
				{ errors.map( ( { line, message } ) => (
					<li key={ `${ line } ${ message }` }>
						{ line > 0
							? sprintf(
									/* translators: 1: number of a line, 2: what is wrong with it. */
									__( 'Line %1$d: %2$s', 'igny8' ),
									line,
									message
								)
							: message }
					</li>
				) ) }
			</ul>
		</details>
	);
}
