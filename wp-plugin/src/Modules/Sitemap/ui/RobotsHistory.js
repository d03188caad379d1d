// Earlier versions of robots.txt, and taking the last change back.
import { Button } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import { moment } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';

/**
 * @param {Object}   props
 * @param {Object}   props.state    Of sitemap.robots.
 * @param {Function} props.onChange Reads it again.
 */
export default function RobotsHistory( { state, onChange } ) {
	const undo = useAction( 'sitemap.undo_robots' );
	if ( state.history.length === 0 ) {
		return null;
	}
	return (
		<Panel
			title={ __( 'Versions before', 'igny8' ) }
			actions={
				<Button
					variant="secondary"
					isBusy={ undo.isBusy }
					disabled={ undo.isBusy }
					accessibleWhenDisabled
					onClick={ () => undo.run().then( onChange ) }
				>
					{ __( 'Undo the last change', 'igny8' ) }
				</Button>
			}
		>
			<ErrorNotice error={ undo.error } onDismiss={ undo.clear } />
			{ state.history.map( ( { until, user, source, text } ) => (
				<details key={ until + text } className="igny8-robots__version">
					<summary>
						{ sprintf(
							/* translators: 1: date and time, 2: name of a user or of a plugin. */
							__( 'Until %1$s, changed by %2$s', 'igny8' ),
							moment( until ),
							source || user || 'WP-CLI'
						) }
					</summary>
					<pre dir="ltr">
						{ text || __( 'WordPress’ own', 'igny8' ) }
					</pre>
				</details>
			) ) }
		</Panel>
	);
}
