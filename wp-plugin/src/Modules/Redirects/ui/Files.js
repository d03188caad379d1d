// Import and export of redirects, and what was changed last.
import {
	Button,
	FormFileUpload,
	SelectControl,
	TextControl,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { call, download } from '../../../../admin/api';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import Progress from '../../../../admin/parts/Progress';
import { ago, number } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import useOperation from '../../../../admin/useOperation';
import useSteps from '../../../../admin/useSteps';
import { FORMATS, choices } from './words';

const NAMES = {
	csv: 'redirects.csv',
	apache: 'redirects.htaccess',
	nginx: 'redirects.nginx.conf',
	json: 'redirects.json',
};

/**
 * @param {Object}   props
 * @param {Function} props.onDone Gets what was done.
 */
export default function Files( { onDone } ) {
	return (
		<>
			<Import onDone={ onDone } />
			<Export />
			<Changes onDone={ onDone } />
		</>
	);
}

function Import( { onDone } ) {
	const [ file, setFile ] = useState( null );
	const [ existing, setExisting ] = useState( 'keep' );
	const [ group, setGroup ] = useState( '' );
	const [ preview, setPreview ] = useState( null );
	const look = useAction( ( input ) =>
		call( 'redirects.import', { ...input, dry_run: true } )
	);
	const begin = useAction( 'redirects.import' );
	const work = useSteps( 'redirects.import' );
	const input = { text: file?.text, existing, group };
	const onPick = async ( [ picked ] ) => {
		setPreview( null );
		setFile( { name: picked.name, text: await picked.text() } );
	};
	const onImport = async () => {
		// The first step sends the file; the others only name it.
		const first = await begin.run( input );
		const last =
			first?.remaining > 0 ? await work.start( { id: first.id } ) : first;
		if ( last ) {
			const added =
				first === last ? last.added : first.added + last.added;
			onDone( {
				text: sprintf(
					/* translators: %s: number of redirects. */
					__( 'Imported: %s redirects.', 'igny8' ),
					number( added )
				),
				batch: first.batch,
			} );
			setFile( null );
			setPreview( null );
		}
	};
	const isBusy = begin.isBusy || work.isBusy;
	return (
		<Panel
			title={ __( 'Import', 'igny8' ) }
			description={ __(
				'CSV, .htaccess, nginx, or the JSON file of the plugin Redirection. First you see what would happen.',
				'igny8'
			) }
		>
			<ErrorNotice error={ look.error ?? begin.error ?? work.error } />
			<div className="igny8-form">
				<FormFileUpload
					__next40pxDefaultSize
					accept=".csv,.txt,.json,.htaccess,.conf,text/*,application/json"
					variant="secondary"
					onChange={ ( event ) =>
						event.target.files.length > 0 &&
						onPick( event.target.files )
					}
				>
					{ file?.name ?? __( 'Choose a file', 'igny8' ) }
				</FormFileUpload>
				<SelectControl
					__next40pxDefaultSize
					label={ __(
						'Redirects of the same address that are here',
						'igny8'
					) }
					value={ existing }
					options={ [
						{ value: 'keep', label: __( 'Stay', 'igny8' ) },
						{
							value: 'replace',
							label: __( 'Are replaced', 'igny8' ),
						},
					] }
					onChange={ setExisting }
				/>
				<TextControl
					__next40pxDefaultSize
					label={ __( 'Put them into this group', 'igny8' ) }
					value={ group }
					onChange={ setGroup }
				/>
				<Button
					variant={ preview ? 'secondary' : 'primary' }
					isBusy={ look.isBusy }
					disabled={ ! file || look.isBusy || isBusy }
					accessibleWhenDisabled
					onClick={ async () =>
						setPreview( await look.run( input ) )
					}
				>
					{ __( 'Preview', 'igny8' ) }
				</Button>
			</div>
			{ work.isBusy && (
				<Progress
					title={ __( 'Importing redirects…', 'igny8' ) }
					{ ...work.progress }
					onCancel={ work.stop }
					isCancelling={ work.isStopping }
				/>
			) }
			{ preview && ! work.isBusy && (
				<Preview
					preview={ preview }
					isBusy={ isBusy }
					onImport={ onImport }
				/>
			) }
		</Panel>
	);
}

function Preview( { preview, isBusy, onImport } ) {
	return (
		<div className="igny8-redirects__answer" role="status">
			<p>
				{ sprintf(
					/* translators: 1: name of a format, 2: number of new ones, 3: number of replaced ones, 4: number of those there already, 5: number of unusable lines. */
					__(
						'%1$s: %2$s new, %3$s replaced, %4$s there already, %5$s cannot be used.',
						'igny8'
					),
					FORMATS[ preview.format ],
					number( preview.added ),
					number( preview.updated ),
					number( preview.same ),
					number( preview.skipped )
				) }
			</p>
			<Table
				caption={ __( 'The first of them', 'igny8' ) }
				heads={ [
					__( 'Line', 'igny8' ),
					__( 'Old address', 'igny8' ),
					__( 'Leads to', 'igny8' ),
					__( 'Status', 'igny8' ),
				] }
				rows={ preview.rules
					.slice( 0, 10 )
					.map( ( rule ) => [
						rule.line,
						rule.source,
						rule.target,
						rule.code,
					] ) }
			/>
			<Table
				caption={ __( 'Lines that cannot be used', 'igny8' ) }
				heads={ [
					__( 'Line', 'igny8' ),
					__( 'Text', 'igny8' ),
					__( 'Why', 'igny8' ),
				] }
				rows={ preview.problems.map( ( { line, text, reason } ) => [
					line,
					text,
					reason,
				] ) }
			/>
			<Button
				variant="primary"
				isBusy={ isBusy }
				disabled={ isBusy || preview.added + preview.updated === 0 }
				accessibleWhenDisabled
				onClick={ onImport }
			>
				{ __( 'Import', 'igny8' ) }
			</Button>
		</div>
	);
}

function Table( { caption, heads, rows } ) {
	if ( rows.length === 0 ) {
		return null;
	}
	return (
		<table className="widefat striped">
			<caption>{ caption }</caption>
			<thead>
				<tr>
					{ heads.map( ( head ) => (
						<th key={ head } scope="col">
							{ head }
						</th>
					) ) }
				</tr>
			</thead>
			<tbody>
				{ rows.map( ( row ) => (
					<tr key={ row[ 0 ] }>
						{ row.map( ( cell, at ) => (
							<td key={ heads[ at ] } dir="auto">
								{ cell }
							</td>
						) ) }
					</tr>
				) ) }
			</tbody>
		</table>
	);
}

function Export() {
	const [ type, setType ] = useState( 'csv' );
	const get = useAction( () =>
		download( 'redirects.export', { type }, NAMES[ type ] )
	);
	return (
		<Panel
			title={ __( 'Export', 'igny8' ) }
			description={ __(
				'All redirects as one file. Only CSV holds everything; the others leave out what their program cannot do and say so.',
				'igny8'
			) }
		>
			<ErrorNotice error={ get.error } onDismiss={ get.clear } />
			<div className="igny8-form igny8-redirects__line">
				<SelectControl
					__next40pxDefaultSize
					label={ __( 'Format', 'igny8' ) }
					value={ type }
					options={ choices( FORMATS ) }
					onChange={ setType }
				/>
				<Button
					__next40pxDefaultSize
					variant="secondary"
					isBusy={ get.isBusy }
					onClick={ () => get.run() }
				>
					{ __( 'Download', 'igny8' ) }
				</Button>
			</div>
		</Panel>
	);
}

function Changes( { onDone } ) {
	const { data } = useOperation( 'redirects.changes' );
	const undo = useSteps( 'redirects.undo' );
	if ( ! data?.changes.length ) {
		return null;
	}
	return (
		<Panel
			title={ __( 'What was changed last', 'igny8' ) }
			description={ __(
				'Each can be taken back; begin with the newest.',
				'igny8'
			) }
		>
			<ErrorNotice error={ undo.error } onDismiss={ undo.clear } />
			<ul className="igny8-redirects__groups">
				{ data.changes.map( ( change ) => (
					<li key={ change.batch }>
						<span dir="auto">{ change.summary }</span>
						<span>{ ago( change.created_at ) }</span>
						<Button
							size="small"
							variant="secondary"
							disabled={ undo.isBusy }
							accessibleWhenDisabled
							aria-label={ sprintf(
								/* translators: %s: what was done. */
								__( 'Undo: %s', 'igny8' ),
								change.summary
							) }
							onClick={ async () => {
								if (
									await undo.start( { batch: change.batch } )
								) {
									onDone( {
										text: __( 'Taken back.', 'igny8' ),
									} );
								}
							} }
						>
							{ __( 'Undo', 'igny8' ) }
						</Button>
					</li>
				) ) }
			</ul>
		</Panel>
	);
}
