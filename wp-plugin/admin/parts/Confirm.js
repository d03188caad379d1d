// Asks before something that changes the site: what will happen, and a way back.
import { Button, Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';

/**
 * @param {Object}   props
 * @param {string}   props.title           The question.
 * @param {Element}  props.children        What will happen, and whether it can be undone.
 * @param {string}   props.confirm         Words of the button: what it does.
 * @param {boolean}  [props.isDestructive]
 * @param {boolean}  [props.isBusy]
 * @param {Function} props.onConfirm
 * @param {Function} props.onClose
 */
export default function Confirm( {
	title,
	children,
	confirm,
	isDestructive = false,
	isBusy = false,
	onConfirm,
	onClose,
} ) {
	return (
		<Modal title={ title } onRequestClose={ onClose } size="small">
			<div className="igny8-confirm__text">{ children }</div>
			<div className="igny8-confirm__buttons">
				<Button variant="tertiary" onClick={ onClose }>
					{ __( 'Cancel', 'igny8' ) }
				</Button>
				<Button
					variant="primary"
					isDestructive={ isDestructive }
					isBusy={ isBusy }
					disabled={ isBusy }
					accessibleWhenDisabled
					onClick={ onConfirm }
				>
					{ confirm }
				</Button>
			</div>
		</Modal>
	);
}
