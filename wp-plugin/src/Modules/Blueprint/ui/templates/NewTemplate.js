// Three ways to a template of one's own: a copy of the engine's, a file, or written by the engine's model.
import {
	Button,
	FormFileUpload,
	SelectControl,
	TextControl,
	TextareaControl,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { upload } from '@wordpress/icons';
import { call } from '../../../../../admin/api';
import ApiError from '../../../../../admin/ApiError';
import Confirm from '../../../../../admin/parts/Confirm';
import ErrorNotice from '../../../../../admin/parts/ErrorNotice';
import Panel from '../../../../../admin/parts/Panel';
import Progress from '../../../../../admin/parts/Progress';
import { refresh } from '../../../../../admin/refresh';
import useAction from '../../../../../admin/useAction';
import useJob from '../../../../../admin/useJob';
import useOperation from '../../../../../admin/useOperation';
import { go } from '../../../../../admin/useRoute';
import { SITE_TYPES, options } from '../../../../../admin/words';
import SectorPicker from '../SectorPicker';

const edit = ( slug ) => go( { tab: 'templates', template: slug } );

export default function NewTemplate() {
	const engine = useOperation( 'engine.status' );
	return (
		<div className="igny8-cards">
			<Copy />
			<Import />
			{ engine.data?.model && <Generate /> }
		</div>
	);
}

function Copy() {
	return (
		<Panel
			title={ __( 'Start from a trade', 'igny8' ) }
			description={ __(
				'Opens the engine’s template. It becomes yours when you save it.',
				'igny8'
			) }
		>
			<SectorPicker
				sectors={ [] }
				onChange={ ( [ { slug } ] ) => edit( slug ) }
				isMissing={ false }
				label={ __( 'Trade', 'igny8' ) }
				help={ __( 'Type in your own words.', 'igny8' ) }
			/>
		</Panel>
	);
}

function Import() {
	const [ waiting, setWaiting ] = useState( null );
	const action = useAction( async ( { file, overwrites } ) => {
		try {
			return await call( 'blueprint.import_template', {
				file,
				overwrites,
			} );
		} catch ( error ) {
			if ( error.code !== 'template_exists' ) {
				throw error;
			}
			setWaiting( file );
			return null;
		}
	} );
	const run = async ( file, overwrites ) => {
		const result = await action.run( { file, overwrites } );
		if ( result ) {
			setWaiting( null );
			refresh();
			edit( result.slug );
		}
	};
	const [ fault, setFault ] = useState( null );
	const onFile = async ( file ) => {
		setFault( null );
		try {
			run( JSON.parse( await file.text() ), false );
		} catch {
			setFault(
				new ApiError( {
					code: 'json_invalid',
					message: __( 'This file is not JSON.', 'igny8' ),
				} )
			);
		}
	};
	return (
		<Panel
			title={ __( 'Import a file', 'igny8' ) }
			description={ __(
				'JSON that another site or an engine has exported.',
				'igny8'
			) }
		>
			<ErrorNotice error={ fault ?? action.error } />
			<FormFileUpload
				__next40pxDefaultSize
				accept=".json,application/json"
				icon={ upload }
				variant="secondary"
				onChange={ ( event ) => {
					onFile( event.target.files[ 0 ] );
					event.target.value = '';
				} }
			>
				{ __( 'Choose a file', 'igny8' ) }
			</FormFileUpload>
			{ waiting && (
				<Confirm
					title={ __( 'Replace your template?', 'igny8' ) }
					confirm={ __( 'Replace', 'igny8' ) }
					isDestructive
					isBusy={ action.isBusy }
					onConfirm={ () => run( waiting, true ) }
					onClose={ () => setWaiting( null ) }
				>
					<p>
						{ __(
							'This site has a template of its own for this trade already. Export it first if you may want it back.',
							'igny8'
						) }
					</p>
				</Confirm>
			) }
		</Panel>
	);
}

function Generate() {
	const [ { name, description, type }, setFields ] = useState( {
		name: '',
		description: '',
		type: 'ecommerce',
	} );
	const set = ( change ) => setFields( ( old ) => ( { ...old, ...change } ) );
	const writing = useJob( 'blueprint.generate_template', ( { slug } ) =>
		edit( slug )
	);
	return (
		<Panel
			title={ __( 'Have one written', 'igny8' ) }
			description={ __(
				'For a trade the engine does not know. Its language model writes a template, which is checked and marked as written by AI.',
				'igny8'
			) }
		>
			<ErrorNotice error={ writing.error } onDismiss={ writing.clear } />
			{ writing.isBusy ? (
				<Progress
					title={ __( 'Writing the template', 'igny8' ) }
					message={ writing.job?.progress.message }
					note={ __( 'Takes about a minute.', 'igny8' ) }
					onCancel={ writing.job ? writing.cancel : null }
					isCancelling={ writing.isCancelling }
				/>
			) : (
				<form
					className="igny8-form"
					onSubmit={ ( event ) => {
						event.preventDefault();
						writing.start( {
							name: name.trim(),
							description: description.trim(),
							site_type: type,
						} );
					} }
				>
					<TextControl
						label={ __( 'Name of the trade', 'igny8' ) }
						value={ name }
						minLength={ 2 }
						maxLength={ 60 }
						required
						onChange={ ( value ) => set( { name: value } ) }
					/>
					<TextareaControl
						label={ __(
							'What is sold or done, for whom',
							'igny8'
						) }
						rows={ 3 }
						maxLength={ 2000 }
						value={ description }
						onChange={ ( value ) => set( { description: value } ) }
					/>
					<SelectControl
						label={ __( 'Kind of site', 'igny8' ) }
						value={ type }
						options={ options( SITE_TYPES ) }
						onChange={ ( value ) => set( { type: value } ) }
					/>
					<div className="igny8-buttons">
						<Button variant="primary" type="submit">
							{ __( 'Write the template', 'igny8' ) }
						</Button>
					</div>
				</form>
			) }
		</Panel>
	);
}
