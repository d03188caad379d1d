// Settings → Modules: a card with a switch for each module that is built, and the settings of those that are on.
import { Spinner, ToggleControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import useAction from '../../../../admin/useAction';
import useOperation from '../../../../admin/useOperation';
import ModuleSettings from './ModuleSettings';

export default function ModulesTab() {
	const { data, error, reload } = useOperation( 'engine.modules' );
	const [ switched, setSwitched ] = useState( null );
	const save = useAction( 'engine.set_modules' );
	const modules = ( switched ?? data )?.modules.filter(
		( module ) => module.is_built
	);

	const onSwitch = async ( slug, isOn ) => {
		const before = modules
			.filter( ( module ) => module.is_enabled )
			.map( ( module ) => module.slug );
		const enabled = isOn
			? [ ...before, slug ]
			: before.filter( ( other ) => other !== slug );
		const result = await save.run( { enabled } );
		if ( result ) {
			setSwitched( result );
			// Menu and screens are made by PHP, so they follow with the next page.
			window.location.reload();
		}
	};

	if ( ! modules ) {
		return error ? (
			<ErrorNotice error={ error } onRetry={ reload } />
		) : (
			<Spinner />
		);
	}
	return (
		<>
			<p className="igny8-lead">
				{ __(
					'A module that is switched off costs nothing and keeps its data.',
					'igny8'
				) }
			</p>
			<ErrorNotice error={ save.error } onDismiss={ save.clear } />
			<div className="igny8-cards">
				{ modules.map( ( module ) => (
					<Card
						key={ module.slug }
						module={ module }
						isBusy={ save.isBusy }
						onSwitch={ onSwitch }
					/>
				) ) }
			</div>
		</>
	);
}

function Card( { module, isBusy, onSwitch } ) {
	const {
		slug,
		label,
		description,
		is_enabled: isOn,
		is_fixed: isFixed,
	} = module;
	return (
		<Panel className="igny8-module">
			<ToggleControl
				label={ label }
				help={
					isFixed
						? sprintf(
								/* translators: %s: what the module does. */
								__( '%s Always on.', 'igny8' ),
								description
							)
						: description
				}
				checked={ isOn }
				disabled={ isFixed || isBusy }
				onChange={ ( value ) => onSwitch( slug, value ) }
			/>
			{ isOn && <ModuleSettings module={ slug } /> }
		</Panel>
	);
}
