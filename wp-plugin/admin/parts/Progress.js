// Long work on the screen: what is being done, how far it is, how to leave or stop it.
import { Button, ProgressBar } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { number } from '../times';

/**
 * @param {Object}    props
 * @param {string}    props.title
 * @param {string}    [props.message]      What is happening now.
 * @param {number}    [props.done]
 * @param {number}    [props.total]        0: how much there is to do is not known.
 * @param {Element}   [props.note]         That it can be left, and what happens then.
 * @param {?Object}   [props.trouble]      `{message}`: the engine is away, work goes on when it is back.
 * @param {?Function} [props.onCancel]
 * @param {string}    [props.cancel]       Words of that button.
 * @param {boolean}   [props.isCancelling]
 */
export default function Progress( {
	title,
	message = '',
	done = 0,
	total = 0,
	note,
	trouble,
	onCancel,
	cancel = __( 'Cancel', 'igny8' ),
	isCancelling = false,
} ) {
	const percent = total > 0 ? Math.round( ( 100 * done ) / total ) : null;
	return (
		<div className="igny8-progress">
			<div className="igny8-progress__head">
				<p className="igny8-progress__title">{ title }</p>
				{ onCancel && (
					<Button
						variant="secondary"
						size="compact"
						onClick={ onCancel }
						isBusy={ isCancelling }
						disabled={ isCancelling }
						accessibleWhenDisabled
					>
						{ isCancelling ? __( 'Stopping…', 'igny8' ) : cancel }
					</Button>
				) }
			</div>
			<ProgressBar
				className="igny8-progress__bar"
				aria-label={ title }
				value={ percent ?? undefined }
			/>
			<p className="igny8-progress__text">
				<span>{ message || note }</span>
				{ total > 0 && (
					<span className="igny8-progress__count">
						{ sprintf(
							/* translators: 1: how many are done, 2: how many there are. */
							__( '%1$s of %2$s', 'igny8' ),
							number( done ),
							number( total )
						) }
					</span>
				) }
			</p>
			{ message && note && (
				<p className="igny8-progress__note">{ note }</p>
			) }
			{ trouble && (
				<p className="igny8-progress__trouble">{ trouble.message }</p>
			) }
			<p className="screen-reader-text" role="status">
				{ spoken( title, message, percent ) }
			</p>
		</div>
	);
}

/**
 * Every quarter is enough to hear.
 *
 * @param {string}  title
 * @param {string}  message
 * @param {?number} percent
 * @return {string} Changes seldom, so that a screen reader is not talking without end.
 */
function spoken( title, message, percent ) {
	if ( percent === null ) {
		return `${ title } ${ message }`;
	}
	return sprintf(
		/* translators: 1: what is being done, 2: percentage. */
		__( '%1$s: %2$d%%', 'igny8' ),
		title,
		Math.floor( percent / 25 ) * 25
	);
}
