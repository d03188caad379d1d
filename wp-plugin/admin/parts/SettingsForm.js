// A form of settings that is saved when asked: what is unsaved is said, and errors stand at their fields.
import { Button, Spinner } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import ErrorNotice from './ErrorNotice';

/**
 * @param {Object}  props
 * @param {Object}  props.settings Of useSettings.
 * @param {Element} props.children Fields; shown once the values are there.
 */
export default function SettingsForm( { settings, children } ) {
	const { values, error, isDirty, isSaved, isBusy, save, discard, reload } =
		settings;
	if ( ! values ) {
		return error ? (
			<ErrorNotice error={ error } onRetry={ reload } />
		) : (
			<Spinner />
		);
	}
	return (
		<form
			className="igny8-form igny8-settings"
			noValidate
			onSubmit={ ( event ) => {
				event.preventDefault();
				if ( isDirty ) {
					save();
				}
			} }
		>
			{ children }
			<ErrorNotice error={ error } />
			<div className={ `igny8-savebar ${ isDirty ? 'is-dirty' : '' }` }>
				<Button
					variant="primary"
					type="submit"
					isBusy={ isBusy }
					disabled={ isBusy || ! isDirty }
					accessibleWhenDisabled
				>
					{ __( 'Save changes', 'igny8' ) }
				</Button>
				{ isDirty && (
					<Button
						variant="tertiary"
						disabled={ isBusy }
						accessibleWhenDisabled
						onClick={ discard }
					>
						{ __( 'Discard', 'igny8' ) }
					</Button>
				) }
				<span className="igny8-savebar__state" role="status">
					{ isDirty && __( 'Not saved yet', 'igny8' ) }
					{ isSaved && __( 'Saved', 'igny8' ) }
				</span>
			</div>
		</form>
	);
}

/**
 * What a control of a settings form is given: its value, what to do with a new one, and its error instead of the help.
 *
 * @param {Object} settings Of useSettings.
 * @param {Array}  path
 * @param {string} [help]
 * @return {Object} Properties of a control of @wordpress/components.
 */
export function bind( settings, path, help ) {
	const fault = settings.errorAt( path );
	return {
		value: settings.get( path ) ?? '',
		onChange: ( value ) => settings.set( path, value ),
		help: fault || help,
		className: fault ? 'has-error' : undefined,
		'aria-invalid': fault ? true : undefined,
	};
}
