// An error where it happened: what is wrong, in words, and the way out.
import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { can, site } from '../site';

/**
 * @param {Object}    props
 * @param {?Object}   props.error       An ApiError, or `{code, message}`; nothing is shown without one.
 * @param {?Function} [props.onRetry]
 * @param {?Function} [props.onDismiss]
 * @param {string}    [props.status]    `error` or `warning`.
 * @param {Element}   [props.children]  More to say or do.
 */
export default function ErrorNotice( {
	error,
	onRetry,
	onDismiss,
	status = 'error',
	children,
} ) {
	if ( ! error ) {
		return null;
	}
	const isEngine = String( error.code ).startsWith( 'engine_' );
	const engineUrl =
		isEngine && can( 'engine.connect' ) && site.screen !== 'settings';
	return (
		<Notice
			className="igny8-error"
			status={ status }
			isDismissible={ !! onDismiss }
			onRemove={ onDismiss ?? undefined }
		>
			<p>{ error.message }</p>
			<Fields fields={ error.fields } />
			{ children }
			{ ( onRetry || engineUrl ) && (
				<p className="igny8-error__actions">
					{ onRetry && (
						<Button
							variant="secondary"
							size="compact"
							onClick={ onRetry }
						>
							{ __( 'Try again', 'igny8' ) }
						</Button>
					) }
					{ engineUrl && (
						<Button
							variant="tertiary"
							size="compact"
							href={ site.urls.settings }
						>
							{ __( 'Look at the engine', 'igny8' ) }
						</Button>
					) }
				</p>
			) }
		</Notice>
	);
}

function Fields( { fields } ) {
	const texts = Object.values( fields ?? {} );
	if ( texts.length < 2 ) {
		return null; // One fault is in the message already.
	}
	return (
		<ul>
			{ texts.map( ( text ) => (
				<li key={ text }>{ text }</li>
			) ) }
		</ul>
	);
}
