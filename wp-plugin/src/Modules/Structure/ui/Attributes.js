// The editor of attributes and their values: what the next plan shall have more, less, or by another name.
import {
	Button,
	Modal,
	SelectControl,
	Spinner,
	TextControl,
} from '@wordpress/components';
import { useMemo, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { plus } from '@wordpress/icons';
import FormButtons from '../../../../admin/parts/FormButtons';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Lines from '../../../../admin/parts/Lines';
import toLines from '../../../../admin/toLines';
import useAction from '../../../../admin/useAction';
import useOperation from '../../../../admin/useOperation';
import { LEVELS, ROLES, options } from '../../../../admin/words';
import Attribute from './Attribute';
import { overlayAttributes } from './pending';
import { useStructure } from './useStructure';

// What each level means for the site.
const EXPLAINED = {
	primary: __(
		'What visitors choose by first. Every value can get pages of its own.',
		'igny8'
	),
	secondary: __(
		'What they narrow down by. Values get pages where they make sense.',
		'igny8'
	),
	tertiary: __( 'What matters to some of them.', 'igny8' ),
	facet: __( 'To filter by and to mention; no pages of their own.', 'igny8' ),
};

export default function Attributes() {
	const { asked, changes, isChangeable, act } = useStructure();
	const { data, error, reload } = useOperation( 'structure.attributes', {
		version: asked,
	} );
	const [ isAdding, setIsAdding ] = useState( false );
	const edit = useAction( ( input ) => act( 'structure.edit', input ) );
	const undo = useAction( ( id ) =>
		act( 'structure.undo', { ids: [ id ] } )
	);
	const attributes = useMemo(
		() =>
			overlayAttributes(
				data?.attributes ?? [],
				isChangeable ? ( changes?.changes ?? [] ) : []
			),
		[ data, changes, isChangeable ]
	);
	if ( ! data ) {
		return error ? (
			<ErrorNotice error={ error } onRetry={ reload } />
		) : (
			<Spinner />
		);
	}
	return (
		<>
			<div className="igny8-toolbar">
				<p className="igny8-lead">
					{ __(
						'Attributes are the axes your visitors browse by. Their values make the clusters.',
						'igny8'
					) }
				</p>
				{ isChangeable && (
					<div className="igny8-toolbar__end">
						<Button
							variant="secondary"
							size="compact"
							icon={ plus }
							onClick={ () => setIsAdding( true ) }
						>
							{ __( 'Add an attribute', 'igny8' ) }
						</Button>
					</div>
				) }
			</div>
			<ErrorNotice
				error={ edit.error ?? undo.error }
				onDismiss={ edit.error ? edit.clear : undo.clear }
			/>
			{ Object.keys( LEVELS ).map( ( level ) => (
				<Level
					key={ level }
					level={ level }
					attributes={ attributes.filter(
						( attribute ) => attribute.level === level
					) }
					isChangeable={ isChangeable }
					onEdit={ edit.run }
					onUndo={ undo.run }
				/>
			) ) }
			{ isAdding && (
				<Add act={ act } onClose={ () => setIsAdding( false ) } />
			) }
		</>
	);
}

function Level( { level, attributes, ...rest } ) {
	if ( attributes.length === 0 ) {
		return null;
	}
	return (
		<section className="igny8-level" aria-label={ LEVELS[ level ] }>
			<h2>
				{ LEVELS[ level ] }{ ' ' }
				<span className="igny8-quiet">{ EXPLAINED[ level ] }</span>
			</h2>
			<div className="igny8-level__cards">
				{ attributes.map( ( attribute ) => (
					<Attribute
						key={ attribute.slug }
						attribute={ attribute }
						{ ...rest }
					/>
				) ) }
			</div>
		</section>
	);
}

function Add( { act, onClose } ) {
	const [ name, setName ] = useState( '' );
	const [ level, setLevel ] = useState( 'secondary' );
	const [ role, setRole ] = useState( 'feature' );
	const [ text, setText ] = useState( '' );
	const add = useAction( ( input ) => act( 'structure.edit', input ) );
	const submit = async ( event ) => {
		event.preventDefault();
		const values = toLines( text );
		if (
			await add.run( {
				name: name.trim(),
				level,
				role,
				...( values.length > 0 && { add_values: values } ),
			} )
		) {
			onClose();
		}
	};
	return (
		<Modal
			title={ __( 'Add an attribute', 'igny8' ) }
			onRequestClose={ onClose }
			size="medium"
			className="igny8-decide"
		>
			<ErrorNotice error={ add.error } />
			<form className="igny8-decide__form" onSubmit={ submit }>
				<TextControl
					label={ __( 'Name', 'igny8' ) }
					help={ __(
						'An axis that visitors of your trade choose by, such as “Room” or “Skin type”.',
						'igny8'
					) }
					value={ name }
					maxLength={ 60 }
					onChange={ setName }
				/>
				<SelectControl
					label={ __( 'Level', 'igny8' ) }
					help={ EXPLAINED[ level ] }
					value={ level }
					options={ options( LEVELS ) }
					onChange={ setLevel }
				/>
				<SelectControl
					label={ __( 'Kind', 'igny8' ) }
					help={ __(
						'Decides which other attributes its values are combined with.',
						'igny8'
					) }
					value={ role }
					options={ options( ROLES ) }
					onChange={ setRole }
				/>
				<Lines
					label={ __( 'Values, one a line', 'igny8' ) }
					value={ text }
					onChange={ setText }
				/>
				<FormButtons
					label={ __( 'Add', 'igny8' ) }
					onClose={ onClose }
					isBusy={ add.isBusy }
					isReady={ name.trim() !== '' }
				/>
			</form>
		</Modal>
	);
}
