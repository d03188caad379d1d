// Says what was just done, and takes it back.
import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import useSteps from '../../../../admin/useSteps';

/**
 * @param {Object}   props
 * @param {?Object}  props.done    `{text, batch?, notes?}`; nothing is shown without one.
 * @param {Function} props.onClose Called when it was taken back, or dismissed.
 */
export default function Done( { done, onClose } ) {
	const undo = useSteps( 'redirects.undo' );
	if ( ! done ) {
		return <ErrorNotice error={ undo.error } onDismiss={ undo.clear } />;
	}
	const onUndo = async () => {
		if ( await undo.start( { batch: done.batch } ) ) {
			onClose( __( 'Taken back.', 'igny8' ) );
		}
	};
	return (
		<>
			<ErrorNotice error={ undo.error } onDismiss={ undo.clear } />
			{ /* Without words of its own a notice renders its children once more to speak them, hooks and all. */ }
			<Notice
				status="success"
				spokenMessage={ done.text }
				onRemove={ () => onClose() }
			>
				<p>{ done.text }</p>
				{ ( done.notes ?? [] ).map( ( note ) => (
					<p key={ note }>{ note }</p>
				) ) }
				{ done.batch && (
					<p>
						<Button
							variant="secondary"
							size="compact"
							isBusy={ undo.isBusy }
							disabled={ undo.isBusy }
							accessibleWhenDisabled
							onClick={ onUndo }
						>
							{ __( 'Undo', 'igny8' ) }
						</Button>
					</p>
				) }
			</Notice>
		</>
	);
}
