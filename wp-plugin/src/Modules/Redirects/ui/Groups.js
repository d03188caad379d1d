// Groups: their order, their switches, their names.
import { Button, TextControl, ToggleControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { chevronDown, chevronUp, trash } from '@wordpress/icons';
import Confirm from '../../../../admin/parts/Confirm';
import EmptyState from '../../../../admin/parts/EmptyState';
import ErrorNotice from '../../../../admin/parts/ErrorNotice';
import Panel from '../../../../admin/parts/Panel';
import { refresh } from '../../../../admin/refresh';
import { number } from '../../../../admin/times';
import useAction from '../../../../admin/useAction';
import useOperation from '../../../../admin/useOperation';

export default function Groups() {
	const { data, error, reload } = useOperation( 'redirects.groups' );
	const save = useAction( 'redirects.save_group' );
	const order = useAction( 'redirects.order_groups' );
	const remove = useAction( 'redirects.delete_group' );
	const [ leaving, setLeaving ] = useState( null );
	const groups = data?.groups ?? [];
	const run = async ( action, input ) => {
		const result = await action.run( input );
		refresh();
		return result;
	};
	const move = ( at, by ) => {
		const ids = groups.map( ( { id } ) => id );
		[ ids[ at ], ids[ at + by ] ] = [ ids[ at + by ], ids[ at ] ];
		run( order, { ids } );
	};
	return (
		<Panel
			title={ __( 'Groups', 'igny8' ) }
			description={ __(
				'Of several redirects that fit, one of an earlier group fires. Those without a group come first.',
				'igny8'
			) }
		>
			<ErrorNotice
				error={ error ?? save.error ?? order.error ?? remove.error }
				onRetry={ reload }
			/>
			{ data && groups.length === 0 && (
				<EmptyState isSmall title={ __( 'No groups yet', 'igny8' ) }>
					{ __(
						'A group switches many redirects on and off at once.',
						'igny8'
					) }
				</EmptyState>
			) }
			<ul className="igny8-redirects__groups">
				{ groups.map( ( group, at ) => (
					<li key={ group.id }>
						<ToggleControl
							label={ group.name }
							checked={ group.is_on }
							onChange={ ( isOn ) =>
								run( save, { ...pick( group ), is_on: isOn } )
							}
						/>
						<span>{ countWords( group.rules ) }</span>
						<Button
							icon={ chevronUp }
							size="small"
							disabled={ at === 0 }
							accessibleWhenDisabled
							label={ named(
								/* translators: %s: name of a group. */
								__( 'Move “%s” up', 'igny8' ),
								group
							) }
							onClick={ () => move( at, -1 ) }
						/>
						<Button
							icon={ chevronDown }
							size="small"
							disabled={ at === groups.length - 1 }
							accessibleWhenDisabled
							label={ named(
								/* translators: %s: name of a group. */
								__( 'Move “%s” down', 'igny8' ),
								group
							) }
							onClick={ () => move( at, 1 ) }
						/>
						<Button
							icon={ trash }
							size="small"
							isDestructive
							label={ named(
								/* translators: %s: name of a group. */
								__( 'Delete “%s”', 'igny8' ),
								group
							) }
							onClick={ () => setLeaving( group ) }
						/>
					</li>
				) ) }
			</ul>
			<NewGroup onAdd={ ( name ) => run( save, { name } ) } />
			{ leaving && (
				<Confirm
					title={ named(
						/* translators: %s: name of a group. */
						__( 'Delete the group “%s”?', 'igny8' ),
						leaving
					) }
					confirm={ __( 'Delete', 'igny8' ) }
					isDestructive
					isBusy={ remove.isBusy }
					onClose={ () => setLeaving( null ) }
					onConfirm={ async () => {
						await run( remove, { id: leaving.id } );
						setLeaving( null );
					} }
				>
					<p>
						{ __(
							'Its redirects stay, without a group.',
							'igny8'
						) }
					</p>
				</Confirm>
			) }
		</Panel>
	);
}

const pick = ( { id, name } ) => ( { id, name } );

const named = ( text, { name } ) => sprintf( text, name );

const countWords = ( count ) =>
	sprintf(
		/* translators: %s: number of redirects. */
		_n( '%s redirect', '%s redirects', count, 'igny8' ),
		number( count )
	);

function NewGroup( { onAdd } ) {
	const [ name, setName ] = useState( '' );
	return (
		<form
			className="igny8-form igny8-redirects__line"
			onSubmit={ async ( event ) => {
				event.preventDefault();
				if ( name.trim() && ( await onAdd( name.trim() ) ) ) {
					setName( '' );
				}
			} }
		>
			<TextControl
				__next40pxDefaultSize
				label={ __( 'New group', 'igny8' ) }
				value={ name }
				onChange={ setName }
			/>
			<Button
				__next40pxDefaultSize
				variant="secondary"
				type="submit"
				disabled={ ! name.trim() }
				accessibleWhenDisabled
			>
				{ __( 'Add', 'igny8' ) }
			</Button>
		</form>
	);
}
