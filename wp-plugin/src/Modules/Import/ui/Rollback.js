// The way back, and importing once more.
import { Button, CheckboxControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import Confirm from '../../../../admin/parts/Confirm';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import { number } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';

/**
 * @param {Object}   props
 * @param {Object}   props.source  One of import.detect.
 * @param {Function} props.onAgain
 * @param {Function} props.onBack  Gets keep or restore.
 */
export default function Rollback( { source, onAgain, onBack } ) {
	const look = useAction( 'import.rollback' );
	const [ preview, setPreview ] = useState( null );
	const [ takesEdited, setTakesEdited ] = useState( false );
	return (
		<Panel
			title={ __( 'Again, or back', 'igny8' ) }
			description={ __(
				'Importing again takes what has changed in the other plugin. Rolling back puts every value as it was.',
				'igny8'
			) }
		>
			<ErrorNotice error={ look.error } onDismiss={ look.clear } />
			<div className="igny8-import__buttons">
				<Button variant="secondary" onClick={ onAgain }>
					{ __( 'Import again', 'igny8' ) }
				</Button>
				<Button
					variant="secondary"
					isDestructive
					isBusy={ look.isBusy }
					disabled={ look.isBusy }
					accessibleWhenDisabled
					onClick={ async () =>
						setPreview(
							await look.run( {
								source: source.source,
								dry_run: true,
							} )
						)
					}
				>
					{ __( 'Roll back…', 'igny8' ) }
				</Button>
			</div>
			{ preview && (
				<Confirm
					title={ __( 'Roll the import back?', 'igny8' ) }
					confirm={ __( 'Roll back', 'igny8' ) }
					isDestructive
					onConfirm={ () => {
						setPreview( null );
						onBack( takesEdited ? 'restore' : 'keep' );
					} }
					onClose={ () => setPreview( null ) }
				>
					<p>
						{ sprintf(
							/* translators: 1: number of objects, 2: number of redirects. */
							__(
								'%1$s objects get their values back, %2$s imported redirects are removed.',
								'igny8'
							),
							number( preview.restored ),
							number( preview.redirects )
						) }
					</p>
					{ preview.plugins.length > 0 && (
						<p>
							{ sprintf(
								/* translators: %s: name of a plugin. */
								__( '%s is activated again.', 'igny8' ),
								source.name
							) }
						</p>
					) }
					{ preview.edited.length > 0 && (
						<CheckboxControl
							label={ sprintf(
								/* translators: %s: number of values. */
								_n(
									'Also %s value that I have edited since',
									'Also %s values that I have edited since',
									preview.edited.length,
									'igny8'
								),
								number( preview.edited.length )
							) }
							checked={ takesEdited }
							onChange={ setTakesEdited }
						/>
					) }
				</Confirm>
			) }
		</Panel>
	);
}
