// Settings → Export & import: the settings of all modules as a file, previewed before they are taken over.
import { Button, FormFileUpload, Notice } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { download } from '../../../../admin/api';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import { number } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';

const NAME = 'igny8-settings.json';

export default function TransferTab() {
	const save = useAction( () =>
		download( 'engine.export_settings', {}, NAME )
	);
	return (
		<>
			<p className="igny8-lead">
				{ __(
					'Carry the settings of all modules to another site, or keep them before a change. Keys and passwords are not part of the file.',
					'igny8'
				) }
			</p>
			<Panel
				title={ __( 'Export', 'igny8' ) }
				description={ __(
					'One JSON file with the settings of every module and which modules are on.',
					'igny8'
				) }
			>
				<ErrorNotice error={ save.error } onDismiss={ save.clear } />
				<Button
					variant="secondary"
					isBusy={ save.isBusy }
					onClick={ () => save.run() }
				>
					{ __( 'Export settings', 'igny8' ) }
				</Button>
			</Panel>
			<ImportPanel />
		</>
	);
}

function ImportPanel() {
	const look = useAction( 'engine.import_settings' );
	const take = useAction( 'engine.import_settings' );
	const undo = useAction( 'engine.undo_settings_import' );
	const [ file, setFile ] = useState( null ); // {name, text, result}: what is previewed.
	const [ taken, setTaken ] = useState( null ); // Result of what was saved.
	const error = look.error ?? take.error ?? undo.error;

	const onChoose = async ( { currentTarget } ) => {
		const chosen = currentTarget.files[ 0 ];
		if ( ! chosen ) {
			return;
		}
		const text = await chosen.text();
		const result = await look.run( { text, dry_run: true } );
		setTaken( null );
		setFile( result && { name: chosen.name, text, result } );
	};
	const onTake = async () => {
		const result = await take.run( { text: file.text } );
		if ( result ) {
			setTaken( result );
			setFile( null );
		}
	};
	const onUndo = async () => {
		if ( await undo.run() ) {
			setTaken( null );
		}
	};
	return (
		<Panel
			title={ __( 'Import', 'igny8' ) }
			description={ __(
				'You see what would change before anything does, and the last import can be undone.',
				'igny8'
			) }
		>
			<ErrorNotice
				error={ error }
				onDismiss={ () => {
					look.clear();
					take.clear();
					undo.clear();
				} }
			/>
			{ taken && (
				<Notice status="success" isDismissible={ false }>
					<p>
						{ sprintf(
							/* translators: %s: number of settings. */
							_n(
								'%s setting was changed.',
								'%s settings were changed.',
								taken.changes.length,
								'igny8'
							),
							number( taken.changes.length )
						) }
					</p>
					<Button
						variant="secondary"
						size="compact"
						isBusy={ undo.isBusy }
						onClick={ onUndo }
					>
						{ __( 'Undo', 'igny8' ) }
					</Button>
				</Notice>
			) }
			{ file ? (
				<Preview
					file={ file }
					isBusy={ take.isBusy }
					onTake={ onTake }
					onCancel={ () => setFile( null ) }
				/>
			) : (
				<FormFileUpload
					accept="application/json,.json"
					onChange={ onChoose }
					render={ ( { openFileDialog } ) => (
						<Button
							variant="secondary"
							isBusy={ look.isBusy }
							onClick={ openFileDialog }
						>
							{ __( 'Choose a file', 'igny8' ) }
						</Button>
					) }
				/>
			) }
		</Panel>
	);
}

function Preview( { file: { name, result }, isBusy, onTake, onCancel } ) {
	const { changes, notes } = result;
	return (
		<>
			<h3>{ name }</h3>
			{ notes.map( ( note ) => (
				<Notice key={ note } status="warning" isDismissible={ false }>
					{ note }
				</Notice>
			) ) }
			{ changes.length === 0 ? (
				<p>
					{ __(
						'This site has the same settings already; there is nothing to change.',
						'igny8'
					) }
				</p>
			) : (
				<div className="igny8-matrix is-text">
					<table>
						<thead>
							<tr>
								<th scope="col">{ __( 'Module', 'igny8' ) }</th>
								<th scope="col">
									{ __( 'Setting', 'igny8' ) }
								</th>
								<th scope="col">{ __( 'Now', 'igny8' ) }</th>
								<th scope="col">
									{ __( 'Afterwards', 'igny8' ) }
								</th>
							</tr>
						</thead>
						<tbody>
							{ changes.map(
								( { module, setting, from, to } ) => (
									<tr key={ `${ module } ${ setting }` }>
										<td>{ module }</td>
										<td>{ setting }</td>
										<td>
											<code>{ from }</code>
										</td>
										<td>
											<code>{ to }</code>
										</td>
									</tr>
								)
							) }
						</tbody>
					</table>
				</div>
			) }
			<div className="igny8-buttons">
				{ changes.length > 0 && (
					<Button
						variant="primary"
						isBusy={ isBusy }
						disabled={ isBusy }
						accessibleWhenDisabled
						onClick={ onTake }
					>
						{ __( 'Take over these settings', 'igny8' ) }
					</Button>
				) }
				<Button variant="tertiary" onClick={ onCancel }>
					{ __( 'Cancel', 'igny8' ) }
				</Button>
			</div>
		</>
	);
}
