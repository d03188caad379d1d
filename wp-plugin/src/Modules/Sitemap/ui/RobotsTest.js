// A box that says whether a crawler may fetch an address, and which line decides.
import { Button, Notice, TextControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { read } from '../../../../admin/api';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import useAction from '../../../../admin/useAction';

/**
 * @param {Object}  props
 * @param {?string} props.text What is being edited; undefined: what is served.
 */
export default function RobotsTest( { text } ) {
	const [ url, setUrl ] = useState( '/' );
	const [ agent, setAgent ] = useState( 'Googlebot' );
	const [ result, setResult ] = useState( null );
	const ask = useAction( () =>
		read( 'sitemap.test_robots', { url, agent, text } )
	);
	const onSubmit = async ( event ) => {
		event.preventDefault();
		setResult( await ask.run() );
	};
	return (
		<Panel
			title={ __( 'Test', 'igny8' ) }
			description={ __(
				'Whether a crawler may fetch an address, by the standard RFC 9309.',
				'igny8'
			) }
		>
			<form className="igny8-form__grid" onSubmit={ onSubmit } noValidate>
				<TextControl
					label={ __( 'Address or path', 'igny8' ) }
					value={ url }
					onChange={ setUrl }
					dir="ltr"
				/>
				<TextControl
					label={ __( 'Crawler', 'igny8' ) }
					value={ agent }
					onChange={ setAgent }
					dir="ltr"
				/>
				<div className="igny8-robots__ask">
					<Button
						variant="secondary"
						type="submit"
						isBusy={ ask.isBusy }
						disabled={ ask.isBusy || url.trim() === '' }
						accessibleWhenDisabled
					>
						{ __( 'Test', 'igny8' ) }
					</Button>
				</div>
			</form>
			<ErrorNotice error={ ask.error } onDismiss={ ask.clear } />
			{ result && (
				<Notice
					status={ result.allowed ? 'success' : 'warning' }
					isDismissible={ false }
				>
					{ verdict( result ) }
				</Notice>
			) }
		</Panel>
	);
}

function verdict( { allowed, line, rule } ) {
	if ( line === 0 ) {
		return __( 'Allowed: no rule says anything about it.', 'igny8' );
	}
	const text = allowed
		? /* translators: 1: number of a line, 2: the line. */
			__( 'Allowed by line %1$d: %2$s', 'igny8' )
		: /* translators: 1: number of a line, 2: the line. */
			__( 'Blocked by line %1$d: %2$s', 'igny8' );
	return sprintf( text, line, rule );
}
