// The two buttons at the end of a dialog's form: out of it, and on with it.
import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

/**
 * @param {Object}   props
 * @param {string}   props.label           Of the button that submits the form.
 * @param {Function} props.onClose
 * @param {string}   [props.closeLabel]
 * @param {boolean}  [props.isBusy]
 * @param {boolean}  [props.isReady]       Whether there is enough to submit.
 * @param {boolean}  [props.isDestructive]
 */
export default function FormButtons( {
	label,
	onClose,
	closeLabel = __( 'Cancel', 'igny8' ),
	isBusy = false,
	isReady = true,
	isDestructive = false,
} ) {
	return (
		<div className="igny8-confirm__buttons">
			<Button variant="tertiary" onClick={ onClose }>
				{ closeLabel }
			</Button>
			<Button
				variant="primary"
				type="submit"
				isBusy={ isBusy }
				isDestructive={ isDestructive }
				disabled={ isBusy || ! isReady }
				accessibleWhenDisabled
			>
				{ label }
			</Button>
		</div>
	);
}
