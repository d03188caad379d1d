// Connect, test and disconnect the engine. A stored key is never shown again.
import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import Confirm from '../../../../admin/parts/Confirm';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import { refresh } from '../../../../admin/refresh';
import { moment } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import ConnectForm from './ConnectForm';

/**
 * @param {Object}   props
 * @param {Object}   props.status  Result of engine.status.
 * @param {Function} props.onRetry Asks again; gives a promise.
 */
export default function Connection( { status, onRetry } ) {
	const [ isEditing, setIsEditing ] = useState( false );
	const [ isAsking, setIsAsking ] = useState( false );
	const test = useAction( onRetry );
	const disconnect = useAction( 'engine.disconnect' );

	if ( ! status.is_connected || isEditing ) {
		return (
			<ConnectForm
				url={ status.url }
				onDone={ () => setIsEditing( false ) }
				onCancel={
					status.is_connected ? () => setIsEditing( false ) : null
				}
			/>
		);
	}
	const onDisconnect = async () => {
		await disconnect.run();
		setIsAsking( false );
		refresh();
	};
	return (
		<Panel
			title={ __( 'Connection', 'igny8' ) }
			actions={
				<Button
					variant="secondary"
					size="compact"
					isBusy={ test.isBusy }
					disabled={ test.isBusy }
					accessibleWhenDisabled
					onClick={ () => test.run() }
				>
					{ __( 'Test', 'igny8' ) }
				</Button>
			}
		>
			{ status.is_working ? (
				<p className="igny8-light is-on" role="status">
					<strong>{ __( 'Connected and working', 'igny8' ) }</strong>
					<span>
						{ sprintf(
							/* translators: 1: name of this site on the engine, 2: name of the account it belongs to. */
							__(
								'The engine knows this site as “%1$s” of the account “%2$s”.',
								'igny8'
							),
							status.site,
							status.account
						) }
					</span>
				</p>
			) : (
				<ErrorNotice status="warning" error={ status.error } />
			) }
			<ErrorNotice
				error={ disconnect.error }
				onDismiss={ disconnect.clear }
			/>
			<Facts status={ status } />
			<div className="igny8-buttons">
				<Button
					variant="secondary"
					onClick={ () => setIsEditing( true ) }
				>
					{ __( 'Change address or key', 'igny8' ) }
				</Button>
				<Button
					variant="tertiary"
					isDestructive
					onClick={ () => setIsAsking( true ) }
				>
					{ __( 'Disconnect', 'igny8' ) }
				</Button>
			</div>
			{ isAsking && (
				<Confirm
					title={ __( 'Disconnect the engine?', 'igny8' ) }
					confirm={ __( 'Disconnect', 'igny8' ) }
					isDestructive
					isBusy={ disconnect.isBusy }
					onConfirm={ onDisconnect }
					onClose={ () => setIsAsking( false ) }
				>
					<p>
						{ __(
							'Its address and key are forgotten here. Your plans, pages and links stay. To connect again you need the key, so keep it or have the engine make a new one.',
							'igny8'
						) }
					</p>
				</Confirm>
			) }
		</Panel>
	);
}

function Facts( { status } ) {
	return (
		<dl className="igny8-facts is-wide">
			<dt>{ __( 'Address', 'igny8' ) }</dt>
			<dd>{ status.url }</dd>
			<dt>{ __( 'Key', 'igny8' ) }</dt>
			<dd>
				<code>{ status.key_prefix }_••••••••</code>
			</dd>
			<dt>{ __( 'Connected since', 'igny8' ) }</dt>
			<dd>{ moment( status.connected_at ) }</dd>
			{ status.is_working && (
				<>
					<dt>{ __( 'Version', 'igny8' ) }</dt>
					<dd>{ status.version }</dd>
					<dt>{ __( 'Language model', 'igny8' ) }</dt>
					<dd>
						{ status.model ||
							__(
								'None. Pages are composed from your plan, articles become briefs for a writer.',
								'igny8'
							) }
					</dd>
				</>
			) }
		</dl>
	);
}
