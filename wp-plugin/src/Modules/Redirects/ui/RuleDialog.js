// Adds a redirect, or changes one: the usual at once, the rest behind "More".
import {
	CheckboxControl,
	Modal,
	SelectControl,
	TextControl,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import FormButtons from '../../../../admin/parts/FormButtons';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import { refresh } from '../../../../admin/refresh';
import useAction from '../../../../admin/useAction';
import ConditionFields from './ConditionFields';
import PagePicker from './PagePicker';
import { CODES, MATCHES, QUERIES, choices } from './words';

const BEGIN = {
	source: '',
	target: '',
	code: 301,
	match: 'exact',
	target_type: 'url',
	target_id: 0,
	query: 'pass',
	ignore_case: true,
	ignore_slash: true,
	group: '',
	priority: 10,
	is_on: true,
	always: false,
	note: '',
	conditions: {},
};

/**
 * @param {Object}   props
 * @param {Object}   props.rule    As redirects.list gives it; without id: a new one that begins with what is given.
 * @param {string[]} props.groups  Names.
 * @param {Function} props.onSaved Gets `{text, batch, notes}`.
 * @param {Function} props.onClose
 */
export default function RuleDialog( { rule, groups, onSaved, onClose } ) {
	const [ value, setValue ] = useState( () => pick( { ...BEGIN, ...rule } ) );
	const save = useAction( rule.id ? 'redirects.edit' : 'redirects.add' );
	const set = ( name ) => ( next ) =>
		setValue( ( old ) => ( { ...old, [ name ]: next } ) );
	const fault = ( name ) => save.error?.fields?.[ name ];
	const field = ( name, help ) => ( {
		value: value[ name ],
		onChange: set( name ),
		help: fault( name ) ?? help,
		className: fault( name ) ? 'has-error' : undefined,
		'aria-invalid': fault( name ) ? true : undefined,
		__next40pxDefaultSize: true,
	} );
	const onSubmit = async ( event ) => {
		event.preventDefault();
		const result = await save.run( {
			...( rule.id && { id: rule.id } ),
			...value,
		} );
		if ( result ) {
			onSaved( {
				text: rule.id
					? __( 'The redirect was changed.', 'igny8' )
					: __( 'The redirect was added.', 'igny8' ),
				batch: result.batch,
				notes: result.notes,
			} );
			onClose();
			refresh();
		}
	};
	return (
		<Modal
			title={
				rule.id
					? __( 'Change redirect', 'igny8' )
					: __( 'Add redirect', 'igny8' )
			}
			onRequestClose={ onClose }
			className="igny8-redirects__dialog"
			shouldCloseOnClickOutside={ false }
		>
			<form
				className="igny8-form"
				noValidate
				onSubmit={ onSubmit }
				aria-busy={ save.isBusy }
			>
				<ErrorNotice
					error={
						Object.keys( save.error?.fields ?? {} ).length === 1
							? null
							: save.error
					}
				/>
				<SelectControl
					label={ __( 'Meets', 'igny8' ) }
					options={ choices( MATCHES ) }
					{ ...field( 'match', hints[ value.match ] ) }
				/>
				<TextControl
					label={ __( 'Old address', 'igny8' ) }
					placeholder={ examples[ value.match ] }
					dir="ltr"
					spellCheck={ false }
					{ ...field( 'source' ) }
				/>
				<SelectControl
					label={ __( 'Status', 'igny8' ) }
					options={ choices( CODES ) }
					{ ...field( 'code' ) }
					onChange={ ( code ) => set( 'code' )( Number( code ) ) }
				/>
				{ value.code < 400 && (
					<PagePicker
						value={ value }
						label={ rule.target_text }
						fault={ fault( 'target' ) ?? fault( 'target_id' ) }
						onChange={ ( target ) =>
							setValue( ( old ) => ( { ...old, ...target } ) )
						}
					/>
				) }
				<details className="igny8-redirects__more">
					<summary>{ __( 'More', 'igny8' ) }</summary>
					<SelectControl
						label={ __( 'Parameters after ?', 'igny8' ) }
						options={ choices( QUERIES ) }
						{ ...field( 'query' ) }
					/>
					<Check
						label={ __(
							'Capital and small letters are the same',
							'igny8'
						) }
						checked={ value.ignore_case }
						onChange={ set( 'ignore_case' ) }
					/>
					<Check
						label={ __(
							'With or without a slash at the end is the same',
							'igny8'
						) }
						checked={ value.ignore_slash }
						onChange={ set( 'ignore_slash' ) }
					/>
					<Check
						label={ __( 'Also when the page exists', 'igny8' ) }
						help={
							fault( 'always' ) ??
							__(
								'Otherwise a redirect waits until nothing is at its address.',
								'igny8'
							)
						}
						checked={ value.always }
						onChange={ set( 'always' ) }
					/>
					<TextControl
						label={ __( 'Group', 'igny8' ) }
						list="igny8-redirect-group-names"
						{ ...field( 'group' ) }
					/>
					<datalist id="igny8-redirect-group-names">
						{ groups.map( ( name ) => (
							<option key={ name } value={ name } />
						) ) }
					</datalist>
					<TextControl
						label={ __( 'Priority', 'igny8' ) }
						type="number"
						{ ...field(
							'priority',
							__(
								'Of several that fit, the lowest number fires.',
								'igny8'
							)
						) }
						onChange={ ( text ) =>
							set( 'priority' )( Number( text ) )
						}
					/>
					<TextControl
						label={ __( 'Note for yourself', 'igny8' ) }
						{ ...field( 'note' ) }
					/>
					<ConditionFields
						value={ value.conditions }
						fault={ fault( 'conditions' ) }
						onChange={ set( 'conditions' ) }
					/>
				</details>
				<Check
					label={ __( 'In effect', 'igny8' ) }
					checked={ value.is_on }
					onChange={ set( 'is_on' ) }
				/>
				<FormButtons
					label={ __( 'Save', 'igny8' ) }
					onClose={ onClose }
					isBusy={ save.isBusy }
				/>
			</form>
		</Modal>
	);
}

const examples = {
	exact: '/old-page',
	prefix: '/old-folder',
	regex: '^/(\\d{4})/([^/]+)/?$',
};

const hints = {
	exact: '',
	prefix: __(
		'What stands below it is put at the end of the new address.',
		'igny8'
	),
	regex: __(
		'Without delimiters, on the path. $1 in the new address stands for the first group in parentheses.',
		'igny8'
	),
};

const pick = ( rule ) =>
	Object.fromEntries(
		Object.keys( BEGIN ).map( ( name ) => [ name, rule[ name ] ] )
	);

function Check( props ) {
	return <CheckboxControl { ...props } />;
}
