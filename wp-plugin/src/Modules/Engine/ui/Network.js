// Network admin → IGNY8: what the sites of the network start from, and what none of them may change.
import {
	Button,
	CheckboxControl,
	SelectControl,
	Spinner,
	TextareaControl,
	TextControl,
} from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import Screen from '../../../../admin/parts/Screen';
import { number } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import useOperation from '../../../../admin/useOperation';
import useRoute from '../../../../admin/useRoute';

export default function Network() {
	const { route } = useRoute();
	const list = useOperation( 'engine.modules' );
	const tabs = ( list.data?.modules ?? [] ).filter(
		( module ) => module.is_built
	);
	const open = tabs.find( ( { slug } ) => slug === route.tab ) ?? tabs[ 0 ];
	return (
		<Screen
			title={ __( 'IGNY8 on all sites', 'igny8' ) }
			subtitle={ __(
				'A site that has not set a value of its own follows the network at once. A locked setting is the same on every site.',
				'igny8'
			) }
			tabs={ tabs.map( ( { slug, label } ) => ( {
				name: slug,
				title: label,
				to: { tab: slug },
			} ) ) }
			tab={ open?.slug }
		>
			<ErrorNotice error={ list.error } onRetry={ list.reload } />
			{ open && <Defaults key={ open.slug } module={ open.slug } /> }
		</Screen>
	);
}

function Defaults( { module } ) {
	const { data, error, reload } = useOperation( 'engine.network_settings', {
		module,
	} );
	const [ saved, setSaved ] = useState( null );
	const save = useAction( 'engine.save_network_settings' );
	const seen = saved ?? data;

	const onSave = async ( change ) => {
		const result = await save.run( { module, ...change } );
		if ( result ) {
			setSaved( result );
		}
	};
	const onLock = ( name, isLocked ) => {
		const others = seen.settings
			.filter( ( other ) => other.is_locked && other.name !== name )
			.map( ( other ) => other.name );
		onSave( { locked: isLocked ? [ ...others, name ] : others } );
	};
	if ( ! seen ) {
		return error ? (
			<ErrorNotice error={ error } onRetry={ reload } />
		) : (
			<Spinner />
		);
	}
	return (
		<>
			<ErrorNotice error={ save.error } onDismiss={ save.clear } />
			{ seen.settings.length === 0 && (
				<p>{ __( 'This module has no settings.', 'igny8' ) }</p>
			) }
			{ seen.settings.map( ( setting ) => (
				<Panel key={ setting.name } className="igny8-default">
					<Value
						key={ JSON.stringify( setting.value ) }
						setting={ setting }
						schema={ seen.schema.properties[ setting.name ] }
						onSave={ ( value ) =>
							onSave( { values: { [ setting.name ]: value } } )
						}
					/>
					<div className="igny8-default__foot">
						<CheckboxControl
							label={ __( 'Locked on all sites', 'igny8' ) }
							checked={ setting.is_locked }
							disabled={ ! setting.is_set || save.isBusy }
							onChange={ ( value ) =>
								onLock( setting.name, value )
							}
						/>
						<span className="igny8-rows__note">
							{ sprintf(
								/* translators: 1: number of sites with a value of their own, 2: number of sites looked at. */
								_n(
									'%1$s of %2$s site has a value of its own',
									'%1$s of %2$s sites have a value of their own',
									seen.sites_looked_at,
									'igny8'
								),
								number( setting.sites ),
								number( seen.sites_looked_at )
							) }
						</span>
						{ setting.is_set && (
							<Button
								variant="tertiary"
								size="compact"
								disabled={ save.isBusy }
								accessibleWhenDisabled
								aria-label={ sprintf(
									/* translators: %s: name of a setting. */
									__( 'Back to the default: %s', 'igny8' ),
									setting.name
								) }
								onClick={ () =>
									onSave( { remove: [ setting.name ] } )
								}
							>
								{ __( 'Back to the default', 'igny8' ) }
							</Button>
						) }
					</div>
				</Panel>
			) ) }
		</>
	);
}

/**
 * One setting: as its type is; lists and groups as JSON. Saved when the field is left.
 *
 * @param {Object}   props
 * @param {Object}   props.setting `{name, value}`
 * @param {Object}   props.schema
 * @param {Function} props.onSave
 */
function Value( { setting: { name, value }, schema, onSave } ) {
	const label = schema.title || schema.description || name;
	const isText = [ 'string', 'integer', 'number' ].includes( schema.type );
	const [ text, setText ] = useState(
		isText ? String( value ?? '' ) : JSON.stringify( value, null, 2 )
	);
	const [ fault, setFault ] = useState( '' );
	if ( schema.type === 'boolean' ) {
		return (
			<CheckboxControl
				label={ label }
				checked={ !! value }
				onChange={ onSave }
			/>
		);
	}
	if ( schema.enum ) {
		return (
			<SelectControl
				label={ label }
				value={ value }
				options={ schema.enum.map( ( choice ) => ( {
					value: choice,
					label: choice,
				} ) ) }
				onChange={ onSave }
			/>
		);
	}
	const onBlur = () => {
		try {
			const parsed = parse( text, schema.type );
			setFault( '' );
			if ( JSON.stringify( parsed ) !== JSON.stringify( value ) ) {
				onSave( parsed );
			}
		} catch {
			setFault(
				__( 'This is not valid JSON and was not saved.', 'igny8' )
			);
		}
	};
	const Control = isText ? TextControl : TextareaControl;
	return (
		<Control
			label={ label }
			help={
				fault ||
				( isText ? undefined : __( 'Written as JSON.', 'igny8' ) )
			}
			rows={ isText ? undefined : 4 }
			type={ schema.type === 'string' ? 'text' : 'number' }
			value={ text }
			onChange={ setText }
			onBlur={ onBlur }
		/>
	);
}

function parse( text, type ) {
	if ( type === 'string' ) {
		return text;
	}
	return [ 'integer', 'number' ].includes( type )
		? Number( text )
		: JSON.parse( text );
}
