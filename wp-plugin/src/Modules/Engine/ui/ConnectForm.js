// The form that asks for the engine's address and key, tests them and stores them if they work.
import { Button, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import { refresh } from '../../../../admin/refresh';
import useAction from '../../../../admin/useAction';

/**
 * @param {Object}    props
 * @param {string}    props.url      The address stored so far.
 * @param {Function}  props.onDone
 * @param {?Function} props.onCancel Without one there is nothing to go back to.
 */
export default function ConnectForm( { url: stored, onDone, onCancel } ) {
	const [ url, setUrl ] = useState( stored );
	const [ key, setKey ] = useState( '' );
	const connect = useAction( 'engine.connect' );
	const fields = connect.error?.fields ?? {};

	const onSubmit = async ( event ) => {
		event.preventDefault();
		const result = await connect.run( {
			url: url.trim(),
			key: key.trim(),
		} );
		if ( result ) {
			setKey( '' );
			onDone();
			refresh();
		}
	};
	return (
		<Panel
			title={ __( 'Connect your engine', 'igny8' ) }
			description={ __(
				'The engine plans and writes your site. Whoever runs it gives you its address and a key for this site.',
				'igny8'
			) }
		>
			<form className="igny8-form" onSubmit={ onSubmit }>
				<ErrorNotice error={ connect.error } />
				<TextControl
					className={ fields.url ? 'has-error' : '' }
					label={ __( 'Address', 'igny8' ) }
					help={ __( 'Such as https://engine.example.com', 'igny8' ) }
					type="url"
					value={ url }
					onChange={ setUrl }
					aria-invalid={ !! fields.url }
					autoComplete="url"
					required
				/>
				<TextControl
					className={ fields.key ? 'has-error' : '' }
					label={ __( 'Key', 'igny8' ) }
					help={ __(
						'Begins with igny8_. It is stored encrypted and not shown again.',
						'igny8'
					) }
					type="password"
					value={ key }
					onChange={ setKey }
					aria-invalid={ !! fields.key }
					autoComplete="off"
					spellCheck={ false }
					required
				/>
				<div className="igny8-buttons">
					<Button
						variant="primary"
						type="submit"
						isBusy={ connect.isBusy }
						disabled={ connect.isBusy }
						accessibleWhenDisabled
					>
						{ connect.isBusy
							? __( 'Testing…', 'igny8' )
							: __( 'Test and save', 'igny8' ) }
					</Button>
					{ onCancel && (
						<Button variant="tertiary" onClick={ onCancel }>
							{ __( 'Cancel', 'igny8' ) }
						</Button>
					) }
				</div>
			</form>
		</Panel>
	);
}
