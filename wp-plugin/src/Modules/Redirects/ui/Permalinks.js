// The advice after the permalink structure has changed: one redirect for all old addresses.
import { Button, Notice } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import { refresh } from '../../../../admin/refresh';
import useAction from '../../../../admin/useAction';

/**
 * @param {Object}   props
 * @param {?Object}  props.advice `{old, new, source, target}`
 * @param {Function} props.onDone
 */
export default function Permalinks( { advice, onDone } ) {
	const act = useAction( 'redirects.permalinks' );
	if ( ! advice ) {
		return null;
	}
	const run = async ( input ) => {
		const result = await act.run( input );
		if ( result?.rule ) {
			onDone( {
				text: __( 'Old addresses are redirected.', 'igny8' ),
				batch: result.batch,
				notes: result.notes,
			} );
		}
		refresh();
	};
	return (
		<Notice
			status="warning"
			isDismissible={ false }
			spokenMessage={ __( 'The permalinks have changed.', 'igny8' ) }
		>
			<ErrorNotice error={ act.error } onDismiss={ act.clear } />
			<p>
				{ sprintf(
					/* translators: 1: old permalink structure, 2: new one. */
					__(
						'The permalinks have changed from %1$s to %2$s. One redirect keeps all old addresses working.',
						'igny8'
					),
					advice.old,
					advice.new
				) }
			</p>
			<p>
				<code>{ advice.source }</code> → <code>{ advice.target }</code>
			</p>
			<Button
				variant="primary"
				size="compact"
				isBusy={ act.isBusy }
				disabled={ act.isBusy }
				accessibleWhenDisabled
				onClick={ () => run( {} ) }
			>
				{ __( 'Make this redirect', 'igny8' ) }
			</Button>{ ' ' }
			<Button
				variant="tertiary"
				size="compact"
				disabled={ act.isBusy }
				onClick={ () => run( { dismiss: true } ) }
			>
				{ __( 'Not needed', 'igny8' ) }
			</Button>
		</Notice>
	);
}
